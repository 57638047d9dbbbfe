"""Phases and steps: the stages of the journey and its single moments, the columns."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated, Any

from pydantic import BeforeValidator, model_validator

from blueprint.model.action import (
    LANES,
    Action,
    BackstageAction,
    CustomerAction,
    Evidence,
    FrontstageAction,
    LaneAction,
    Stance,
    SupportAction,
)
from blueprint.model.base import (
    Frozen,
    FrozenMap,
    Id,
    Label,
    Many,
    ManyOrUnsaid,
    OrTrue,
    Ref,
    Text,
    described,
    wrong,
)
from blueprint.model.parts import Experience, FailPoint, LinkTo, Moment, Time, WebLink
from blueprint.model.plain import Cards, SaidOnly
from blueprint.model.values import Hours


def _context(value: object) -> object:
    if value is True:
        return ("identity", "issue", "history")
    if value is False:
        return ()
    return value if isinstance(value, (list, tuple)) or value is None else (value,)


class Step(Frozen):
    """One moment of the journey: a column of the blueprint."""

    step: Label | None = None
    """Its title; by default the name of its customer action."""
    id: Id | None = None
    """Its id; by default made from the title."""
    evidence: Cards[Evidence] = ()
    """What the customer meets."""
    customer: Cards[CustomerAction] = ()
    """What the customer does."""
    frontstage: Cards[FrontstageAction] = ()
    """What staff and screens do in view."""
    backstage: Cards[BackstageAction] = ()
    """What is done out of view."""
    support: Cards[SupportAction] = ()
    """What systems and others do behind them."""
    lanes: FrozenMap[str, Cards[LaneAction]] = FrozenMap()
    """What is done in the lanes the blueprint adds; each is written under its lane's id."""
    channels: Many[Ref] = ()
    """The channels the customer uses here."""
    moment_of_truth: Moment = None
    """That this touchpoint decides how the customer judges."""
    experience: Many[Experience] = ()
    """How it is lived through, once or once per persona."""
    time: Time | None = None
    """Its times."""
    hours: FrozenMap[str, Hours] = FrozenMap()
    """When what can be done here."""
    carries_context: Annotated[tuple[Text, ...] | None, BeforeValidator(_context), OrTrue()] = None
    """What whoever serves next already knows: identity, issue, history."""
    feedback: Many[Ref] = ()
    """The metrics asked for here."""
    stance: Stance | None = None
    """Whether the service acts before being asked, when asked, or to mend."""
    fails: Many[FailPoint] = ()
    """Where it can go wrong."""
    next: ManyOrUnsaid[LinkTo] = None
    """The steps that follow; by default the next column."""
    note: Label | None = None
    """Anything else worth saying."""
    tags: Many[Text] = ()
    """Words to find it by."""
    links: Many[WebLink] = ()
    """Pages about it on the web."""

    @model_validator(mode="before")
    @classmethod
    def _expand(cls, value: Any) -> Any:  # noqa: ANN401  (whatever the author wrote)
        return _expanded(value)

    @property
    def actions(self) -> Iterator[Action]:
        """The step's actions: the five lanes top to bottom, then added lanes."""
        yield from self.evidence
        yield from self.customer
        yield from self.frontstage
        yield from self.backstage
        yield from self.support
        for actions in self.lanes.values():
            yield from actions

    def in_lane(self, lane: str) -> tuple[Action, ...]:
        """Return the actions of one lane; none where the step has nothing there."""
        if lane in LANES:
            found: tuple[Action, ...] = getattr(self, lane)
            return found
        return self.lanes.get(lane, ())


_STEP_KEYS = frozenset(Step.model_fields)


def _expanded(value: object) -> object:
    """Return the fields of a step, with the lanes the blueprint adds under ``lanes``."""
    if isinstance(value, str):
        return {"step": value}
    if not isinstance(value, Mapping):
        return value
    unknown = value.keys() - _STEP_KEYS
    if not unknown:
        return value
    known = {key: entry for key, entry in value.items() if key not in unknown}
    added = {
        key: [_in_lane(key, entry) for entry in _entries(value[key])]
        for key in value
        if key in unknown
    }
    return {**known, "lanes": {**dict(value.get("lanes") or {}), **added}}


def _entries(value: object) -> list[object]:
    if value is None:
        return []
    return list(value) if isinstance(value, (list, tuple)) else [value]


def _in_lane(lane: str, entry: object) -> object:
    match entry:
        case LaneAction():
            return entry.model_copy(update={"lane": lane})
        case str():
            return {"name": entry, "lane": lane}
        case Mapping() if "name" in entry or "system" in entry or "systems" in entry:
            return {**entry, "lane": lane}
        case Mapping():
            return {"name": dict(entry), "lane": lane} if entry else {"lane": lane}
        case _:
            raise wrong(
                "BP104",
                "expected an action of the lane “{lane}”, not {what}",
                lane=lane,
                what=described(entry),
            )


class Phase(Frozen):
    """A stage of the journey: some steps in a row."""

    phase: Label
    """Its title."""
    id: Id | None = None
    """Its id; by default made from the title."""
    note: Label | None = None
    """Anything else worth saying."""
    steps: Annotated[tuple[Step, ...], SaidOnly(_expanded)] = ()
    """Its steps, in order."""
