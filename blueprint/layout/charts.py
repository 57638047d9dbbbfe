"""Places the tracks: small charts on the steps, under the lanes or right of them.

Every track is a heading and some rows; at each step a row has at most one mark. Where
steps go across, rows are named once in the rail; where they go down, at every step.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from blueprint.layout.frame import Frame
from blueprint.layout.place import Strip
from blueprint.layout.scene import (
    Rect,
    SceneCurve,
    SceneTrack,
    SceneTrackMark,
    SceneTrackRow,
    Text,
    TextRole,
)
from blueprint.layout.sizes import tenth
from blueprint.layout.text import width as text_width
from blueprint.layout.text import wrap
from blueprint.layout.view import TrackMark, TrackRole, TrackRow, View, ViewTrack

_GAP = 6.0
_PAD = 7.0
_BAR = 8.0
_FROM_FIGURE = 5.0
_LEAST_FIGURE = 18.0
_MOST_FIGURE = 0.5
_DOWN_WIDTH = 190.0
_DOWN_NAME = 0.45
_BARS: frozenset[TrackRole] = frozenset(
    {"promised", "actual", "late", "perceived", "waiting", "cost"}
)


def scene_tracks(
    view: View, columns: Sequence[Strip], frame: Frame, curve: SceneCurve | None
) -> tuple[SceneTrack, ...]:
    """Place a view's tracks, each beside the one before it.

    Args:
        view: What the picture shows.
        columns: The lattice columns, along the steps.
        frame: What stands around the cards.
        curve: The emotion curve, which comes first.
    """
    top = frame.lanes[0].band.y if frame.lanes else frame.body.y
    lanes = Rect(
        x=view.sizes.margin,
        y=top,
        width=tenth(frame.width - 2 * view.sizes.margin),
        height=tenth(frame.bottom - top),
    )
    after = curve.band if curve else replace(lanes, width=tenth(frame.body.right - lanes.x))
    placed = []
    for track in view.tracks:
        chart = _Chart(view, track, columns)
        band = chart.band(lanes, after)
        placed.append(chart.place(band))
        after = band
    return tuple(placed)


@dataclass(frozen=True)
class _Chart:
    """One track of a view, to be placed on the steps."""

    view: View
    track: ViewTrack
    columns: Sequence[Strip]

    @property
    def down(self) -> bool:
        return self.view.orientation == "down"

    @property
    def row_height(self) -> float:
        """How high each row is: higher where a name in the rail needs two lines."""
        sizes = self.view.sizes
        two = not self.down and any(len(self._name_lines(row)) > 1 for row in self.track.rows)
        return sizes.track_row + (sizes.tag_line - 2.0 if two else 0.0)

    def _name_lines(self, row: TrackRow) -> tuple[str, ...]:
        sizes = self.view.sizes
        room = _DOWN_WIDTH * _DOWN_NAME - 6.0 if self.down else sizes.name_room
        most = 1 if self.down else 2
        return wrap(row.name, sizes.tag_font, room, most=most, lang=self.view.lang)

    def band(self, lanes: Rect, after: Rect) -> Rect:
        """Return the strip the track takes."""
        if self.down:
            return Rect(
                x=tenth(after.right + _GAP), y=lanes.y, width=_DOWN_WIDTH, height=lanes.height
            )
        rows = len(self.track.rows) * self.row_height
        return Rect(
            x=lanes.x,
            y=tenth(after.bottom + _GAP),
            width=lanes.width,
            height=tenth(2 * _PAD + self.view.sizes.lane_line + rows),
        )

    def place(self, band: Rect) -> SceneTrack:
        name, note = self._heading(band)
        figure = self._figure_room()
        return SceneTrack(
            kind=self.track.kind,
            band=band,
            name=name,
            note=note,
            rows=tuple(
                SceneTrackRow(
                    names=self._names(row, n, band),
                    marks=tuple(
                        self._mark(mark, self._slot(mark.step, n, band), figure)
                        for mark in row.marks
                    ),
                )
                for n, row in enumerate(self.track.rows)
            ),
        )

    def _heading(self, band: Rect) -> tuple[Text, Text]:
        """Place the title, and the note behind it or, where steps go down, beneath it."""
        sizes, lang = self.view.sizes, self.view.lang
        x, y = band.x + 12.0, band.y + _PAD + 0.72 * sizes.lane_line
        room = band.width - 24.0
        lines = wrap(self.track.name, sizes.lane_font, room, most=1, bold=True, lang=lang)
        name = self._text(self.track.name, lines, (x, y), "lane-name", sizes.lane_font)
        if self.down:
            y += sizes.tag_line
        else:
            wide = text_width("".join(lines), sizes.lane_font, bold=True, lang=lang)
            x, room = x + wide + 10.0, room - wide - 10.0
        said = wrap(self.track.note, sizes.tag_font, room, most=2 if self.down else 1, lang=lang)
        return name, self._text(self.track.note, said, (x, y), "muted", sizes.tag_font)

    def _slot(self, step: int, row: int, band: Rect) -> Rect:
        """Return the room of one row at one step."""
        strip, high = self.columns[2 * step + 1], self.row_height
        if not self.down:
            top = band.y + _PAD + self.view.sizes.lane_line + row * high
            return Rect(x=tenth(strip.start), y=tenth(top), width=tenth(strip.size), height=high)
        beside = self.track.rows_at(step)
        top = strip.middle + (beside.index(row) - len(beside) / 2) * high
        name = band.width * _DOWN_NAME if len(self.track.rows) > 1 else 0.0
        return Rect(
            x=tenth(band.x + 12.0 + name),
            y=tenth(top),
            width=tenth(band.width - 20.0 - name),
            height=high,
        )

    def _names(self, row: TrackRow, n: int, band: Rect) -> tuple[Text, ...]:
        """Name a row: once in the rail, or before each of its marks."""
        sizes, lines = self.view.sizes, self._name_lines(row)
        top = 0.5 * (self.row_height - (len(lines) - 1) * sizes.tag_line) + 0.36 * sizes.tag_font
        if not self.down:
            places = [(band.x + 12.0, band.y + _PAD + sizes.lane_line + n * self.row_height)]
        elif len(self.track.rows) > 1:
            places = [(band.x + 12.0, self._slot(mark.step, n, band).y) for mark in row.marks]
        else:
            return ()
        return tuple(
            self._text(row.name, lines, (x, y + top), "muted", sizes.tag_font) for x, y in places
        )

    def _figure_room(self) -> float:
        """Return the room that the widest figure of the track needs."""
        sizes = self.view.sizes
        texts = [mark.text for row in self.track.rows for mark in row.marks]
        return max(
            (text_width(text, sizes.tag_font, lang=self.view.lang) for text in texts if text),
            default=0.0,
        )

    def _mark(self, mark: TrackMark, slot: Rect, figure: float) -> SceneTrackMark:
        """Place one mark: a bar, or a dot with where it comes from or how sure it is."""
        room = min(max(figure, _LEAST_FIGURE), _MOST_FIGURE * slot.width) + _FROM_FIGURE
        length = slot.width - room if mark.text else slot.width
        middle = slot.middle[1]

        def at(share: float) -> tuple[float, float]:
            return (tenth(slot.x + 4.0 + share * (length - 8.0)), tenth(middle))

        if mark.role in _BARS:
            long = max(1.5, (mark.value or 0.0) * length)
            bar = Rect(x=slot.x, y=tenth(middle - _BAR / 2), width=tenth(long), height=_BAR)
            return SceneTrackMark(
                step=mark.step,
                role=mark.role,
                told=mark.told,
                bar=bar,
                text=self._figure(mark, bar.right + _FROM_FIGURE, slot),
            )
        dot = (
            at(mark.value if mark.value is not None else 0.5)
            if mark.since is None or mark.value is not None
            else None
        )
        span = None
        if mark.low is not None and mark.high is not None:
            span = (at(mark.low), at(mark.high))
        elif mark.since is not None and mark.value is not None:
            span = (at(mark.since), at(mark.value))
        return SceneTrackMark(
            step=mark.step,
            role=mark.role,
            told=mark.told,
            rule=(at(0.0), at(1.0)) if mark.text else None,
            span=span,
            ring=at(mark.since) if mark.since is not None else None,
            dot=dot,
            text=self._figure(mark, slot.x + length + _FROM_FIGURE, slot),
        )

    def _figure(self, mark: TrackMark, x: float, slot: Rect) -> Text | None:
        sizes = self.view.sizes
        room = slot.right - x + 4.0
        lines = wrap(mark.text, sizes.tag_font, room, most=1, lang=self.view.lang)
        if not lines:
            return None
        role: TextRole = "pain" if mark.role == "late" else "text"
        place = (x, slot.middle[1] + 0.36 * sizes.tag_font)
        return self._text(mark.text, lines, place, role, sizes.tag_font)

    def _text(
        self,
        full: str,
        lines: tuple[str, ...],
        at: tuple[float, float],
        role: TextRole,
        size: float,
    ) -> Text:
        return Text(
            full=full,
            lines=lines,
            x=tenth(at[0]),
            y=tenth(at[1]),
            leading=self.view.sizes.tag_line,
            size=size,
            role=role,
            bold=role in ("lane-name", "pain"),
        )
