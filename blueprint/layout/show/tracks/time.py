"""The times of the steps: promised, actual, perceived, and how much of it is waiting."""

from __future__ import annotations

from collections.abc import Iterator
from math import log

from blueprint.layout.show.context import Context
from blueprint.layout.show.values import duration
from blueprint.layout.view import TrackMark, TrackRole, TrackRow, ViewTrack
from blueprint.model import Time, seconds

_ROWS: tuple[tuple[TrackRole, str, str], ...] = (
    ("promised", "Promised", "promised {time}"),
    ("actual", "Actual", "takes {time}"),
    ("perceived", "Perceived", "feels like {time}"),
    ("waiting", "Waiting", "waits {time}"),
)
"""What a row shows, its name, and how one figure of it is told."""

_WIDE = 30.0
"""Times that differ by more than this factor are drawn on a logarithmic scale."""


def time_track(context: Context) -> ViewTrack | None:
    """Return a row of bars for each kind of time that any step states."""
    times = [(n, name.step.time) for n, name in enumerate(context.names.steps.values())]
    stated = [(n, time) for n, time in times if time is not None]
    lengths = [
        length
        for _, time in stated
        for role, _, _ in _ROWS
        if (length := _length(time, role)) is not None and length > 0
    ]
    if not lengths:
        return None
    scale = _Scale(min(lengths), max(lengths))
    rows = []
    for role, title, template in _ROWS:
        marks = tuple(
            mark for n, time in stated for mark in _mark(n, time, role, template, scale, context)
        )
        if marks:
            rows.append(TrackRow(name=context.word(title), marks=marks))
    note = context.word(
        "logarithmic scale; ▲ later than promised" if scale.logarithmic else "▲ later than promised"
    )
    return ViewTrack(kind="time", name=context.word("Time"), note=note, rows=tuple(rows))


class _Scale:
    """From seconds to a share of the longest bar."""

    def __init__(self, shortest: float, longest: float) -> None:
        self.longest = longest
        self.logarithmic = longest / shortest > _WIDE
        self._start = shortest / 4

    def share(self, length: float) -> float:
        if not self.logarithmic:
            return length / self.longest
        if length <= self._start:
            return 0.0
        return log(length / self._start) / log(self.longest / self._start)


def _written(time: Time, role: TrackRole) -> str | None:
    """Return a duration as it was written; a window of the day has no length."""
    value = getattr(time, role)
    return value if isinstance(value, str) else None


def _length(time: Time, role: TrackRole) -> float | None:
    written = _written(time, role)
    return seconds(written) if written is not None else None


def _mark(
    step: int, time: Time, role: TrackRole, template: str, scale: _Scale, context: Context
) -> Iterator[TrackMark]:
    written, length = _written(time, role), _length(time, role)
    if written is None or length is None:
        return
    promised = _length(time, "promised")
    late = role == "actual" and promised is not None and length > promised
    said = duration(written, context)
    told = context.phrase(template, time=said)
    if late:
        told = context.phrase("{told}, later than promised", told=told)
    yield TrackMark(
        step=step,
        text=f"▲ {said}" if late else said,
        told=told,
        value=scale.share(length),
        role="late" if late else role,
    )
