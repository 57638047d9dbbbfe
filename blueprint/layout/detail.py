"""What of all that a card says stands on it: by how much detail is wanted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from blueprint.layout.view import Card, Chip, Detail, Pin, Remark, RemarkKind, SignKind

_MOST_REMARKS: Mapping[Detail, int] = {"plain": 0, "usual": 3, "full": 6}
_ONLY_IN_FULL: frozenset[RemarkKind] = frozenset({"standard", "effort"})


@dataclass(frozen=True, slots=True)
class Sign:
    """A small sign without words on the card; its text is its tooltip."""

    kind: SignKind
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What stands on a card.

    Attributes:
        remarks: Small print.
        chips: Framed words.
        signs: Small signs at the foot.
        owner: Name of the department at the foot, or ``""``.
        hidden: What there was no room for, each in a few words.
    """

    remarks: tuple[Remark, ...]
    chips: tuple[Chip, ...]
    signs: tuple[Sign, ...]
    owner: str
    hidden: tuple[str, ...]


_NOTHING = Shown(remarks=(), chips=(), signs=(), owner="", hidden=())


def shown_on(card: Card, detail: Detail) -> Shown:
    """Return what of a card is drawn.

    ``plain`` is its name and its signs; ``usual`` tells pains, waits, times and surprises
    in words, and names systems that are to come, to go, or to be renewed; ``full`` is all.
    """
    if not (card.remarks or card.chips or card.pins or card.department):
        return _NOTHING
    wanted = [
        remark for remark in card.remarks if detail == "full" or remark.kind not in _ONLY_IN_FULL
    ]
    most = _MOST_REMARKS[detail]
    lines, rest = wanted[:most], wanted[most:]
    plain = detail == "plain"
    return Shown(
        remarks=tuple(lines),
        chips=_chips(card, detail),
        signs=(*(_told(rest) if plain else ()), *map(_sign, card.pins)),
        owner=card.department if detail == "full" else "",
        hidden=() if plain else tuple(remark.sentence for remark in rest),
    )


def _chips(card: Card, detail: Detail) -> tuple[Chip, ...]:
    match detail:
        case "full":
            return card.chips
        case "usual":
            return tuple(chip for chip in card.chips if chip.decides)
        case "plain":
            return ()


def _sign(pin: Pin) -> Sign:
    return Sign(pin.kind, pin.text)


def _told(remarks: list[Remark]) -> tuple[Sign, ...]:
    """Return one sign for all remarks of a kind."""
    kinds: dict[SignKind, list[str]] = {}
    for remark in remarks:
        kinds.setdefault(remark.sign, []).append(remark.sentence)
    return tuple(Sign(kind, "; ".join(texts)) for kind, texts in kinds.items())
