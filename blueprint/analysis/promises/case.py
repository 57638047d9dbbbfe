"""One promise with everything that is known of it: its keepers, its limits, and how it stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from blueprint.analysis.promises.kept import (
    NOTHING,
    Held,
    Limits,
    Verdict,
    by_design,
    by_results,
    by_standards,
    by_times,
    limits_of,
    tolerance_unread,
)
from blueprint.analysis.promises.lengths import Lengths
from blueprint.analysis.promises.way import Onward, onward, way
from blueprint.analysis.ripple.change_kinds import subject_of
from blueprint.analysis.ripple.names import Names
from blueprint.graph import Graph, Node
from blueprint.model import Promise


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One promise and how it stands.

    Attributes:
        node: Its number.
        keepers: Numbers of the actions that keep it.
        limits: Its measurable part; ``None`` where it has none.
        steps: The steps on the way it is measured along; ``None`` where no way is told.
        lost: Whether a way is told, and nothing leads along it.
        design: What durations of actions say.
        standards: What the standards of its keepers say.
        times: What the actual times of steps say.
        results: What measured figures say.
        unread: Whether its tolerance is of another kind than its limit.
    """

    node: int
    keepers: tuple[int, ...]
    limits: Limits | None
    steps: tuple[int, ...] | None = None
    lost: bool = False
    design: Held = NOTHING
    standards: Held = NOTHING
    times: Held = NOTHING
    results: Held = NOTHING
    unread: bool = False

    @property
    def held(self) -> tuple[Held, Held, Held, Held]:
        """Design, standards, times and measures, in this order."""
        return (self.design, self.standards, self.times, self.results)

    @property
    def measured(self) -> Verdict:
        """What measures say; where there are none, what actual times say."""
        known = self.results.verdict
        return self.times.verdict if known == "unknown" else known

    @property
    def verdict(self) -> Verdict:
        """How it stands: what is measured before what is drawn; standards alone keep nothing."""
        said = (self.measured, self.design.verdict)
        for verdict in ("broken", "tolerated", "kept"):
            if verdict in said:
                return verdict
        return "broken" if self.standards.verdict == "broken" else "unknown"


@dataclass(frozen=True, slots=True)
class _Around:
    """What all promises are looked up in."""

    names: Names
    following: Onward
    lengths: Lengths


def cases(graph: Graph) -> Iterator[Case]:
    """Go through all promises, in file order."""
    around = _Around(Names(graph), onward(graph), Lengths(graph))
    for node in graph.of_kind("promise"):
        if isinstance(node.element, Promise):
            yield _case(graph, around, node, node.element)


def _case(graph: Graph, around: _Around, node: Node, promise: Promise) -> Case:
    names, lengths = around.names, around.lengths
    number, stem = graph.index[node.id], names.file_of(node)
    kept = (link for link in graph.arriving[number] if graph.links.kinds[link] == "keeps")
    keepers = tuple(dict.fromkeys(graph.sources[link] for link in kept))
    limits, unread = limits_of(promise.target), tolerance_unread(promise.target)
    if limits is None:
        return Case(node=number, keepers=keepers, limits=None, unread=unread)
    if not limits.of_time:
        results = by_results(graph, names, stem, promise, limits)
        return Case(node=number, keepers=keepers, limits=limits, results=results, unread=unread)
    ends = _ends(names, stem, promise)
    steps = None if ends is None else way(around.following, *ends)
    lost = ends is not None and steps is None
    return Case(
        node=number,
        keepers=keepers,
        limits=limits,
        steps=steps,
        lost=lost,
        design=NOTHING if lost else by_design(lengths, limits, steps, keepers),
        standards=by_standards(graph, limits, keepers),
        times=by_times(graph, lengths, limits, ends if lost else steps, keepers, lost=lost),
        unread=unread,
    )


def _ends(names: Names, stem: str | None, promise: Promise) -> tuple[int, int] | None:
    target = promise.target
    first = names.one(stem, target.from_, "step") if target else None
    last = names.one(stem, target.to, "step") if target else None
    return None if first is None or last is None else (first, last)


def covered(graph: Graph, found: list[Case]) -> set[int]:
    """Return the steps that some promise is about, is kept in, or is measured along."""
    steps: set[int] = set()
    for case in found:
        steps.update(case.steps or ())
        about = subject_of(graph, graph.nodes[case.node])
        numbers = [*case.keepers, *([] if about is None else [graph.index[about.id]])]
        for number in numbers:
            home = graph.nodes[number].step
            steps.add(number if home is None else graph.index[home])
    return steps
