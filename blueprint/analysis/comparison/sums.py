"""A figure summed up in two states, and when the two sums may be compared."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Sum:
    """A sum over some elements.

    Attributes:
        total: The sum of what they say; ``None`` where none of them says anything.
        said: How many of them say it.
        of: How many there are.
    """

    total: float | None
    said: int
    of: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Sums:
    """The sum before and after.

    Attributes:
        before: In the first state.
        after: In the second.
        one_sided: Ids, in the second state, of elements that say it in one state only.
    """

    before: Sum
    after: Sum
    one_sided: tuple[str, ...] = ()

    @property
    def difference(self) -> float | None:
        """How much more it is after; ``None`` where the two cannot be compared."""
        if self.one_sided or self.before.total is None or self.after.total is None:
            return None
        return self.after.total - self.before.total

    @property
    def said(self) -> bool:
        """Whether either state says anything."""
        return bool(self.before.said or self.after.said)


def sums(
    before: Mapping[str, float | None], after: Mapping[str, float | None], same: Mapping[str, str]
) -> Sums:
    """Return a figure summed up in two states.

    Args:
        before: What each element said, by its old id; ``None`` where it said nothing.
        after: What each element says, by its new id.
        same: Old id to new id, of what is in both.

    Examples:
        >>> found = sums({"pay": 60.0, "wait": 300.0}, {"pay": 45.0, "go": None}, {"pay": "pay"})
        >>> found.difference, found.before.said, found.after.said
        (-315.0, 2, 1)
        >>> sums({"pay": None}, {"pay": 45.0}, {"pay": "pay"}).one_sided
        ('pay',)
    """
    one_sided = tuple(
        new
        for old, new in same.items()
        if old in before and new in after and (before[old] is None) != (after[new] is None)
    )
    return Sums(before=_sum(before), after=_sum(after), one_sided=one_sided)


def _sum(said: Mapping[str, float | None]) -> Sum:
    told = [value for value in said.values() if value is not None]
    return Sum(total=sum(told) if told else None, said=len(told), of=len(said))
