"""The peak-end rule: the strongest moment and the last one, beside the means."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import fsum, isclose, isfinite

from blueprint.errors import BlueprintError
from blueprint.words import Phrase


@dataclass(frozen=True, slots=True, kw_only=True)
class Arc:
    """An emotion along a journey, in figures on its own scale.

    Attributes:
        n: How many moments are told.
        missing: How many are not.
        high: The best figure, peak+.
        high_at: Its place among the moments, the first where several are as good.
        low: The worst figure, peak−.
        low_at: Its place, likewise.
        peak: Whichever of the two lies farther from neutral; of equal ones the worse.
        peak_at: Its place.
        tied: Whether both lie equally far from neutral.
        end: The last moment's figure; ``None`` where it is not told.
        peak_end: The mean of peak and end; ``None`` where the end is not told.
        mean: The mean of all moments told.
        weighted: The mean weighted by duration; ``None`` where a duration is missing.
    """

    n: int
    missing: int
    high: float
    high_at: int
    low: float
    low_at: int
    peak: float
    peak_at: int
    tied: bool
    end: float | None
    peak_end: float | None
    mean: float
    weighted: float | None


def arc(
    values: Sequence[float | None],
    durations: Sequence[float | None] = (),
    *,
    neutral: float = 0.0,
) -> Arc | None:
    """Return an emotion's figures along a journey, as far as they are told.

    Args:
        values: One figure per moment, in order; ``None`` where it is not told.
        durations: How long each moment lasted, in one unit; none at all where nobody knows.
        neutral: The figure that is neither pleasant nor unpleasant.

    Returns:
        The figures, or ``None`` where no moment is told.

    Raises:
        BlueprintError: A figure is not finite, a duration is negative, or the two lists
            differ in length.

    Examples:
        >>> visit = arc([2, None, -3, 1], [60, 5, 30, 10])
        >>> visit.peak, visit.end, visit.peak_end, visit.mean, visit.weighted
        (-3.0, 1.0, -1.0, 0.0, 0.4)
    """
    told = [(at, float(value)) for at, value in enumerate(values) if value is not None]
    lengths = [None if length is None else float(length) for length in durations]
    _check([value for _, value in told], lengths, len(values))
    if not told:
        return None
    high_at, high = max(told, key=lambda moment: moment[1])
    low_at, low = min(told, key=lambda moment: moment[1])
    above, below = high - neutral, neutral - low
    tied = high != low and isclose(above, below, rel_tol=1e-9)
    peak_at, peak = (high_at, high) if above > below and not tied else (low_at, low)
    end = told[-1][1] if told[-1][0] == len(values) - 1 else None
    return Arc(
        n=len(told),
        missing=len(values) - len(told),
        high=high,
        high_at=high_at,
        low=low,
        low_at=low_at,
        peak=peak,
        peak_at=peak_at,
        tied=tied,
        end=end,
        peak_end=None if end is None else (peak + end) / 2,
        mean=fsum(value for _, value in told) / len(told),
        weighted=_weighted(told, lengths),
    )


def peak_end(
    values: Sequence[float | None],
    durations: Sequence[float | None] = (),
    *,
    neutral: float = 0.0,
) -> Arc:
    """Return the peak-end figure of one person's journey, beside its means (Kahneman).

    The peak is the moment farthest from neutral; where the best and the worst lie equally
    far, it is the worst, and the result says so. Means over several persons are taken of
    their figures, never of their moments.

    Args:
        values: One figure per moment, in order; ``None`` where it is not told.
        durations: How long each moment lasted, in one unit; none at all where nobody knows.
        neutral: The figure that is neither pleasant nor unpleasant.

    Raises:
        BlueprintError: The end is not told, so there is no such figure; or as for `arc`.

    Examples:
        Pain on a scale from 0 up: at worst 8, and 7 or 1 at the end.

        >>> peak_end([2, 8, 7]).peak_end, peak_end([2, 8, 7, 4, 1]).peak_end
        (7.5, 4.5)
    """
    found = arc(values, durations, neutral=neutral)
    if found is None or found.end is None:
        raise BlueprintError(Phrase.of("the end is not told: there is no peak-end figure"))
    return found


def neutral_of(scale: tuple[float, float]) -> float:
    """Return the neutral figure of an emotion scale: its zero where it lies inside, else its middle.

    Examples:
        >>> neutral_of((-3, 3)), neutral_of((1, 7)), neutral_of((0, 10))
        (0.0, 4.0, 5.0)
    """
    low, high = scale
    return 0.0 if low < 0.0 < high else (low + high) / 2


def _check(values: Sequence[float], durations: Sequence[float | None], moments: int) -> None:
    if not all(map(isfinite, values)):
        raise BlueprintError(Phrase.of("every figure of a moment must be a finite number"))
    if durations and len(durations) != moments:
        said = "there are {n} moments and {m} durations"
        raise BlueprintError(Phrase.of(said, n=moments, m=len(durations)))
    if any(length is not None and not 0.0 <= length < float("inf") for length in durations):
        raise BlueprintError(Phrase.of("a duration is 0 or more"))


def _weighted(told: Sequence[tuple[int, float]], durations: Sequence[float | None]) -> float | None:
    if not durations:
        return None
    pairs = [(value, durations[at]) for at, value in told]
    known = [(value, length) for value, length in pairs if length is not None]
    whole = fsum(length for _, length in known)
    if len(known) < len(pairs) or whole == 0.0:
        return None
    return fsum(value * length for value, length in known) / whole
