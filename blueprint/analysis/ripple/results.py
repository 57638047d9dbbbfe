"""What a ripple returns: everything a change reaches, and who acts, is affected, is told."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from blueprint.analysis.ripple.change_kinds import ChangeKind
from blueprint.analysis.ripple.how import How
from blueprint.analysis.ripple.lists import (
    Article,
    ComplaintRoute,
    MetricMoved,
    StandardTouched,
    Tally,
    Total,
    Waits,
    Work,
)
from blueprint.graph.couplings import Direction
from blueprint.model import Basis, LinkKind, NodeKind
from blueprint.report import Report
from blueprint.words import Phrase

Part = Literal["first", "affected", "tell"]
"""What a department has to do with a change: acts first, is affected, or is only told."""

Known = Literal["exact", "sampled", "bounds"]
"""How well a likelihood is known: exactly, from drawn worlds, or only between two bounds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Element:
    """An element of the blueprint as a report names it.

    Attributes:
        id: Its id; ``file:id`` in a workspace of several files.
        name: Its label, in the reader's language.
        kind: What it is.
        lane: Its lane, for an action.
        blueprint: Id of the blueprint it stands in; ``None`` for what is shared.
        step: Id of its step, for an action.
        department: Id of the department that does it or owns it.
    """

    id: str
    name: Phrase
    kind: NodeKind
    lane: str | None = None
    blueprint: str | None = None
    step: str | None = None
    department: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Start(Element):
    """An element the ripple starts at.

    Attributes:
        asked: Id of what was named: itself, or its step, phase or department.
        how: What happens to it.
        directions: In which directions it is followed.
    """

    asked: str
    how: How
    directions: tuple[Direction, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Hop:
    """One link of a path.

    Attributes:
        kind: The kind of link.
        source: Id the link goes from.
        target: Id the link goes to.
        forward: Whether the change goes with the link's arrow.
        likelihood: How likely it travels.
        impact: What share of the work at the other end it concerns.
        basis: Who says so: the link itself (``stated``), its ``file``, the ``workspace``, or
            only the ``table`` of links.
        assumed: Whether it is not the link itself.
    """

    kind: LinkKind
    source: str
    target: str
    forward: bool
    likelihood: float
    impact: float
    basis: Basis
    assumed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Reached(Element):
    """An element the ripple reaches.

    Attributes:
        start: Id of the start the strongest path comes from.
        direction: The direction in which it is reached.
        hops: How many links the strongest path has.
        fewest_hops: How few links could bring it here.
        likelihood: How likely the change comes here, by the report's method.
        low: The least the likelihood is, where it is not known exactly: of a sampled one the
            end of its interval, else a bound. ``None`` where it is exact.
        high: The same for the most it is.
        how: How well the likelihood is known: ``exact``, ``sampled`` or ``bounds``.
        impact: What share of the work here it concerns: the impact of the strongest path's
            last link.
        risk: Likelihood x impact; with the method ``cpm``, its own combined risk.
        path_likelihood: How likely the change comes by the strongest path alone: the product
            of the likelihoods of its links.
        assumed: Whether any strength along the strongest path was assumed.
        path: The links of the strongest path, in order of travel; of a path of more than
            `MOST_LINKS` links its first and last ones, half each.
        left_out: How many links of the path are not listed.
        sentence: The path, told.
    """

    start: str
    direction: Direction
    hops: int
    fewest_hops: int
    likelihood: float
    low: float | None
    high: float | None
    how: Known
    impact: float
    risk: float
    path_likelihood: float
    assumed: bool
    path: tuple[Hop, ...]
    left_out: int
    sentence: Phrase


MOST_LINKS = 60
"""How many links of a path are listed; of a longer one, its first and last."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DepartmentShare:
    """What a change has to do with one department.

    Attributes:
        id: Its id.
        name: Its name.
        role: Acts first, is affected, or is only told.
        turn: Of those who act first, when it can start: 1 at once, 2 after those of turn 1 …
        waits_for: The departments of earlier turns whose work its own rests on.
        count: How many elements it performs of all that is changed, added or reached.
        share: Its part of all such elements that some department performs, 0 to 1.
        likelihood: How likely the change comes to the likeliest of what it does or owns.
        risk: The largest risk of what it does or owns.
        elements: Ids of those, in file order.
        owns: Ids of what it owns of all that is changed, added or reached.
        work: What of these is changed, new or reached, the likeliest first: what it does, then
            what it owns.
        reasons: Why it is named, one sentence each; of several paths that pass the same work
            of its own, the one to where they first meet it.
    """

    id: str
    name: Phrase
    role: Part
    turn: int | None
    waits_for: tuple[Waits, ...]
    count: int
    share: float
    likelihood: float | None
    risk: float | None
    elements: Sequence[str]
    owns: Sequence[str]
    work: Sequence[Work]
    reasons: Sequence[Phrase]


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A department that must be told, and why, one sentence each."""

    id: str
    name: Phrase
    reasons: Sequence[Phrase]


@dataclass(frozen=True, slots=True, kw_only=True)
class Touched:
    """Something the ripple passes and is not carried on by, such as a moment of truth.

    Attributes:
        id: Its id; of a moment of truth, the step's or the action's.
        name: Its name.
        kind: ``moment-of-truth``, ``promise``, ``persona``, ``lever``, or what a lever acts on.
        department: Who answers for it: a moment's owner, a promise's maker.
        reason: Why it is named.
    """

    id: str
    name: Phrase
    kind: str
    department: str | None
    reason: Phrase


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment(Touched):
    """A moment of truth the ripple passes.

    Attributes:
        importance: From 1 to 5, where somebody said so.
        standards: How well it is to go, in words.
    """

    importance: int | None
    standards: tuple[Phrase, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Legacy:
    """A system due for renewal that the change concerns, its owner, and how it is reached."""

    id: str
    name: Phrase
    department: str | None
    reason: Phrase


@dataclass(frozen=True, slots=True, kw_only=True)
class Investment:
    """What has to be bought, renewed or paid.

    Attributes:
        id: The element it is for.
        name: Its name.
        kind: ``new`` system, ``renewal`` of a legacy system, or ``work`` on anything else.
        department: Who does it or owns it.
        amount: What it costs, where the change says.
        currency: The currency of the amount, where it is stated.
        effort: Working time, where the change says.
        funded_by: The department that pays.
        likelihood: How likely the change comes to it: 1 where the change names it.
        risk: Its risk, likelihood x impact; ``None``, as the likelihood, where it is not reached.
        reason: Why it is in the ripple.
    """

    id: str
    name: Phrase
    kind: Literal["new", "renewal", "work"]
    department: str | None
    amount: float | None
    currency: str | None
    effort: str | None
    funded_by: str | None
    likelihood: float | None
    risk: float | None
    reason: Phrase | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """Which of the elements that are reached a report lists, and along what it went.

    Attributes:
        kinds: The kinds of link that conducted; empty for all.
        lanes: The lanes of what is listed; empty for all.
        departments: Ids of the departments whose elements are listed; empty for all.
        least: The smallest likelihood of what is listed.
        listed: How many elements are listed.
        reached: How many are reached.
    """

    kinds: tuple[str, ...] = ()
    lanes: tuple[str, ...] = ()
    departments: tuple[str, ...] = ()
    least: float = 0.0
    listed: int = 0
    reached: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class RippleReport(Report):
    """Everything a change reaches, with the path that carries it there.

    Attributes:
        direction: ``demand``, ``disruption``, or ``both`` where both were followed.
        kinds: The kinds of the change, for those who asked to be told of them.
        start: What is changed or removed; of a step, all its actions.
        added: What the change itself adds.
        filters: Which of what is reached is listed; everything else is told of all.
        reached: What it moves and is listed, the strongest first.
        departments: Every department it concerns, those who act first first.
        first_to_act: Departments that must act first.
        also_affected: Departments of everything else that is reached, and who pays.
        to_be_told: Departments that must be told, and why.
        moments_of_truth: Declared moments of truth it passes.
        promises: Promises it changes or reaches.
        personas: Whose journeys it passes.
        touched: Levers that act on what it changes or reaches, and what a changed lever acts on.
        legacy_systems: Systems due for renewal that it changes or reaches.
        investments: What has to be bought, renewed or paid.
        totals: What it costs in all and by who pays, where the change says what it costs.
        standards: Standards of moments of truth it passes and of actions it changes or reaches.
        articles: Knowledge articles to revise.
        metrics: Metrics that should move.
        complaint_routes: For each step it passes, where complaints come in and to whom they go.
        tallies: How much falls to each blueprint, department and lane.
        remeasure: When the change says to measure again.
        names: What the ids of departments and of steps where complaints come in are called.
    """

    direction: Literal["demand", "disruption", "both"]
    kinds: tuple[ChangeKind, ...]
    start: tuple[Start, ...]
    added: tuple[Start, ...]
    filters: Filters
    reached: Sequence[Reached]
    departments: tuple[DepartmentShare, ...]
    first_to_act: tuple[DepartmentShare, ...]
    also_affected: tuple[DepartmentShare, ...]
    to_be_told: tuple[Told, ...]
    moments_of_truth: tuple[Moment, ...]
    promises: tuple[Touched, ...]
    personas: tuple[Touched, ...]
    touched: tuple[Touched, ...]
    legacy_systems: tuple[Legacy, ...]
    investments: tuple[Investment, ...]
    totals: tuple[Total, ...]
    standards: tuple[StandardTouched, ...]
    articles: tuple[Article, ...]
    metrics: tuple[MetricMoved, ...]
    complaint_routes: tuple[ComplaintRoute, ...]
    tallies: tuple[Tally, ...]
    remeasure: str | None
    names: Mapping[str, Phrase]

    @property
    def only_asked(self) -> bool:
        """Whether elements are asked about, and nothing says that they change."""
        return all(start.how == "asked" for start in (*self.start, *self.added))
