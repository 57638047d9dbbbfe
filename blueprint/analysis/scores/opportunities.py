"""Opportunity scores: what is important to customers and does not satisfy them."""

from __future__ import annotations

from blueprint.analysis.scores.checks import figure

_SCALE = (0.0, 10.0)


def opportunity(importance: float, satisfaction: float) -> float:
    """Return the opportunity score I + max(I − S, 0) (Ulwick 2005), from 0 to 20.

    Args:
        importance: How important it is, 0 to 10.
        satisfaction: How satisfied customers are with it, 0 to 10.

    Raises:
        BlueprintError: A figure is off the scale.

    Examples:
        >>> opportunity(9, 3), opportunity(9, 9)
        (15.0, 9.0)
    """
    wanted = figure("importance", importance, _SCALE)
    return wanted + max(wanted - figure("satisfaction", satisfaction, _SCALE), 0.0)


def on_ten(value: float, scale: tuple[float, float]) -> float:
    """Return a figure stretched from its own scale to 0 to 10.

    Raises:
        BlueprintError: It is off its scale.

    Examples:
        >>> on_ten(5, (1, 5)), on_ten(3, (1, 5))
        (10.0, 5.0)
    """
    low, high = scale
    return 10 * (figure("figure", value, scale) - low) / (high - low)
