"""What an organisation shares: departments, systems, channels, personas, promises and more."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import (
    AfterValidator,
    BeforeValidator,
    ConfigDict,
    Field,
    ValidationError,
    ValidatorFunctionWrapHandler,
    WrapValidator,
)

from blueprint.model.action import Status
from blueprint.model.base import (
    Count,
    Frozen,
    FrozenMap,
    Id,
    Label,
    Many,
    Number,
    Ref,
    Short,
    Text,
    wrong,
)
from blueprint.model.links import LINK_KINDS
from blueprint.model.parts import Stated, Strength, WebLink
from blueprint.model.values import Amount, Date, Duration, Hours, Share


def _scale(value: object, read: ValidatorFunctionWrapHandler) -> tuple[float, float]:
    try:
        low, high = read(value)
    except ValidationError:
        raise wrong(
            "BP104", "expected the lowest and the highest figure of a scale, such as [1, 10]"
        ) from None
    if low >= high:
        raise wrong(
            "BP114",
            "a scale runs from its lowest figure up to its highest, not from {low} to {high}",
            low=f"{low:g}",
            high=f"{high:g}",
        )
    return low, high


Scale = Annotated[tuple[Number, Number], WrapValidator(_scale)]
"""The lowest and the highest value of a scale."""


class Shared(Short):
    """What everything that stands under an id of its own can say."""

    name: Label
    """What it is called."""
    note: Label | None = None
    """Anything else worth saying."""
    tags: Many[Text] = ()
    """Words to find it by."""
    links: Many[WebLink] = ()
    """Pages about it on the web."""


class Department(Shared):
    """Those who do the work, and what they must hear of."""

    house: Literal["front", "back", "partner"] | None = None
    """Front or back of the house, or a partner outside it."""
    part_of: Ref | None = None
    """The department it belongs to."""
    told_of: Many[Literal["product", "service", "channel", "cost"]] = ()
    """The kinds of change it must be told of."""


class System(Shared):
    """An application behind the actions."""

    department: Ref | None = None
    """The department that owns it."""
    legacy: bool = False
    """Whether it is due for renewal."""
    integrates: Many[Ref] = ()
    """The systems it exchanges data with."""
    status: Status | None = None
    """Whether it is only proposed, or is to be removed."""


class Channel(Shared):
    """A way by which customer and service reach each other."""

    kind: (
        Literal["store", "print", "voice", "mobile", "web", "mail", "social", "chat", "peer"] | None
    ) = None
    """What kind of channel."""
    hours: Hours | None = None
    """When it is open."""


class Goal(Short):
    """What a persona wants, and the steps that give it."""

    short: ClassVar[str] = "text"
    text: Label
    """The goal in words."""
    met_by: Many[Ref] = ()
    """The steps that meet it."""


class Goals(Frozen):
    """A persona's functional and emotional goal."""

    functional: Goal | None = None
    """What is to be done."""
    emotional: Goal | None = None
    """How it is to feel."""


class Persona(Shared):
    """A kind of customer, by the six fields and two goals."""

    age: Text | None = None
    """Age, or a range."""
    location: Label | None = None
    """Where they live."""
    favourite_brands: Many[Text] = ()
    """Brands they like."""
    turn_ons: Many[Label] = ()
    """What wins them."""
    turn_offs: Many[Label] = ()
    """What loses them."""
    channels: Many[Ref] = ()
    """Channels in order of preference."""
    devices: Many[Label] = ()
    """Devices they use."""
    behaviours: Many[Label] = ()
    """What they habitually do."""
    goals: Goals | None = None
    """What they want."""
    share: Share | None = None
    """Their share of all customers."""
    value: Number | None = None
    """What one is worth a year, in the currency."""
    loyal: Share | None = None
    """Share of them that is loyal."""
    repurchase: Share | None = None
    """Share of them that buys again."""
    patience: Duration | None = None
    """How long they wait before they give up."""
    switching_cost: Number | None = None
    """What leaving costs them, in the currency."""


class Product(Shared):
    """What is sold."""


class Target(Frozen):
    """The measurable part of a promise."""

    measure: Text
    """What is measured: duration, or the id of a metric."""
    at_most: Amount | None = None
    """The most it may be."""
    at_least: Amount | None = None
    """The least it may be."""
    from_: Ref | None = Field(default=None, alias="from")
    """The step the measure starts at."""
    to: Ref | None = None
    """The step it ends at."""
    tolerance: Amount | None = None
    """How far it may be missed."""

    model_config = ConfigDict(populate_by_name=True)


class Promise(Short):
    """What customers were told they can count on."""

    short: ClassVar[str] = "text"
    text: Label
    """The promise in words."""
    about: Ref | None = None
    """The product, step or channel it is about; nothing means the whole service."""
    made_by: Ref | None = None
    """The department that made it."""
    source: Label | None = None
    """Where it was made."""
    target: Target | None = None
    """Its measurable part."""
    kept_by: Many[Ref] = ()
    """The steps or actions that keep it."""
    note: Label | None = None
    """Anything else worth saying."""
    tags: Many[Text] = ()
    """Words to find it by."""


class Flag(Short):
    """A doubt somebody raised about a knowledge article."""

    short: ClassVar[str] = "says"
    says: Label
    """What is doubted."""
    by: Ref | None = None
    """Who raised it."""


class Knowledge(Shared):
    """An article that answers customers or staff."""

    department: Ref | None = None
    """The department that keeps it."""
    updated: Date | None = None
    """When it was last changed."""
    answers: FrozenMap[str, Label] = FrozenMap()
    """What it answers, by channel."""
    hits: Count | None = None
    """How often it is looked up."""
    flags: Many[Flag] = ()
    """Doubts raised about it."""
    fed_by: Many[Ref] = ()
    """Channels whose questions feed it."""


class Metric(Shared):
    """Something measured again and again."""

    kind: Text | None = None
    """What kind: nev, nps, ces, csat, …"""
    scale: Scale | None = None
    """Its lowest and highest value."""
    positive: Scale | None = None
    """The range that counts as positive."""
    negative: Scale | None = None
    """The range that counts as negative."""
    tests: Many[Text] = ()
    """Which tests of a good metric it passes."""


class Result(Frozen):
    """A figure somebody measured."""

    metric: Ref
    """The metric."""
    at: Ref | None = None
    """The step it was measured at."""
    persona: Ref | None = None
    """Whose figure it is."""
    date: Date | None = None
    """When it was measured."""
    value: Number
    """The figure."""
    n: Count | None = None
    """How many answers it rests on."""
    instrument: Text | None = None
    """How it was asked."""
    sampling: Text | None = None
    """How those asked were chosen."""


class Lever(Shared):
    """A measure that helps good service, or something that hinders it."""

    effect: Literal["accelerator", "inhibitor"]
    """Whether it helps or hinders."""
    steps: Many[Ref] = ()
    """Where it acts."""
    since: Date | None = None
    """When it began."""
    ended: Date | None = None
    """When it ended."""
    metrics: Many[Ref] = ()
    """The metrics it should move."""
    primary: Ref | None = None
    """The one metric that decides."""
    strategy: Label | None = None
    """Of which strategy it is."""


class Observation(Frozen):
    """What research saw or heard."""

    says: Label
    """What was found."""
    about: Many[Ref] = ()
    """The elements it is about."""
    method: (
        Literal[
            "observation",
            "interview",
            "diary",
            "focus-group",
            "survey",
            "analytics",
            "social",
            "self-report",
        ]
        | None
    ) = None
    """How it was found."""
    date: Date | None = None
    """When."""
    sample: Count | None = None
    """How many people, or cases."""
    source: Label | None = None
    """Where it is written down."""


class Complaints(Frozen):
    """How customers can complain, and what then happens."""

    entry: Many[Ref] = ()
    """The steps at which complaints come in."""
    channels: Many[Ref] = ()
    """The channels they come by."""
    told_in: Many[Ref] = ()
    """Where customers are told that they may complain."""
    remedy: Label | None = None
    """What is offered."""
    expect: Label | None = None
    """What customers are told to expect."""
    stages: FrozenMap[str, Ref] = FrozenMap()
    """Who owns each stage of handling."""
    customers: Count | None = None
    """How many customers there are."""
    problem_rate: Share | None = None
    """The share that has a problem."""
    complain_rate: Share | None = None
    """The share of those that complains."""


class Assumption(Frozen):
    """How strongly a change travels along a kind of link, where nobody stated it."""

    likelihood: Strength | None = None
    """How likely, 0 to 1."""
    impact: Strength | None = None
    """What share of the work at the other end, 0 to 1."""
    demand: Stated | None = None
    """Both for demand alone: how a new or tighter ask travels."""
    disruption: Stated | None = None
    """Both for disruption alone: how something altered or missing travels."""


def _conducting(kind: str) -> str:
    row = {str(name): row for name, row in LINK_KINDS.items()}.get(kind)
    if row is None or not row.conducts:
        raise wrong("BP101", "“{kind}” is no kind of link that conducts", kind=kind)
    return kind


Conducting = Annotated[str, AfterValidator(_conducting)]
"""A kind of link along which a change travels."""


class Ignore(Frozen):
    """A finding that is accepted, and why."""

    rule: Text
    """The rule's code or name."""
    on: Many[Ref] = ()
    """The elements it is accepted for; none means everywhere."""
    because: Label
    """The reason."""


class Scales(Frozen):
    """The lowest and highest value of each scale that experience uses."""

    expectation: Scale = (1, 10)
    """For expectation and perception."""
    emotion: Scale = (-3, 3)
    """For emotion."""
    intensity: Scale = (0, 5)
    """For intensity."""
    ease: Scale = (1, 7)
    """For ease."""
    success: Scale = (1, 7)
    """For success."""
    sensory: Scale = (-3, 3)
    """For what the senses made of it."""


class Brand(Frozen):
    """What the brand stands for."""

    stands_for: Many[Label] = ()
    """Its promises about itself."""


class Lane(Short):
    """A lane that is renamed, or added."""

    short: ClassVar[str] = "id"
    id: Ref
    """Which lane; one of the five to rename it, or a new one."""
    after: Ref | None = None
    """The lane it stands under."""
    name: Label | None = None
    """Its title."""


Named = FrozenMap
"""Elements by id, in the order they were written."""


class Catalog(Frozen):
    """Everything a blueprint and its organisation define under an id of their own."""

    languages: tuple[Text, ...] = ("en",)
    """The languages labels are written in; the first names ids."""
    currency: Text | None = None
    """The currency of all amounts."""
    scales: Scales = Scales()
    """The scales experience uses."""
    brand: Brand | None = None
    """What the brand stands for."""
    departments: Named[Id, Department] = FrozenMap()
    """Who does the work."""
    systems: Named[Id, System] = FrozenMap()
    """The applications behind the actions."""
    channels: Named[Id, Channel] = FrozenMap()
    """The ways customer and service reach each other."""
    products: Named[Id, Product] = FrozenMap()
    """What is sold."""
    promises: Named[Id, Promise] = FrozenMap()
    """What customers were told they can count on."""
    knowledge: Named[Id, Knowledge] = FrozenMap()
    """Articles that answer customers or staff."""
    metrics: Named[Id, Metric] = FrozenMap()
    """What is measured again and again."""
    results: tuple[Result, ...] = ()
    """Figures somebody measured."""
    levers: Named[Id, Lever] = FrozenMap()
    """Accelerators and inhibitors."""
    observations: Named[Id, Observation] = FrozenMap()
    """What research saw."""
    complaints: Complaints | None = None
    """How customers can complain."""
    assumptions: FrozenMap[Conducting, Assumption] = FrozenMap()
    """How strongly a change travels along each kind of link."""
    rules: FrozenMap[str, Literal["off", "info", "warning", "error"]] = FrozenMap()
    """How much each rule weighs here."""
    ignore: tuple[Ignore, ...] = ()
    """Findings that are accepted, each with its reason."""
    lanes: tuple[Lane, ...] = ()
    """Lanes that are renamed or added."""


class OrganisationCatalog(Catalog):
    """The catalog of a workspace: what all its blueprints share."""

    catalog: Label | None = None
    """The organisation's name."""
    personas: Named[Id, Persona] = FrozenMap()
    """The kinds of customer."""


def _by_id(value: object) -> object:
    entries = (value,) if isinstance(value, str) else value
    if isinstance(entries, (list, tuple)) and all(isinstance(entry, str) for entry in entries):
        return dict.fromkeys(entries)
    return entries


Personas = Annotated[Named[Id, Persona | None], BeforeValidator(_by_id)]
"""Personas by id: defined here, or, where only the id is written, in the catalog."""
