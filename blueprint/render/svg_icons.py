"""The icons as path data, drawn in a square of 16, stroked and never filled."""

from __future__ import annotations

from blueprint.layout.scene import SceneCard

_PERSON = "M8 2.2a2.9 2.9 0 1 0 .01 0M2.4 14.4c0-3.4 2.5-5.4 5.6-5.4s5.6 2 5.6 5.4"
_SCREEN = "M2 2.5h12v8.5H2zM5.5 14h5M8 11v3"
_GEAR = (
    "M12.5 6.8L14.6 6.9L14.6 9.1L12.5 9.2L12.1 10.4L13.5 11.9L11.9 13.5L10.4 12.1L9.2 12.5"
    "L9.1 14.6L6.9 14.6L6.8 12.5L5.6 12.1L4.1 13.5L2.5 11.9L3.9 10.4L3.5 9.2L1.4 9.1L1.4 6.9"
    "L3.5 6.8L3.9 5.6L2.5 4.1L4.1 2.5L5.6 3.9L6.8 3.5L6.9 1.4L9.1 1.4L9.2 3.5L10.4 3.9"
    "L11.9 2.5L13.5 4.1L12.1 5.6ZM8 6a2 2 0 1 0 .01 0"
)
_STORE_OF_DATA = "M2.5 3.8c0-2.4 11-2.4 11 0v8.4c0 2.4-11 2.4-11 0zM2.5 3.8c0 2.4 11 2.4 11 0"
_TILE = "M3 3h10v10H3zM6 8h4"

CHANNELS = {
    "store": "M2 6.5L3.4 2h9.2L14 6.5zM3 6.5V14h10V6.5M6.5 14v-4h3v4",
    "print": "M3.5 1.5h6.2l2.8 2.8v10.2h-9zM5.8 7h4.6M5.8 9.5h4.6M5.8 12h3",
    "voice": "M4 2l3 3-1.5 2c1 2 2 3 3.5 3.5l2-1.5 3 3-2 2C7 13 3 9 2 4z",
    "mobile": "M4.5 1h7v14h-7zM7 12.8h2",
    "web": "M2 8a6 6 0 1 0 12 0a6 6 0 1 0-12 0M2 8h12M8 2c-3.6 4-3.6 8 0 12M8 2c3.6 4 3.6 8 0 12",
    "mail": "M1.5 3.5h13v9.5h-13zM1.5 3.5L8 9l6.5-5.5",
    "social": "M4 6.2a1.9 1.9 0 1 0 .01 0M12 2.2a1.9 1.9 0 1 0 .01 0"
    "M12 10.2a1.9 1.9 0 1 0 .01 0M5.7 7.2l4.6-2.3M5.7 9l4.6 2.3",
    "chat": "M2 3h12v8H7.5L4.5 14v-3H2zM5 6h6M5 8.4h4",
    "peer": "M5 3a2 2 0 1 0 .01 0M11 3a2 2 0 1 0 .01 0M1.2 13c0-3 1.6-4.6 3.8-4.6S8 9.6 8 12"
    "M8 12c0-2.4.8-3.6 3-3.6s3.8 1.6 3.8 4.6",
}
OTHER_CHANNEL = "M8 2.2a5.8 5.8 0 1 0 .01 0M8 6.4a1.6 1.6 0 1 0 .01 0"
TURN_BACK = "M-3.6 1.6A3.9 3.9 0 1 0-2.4-3M-2.6-5.4V-2.7H.1"
LETTER_F = "M-2.1-4.4v8.8M-2.1-4.4h4.7M-2.1-.2h3.7"
STAR = "M0-6L1.8-1.9L6-1.7L2.7 1.1L3.8 5.4L0 3L-3.8 5.4L-2.7 1.1L-6-1.7L-1.8-1.9z"


def card_icon(card: SceneCard) -> str:
    """Return the icon before a card's name, by its lane and who acts."""
    if card.lane_kind == "support":
        return _STORE_OF_DATA
    if card.actor == "technology":
        return _SCREEN
    match card.lane_kind:
        case "customer" | "frontstage":
            return _PERSON
        case "backstage":
            return _GEAR
        case _:
            return _TILE


def channel_icon(kind: str) -> str:
    """Return the icon of a kind of channel; a neutral one for a kind not known here."""
    return CHANNELS.get(kind, OTHER_CHANNEL)
