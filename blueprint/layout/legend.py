"""The legend: what the signs of this drawing mean, and none that it does not have."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal, assert_never, get_args

from blueprint.layout.scene import LegendEntry, Rect, SceneLegend, SceneMark, Text
from blueprint.layout.sizes import tenth
from blueprint.layout.text import width as text_width
from blueprint.layout.text import wrap
from blueprint.layout.view import EdgeKind, View
from blueprint.report import Role
from blueprint.words import Translator, translator

Sort = Literal["edge", "badge", "remark", "channel", "status", "mark"]
_SAMPLE_HEIGHT = 14.0
_ENTRY_GAP = 18.0
_PAD = 8.0
_MOST_NAMES = 3


def scene_legend(
    view: View, marks: tuple[SceneMark, ...], top: float, width: float
) -> SceneLegend | None:
    """Place the legend in rows under the drawing; ``None`` where nothing needs one."""
    left = view.sizes.margin + _PAD
    room = width - 2 * left
    signs = [
        (sort, kind, full, words)
        for sort, kind, full in _shown(view, marks)
        if (words := wrap(full, view.sizes.legend_font, room - 36.0, most=1, lang=view.lang))
    ]
    if not signs:
        return None
    wide = [
        _sample_width(sort) + 6.0 + text_width(words[0], view.sizes.legend_font, lang=view.lang)
        for sort, _, _, words in signs
    ]
    entries: list[LegendEntry] = []
    rows = even_rows(wide, room)
    for n, row in enumerate(rows):
        x, y = left, top + _PAD + n * view.sizes.legend_line
        for at in row:
            sort, kind, full, words = signs[at]
            box = Rect(x=tenth(x), y=tenth(y), width=_sample_width(sort), height=_SAMPLE_HEIGHT)
            entries.append(
                LegendEntry(sort=sort, kind=kind, sample=box, text=_text(view, full, words, box))
            )
            x += wide[at] + _ENTRY_GAP
    height = view.sizes.legend_line * len(rows) + 2 * _PAD - 6.0
    band = Rect(
        x=view.sizes.margin,
        y=tenth(top),
        width=tenth(width - 2 * view.sizes.margin),
        height=tenth(height),
    )
    return SceneLegend(band=band, entries=tuple(entries))


def _sample_width(sort: Sort) -> float:
    return 30.0 if sort in ("edge", "status") else 16.0


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


def _text(view: View, full: str, words: tuple[str, ...], sample: Rect) -> Text:
    return Text(
        full=full,
        lines=words,
        x=tenth(sample.right + 6.0),
        y=tenth(sample.y + 10.8),
        leading=view.sizes.legend_line,
        size=view.sizes.legend_font,
        role="legend",
    )


def _shown(view: View, marks: tuple[SceneMark, ...]) -> Iterator[tuple[Sort, str, str]]:
    """Yield each kind of sign in the drawing, with the words for it."""
    say = translator(view.lang)
    edges = {edge.kind for edge in view.edges}
    yield from (
        ("edge", kind, edge_words(say, kind)) for kind in get_args(EdgeKind) if kind in edges
    )
    badges = {badge.kind for card in view.cards for badge in card.badges}
    if "moment-of-truth" in badges:
        yield "badge", "moment-of-truth", say("moment of truth")
    if "fail-point" in badges:
        yield "badge", "fail-point", say("fail point")
    remarks = {remark.kind for card in view.cards for remark in card.remarks}
    if "pain" in remarks:
        yield "remark", "pain", say("pain")
    if "wait" in remarks:
        yield "remark", "wait", say("wait")
    statuses = {card.status for card in view.cards}
    if "proposed" in statuses:
        yield "status", "proposed", say("proposed")
    if "removed" in statuses:
        yield "status", "removed", say("removed")
    yield from _channels(view)
    roles = {mark.role for mark in marks}
    yield from (("mark", role, _role_words(say, role)) for role in get_args(Role) if role in roles)


def _channels(view: View) -> Iterator[tuple[Sort, str, str]]:
    """Yield each kind of channel with the names of the channels of that kind."""
    names: dict[str, dict[str, None]] = {}
    for card in view.cards:
        for channel in card.channels:
            names.setdefault(channel.kind, {})[channel.name] = None
    for kind, of_kind in names.items():
        shown = list(of_kind)[:_MOST_NAMES]
        yield "channel", kind, ", ".join(shown) + (" …" if len(of_kind) > len(shown) else "")


def edge_words(say: Translator, kind: EdgeKind) -> str:
    """Return what a link of this kind says of its source."""
    match kind:
        case "flow":
            text = "leads to"
        case "evidence":
            text = "is evidence for"
        case "interaction":
            text = "interacts with"
        case "support":
            text = "rests on"
        case "triggers":
            text = "sets off"
        case "recovers":
            text = "mends"
        case "prepares":
            text = "prepares"
        case _:
            assert_never(kind)
    return say(text)


def _role_words(say: Translator, role: Role) -> str:
    match role:
        case "start":
            text = "where it starts"
        case "reached":
            text = "reached"
        case "tell":
            text = "to be told"
        case "touch":
            text = "touched"
        case "error":
            text = "error"
        case "warning":
            text = "warning"
        case "info":
            text = "note"
        case _:
            assert_never(role)
    return say(text)
