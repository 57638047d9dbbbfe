"""What each persona expected of a step, and what it perceived."""

from __future__ import annotations

from collections.abc import Iterator

from blueprint.analysis.values_told import number_in_full
from blueprint.integrity import scales_of
from blueprint.layout.show.context import Context
from blueprint.layout.view import TrackMark, TrackRow, ViewTrack
from blueprint.model import Experience


def expectation_track(context: Context) -> ViewTrack | None:
    """Return a row per persona, from what was expected to what was perceived."""
    rows: dict[str, list[TrackMark]] = {}
    for n, name in enumerate(context.names.steps.values()):
        for lived in name.step.experience:
            whose = context.meant(lived.persona, "persona")[1] if lived.persona else ""
            for mark in _mark(n, lived, context):
                rows.setdefault(whose, []).append(mark)
    if not rows:
        return None
    low, high = scales_of(context.blueprint).expectation
    return ViewTrack(
        kind="expectation",
        name=context.word("Expectation and perception"),
        note=context.phrase(
            "○ expected, ● perceived; {low} to {high}",
            low=number_in_full(low),
            high=number_in_full(high),
        ),
        rows=tuple(
            TrackRow(name=whose or context.word("Everybody"), marks=tuple(marks))
            for whose, marks in rows.items()
        ),
    )


def _mark(step: int, lived: Experience, context: Context) -> Iterator[TrackMark]:
    expected = lived.expectation if isinstance(lived.expectation, int | float) else None
    perceived = lived.perception
    if perceived is None and expected is None:
        return
    low, high = scales_of(context.blueprint).expectation

    def share(value: float | None) -> float | None:
        return None if value is None else (value - low) / (high - low)

    told = [
        context.phrase(template, n=number_in_full(value))
        for template, value in (("expected {n}", expected), ("perceived {n}", perceived))
        if value is not None
    ]
    if lived.expectation == "none":
        told.insert(0, context.word("nothing was expected"))
    shown = [number_in_full(value) for value in (expected, perceived) if value is not None]
    yield TrackMark(
        step=step,
        text=" → ".join(shown),
        told=context.word(", ").join(told),
        value=share(perceived),
        since=share(expected),
        role="expected",
    )
