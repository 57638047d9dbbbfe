"""The emotion curve under the lanes: how the customer feels, step by step."""

from __future__ import annotations

from collections.abc import Sequence

from blueprint.layout.frame import Frame
from blueprint.layout.place import Strip
from blueprint.layout.scene import Face, Mood, Point, Rect, SceneCurve, Text
from blueprint.layout.sizes import tenth
from blueprint.layout.text import wrap
from blueprint.layout.transpose import Axes
from blueprint.layout.view import View
from blueprint.words import translator

_CALM = 0.05
_FROM_LANES = 8.0


def scene_curve(view: View, columns: Sequence[Strip], frame: Frame) -> SceneCurve | None:
    """Place the curve beside the lanes, or return ``None`` where no step says how it feels.

    Happy is up where steps go across, and to the right where they go down.
    """
    if all(step.emotion is None for step in view.steps):
        return None
    axes = Axes(view.orientation)
    band = _band(view, frame)
    middle = band.middle[0] if axes.down else band.middle[1]
    swing = view.sizes.curve_swing * (1.0 if axes.down else -1.0)
    faces: list[Face] = []
    runs: list[list[Point]] = [[]]
    for n, step in enumerate(view.steps):
        if step.emotion is None:
            runs.append([])
            continue
        value = max(-1.0, min(1.0, step.emotion))
        centre = axes.point(tenth(columns[2 * n + 1].middle), tenth(middle + value * swing))
        faces.append(Face(step=n, centre=centre, mood=_mood(value), text=step.emotion_text))
        runs[-1].append(centre)
    return SceneCurve(
        band=band,
        name=_name(view, band, down=axes.down),
        zero=(
            axes.point(columns[0].start, tenth(middle)),
            axes.point(tenth(band.bottom if axes.down else band.right), tenth(middle)),
        ),
        runs=tuple(tuple(run) for run in runs if run),
        faces=tuple(faces),
    )


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


def _name(view: View, band: Rect, *, down: bool) -> Text:
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
    return Text(
        full=full,
        lines=lines,
        x=tenth(band.middle[0]) if down else 20.0,
        y=tenth(band.y + 9.0 + view.sizes.lane_font if down else middle),
        leading=view.sizes.lane_line,
        size=view.sizes.lane_font,
        anchor="middle" if down else "start",
        role="lane-name",
        bold=True,
    )
