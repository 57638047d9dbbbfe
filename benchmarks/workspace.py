"""How long a large workspace takes: read the first time and the second, joined, and asked.

A workspace of 1,000 generated files over one catalog, 100,000 steps and 400,000 cards, is read
anew and from the cache, its graph is built, and one ripple starts at a hub system: within three
links, then as far as it goes, which is then told as text. Beside it stands what somebody would write otherwise: `yaml.CSafeLoader` and a networkx graph of cards,
departments and systems, without checks, names or places, and its descendants of the hub.

Each stage runs in a process of its own, as it does from the command line, so that memory is
what that process needed at most. Run it with ``python benchmarks/workspace.py [FILES]``.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import time
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

FILES = 1_000
_MEGA = 1024


def main() -> None:
    """Measure everything and print one line a stage."""
    if len(sys.argv) > 2:  # noqa: PLR2004
        print(json.dumps(_RUNS[sys.argv[1]](Path(sys.argv[2]))))
        return
    from generated import Size, write_workspace

    size = Size(files=int(sys.argv[1]) if len(sys.argv) > 1 else FILES)
    with TemporaryDirectory() as name:
        write_workspace(Path(name) / "workspace", size)
        first, second, peer = (_run(run, Path(name)) for run in ("ours", "ours", "peer"))
    print(f"{size.files:,} files, {size.files * size.steps:,} steps; {first.pop('size')}")
    second.pop("size")
    print(f"{'stage':<16} {'first':>9} {'second':>9} {'ratio':>7} {'peer':>9} {'peer/second':>12}")
    for stage in first:
        ratio = first[stage] / second[stage]
        beside = (
            f"{peer[stage]:>9.2f} {peer[stage] / second[stage]:>12.1f}" if stage in peer else ""
        )
        print(f"{stage:<16} {first[stage]:>9.2f} {second[stage]:>9.2f} {ratio:>7.1f} {beside}")


def _run(run: str, folder: Path) -> dict[str, Any]:
    """Return what a run says, made in a process of its own."""
    done = subprocess.run(
        [sys.executable, __file__, run, str(folder)], check=True, capture_output=True, text=True
    )
    told: dict[str, Any] = json.loads(done.stdout)
    return told


def ours(folder: Path) -> dict[str, Any]:
    """Read, join and ask a workspace with whatever the cache holds."""
    from generated import HUB

    from blueprint.analysis.ripple import ripple
    from blueprint.files import load_workspace
    from blueprint.graph import graph_of
    from blueprint.render.report import as_text

    marks = [time.process_time()]
    workspace = load_workspace(folder / "workspace", cache=folder / "cache")
    marks.append(time.process_time())
    graph = graph_of(workspace.scope)
    marks.append(time.process_time())
    arcs = graph.disruption.arc_count
    marks.append(time.process_time())
    report = ripple(graph, [HUB], direction="disruption", depth=3)
    marks.append(time.process_time())
    far = ripple(graph, [HUB], direction="disruption")
    marks.append(time.process_time())
    as_text(far, "text")
    marks.append(time.process_time())
    said = f"{len(graph.nodes):,} nodes, {len(graph.links):,} links, {arcs:,} arcs"
    stages = ("load s", "graph s", "network s", "ripple s", "all ripple s", "text s")
    return {
        "size": f"{said}; {len(report.reached):,} reached within 3 links, {len(far.reached):,} in all",
        **dict(zip(stages, _apart(marks), strict=True)),
        "all s": marks[-1] - marks[0],
        "memory MB": _memory(),
    }


def peer(folder: Path) -> dict[str, Any]:
    """Do the least that somebody could do by hand with the same files."""
    import networkx as nx
    import yaml
    from generated import HUB

    marks = [time.process_time()]
    files = {
        path.name.removesuffix(".blueprint.yaml"): yaml.load(path.read_bytes(), yaml.CSafeLoader)
        for path in sorted((folder / "workspace").rglob("*.blueprint.yaml"))
    }
    marks.append(time.process_time())
    graph: Any = nx.MultiDiGraph()
    for stem, file in files.items():
        _joined(graph, stem, file)
    marks.append(time.process_time())
    reached = nx.single_source_shortest_path_length(graph.reverse(copy=False), HUB, cutoff=3)
    marks.append(time.process_time())
    stages = ("load s", "graph s", "ripple s")
    return {
        "size": f"{len(reached):,} reached",
        **dict(zip(stages, _apart(marks), strict=True)),
        "all s": marks[-1] - marks[0],
        "memory MB": _memory(),
    }


def _joined(graph: Any, stem: str, file: dict[str, Any]) -> None:  # noqa: ANN401  (networkx)
    """Add one file's cards to a networkx graph, with what they use and rest on."""
    before = None
    for steps in file["phases"].values():
        for step in steps:
            lanes = ("customer", "frontstage", "backstage", "support")
            cards = [
                step[lane] if isinstance(step[lane], dict) else {"name": step[lane]}
                for lane in lanes
            ]
            ids = [f"{stem}:{card.get('id', card['name'])}" for card in cards]
            for upper, lower in pairwise(ids):
                graph.add_edge(upper, lower, kind="support", likelihood=0.5)
            for own, card in zip(ids, cards, strict=True):
                if "system" in card:
                    graph.add_edge(own, card["system"], kind="uses", likelihood=0.6)
                if "department" in card:
                    graph.nodes[own]["department"] = card["department"]
                for other in card.get("needs", ()):
                    target = other if ":" in other else f"{stem}:{other}"
                    graph.add_edge(own, target, kind="support", likelihood=0.5)
            if before is not None:
                graph.add_edge(ids[0], before, kind="flow", likelihood=0.3)
            before = ids[0]


def _apart(marks: list[float]) -> list[float]:
    return [after - before for before, after in pairwise(marks)]


def _memory() -> float:
    """Return the most memory this process needed, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / _MEGA


_RUNS = {"ours": ours, "peer": peer}


if __name__ == "__main__":
    main()
