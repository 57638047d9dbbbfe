"""What a report lights up: a frame around each card it names, and a badge at its corner."""

from __future__ import annotations

from collections.abc import Sequence

from blueprint.layout.scene import Rect, SceneCard, SceneMark, Text
from blueprint.layout.sizes import tenth
from blueprint.layout.text import width, wrap
from blueprint.layout.view import View

_OUT = 4.0
_HEIGHT = 16.0
_WIDEST = 90.0


def scene_marks(view: View, cards: Sequence[SceneCard]) -> tuple[SceneMark, ...]:
    """Place the overlay's marks on the cards it names, in the order of the cards."""
    if view.overlay is None:
        return ()
    placed = []
    for card in cards:
        mark = view.overlay.elements.get(card.id)
        if mark is None:
            continue
        box = card.box
        frame = Rect(
            x=tenth(box.x - _OUT),
            y=tenth(box.y - _OUT),
            width=tenth(box.width + 2 * _OUT),
            height=tenth(box.height + 2 * _OUT),
        )
        words = wrap(mark.badge, view.sizes.tag_font, _WIDEST, most=1, bold=True, lang=view.lang)
        badge_box, badge = _badge(words, mark.badge, frame, view) if words else (None, None)
        placed.append(
            SceneMark(
                card=card.id,
                role=mark.role,
                frame=frame,
                badge=badge,
                badge_box=badge_box,
                note=mark.note.into(view.lang) if mark.note else "",
            )
        )
    return tuple(placed)


def _badge(words: tuple[str, ...], full: str, frame: Rect, view: View) -> tuple[Rect, Text]:
    """Place a badge on the frame's upper left corner."""
    wide = max(_HEIGHT, width(words[0], view.sizes.tag_font, bold=True, lang=view.lang) + 8.0)
    box = Rect(x=tenth(frame.x - 4.0), y=tenth(frame.y - 6.0), width=tenth(wide), height=_HEIGHT)
    text = Text(
        full=full,
        lines=words,
        x=tenth(box.x + wide / 2),
        y=tenth(box.y + 11.4),
        leading=_HEIGHT,
        size=view.sizes.tag_font,
        anchor="middle",
        role="badge",
        bold=True,
    )
    return box, text
