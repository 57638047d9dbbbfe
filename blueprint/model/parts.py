"""The parts of a step or an action: moments of truth, fail points, times and experience."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar, Literal

from pydantic import BeforeValidator, Field, PlainValidator, WithJsonSchema

from blueprint.model.base import (
    Frozen,
    FrozenMap,
    Id,
    Label,
    Many,
    Number,
    OrTrue,
    Ref,
    Short,
    Text,
    described,
    wrong,
)
from blueprint.model.values import Date, Duration, DurationOrWindow, Moments, Share

Strength = Annotated[float, Field(strict=True, ge=0, le=1)]
"""How likely, or how strongly, from 0 to 1."""

Need = Literal[
    "heard",
    "known",
    "appreciated",
    "quality",
    "useful",
    "fitting",
    "simple",
    "timely",
    "ownership",
    "engaged",
    "empowered",
    "delighted",
]
"""One of the twelve needs of the 4 x 3 grid."""

Rank = Annotated[int, Field(strict=True, ge=1, le=10)]
"""An ordinal from 1 to 10."""


class WebLink(Short):
    """A page on the web about an element."""

    short: ClassVar[str] = "url"
    url: Text
    """Its address: http, https, mailto, or relative."""
    text: Label | None = None
    """What it is called."""


class Stated(Frozen):
    """How strongly a change travels in one direction, as far as somebody states it."""

    likelihood: Strength | None = None
    """How likely, 0 to 1."""
    impact: Strength | None = None
    """What share of the work at the other end, 0 to 1."""


class LinkTo(Short):
    """Where a link goes, and what is known of it."""

    short: ClassVar[str] = "to"
    to: Ref | None
    """The id it goes to; null means out of the service."""
    label: Label | None = None
    """What is written on it."""
    likelihood: Strength | None = None
    """How likely a change travels along it, 0 to 1."""
    impact: Strength | None = None
    """What share of the work at the other end it concerns, 0 to 1."""
    demand: Stated | None = None
    """Both for demand alone: how a new or tighter ask travels along it."""
    disruption: Stated | None = None
    """Both for disruption alone: how something altered or missing travels along it."""
    probability: Share | None = None
    """How often this way is taken."""
    when: Label | None = None
    """On what condition."""


class Cost(Short):
    """What an action costs, in the blueprint's currency."""

    short: ClassVar[str] = "other"
    short_schema: ClassVar[dict[str, Any]] = {"type": "number"}
    per_minute: Number | None = None
    """For each minute it lasts."""
    materials: Number | None = None
    """For what is used up."""
    other: Number | None = None
    """Anything else, each time."""


class CustomerStandard(Frozen):
    """What the customer expects of the same thing, in the same terms."""

    at_most: Duration | None = None
    """The longest the customer expects."""
    at_least: Number | None = None
    """The least the customer expects."""
    text: Label | None = None
    """The expectation in words."""


class Standard(Short):
    """How well something is to be done."""

    short: ClassVar[str] = "text"
    text: Label
    """The standard in words."""
    at_most: Duration | None = None
    """The longest it may take."""
    at_least: Number | None = None
    """The least that is to be reached."""
    customer: CustomerStandard | None = None
    """What the customer expects, which may differ."""
    reviewed: Date | None = None
    """When it was last reviewed."""
    review_every: Duration | None = None
    """How often it is to be reviewed; a year where nothing is said."""
    declared: Many[
        Literal["clear", "measurable", "feasible", "timely", "fitting", "committed"]
    ] = ()
    """Which of the six tests its owner says it passes."""
    committed_by: Many[Ref] = ()
    """The departments that have committed to it."""


class MomentOfTruth(Short):
    """That a touchpoint decides how the customer judges, and who answers for it."""

    short: ClassVar[str] = "kind"
    kind: Label | None = None
    """What kind of moment: purchase, complaint, …"""
    importance: Annotated[int, Field(strict=True, ge=1, le=5)] | None = None
    """From 1 to 5."""
    owner: Ref | None = None
    """The department that answers for it."""
    standard: Standard | None = None
    """How well it is to go."""
    note: Label | None = None
    """Why it matters."""

    @property
    def of_complaint(self) -> bool:
        """Whether customers complain there: its kind is ``complaint``, in any of its languages.

        Examples:
            >>> (
            ...     MomentOfTruth(kind="complaint").of_complaint,
            ...     MomentOfTruth(kind="purchase").of_complaint,
            ... )
            (True, False)
            >>> MomentOfTruth(kind={"en": "complaint", "zh": "投诉"}).of_complaint
            True
        """
        kinds = (self.kind,) if isinstance(self.kind, str) else (self.kind or {}).values()
        return "complaint" in kinds


def _or_true(value: object) -> object:
    if value is True:
        return {}
    return None if value is False else value


Moment = Annotated[MomentOfTruth | None, BeforeValidator(_or_true), OrTrue()]
"""A moment of truth; ``true`` says that it is one, and no more."""


class FailPoint(Short):
    """Where a step can go wrong, and what mends it."""

    name: Label
    """What goes wrong."""
    id: Id | None = None
    """Its id, where something refers to it."""
    at: Ref | None = None
    """The action that fails; by default the step's lead action, or the action it stands in."""
    occurrence: Rank | None = None
    """How often, 1 to 10."""
    severity: Rank | None = None
    """How bad, 1 to 10."""
    detection: Rank | None = None
    """How hard to notice in time, 1 to 10."""
    rate: Share | None = None
    """The share of cases in which it happens."""
    recovery: Ref | None = None
    """The action that mends it."""


class Pain(Short):
    """Something that hurts the customer, or those who serve."""

    name: Label
    """What hurts."""
    scope: Literal["point", "line", "surface"] | None = None
    """Here alone, along the journey, or everywhere."""


class Surprise(Short):
    """A good surprise, and who prepares it."""

    name: Label
    """What surprises."""
    prepared_by: Many[LinkTo] = ()
    """The actions that prepare it."""
    kinds: Many[Literal["beyond-expectation", "situational", "creative"]] = ()
    """What makes it one."""
    situation: Label | None = None
    """When it fits."""


class Notice(Frozen):
    """What the customer is told, and who chose to be told."""

    about: Ref | None = None
    """The promise, product or step it is about."""
    chosen_by: Literal["customer", "provider"] | None = None
    """Who decided that it is sent."""
    channels: Many[Ref] = ()
    """By which channels."""


def _emotion(value: object) -> float | FrozenMap[str, float]:
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return float(value)
    if isinstance(value, Mapping) and value:
        for word, score in value.items():
            if isinstance(score, bool) or not isinstance(score, (int, float)):
                raise wrong(
                    "BP104",
                    "expected a number for “{word}”, not {what}",
                    word=str(word)[:40],
                    what=described(score),
                )
        return FrozenMap({str(word): float(score) for word, score in value.items()})
    raise wrong(
        "BP104",
        "expected a number or a mapping of emotions, such as happy: 4, not {what}",
        what=described(value),
    )


def _expectation(value: object) -> float | Literal["none"]:
    if value == "none":
        return "none"
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return float(value)
    raise wrong("BP104", "expected a number or none, not {what}", what=described(value))


_NUMBER: dict[str, Any] = {"type": "number"}
Emotion = Annotated[
    float | FrozenMap[str, float],
    PlainValidator(_emotion),
    WithJsonSchema({"anyOf": [_NUMBER, {"type": "object", "additionalProperties": _NUMBER}]}),
]
"""One figure on the emotion scale, or one per emotion."""

Expectation = Annotated[
    float | Literal["none"],
    PlainValidator(_expectation),
    WithJsonSchema({"anyOf": [_NUMBER, {"const": "none"}]}),
]
"""A figure on the expectation scale, or none: nothing was expected."""


class Experience(Short):
    """How a step is lived through, by one persona or by all."""

    short: ClassVar[str] = "emotion"
    short_schema: ClassVar[dict[str, Any]] = {"type": "number"}
    persona: Ref | None = None
    """Whose experience this is; nobody named means everybody."""
    emotion: Emotion | None = None
    """What was felt, on the blueprint's emotion scale."""
    intensity: Number | None = None
    """How strongly, on its own scale that starts at 0."""
    expectation: Expectation | None = None
    """What was expected."""
    perception: Number | None = None
    """What was perceived, on expectation's scale."""
    sensory: Number | None = None
    """What the senses made of it."""
    ease: Number | None = None
    """How easy it was."""
    success: Number | None = None
    """Whether what was wanted was reached."""
    needs: Many[Need] = ()
    """Which of the twelve needs the step serves."""
    values: Many[Text] = ()
    """Which elements of value it gives."""
    pain: Many[Pain] = ()
    """What hurts here."""
    surprise: Surprise | None = None
    """What surprises here, and who prepares it."""


class Time(Frozen):
    """The times of a step or an action."""

    promised: DurationOrWindow | None = None
    """What was promised: a duration or a window."""
    acceptable: Duration | None = None
    """What the customer tolerates."""
    actual: Duration | None = None
    """What it takes."""
    perceived: Duration | None = None
    """What it feels like."""
    waiting: Duration | None = None
    """How much of it is waiting."""
    unexpected: Moments = ()
    """When the customer is met without expecting it."""
