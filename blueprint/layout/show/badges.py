"""Signs on a card's edge: moments of truth, fail points, and what mends them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from blueprint.analysis.values_told import number_in_full
from blueprint.layout.show.context import Context
from blueprint.layout.show.values import share
from blueprint.layout.view import Badge
from blueprint.model import FailPoint, MomentOfTruth, Step


@dataclass(frozen=True)
class Failing:
    """The fail points of a file, by the action that fails and by the one that mends it."""

    at: Mapping[str, tuple[FailPoint, ...]]
    mended_by: Mapping[str, tuple[FailPoint, ...]]


def failing_in(context: Context) -> Failing:
    """Return a file's fail points; one that names no action is the step's lead's."""
    names = context.names
    at: dict[str, tuple[FailPoint, ...]] = {}
    mended_by: dict[str, tuple[FailPoint, ...]] = {}
    for step in names.steps.values():
        lead = names.lead(step.id)
        told = [(fail, lead) for fail in step.step.fails]
        for action in step.actions:
            told += [(fail, action) for fail in getattr(names.actions[action].action, "fails", ())]
        for fail, by_default in told:
            named = names.find_actions(fail.at) if fail.at else ()
            where = named[0] if len(named) == 1 else by_default
            if where is not None:
                at[where] = (*at.get(where, ()), fail)
            recovery = names.find_actions(fail.recovery) if fail.recovery else ()
            if len(recovery) == 1:
                mended_by[recovery[0]] = (*mended_by.get(recovery[0], ()), fail)
    return Failing(at, mended_by)


def badges_of(
    action_id: str, action: object, step: Step | None, failing: Failing, context: Context
) -> Iterator[Badge]:
    """Go through the signs of a card; ``step`` is its step where it is the lead action."""
    for owner in (step, action):
        moment = getattr(owner, "moment_of_truth", None)
        if moment is not None:
            sort = context.term(moment.kind)
            yield Badge(kind="moment-of-truth", text=moment_text(moment, context), sort=sort)
    for fail in failing.at.get(action_id, ()):
        yield Badge(kind="fail-point", text=fail_text(fail, context))
    for fail in failing.mended_by.get(action_id, ()):
        text = context.phrase("Mends: {name}", name=context.say(fail.name))
        yield Badge(kind="recovery", text=text)


def moment_text(moment: MomentOfTruth, context: Context) -> str:
    """Say a moment of truth in one line: its kind, weight, owner, standard and reason."""
    told = [context.term(moment.kind)]
    if moment.importance is not None:
        told.append(context.phrase("importance {n} of 5", n=moment.importance))
    if moment.owner is not None:
        told.append(
            context.phrase("owner: {name}", name=context.meant(moment.owner, "department")[1])
        )
    if moment.standard is not None:
        told.append(context.phrase("standard: {text}", text=context.say(moment.standard.text)))
    told.append(context.say(moment.note))
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
            told.append(context.phrase(title, n=number_in_full(value)))
    if fail.recovery is not None:
        told.append(
            context.phrase("mended by: {name}", name=context.meant(fail.recovery, "action")[1])
        )
    return context.phrase(
        "{who}: {what}", who=context.word("Fail point"), what=context.word(", ").join(told)
    )
