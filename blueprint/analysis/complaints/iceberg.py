"""What complaints stand for: problems never heard, and the sales they put at risk."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal, NamedTuple

Outcome = Literal["silent", "unsatisfied", "satisfied", "satisfied-quickly"]
"""What becomes of a problem: never told; told in vain; mended; mended quickly."""

Loss = Literal["under-5", "over-100"]
"""What the problem cost the customer, in dollars of the study."""

TARP: Mapping[Loss, Mapping[Outcome, float]] = {
    "under-5": {"silent": 0.37, "unsatisfied": 0.46, "satisfied": 0.70, "satisfied-quickly": 0.95},
    "over-100": {"silent": 0.09, "unsatisfied": 0.19, "satisfied": 0.54, "satisfied-quickly": 0.82},
}
"""Share of customers with a problem who would buy again (TARP, as quoted by others)."""


class Iceberg(NamedTuple):
    """Problems, and how many of them anybody hears of."""

    problems: float
    heard: float
    silent: float

    @property
    def whole(self) -> tuple[int, int, int]:
        """The three as whole customers that still add up.

        Examples:
            >>> Iceberg(3.0, 1.5, 1.5).whole
            (3, 2, 1)
        """
        problems, heard = round(self.problems), round(self.heard)
        return problems, heard, problems - heard


class Group(NamedTuple):
    """Customers with a problem who behave alike: how many, who buys again, what one is worth."""

    number: float
    repurchase: float
    value: float


def iceberg(customers: float, problem_rate: float, complain_rate: float) -> Iceberg:
    """Return how many problems there are, and how many are heard of.

    Args:
        customers: How many customers there are.
        problem_rate: The share that has a problem. Often quoted as 25 %; it is asked for
            here, for it differs from service to service.
        complain_rate: The share of those that complains.

    Raises:
        ValueError: There are fewer than no customers, or a share is none.

    Examples:
        >>> iceberg(120_000, 0.25, 0.05)
        Iceberg(problems=30000.0, heard=1500.0, silent=28500.0)
    """
    if customers < 0:
        raise ValueError(f"{customers} is no number of customers")
    _share("problem_rate", problem_rate)
    _share("complain_rate", complain_rate)
    problems = customers * problem_rate
    heard = problems * complain_rate
    return Iceberg(problems, heard, problems - heard)


def market_at_risk(groups: Iterable[Group]) -> float:
    """Return what is lost when those of each group who do not buy again are gone.

    Sum over groups of number x (1 - repurchase) x value.

    Raises:
        ValueError: A number is below 0, or a repurchase rate is no share.

    Examples:
        >>> market_at_risk([Group(1000, 0.4, 50.0), Group(500, 0.9, 200.0)])
        40000.0
    """
    lost = 0.0
    for number, repurchase, value in groups:
        if number < 0:
            raise ValueError(f"{number} is no number of customers")
        _share("repurchase", repurchase)
        lost += number * (1 - repurchase) * value
    return round(lost, 6)


def by_outcome(
    found: Iceberg, loss: Loss, *, satisfied: float, quickly: float, value: float
) -> Mapping[Outcome, Group]:
    """Return customers with a problem in four groups, with the share of each that buys again.

    Args:
        found: Problems, heard and silent.
        loss: What the problem cost the customer.
        satisfied: The share of those heard whose problem is mended.
        quickly: The share of these for whom it is mended quickly.
        value: What one customer is worth.

    Raises:
        ValueError: A share is none.

    Examples:
        >>> groups = by_outcome(
        ...     Iceberg(100, 40, 60), "over-100", satisfied=0.5, quickly=0.5, value=1
        ... )
        >>> {outcome: (group.number, group.repurchase) for outcome, group in groups.items()}
        {'silent': (60, 0.09), 'unsatisfied': (20.0, 0.19), 'satisfied': (10.0, 0.54), 'satisfied-quickly': (10.0, 0.82)}
    """
    _share("satisfied", satisfied)
    _share("quickly", quickly)
    again = TARP[loss]
    mended = found.heard * satisfied
    numbers: Mapping[Outcome, float] = {
        "silent": found.silent,
        "unsatisfied": found.heard - mended,
        "satisfied": mended * (1 - quickly),
        "satisfied-quickly": mended * quickly,
    }
    return {outcome: Group(n, again[outcome], value) for outcome, n in numbers.items()}


def _share(name: str, value: float) -> None:
    if not 0 <= value <= 1:
        raise ValueError(f"{name} is from 0 to 1, not {value}")
