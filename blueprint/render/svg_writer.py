"""Writes SVG elements: every text and value escaped, every number short."""

from __future__ import annotations

import re
from functools import lru_cache

from blueprint.layout.scene import Point, Rect, Text, TextRole
from blueprint.layout.text import text_lang
from blueprint.render.theme import Theme
from blueprint.safety.text import xml_text

Value = str | float | None
_ALSO_GROUPS: frozenset[TextRole] = frozenset({"phase", "step", "label", "badge", "legend"})
_NAME_CHARACTERS = re.compile(r"[^A-Za-z0-9_-]")


@lru_cache(maxsize=1 << 14)
def number(value: float) -> str:
    """Write a number with at most two decimals and no needless zeros.

    Examples:
        >>> number(12.50), number(3.0), number(-0.001)
        ('12.5', '3', '0')
    """
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def tag(name: str, /, *children: str, **attributes: Value) -> str:
    """Write an element.

    Args:
        name: The element.
        children: What stands in it, already written.
        attributes: Its attributes; ``_`` stands for ``-``, a last ``_`` is dropped, and
            one that is ``None`` is left out.

    Examples:
        >>> tag("path", d="M0 0", stroke_width=1.5)
        '<path d="M0 0" stroke-width="1.5"/>'
        >>> tag("g", tag("title", words("a < b")), class_="bp-card")
        '<g class="bp-card"><title>a &lt; b</title></g>'
    """
    return element(name, written(**attributes), *children)


def element(name: str, attributes: str, *children: str) -> str:
    """Write an element whose attributes are written already, each after a space.

    Examples:
        >>> element("path", written(d="M0 0"))
        '<path d="M0 0"/>'
    """
    body = "".join(children)
    return f"<{name}{attributes}>{body}</{name}>" if body else f"<{name}{attributes}/>"


def written(**attributes: Value) -> str:
    """Write the attributes of an element, each after a space; names and values as in `tag`.

    Examples:
        >>> written(fill="none", stroke_dasharray=None, rx=3)
        ' fill="none" rx="3"'
    """
    return "".join(
        [
            f'{_opened(key)}{xml_text(value) if isinstance(value, str) else number(value)}"'
            for key, value in attributes.items()
            if value is not None
        ]
    )


look = lru_cache(maxsize=1 << 11)(written)
"""The same, remembered: for how something looks, which most elements of a kind share."""


@lru_cache(maxsize=1 << 8)
def _opened(key: str) -> str:
    return f' {key.rstrip("_").replace("_", "-")}="'


def words(text: str) -> str:
    """Write character data."""
    return xml_text(text)


def title(text: str) -> str:
    """Write the tooltip of the element it stands in; nothing for an empty text."""
    return f"<title>{xml_text(text)}</title>" if text.strip() else ""


def at(point: Point) -> str:
    """Write a point for path data.

    Examples:
        >>> at((1.0, 2.5))
        '1 2.5'
    """
    return f"{number(point[0])} {number(point[1])}"


def moved(point: Point, scale: float = 1.0) -> str:
    """Write the transform that puts a sign at a point."""
    move = f"translate({at(point)})"
    return move if scale == 1.0 else f"{move} scale({number(scale)})"


def rectangle(box: Rect, **attributes: Value) -> str:
    """Write a rectangle."""
    place = (
        f' x="{number(box.x)}" y="{number(box.y)}"'
        f' width="{number(box.width)}" height="{number(box.height)}"'
    )
    return f"<rect{place}{look(**attributes)}/>"


def text_block(text: Text, theme: Theme, fill: str | None = None) -> str:
    """Write a text with each line at its place, and its role as class."""
    if not text.lines:
        return ""
    left = f' x="{number(text.x)}" y="'
    lines = [
        element("tspan", f'{left}{number(text.y + n * text.leading)}"', words(line))
        for n, line in enumerate(text.lines)
    ]
    lang, fonts = _script(text.full, theme)
    looks = look(
        class_=text_class(text.role),
        font_size=text.size,
        font_weight="700" if text.bold else None,
        text_anchor=text.anchor if text.anchor != "start" else None,
        fill=fill or theme.texts[text.role],
        lang=lang,
        font_family=fonts,
    )
    return element("text", looks, *lines)


def _script(text: str, theme: Theme) -> tuple[str | None, str | None]:
    """Return language and fonts of a text whose signs are not those of the drawing's script.

    In Chinese fonts quotation marks and dashes are full squares: right in Chinese only.
    """
    drawing = "zh" if theme.chinese_first else "en"
    own = text_lang(text, drawing)
    return (None, None) if own == drawing else (own, theme.fonts(chinese=own == "zh"))


def text_class(role: TextRole) -> str:
    """Return the class of texts of a role, unlike that of the group they stand in.

    Examples:
        >>> text_class("pain"), text_class("step")
        ('bp-pain', 'bp-step-text')
    """
    return f"bp-{role}-text" if role in _ALSO_GROUPS else f"bp-{role}"


def id_prefix(name: str) -> str:
    """Return what the ids of one document begin with, in characters any page can take.

    Examples:
        >>> id_prefix("city hotel")
        'bp-city_20hotel'
    """
    return "bp-" + _NAME_CHARACTERS.sub(lambda found: f"_{ord(found[0]):x}", name)
