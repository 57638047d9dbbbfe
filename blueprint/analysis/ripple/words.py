"""The words a ripple uses for how things change, who does what about it, and of what kind it is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from blueprint.analysis.ripple.change_kinds import ChangeKind
from blueprint.analysis.ripple.lists import Coming
from blueprint.integrity.pairs import WORD
from blueprint.words import Phrase
from blueprint.words.label import listing

MOST_NAMED = 6
"""How many names stand in one sentence; the report has them all."""

MOST_REASONS = 3
"""How many reasons are told for one department in a text or a table; the report has them all."""

HOW_TOLD: Mapping[str, str] = {
    "tightened": "“{element}” is tightened",
    "altered": "“{element}” is altered",
    "unavailable": "“{element}” is unavailable",
    "added": "“{element}” is new",
    "removed": "“{element}” is taken away",
    "asked": "“{element}” is asked about",
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

COMING: Mapping[Coming, str] = {
    "changed": "changed",
    "new": "new",
    "reached": "reached",
}
"""How an element comes into a ripple, in one word."""

STAGE: Mapping[str, str] = {
    "receive": "receive",
    "track": "track",
    "acknowledge": "acknowledge",
    "assess": "assess",
    "investigate": "investigate",
    "respond": "respond",
    "communicate": "communicate",
    "close": "close",
}
"""The stages of handling a complaint (ISO 10002)."""

BECAUSE: Mapping[str, str] = {
    "changed": "changed",
    "reached": "reached",
    "informs": "informs what is reached",
    "notice": "informs a notice",
    "aim": "aim of the change",
    "feedback": "measured where it passes",
    "lever": "moved by a lever",
}
"""Why an article is to be revised, or a metric should move, in a word or two."""

OF: Mapping[str, str] = {"moment-of-truth": "moment of truth", "action": "action"}
"""What a standard is set for."""

BY: Mapping[str, str] = {"blueprint": "blueprint", "department": "department", "lane": "lane"}
"""What a tally is counted by."""

KNOWN: Mapping[str, str] = {
    "exact": "exactly",
    "sampled": "from samples",
    "bounds": "within bounds",
}
"""How well a likelihood is known."""

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


def coming_told(coming: Coming, *, asked: bool) -> Phrase:
    """Return how an element comes into a ripple; what is only asked about is not changed."""
    return Phrase.of("asked about") if asked and coming == "changed" else Phrase.of(COMING[coming])


def how_told(how: str, element: Phrase) -> Phrase:
    """Return one sentence on what happens to an element the ripple starts at."""
    return Phrase.of(HOW_TOLD[how], element=element)


def must_hear_of(kinds: Sequence[ChangeKind]) -> Phrase:
    """Return why a department is told that asked to hear of changes of some kinds."""
    named = listing([Phrase.of(kind) for kind in kinds])
    return Phrase.of("must hear of changes of this kind: {kinds}", kinds=named)


def some_of(names: Sequence[Phrase], most: int = MOST_NAMED) -> Phrase:
    """Return names as one enumeration: the first few in their order, then how many more.

    Examples:
        >>> str(some_of([Phrase.of(name) for name in "abcd"], most=2))
        'a, b and 2 more'
    """
    if len(names) <= most:
        return listing(names)
    return Phrase.of("{some} and {n} more", some=listing(names[:most]), n=len(names) - most)


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
