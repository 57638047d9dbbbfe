"""A card's foot: its status and owner on the left, small signs and channels on the right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from blueprint.layout.detail import Shown, Sign
from blueprint.layout.scene import Point, Rect, SceneChannel, SceneOwner, ScenePin, Text, TextRole
from blueprint.layout.sizes import tenth
from blueprint.layout.text import text_lang, width, wrap
from blueprint.layout.view import Card, ChannelIcon, View
from blueprint.words import translator

_PIN_PITCH = 15.0
_PIN_SIZE = 11.0
_OWNER_SIGN = 10.0
_OWNER_INDENT = 13.0
_MORE = 22.0
_AFTER_WORD = 8.0
_IN = 3.0
_BASELINE = 8.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Foot:
    """What stands at a card's foot.

    Attributes:
        status: *Proposed* or *removed* in the view's language, or ``""``.
        owner: The department as it is read, or ``""``.
        apart: Whether the owner stands in a row of its own.
        signs: Small signs.
        channels: Channel icons.
        hidden: What the whole card has no room for.
        height: What it adds to the card's height.
    """

    status: str = ""
    owner: str = ""
    apart: bool = False
    signs: tuple[Sign, ...] = ()
    channels: tuple[ChannelIcon, ...] = ()
    hidden: tuple[str, ...] = ()
    height: float = 0.0


_NO_FOOT = Foot()


def foot_of(
    card: Card, shown: Shown, hidden: Sequence[str], width_of_card: float, view: View
) -> Foot:
    """Return what fits at a card's foot.

    Args:
        card: The card.
        shown: What of it is drawn.
        hidden: What has found no room above.
        width_of_card: How wide it is at least.
        view: Its language and sizes.
    """
    sizes = view.sizes
    word = status_word(card, view.lang)
    if not (word or shown.signs or card.channels or shown.owner or hidden):
        return _NO_FOOT
    room = width_of_card - 2 * (sizes.card_pad - _IN)
    left = width(word, sizes.remark_font, bold=True, lang=view.lang) + _AFTER_WORD if word else 0.0
    signs, channels = len(shown.signs), len(card.channels)

    def taken() -> float:
        cut = hidden or signs < len(shown.signs) or channels < len(card.channels)
        return signs * _PIN_PITCH + channels * sizes.channel_pitch + (_MORE if cut else 0.0)

    while taken() > room - left and channels:
        channels -= 1
    while taken() > room - left and signs:
        signs -= 1
    owner, apart = _owner(shown.owner, room, room - left - taken(), view)
    return Foot(
        status=word,
        owner=owner,
        apart=apart,
        signs=shown.signs[:signs],
        channels=card.channels[:channels],
        hidden=(
            *hidden,
            *(sign.text for sign in shown.signs[signs:]),
            *(channel.name for channel in card.channels[channels:]),
        ),
        height=sizes.foot_height + (sizes.remark_line + 2.0 if apart else 0.0),
    )


def _owner(name: str, room: float, rest: float, view: View) -> tuple[str, bool]:
    """Return the owner in one line, and whether that is a row of its own."""
    if not name.strip():
        return "", False
    size, lang = view.sizes.remark_font, text_lang(name, view.lang)
    line = wrap(name, size, room - _OWNER_INDENT, most=1, lang=lang)[0]
    return line, _OWNER_INDENT + width(line, size, lang=lang) + _AFTER_WORD > rest


def status_word(card: Card, lang: str) -> str:
    """Return the word that tells a card's status, ``""`` for what is there today."""
    return "" if card.status == "current" else translator(lang)(card.status)


class FootPlacer:
    """Places the foot of one card."""

    def __init__(self, foot: Foot, card: Card, box: Rect, view: View) -> None:
        self.foot, self.card, self.view = foot, card, view
        self.left = box.x + view.sizes.card_pad - _IN
        self.right = box.right - view.sizes.card_pad + _IN
        self.baseline = box.bottom - _BASELINE

    def status(self) -> Text | None:
        """Return the word for what is proposed or removed."""
        word = self.foot.status
        return self._text(word, word, self.left, self.baseline, "status") if word else None

    def owner(self) -> SceneOwner | None:
        """Return the department: after the status, or above where there is no room."""
        foot, sizes = self.foot, self.view.sizes
        if not foot.owner:
            return None
        x, y = self.left, self.baseline
        if foot.apart:
            y -= sizes.remark_line + 2.0
        elif foot.status:
            x += width(foot.status, sizes.remark_font, bold=True, lang=self.view.lang) + _AFTER_WORD
        return SceneOwner(
            id=self.card.department_id,
            sign=(tenth(x), tenth(y - _OWNER_SIGN + 1.0)),
            size=_OWNER_SIGN,
            text=self._text(self.card.department, foot.owner, x + _OWNER_INDENT, y, "muted"),
        )

    def channels(self) -> tuple[SceneChannel, ...]:
        """Return the channels' icons, the last at the right border."""
        if not self.foot.channels:
            return ()
        sizes, count = self.view.sizes, len(self.foot.channels)
        start = self.right - sizes.channel_pitch * count + sizes.channel_pitch - sizes.channel_size
        return tuple(
            SceneChannel(
                id=channel.id,
                kind=channel.kind,
                name=channel.name,
                corner=self._corner(start + sizes.channel_pitch * n, sizes.channel_size),
                size=sizes.channel_size,
            )
            for n, channel in enumerate(self.foot.channels)
        )

    def signs(self) -> tuple[ScenePin, ...]:
        """Return the small signs, left of the channels."""
        if not self.foot.signs:
            return ()
        start = self._signs_from() + _PIN_PITCH - _PIN_SIZE
        return tuple(
            ScenePin(
                kind=sign.kind,
                corner=self._corner(start + _PIN_PITCH * n, _PIN_SIZE),
                size=_PIN_SIZE,
                text=sign.text,
            )
            for n, sign in enumerate(self.foot.signs)
        )

    def more(self) -> Text | None:
        """Return how much has no room, left of the signs; its tooltip tells what."""
        hidden = self.foot.hidden
        if not hidden:
            return None
        full = translator(self.view.lang)("; ").join(hidden)
        x = self._signs_from() - _MORE + 4.0
        return self._text(full, f"+{len(hidden)}", x, self.baseline, "muted")

    def _signs_from(self) -> float:
        foot = self.foot
        return (
            self.right
            - self.view.sizes.channel_pitch * len(foot.channels)
            - _PIN_PITCH * len(foot.signs)
        )

    def _corner(self, x: float, size: float) -> Point:
        return (tenth(x), tenth(self.baseline - size + 2.0))

    def _text(self, full: str, line: str, x: float, y: float, role: TextRole) -> Text:
        sizes = self.view.sizes
        return Text(
            full=full,
            lines=(line,),
            x=tenth(x),
            y=tenth(y),
            leading=sizes.remark_line,
            size=sizes.remark_font,
            role=role,
            bold=role == "status",
        )
