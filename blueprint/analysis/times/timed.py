"""The times of every step of a blueprint, its main path, and how often each step is passed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from functools import cached_property
from itertools import chain

from blueprint.analysis.failures.points import Point, points_of
from blueprint.analysis.journey import Journey, expected_visits, journeys, main_steps
from blueprint.analysis.once import once
from blueprint.analysis.service import actions_by_step, declared_moments
from blueprint.analysis.times.anchors import Anchor, anchors_of
from blueprint.analysis.times.ledger import Ledger, ledger_of
from blueprint.analysis.times.receptions import parties_of
from blueprint.analysis.times.spans import Span, span_of
from blueprint.analysis.times.standard import Planned, Standard, planned
from blueprint.graph import Graph
from blueprint.model import Act, CustomerAction, Step


@dataclass(frozen=True)
class Timed:
    """The times of a graph's steps.

    Attributes:
        graph: The graph.
        actions: The actions of each step, by number.
        ledgers: The times of each step: what it says, else what its one customer action says.
        plan: The work that is done when nothing goes wrong.
    """

    graph: Graph
    actions: Mapping[int, Sequence[int]]
    ledgers: Mapping[int, Ledger]
    plan: Planned

    @cached_property
    def standards(self) -> Mapping[int, Standard]:
        """The standard time of each step by itself."""
        return {step: self.plan.standard_of(step) for step in self.actions}

    @cached_property
    def walks(self) -> tuple[Walk, ...]:
        """The main path of each blueprint that has steps, with its times."""
        return tuple(walk(self, journey) for journey in journeys(self.graph))

    @cached_property
    def parties(self) -> Mapping[int, frozenset[str]]:
        """For whom the customer must be present, step by step."""
        return parties_of(self.graph, self.actions)

    @cached_property
    def anchors(self) -> tuple[Anchor, ...]:
        """Where each promise begins and ends, in file order."""
        return anchors_of(self.graph)

    @cached_property
    def anchored(self) -> Mapping[int, Sequence[int]]:
        """Per step, the positions of the promises that are anchored at it."""
        found: dict[int, list[int]] = {}
        for n, anchor in enumerate(self.anchors):
            for step in anchor.steps:
                found.setdefault(step, []).append(n)
        return found

    @cached_property
    def failing(self) -> Mapping[int, Sequence[Point]]:
        """Per step, the fail points in it."""
        found: dict[int, list[Point]] = {}
        for point in self.points:
            found.setdefault(point.step, []).append(point)
        return found

    @cached_property
    def moments(self) -> frozenset[int]:
        """The steps that are declared moments of truth."""
        return frozenset(declared_moments(self.graph))

    @cached_property
    def points(self) -> tuple[Point, ...]:
        """All fail points, in file order."""
        return points_of(self.graph)

    def slack(self, step: int) -> float | None:
        """Return acceptable less standard time of a step; ``None`` where either is not said."""
        acceptable, own = self.ledgers[step].acceptable, self.standards[step]
        return acceptable - own.length if acceptable is not None and own.told else None


@once
def timed(graph: Graph) -> Timed:
    """Return the times of all steps of a graph."""
    actions = actions_by_step(graph)
    ledgers = {step: _ledger(graph, step, own) for step, own in actions.items()}
    return Timed(graph, actions, ledgers, planned(graph, actions))


def _ledger(graph: Graph, step: int, actions: Sequence[int]) -> Ledger:
    element = graph.nodes[step].element
    own = ledger_of(element.time if isinstance(element, Step) else None)
    acts = [act for n in actions if isinstance(act := graph.nodes[n].element, CustomerAction)]
    if len(acts) != 1:
        return own
    other = ledger_of(acts[0].time)
    if not other.says:
        return own
    if own.promised is not None or own.window is not None:
        other = replace(other, promised=None, window=None)
    told = {field.name: getattr(own, field.name) for field in fields(own)}
    return replace(
        other, **{name: value for name, value in told.items() if value not in (None, ())}
    )


def others(times: Timed) -> Iterator[tuple[int, Ledger]]:
    """Go through the actions with times of their own beside their step's, in file order."""
    for own in times.actions.values():
        alone = sum(times.graph.nodes[n].kind == "customer" for n in own) == 1
        for number in own:
            node = times.graph.nodes[number]
            if alone and node.kind == "customer":
                continue
            element = node.element
            if isinstance(element, Act) and element.time is not None:
                ledger = ledger_of(element.time)
                if ledger.says:
                    yield number, ledger


@dataclass(frozen=True, slots=True, kw_only=True)
class Walk:
    """One blueprint's main path, and what all its ways take.

    Attributes:
        journey: The blueprint's journey.
        path: Numbers of the steps on the main path, in order.
        often: How often each step is visited on average, by number; ``None`` cannot be told.
        standard: How long the main path takes when nothing goes wrong.
        loops: Seconds that steps off the main path, and steps done again, add on average.
        mending: Seconds that recoveries add on average, by the stated rates of fail points.
        unrated: How many fail points say no rate.
    """

    journey: Journey
    path: tuple[int, ...]
    often: Mapping[int, float | None]
    standard: Standard
    loops: float | None
    mending: float | None
    unrated: int

    @property
    def expected(self) -> float | None:
        """What the way takes on average, with what is done again."""
        if self.loops is None or self.mending is None:
            return None
        return self.standard.length + self.loops + self.mending


def walk(times: Timed, journey: Journey) -> Walk:
    """Return the main path of a journey, and how long it takes with expected rework.

    Args:
        times: The times of the graph.
        journey: The journey through one blueprint.
    """
    number = [times.graph.index[step] for step in journey.steps]
    path = tuple(number[n] for n in main_steps(journey))
    often = dict(zip(number, expected_visits(journey), strict=True))
    on_path = set(path)
    loops: float | None = 0.0
    for step, times_passed in often.items():
        if loops is None or times_passed is None:
            loops = None
        else:
            loops += (times_passed - (step in on_path)) * times.standards[step].length
    mending, unrated = _mending(times, often)
    return Walk(
        journey=journey,
        path=path,
        often=often,
        standard=times.plan.standard(path),
        loops=loops,
        mending=mending,
        unrated=unrated,
    )


def _mending(times: Timed, often: Mapping[int, float | None]) -> tuple[float | None, int]:
    added, unrated = 0.0, 0
    for point in chain.from_iterable(times.failing.get(step, ()) for step in often):
        passed = often[point.step]
        if point.fail.rate is None:
            unrated += 1
        elif passed is None:
            return None, unrated
        elif point.mends is not None and not _counted(times, often, point.mends):
            added += passed * point.fail.rate * (times.plan.length_of(point.mends) or 0.0)
    return added, unrated


def _counted(times: Timed, often: Mapping[int, float | None], action: int) -> bool:
    """Tell whether an action is part of the way already, so that it adds nothing."""
    step = times.graph.nodes[action].step
    home = None if step is None else times.graph.index[step]
    return home is not None and bool(often.get(home)) and action in times.plan.actions[home]


def span_list(times: Timed, path: Sequence[int]) -> tuple[Span, ...]:
    """Return what each promise spans on a main path, in file order of the promises."""
    place = {step: n for n, step in enumerate(path)}
    anchored = {anchor for step in path for anchor in times.anchored.get(step, ())}
    spans = (
        span_of(times.anchors[n], place, times.ledgers, times.parties) for n in sorted(anchored)
    )
    return tuple(span for span in spans if span is not None)
