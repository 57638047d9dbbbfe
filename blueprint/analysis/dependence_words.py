"""How a matrix of departments is told: as work they make for each other, or as failures felt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from blueprint.graph import Direction


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The sentences of one direction.

    Attributes:
        title: Heading of the report.
        row: What the departments of the rows are called.
        column: What those of the columns are called.
        giver: Who has the most links to others, and to whom.
        givers: The same, of several with as many.
        taker: Who has the most links from others.
        takers: The same, of several with as many.
        mutual: That two have links both ways.
        bottleneck: That half of all links lead to one.
        hint: What to do about that.
        unowned: What cannot be told where nobody does or owns an end.
        lit: What a drawing shows.
    """

    title: str
    row: str
    column: str
    giver: str
    givers: str
    taker: str
    takers: str
    mutual: str
    bottleneck: str
    hint: str
    unowned: str
    lit: str


WORDS: Mapping[Direction, Words] = {
    "demand": Words(
        title="Which departments make work for which",
        row="Makes work",
        column="For",
        giver="Most work for others comes from {givers}: for {takers}.",
        givers="Most work for others comes from {givers}: {links} each.",
        taker="Most work from others goes to {takers}: {links}.",
        takers="Most work from others goes to {takers}: {links} each.",
        mutual="{one} and {other} make work for each other: {n} one way, {m} back",
        bottleneck="{n} of {m} links between departments are work for {taker} ({share})",
        hint="ask {taker} first when anything is planned",
        unowned="who works for whom on {links}: one end or both belong to no department",
        lit="Where work goes from one department to another",
    ),
    "disruption": Words(
        title="Which departments feel what fails in which",
        row="Fails",
        column="Felt in",
        giver="Others feel most what fails in {givers}: {takers}.",
        givers="Others feel most what fails in {givers}: {links} each.",
        taker="Most of what fails in others is felt in {takers}: {links}.",
        takers="Most of what fails in others is felt in {takers}: {links} each.",
        mutual="{one} and {other} feel what fails in each other: {n} one way, {m} back",
        bottleneck="{n} of {m} links between departments bring what fails to {taker} ({share})",
        hint="tell {taker} first when anything fails",
        unowned="who feels what fails where on {links}: one end or both belong to no department",
        lit="Where one department feels what fails in another",
    ),
}
"""The sentences of both directions."""
