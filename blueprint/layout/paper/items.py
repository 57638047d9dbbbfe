"""Single things on a page: moved and shortened so that a cut leaves them readable."""

from __future__ import annotations

from dataclasses import replace

from blueprint.layout.paper.cuts import Part
from blueprint.layout.scene import (
    Rect,
    Scene,
    SceneCard,
    SceneLabel,
    SceneLine,
    ScenePhase,
    SceneTrack,
    Text,
)
from blueprint.layout.sizes import tenth
from blueprint.layout.text import SLACK, text_lang, width, wrap
from blueprint.layout.transpose import Axes
from blueprint.words import Phrase

_PAD = 8.0
_PHASE_ROOM = 30.0
_NOTE_AWAY = 6.0
_MOST_LINES = 3


def blank(text: Text) -> Text:
    """Return a text that shows nothing."""
    return replace(text, lines=())


def moved(text: Text, dx: float, dy: float) -> Text:
    """Return a text somewhere else."""
    return replace(text, x=tenth(text.x + dx), y=tenth(text.y + dy))


def rewrapped(text: Text, room: float, most: int, lang: str) -> Text:
    """Break a text anew for other room."""
    said = text_lang(text.full, lang)
    lines = wrap(text.full, text.size, room, most=max(1, most), bold=text.bold, lang=said)
    return replace(text, lines=lines)


def phase_on_page(phase: ScenePhase, part: Part, scene: Scene) -> ScenePhase:
    """Put a phase's name into the stretch of its chevron that a page shows."""
    last = phase.first + phase.count - 1
    if last < part.first or phase.first > part.last:
        return replace(phase, name=blank(phase.name))
    if part.first <= phase.first and last <= part.last:
        return phase
    axes = Axes(scene.orientation)
    box = axes.turn(phase.chevron)
    low, high = max(box.x, part.low), min(box.right, part.high)
    name = phase.name
    if phase.first < part.first:
        name = replace(name, full=continued(name.full, scene.lang))
    if axes.down:
        room = phase.chevron.width - 10.0
        most = int((high - low - _PAD) // name.leading)
        name = moved(name, 0.0, low - box.x)
    else:
        room, most = high - low - _PHASE_ROOM, 1
        name = replace(name, x=tenth((low + high) / 2))
    return replace(phase, name=rewrapped(name, room, most, scene.lang))


def continued(name: str, lang: str) -> str:
    """Say that something began on an earlier page."""
    return Phrase.of("{name} (continued)", name=name).into(lang)


def tag_inside(line: SceneLine, part: Part, axes: Axes) -> SceneLine:
    """Move the tag of a line that runs along a cut so that the page shows it whole."""
    box = axes.turn(line.tag)
    across = max(part.low + 1.0, min(box.y, part.high - box.height - 1.0))
    dx, dy = axes.point(0.0, across - box.y)
    tag = replace(line.tag, x=tenth(line.tag.x + dx), y=tenth(line.tag.y + dy))
    return replace(line, tag=tag, name=moved(line.name, dx, dy))


def label_inside(label: SceneLabel, steps: Part, lanes: Part, axes: Axes) -> SceneLabel:
    """Move a label that a cut runs through onto the page."""
    box = axes.turn(label.box)
    along = max(steps.low + 1.0, min(box.x, steps.high - box.width - 1.0))
    across = max(lanes.low + 1.0, min(box.y, lanes.high - box.height - 1.0))
    dx, dy = axes.point(along - box.x, across - box.y)
    if not dx and not dy:
        return label
    moved_box = replace(label.box, x=tenth(label.box.x + dx), y=tenth(label.box.y + dy))
    return SceneLabel(box=moved_box, text=moved(label.text, dx, dy))


def card_on_page(card: SceneCard, part: Part, scene: Scene) -> SceneCard:
    """Let a card that lasts over a cut say its name on every page it is on.

    What else stands on it is on the page with its beginning, or with its end.
    """
    begins, ends = card.step >= part.first, card.until <= part.last
    if begins and ends:
        return card
    axes = Axes(scene.orientation)
    box = axes.turn(card.box)
    low, high = max(box.x, part.low), min(box.right, part.high)
    shown = axes.turn(Rect(x=low, y=box.y, width=high - low, height=box.height))
    kept = card
    if not begins:
        kept = replace(kept, icon=None, remarks=(), chips=(), owner=None, status_word=None)
    elif not axes.down and high - low < box.width / 2:
        kept = replace(kept, remarks=(), chips=())
    if not ends:
        kept = replace(kept, channels=(), pins=(), more=None)
    name = _name_on_page(kept, shown, begins=begins, lang=scene.lang)
    widths = tuple(tenth(width(line, name.size, lang=scene.lang) / SLACK) for line in name.lines)
    return replace(kept, name=name, name_widths=widths)


def _name_on_page(card: SceneCard, shown: Rect, *, begins: bool, lang: str) -> Text:
    """Break a card's name anew for the part of the card that a page shows."""
    pad = card.name.x - card.box.x if begins else _PAD
    name = replace(
        card.name,
        full=card.name.full if begins else continued(card.name.full, lang),
        x=tenth(shown.x + pad),
        y=tenth(shown.y + card.name.y - card.box.y),
    )
    under = card.remarks or card.chips
    fit = int((shown.height - (card.name.y - card.box.y) - _PAD) // name.leading) + 1
    most = len(card.name.lines) if under else min(fit, _MOST_LINES)
    return rewrapped(name, shown.width - pad - _PAD, most, lang)


def track_marks(track: SceneTrack, part: Part, scene: Scene) -> SceneTrack:
    """Return a track's marks on a page; its names too where they stand beside the marks."""
    down = scene.orientation == "down"
    rows = tuple(
        replace(
            row,
            names=row.names if down else (),
            marks=tuple(mark for mark in row.marks if part.first <= mark.step <= part.last),
        )
        for row in track.rows
    )
    note = blank(track.note)
    if not down:
        room = part.high - part.low - 2 * _NOTE_AWAY
        note = rewrapped(replace(track.note, x=tenth(part.low + _NOTE_AWAY)), room, 1, scene.lang)
    return replace(track, name=blank(track.name), note=note, rows=rows)


def track_names(track: SceneTrack, scene: Scene) -> SceneTrack:
    """Return a track's heading; the names of its rows too where they stand beside it."""
    down = scene.orientation == "down"
    rows = tuple(replace(row, names=() if down else row.names, marks=()) for row in track.rows)
    return replace(track, note=track.note if down else blank(track.note), rows=rows)
