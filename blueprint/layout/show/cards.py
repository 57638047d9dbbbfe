"""Cards: what each action shows on the grid, with its signs and its small print."""

from __future__ import annotations

from dataclasses import dataclass

from blueprint.layout.show.badges import Failing, badges_of, failing_in
from blueprint.layout.show.context import Context
from blueprint.layout.show.fields import fields_of
from blueprint.layout.show.foot import channels_of, chips_of, pins_of
from blueprint.layout.show.observed import Observed
from blueprint.layout.show.remarks import remarks_of
from blueprint.layout.view import Actor, Card
from blueprint.model import ActionName, StepName


@dataclass(frozen=True)
class Grid:
    """Where cards go: the index of each lane, by lane and actor, and of each step."""

    lanes: dict[tuple[str, Actor], int]
    steps: dict[str, int]


@dataclass(frozen=True)
class _Deck:
    """What all cards of a picture are made from."""

    context: Context
    grid: Grid
    seen: Observed
    failing: Failing


def cards_of(context: Context, grid: Grid, seen: Observed) -> tuple[Card, ...]:
    """Return a card for every action, in file order.

    Args:
        context: The file and the language.
        grid: Where the cards go.
        seen: What was observed and measured, by element.
    """
    deck = _Deck(context, grid, seen, failing_in(context))
    names = context.names
    return tuple(
        _card(names.actions[action], step, deck)
        for step in names.steps.values()
        for action in step.actions
    )


def _card(name: ActionName, step: StepName, deck: _Deck) -> Card:
    context, grid = deck.context, deck.grid
    action = name.action
    lead = context.names.lead(step.id) == name.id
    actor: Actor = getattr(action, "actor", "person")
    card_id = context.own(name.id)
    department = context.nodes[card_id].department
    whole = step.step if lead else None
    return Card(
        id=card_id,
        lane=grid.lanes[name.lane, actor],
        step=grid.steps[step.id],
        until=_until(name, step, context, grid),
        name=context.say(action.name),
        actor=actor,
        status=action.status or "current",
        badges=tuple(badges_of(name.id, action, whole, deck.failing, context)),
        remarks=tuple(remarks_of(action, whole, context)),
        channels=tuple(channels_of(action, whole, context)),
        pins=tuple(pins_of(action, whole, context)),
        chips=tuple(chips_of(action, whole, context)),
        department=context.say(context.nodes[department].name) if department else "",
        department_id=department or "",
        fields=fields_of(action, context) + deck.seen.get(card_id, ()),
    )


def _until(name: ActionName, step: StepName, context: Context, grid: Grid) -> int:
    """Return the index of the last step a card lasts through; never one before its own."""
    first = grid.steps[step.id]
    found = context.names.find_steps(name.action.until) if name.action.until else ()
    return max(first, grid.steps[found[0]]) if len(found) == 1 else first
