"""What can happen to an element a ripple starts at, and what each of these means for it.

The change itself is certain: at a start the likelihood is 1, whatever happens there. The kind
of change decides in which direction it is followed where nobody asks for one, and whether
anything can still go on through the element.

- *tightened* and *added* ask more of those the element rests on: **demand**.
- *altered*, *unavailable* and *removed* are felt by those who rest on it: **disruption**.
- *asked* is an element somebody named without saying what happens to it: **disruption**.
- A **promise** that is changed in whatever way asks its keepers: demand, unless it is removed.
- What is *removed* is no longer there. Those who needed it feel that, but nothing else comes
  to it or goes on through it.
- What is *added* is also felt by whoever will use it or wait for it, one link up; where
  nobody asks for a direction, it goes no further from there.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from blueprint.graph.couplings import DIRECTIONS, Direction
from blueprint.model import NodeKind

How = Literal["tightened", "altered", "unavailable", "added", "removed", "asked"]
"""What happens to an element a ripple starts at; ``asked`` where no change file says."""

Asked = Literal["demand", "disruption", "both"]
"""The directions that can be asked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """What one kind of change means for a ripple.

    Attributes:
        usual: The direction it is followed in, where nobody asks for one.
        closes: Whether nothing comes to the element, or through it, any more.
        news: Whether those who will use the element feel it too, one link up.
    """

    usual: Direction
    closes: bool = False
    news: bool = False


HAPPENINGS: Mapping[How, Happening] = {
    "tightened": Happening(usual="demand"),
    "altered": Happening(usual="disruption"),
    "unavailable": Happening(usual="disruption"),
    "added": Happening(usual="demand", news=True),
    "removed": Happening(usual="disruption", closes=True),
    "asked": Happening(usual="disruption"),
}
"""Each kind of change, and what it means."""


def directions_of(kind: NodeKind, how: How, asked: Asked | None) -> tuple[Direction, ...]:
    """Return the directions in which a start is followed.

    Args:
        kind: What it is.
        how: What happens to it.
        asked: The direction somebody asked for.

    Examples:
        >>> directions_of("system", "unavailable", None), directions_of("promise", "altered", None)
        (('disruption',), ('demand',))
    """
    if asked == "both":
        return DIRECTIONS
    if asked is not None:
        return (asked,)
    if kind == "promise" and how != "removed":
        return ("demand",)
    return (HAPPENINGS[how].usual,)
