"""What is left of a price when the service takes so many minutes, and when nothing is."""

from __future__ import annotations

from dataclasses import dataclass
from math import isfinite

from blueprint.errors import BlueprintError
from blueprint.words import Phrase


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """What one customer pays and costs (Shostack, 1984; the figures of the shoeshine as recalled).

    Attributes:
        price: What the customer pays.
        per_minute: What each minute costs.
        materials: What is used up, once a customer.
        other: Anything else, once a customer.
    """

    price: float
    per_minute: float
    materials: float = 0.0
    other: float = 0.0

    def __post_init__(self) -> None:
        """Refuse costs below 0, and what is no number."""
        for field in ("price", "per_minute", "materials", "other"):
            value = getattr(self, field)
            if not isfinite(value) or value < 0:
                said = "“{field}” is an amount of 0 or more, not {value}"
                raise BlueprintError(Phrase.of(said, field=field, value=value))


def cost(minutes: float, terms: Terms) -> float:
    """Return what one customer costs when it takes so many minutes.

    Args:
        minutes: How long it takes.
        terms: What is paid, and what costs.

    Raises:
        BlueprintError: The time is below 0.

    Examples:
        >>> shoeshine = Terms(price=0.50, per_minute=0.10, materials=0.03, other=0.09)
        >>> [round(cost(minutes, shoeshine), 2) for minutes in (2, 3, 4)]
        [0.32, 0.42, 0.52]
    """
    if not isfinite(minutes) or minutes < 0:
        said = "“{field}” is an amount of 0 or more, not {value}"
        raise BlueprintError(Phrase.of(said, field="minutes", value=minutes))
    return terms.per_minute * minutes + terms.materials + terms.other


def profit(minutes: float, terms: Terms) -> float:
    """Return what is left of the price when it takes so many minutes.

    Args:
        minutes: How long it takes.
        terms: What is paid, and what costs.

    Raises:
        BlueprintError: The time is below 0.

    Examples:
        >>> shoeshine = Terms(price=0.50, per_minute=0.10, materials=0.03, other=0.09)
        >>> [round(profit(minutes, shoeshine), 2) for minutes in (2, 3, 4)]
        [0.18, 0.08, -0.02]
    """
    return terms.price - cost(minutes, terms)


def break_even(terms: Terms) -> float | None:
    """Return after how many minutes nothing is left of the price.

    Returns:
        Minutes; 0 where nothing is left from the start, ``None`` where time costs nothing
        and so never uses it up.

    Examples:
        >>> round(break_even(Terms(price=0.50, per_minute=0.10, materials=0.03, other=0.09)), 6)
        3.8
    """
    left = profit(0, terms)
    if left <= 0:
        return 0.0
    return left / terms.per_minute if terms.per_minute else None
