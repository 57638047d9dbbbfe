"""The emotion curve under the lanes: how the customer feels, step by step."""

from __future__ import annotations

from collections.abc import Sequence

from blueprint.layout.place import Strip
from blueprint.layout.scene import Face, Mood, Point, Rect, SceneCurve, Text
from blueprint.layout.sizes import tenth
from blueprint.layout.text import wrap
from blueprint.layout.view import View
from blueprint.words import translator

_CALM = 0.05


def scene_curve(
    view: View, columns: Sequence[Strip], top: float, width: float
) -> SceneCurve | None:
    """Place the curve, or return ``None`` where no step says how it feels."""
    if all(step.emotion is None for step in view.steps):
        return None
    band = Rect(
        x=view.sizes.margin,
        y=tenth(top),
        width=tenth(width - 2 * view.sizes.margin),
        height=view.sizes.curve_height,
    )
    middle = band.y + band.height / 2
    faces: list[Face] = []
    runs: list[list[Point]] = [[]]
    for n, step in enumerate(view.steps):
        if step.emotion is None:
            runs.append([])
            continue
        value = max(-1.0, min(1.0, step.emotion))
        centre = (tenth(columns[2 * n + 1].middle), tenth(middle - value * view.sizes.curve_swing))
        faces.append(Face(step=n, centre=centre, mood=_mood(value), text=step.emotion_text))
        runs[-1].append(centre)
    return SceneCurve(
        band=band,
        name=_name(view, middle),
        zero=((view.sizes.rail, tenth(middle)), (tenth(band.right), tenth(middle))),
        runs=tuple(tuple(run) for run in runs if run),
        faces=tuple(faces),
    )


def _mood(value: float) -> Mood:
    if value > _CALM:
        return "happy"
    return "unhappy" if value < -_CALM else "neutral"


def _name(view: View, middle: float) -> Text:
    full = translator(view.lang)("Emotion")
    lines = wrap(
        full, view.sizes.lane_font, view.sizes.rail - 26.0, most=2, bold=True, lang=view.lang
    )
    return Text(
        full=full,
        lines=lines,
        x=20.0,
        y=tenth(middle + 4.5 - (len(lines) - 1) * view.sizes.lane_line / 2),
        leading=view.sizes.lane_line,
        size=view.sizes.lane_font,
        role="lane-name",
        bold=True,
    )
