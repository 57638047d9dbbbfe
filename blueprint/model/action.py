"""Actions: what is done in one lane of one step, by the customer, a person or a screen."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from pydantic import AliasChoices, Field

from blueprint.model.base import Id, Label, Many, ManyOrUnsaid, Number, Ref, Short, Text
from blueprint.model.parts import (
    Cost,
    FailPoint,
    LinkTo,
    Moment,
    Notice,
    Pain,
    Standard,
    Time,
    WebLink,
)
from blueprint.model.values import Duration, Share

Actor = Literal["person", "technology"]
Status = Literal["proposed", "removed"]
Stance = Literal["proactive", "responsive", "remedial"]


class BaseAction(Short):
    """What every card on the grid can say, evidence included."""

    name: Label
    """What is done, or what is met."""
    id: Id | None = None
    """Its id; by default made from the name."""
    same_as: Ref | None = None
    """The action that is the same thing, standing in another step."""
    status: Status | None = None
    """Whether it is only proposed, or is to be removed."""
    until: Ref | None = None
    """The last step it lasts through."""
    note: Label | None = None
    """Anything else worth saying."""
    tags: Many[Text] = ()
    """Words to find it by."""
    links: Many[WebLink] = ()
    """Pages about it on the web."""


class Evidence(BaseAction):
    """Something physical or digital the customer meets in a step."""

    lane: Literal["evidence"] = "evidence"
    """The lane it stands in."""
    kind: (
        Literal["decor", "facility", "equipment", "tool", "document", "digital", "rule", "person"]
        | None
    ) = None
    """What kind of evidence it is."""
    place: Label | None = None
    """Where the customer meets it."""


class Act(BaseAction):
    """What every action that somebody or something performs can say."""

    actor: Actor = "person"
    """A person, or technology; frontstage is drawn in two where both occur."""
    department: Ref | None = None
    """The department that does it."""
    role: Label | None = None
    """The role of the person who does it."""
    systems: Many[Ref] = Field(default=(), validation_alias=AliasChoices("systems", "system"))
    """The systems it uses."""
    channels: Many[Ref] = ()
    """The channels it goes through."""
    knowledge: Many[Ref] = ()
    """The knowledge articles it relies on."""
    needs: ManyOrUnsaid[LinkTo] = None
    """What it would wait for; written, even empty, it replaces the implied links downwards."""
    triggers: Many[LinkTo] = ()
    """What it sets off without waiting."""
    duration: Duration | None = None
    """How long it takes."""
    complete_accurate: Share | None = None
    """Share of its results that are complete and accurate when handed on."""
    cost: Cost | None = None
    """What it costs, each time."""
    standard: Standard | None = None
    """How well it is to be done."""
    discretion: bool | None = None
    """Whether the person may decide alone."""
    approved_by: Many[Ref] = ()
    """The actions or departments that must approve it."""
    decides: bool | None = None
    """Whether a decision is taken here."""
    stance: Stance | None = None
    """Whether it acts before being asked, when asked, or to mend."""
    notice: Notice | None = None
    """What the customer is told by it."""
    moment_of_truth: Moment = None
    """That it decides how the customer judges."""
    pain: Many[Pain] = ()
    """What hurts here."""
    fails: Many[FailPoint] = ()
    """Where it can go wrong."""
    time: Time | None = None
    """Its times."""


class CustomerAction(Act):
    """What the customer does in a step."""

    lane: Literal["customer"] = "customer"
    """The lane it stands in."""
    participation: Literal["self", "joint", "provider"] | None = None
    """Who does the work: the customer alone, both, or the provider."""
    effort: Duration | None = None
    """The customer's own effort."""
    money: Number | None = None
    """What the customer pays here, in the blueprint's currency."""
    asks: Many[Label] = ()
    """What the customer is asked for."""


class StaffAction(Act):
    """What staff or a screen does in a step."""


class FrontstageAction(StaffAction):
    """What staff and screens do in the customer's view."""

    lane: Literal["frontstage"] = "frontstage"
    """The lane it stands in."""


class BackstageAction(StaffAction):
    """What staff and machines do out of the customer's view."""

    lane: Literal["backstage"] = "backstage"
    """The lane it stands in."""


class SupportAction(StaffAction):
    """What systems and other departments do behind them all."""

    lane: Literal["support"] = "support"
    """The lane it stands in."""


class LaneAction(StaffAction):
    """What is done in a lane the blueprint adds."""

    lane: str = ""
    """The id of the lane it stands in, filled in from where it is written."""


Action = Evidence | CustomerAction | FrontstageAction | BackstageAction | SupportAction | LaneAction
"""Any card on the grid, told apart by ``lane``."""

LANES: tuple[str, ...] = ("evidence", "customer", "frontstage", "backstage", "support")
"""The five lanes, top to bottom."""

LANE_CLASS: Mapping[str, type[Action]] = {
    "evidence": Evidence,
    "customer": CustomerAction,
    "frontstage": FrontstageAction,
    "backstage": BackstageAction,
    "support": SupportAction,
}
"""The class of the actions in each of the five lanes."""
