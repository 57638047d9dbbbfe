"""What the lists of a ripple hold: work, standards, articles, metrics, complaint routes, sums."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from blueprint.words import Phrase

Coming = Literal["changed", "new", "reached"]
"""How an element comes into a ripple: the change names it, adds it, or moves it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """One thing a department does or answers for that a ripple concerns.

    Attributes:
        id: Its id.
        name: Its name.
        coming: Whether it is changed, new or reached.
        owned: Whether the department answers for it, and does not do it.
        likelihood: How likely the change comes to it; 1 where it begins.
    """

    id: str
    name: Phrase
    coming: Coming
    owned: bool
    likelihood: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Waits:
    """A department that another one waits for, and why: whose work rests on which."""

    id: str
    name: Phrase
    reason: Phrase


@dataclass(frozen=True, slots=True, kw_only=True)
class StandardTouched:
    """A standard that is to be looked at again.

    Attributes:
        id: The step or action it is set for.
        name: That one's name.
        text: The standard in words.
        of: Whether it is the standard of a moment of truth, or of an action.
        blueprint: Id of the blueprint it stands in.
        department: Who answers for the moment, or does the action.
        committed_by: The departments that committed to it.
        reviewed: When it was last reviewed.
        reason: Why it is named.
    """

    id: str
    name: Phrase
    text: Phrase
    of: Literal["moment-of-truth", "action"]
    blueprint: str | None
    department: str | None
    committed_by: tuple[str, ...]
    reviewed: str | None
    reason: Phrase


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """A knowledge article to revise.

    Attributes:
        id: Its id.
        name: Its name.
        department: Who keeps it.
        updated: When it was last changed.
        because: It is changed or new itself; it is reached; it informs something that is
            changed or reached; or it informs a notice about something that is.
        reason: The same as a sentence.
    """

    id: str
    name: Phrase
    department: str | None
    updated: str | None
    because: Literal["changed", "reached", "informs", "notice"]
    reason: Phrase


@dataclass(frozen=True, slots=True, kw_only=True)
class MetricMoved:
    """A metric that should move.

    Attributes:
        id: Its id.
        name: Its name.
        because: The change names it as its aim; it is asked for at a step the ripple passes;
            or a lever that acts there should move it.
        reason: The same as a sentence.
    """

    id: str
    name: Phrase
    because: Literal["aim", "feedback", "lever"]
    reason: Phrase


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """A stage of handling a complaint, and the department that owns it."""

    stage: str
    department: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ComplaintRoute:
    """Where a complaint about a step comes in, and to whom it goes.

    Attributes:
        id: The step the complaint would be about.
        name: Its name.
        blueprint: Id of the blueprint it stands in.
        entries: Ids of the steps at which complaints come in.
        owners: The departments on the way: those of the step and of what it rests on, of the
            steps where complaints come in, and of every stage.
        stages: The stages of handling, where somebody wrote them.
        reason: The route as a sentence.
    """

    id: str
    name: Phrase
    blueprint: str | None
    entries: tuple[str, ...]
    owners: tuple[str, ...]
    stages: tuple[Stage, ...]
    reason: Phrase


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """How much of a ripple falls to one blueprint, department or lane.

    Attributes:
        by: What is counted by.
        id: Its id; ``None`` for what all blueprints share, or what no department does.
        name: Its name.
        changed: How many elements the change names.
        added: How many it adds.
        reached: How many it moves.
        likelihood: How likely the change comes to the likeliest of them.
        departments: Of a blueprint, how many elements each department does or answers for.
    """

    by: Literal["blueprint", "department", "lane"]
    id: str | None
    name: Phrase
    changed: int
    added: int
    reached: int
    likelihood: float
    departments: tuple[tuple[str, int], ...] = ()

    @property
    def count(self) -> int:
        """How many elements it has of the ripple."""
        return self.changed + self.added + self.reached


@dataclass(frozen=True, slots=True, kw_only=True)
class Total:
    """What a change costs in all, or one department.

    Attributes:
        funded_by: The department that pays; ``None`` in the sum over all, and for what
            nobody is named to pay.
        all: Whether it is the sum over all that pay.
        amount: The sum of the amounts, where some are stated.
        currency: Their currency, where it is stated.
        effort: The sum of the working times, where some are stated.
    """

    funded_by: str | None
    all: bool
    amount: float | None
    currency: str | None
    effort: str | None
