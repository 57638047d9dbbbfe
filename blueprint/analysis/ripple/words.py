"""The words a ripple uses for how things change, who does what about it, and of what kind it is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from blueprint.analysis.ripple.change_kinds import ChangeKind
from blueprint.integrity.pairs import WORD
from blueprint.words import Phrase

MOST_REASONS = 3
"""How many reasons are told for one department in a text or a table; the report has them all."""

HOW_TOLD: Mapping[str, str] = {
    "tightened": "“{element}” is tightened",
    "altered": "“{element}” is altered",
    "unavailable": "“{element}” is unavailable",
    "added": "“{element}” is new",
    "removed": "“{element}” is taken away",
    "asked": "the question starts at “{element}”",
}
"""What happens to an element a ripple starts at, as a sentence."""

HOW: Mapping[str, str] = {
    "tightened": "tightened",
    "altered": "altered",
    "unavailable": "unavailable",
    "added": "new",
    "removed": "taken away",
    "asked": "start",
}
"""The same in one word."""

PART: Mapping[str, str] = {
    "first": "first to act",
    "affected": "also affected",
    "tell": "to be told",
}
"""What a department has to do with a change."""

TOLD_OF: Mapping[ChangeKind, str] = {
    "product": "must hear of every change of a product",
    "service": "must hear of every change of the service",
    "channel": "must hear of every change of a channel",
    "cost": "must hear of every change that costs",
}
"""Why a department is told that asked to hear of such changes."""

DIRECTION: Mapping[str, str] = {
    "demand": "demand: who must do more",
    "disruption": "disruption: who feels it",
    "both": "demand and disruption, each followed on its own",
}
"""How each direction is called in a sentence."""

SPENT: Mapping[str, str] = {
    "new": "new system",
    "renewal": "renewal of a legacy system",
    "work": "work",
}
"""What money or effort goes into."""

KIND: Mapping[str, str] = {
    "blueprint": "blueprint",
    "phase": "phase",
    "step": "step",
    **WORD,
    "department": "department",
    "system": "system",
    "channel": "channel",
    "persona": "persona",
    "product": "product",
    "promise": "promise",
    "knowledge": "knowledge article",
    "metric": "metric",
    "lever": "lever",
    "moment-of-truth": "moment of truth",
}
"""How each kind of element is called."""


def how_told(how: str, element: Phrase) -> Phrase:
    """Return one sentence on what happens to an element the ripple starts at."""
    return Phrase.of(HOW_TOLD[how], element=element)


def reasons_in_a_row(reasons: Sequence[Phrase]) -> Phrase:
    """Return reasons as one text: the first few in their order, then how many more there are."""
    told = list(reasons[:MOST_REASONS])
    more = len(reasons) - MOST_REASONS
    if more > 0:
        told.append(Phrase.of("and {n} more", n=more))
    whole = told[0]
    for reason in told[1:]:
        whole = Phrase.of("{some}; {more}", some=whole, more=reason)
    return whole
