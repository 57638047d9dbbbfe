"""The ledger of time: promised, acceptable, actual, perceived, waiting and unexpected."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from blueprint.analysis.amounts import length_of
from blueprint.analysis.times import windows
from blueprint.model import Time


@dataclass(frozen=True, slots=True, kw_only=True)
class Ledger:
    """The times of one step or action, in seconds; what nobody says is ``None``, never 0.

    Attributes:
        promised: How long it was promised to take.
        window: The two times of day it was promised between.
        acceptable: What the customer tolerates.
        actual: What it takes.
        perceived: What it feels like.
        waiting: How much of it is waiting.
        unexpected: When the customer is met without expecting it.
    """

    promised: float | None = None
    window: tuple[str, str] | None = None
    acceptable: float | None = None
    actual: float | None = None
    perceived: float | None = None
    waiting: float | None = None
    unexpected: tuple[str, ...] = ()

    @property
    def turned(self) -> bool:
        """Whether the promised window ends before it begins."""
        return self.window is not None and windows.is_turned(self.window)

    @property
    def lateness(self) -> float | None:
        """Actual less promised; of a window, how long after its end the customer was met.

        Below 0 it came early. A window says nothing unless a time of day is held against it.
        """
        if self.window is None:
            return _less(self.actual, self.promised)
        met = [moment for moment in self.unexpected if ":" in moment]
        if not met or self.turned:
            return None
        return max(windows.lateness(self.window, moment) for moment in met)

    @property
    def overrun(self) -> float | None:
        """Perceived less promised."""
        return _less(self.perceived, self.promised)

    @property
    def beyond(self) -> float | None:
        """Actual less acceptable."""
        return _less(self.actual, self.acceptable)

    @property
    def distortion(self) -> float | None:
        """Perceived over actual: above 1 it feels longer than it is."""
        return _over(self.perceived, self.actual)

    @property
    def wait_share(self) -> float | None:
        """The part of the actual time that is waiting, 0 to 1."""
        return None if self.contradicts else _over(self.waiting, self.actual)

    @property
    def consumption(self) -> float | None:
        """Actual less waiting: the time in which something happens for the customer."""
        return None if self.contradicts else _less(self.actual, self.waiting)

    @property
    def contradicts(self) -> bool:
        """Whether more is waited than it takes."""
        spare = _less(self.actual, self.waiting)
        return spare is not None and spare < 0

    @property
    def says(self) -> bool:
        """Whether anything is said at all."""
        return self != _SILENT


_SILENT = Ledger()


def ledger_of(time: Time | None) -> Ledger:
    """Return the ledger of what a step or an action says of its times.

    Examples:
        >>> read = ledger_of(Time(promised="24 h", actual="33 h", perceived="2 d", waiting="11 h"))
        >>> read.lateness, read.overrun, round(read.distortion, 3), round(read.wait_share, 3)
        (32400.0, 86400.0, 1.455, 0.333)
    """
    if time is None:
        return _SILENT
    promised = time.promised
    return Ledger(
        promised=length_of(promised) if isinstance(promised, str) else None,
        window=promised if isinstance(promised, tuple) else None,
        acceptable=length_of(time.acceptable),
        actual=length_of(time.actual),
        perceived=length_of(time.perceived),
        waiting=length_of(time.waiting),
        unexpected=tuple(time.unexpected),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Total:
    """The ledgers of several steps together; each sum is over those that say it.

    Attributes:
        steps: How many steps there are.
        timed: How many of them say what they take.
        promised: Sum of what was promised.
        acceptable: Sum of what is tolerated.
        actual: Sum of what it takes.
        perceived: Sum of what it feels like.
        waiting: Sum of what is waited.
        late: Sum of lateness over the steps that are late.
        distortion: Perceived over actual, of the steps that say both.
        felt: How many steps say both.
        wait_share: Waiting over actual, of the steps that say both.
        waits: How many steps begin with, or are, waiting.
        waited: Sum of what is waited in the steps that say what they take.
        unwaited: How many of these do not say how much of it is waiting.
        besides: Sum of what is waited in steps that do not say what they take.
    """

    steps: int
    timed: int
    promised: float | None
    acceptable: float | None
    actual: float | None
    perceived: float | None
    waiting: float | None
    late: float | None
    distortion: float | None
    felt: int
    wait_share: float | None
    waits: int
    waited: float
    unwaited: int
    besides: float


def total(ledgers: Iterable[Ledger]) -> Total:
    """Return several ledgers as one.

    Examples:
        >>> both = total([Ledger(actual=60, waiting=30), Ledger(actual=40), Ledger()])
        >>> both.actual, both.waiting, both.wait_share, both.perceived, (both.timed, both.steps)
        (100.0, 30.0, 0.5, None, (2, 3))
    """
    own = list(ledgers)
    late = [lateness for entry in own if (lateness := entry.lateness) is not None]
    return Total(
        steps=len(own),
        timed=sum(entry.actual is not None for entry in own),
        promised=_sum(own, lambda entry: entry.promised),
        acceptable=_sum(own, lambda entry: entry.acceptable),
        actual=_sum(own, lambda entry: entry.actual),
        perceived=_sum(own, lambda entry: entry.perceived),
        waiting=_sum(own, lambda entry: entry.waiting),
        late=sum(max(0.0, entry) for entry in late) if late else None,
        distortion=_ratio([(entry.perceived, entry.actual) for entry in own]),
        felt=sum(entry.distortion is not None for entry in own),
        wait_share=_ratio(
            [(entry.waiting, entry.actual) for entry in own if not entry.contradicts]
        ),
        waits=sum(bool(entry.waiting) for entry in own),
        waited=sum(entry.waiting or 0.0 for entry in own if entry.wait_share is not None),
        unwaited=sum(entry.actual is not None and entry.wait_share is None for entry in own),
        besides=sum(entry.waiting or 0.0 for entry in own if entry.actual is None),
    )


def _sum(ledgers: Iterable[Ledger], part: Callable[[Ledger], float | None]) -> float | None:
    told = [figure for entry in ledgers if (figure := part(entry)) is not None]
    return float(sum(told)) if told else None


def _ratio(pairs: Iterable[tuple[float | None, float | None]]) -> float | None:
    both = [(over, under) for over, under in pairs if over is not None and under is not None]
    return _over(sum(over for over, _ in both), sum(under for _, under in both))


def _less(one: float | None, other: float | None) -> float | None:
    return None if one is None or other is None else one - other


def _over(one: float | None, other: float | None) -> float | None:
    return one / other if one is not None and other else None
