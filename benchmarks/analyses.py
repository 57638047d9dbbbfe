"""How long every analysis of the table takes on 10,000 cards that say all a file can say.

Two services: 10,000 steps of one card, and 2,500 steps of four. Each analysis is asked in a
process of its own, about a graph that nothing has looked at yet, so that what it takes is its
first answer with all that has to be imported for it: the best of three, in processor time, so
that a busy machine changes little. The slowest come first, with whether that is below two
seconds. What the extra ``fast`` compiles is compiled before, as it is once a machine.

Run it with ``python benchmarks/analyses.py [--cards N] [NAME …]``.
"""

from __future__ import annotations

import argparse
import gc
import multiprocessing
import sys
import time
from collections.abc import Sequence
from multiprocessing.connection import Connection
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from full_service import full_service

from blueprint.analysis.analysing import analyse
from blueprint.analysis.comparison.comparing import compare
from blueprint.analysis.table import ANALYSES, Analysis, analysis_of
from blueprint.graph import Graph, graph_of

LAW = 2.0
"""Seconds that no answer may take."""

FORK = multiprocessing.get_context("fork")
ROUNDS = 3
STARTS = ("y0",)
"""What those are asked about that are asked about elements: a system."""


def main() -> None:
    """Print one table a service."""
    parser = argparse.ArgumentParser(description="How long every analysis takes.")
    parser.add_argument("names", nargs="*", metavar="NAME")
    parser.add_argument("--cards", type=int, default=10_000)
    asked = parser.parse_args()
    rows = [analysis_of(name) for name in asked.names] or list(ANALYSES)
    for cards in (1, 4):
        steps = asked.cards // cards
        graphs = [graph_of(full_service(steps, cards, faster=faster)) for faster in (1, 2)]
        gc.collect()
        gc.freeze()
        print(f"\n{steps:,} steps, cards each: {cards}")
        taken = [(measured(row, graphs), row.name) for row in rows]
        for seconds, name in sorted(taken, reverse=True):
            print(f"{name:<16} {seconds:>6.2f} s  {'yes' if seconds < LAW else 'no'}", flush=True)


def measured(row: Analysis, graphs: Sequence[Graph]) -> float:
    """Return the seconds of an answer, from processes that have never given one."""
    taken = []
    for _ in range(ROUNDS):
        heard, told = FORK.Pipe(duplex=False)
        asked = FORK.Process(target=measure, args=(row, graphs, told))
        asked.start()
        told.close()
        taken.append(float(heard.recv()))
        asked.join()
    return min(taken)


def measure(row: Analysis, graphs: Sequence[Graph], told: Connection) -> None:
    """Ask once and tell what it took."""
    began = time.process_time()
    ask(row, *graphs)
    told.send(time.process_time() - began)


def ask(row: Analysis, graph: Graph, other: Graph) -> None:
    """Ask one analysis; a comparison is of two graphs, of which every step differs."""
    if row.name == "compare":
        compare(graph, other)
    else:
        analyse(graph, row.name, STARTS if row.about == "elements" else None)


if __name__ == "__main__":
    main()
