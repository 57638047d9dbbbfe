"""What a promise spans: its steps on the main path, their waits, and their receptions."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import NamedTuple

from blueprint.analysis.amounts import length_of
from blueprint.analysis.times.ledger import Ledger, total
from blueprint.graph import Graph
from blueprint.model import Act, Channel, CustomerAction, Promise, Step
from blueprint.model.catalog import Target

_AT_A_DISTANCE = frozenset({"voice", "mobile", "web", "mail", "social", "chat", "print", "peer"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Pieces:
    """Into what the time of some steps falls.

    Attributes:
        waiting: How long is waited, in seconds.
        consumption: How long something happens for the customer.
        waits: How often the customer waits anew.
        fragments: Into how many pieces, with a wait between them, the rest falls.
    """

    waiting: float | None
    consumption: float | None
    waits: int
    fragments: int


def pieces(ledgers: Iterable[Ledger]) -> Pieces:
    """Return waiting, consumption and fragments of some steps, in their order.

    The waiting of a step comes before what happens in it. Steps that say no actual time are
    taken to be no consumption.

    Examples:
        >>> two_visits = [Ledger(actual=7200, waiting=3600), Ledger(actual=7200, waiting=3600)]
        >>> found = pieces(two_visits)
        >>> found.waiting, found.waits, found.fragments
        (7200.0, 2, 2)
    """
    own = list(ledgers)
    waits = fragments = 0
    served = False
    for entry in own:
        if entry.waiting:
            waits, served = waits + 1, False
        if entry.consumption or (entry.actual and entry.waiting is None):
            fragments, served = fragments + (not served), True
    consumed = [
        part
        for entry in own
        if (part := entry.actual if entry.waiting is None else entry.consumption) is not None
    ]
    return Pieces(
        waiting=total(own).waiting,
        consumption=float(sum(consumed)) if consumed else None,
        waits=waits,
        fragments=fragments,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """What a promise spans on the main path.

    Attributes:
        promise: Number of the promise.
        steps: Numbers of the steps it spans, in order.
        promised: Seconds it promises at most.
        tolerance: How far it may be missed, in seconds.
        actual: How long the steps take: what a step says that restates the promise, else the
            sum of what they say.
        whole: Whether all steps say what they take, or one of them restates the promise.
        speaker: Number of the step that restates the promise and speaks for all of its steps.
        restating: Numbers of all steps whose promised time is the promise's own.
        pieces: Waits and fragments.
        receptions: Numbers of the steps where the customer must be present for a new party.
    """

    promise: int
    steps: tuple[int, ...]
    promised: float | None
    tolerance: float
    actual: float | None
    whole: bool
    speaker: int | None
    restating: tuple[int, ...]
    pieces: Pieces
    receptions: tuple[int, ...]

    @property
    def lateness(self) -> float | None:
        """Actual less promised; where some steps say nothing, only once it is late already."""
        if self.actual is None or self.promised is None:
            return None
        late = self.actual - self.promised
        return late if self.whole or late > 0 else None


def span_of(
    graph: Graph,
    number: int,
    path: Mapping[int, int],
    ledgers: Mapping[int, Ledger],
    actions: Mapping[int, Sequence[int]],
) -> Span | None:
    """Return what a promise spans on a main path; nothing where it touches none of its steps.

    It spans from the step ``target.from`` to ``target.to``; where they are not said, from the
    first to the last of the steps that keep it. A step that promises the same length restates
    the promise; one of them speaks for all its steps. Where an end is not on the path, only
    such a step can tell anything.

    Args:
        graph: The graph.
        number: The promise.
        path: Numbers of the steps on the main path in order, each with its place.
        ledgers: The times of each step.
        actions: The actions of each step.
    """
    promise = graph.nodes[number].element
    ends = _ends(graph, number, path)
    if ends is None or not isinstance(promise, Promise):
        return None
    steps = tuple(islice(path, ends.first, ends.last + 1))
    own = [ledgers[step] for step in steps]
    promised = _limit(promise.target)
    restating = tuple(
        step
        for step, entry in zip(steps, own, strict=True)
        if promised and entry.promised == promised and entry.actual is not None and len(steps) > 1
    )
    if not restating and not ends.whole:
        return None
    speaker = max(restating, key=lambda step: _says_most(ledgers[step]), default=None)
    added = total(own)
    return Span(
        promise=number,
        steps=steps,
        promised=promised,
        tolerance=_tolerance(promise.target, promised),
        actual=added.actual if speaker is None else ledgers[speaker].actual,
        whole=speaker is not None or added.timed == added.steps,
        speaker=speaker,
        restating=restating,
        pieces=_pieces(steps, restating, speaker, ledgers),
        receptions=tuple(receptions(graph, steps, actions)),
    )


def _says_most(entry: Ledger) -> tuple[float, float, float]:
    return (entry.actual or 0.0, entry.waiting or 0.0, entry.perceived or 0.0)


def _pieces(
    steps: Iterable[int],
    restating: Collection[int],
    speaker: int | None,
    ledgers: Mapping[int, Ledger],
) -> Pieces:
    """Return the pieces of a span; where one step speaks for all, its waiting is that of all."""
    found = pieces(ledgers[n] for n in steps if n == speaker or n not in restating)
    if speaker is None or ledgers[speaker].waiting is None:
        return found
    whole = ledgers[speaker]
    return replace(found, waiting=whole.waiting, consumption=whole.consumption)


def receptions(
    graph: Graph, steps: Iterable[int], actions: Mapping[int, Sequence[int]]
) -> list[int]:
    """Return the steps at which the customer must be present for a party not met before.

    The customer is present where both he and a person in view act, and not by channels at a
    distance only; the party is that person's department, else the role.

    Args:
        graph: The graph.
        steps: Numbers of steps, in order.
        actions: The actions of each step.
    """
    met: set[str] = set()
    found = []
    for step in steps:
        parties = {party for n in actions[step] if (party := _party(graph, step, n)) is not None}
        if any(graph.nodes[n].kind == "customer" for n in actions[step]) and parties - met:
            found.append(step)
            met |= parties
    return found


def _party(graph: Graph, step: int, number: int) -> str | None:
    node = graph.nodes[number]
    act = node.element
    if node.kind != "frontstage" or not isinstance(act, Act) or act.actor != "person":
        return None
    home = graph.nodes[step].element
    customers = home.customer if isinstance(home, Step) else ()
    if any(_alone(entry) for entry in customers) or _at_a_distance(graph, step, number):
        return None
    return node.department or (str(act.role) if act.role is not None else "")


def _alone(entry: CustomerAction) -> bool:
    return entry.participation == "self"


def _at_a_distance(graph: Graph, step: int, number: int) -> bool:
    own = [graph.targets[n] for n in graph.leaving[number] if graph.links[n].kind == "via"]
    if not own:
        home = graph.nodes[step].element
        stem = graph.nodes[step].home.stem
        refs = home.channels if isinstance(home, Step) else ()
        found = (graph.scope.find(stem, ref, "channel") for ref in refs)
        own = [graph.index[ids[0]] for ids in found if len(ids) == 1]
    kinds = {channel.kind for n in own if isinstance(channel := graph.nodes[n].element, Channel)}
    return bool(kinds) and kinds <= _AT_A_DISTANCE


class _Ends(NamedTuple):
    """Places of the first and last step of a promise, and whether these are all of it."""

    first: int
    last: int
    whole: bool


def _ends(graph: Graph, number: int, place: Mapping[int, int]) -> _Ends | None:
    node = graph.nodes[number]
    promise = node.element
    target = promise.target if isinstance(promise, Promise) else None
    refs = (None, None) if target is None else (target.from_, target.to)
    first, last = (_place(graph, node.home.stem, ref, place) for ref in refs)
    keepers = [
        place[step]
        for n in graph.arriving[number]
        if graph.links[n].kind == "keeps"
        and (step := _step_of(graph, graph.sources[n])) is not None
        and step in place
    ]
    start = first if first is not None else min(keepers, default=last)
    end = last if last is not None else max(keepers, default=first)
    if start is None or end is None or end < start:
        return None
    lost = (refs[0] is not None and first is None) or (refs[1] is not None and last is None)
    return _Ends(start, end, not lost)


def _place(graph: Graph, stem: str | None, ref: str | None, place: Mapping[int, int]) -> int | None:
    found = () if ref is None else graph.scope.find(stem, ref, "step")
    at = {place[n] for i in found if (n := graph.index.get(i)) is not None and n in place}
    return at.pop() if len(at) == 1 else None


def _step_of(graph: Graph, action: int) -> int | None:
    step = graph.nodes[action].step
    return None if step is None else graph.index[step]


def _limit(target: Target | None) -> float | None:
    limit = None if target is None else target.at_most
    return length_of(limit) if isinstance(limit, str) else None


def _tolerance(target: Target | None, promised: float | None) -> float:
    missed = None if target is None else target.tolerance
    if isinstance(missed, str):
        return length_of(missed) or 0.0
    return max(0.0, missed or 0.0) * (promised or 0.0)
