"""The books of a service: per step what it costs, and what it costs the customer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from blueprint.analysis.amounts import length_of
from blueprint.analysis.economics.costs import Asked, Spent, asked, spent
from blueprint.analysis.economics.profit import Terms
from blueprint.analysis.failures.points import Point
from blueprint.analysis.times.timed import Timed, Walk, timed
from blueprint.graph import Graph
from blueprint.model import Blueprint, CustomerAction, Step

_MOST = 2 / 3
"""More than this share of the steps with an experience has to name needs or values."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sum:
    """Some amounts added up.

    Attributes:
        amount: Their sum; ``None`` where none is known.
        known: How many are known.
        lacking: How many of these are known in part only.
    """

    amount: float | None
    known: int
    lacking: int


def summed(entries: Iterable[Spent]) -> Sum:
    """Return what some actions cost together.

    Examples:
        >>> summed([Spent(amount=2.0), Spent(amount=None), Spent(amount=0.5)])
        Sum(amount=2.5, known=2, lacking=0)
    """
    own = list(entries)
    known = [entry.amount for entry in own if entry.amount is not None]
    return Sum(
        amount=float(sum(known)) if known else None,
        known=len(known),
        lacking=sum(entry.lacking for entry in own),
    )


@dataclass(frozen=True)
class Books:
    """What the steps of a graph cost.

    Attributes:
        times: The times of all steps.
        spent: What each planned action costs, by number.
    """

    times: Timed
    spent: Mapping[int, Spent]

    @property
    def graph(self) -> Graph:
        """The graph."""
        return self.times.graph

    @cached_property
    def walks(self) -> tuple[Walk, ...]:
        """The main path of each blueprint that has steps."""
        return self.times.walks

    @cached_property
    def steps(self) -> Mapping[int, Sum]:
        """What each step costs when nothing goes wrong."""
        actions = self.times.plan.actions
        return {step: summed(self.spent[n] for n in own) for step, own in actions.items()}

    def on(self, path: Sequence[int]) -> list[int]:
        """Return the planned actions of some steps."""
        return [n for step in path for n in self.times.plan.actions[step]]

    @cached_property
    def asked(self) -> Mapping[int, tuple[Asked, ...]]:
        """What each step asks of the customer, action by action."""
        found: dict[int, tuple[Asked, ...]] = {}
        for step, own in self.times.actions.items():
            acts = (self.graph.nodes[n].element for n in own)
            found[step] = tuple(
                asked(act, length_of(act.effort)) for act in acts if isinstance(act, CustomerAction)
            )
        return found

    @cached_property
    def served(self) -> Mapping[int, bool]:
        """Whether a need or a value is named for each step whose experience is written."""
        elements = ((step, self.graph.nodes[step].element) for step in self.times.actions)
        return {
            step: any(entry.needs or entry.values for entry in element.experience)
            for step, element in elements
            if isinstance(element, Step) and element.experience
        }

    @cached_property
    def valued(self) -> frozenset[str | None]:
        """The blueprints that name needs or values for most steps whose experience is written.

        In any other, that a step names none says nothing of the step. Most are more than two
        of three.
        """
        told: dict[str | None, list[bool]] = {}
        for step, served in self.served.items():
            told.setdefault(self.graph.nodes[step].blueprint, []).append(served)
        return frozenset(home for home, own in told.items() if sum(own) > _MOST * len(own))

    @cached_property
    def superfluous(self) -> Mapping[int, Asked]:
        """What each step asks of the customer that serves no need and gives no value.

        Nothing is said of a step whose experience nobody wrote down, nor in a blueprint that
        hardly names needs and values.
        """
        return {
            step: whole
            for step, served in self.served.items()
            if not served
            and self.can_tell(step)
            and (whole := _together(self.asked[step])).anything
        }

    def can_tell(self, step: int) -> bool:
        """Whether anybody can know if a step is superfluous."""
        served = self.served.get(step)
        return served is not None and (served or self.graph.nodes[step].blueprint in self.valued)

    def priced(self, own: Walk) -> Sequence[int]:
        """Return the actions of a main path that are to say a cost: all but the customer's own."""
        return [
            n
            for n in self.on(own.path)
            if self.graph.nodes[n].kind != "customer" or self.spent[n].amount is not None
        ]

    def complete(self, own: Walk) -> bool:
        """Whether all work of a main path but the customer's own says what it costs."""
        entries = [self.spent[n] for n in self.priced(own)]
        return all(
            entry.amount is not None and not entry.lacking and not entry.below_zero
            for entry in entries
        )

    def home(self, own: Walk) -> Blueprint:
        """Return the blueprint of a walk."""
        return self.graph.scope.blueprints[own.journey.stem]

    def currency(self, own: Walk) -> str | None:
        """Return the currency that the amounts of a walk are in."""
        catalog = self.graph.scope.catalog
        shared = catalog.currency if catalog is not None else None
        return self.home(own).currency or shared

    def expected(self, own: Walk) -> float | None:
        """Return what one customer costs on average, over all ways and with what is done again."""
        amounts = []
        for step, often in own.often.items():
            amount = self.steps[step].amount
            if often is None:
                return None
            if amount is not None:
                amounts.append(often * amount)
        return float(sum(amounts)) if amounts else None

    def terms(self, own: Walk) -> Terms | None:
        """Return price and costs of a main path as a line over time; nothing without a price.

        Of a service that is free nothing can be left, and nothing used up.

        What costs by the minute is spread over the minutes of all work that does.
        """
        home = self.home(own)
        planned = [self.spent[n] for n in self.on(own.path)]
        timed_ = [
            (entry.per_minute, entry.minutes)
            for entry in planned
            if entry.per_minute is not None and entry.minutes
        ]
        minutes = sum(length for _, length in timed_)
        by_time = sum(rate * length for rate, length in timed_)
        if home.price is None or home.price <= 0 or not minutes:
            return None
        whole = summed(planned).amount or 0.0
        return Terms(
            price=home.price, per_minute=by_time / minutes, other=max(0.0, whole - by_time)
        )

    def minutes(self, own: Walk) -> float:
        """Return how many minutes of a main path cost by the minute."""
        planned = (self.spent[n] for n in self.on(own.path))
        return sum(entry.minutes or 0.0 for entry in planned)

    @cached_property
    def failing(self) -> tuple[tuple[Point, float], ...]:
        """The fail points of which rate and cost of recovery are known, with what they cost.

        Dearest first; per customer: visits of the step x rate x what the recovery costs.
        """
        found = []
        often = {step: n for own in self.walks for step, n in own.often.items()}
        for point in self.times.points:
            passed = often.get(point.step)
            cost = None if point.mends is None else spent(self.graph, point.mends).amount
            if point.fail.rate is not None and passed is not None and cost is not None:
                found.append((point, passed * point.fail.rate * cost))
        return tuple(sorted(found, key=lambda entry: -entry[1]))


def books(graph: Graph) -> Books:
    """Return the books of a service."""
    times = timed(graph)
    acts = {n for own in times.plan.actions.values() for n in own}
    return Books(times, {n: spent(graph, n) for n in sorted(acts)})


def _together(parts: Sequence[Asked]) -> Asked:
    return Asked(
        effort=_added(part.effort for part in parts),
        money=_added(part.money for part in parts),
        details=tuple(dict.fromkeys(detail for part in parts for detail in part.details)),
    )


def _added(figures: Iterable[float | None]) -> float | None:
    told = [figure for figure in figures if figure is not None]
    return float(sum(told)) if told else None
