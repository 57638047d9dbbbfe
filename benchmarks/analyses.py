"""How long every analysis of the table takes on 10,000 cards that say all a file can say.

Two services: 10,000 steps of one card, and 2,500 steps of four. Each analysis is asked in a
process of its own, about a graph that nothing has looked at yet: its first answer, with all
that has to be imported for it, and the best of three. Processor time, so that a busy machine
changes little; the slowest come first, with whether the first answer is below two seconds.

Run it with ``python benchmarks/analyses.py [--cards N] [NAME …]``.
"""

from __future__ import annotations

import argparse
import gc
import multiprocessing
import sys
import time
from multiprocessing.connection import Connection
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from full_service import full_service

from blueprint.analysis.comparison.comparing import compare
from blueprint.analysis.table import ANALYSES, Analysis, analysis_of
from blueprint.graph import Graph, graph_of
from blueprint.model import Blueprint

LAW = 2.0
"""Seconds that no answer may take."""

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
        service, other = (full_service(steps, cards, seed=seed) for seed in (1, 2))
        print(f"\n{steps:,} steps, cards each: {cards}")
        print(f"{'analysis':<16} {'first':>8} {'best':>8}  below {LAW:.0f} s")
        gc.freeze()
        taken = [(*measured(row, service, other), row.name) for row in rows]
        for first, best, name in sorted(taken, reverse=True):
            print(f"{name:<16} {first:>6.2f} s {best:>6.2f} s  {'yes' if first < LAW else 'no'}")


def measured(row: Analysis, service: Blueprint, other: Blueprint) -> tuple[float, float]:
    """Return the seconds of the first answer and of the best one, from a process of its own."""
    heard, told = FORK.Pipe(duplex=False)
    asked = FORK.Process(target=measure, args=(row, service, other, told))
    asked.start()
    told.close()
    found: tuple[float, float] = heard.recv()
    asked.join()
    return found


FORK = multiprocessing.get_context("fork")


def measure(row: Analysis, service: Blueprint, other: Blueprint, told: Connection) -> None:
    """Ask several times, each time about a new graph, and tell what it took."""
    taken = []
    for _ in range(ROUNDS):
        graph = graph_of(service)
        second = graph_of(other) if row.name == "compare" else None
        gc.collect()
        began = time.process_time()
        ask(row, graph, second)
        taken.append(time.process_time() - began)
    told.send((taken[0], min(taken)))


def ask(row: Analysis, graph: Graph, other: Graph | None) -> None:
    """Ask one analysis; a comparison is of two graphs."""
    if other is not None:
        compare(graph, other)
    elif row.about == "elements":
        row.load()(graph, STARTS)
    else:
        row.load()(graph)


if __name__ == "__main__":
    main()
