"""Which of the twelve needs each step serves."""

from __future__ import annotations

from typing import get_args

from blueprint.layout.show.context import Context
from blueprint.layout.view import TrackMark, TrackRow, ViewTrack
from blueprint.model import StepName
from blueprint.model.parts import Need


def needs_track(context: Context) -> ViewTrack | None:
    """Return a row of dots for each need that any step serves, in the grid's order."""
    steps = list(context.names.steps.values())
    rows = []
    for need in get_args(Need):
        marks = tuple(
            TrackMark(step=n, text="", told=_told(need, name, context), role="served")
            for n, name in enumerate(steps)
            if any(need in lived.needs for lived in name.step.experience)
        )
        if marks:
            rows.append(TrackRow(name=context.word(need), marks=marks))
    if not rows:
        return None
    nowhere = len(get_args(Need)) - len(rows)
    note = context.phrase("● served here; {n} of 12 nowhere", n=nowhere)
    return ViewTrack(kind="needs", name=context.word("Needs served"), note=note, rows=tuple(rows))


def _told(need: Need, name: StepName, context: Context) -> str:
    """Say a need, and whose it is where personas are named."""
    whose = [
        context.meant(lived.persona, "persona")[1]
        for lived in name.step.experience
        if lived.persona and need in lived.needs
    ]
    word = context.word(need)
    said = context.word(", ").join(whose)
    return context.phrase("{who}: {what}", who=said, what=word) if whose else word
