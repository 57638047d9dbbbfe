"""How well colours stand out from each other, after WCAG 2, and colours that stand out enough."""

from __future__ import annotations

import colorsys
from collections.abc import Sequence

TEXT = 4.5
"""The least contrast of a text on its ground."""

SIGN = 3.0
"""The least contrast of a line or sign that tells something."""

_BLACK = 0.05
_STRAIGHT_BELOW = 0.04045
_STEPS = 200


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours: 1 for the same, 21 for black and white.

    Examples:
        >>> contrast("#000000", "#ffffff"), round(contrast("#777777", "#ffffff"), 2)
        (21.0, 4.48)
    """
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + _BLACK) / (dark + _BLACK)


def luminance(colour: str) -> float:
    """Return how light a colour is to the eye, from 0 to 1."""
    red, green, blue = (
        part / 12.92 if part <= _STRAIGHT_BELOW else ((part + 0.055) / 1.055) ** 2.4
        for part in _parts(colour)
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def mixed(one: str, other: str, share: float) -> str:
    """Return a colour with a share of another mixed in.

    Examples:
        >>> mixed("#000000", "#ffffff", 0.5)
        '#808080'
    """
    pairs = zip(_parts(one), _parts(other), strict=True)
    return _colour(tuple(a + (b - a) * share for a, b in pairs))


def readable(colour: str, grounds: Sequence[str], least: float = TEXT) -> str | None:
    """Return the nearest shade of a colour that stands out from every ground.

    Hue and strength stay; only its lightness changes, as little as will do.

    Args:
        colour: The colour.
        grounds: What it stands on.
        least: The contrast it must have on each of them.

    Returns:
        The shade; ``None`` where no shade stands out from all of the grounds.

    Examples:
        >>> readable("#005A8C", ["#ffffff"])
        '#005A8C'
        >>> readable("#aaaaaa", ["#ffffff"])
        '#767676'
    """
    if _stands_out(colour, grounds, least):
        return colour
    hue, light, strength = colorsys.rgb_to_hls(*_parts(colour))
    for step in range(1, _STEPS + 1):
        for way in (-1, 1):
            changed = light + way * step / _STEPS
            if 0.0 <= changed <= 1.0:
                shade = _colour(colorsys.hls_to_rgb(hue, changed, strength))
                if _stands_out(shade, grounds, least):
                    return shade
    return None


def _stands_out(colour: str, grounds: Sequence[str], least: float) -> bool:
    return all(contrast(colour, ground) >= least for ground in grounds)


def _parts(colour: str) -> tuple[float, float, float]:
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return red, green, blue


def _colour(parts: tuple[float, ...]) -> str:
    return "#" + "".join(f"{round(255 * part):02x}" for part in parts)
