"""How our links compare with libavoid's, around the same cards in the same places.

For development only. Needs Node and the package ``libavoid-js`` (LGPL-2.1-or-later, not
part of this library): ``npm install libavoid-js`` in some folder, then from the
repository's root ``python benchmarks/yardstick.py <that folder>``.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from blueprint.layout import layout
from blueprint.layout.scene import Point, Scene
from blueprint.layout.view import View
from tests.drawing.cases import CASES, case, large
from tests.drawing.made import made
from tests.drawing.metrics import metrics

SCRIPT = Path(__file__).parent / "libavoid.mjs"
PATIENCE = 300
MADE = 8


def theirs(scene: Scene, folder: str) -> tuple[Scene, float]:
    """Return the same cards with libavoid's links, and the processor time these took."""
    number = {card.id: card.index for card in scene.cards}
    boxes = [card.box for card in scene.cards]
    asked = {
        "cards": [[box.x, box.y, box.width, box.height] for box in boxes],
        "links": [[number[edge.source], number[edge.target]] for edge in scene.edges],
    }
    done = subprocess.run(
        ["node", str(SCRIPT), folder],
        input=json.dumps(asked),
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=True,
    )
    answer = json.loads(done.stdout)
    edges = tuple(
        replace(edge, points=straightened(corners), bundle=None, own=())
        for edge, corners in zip(scene.edges, answer["corners"], strict=True)
    )
    return replace(scene, edges=edges), answer["seconds"]


def straightened(corners: list[list[float]]) -> tuple[Point, ...]:
    """Drop corners where a line does not turn."""
    points = [(round(x, 1), round(y, 1)) for x, y in corners]
    kept = points[:1]
    for before, here, after in zip(points, points[1:], points[2:], strict=False):
        if (before[0] == here[0]) != (here[0] == after[0]):
            kept.append(here)
    return (*kept, points[-1])


def row(name: str, view: View, folder: str) -> str:
    """Return one line of the table."""
    start = time.process_time()
    scene = layout(view)
    ours = time.process_time() - start
    mine = metrics(scene)
    try:
        other, seconds = theirs(scene, folder)
    except (subprocess.TimeoutExpired, subprocess.CalledProcessError) as why:
        return f"{name:<14}{mine.crossings:>8}{mine.bends:>7}{ours:>8.2f}   {type(why).__name__}"
    figures = metrics(other)
    return (
        f"{name:<14}{mine.crossings:>8}{mine.bends:>7}{mine.overlaps:>6}{ours:>8.2f}   "
        f"{figures.crossings:>8}{figures.bends:>7}{figures.overlaps:>6}{seconds:>8.2f}"
    )


def main() -> None:
    """Print crossings, bends, overlaps and seconds: ours, then libavoid's."""
    folder = sys.argv[1] if len(sys.argv) > 1 else "."
    print(f"{'':<14}{'ours: crossings, bends, overlaps, s':<38}libavoid: the same")
    views = [(name, case(name)) for name in CASES]
    views += [(f"made {seed}", made(seed)) for seed in range(MADE)]
    for name, view in [*views, ("large 300", large(300))]:
        print(row(name, view, folder), flush=True)


if __name__ == "__main__":
    main()
