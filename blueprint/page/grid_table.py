"""The drawing as a table: a row for each step, a column for each lane."""

from __future__ import annotations

from dataclasses import dataclass

from blueprint.layout.view import Card, View, ViewPhase, ViewStep


@dataclass(frozen=True, slots=True)
class Row:
    """A step and its cards, lane by lane."""

    step: ViewStep
    cells: tuple[tuple[Card, ...], ...]


@dataclass(frozen=True, slots=True)
class RowGroup:
    """A phase and the rows of its steps."""

    phase: ViewPhase
    rows: tuple[Row, ...]


def row_groups(view: View) -> tuple[RowGroup, ...]:
    """Return the rows of the table, phase by phase."""
    cells: dict[tuple[int, int], list[Card]] = {}
    for card in view.cards:
        cells.setdefault((card.step, card.lane), []).append(card)
    rows = [
        Row(step, tuple(tuple(cells.get((n, lane), ())) for lane in range(len(view.lanes))))
        for n, step in enumerate(view.steps)
    ]
    return tuple(
        RowGroup(phase, tuple(rows[phase.first : phase.first + phase.count]))
        for phase in view.phases
    )
