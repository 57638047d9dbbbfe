"""The emotion curve under the lanes: how the customer feels, step by step."""

from __future__ import annotations

from collections.abc import Sequence

from blueprint.layout import sizes
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
        x=sizes.MARGIN,
        y=tenth(top),
        width=tenth(width - 2 * sizes.MARGIN),
        height=sizes.CURVE_HEIGHT,
    )
    middle = band.y + band.height / 2
    faces: list[Face] = []
    runs: list[list[Point]] = [[]]
    for n, step in enumerate(view.steps):
        if step.emotion is None:
            runs.append([])
            continue
        value = max(-1.0, min(1.0, step.emotion))
        centre = (tenth(columns[2 * n + 1].middle), tenth(middle - value * sizes.CURVE_SWING))
        faces.append(Face(step=n, centre=centre, mood=_mood(value), text=step.emotion_text))
        runs[-1].append(centre)
    return SceneCurve(
        band=band,
        name=_name(view, middle),
        zero=((sizes.RAIL, tenth(middle)), (tenth(band.right), tenth(middle))),
        runs=tuple(tuple(run) for run in runs if run),
        faces=tuple(faces),
    )


def _mood(value: float) -> Mood:
    if value > _CALM:
        return "happy"
    return "unhappy" if value < -_CALM else "neutral"


def _name(view: View, middle: float) -> Text:
    full = translator(view.lang)("Emotion")
    lines = wrap(full, sizes.LANE_FONT, sizes.RAIL - 26.0, most=2, bold=True, lang=view.lang)
    return Text(
        full=full,
        lines=lines,
        x=20.0,
        y=tenth(middle + 4.5 - (len(lines) - 1) * sizes.LANE_LINE / 2),
        leading=sizes.LANE_LINE,
        size=sizes.LANE_FONT,
        role="lane-name",
        bold=True,
    )
