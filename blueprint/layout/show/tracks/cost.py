"""What each step costs per customer: the sum of what its actions state."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from blueprint.layout.show.context import Context
from blueprint.layout.show.values import money
from blueprint.layout.view import TrackMark, TrackRow, ViewTrack
from blueprint.model import Cost, StepName, seconds


class _Sum(NamedTuple):
    """An amount, and whether parts of it could not be told."""

    amount: Decimal
    more: bool
    stated: bool


def cost_track(context: Context) -> ViewTrack | None:
    """Return one row of bars; its note has the sum beside what may be spent."""
    sums = [_of_step(name, context) for name in context.names.steps.values()]
    dearest = max((found.amount for found in sums), default=Decimal(0))
    if not dearest:
        return None
    marks = tuple(
        TrackMark(
            step=n,
            text=_said(found, context),
            told=context.phrase("costs {amount}", amount=_said(found, context)),
            value=float(found.amount / dearest),
            role="cost",
        )
        for n, found in enumerate(sums)
        if found.stated
    )
    row = TrackRow(name=context.word("Per customer"), marks=marks)
    return ViewTrack(kind="cost", name=context.word("Cost"), note=_note(sums, context), rows=(row,))


def _of_step(name: StepName, context: Context) -> _Sum:
    costs = [
        (cost, getattr(action, "duration", None))
        for action_id in name.actions
        if (cost := getattr(action := context.names.actions[action_id].action, "cost", None))
    ]
    parts = [_of_action(cost, lasts) for cost, lasts in costs]
    return _Sum(
        sum((part.amount for part in parts), Decimal(0)),
        any(part.more for part in parts),
        bool(parts),
    )


def _of_action(cost: Cost, lasts: str | None) -> _Sum:
    """Add up one action's cost: minutes at their rate, materials, and the rest."""
    amount = _exact(cost.materials) + _exact(cost.other)
    if cost.per_minute is not None and lasts is not None:
        amount += _exact(cost.per_minute) * _exact(seconds(lasts)) / 60
    return _Sum(amount, cost.per_minute is not None and lasts is None, stated=True)


def _exact(value: float | None) -> Decimal:
    return Decimal(repr(value)) if value is not None else Decimal(0)


def _said(found: _Sum, context: Context) -> str:
    amount = money(float(round(found.amount, 2)), context)
    return context.phrase("{amount} or more", amount=amount) if found.more else amount


def _note(sums: list[_Sum], context: Context) -> str:
    whole = _Sum(
        sum((found.amount for found in sums), Decimal(0)),
        any(found.more for found in sums),
        stated=True,
    )
    said = context.phrase("in all {amount}", amount=_said(whole, context))
    budget = context.blueprint.budget
    if budget is None:
        return said
    may = context.phrase("budget {amount}", amount=money(budget, context))
    return context.word("; ").join((said, may))
