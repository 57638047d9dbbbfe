"""How fast a ripple is at scale: networkx as one would write it, then our two engines.

Run it with ``python benchmarks/ripple.py [--nodes N …] [--rows NAME …] [--rounds N]``. All
contenders take turns within each round of one run, and a ratio is the median of the rounds'
ratios, so that whatever else the machine does falls on all alike. What takes networkx minutes
is run once, or on a part that is said and scaled up. Times are processor times.

From half a million nodes on only the engine ``fast`` runs, in a process of its own that shows
its memory.
"""

from __future__ import annotations

import argparse
import gc
import random
import resource
import subprocess
import sys
import time
from array import array
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import astuple, dataclass, fields
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

import networkx as nx
import numpy as np

sys.path.insert(0, str(Path(__file__).parent.parent))

from benchmarks.service_shaped import ServiceShaped, service_shaped
from blueprint.analysis.prediction_matrix import cpm
from blueprint.analysis.spread.arriving import arrivals
from blueprint.analysis.spread.counting import reach_counts
from blueprint.analysis.spread.engines import Engine
from blueprint.analysis.spread.labelling import labels_reached
from blueprint.analysis.spread.reaching import reach, tally
from blueprint.graph import Network

ROUNDS = 5
LARGE = 500_000
WORLDS = 10_000
NAIVE_WORLDS = 20
SMALL = 60
TEN = 10
MATRICES = ((19, 0.6), (40, 0.2), (100, 0.05))
"""Sizes of matrices, and which share of their cells is not 0."""

MEBI = 2**20


@dataclass(frozen=True, slots=True)
class Contender:
    """One way to do a piece of work.

    Attributes:
        run: Does it.
        scale: How many times as much the whole work is.
        once: Whether it is too slow for more than one round.
    """

    run: Callable[[], object]
    scale: float = 1
    once: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A piece of work and who does it, networkx first."""

    work: str
    naive: Contender | None
    plain: Contender | None
    fast: Contender


class Case:
    """A service-shaped network, ours and networkx's."""

    def __init__(self, shaped: ServiceShaped) -> None:
        self.shaped = shaped
        self.network = shaped.network()
        self.hub = shaped.hub
        self.departments = array("i", shaped.departments.tobytes())
        self.count = shaped.department_count
        self.steps = array("q", shaped.steps.tobytes())
        self.peers = shaped.size < LARGE
        if self.peers:
            self.graph = networkx_of(self.network)
            self.is_step = (shaped.lanes < shaped.lanes.max()).tolist()
            self.department_list = shaped.departments.tolist()
            _ = self.network.successors


def networkx_of(network: Network) -> nx.DiGraph:
    """Return a network as networkx has it."""
    graph = nx.DiGraph()
    graph.add_nodes_from(range(network.size))
    ends = zip(network.sources, network.targets, strict=True)
    graph.add_edges_from(
        (source, target, {"likelihood": likelihood})
        for (source, target), likelihood in zip(ends, network.likelihoods, strict=True)
    )
    return graph


def row(
    case: Case,
    work: str,
    ours: Callable[[Engine], object],
    naive: Callable[[], object] | None = None,
    **how: float,
) -> Row:
    """Return a row of one naive way and both engines."""
    return Row(
        work,
        Contender(naive, **how) if naive and case.peers else None,
        Contender(lambda: ours("plain")) if case.peers else None,
        Contender(lambda: ours("fast")),
    )


def ripple_rows(case: Case) -> Iterator[Row]:
    network, graph = case.network, getattr(case, "graph", None)

    def naive() -> object:
        return Counter(case.department_list[node] for node in nx.descendants(graph, case.hub))

    def ours(engine: Engine) -> object:
        return tally(network, [case.hub], case.departments, case.count, engine=engine)

    met = sum(ours("fast"))
    yield row(case, f"one ripple from a hub, {met:,} reached, by department", ours, naive)


def small_rows(case: Case) -> Iterator[Row]:
    network, graph = case.network, getattr(case, "graph", None)
    candidates = range(0, case.shaped.size, case.shaped.size // 1_000)
    start = min(
        candidates, key=lambda node: abs(len(reach(network, [node], engine="fast")) - SMALL)
    )
    met = len(reach(network, [start], engine="fast"))

    def naive() -> object:
        return dict(nx.single_source_shortest_path_length(graph, start))

    def ours(engine: Engine) -> object:
        return reach(network, [start], engine=engine)

    def often(run: Callable[[], object]) -> Callable[[], object]:
        return lambda: [run() for _ in range(100)]

    yield Row(
        f"a small ripple, {met} reached, with links to each",
        Contender(often(naive), 0.01) if case.peers else None,
        Contender(often(lambda: ours("plain")), 0.01) if case.peers else None,
        Contender(often(lambda: ours("fast")), 0.01),
    )


def count_rows(case: Case) -> Iterator[Row]:
    def naive() -> object:
        is_step = case.is_step
        return [sum(is_step[to] for to in nx.descendants(case.graph, node)) for node in case.graph]

    def ours(engine: Engine) -> object:
        return reach_counts(case.network, case.steps, engine=engine)

    yield row(case, "how many steps each node reaches, exact", ours, naive, once=True)


def label_rows(case: Case) -> Iterator[Row]:
    def ours(engine: Engine) -> object:
        return labels_reached(case.network, case.departments, case.count, engine=engine)

    yield row(case, f"which of {case.count} departments each node reaches", ours)


def reliability_rows(case: Case) -> Iterator[Row]:
    network = case.network

    def naive() -> object:
        toss, counts = random.Random(1).random, Counter()
        for _ in range(NAIVE_WORLDS):
            counts.update(naive_world(case.graph, case.hub, toss))
        return counts

    def ours(engine: Engine) -> object:
        return arrivals(network, [case.hub], worlds=WORLDS, how="sampled", engine=engine)

    made = row(
        case,
        f"reliability, {WORLDS:,} worlds from a hub (networkx: {NAIVE_WORLDS})",
        ours,
        naive,
        scale=WORLDS / NAIVE_WORLDS,
        once=True,
    )
    plain = made.plain and Contender(made.plain.run, once=True)
    yield Row(made.work, made.naive, plain, made.fast)


def naive_world(graph: nx.DiGraph, start: int, toss: Callable[[], float]) -> set[int]:
    """Return what is reached in one random world."""
    met, wave = {start}, [start]
    while wave:
        behind, wave = wave, []
        for node in behind:
            for to in graph.successors(node):
                if to not in met and toss() < graph[node][to]["likelihood"]:
                    met.add(to)
                    wave.append(to)
    return met


def cpm_rows(case: Case) -> Iterator[Row]:
    for size, share in MATRICES:
        likelihood, impact = matrices(size, share)
        graph = nx.DiGraph()
        graph.add_nodes_from(range(size))
        for target, source in zip(*np.nonzero(likelihood), strict=True):
            strengths = {"likelihood": likelihood[target, source], "impact": impact[target, source]}
            graph.add_edge(int(source), int(target), **{k: float(v) for k, v in strengths.items()})
        given = likelihood.tolist(), impact.tolist()
        yield row(
            case,
            f"CPM to depth 4, every pair of {size}, {share:.0%} filled",
            lambda engine, given=given: cpm(*given, depth=4, engine=engine),
            lambda graph=graph: [
                naive_cpm(graph, one, other) for one in graph for other in graph if one != other
            ],
            once=True,
        )


def matrices(size: int, share: float) -> tuple[np.ndarray, np.ndarray]:
    """Return likelihoods and impacts of a made-up product."""
    made = np.random.default_rng(size)
    there = (made.random((size, size)) < share) & ~np.eye(size, dtype=bool)
    return there * made.uniform(0.1, 0.8, (size, size)), made.uniform(0.1, 0.8, (size, size))


def naive_cpm(graph: nx.DiGraph, source: int, goal: int) -> tuple[float, float]:
    """Return combined likelihood and risk: all paths, laid out as a tree, worked up its limbs."""
    tree: dict[int, dict] = {}
    for path in nx.all_simple_paths(graph, source, goal, cutoff=4):
        limb = tree
        for node in path[1:]:
            limb = limb.setdefault(node, {})
    return naive_tree(graph, tree, source)


def naive_tree(graph: nx.DiGraph, tree: dict[int, dict], at: int) -> tuple[float, float]:
    unharmed, unreached = 1.0, 1.0
    for to, limbs in tree.items():
        edge = graph[at][to]
        reached, harmed = naive_tree(graph, limbs, to) if limbs else (1.0, edge["impact"])
        unreached *= 1 - edge["likelihood"] * reached
        unharmed *= 1 - edge["likelihood"] * harmed
    return 1 - unreached, 1 - unharmed


ROWS: Mapping[str, Callable[[Case], Iterator[Row]]] = {
    "ripple": ripple_rows,
    "small": small_rows,
    "counts": count_rows,
    "labels": label_rows,
    "reliability": reliability_rows,
    "cpm": cpm_rows,
}


def seconds(contender: Contender) -> float:
    """Return the processor time of a piece of work, scaled up to the whole."""
    gc.collect()
    began = time.process_time()
    contender.run()
    return (time.process_time() - began) * contender.scale


def measured(one: Row, rounds: int) -> str:
    """Return a row of the table."""
    one.fast.run()  # compiled, or read from where that is kept
    contenders = (one.naive, one.plain, one.fast)
    times: tuple[list[float], ...] = ([], [], [])
    for turn in range(rounds):
        for contender, own in zip(contenders, times, strict=True):
            if contender is None:
                continue
            own.append(own[-1] if turn and contender.once else seconds(contender))
    naive, plain, fast = times
    cells = [said(naive), said(plain), ratio(naive, plain), said(fast), ratio(naive, fast)]
    return f"{one.work:<62}" + "".join(f"{cell:>11}" for cell in cells)


def said(times: Sequence[float]) -> str:
    """Return a median time in the unit that suits it."""
    if not times:
        return "–"
    middle = median(times)
    for unit, size in (("s", 1), ("ms", 1e-3)):
        if middle >= size:
            return f"{middle / size:.3g} {unit}"
    return f"{middle / 1e-6:.3g} µs"


def ratio(naive: Sequence[float], ours: Sequence[float]) -> str:
    """Return the median of the rounds' ratios."""
    if not naive or not ours:
        return ""
    middle = median(n / o for n, o in zip(naive, ours, strict=True))
    return f"{middle:,.0f} x" if middle >= TEN else f"{middle:.1f} x"


def table(case: Case, rows: Sequence[str], rounds: int) -> None:
    """Print the table of one network."""
    network = case.network
    print(f"\n{network.size:,} nodes, {network.arc_count:,} links")
    heads = ("networkx", "plain", "ratio", "fast", "ratio")
    print(" " * 62 + "".join(f"{head:>11}" for head in heads))
    gc.freeze()
    for name in rows:
        for one in ROWS[name](case):
            print(measured(one, rounds), flush=True)


def memory(network: Network) -> str:
    """Return what the network's arrays take, and the most this process has taken."""
    columns = [network.first, network.targets]
    walked = sum(column.itemsize * len(column) for column in columns) / MEBI
    columns += [network.likelihoods, network.impacts, network.links]
    whole = sum(column.itemsize * len(column) for column in columns) / MEBI
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return (
        f"memory: {walked:.0f} MB of arrays to walk on, {whole:.0f} MB with likelihoods, impacts "
        f"and links; the process at most {peak:.0f} MB"
    )


def apart(shaped: ServiceShaped, rows: Sequence[str], rounds: int) -> None:
    """Measure a large network in a process of its own, that holds nothing else."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "columns.npz"
        np.savez(path, **dict(zip([f.name for f in fields(shaped)], astuple(shaped), strict=True)))
        options = ["--columns", str(path), "--rounds", str(rounds), "--rows", *rows]
        subprocess.run([sys.executable, __file__, *options], check=True)


def main() -> None:
    """Print one table a network."""
    parser = argparse.ArgumentParser(description="How fast a ripple is at scale.")
    parser.add_argument("--nodes", type=int, nargs="+", default=[100_000, 1_000_000])
    parser.add_argument("--rows", nargs="+", choices=ROWS, default=None)
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    parser.add_argument("--columns", help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.columns is not None:
        with np.load(asked.columns) as columns:
            values = {name: columns[name] for name in columns.files}
        whole = {"size": int(values.pop("size")), "count": int(values.pop("department_count"))}
        case = Case(ServiceShaped(**values, size=whole["size"], department_count=whole["count"]))
        table(case, asked.rows, asked.rounds)
        print(memory(case.network))
        return
    for size in asked.nodes:
        shaped = service_shaped(size)
        if size < LARGE:
            table(Case(shaped), asked.rows or list(ROWS), asked.rounds)
        else:
            apart(shaped, asked.rows or ["ripple", "small", "counts", "labels"], asked.rounds)


if __name__ == "__main__":
    main()
