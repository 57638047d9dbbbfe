"""Where a step's emotion stands between worst and best, and how it was written.

One figure stands on the blueprint's emotion scale: its zero is neutral where it has one
inside, else its middle. A mapping of named emotions is Shaw's reading of 2007: how strong
the pleasant ones are on average, less the unpleasant ones, on the intensity scale. A word
that is not one of his twenty is told, but not placed.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from blueprint.analysis.experience.peak_end import neutral_of
from blueprint.analysis.experience.shaw import net_of
from blueprint.analysis.values_told import number_in_full
from blueprint.integrity import scales_of
from blueprint.layout.show.context import Context
from blueprint.layout.view import Lived
from blueprint.model import Experience, Scales, Step


class Felt(NamedTuple):
    """An emotion between -1 and 1, where it can be placed, and in words."""

    value: float | None
    text: str


def lived_in(step: Step, context: Context) -> tuple[Lived, ...]:
    """Return how each persona lives through a step, in file order.

    Args:
        step: The step.
        context: The file, for its scales, and the language.
    """
    scales = scales_of(context.blueprint)
    return tuple(_lived(told, scales, context) for told in step.experience)


def felt(lived: Sequence[Lived], context: Context) -> Felt:
    """Return a step's emotion: the mean over those who tell theirs."""
    told = [one for one in lived if one.text]
    if not told:
        return Felt(None, "")
    mean = mean_emotion(told)
    if len(told) == 1:
        return Felt(mean, _whose(told[0], context))
    joined = context.word("; ").join(_whose(one, context) for one in told)
    return Felt(mean, context.phrase("{each} (drawn: the mean)", each=joined))


def mean_emotion(lived: Sequence[Lived]) -> float | None:
    """Return the mean of the emotions that can be placed; ``None`` where there are none."""
    placed = [one.emotion for one in lived if one.emotion is not None]
    return round(sum(placed) / len(placed), 4) if placed else None


def _lived(told: Experience, scales: Scales, context: Context) -> Lived:
    emotion = _one(told, scales, context) if told.emotion is not None else Felt(None, "")
    persona, name = context.meant(told.persona, "persona") if told.persona else ("", "")
    return Lived(
        persona=persona or told.persona or "", name=name, emotion=emotion.value, text=emotion.text
    )


def _whose(lived: Lived, context: Context) -> str:
    if not lived.persona:
        return lived.text
    return context.phrase("{who}: {what}", who=lived.name, what=lived.text)


def _one(lived: Experience, scales: Scales, context: Context) -> Felt:
    emotion = lived.emotion
    if isinstance(emotion, float):
        low, high = scales.emotion
        text = context.phrase(
            "{value} on a scale from {low} to {high}",
            value=number_in_full(emotion), low=number_in_full(low), high=number_in_full(high),
        )  # fmt: skip
        return Felt(_on_scale(emotion, low, high), text)
    return _named(dict(emotion or {}), scales.intensity[1], context)


def _on_scale(value: float, low: float, high: float) -> float:
    neutral = neutral_of((low, high))
    reach = high - neutral if value >= neutral else neutral - low
    return max(-1.0, min(1.0, (value - neutral) / reach)) if reach else 0.0


def _named(emotions: dict[str, float], strongest: float, context: Context) -> Felt:
    net = net_of(emotions)
    said = context.word(", ").join(
        f"{context.word(w)} {number_in_full(v)}" for w, v in emotions.items()
    )
    if net is None:
        text = context.phrase("{emotions} (cannot tell whether that is good or bad)", emotions=said)
        return Felt(None, text)
    return Felt(max(-1.0, min(1.0, net / (strongest or 1.0))), said)
