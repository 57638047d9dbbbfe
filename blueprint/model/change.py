"""A change: a proposed or planned alteration, with what it adds, removes and costs."""

from __future__ import annotations

from typing import ClassVar, Literal

from blueprint.model.action import StaffAction
from blueprint.model.base import Frozen, FrozenMap, Id, Label, Many, Number, Ref, Short, Text
from blueprint.model.catalog import Channel, Knowledge, Promise, System
from blueprint.model.values import Date, Duration

How = Literal["tightened", "altered", "unavailable"]
"""What happens to an element."""


class Alteration(Short):
    """An element that is changed, and how."""

    short: ClassVar[str] = "to"
    to: Ref
    """The element: ``id``, or ``file:id`` in a workspace."""
    how: How = "altered"
    """What happens to it."""


class AddedSystem(System):
    """A system the change brings, and the actions that will use it."""

    used_by: Many[Ref] = ()
    """The actions that will use it."""


class AddedAction(StaffAction):
    """An action the change brings, where it stands, and who will need it."""

    lane: Literal["frontstage", "backstage", "support"] = "backstage"
    """The lane it stands in."""
    step: Ref
    """The step it stands in."""
    needed_by: Many[Ref] = ()
    """The actions that will wait for it."""


class Adds(Frozen):
    """Everything a change brings."""

    systems: FrozenMap[Id, AddedSystem] = FrozenMap()
    """New systems."""
    actions: tuple[AddedAction, ...] = ()
    """New actions."""
    channels: FrozenMap[Id, Channel] = FrozenMap()
    """New channels."""
    promises: FrozenMap[Id, Promise] = FrozenMap()
    """New promises."""
    knowledge: FrozenMap[Id, Knowledge] = FrozenMap()
    """New knowledge articles."""


class ChangeCost(Short):
    """What one part of a change costs, and who pays."""

    short: ClassVar[str] = "amount"
    short_schema: ClassVar[dict[str, object]] = {"type": "number"}
    amount: Number | None = None
    """In the blueprint's or catalog's currency."""
    effort: Duration | None = None
    """Working time, such as 60 d."""
    funded_by: Ref | None = None
    """The department that pays."""


class Change(Frozen):
    """A proposed or planned alteration of one blueprint or a workspace."""

    change: Label
    """What is to change, in a few words."""
    languages: tuple[Text, ...] = ("en",)
    """The languages its labels are written in."""
    because: Many[Label] = ()
    """Why: observations by id, or text."""
    changes: Many[Alteration] = ()
    """What is tightened, altered or becomes unavailable."""
    adds: Adds = Adds()
    """What it brings."""
    removes: Many[Ref] = ()
    """What it takes away."""
    cost: FrozenMap[str, ChangeCost] = FrozenMap()
    """What it costs, by the element that costs it."""
    moves: Many[Ref] = ()
    """The metrics that should move."""
    remeasure: Date | None = None
    """When to measure again."""
    note: Label | None = None
    """Anything else worth saying."""
