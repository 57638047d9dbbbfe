"""A theme file: a house style's colours, fonts, sizes and logo, over one of the themes."""

from __future__ import annotations

import re
from typing import Annotated, Any, ClassVar, Literal

from pydantic import BeforeValidator, Field, PlainValidator, WithJsonSchema

from blueprint.model.base import Frozen, Many, OneOrMany, Short, Text, described, listed, wrong

_COLOUR = re.compile(r"#(?:[0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})\Z", re.ASCII)
_COLOUR_SCHEMA = {"type": "string", "pattern": "^#([0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})$"}
_FONT = re.compile(r"\w[\w .+-]{0,63}\Z")
_FONT_SCHEMA = {"type": "string", "pattern": r"^\w[\w .+-]{0,63}$"}
_FILE = re.compile(r"[^/\\:\x00-\x1f\x7f][^\\:\x00-\x1f\x7f]{0,199}\Z")


def _colour(value: object) -> str:
    if value is None:
        raise wrong(
            "BP121", 'a colour stands in quotes, such as "#005A8C": without them # begins a comment'
        )
    if not isinstance(value, str) or not _COLOUR.match(value):
        raise wrong(
            "BP121", 'expected a colour such as "#005A8C", not {what}', what=described(value)
        )
    digits = value[1:] if len(value) > len("#rgb") else "".join(2 * digit for digit in value[1:])
    return f"#{digits}"


def _said(value: object) -> object:
    """Refuse a colour that is a comment; a key without anything behind it may be left out."""
    return _colour(value) if value is None else value


def _font(value: object) -> str:
    if not isinstance(value, str) or not _FONT.match(value):
        raise wrong(
            "BP122",
            "expected the name of a font, in letters, digits, spaces and -, not {what}",
            what=described(value),
        )
    return value


def _file(value: object) -> str:
    if not isinstance(value, str) or not _FILE.match(value) or ".." in value.split("/"):
        raise wrong(
            "BP123",
            "expected the name of a PNG or JPEG file beside the theme file, not {what}",
            what=described(value),
        )
    return value


Colour = Annotated[str | None, PlainValidator(_colour), WithJsonSchema(_COLOUR_SCHEMA)]
"""A colour as ``#rgb`` or ``#rrggbb``; ``None`` where nothing was written."""
Hue = Annotated[str, PlainValidator(_colour), WithJsonSchema(_COLOUR_SCHEMA)]
"""A colour that must be said."""
Font = Annotated[str, PlainValidator(_font), WithJsonSchema(_FONT_SCHEMA)]
"""The name of a font family."""
PictureFile = Annotated[str | None, PlainValidator(_file), WithJsonSchema({"type": "string"})]
"""The name of a picture beside the file."""


class LaneStyle(Short):
    """The colours of one lane; its line alone is enough, the others are made from it."""

    short: ClassVar[str] = "line"
    short_schema: ClassVar[dict[str, Any]] = _COLOUR_SCHEMA

    line: Colour = None
    """Borders and icons of its cards, and the bar in front of its name."""
    tint: Colour = None
    """The ground of the lane."""
    text: Colour = None
    """Its name."""


class SignStyle(Short):
    """The colours of a disc; its ground alone is enough, the others are made from it."""

    short: ClassVar[str] = "ground"
    short_schema: ClassVar[dict[str, Any]] = _COLOUR_SCHEMA

    ground: Colour = None
    """The disc."""
    line: Colour = None
    """Its border."""
    ink: Colour = None
    """What is drawn on it."""


class RemarkStyle(Short):
    """The colours of a pain or a wait; its ink alone is enough, the others are made from it."""

    short: ClassVar[str] = "ink"
    short_schema: ClassVar[dict[str, Any]] = _COLOUR_SCHEMA

    ground: Colour = None
    """What the sign stands on."""
    line: Colour = None
    """Its border."""
    ink: Colour = None
    """What is drawn on it, and the words beside it."""


Lane = Annotated[LaneStyle | None, BeforeValidator(_said)]
Sign = Annotated[SignStyle | None, BeforeValidator(_said)]
Remark = Annotated[RemarkStyle | None, BeforeValidator(_said)]


def _one_or_two(value: object) -> object:
    return listed(_said(value))


Phases = Annotated[
    Annotated[tuple[Hue, ...], Field(min_length=1, max_length=2)] | None,
    BeforeValidator(_one_or_two),
    OneOrMany(),
]


class LaneStyles(Frozen):
    """The lanes' colours."""

    evidence: Lane = None
    """Physical evidence."""
    customer: Lane = None
    """Customer actions."""
    frontstage: Lane = None
    """Frontstage."""
    backstage: Lane = None
    """Backstage."""
    support: Lane = None
    """Support processes."""
    other: Lane = None
    """Lanes that a blueprint adds."""


class LinkStyles(Frozen):
    """The colours of links; dashes and widths stay those of the theme it is based on."""

    flow: Colour = None
    """The customer's way."""
    evidence: Colour = None
    """Evidence of an action."""
    interaction: Colour = None
    """Customer and frontstage."""
    support: Colour = None
    """What an action rests on."""
    triggers: Colour = None
    """What sets something off."""
    recovers: Colour = None
    """What mends a fail point."""
    prepares: Colour = None
    """What prepares a surprise."""


class SignStyles(Frozen):
    """The colours of signs."""

    moment_of_truth: Sign = None
    """The star."""
    fail_point: Sign = None
    """The F."""
    pain: Remark = None
    """The triangle, and the words of a pain."""
    wait: Remark = None
    """The W, and the words of a wait."""


class MarkStyles(Frozen):
    """The colours of what a report lights up."""

    start: Colour = None
    """Where a ripple starts."""
    reached: Colour = None
    """What it reaches."""
    tell: Colour = None
    """Who is to be told."""
    touch: Colour = None
    """What it touches."""
    error: Colour = None
    """Errors."""
    warning: Colour = None
    """Warnings."""
    info: Colour = None
    """Remarks."""
    added: Colour = None
    """What a change adds."""
    removed: Colour = None
    """What it takes away."""
    changed: Colour = None
    """What it alters."""
    moved: Colour = None
    """What it puts elsewhere."""


class MoodStyles(Frozen):
    """The colours of the faces on the emotion curve."""

    happy: Colour = None
    """A good feeling."""
    neutral: Colour = None
    """Neither good nor bad."""
    unhappy: Colour = None
    """A bad feeling."""


class ThemeColours(Frozen):
    """The colours of a house style; what is not written stays as in the theme it is based on."""

    paper: Colour = None
    """What everything stands on; cards too, unless they have their own."""
    card: Colour = None
    """The ground of cards."""
    ink: Colour = None
    """The main text."""
    muted: Colour = None
    """Text and icons of less weight."""
    slate: Colour = None
    """Titles of steps, the three lines, the legend."""
    accent: Colour = None
    """The customer's way, the emotion curve, and on the page what the reader has chosen."""
    phases: Phases = None
    """The chevrons of phases: two colours in turn, or one."""
    phase_text: Colour = None
    """The names of phases."""
    label: Colour = None
    """What is written on links."""
    divider: Colour = None
    """The thin line after a phase."""
    removed: Colour = None
    """The lines of what a change takes away."""
    band: Colour = None
    """The ground of the emotion curve and the other tracks."""
    badge_text: Colour = None
    """What is written on the badges of a report."""
    lanes: LaneStyles = LaneStyles()
    """The lanes."""
    links: LinkStyles = LinkStyles()
    """The kinds of links."""
    signs: SignStyles = SignStyles()
    """Moments of truth, fail points, pains, waits."""
    marks: MarkStyles = MarkStyles()
    """What a report lights up."""
    moods: MoodStyles = MoodStyles()
    """The faces."""


class ThemeSizes(Frozen):
    """The sizes of a house style."""

    type: Annotated[float, Field(strict=True, ge=0.8, le=2.0)] = 1.0
    """How much larger letters are than usual: 0.8 to 2."""
    density: Literal["roomy", "compact"] = "roomy"
    """How close cards stand."""


class ThemeFile(Frozen):
    """A house style."""

    theme: Text
    """Its name."""
    based_on: Literal["light", "dark", "print", "large"] = "light"
    """The theme that holds for everything not written here."""
    font: Many[Font] = ()
    """Fonts of Latin script, the best first."""
    chinese_font: Many[Font] = ()
    """Fonts of Chinese script, the best first."""
    colours: ThemeColours = ThemeColours()
    """Its colours."""
    sizes: ThemeSizes | None = None
    """Its sizes."""
    logo: PictureFile = None
    """A PNG or JPEG beside the file, drawn at the top right."""
