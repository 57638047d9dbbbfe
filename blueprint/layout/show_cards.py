"""Cards: what each action shows on the grid, with its signs and its small print."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from blueprint.layout.show_context import Context
from blueprint.layout.show_fields import fields_of
from blueprint.layout.show_observed import Observed
from blueprint.layout.show_values import duration, number, share
from blueprint.layout.view import Actor, Badge, Card, ChannelIcon, Remark
from blueprint.model import (
    Act,
    ActionName,
    FailPoint,
    MomentOfTruth,
    Pain,
    Step,
    StepName,
    Time,
    seconds,
)


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
    failing: dict[str, list[FailPoint]]


def cards_of(context: Context, grid: Grid, seen: Observed) -> tuple[Card, ...]:
    """Return a card for every action, in file order.

    Args:
        context: The file and the language.
        grid: Where the cards go.
        seen: What was observed and measured, by element.
    """
    deck = _Deck(context, grid, seen, _fail_points(context))
    names = context.names
    return tuple(
        _card(names.actions[action], step, deck)
        for step in names.steps.values()
        for action in step.actions
    )


def moment_text(moment: MomentOfTruth, context: Context) -> str:
    """Say a moment of truth in one line: its kind, weight, owner and standard."""
    told = [context.word(moment.kind) if moment.kind else ""]
    if moment.importance is not None:
        told.append(context.phrase("importance {n} of 5", n=moment.importance))
    if moment.owner is not None:
        told.append(
            context.phrase("owner: {name}", name=context.meant(moment.owner, "department")[1])
        )
    if moment.standard is not None:
        told.append(context.phrase("standard: {text}", text=context.say(moment.standard.text)))
    said = context.word(", ").join(text for text in told if text)
    title = context.word("Moment of truth")
    return context.phrase("{who}: {what}", who=title, what=said) if said else title


def fail_text(fail: FailPoint, context: Context) -> str:
    """Say a fail point in one line: what goes wrong, how often, and what mends it."""
    told = [context.say(fail.name)]
    if fail.rate is not None:
        told.append(share(fail.rate, context))
    for title, value in (("severity {n}", fail.severity), ("occurrence {n}", fail.occurrence),
                         ("detection {n}", fail.detection)):  # fmt: skip
        if value is not None:
            told.append(context.phrase(title, n=number(value)))
    if fail.recovery is not None:
        told.append(
            context.phrase("mended by: {name}", name=context.meant(fail.recovery, "action")[1])
        )
    return context.phrase(
        "{who}: {what}", who=context.word("Fail point"), what=context.word(", ").join(told)
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
        badges=(
            *_stars(action, whole, context),
            *(
                Badge(kind="fail-point", text=fail_text(fail, context))
                for fail in deck.failing.get(name.id, ())
            ),
        ),
        remarks=tuple(_remarks(action, whole, context)),
        channels=tuple(_channels(action, whole, context)),
        department=context.say(context.nodes[department].name) if department else "",
        department_id=department or "",
        fields=fields_of(action, context) + deck.seen.get(card_id, ()),
    )


def _until(name: ActionName, step: StepName, context: Context, grid: Grid) -> int:
    """Return the index of the last step a card lasts through; never one before its own."""
    first = grid.steps[step.id]
    found = context.names.find_steps(name.action.until) if name.action.until else ()
    return max(first, grid.steps[found[0]]) if len(found) == 1 else first


def _stars(action: object, step: Step | None, context: Context) -> Iterator[Badge]:
    for owner in (step, action):
        moment = getattr(owner, "moment_of_truth", None)
        if moment is not None:
            yield Badge(kind="moment-of-truth", text=moment_text(moment, context))


def _remarks(action: object, step: Step | None, context: Context) -> Iterator[Remark]:
    pains: list[Pain] = [pain for lived in (step.experience if step else ()) for pain in lived.pain]
    pains += action.pain if isinstance(action, Act) else ()
    for text in dict.fromkeys(context.say(pain.name) for pain in pains):
        yield Remark(kind="pain", text=text)
    for time in (step.time if step else None, getattr(action, "time", None)):
        waiting = _waiting(time, context)
        if waiting:
            yield Remark(kind="wait", text=waiting)


def _waiting(time: Time | None, context: Context) -> str:
    if time is None or time.waiting is None or not seconds(time.waiting):
        return ""
    return context.phrase("Waits {duration}", duration=duration(time.waiting, context))


def _channels(action: object, step: Step | None, context: Context) -> Iterator[ChannelIcon]:
    written = [*(step.channels if step else ()), *getattr(action, "channels", ())]
    for ref in dict.fromkeys(written):
        node_id, name = context.meant(ref, "channel")
        node = context.nodes.get(node_id)
        kind = getattr(node.element, "kind", None) if node else None
        yield ChannelIcon(id=node_id or ref, name=name, kind=kind or "other")


def _fail_points(context: Context) -> dict[str, list[FailPoint]]:
    """Return the fail points by the action that fails; the step's lead where none is named."""
    names = context.names
    found: dict[str, list[FailPoint]] = {}
    for step in names.steps.values():
        lead = names.lead(step.id)
        told = [(fail, lead) for fail in step.step.fails]
        for action in step.actions:
            told += [(fail, action) for fail in getattr(names.actions[action].action, "fails", ())]
        for fail, by_default in told:
            named = names.find_actions(fail.at) if fail.at else ()
            at = named[0] if len(named) == 1 else by_default
            if at is not None:
                found.setdefault(at, []).append(fail)
    return found
