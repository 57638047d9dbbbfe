"""The tables of the report of times."""

from __future__ import annotations

from itertools import islice

from blueprint.analysis.amounts import Unit, unit_for
from blueprint.analysis.naming import (
    DEPARTMENT,
    ID,
    NAME,
    WHO,
    name_apart,
    name_of_id,
    named,
    table,
    who,
)
from blueprint.analysis.times.ledger import Ledger, Total
from blueprint.analysis.times.maister import held_against
from blueprint.analysis.times.seen import Seen
from blueprint.analysis.times.spans import Span
from blueprint.analysis.times.timed import Walk, others
from blueprint.report import Cell, Column, Table
from blueprint.words import Phrase

_STEPS = Column(key="steps", title=Phrase.of("Steps"))
_TIMED = Column(key="timed", title=Phrase.of("Steps that say a time"))
_DISTORTION = Column(key="distortion", title=Phrase.of("Distortion"), unit="×")
_WAIT_SHARE = Column(key="wait_share", title=Phrase.of("Share of waiting"), unit="%")
_WAITS = Column(key="waits", title=Phrase.of("Waits"))
_SMALL = 0.01


def ledger_table(seen: Seen, unit: Unit, most: int) -> Table:
    """Return what the steps say of their times."""
    told = ((n, own) for n, own in seen.times.ledgers.items() if own.says)
    return table(
        "ledger",
        Phrase.of("The ledger of time"),
        (ID, NAME, *_written(unit)),
        (
            (seen.graph.nodes[n].id, name_apart(seen.graph, n), *_ledger(own, unit))
            for n, own in islice(told, most)
        ),
    )


def actions_table(seen: Seen, unit: Unit, most: int) -> Table:
    """Return what single actions say of their times, beside what their steps say."""
    return table(
        "actions",
        Phrase.of("Times of single actions"),
        (*WHO, *_written(unit)),
        ((*who(seen.graph, n), *_ledger(own, unit)) for n, own in islice(others(seen.times), most)),
    )


def _written(unit: Unit) -> tuple[Column, ...]:
    return (
        Column(key="promised", title=Phrase.of("Promised"), unit=unit.name),
        Column(key="window", title=Phrase.of("Promised window")),
        Column(key="acceptable", title=Phrase.of("Acceptable"), unit=unit.name),
        Column(key="actual", title=Phrase.of("Actual"), unit=unit.name),
        Column(key="perceived", title=Phrase.of("Perceived"), unit=unit.name),
        Column(key="waiting", title=Phrase.of("Waiting"), unit=unit.name),
        Column(key="unexpected", title=Phrase.of("Unexpected")),
    )


def _ledger(own: Ledger, unit: Unit) -> tuple[Cell, ...]:
    return (
        unit.of(own.promised),
        None if own.window is None else "–".join(own.window),
        unit.of(own.acceptable),
        unit.of(own.actual),
        unit.of(own.perceived),
        unit.of(own.waiting),
        ", ".join(own.unexpected) or None,
    )


def derived_table(seen: Seen, unit: Unit, most: int) -> Table:
    """Return what follows from the ledger and from the standard time of each step."""
    rows = (row for n, own in seen.times.ledgers.items() if (row := _derived(seen, n, own, unit)))
    return table(
        "steps",
        Phrase.of("What follows from the ledger: lateness, waiting, slack and more"),
        (
            ID,
            NAME,
            Column(key="lateness", title=Phrase.of("Lateness"), unit=unit.name),
            Column(key="overrun", title=Phrase.of("Overrun"), unit=unit.name),
            _DISTORTION,
            _WAIT_SHARE,
            Column(key="consumption", title=Phrase.of("Consumption"), unit=unit.name),
            Column(key="standard", title=Phrase.of("Standard time"), unit=unit.name),
            Column(key="slack", title=Phrase.of("Slack"), unit=unit.name),
        ),
        islice(rows, most),
    )


def _derived(seen: Seen, step: int, own: Ledger, unit: Unit) -> tuple[Cell, ...] | None:
    standard = seen.times.standards[step]
    cells = (
        unit.of(own.lateness),
        unit.of(own.overrun),
        _rounded(own.distortion),
        _per_cent(own.wait_share),
        unit.of(own.consumption),
        unit.of(standard.length) if standard.told else None,
        unit.of(seen.times.slack(step)),
    )
    if all(cell is None for cell in cells):
        return None
    return (seen.graph.nodes[step].id, name_apart(seen.graph, step), *cells)


def phases_table(seen: Seen, unit: Unit) -> Table:
    """Return the times of each phase, over its steps on the main path."""
    phases: dict[str, list[int]] = {}
    for walk in seen.walks:
        for step in walk.path:
            phase = seen.graph.nodes[step].phase
            if phase is not None:
                phases.setdefault(phase, []).append(step)
    totals = {phase: seen.total(tuple(steps)) for phase, steps in phases.items()}
    return table(
        "phases",
        Phrase.of("Phases, over their steps on the main path"),
        (ID, NAME, *_sums(unit)),
        (
            (phase, name_apart(seen.graph, seen.graph.index[phase]), *_summed(own, unit))
            for phase, own in totals.items()
            if own.actual is not None or own.waiting is not None
        ),
    )


def paths_table(seen: Seen, unit: Unit) -> Table:
    """Return the times of each main path."""
    return table(
        "paths",
        Phrase.of("Main paths"),
        (
            ID,
            NAME,
            *_sums(unit),
            Column(key="acceptable", title=Phrase.of("Acceptable"), unit=unit.name),
        ),
        (
            (*_path(seen, walk), *_summed(own, unit), unit.of(own.acceptable))
            for walk, own in zip(seen.walks, seen.totals, strict=True)
            if own.timed
        ),
    )


def work_table(seen: Seen, unit: Unit) -> Table:
    """Return how long the work on each main path takes: its standard and its expected time."""
    return table(
        "work",
        Phrase.of("The work on main paths"),
        (
            ID,
            NAME,
            Column(key="standard", title=Phrase.of("Standard time"), unit=unit.name),
            Column(key="work", title=Phrase.of("All work"), unit=unit.name),
            Column(key="expected", title=Phrase.of("Expected time"), unit=unit.name),
            Column(key="told", title=Phrase.of("Actions that say a duration")),
            Column(key="silent", title=Phrase.of("Actions of the service that say none")),
        ),
        (
            (
                *_path(seen, walk),
                unit.of(walk.standard.length),
                unit.of(walk.standard.work),
                unit.of(walk.expected),
                walk.standard.told,
                walk.standard.silent,
            )
            for walk in seen.walks
            if walk.standard.told
        ),
    )


def _path(seen: Seen, walk: Walk) -> tuple[Cell, Cell]:
    home = walk.journey.blueprint
    return home, name_of_id(seen.graph, home)


def _sums(unit: Unit) -> tuple[Column, ...]:
    return (
        _STEPS,
        _TIMED,
        Column(key="actual", title=Phrase.of("Actual"), unit=unit.name),
        Column(key="perceived", title=Phrase.of("Perceived"), unit=unit.name),
        Column(key="distortion", title=Phrase.of("Distortion, where both are said"), unit="×"),
        Column(key="waiting", title=Phrase.of("Waiting"), unit=unit.name),
        Column(
            key="wait_share", title=Phrase.of("Share of waiting, where both are said"), unit="%"
        ),
        _WAITS,
        Column(key="late", title=Phrase.of("Lateness of late steps"), unit=unit.name),
    )


def _summed(own: Total, unit: Unit) -> tuple[Cell, ...]:
    return (
        own.steps,
        own.timed,
        unit.of(own.actual),
        unit.of(own.perceived),
        _rounded(own.distortion),
        unit.of(own.waiting),
        _per_cent(own.wait_share),
        own.waits,
        unit.of(own.late),
    )


def critical_table(seen: Seen, most: int) -> Table:
    """Return the actions that decide how long each main path takes, in order."""
    critical = [(walk, number) for walk in seen.walks for number in walk.standard.critical]
    lengths = {number: seen.times.plan.length_of(number) for _, number in critical}
    unit = unit_for(lengths.values())
    graph = seen.graph
    return table(
        "critical",
        Phrase.of("Critical path: what decides how long the main path takes"),
        (
            ID,
            NAME,
            Column(key="step", title=Phrase.of("Step")),
            DEPARTMENT,
            Column(key="duration", title=Phrase.of("Duration"), unit=unit.name),
            Column(key="share", title=Phrase.of("Share of the main path"), unit="%"),
        ),
        (
            (
                graph.nodes[number].id,
                name_apart(graph, number),
                name_of_id(graph, graph.nodes[number].step),
                name_of_id(graph, graph.nodes[number].department),
                unit.of(lengths[number]),
                _per_cent((lengths[number] or 0.0) / walk.standard.length),
            )
            for walk, number in critical[:most]
        ),
    )


def promises_table(seen: Seen, unit: Unit) -> Table:
    """Return the waits and receptions of each promise that spans steps of a main path."""
    return table(
        "promises",
        Phrase.of("Promises: waits, fragments and receptions"),
        (
            ID,
            NAME,
            _STEPS,
            Column(key="promised", title=Phrase.of("Promised"), unit=unit.name),
            Column(key="actual", title=Phrase.of("Actual"), unit=unit.name),
            Column(key="lateness", title=Phrase.of("Lateness"), unit=unit.name),
            Column(key="waiting", title=Phrase.of("Waiting"), unit=unit.name),
            Column(key="consumption", title=Phrase.of("Consumption"), unit=unit.name),
            _WAITS,
            Column(key="fragments", title=Phrase.of("Fragments")),
            Column(key="receptions", title=Phrase.of("Receptions")),
            Column(key="received_in", title=Phrase.of("Received in")),
        ),
        (_promise(seen, span, unit) for spans in seen.spans for span in spans),
    )


def _promise(seen: Seen, span: Span, unit: Unit) -> tuple[Cell, ...]:
    return (
        seen.graph.nodes[span.promise].id,
        name_apart(seen.graph, span.promise),
        len(span.steps),
        unit.of(span.promised),
        unit.of(span.actual),
        unit.of(span.lateness),
        unit.of(span.pieces.waiting),
        unit.of(span.pieces.consumption),
        span.pieces.waits,
        span.pieces.fragments,
        len(span.receptions),
        named(seen.graph, span.receptions) if span.receptions else None,
    )


def maister_table(seen: Seen) -> Table:
    """Return the eight propositions on waiting, each held against the waits of main paths."""
    if not seen.waits:
        return table("waiting", Phrase.of("Eight propositions on waiting"), (), ())
    return table(
        "waiting",
        Phrase.of("Eight propositions on waiting"),
        (
            Column(key="proposition", title=Phrase.of("Proposition")),
            Column(key="looked_for", title=Phrase.of("Looked for")),
            Column(key="eased", title=Phrase.of("Waits where it is there")),
            Column(key="open", title=Phrase.of("Waits where it is not")),
            Column(key="unknown", title=Phrase.of("Cannot tell")),
            Column(key="open_in", title=Phrase.of("Not there in")),
        ),
        (
            (
                proposition.text,
                proposition.looked_for,
                len(answers["eased"]),
                len(answers["open"]),
                len(answers["unknown"]),
                named(seen.graph, answers["open"]) if answers["open"] else None,
            )
            for proposition, answers in held_against(seen.waits).items()
        ),
    )


def _rounded(figure: float | None) -> float | None:
    return None if figure is None else round(figure, 2)


def _per_cent(share: float | None) -> float | None:
    """Return a share in per cent; of a small one, two figures that count."""
    if share is None:
        return None
    return (
        round(share * 100, 1) if abs(share) >= _SMALL or not share else float(f"{share * 100:.2g}")
    )
