"""Promised windows of time: late only after their end."""

from __future__ import annotations

from blueprint.errors import BlueprintError
from blueprint.words import Phrase


def clock(time: str) -> float:
    """Return a time of day in seconds after midnight.

    Examples:
        >>> clock("20:30"), clock("24:00")
        (73800.0, 86400.0)
    """
    hours, minutes, *rest = (int(part) for part in time.strip().split(":"))
    return hours * 3600.0 + minutes * 60.0 + sum(rest)


def is_turned(window: tuple[str, str]) -> bool:
    """Tell whether a window ends before it begins, or has no length.

    Examples:
        >>> is_turned(("16:00", "18:00")), is_turned(("18:00", "16:00"))
        (False, True)
    """
    return clock(window[1]) <= clock(window[0])


def lateness(window: tuple[str, str], at: str) -> float:
    """Return how many seconds after the end of a window something came; 0 until its end.

    Args:
        window: The two times of day it was promised between.
        at: The time of day it came.

    Raises:
        BlueprintError: The window is turned round. One over midnight is not told from one
            turned by mistake, so it is refused too.

    Examples:
        >>> lateness(("16:00", "18:00"), "18:20"), lateness(("16:00", "18:00"), "17:59")
        (1200.0, 0.0)
    """
    if is_turned(window):
        said = "the window {start} to {end} ends before it begins"
        raise BlueprintError(Phrase.of(said, start=window[0], end=window[1]))
    return max(0.0, clock(at) - clock(window[1]))
