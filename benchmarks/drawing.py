"""How long a drawing takes, beside Graphviz routing the same links around the same cards.

Run it from the repository's root: ``python benchmarks/drawing.py``, or with the path of a
``mermaid.min.js`` to see Mermaid's flowchart too (seconds by the clock, where it can). Figures are seconds
of processor time, the best of three for the small ones. The column on the right is
``neato -n`` with ``splines=ortho``, which only routes; placing, tracks, labels and SVG are
extra work on our side. Below the table stands by which power of the number of cards the
time for layout and SVG grows, between each size and the next; 1 would be in proportion.
"""

from __future__ import annotations

import resource
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from itertools import pairwise
from math import log
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from benchmarks.mermaid_peer import mermaid_seconds
from blueprint.layout import layout
from blueprint.layout.scene import Scene
from blueprint.render.svg import svg
from tests.drawing.cases import CASES, case, hub, large
from tests.drawing.metrics import crossings

SIZES = (50, 1_000, 10_000)
PATIENCE = 60
SMALL = 2_000
INCH = 72.0


def seconds(work: Callable[[], object], times: int) -> float:
    """Return the least processor time of several runs."""
    best = float("inf")
    for _ in range(times):
        start = time.process_time()
        work()
        best = min(best, time.process_time() - start)
    return best


def dot(scene: Scene) -> str:
    """Write the scene's cards, pinned, and its links as a Graphviz graph."""
    lines = ["digraph g {", 'splines=ortho; node [shape=box, fixedsize=true, label=""];']
    for card in scene.cards:
        x, y = card.box.middle
        size = f"width={card.box.width / INCH:.3f}, height={card.box.height / INCH:.3f}"
        lines.append(f'n{card.index} [pos="{x:.1f},{-y:.1f}!", {size}];')
    number = {card.id: card.index for card in scene.cards}
    lines += [f"n{number[edge.source]} -> n{number[edge.target]};" for edge in scene.edges]
    return "\n".join([*lines, "}"])


def neato(scene: Scene) -> float | None:
    """Return the processor time Graphviz takes, or ``None`` where it gives up or is missing."""
    if not shutil.which("neato"):
        return None
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    try:
        subprocess.run(
            ["neato", "-n", "-Tplain"],
            input=dot(scene).encode(),
            capture_output=True,
            timeout=PATIENCE,
            check=True,
        )
    except (subprocess.TimeoutExpired, subprocess.CalledProcessError):
        return None
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> None:
    """Print the table."""
    print(f"{'blueprint':<14}{'cards':>7}{'links':>7}{'crossings':>11}", end="")
    print(f"{'layout s':>10}{'svg s':>8}{'neato s':>9}{'neato/layout':>14}{'mermaid s':>11}")
    script = Path(sys.argv[1]) if len(sys.argv) > 1 else None
    views = [(name, case(name)) for name in CASES]
    views += [(f"made up {cards}", large(cards)) for cards in SIZES]
    views += [("hub 1000", hub(1_000, 200))]
    taken: dict[int, float] = {}
    for name, view in views:
        times = 3 if len(view.cards) < SMALL else 1
        scene = layout(view)
        ours = seconds(partial(layout, view), times)
        written = seconds(partial(svg, scene), times)
        theirs = neato(scene)
        said = (
            f"{theirs:>9.2f}{theirs / ours:>13.1f}x" if theirs is not None else f"{'–':>9}{'–':>14}"
        )
        row = f"{name:<14}{len(view.cards):>7}{len(view.edges):>7}{crossings(scene):>11}"
        drawn = mermaid_seconds(view, script) if script else None
        beside = f"{drawn:>11.2f}" if drawn is not None else f"{'–':>11}"
        print(f"{row}{ours:>10.3f}{written:>8.3f}{said}{beside}", flush=True)
        if name.startswith("made up"):
            taken[len(view.cards)] = ours + written
    for (few, before), (many, after) in pairwise(taken.items()):
        power = log(after / before) / log(many / few)
        print(f"from {few} to {many} cards: {before:.2f} s to {after:.2f} s, power {power:.2f}")


if __name__ == "__main__":
    main()
