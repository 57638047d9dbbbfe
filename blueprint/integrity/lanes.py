"""The lanes of a blueprint, top to bottom: the five, renamed or joined by others."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from blueprint.model import LANES, Blueprint, Step

if TYPE_CHECKING:
    from blueprint.model import Label

MOST_LANES = 12
"""How many lanes a blueprint may have."""

TITLES: Mapping[str, str] = {
    "evidence": "Physical evidence",
    "customer": "Customer actions",
    "frontstage": "Frontstage",
    "backstage": "Backstage",
    "support": "Support processes",
}
"""The five lanes' own titles."""


@dataclass(frozen=True, slots=True)
class LaneInfo:
    """A lane: its id, the title the file gives it, if any, and whether the file added it."""

    id: str
    name: Label | None
    added: bool

    @property
    def kind(self) -> str:
        """Which of the five it is, or ``other``."""
        return "other" if self.added else self.id


def lanes_of(blueprint: Blueprint) -> tuple[LaneInfo, ...]:
    """Return a blueprint's lanes, top to bottom; a lane whose place is unknown comes last."""
    order = list(LANES)
    names: dict[str, Label | None] = dict.fromkeys(LANES)
    shared = blueprint.catalog.lanes if blueprint.catalog is not None else ()
    for lane in (*shared, *blueprint.lanes):
        if lane.id not in names:
            behind = lane.after if lane.after in order else order[-1]
            at = order.index(behind) + 1
            while (
                at < len(order)
                and order[at] not in LANES
                and _after(blueprint, order[at]) == behind
            ):
                at += 1
            order.insert(at, lane.id)
            names[lane.id] = lane.name or lane.id
        elif lane.name is not None:
            names[lane.id] = lane.name
    return tuple(LaneInfo(lane, names[lane], lane not in LANES) for lane in order)


def _after(blueprint: Blueprint, lane: str) -> str | None:
    shared = blueprint.catalog.lanes if blueprint.catalog is not None else ()
    return next((entry.after for entry in (*shared, *blueprint.lanes) if entry.id == lane), None)


def is_step_key(lane: str) -> bool:
    """Tell whether a lane's id is already a word a step can say, so that it cannot be a lane."""
    return lane in Step.model_fields and lane not in LANES
