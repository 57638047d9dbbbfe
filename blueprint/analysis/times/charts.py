"""The charts of the report of times: the ledger of each step, stacked and side by side."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from blueprint.analysis.amounts import Unit
from blueprint.analysis.naming import name_apart
from blueprint.analysis.times.ledger import Ledger
from blueprint.analysis.times.seen import Seen
from blueprint.report import Chart, Point, Series
from blueprint.words import Phrase

_MOST = 40
"""How many steps a chart shows: the first ones that say a time."""

_Figure = Callable[[Ledger], float | None]

_STACK: tuple[tuple[Phrase, _Figure], ...] = (
    (Phrase.of("Waiting"), lambda own: None if own.contradicts else own.waiting),
    (
        Phrase.of("The rest of what it takes"),
        lambda own: own.actual if own.waiting is None or own.contradicts else own.consumption,
    ),
    (
        Phrase.of("Felt on top of it"),
        lambda own: (
            None
            if own.perceived is None or own.actual is None
            else max(0.0, own.perceived - own.actual)
        ),
    ),
)

_BARS: tuple[tuple[Phrase, _Figure], ...] = (
    (Phrase.of("Promised"), lambda own: own.promised),
    (Phrase.of("Acceptable"), lambda own: own.acceptable),
    (Phrase.of("Actual"), lambda own: own.actual),
    (Phrase.of("Perceived"), lambda own: own.perceived),
)


def charts(seen: Seen, unit: Unit) -> tuple[Chart, ...]:
    """Return the ledger as charts; none where no step says what it takes."""
    told = [(n, own) for n, own in seen.times.ledgers.items() if own.actual is not None][:_MOST]
    if not told:
        return ()
    return (
        _chart(seen, unit, "time", Phrase.of("Where the time of each step goes"), _STACK, told),
        _chart(
            seen,
            unit,
            "ledger",
            Phrase.of("Promised, acceptable, actual and perceived time"),
            _BARS,
            told,
        ),
    )


def _chart(
    seen: Seen,
    unit: Unit,
    name: str,
    title: Phrase,
    parts: Sequence[tuple[Phrase, _Figure]],
    told: Sequence[tuple[int, Ledger]],
) -> Chart:
    return Chart(
        name=name,
        title=title,
        kind="stack" if parts is _STACK else "bars",
        across=Phrase.of("Steps"),
        up=Phrase.of("Time in {unit}", unit=Phrase.of(unit.name)),
        series=tuple(
            Series(
                name=said,
                points=tuple(
                    Point(
                        label=name_apart(seen.graph, step),
                        y=unit.of(figure(own)),
                        about=seen.graph.nodes[step].id,
                    )
                    for step, own in told
                ),
            )
            for said, figure in parts
            if any(figure(own) is not None for _, own in told)
        ),
    )
