"""Small print on a card: pains, waits, times, surprises, standards and effort."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from blueprint.layout.show.context import Context
from blueprint.layout.show.times import times_of
from blueprint.layout.show.values import duration, money, share
from blueprint.layout.view import Remark, Scope
from blueprint.model import Act, CustomerAction, Pain, Step

_PAIN_TOLD: Mapping[Scope, str] = {
    "point": "Pain: {text}",
    "line": "Pain along the journey: {text}",
    "surface": "Pain everywhere: {text}",
}
_PARTS_IN = {"self": "on their own", "joint": "together", "provider": "done for them"}


def remarks_of(action: object, step: Step | None, context: Context) -> Iterator[Remark]:
    """Go through a card's small print, what matters most first.

    Args:
        action: The action.
        step: Its step, where it is the lead action and speaks for the step too.
        context: The file and the language.
    """
    yield from _pains(action, step, context)
    for time in (step.time if step else None, getattr(action, "time", None)):
        if time is not None:
            yield from times_of(time, context)
    yield from _surprises(step, context)
    if isinstance(action, Act):
        yield from _standard(action, context)
        yield from _effort(action, context)


def _pains(action: object, step: Step | None, context: Context) -> Iterator[Remark]:
    pains: list[Pain] = [pain for lived in (step.experience if step else ()) for pain in lived.pain]
    pains += action.pain if isinstance(action, Act) else ()
    for text, scope in dict.fromkeys(
        (context.say(pain.name), pain.scope or "point") for pain in pains
    ):
        told = context.phrase(_PAIN_TOLD[scope], text=text)
        yield Remark(kind="pain", text=text, told=told, scope=scope)


def _surprises(step: Step | None, context: Context) -> Iterator[Remark]:
    for lived in step.experience if step else ():
        if lived.surprise is not None:
            text = context.say(lived.surprise.name)
            situation = context.say(lived.surprise.situation)
            whole = context.phrase("{name} ({told})", name=text, told=situation)
            told = context.phrase("Surprise: {text}", text=whole if situation else text)
            yield Remark(kind="surprise", text=text, told=told)


def _standard(action: Act, context: Context) -> Iterator[Remark]:
    if action.standard is not None:
        text = context.say(action.standard.text)
        told = context.phrase("{who}: {what}", who=context.word("Standard"), what=text)
        yield Remark(kind="standard", text=text, told=told)


def _effort(action: Act, context: Context) -> Iterator[Remark]:
    told = list(_spent(action, context))
    if told:
        said = context.word(", ").join(told)
        whole = context.phrase("{who}: {what}", who=context.word("effort"), what=said)
        yield Remark(kind="effort", text=said, told=whole)


def _spent(action: Act, context: Context) -> Iterator[str]:
    """Go through what an action takes: time and money, and who does and gives what."""
    if action.duration is not None:
        yield duration(action.duration, context)
    if isinstance(action, CustomerAction):
        if action.effort is not None:
            yield duration(action.effort, context)
        if action.participation is not None:
            yield context.word(_PARTS_IN[action.participation])
        if action.asks:
            given = context.word(", ").join(context.say(what) for what in action.asks)
            yield context.phrase("gives: {what}", what=given)
        if action.money is not None:
            yield context.phrase("pays {amount}", amount=money(action.money, context))
    if action.complete_accurate is not None:
        yield context.phrase("{share} right", share=share(action.complete_accurate, context))
