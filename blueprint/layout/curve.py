"""The emotion curve under the lanes: how the customer feels, step by step."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from blueprint.layout.frame import Frame
from blueprint.layout.place import Strip
from blueprint.layout.scene import Face, Mood, PersonaLine, Point, Rect, SceneCurve, Text
from blueprint.layout.sizes import tenth
from blueprint.layout.text import wrap
from blueprint.layout.transpose import Axes
from blueprint.layout.view import View
from blueprint.words import translator

_CALM = 0.05
_FROM_LANES = 8.0
_SEVERAL = 2
_SAMPLE = 18.0
_UNDER_NAME = 8.0


def scene_curve(view: View, columns: Sequence[Strip], frame: Frame) -> SceneCurve | None:
    """Place the curve beside the lanes, or return ``None`` where no step says how it feels.

    Happy is up where steps go across, and to the right where they go down.
    """
    if not view.curve or all(step.emotion is None for step in view.steps):
        return None
    axes = Axes(view.orientation)
    band = _band(view, frame)
    chart = _Curve(view, columns, band, axes)
    points = chart.points([step.emotion for step in view.steps])
    personas = chart.personas()
    return SceneCurve(
        band=band,
        name=_name(view, band, down=axes.down, at_top=bool(personas)),
        zero=(
            axes.point(columns[0].start, tenth(chart.middle)),
            axes.point(tenth(band.bottom if axes.down else band.right), tenth(chart.middle)),
        ),
        runs=_runs(points),
        faces=tuple(
            Face(step=n, centre=point, mood=_mood(step.emotion or 0.0), text=step.emotion_text)
            for n, (step, point) in enumerate(zip(view.steps, points, strict=True))
            if point
        ),
        personas=personas,
    )


@dataclass(frozen=True)
class _Curve:
    """Where emotions stand in the band."""

    view: View
    columns: Sequence[Strip]
    band: Rect
    axes: Axes

    @property
    def middle(self) -> float:
        return self.band.middle[0] if self.axes.down else self.band.middle[1]

    def points(self, values: Sequence[float | None]) -> list[Point | None]:
        """Return where each step's emotion stands; ``None`` where it says nothing."""
        swing = self.view.sizes.curve_swing * (1.0 if self.axes.down else -1.0)
        return [
            None
            if value is None
            else self.axes.point(
                tenth(self.columns[2 * n + 1].middle),
                tenth(self.middle + max(-1.0, min(1.0, value)) * swing),
            )
            for n, value in enumerate(values)
        ]

    def personas(self) -> tuple[PersonaLine, ...]:
        """Return a line for each persona, where at least two tell how they feel."""
        names = {
            one.persona: one.name
            for step in self.view.steps
            for one in step.lived
            if one.persona and one.emotion is not None
        }
        if len(names) < _SEVERAL:
            return ()
        return tuple(self._persona(n, id_, name) for n, (id_, name) in enumerate(names.items()))

    def _persona(self, n: int, persona: str, name: str) -> PersonaLine:
        sizes = self.view.sizes
        values = [
            next((one.emotion for one in step.lived if one.persona in (persona, "")), None)
            for step in self.view.steps
        ]
        key = self.band.y + sizes.lane_font + (_UNDER_NAME if self.axes.down else 0.0)
        y = tenth(key + 8.0 + sizes.tag_line * (n + 1))
        x = self.band.x + (4.0 if self.axes.down else 12.0)
        end = self.band.right if self.axes.down else self.columns[0].start
        room = end - x - _SAMPLE - 9.0
        return PersonaLine(
            name=Text(
                full=name,
                lines=wrap(name, sizes.tag_font, room, most=1, lang=self.view.lang),
                x=tenth(x + _SAMPLE + 5.0),
                y=y,
                leading=sizes.tag_line,
                size=sizes.tag_font,
                role="muted",
            ),
            sample=((tenth(x), tenth(y - 3.2)), (tenth(x + _SAMPLE), tenth(y - 3.2))),
            runs=_runs(self.points(values)),
        )


def _runs(points: Sequence[Point | None]) -> tuple[tuple[Point, ...], ...]:
    """Cut a curve where a step says nothing."""
    runs: list[list[Point]] = [[]]
    for point in points:
        if point is None:
            runs.append([])
        else:
            runs[-1].append(point)
    return tuple(tuple(run) for run in runs if run)


def _mood(value: float) -> Mood:
    if value > _CALM:
        return "happy"
    return "unhappy" if value < -_CALM else "neutral"


def _band(view: View, frame: Frame) -> Rect:
    """Return the strip under the lanes, or right of them where steps go down."""
    if view.orientation == "across":
        return Rect(
            x=view.sizes.margin,
            y=tenth(frame.bottom + _FROM_LANES),
            width=tenth(frame.width - 2 * view.sizes.margin),
            height=view.sizes.curve_height,
        )
    top = frame.lanes[0].band.y if frame.lanes else frame.body.y
    return Rect(
        x=tenth(frame.body.right + _FROM_LANES),
        y=top,
        width=view.sizes.curve_height + 10.0,
        height=tenth(frame.bottom - top),
    )


def _name(view: View, band: Rect, *, down: bool, at_top: bool) -> Text:
    full = translator(view.lang)("Emotion")
    lines = wrap(
        full,
        view.sizes.lane_font,
        band.width - 6.0 if down else view.sizes.name_room,
        most=2,
        bold=True,
        lang=view.lang,
    )
    middle = band.y + band.height / 2 + 4.5 - (len(lines) - 1) * view.sizes.lane_line / 2
    top = band.y + (9.0 if down else 4.0) + view.sizes.lane_font
    return Text(
        full=full,
        lines=lines,
        x=tenth(band.middle[0]) if down else 20.0,
        y=tenth(top if down or at_top else middle),
        leading=view.sizes.lane_line,
        size=view.sizes.lane_font,
        anchor="middle" if down else "start",
        role="lane-name",
        bold=True,
    )
