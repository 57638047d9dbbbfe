"""How much faster something has become, told both ways: as a change and as a factor."""

from __future__ import annotations

from typing import NamedTuple

from blueprint.analysis.amounts import length_of, share_told
from blueprint.errors import BlueprintError
from blueprint.words import Phrase

Span = str | tuple[str, str]
"""A duration, or the shortest and the longest."""


class SpeedUp(NamedTuple):
    """How the new time compares with the old one; each from the least to the most.

    Attributes:
        change: Share by which the time changes; below 0 where it becomes shorter.
        factor: How many times as fast it is; without end where it takes no time any more.
    """

    change: tuple[float, float]
    factor: tuple[float, float]

    def __str__(self) -> str:
        """Say both, such as ``−95 %, 20 x``."""
        changes = dict.fromkeys(str(share_told(share)) for share in self.change)
        factors = dict.fromkeys(f"{factor:.3g}" for factor in self.factor)
        return f"{' to '.join(changes)}, {'-'.join(factors)} x"


def speed_up(before: Span, after: Span) -> SpeedUp:
    """Return how much faster something has become.

    A change in per cent and a factor are often taken for one another: 95 % less time is
    20 times as fast. Both are told, so that neither is.

    Args:
        before: What it took: a duration, or the shortest and the longest.
        after: What it takes now.

    Raises:
        BlueprintError: A range is turned round, or it took no time before.

    Examples:
        >>> print(speed_up(("2 min", "3 min"), "15 s"))
        −87.5 % to −91.7 %, 8-12 x
        >>> print(speed_up("40 s", "2 s"))
        −95 %, 20 x
    """
    short, long = _ends(before)
    least, most = _ends(after)
    if not short:
        raise BlueprintError(Phrase.of("a time before of nothing cannot become shorter"))
    return SpeedUp(
        change=(most / short - 1, least / long - 1),
        factor=(_factor(short, most), _factor(long, least)),
    )


def speed_up_told(before: float | None, after: float | None) -> Phrase | None:
    """Say both ways how much shorter a time has become; nothing where it has not.

    Examples:
        >>> str(speed_up_told(40, 2)), speed_up_told(2, 40), speed_up_told(40, 0)
        ('−95 %, 20 x', None, None)
    """
    if before is None or not after or after >= before:
        return None
    change, factor = share_told(after / before - 1), f"{before / after:.3g}"
    return Phrase.of("{change}, {factor} x", change=change, factor=factor)


def _ends(span: Span) -> tuple[float, float]:
    low, high = (span, span) if isinstance(span, str) else span
    try:
        ends = length_of(low), length_of(high)
    except ValueError:
        ends = None, None
    if ends[0] is None or ends[1] is None:
        said = "“{value}” is not a duration; write 90 s, 3 min, 24 h, 2 d or PT90S"
        raise BlueprintError(Phrase.of(said, value=str(span)[:60]))
    if ends[0] > ends[1]:
        said = "the range {low} to {high} is turned round"
        raise BlueprintError(Phrase.of(said, low=low, high=high))
    return ends[0], ends[1]


def _factor(before: float, after: float) -> float:
    return before / after if after else float("inf")
