"""What a promise spans: its steps on the main path, their waits, and their receptions."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import islice

from blueprint.analysis.times.anchors import Anchor
from blueprint.analysis.times.ledger import Ledger
from blueprint.analysis.times.receptions import receptions


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
    waits = fragments = 0
    served = False
    waited: list[float] = []
    consumed: list[float] = []
    for entry in ledgers:
        if entry.waiting is not None:
            waited.append(entry.waiting)
        if entry.waiting:
            waits, served = waits + 1, False
        part = entry.actual if entry.waiting is None else entry.consumption
        if part is not None:
            consumed.append(part)
        if part:
            fragments, served = fragments + (not served), True
    return Pieces(
        waiting=float(sum(waited)) if waited else None,
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
    anchor: Anchor,
    path: Mapping[int, int],
    ledgers: Mapping[int, Ledger],
    parties: Mapping[int, Collection[str]],
) -> Span | None:
    """Return what a promise spans on a main path; nothing where it touches none of its steps.

    A step that promises the same length restates the promise; one of them speaks for all its
    steps. Where an end is not on the path, only such a step can tell anything.

    Args:
        anchor: The promise, and where it begins and ends.
        path: Numbers of the steps on the main path in order, each with its place.
        ledgers: The times of each step.
        parties: Whom the customer is present for in each step, as `parties_of` gives them.
    """
    ends = anchor.ends(path)
    if ends is None:
        return None
    steps = tuple(islice(path, ends.first, ends.last + 1))
    own = [ledgers[step] for step in steps]
    promised = anchor.promised
    restating = tuple(
        step
        for step, entry in zip(steps, own, strict=True)
        if promised and entry.promised == promised and entry.actual is not None and len(steps) > 1
    )
    if not restating and not ends.whole:
        return None
    speaker = max(restating, key=lambda step: _says_most(ledgers[step]), default=None)
    told = [entry.actual for entry in own if entry.actual is not None]
    added = float(sum(told)) if told else None
    return Span(
        promise=anchor.promise,
        steps=steps,
        promised=promised,
        tolerance=anchor.tolerance,
        actual=added if speaker is None else ledgers[speaker].actual,
        whole=speaker is not None or len(told) == len(own),
        speaker=speaker,
        restating=restating,
        pieces=_pieces(steps, restating, speaker, ledgers),
        receptions=receptions(steps, parties),
    )


def _says_most(entry: Ledger) -> tuple[float, float, float]:
    return (entry.actual or 0.0, entry.waiting or 0.0, entry.perceived or 0.0)


def _pieces(
    steps: Iterable[int],
    restating: Collection[int],
    speaker: int | None,
    ledgers: Mapping[int, Ledger],
) -> Pieces:
    """Return the pieces of a span; where one step speaks for all, its waiting is that of all.

    A step that says it takes longer than all of them together speaks of something else.
    """
    own = [ledgers[n] for n in steps if n == speaker or n not in restating]
    if speaker is not None:
        most = ledgers[speaker].actual or 0.0
        own = [replace(one, actual=None) if (one.actual or 0.0) > most else one for one in own]
    found = pieces(own)
    if speaker is None or ledgers[speaker].waiting is None:
        return found
    whole = ledgers[speaker]
    return replace(found, waiting=whole.waiting, consumption=whole.consumption)
