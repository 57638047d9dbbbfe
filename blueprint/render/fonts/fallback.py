"""Says in an SVG which font draws which characters, so that every renderer chooses alike.

Renderers differ in the font they take for a character that the first one lacks, and may
take a bold one in plain text. So each run of such characters gets its font by name.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterator
from itertools import takewhile

from blueprint.render.fonts.faces import CHINESE, LATIN, FontSet
from blueprint.render.svg_writer import tag

_FAMILY = re.compile(r' font-family="([^"]*)"')
_CHINESE = re.compile(r' lang="zh', re.IGNORECASE)
_TEXT = re.compile(r"<text\b.*?</text>", re.DOTALL)
_SAID = re.compile(r"(?<=>)[^<]+(?=<)")
_SIGN = re.compile(r"&[^;]+;|.", re.DOTALL)
_JOINS = "\N{ZERO WIDTH JOINER}"


def in_fonts(svg: str, fonts: FontSet) -> str:
    """Return a drawing with every character in a font that has it.

    Args:
        svg: One SVG document, with ``font-family`` at its root.
        fonts: The fonts it may use.

    Returns:
        The document with its first usable family at the root, and another one around each
        run of characters that this family lacks.
    """
    first = first_family(svg, fonts)
    order = dict.fromkeys([first, *(n for n in _wanted(svg) if n in fonts.families)])
    order |= dict.fromkeys(fonts.families)
    families = [(name, fonts.families[name]) for name in order]
    named = _FAMILY.sub("", svg, count=1).replace(
        "<svg", tag("svg", font_family=f"'{first}'").removesuffix("/>"), 1
    )
    return _TEXT.sub(
        lambda text: _SAID.sub(lambda said: _in_runs(said[0], families), text[0]), named
    )


def first_family(svg: str, fonts: FontSet) -> str:
    """Return the family that a drawing's text stands in: the first it asks for that is there.

    Where none for its own script is, it is the bundled one for that script.
    """
    chinese = bool(_CHINESE.search(svg, 0, svg.find(">")))
    own, other = (CHINESE, LATIN) if chinese else (LATIN, CHINESE)
    wanted = _wanted(svg)
    found = next((name for name in wanted if name in fonts.families), own)
    return own if found == other and own not in wanted else found


def in_vain(svg: str, fonts: FontSet) -> tuple[str, ...]:
    """Return the fonts a drawing asks for where not one of them for its script is there."""
    wanted = _wanted(svg)
    if first_family(svg, fonts) in wanted:
        return ()
    return tuple(takewhile(lambda name: name not in (*fonts.families, "sans-serif"), wanted))


def _wanted(svg: str) -> list[str]:
    found = _FAMILY.search(svg, 0, svg.find(">"))
    listed = html.unescape(found[1]) if found else ""
    return [name.strip().strip("'\"") for name in listed.split(",")]


def _in_runs(said: str, families: list[tuple[str, frozenset[int]]]) -> str:
    first, has = families[0]
    if all(ord(sign) in has for sign in html.unescape(said)):
        return said
    return "".join(
        text if family == first else tag("tspan", text, font_family=f"'{family}'")
        for family, text in _runs(said, families)
    )


def _runs(said: str, families: list[tuple[str, frozenset[int]]]) -> Iterator[tuple[str, str]]:
    """Go through the runs of one family; marks stay with the letter they stand on."""
    run, current = "", families[0][0]
    for sign in _SIGN.findall(said):
        letter = html.unescape(sign)
        family = current if run and _goes_on(letter) else _family_of(letter, families)
        if run and family != current:
            yield current, run
            run = ""
        run, current = run + sign, family
    if run:
        yield current, run


def _goes_on(letter: str) -> bool:
    return letter == _JOINS or unicodedata.category(letter) in ("Mn", "Me", "Mc")


def _family_of(letter: str, families: list[tuple[str, frozenset[int]]]) -> str:
    return next((name for name, has in families if ord(letter) in has), families[0][0])
