"""The tables of a comparison: counts, sums, steps, moves, owners, moments, systems, changes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from blueprint.analysis.amounts import unit_for
from blueprint.analysis.comparison.altered import Altered
from blueprint.analysis.comparison.figures import TIMES, Figures
from blueprint.analysis.comparison.sums import Sums, sums
from blueprint.analysis.difference.tables import changes_table
from blueprint.analysis.naming import ID, KIND_COLUMN, NAME, filled, table, trimmed
from blueprint.analysis.once import once
from blueprint.analysis.ripple.words import KIND
from blueprint.analysis.times.speed_up import speed_up_told
from blueprint.graph import Graph
from blueprint.model import Blueprint
from blueprint.report import Cell, Column, Table
from blueprint.words import Phrase
from blueprint.words.label import label_phrase

COUNTED: Mapping[str, str] = {
    "steps": "Steps",
    "actions": "Actions",
    "customer": "Actions of customers",
    "departments": "Departments at work",
    "handoffs": "Handoffs between departments",
    "systems": "Systems used",
    "moments": "Declared moments of truth",
}
"""What is counted, in words."""

MEASURED: Mapping[str, str] = {
    "promised": "Promised time",
    "acceptable": "Acceptable time",
    "actual": "Actual time",
    "perceived": "Perceived time",
    "waiting": "Waiting time",
    "effort": "Effort of customers",
}
"""The times that are summed up, in words."""

WHERE: Mapping[str, str] = {"lane": "Lane", "step": "Step", "phase": "Phase"}

_BEFORE = Column(key="before", title=Phrase.of("Before"))
_AFTER = Column(key="after", title=Phrase.of("After"))
_DIFFERENCE = Column(key="difference", title=Phrase.of("Difference"))
_FIGURE = Column(key="figure", title=Phrase.of("Figure"))
_SAID = (
    Column(key="said_before", title=Phrase.of("Said before")),
    Column(key="said_after", title=Phrase.of("Said after")),
)
_HAPPENED = Column(key="happened", title=Phrase.of("What happened"))
_FILE = Column(key="blueprint", title=Phrase.of("Blueprint"))


@once
def measured(altered: Altered) -> Mapping[tuple[str, str], Mapping[str, Sums]]:
    """Return the times on the main path of each blueprint in both states, in seconds, by name."""
    return {
        (one, other): _measured(altered.before[one], altered.after[other], altered.same)
        for one, other in altered.pairs
    }


def _measured(before: Figures, after: Figures, same: Mapping[str, str]) -> dict[str, Sums]:
    found = {name: sums(before.times[name], after.times[name], same) for name in TIMES}
    return {**found, "effort": sums(before.effort, after.effort, same)}


def costs(altered: Altered, one: str, other: str) -> Sums:
    """Return the cost of the main path of a blueprint in both states."""
    return sums(altered.before[one].cost, altered.after[other].cost, altered.same)


def blueprint_of(graph: Graph, blueprint: str) -> Blueprint:
    """Return a blueprint by its graph id."""
    scope = graph.scope
    return next(b for stem, b in scope.blueprints.items() if scope.blueprint_id(stem) == blueprint)


def currency_of(graph: Graph, blueprint: str) -> str | None:
    """Return the currency of a blueprint's amounts: its own, else the catalog's."""
    found = blueprint_of(graph, blueprint)
    return found.currency or (found.catalog.currency if found.catalog else None)


def one_currency(altered: Altered, one: str, other: str) -> bool:
    """Tell whether amounts of both states can be compared."""
    old, new = altered.difference.old, altered.difference.new
    return currency_of(old, one) == currency_of(new, other)


def tables(altered: Altered) -> tuple[Table, ...]:
    """Return the tables of a comparison that have rows."""
    changes = replace(altered.difference, elements=altered.elements)
    return filled(
        _counts(altered),
        _times(altered),
        _costs(altered),
        _steps(altered),
        _moves(altered),
        _owners(altered),
        _moments(altered),
        _systems(altered),
        changes_table(changes),
    )


def _counts(altered: Altered) -> Table:
    rows: list[tuple[Cell, ...]] = []
    for one, other in altered.pairs:
        before, after = altered.before[one].counts, altered.after[other].counts
        rows += [
            (
                *_file(altered, other),
                Phrase.of(title),
                before[name],
                after[name],
                after[name] - before[name],
            )
            for name, title in COUNTED.items()
            if before[name] or after[name]
        ]
    columns = (*_file_column(altered), _FIGURE, _BEFORE, _AFTER, _DIFFERENCE)
    return table("counts", Phrase.of("What there is of each"), columns, rows)


def _times(altered: Altered) -> Table:
    found = [
        (other, name, entry)
        for (_, other), figures in measured(altered).items()
        for name, entry in figures.items()
        if entry.said
    ]
    unit = unit_for(
        length for *_, entry in found for length in (entry.before.total, entry.after.total)
    )
    rows = (
        (
            *_file(altered, other),
            Phrase.of(MEASURED[name]),
            unit.of(entry.before.total),
            unit.of(entry.after.total),
            unit.of(entry.difference),
            *_said(entry),
        )
        for other, name, entry in found
    )
    timed = (replace(column, unit=unit.name) for column in (_BEFORE, _AFTER, _DIFFERENCE))
    columns = (*_file_column(altered), _FIGURE, *timed, *_SAID)
    return table("times", Phrase.of("Times on the main path"), columns, rows)


def _costs(altered: Altered) -> Table:
    old, new = altered.difference.old, altered.difference.new
    rows: list[tuple[Cell, ...]] = []
    units = set()
    for one, other in altered.pairs:
        if not one_currency(altered, one, other):
            continue
        entry = costs(altered, one, other)
        units.add(currency_of(new, other))
        was, now = blueprint_of(old, one), blueprint_of(new, other)
        amounts: tuple[tuple[str, float | None, float | None, float | None, tuple[Cell, ...]], ...]
        amounts = (
            ("Cost of the main path", entry.before.total, entry.after.total, entry.difference,
             _said(entry)),
            ("Price", was.price, now.price, _less(was.price, now.price), (None, None)),
            ("Budget", was.budget, now.budget, _less(was.budget, now.budget), (None, None)),
        )  # fmt: skip
        rows += [
            (*_file(altered, other), Phrase.of(title), *map(_money, (before, after, more)), *said)
            for title, before, after, more, said in amounts
            if before is not None or after is not None
        ]
    unit = units.pop() if len(units) == 1 else None
    paid = (replace(column, unit=unit) for column in (_BEFORE, _AFTER, _DIFFERENCE))
    columns = (*_file_column(altered), _FIGURE, *paid, *_SAID)
    return table("cost", Phrase.of("What it costs each time"), columns, rows)


def _less(before: float | None, after: float | None) -> float | None:
    return None if before is None or after is None else after - before


def _money(amount: float | None) -> float | None:
    return None if amount is None else round(amount, 4) + 0.0


def _steps(altered: Altered) -> Table:
    """Return the times of each step that are not what they were."""
    found = list(_timed_steps(altered))
    unit = unit_for(length for *_, before, after in found for length in (before, after))
    rows = (
        (
            step,
            name,
            Phrase.of(MEASURED[time]),
            unit.of(b),
            unit.of(a),
            unit.of(_less(b, a)),
            speed_up_told(b, a),
        )
        for step, name, time, b, a in found
    )
    columns = (
        ID,
        NAME,
        _FIGURE,
        *(replace(column, unit=unit.name) for column in (_BEFORE, _AFTER, _DIFFERENCE)),
        Column(key="speed_up", title=Phrase.of("Shorter by, faster by")),
    )
    title = Phrase.of("Times of steps that are not what they were")
    return trimmed(table("steps", title, columns, rows))


def _timed_steps(
    altered: Altered,
) -> Iterator[tuple[str, Phrase, str, float | None, float | None]]:
    new, old = altered.difference.new, altered.difference.old
    for one, other in altered.pairs:
        before, after = altered.before[one].steps, altered.after[other].steps
        for step in after["actual"]:
            for time in TIMES:
                was = before[time].get(altered.former.get(step, ""))
                now = after[time][step]
                if was != now:
                    yield step, label_phrase(new.node(step).name), time, was, now
        for step in before["actual"]:
            if step not in altered.same:
                for time in TIMES:
                    if before[time][step] is not None:
                        yield (
                            step,
                            label_phrase(old.node(step).name),
                            time,
                            before[time][step],
                            None,
                        )


def _moves(altered: Altered) -> Table:
    lines = {"out": "goes out of sight", "in": "comes into sight"}
    rows = (
        (
            move.id,
            move.name,
            Phrase.of(WHERE[move.what]),
            move.before,
            move.after,
            Phrase.of(lines[move.line]) if move.line else None,
        )
        for move in altered.moves
    )
    columns = (
        ID,
        NAME,
        Column(key="what", title=Phrase.of("What")),
        _BEFORE,
        _AFTER,
        Column(key="line", title=Phrase.of("Line of visibility")),
    )
    return table("moves", Phrase.of("What stands elsewhere"), columns, rows)


def _owners(altered: Altered) -> Table:
    nobody = Phrase.of("nobody")
    rows = (
        (
            handover.node.id,
            label_phrase(handover.node.name),
            Phrase.of(KIND[handover.node.kind]),
            handover.before or nobody,
            handover.after or nobody,
        )
        for handover in altered.handovers
    )
    columns = (ID, NAME, KIND_COLUMN, _BEFORE, _AFTER)
    return table("owners", Phrase.of("What another department does or answers for"), columns, rows)


def _moments(altered: Altered) -> Table:
    sides = ((altered.moments_lost, "lost"), (altered.moments_gained, "new"))
    rows = (
        (node.id, label_phrase(node.name), Phrase.of(happened))
        for nodes, happened in sides
        for node in nodes
    )
    return table("moments", Phrase.of("Moments of truth"), (ID, NAME, _HAPPENED), rows)


def _systems(altered: Altered) -> Table:
    gone, came = systems(altered)
    rows = [(i, name, Phrase.of("no longer used")) for i, name in gone.items()]
    rows += [(i, name, Phrase.of("newly used")) for i, name in came.items()]
    columns = (ID, NAME, _HAPPENED)
    return table("systems", Phrase.of("Systems, more and fewer"), columns, rows)


def systems(altered: Altered) -> tuple[dict[str, Phrase], dict[str, Phrase]]:
    """Return the systems that are no longer used, and those that are newly used, by id."""
    old, new = altered.difference.old, altered.difference.new
    before = {system for figures in altered.before.values() for system in figures.systems}
    after = {system for figures in altered.after.values() for system in figures.systems}
    was = {altered.same.get(system) for system in before}
    gone = {
        node.id: label_phrase(node.name)
        for node in old.of_kind("system")
        if node.id in before and altered.same.get(node.id) not in after
    }
    came = {
        node.id: label_phrase(node.name)
        for node in new.of_kind("system")
        if node.id in after and node.id not in was
    }
    return gone, came


def _said(entry: Sums) -> tuple[Cell, Cell]:
    of = "{n} of {m}"
    return (
        Phrase.of(of, n=entry.before.said, m=entry.before.of),
        Phrase.of(of, n=entry.after.said, m=entry.after.of),
    )


def _file_column(altered: Altered) -> tuple[Column, ...]:
    return (_FILE,) if len(altered.pairs) > 1 else ()


def _file(altered: Altered, blueprint: str) -> tuple[Cell, ...]:
    if len(altered.pairs) < 2:  # noqa: PLR2004  (of one nobody asks which)
        return ()
    return (label_phrase(altered.difference.new.node(blueprint).name),)
