"""The legend of a scene, set anew for the width of a page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from blueprint.layout.legend import even_rows
from blueprint.layout.scene import LegendEntry, Rect, Scene, SceneLegend
from blueprint.layout.sizes import tenth
from blueprint.layout.text import text_lang, wrap
from blueprint.layout.text import width as text_width

_GAP = 18.0
_BASELINE = 10.8


def legend_for(scene: Scene, room: float) -> SceneLegend | None:
    """Return the scene's legend in rows of at most this width, at the upper left corner.

    What a report's marks mean stays in rows of its own, under their title.
    """
    if scene.legend is None:
        return None
    placed: list[LegendEntry] = []
    y, title = 0.0, None
    for marks, group in groupby(scene.legend.entries, key=lambda entry: entry.sort == "mark"):
        if marks and scene.legend.title:
            title = replace(scene.legend.title, x=0.0, y=tenth(y + _BASELINE))
            y += title.leading
        entries = [_fitting(entry, room, scene.lang) for entry in group]
        for row in _rows(entries, room, scene.lang):
            placed += _row(row, y, scene.lang)
            y += row[0].text.leading
    band = Rect(x=0.0, y=0.0, width=tenth(room - 0.05), height=tenth(y))
    return SceneLegend(band=band, entries=tuple(placed), title=title)


def _fitting(entry: LegendEntry, room: float, lang: str) -> LegendEntry:
    """Shorten an entry that is wider than the page."""
    text = entry.text
    least = room - (text.x - entry.sample.x)
    lines = wrap(text.full, text.size, least, most=1, lang=text_lang(text.full, lang))
    shorter = _wide(entry, lang) > room and lines
    return replace(entry, text=replace(text, lines=lines)) if shorter else entry


def _wide(entry: LegendEntry, lang: str) -> float:
    said = "".join(entry.text.lines)
    words = text_width(said, entry.text.size, lang=text_lang(said, lang))
    return entry.text.x - entry.sample.x + words


def _rows(entries: Sequence[LegendEntry], room: float, lang: str) -> list[list[LegendEntry]]:
    rows = even_rows([_wide(entry, lang) for entry in entries], room)
    return [[entries[n] for n in row] for row in rows]


def _row(entries: Sequence[LegendEntry], y: float, lang: str) -> list[LegendEntry]:
    placed = []
    x = 0.0
    for entry in entries:
        dx, dy = x - entry.sample.x, y - entry.sample.y
        sample = replace(entry.sample, x=tenth(x), y=tenth(y))
        text = replace(entry.text, x=tenth(entry.text.x + dx), y=tenth(entry.text.y + dy))
        placed.append(replace(entry, sample=sample, text=text))
        x += _wide(entry, lang) + _GAP
    return placed
