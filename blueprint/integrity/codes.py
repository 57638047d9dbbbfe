"""The codes of what keeps a file from being used: words that mean nothing, ids that clash."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from blueprint.words import Phrase


@dataclass(frozen=True, slots=True, kw_only=True)
class StructureCode:
    """One code, with what ``blueprint explain`` tells about it; all of them are errors.

    Attributes:
        code: Such as ``BP102``.
        name: A short name.
        meaning: What it means, in one sentence.
        failing: A blueprint that gets the code; a sentence where one file cannot.
        mended: The same blueprint as it should be, or what to do.
    """

    code: str
    name: Phrase
    meaning: Phrase
    failing: str | Phrase
    mended: str | Phrase


def _shown(code: str, name: str, meaning: str, failing: str, mended: str) -> StructureCode:
    return StructureCode(
        code=code,
        name=Phrase.of(name),
        meaning=Phrase.of(meaning),
        failing=failing,
        mended=mended,
    )


def _told(code: str, name: str, meaning: str, failing: str, mended: str) -> StructureCode:
    return StructureCode(
        code=code,
        name=Phrase.of(name),
        meaning=Phrase.of(meaning),
        failing=Phrase.of(failing),
        mended=Phrase.of(mended),
    )


def _cafe(top: str, *steps: str) -> str:
    """Return a small blueprint: lines at the top, and the steps of one phase."""
    lines = "".join(f"    - {step}\n" for step in steps or ("customer: Orders",))
    return f"blueprint: Café\n{top}phases:\n  Visit:\n{lines}"


_ALL: Final = (
    _shown(
        "BP101",
        "unknown key",
        "A key is no word of the format, and no lane of the file.",
        _cafe("", "custommer: Orders", "customer: Pays"),
        _cafe("", "customer: Orders", "customer: Pays"),
    ),
    _shown(
        "BP102",
        "undefined reference",
        "A name stands for nothing in the file, its catalog or its workspace.",
        _cafe(
            "departments: {bar: Bar}\n",
            "{customer: Orders, frontstage: {name: Takes the order, department: baar}}",
        ),
        _cafe(
            "departments: {bar: Bar}\n",
            "{customer: Orders, frontstage: {name: Takes the order, department: bar}}",
        ),
    ),
    _shown(
        "BP103",
        "ambiguous reference",
        "A name could mean more than one element; with its step's id in front it is one.",
        _cafe(
            "promises: {hot: {text: Hot, kept_by: [brews]}}\n",
            "{customer: Orders, backstage: Brews}",
            "{customer: Orders more, backstage: Brews}",
        ),
        _cafe(
            "promises: {hot: {text: Hot, kept_by: [orders.brews]}}\n",
            "{customer: Orders, backstage: Brews}",
            "{customer: Orders more, backstage: Brews}",
        ),
    ),
    _shown(
        "BP104",
        "wrong value",
        "A value is of another type, or is none of the words that may stand there.",
        _cafe("state: soon\n"),
        _cafe("state: future\n"),
    ),
    _shown(
        "BP105",
        "missing key",
        "Something that must be said is not.",
        _cafe("levers: {music: {name: Soft music}}\n"),
        _cafe("levers: {music: {name: Soft music, effect: accelerator}}\n"),
    ),
    _shown(
        "BP106",
        "no id",
        "No id can be made from a name without letters and digits, or an id is not one.",
        _cafe("", "customer: ★"),
        _cafe("", "{id: star, customer: {name: ★, id: stars}}"),
    ),
    _shown(
        "BP107",
        "same id twice",
        "Two elements have the same id, so that nobody can name either.",
        _cafe("", "{id: pay, customer: Orders}", "{id: pay, customer: Pays}"),
        _cafe("", "{id: order, customer: Orders}", "{id: pay, customer: Pays}"),
    ),
    _shown(
        "BP108",
        "wrong pair",
        "A link joins two elements that its kind cannot join.",
        _cafe("", "{customer: Orders, frontstage: {name: Greets, needs: [orders.customer]}}"),
        _cafe("", "{customer: Orders, frontstage: {name: Greets, triggers: [orders.customer]}}"),
    ),
    _shown(
        "BP109",
        "undeclared language",
        "A label is written in a language that languages: does not list.",
        _cafe("", "{id: order, customer: {en: Orders, zh: 点单}}"),
        _cafe("languages: [en, zh]\n", "{id: order, customer: {en: Orders, zh: 点单}}"),
    ),
    _shown(
        "BP110",
        "no duration, date or share",
        "A length of time, a day, a time of day or a share is not written as one.",
        _cafe("", "{customer: Waits, time: {waiting: 1 month}}"),
        _cafe("", "{customer: Waits, time: {waiting: 30 d}}"),
    ),
    _shown(
        "BP111",
        "circle",
        "Something would in the end be part of itself, or the same as itself.",
        _cafe("departments: {a: {name: A, part_of: b}, b: {name: B, part_of: a}}\n"),
        _cafe("departments: {a: {name: A, part_of: b}, b: {name: B}}\n"),
    ),
    _shown(
        "BP112",
        "undeclared lane",
        "A lane is not declared under lanes:, or has the name of something else.",
        _cafe("lanes: [{id: channels, name: Channels}]\n"),
        _cafe("lanes: [{id: partner, name: Channels}]\n"),
    ),
    _shown(
        "BP113",
        "too many lanes",
        "A blueprint has at most twelve lanes, so that it can still be read.",
        _cafe("lanes: [a, b, c, d, e, f, g, h]\n"),
        _cafe("lanes: [a, b]\n"),
    ),
    _shown(
        "BP114",
        "off the scale",
        "A figure lies outside its scale, or a scale does not run from low to high.",
        _cafe("", "{customer: Drinks, experience: {emotion: 8}}"),
        _cafe("", "{customer: Drinks, experience: {emotion: 3}}"),
    ),
    _shown(
        "BP115",
        "step without title",
        "A step without a customer action must say what it is called.",
        _cafe("", "customer: Orders", "backstage: Brews"),
        _cafe("", "customer: Orders", "{step: Brewing, backstage: Brews}"),
    ),
    _told(
        "BP116",
        "two files of one stem",
        "Files of a workspace call each other by their stem, so no two may have the same.",
        "A folder holds order.blueprint.yaml and old/order.blueprint.yaml.",
        "Rename one of them, such as old/order-2024.blueprint.yaml.",
    ),
    _told(
        "BP117",
        "defined twice",
        "An id is defined in the catalog and in a file, so that it could mean either.",
        "Both catalog.yaml and order.blueprint.yaml define the department it.",
        "Keep it in the catalog, or give the file's own another id.",
    ),
    _told(
        "BP118",
        "replaces itself",
        "Following of: from file to file leads back to the file itself.",
        "order-2026 says of: order, and order says of: order-2026.",
        "Let of: name the current blueprint that this one would replace.",
    ),
)

STRUCTURE_CODES: Final[dict[str, StructureCode]] = {entry.code: entry for entry in _ALL}
"""Every code of a file's structure, in order."""
