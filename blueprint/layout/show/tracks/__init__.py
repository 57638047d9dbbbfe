"""The tracks under the lanes: the table of them, and those a picture asks for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from blueprint.layout.show.context import Context
from blueprint.layout.show.tracks.cost import cost_track
from blueprint.layout.show.tracks.expectation import expectation_track
from blueprint.layout.show.tracks.metrics import metrics_track
from blueprint.layout.show.tracks.needs import needs_track
from blueprint.layout.show.tracks.time import time_track
from blueprint.layout.view import TrackKind, ViewTrack

TRACKS: Mapping[TrackKind, Callable[[Context], ViewTrack | None]] = {
    "expectation": expectation_track,
    "time": time_track,
    "cost": cost_track,
    "metrics": metrics_track,
    "needs": needs_track,
}
"""Each makes its track of a file, or nothing where the file says nothing of the kind."""


def tracks_of(context: Context, wanted: Iterable[str]) -> tuple[ViewTrack, ...]:
    """Return the tracks that are wanted and have something to show, in the table's order."""
    asked = set(wanted)
    made = (make(context) for kind, make in TRACKS.items() if kind in asked)
    return tuple(track for track in made if track is not None)
