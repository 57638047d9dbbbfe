"""The tracks in SVG: bars, dots, intervals, and the figures beside them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from blueprint.layout.scene import Point, Rect, SceneTrack, SceneTrackMark
from blueprint.layout.view import TrackRole
from blueprint.render.svg_writer import at, rectangle, tag, text_block, title
from blueprint.render.theme import Theme

_DOT = 3.6
_END = 3.0
_HOLLOW: frozenset[TrackRole] = frozenset({"promised", "perceived"})
_DASHED: Mapping[TrackRole, str] = {"perceived": "2 2"}


def track_group(track: SceneTrack, theme: Theme) -> str:
    """Draw a track with its band, heading, row names and marks."""
    body = [
        title(track.name.full),
        rectangle(track.band, class_="bp-track-band", fill=theme.curve_band),
        text_block(track.name, theme),
        text_block(track.note, theme),
    ]
    for row in track.rows:
        body += [text_block(name, theme) for name in row.names]
        body += [_mark(mark, theme) for mark in row.marks]
    return tag("g", *body, class_=f"bp-track bp-track-{track.kind}")


def _mark(mark: SceneTrackMark, theme: Theme) -> str:
    return tag(
        "g",
        title(mark.told),
        *_shapes(mark, theme),
        text_block(mark.text, theme) if mark.text else "",
        class_=f"bp-track-mark bp-track-{mark.role}",
        data_step=str(mark.step),
    )


def _shapes(mark: SceneTrackMark, theme: Theme) -> Iterator[str]:
    colour = _colour(mark.role, theme)
    if mark.rule:
        yield _line(mark.rule, theme.divider, 1.0)
    if mark.bar:
        yield _bar(mark.role, mark.bar, colour, theme)
    if mark.span:
        yield _line(mark.span, colour, 1.8)
        if mark.ring is None:
            yield from (_end(point, colour) for point in mark.span)
    if mark.ring:
        yield _dot(mark.ring, fill=theme.curve_band, stroke=colour)
    if mark.dot:
        yield _dot(mark.dot, fill=colour, stroke=colour)


def _colour(role: TrackRole, theme: Theme) -> str:
    match role:
        case "late":
            return theme.pain.line
        case "waiting":
            return theme.wait.ink
        case "promised" | "perceived":
            return theme.muted
        case _:
            return theme.curve_line


def _bar(role: TrackRole, box: Rect, colour: str, theme: Theme) -> str:
    """Draw a bar: outlined for what is promised or felt, filled for what is."""
    hollow = role in _HOLLOW
    return rectangle(
        box,
        class_="bp-track-bar",
        rx=1.5,
        fill=theme.curve_band if hollow else colour,
        stroke=colour,
        stroke_width=1.1,
        stroke_dasharray=_DASHED.get(role),
    )


def _line(ends: tuple[Point, Point], colour: str, width: float) -> str:
    start, end = ends
    return tag(
        "path",
        class_="bp-track-line",
        d=f"M{at(start)}L{at(end)}",
        stroke=colour,
        stroke_width=width,
        fill="none",
    )


def _end(point: Point, colour: str) -> str:
    """Draw the end of an interval."""
    x, y = point
    return _line(((x, y - _END), (x, y + _END)), colour, 1.4)


def _dot(point: Point, *, fill: str, stroke: str) -> str:
    return tag(
        "circle",
        class_="bp-track-dot",
        cx=point[0],
        cy=point[1],
        r=_DOT,
        fill=fill,
        stroke=stroke,
        stroke_width=1.4,
    )
