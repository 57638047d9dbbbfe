"""The loops of changes: a reason, a metric that should move, and whether it was measured again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from blueprint.analysis.levers.acting import meant
from blueprint.analysis.levers.comparing import Figures
from blueprint.analysis.levers.measuring import Measured
from blueprint.analysis.written import holders
from blueprint.graph import Graph
from blueprint.model import Change, Label
from blueprint.words import Phrase

_AFTER = Phrase.of("a figure from after")


@dataclass(frozen=True, slots=True, kw_only=True)
class Loop:
    """One change, and how far its loop is closed.

    Attributes:
        name: What is to change.
        stem: Its file.
        because: Its reasons: what research saw, or text.
        metrics: Numbers of the metrics that should move.
        remeasure: When they are to be measured again.
        before: Numbers of those measured before that day.
        after: Numbers of those measured on that day or later.
        missing: What keeps the loop open; nothing where it is closed.
        overdue: Whether the day to measure again is over, and it was not done.
        about: Ids of what is changed, then of the metrics.
    """

    name: Label
    stem: str
    because: tuple[Label, ...]
    metrics: tuple[int, ...]
    remeasure: str | None
    before: frozenset[int]
    after: frozenset[int]
    missing: tuple[Phrase, ...]
    overdue: bool
    about: tuple[str, ...]

    @property
    def closed(self) -> bool:
        """Whether nothing is missing."""
        return not self.missing

    @property
    def only_waits(self) -> bool:
        """Whether nothing is missing but what is to be measured again."""
        return self.missing == (_AFTER,)


def loops(
    graph: Graph, changes: Mapping[str, Change], figures: Figures, today: str | None
) -> Iterator[Loop]:
    """Go through the loops of all changes, in their order."""
    seen = {
        key: entry.says
        for _, catalog in holders(graph)
        for key, entry in catalog.observations.items()
    }
    for stem, change in changes.items():
        metrics = meant(graph, None, change.moves, "metric")
        day = change.remeasure
        dates = {metric: _dates(figures.get(metric, ())) for metric in metrics}
        before = frozenset(m for m, own in dates.items() if own and (day is None or own[0] < day))
        after = frozenset(m for m, own in dates.items() if own and day and own[-1] >= day)
        missing = tuple(_missing(change, metrics, before, after))
        altered = meant(graph, None, [entry.to for entry in change.changes], "any")
        yield Loop(
            name=change.change,
            stem=stem,
            because=tuple(
                seen.get(reason, reason) if isinstance(reason, str) else reason
                for reason in change.because
            ),
            metrics=metrics,
            remeasure=day,
            before=before,
            after=after,
            missing=missing,
            overdue=bool(today and day and day < today and len(after) < len(metrics)),
            about=tuple(graph.nodes[number].id for number in (*altered, *metrics)),
        )


def _dates(figures: Sequence[Measured]) -> list[str]:
    return sorted(one.result.date for one in figures if one.result.date)


def _missing(
    change: Change, metrics: Sequence[int], before: frozenset[int], after: frozenset[int]
) -> Iterator[Phrase]:
    if not change.because:
        yield Phrase.of("a reason")
    if not metrics:
        yield Phrase.of("a metric that should move")
    if change.remeasure is None:
        yield Phrase.of("a day to measure again")
    if len(before) < len(metrics):
        yield Phrase.of("a figure from before")
    if len(after) < len(metrics):
        yield _AFTER
