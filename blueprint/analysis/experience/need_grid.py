"""The twelve needs of the 4 x 3 grid, and how much of it a journey covers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from math import fsum

from blueprint.errors import BlueprintError
from blueprint.words import Phrase


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One of the grid's four rows: who it is about, and its three needs with what they mean."""

    title: Phrase
    needs: Mapping[str, Phrase]


GRID: tuple[Row, ...] = (
    Row(
        title=Phrase.of("The customer wants to be"),
        needs={
            "heard": Phrase.of("listened to"),
            "known": Phrase.of("recognised, without telling it again"),
            "appreciated": Phrase.of("valued as a customer"),
        },
    ),
    Row(
        title=Phrase.of("The service gives"),
        needs={
            "quality": Phrase.of("quality true to the brand promise"),
            "useful": Phrase.of("useful information"),
            "fitting": Phrase.of("what fits this customer"),
        },
    ),
    Row(
        title=Phrase.of("The service is"),
        needs={
            "simple": Phrase.of("simple to use"),
            "timely": Phrase.of("there in time"),
            "ownership": Phrase.of("taken charge of by somebody"),
        },
    ),
    Row(
        title=Phrase.of("The customer feels"),
        needs={
            "engaged": Phrase.of("taken along"),
            "empowered": Phrase.of("in control"),
            "delighted": Phrase.of("delighted, beyond satisfied"),
        },
    ),
)
"""The grid, row by row."""

NEEDS: tuple[str, ...] = tuple(need for row in GRID for need in row.needs)
"""The twelve, in the grid's order."""

LEAST = 3
"""In fewer steps than this nothing counts as over-served."""


def coverage(steps: Sequence[Collection[str]]) -> Mapping[str, int]:
    """Return in how many steps each of the twelve needs is served.

    Args:
        steps: The needs each step serves.

    Examples:
        >>> counts = coverage([{"heard", "simple"}, {"simple"}, set()])
        >>> counts["simple"], counts["heard"], counts["timely"]
        (2, 1, 0)
    """
    found = Counter(need for served in steps for need in set(served))
    return {need: found[need] for need in NEEDS}


def over_served(counts: Mapping[str, int], *, over: float = 2.0) -> tuple[str, ...]:
    """Return the needs served much more often than the others (defined here).

    A need is over-served when at least three steps serve it, and at least ``over`` times as
    many as serve a need on average, of the needs served at all.

    Args:
        counts: In how many steps each need is served.
        over: How many times the mean is too much; more than 1.

    Raises:
        BlueprintError: ``over`` is not more than 1.

    Examples:
        >>> over_served({"simple": 8, "timely": 1, "heard": 1, "known": 0})
        ('simple',)
    """
    if not over > 1:
        raise BlueprintError(Phrase.of("the option “over” is more than 1"))
    served = [n for n in counts.values() if n]
    if not served:
        return ()
    mean = fsum(served) / len(served)
    return tuple(need for need, n in counts.items() if n >= LEAST and n >= over * mean)
