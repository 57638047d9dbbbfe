"""What stands on what in a drawing: every pair of colours of a theme that must stand apart."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from blueprint.render.contrast import SIGN, TEXT, contrast
from blueprint.render.theme import SignColours, Theme

_ON_THE_EDGE = frozenset({"moment_of_truth", "fail_point"})
"""Signs on the upper edge of a card, which reach into the lane."""

Key = tuple[str, ...]
"""A key of a theme file, below ``colours``: ``("lanes", "customer", "text")``."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A colour, what it stands on, and how much it must stand out.

    Attributes:
        key: The key that sets the colour.
        colour: The colour.
        ground_key: The key that sets what it stands on.
        ground: What it stands on.
        least: The contrast it must have.
    """

    key: Key
    colour: str
    ground_key: Key
    ground: str
    least: float

    @property
    def measured(self) -> float:
        """The contrast it has."""
        return contrast(self.colour, self.ground)


def pairs(theme: Theme) -> Iterator[Pair]:
    """Go through everything that stands on something in a drawing, texts first."""
    yield from _texts(theme)
    yield from _signs(theme)


def _texts(theme: Theme) -> Iterator[Pair]:
    paper, card, band = (("paper",), theme.paper), (("card",), theme.card), _band(theme)
    texts = theme.texts
    for key, colour, grounds in (
        ("ink", texts["title"], (paper,)),
        ("ink", texts["text"], (card, band)),
        ("muted", texts["subtitle"], (paper,)),
        ("muted", texts["muted"], (card, band)),
        ("muted", texts["status"], (card,)),
        ("slate", texts["step"], (paper,)),
        ("slate", texts["line-name"], (paper,)),
        ("slate", texts["legend"], (paper,)),
        ("slate", texts["lane-name"], (band,)),
        ("label", texts["label"], (paper,)),
    ):
        for ground_key, ground in grounds:
            yield Pair((key,), colour, ground_key, ground, TEXT)
    for ground in theme.phases:
        yield Pair(("phase_text",), texts["phase"], ("phases",), ground, TEXT)
    for kind, lane in theme.lanes.items():
        for tint in dict.fromkeys((lane.tint, lane.next)):
            yield Pair(("lanes", kind, "text"), lane.text, ("lanes", kind, "tint"), tint, TEXT)
    for role, stroke in theme.marks.items():
        yield Pair(("badge_text",), texts["badge"], ("marks", role), stroke.colour, TEXT)
    for sign, text in (("pain", texts["pain"]), ("wait", texts["wait"])):
        for ground_key, ground in (card, band):
            yield Pair(("signs", sign, "ink"), text, ground_key, ground, TEXT)


def _signs(theme: Theme) -> Iterator[Pair]:
    grounds = [(("paper",), theme.paper), (("card",), theme.card), *_tints(theme)]
    for key, colour in _strokes(theme):
        for ground_key, ground in grounds:
            yield Pair(key, colour, ground_key, ground, SIGN)
    for kind, lane in theme.lanes.items():
        key = ("lanes", kind, "line")
        for ground_key, ground in ((("card",), theme.card), _band(theme)):
            yield Pair(key, lane.line, ground_key, ground, SIGN)
        for tint in dict.fromkeys((lane.tint, lane.next)):
            yield Pair(key, lane.line, ("lanes", kind, "tint"), tint, SIGN)
    for mood, colour in theme.moods.items():
        for ground_key, ground in (grounds[0], _band(theme)):
            yield Pair(("moods", mood), colour, ground_key, ground, SIGN)
    yield Pair(("accent",), theme.curve_line, *_band(theme), SIGN)
    yield Pair(("signs", "pain", "line"), theme.pain.line, *_band(theme), SIGN)
    yield from _sign("moment_of_truth", theme.moment, theme)
    yield from _sign("fail_point", theme.fail, theme)
    yield from _sign("pain", theme.pain, theme)
    yield from _sign("wait", theme.wait, theme)


def _strokes(theme: Theme) -> Iterator[tuple[Key, str]]:
    """Go through the lines that may lie on anything."""
    for kind, edge in theme.edges.items():
        yield ("links", kind), edge.colour
    for role, mark in theme.marks.items():
        yield ("marks", role), mark.colour
    for line in theme.lines.values():
        yield ("slate",), line.colour
    yield ("removed",), theme.removed


def _sign(name: str, sign: SignColours, theme: Theme) -> Iterator[Pair]:
    """Go through one sign: its ink on its ground, and its ground or border around it."""
    key = ("signs", name)
    yield Pair((*key, "ink"), sign.ink, (*key, "ground"), sign.ground, SIGN)
    around = [(("card",), theme.card), *(_tints(theme) if name in _ON_THE_EDGE else ())]
    for ground_key, ground in around:
        shown = {"ground": sign.ground, "line": sign.line}
        best = max(shown, key=lambda part: contrast(shown[part], ground))
        yield Pair((*key, best), shown[best], ground_key, ground, SIGN)


def _band(theme: Theme) -> tuple[Key, str]:
    return ("band",), theme.curve_band


def _tints(theme: Theme) -> Iterator[tuple[Key, str]]:
    for kind, lane in theme.lanes.items():
        for tint in dict.fromkeys((lane.tint, lane.next)):
            yield ("lanes", kind, "tint"), tint
