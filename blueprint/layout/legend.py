"""The legend: what the signs of this drawing mean, and none that it does not have."""

from __future__ import annotations

from collections.abc import Sequence

from blueprint.layout.legend_signs import LegendSign, signs_of
from blueprint.layout.scene import (
    LegendEntry,
    LegendSort,
    Rect,
    SceneCard,
    SceneLegend,
    SceneMark,
    Text,
)
from blueprint.layout.sizes import tenth
from blueprint.layout.text import text_lang, wrap
from blueprint.layout.text import width as text_width
from blueprint.layout.view import View

_SAMPLE_HEIGHT = 14.0
_ENTRY_GAP = 18.0
_PAD = 8.0
_WIDE: frozenset[LegendSort] = frozenset({"edge", "status", "chip", "mark", "rings", "width"})
_LIT: frozenset[LegendSort] = frozenset({"mark", "rings", "width"})


def scene_legend(
    view: View,
    cards: Sequence[SceneCard],
    marks: Sequence[SceneMark],
    top: float,
    width: float,
) -> SceneLegend | None:
    """Place the legend in rows under the drawing; ``None`` where nothing needs one.

    Args:
        view: What is drawn.
        cards: Its cards, as placed: only what stands on them is told.
        marks: What a report lights up on them.
        top: Where the legend begins.
        width: Width of the canvas.
    """
    placer = _Placer(view, top, width)
    signs = signs_of(view, cards, marks)
    placer.add([sign for sign in signs if sign.sort not in _LIT])
    title = None
    lit = [sign for sign in signs if sign.sort in _LIT]
    if lit and view.overlay is not None:
        title = placer.heading(view.overlay.title.into(view.lang))
        placer.add(lit)
    return placer.done(title)


class _Placer:
    """Places the entries of one legend, group after group."""

    def __init__(self, view: View, top: float, width: float) -> None:
        self.view, self.top, self.width = view, top, width
        self.left = view.sizes.margin + _PAD
        self.room = width - 2 * self.left
        self.rows = 0
        self.entries: list[LegendEntry] = []

    def add(self, signs: Sequence[LegendSign]) -> None:
        """Place some entries in rows of their own."""
        shown = [
            (sign, words)
            for sign in signs
            if (words := self._words(sign.text, sample_width(sign.sort) + 6.0))
        ]
        if not shown:
            return
        wide = [sample_width(sign.sort) + 6.0 + self._wide(words) for sign, words in shown]
        for row in even_rows(wide, self.room):
            x = self.left
            for at in row:
                self._entry(*shown[at], x)
                x += wide[at] + _ENTRY_GAP
            self.rows += 1

    def heading(self, words: str) -> Text | None:
        """Place the title of what follows in a row of its own."""
        lines = self._words(words, 0.0, bold=True)
        if not lines:
            return None
        text = self._text(words, lines, self.left, self._row(), bold=True)
        self.rows += 1
        return text

    def done(self, title: Text | None) -> SceneLegend | None:
        """Return the legend with all that was placed."""
        if not self.entries:
            return None
        band = Rect(
            x=self.view.sizes.margin,
            y=tenth(self.top),
            width=tenth(self.width - 2 * self.view.sizes.margin),
            height=tenth(self.view.sizes.legend_line * self.rows + 2 * _PAD - 6.0),
        )
        return SceneLegend(band=band, entries=tuple(self.entries), title=title)

    def _entry(self, sign: LegendSign, words: tuple[str, ...], x: float) -> None:
        wide = sample_width(sign.sort)
        box = Rect(x=tenth(x), y=tenth(self._row()), width=wide, height=_SAMPLE_HEIGHT)
        text = self._text(sign.text, words, box.right + 6.0, box.y)
        self.entries.append(LegendEntry(sort=sign.sort, kind=sign.kind, sample=box, text=text))

    def _row(self) -> float:
        return self.top + _PAD + self.rows * self.view.sizes.legend_line

    def _words(self, text: str, beside: float, *, bold: bool = False) -> tuple[str, ...]:
        size, lang = self.view.sizes.legend_font, text_lang(text, self.view.lang)
        return wrap(text, size, self.room - beside, most=1, bold=bold, lang=lang)

    def _wide(self, words: tuple[str, ...]) -> float:
        lang = text_lang(words[0], self.view.lang)
        return text_width(words[0], self.view.sizes.legend_font, lang=lang)

    def _text(
        self, full: str, lines: tuple[str, ...], x: float, y: float, *, bold: bool = False
    ) -> Text:
        return Text(
            full=full,
            lines=lines,
            x=tenth(x),
            y=tenth(y + 10.8),
            leading=self.view.sizes.legend_line,
            size=self.view.sizes.legend_font,
            role="legend",
            bold=bold,
        )


def sample_width(sort: LegendSort) -> float:
    """Return how wide the sample of an entry is."""
    return 30.0 if sort in _WIDE else 16.0


def even_rows(wide: Sequence[float], room: float) -> list[list[int]]:
    """Break entries into as few rows as there must be, and these into about the same length."""
    rows = _rows(wide, room)
    low, high = max(wide), room
    for _ in range(8):
        middle = (low + high) / 2
        tried = _rows(wide, middle)
        if len(tried) > len(rows):
            low = middle
        else:
            rows, high = tried, middle
    return rows


def _rows(wide: Sequence[float], room: float) -> list[list[int]]:
    rows: list[list[int]] = [[]]
    used = 0.0
    for n, needed in enumerate(wide):
        if rows[-1] and used + needed > room:
            rows.append([])
            used = 0.0
        rows[-1].append(n)
        used += needed + _ENTRY_GAP
    return rows
