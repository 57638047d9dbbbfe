"""The codes of what can be wrong with a file before anybody asks what it means."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from blueprint.diagnostics import Severity
from blueprint.words import Phrase


@dataclass(frozen=True, slots=True, kw_only=True)
class FileCode:
    """One code, with what ``blueprint explain`` tells about it.

    Attributes:
        code: Such as ``BP011``.
        name: A short name.
        meaning: What it means, in one sentence.
        severity: How much it weighs.
        failing: A text that gets the code; a sentence where no short text can.
        mended: The same text as it should be, or what to do.
        format: The format of both; ``sentence`` where they are sentences.
    """

    code: str
    name: Phrase
    meaning: Phrase
    severity: Severity
    failing: str | Phrase
    mended: str | Phrase
    format: Literal["yaml", "json", "theme.yaml", "sentence"] = "yaml"


def _shown(
    code: str,
    name: str,
    meaning: str,
    failing: str,
    mended: str,
    *,
    severity: Severity = "error",
    format: Literal["yaml", "json"] = "yaml",  # noqa: A002
) -> FileCode:
    return FileCode(
        code=code,
        name=Phrase.of(name),
        meaning=Phrase.of(meaning),
        severity=severity,
        failing=failing,
        mended=mended,
        format=format,
    )


def _told(code: str, name: str, meaning: str, failing: str, mended: str) -> FileCode:
    return FileCode(
        code=code,
        name=Phrase.of(name),
        meaning=Phrase.of(meaning),
        severity="error",
        failing=Phrase.of(failing),
        mended=Phrase.of(mended),
        format="sentence",
    )


_ALL: Final = (
    _told(
        "BP001",
        "unreadable file",
        "The file is missing or cannot be opened.",
        "A name is misspelt, a folder is named, or reading is not allowed.",
        "Name a file that exists and that you may read.",
    ),
    _told(
        "BP002",
        "file too large",
        "A text file may have at most 5 MiB.",
        "A picture or an export was named instead of a blueprint.",
        "Name the blueprint, or divide it into several files of one workspace.",
    ),
    _told(
        "BP003",
        "not UTF-8",
        "Text files are read as UTF-8 only, so that nothing is guessed.",
        "The editor saved the file as UTF-16, GBK or Latin-1.",
        "Save the file as UTF-8.",
    ),
    _shown(
        "BP004",
        "forbidden character",
        "Control characters and lone surrogates have no place in a text, not even as escapes.",
        'blueprint: "Hotel\\u0007"\n',
        'blueprint: "Hotel"\n',
    ),
    _shown(
        "BP010",
        "not YAML",
        "The file breaks a rule of YAML.",
        "%YAML 2.0\n---\nblueprint: Hotel\n",
        "blueprint: Hotel\n",
    ),
    _shown(
        "BP011",
        "key written twice",
        "A mapping has the same key twice; only one of the values could be kept.",
        "blueprint: Hotel\nowner: care\nowner: sales\n",
        "blueprint: Hotel\nowner: care\n",
    ),
    _shown(
        "BP012",
        "nested too deep",
        "Mappings and lists may stand in one another 64 levels deep.",
        "[" * 70 + "]" * 70 + "\n",
        "[[[]]]\n",
    ),
    _shown(
        "BP013",
        "alias without anchor",
        "A * at the beginning of a value points at an anchor; there is none, or it is too large.",
        "customer: *vip lounge\n",
        'customer: "*vip lounge"\n',
    ),
    _shown(
        "BP014",
        "merge key",
        "The key << would merge mappings; what belongs where would be hidden.",
        "base: &base {owner: care}\nstep:\n  <<: *base\n",
        "step:\n  owner: care\n",
    ),
    _shown(
        "BP015",
        "tag",
        "A ! at the beginning of a value is a tag; only !!str, !!map and !!seq are read.",
        "customer: !important call\n",
        'customer: "!important call"\n',
    ),
    _shown(
        "BP016",
        "several documents",
        "A file holds one document.",
        "blueprint: Hotel\n---\nblueprint: Mail\n",
        "blueprint: Hotel\n",
    ),
    _told(
        "BP017",
        "too many values",
        "A file may hold 200,000 values, a text 1 MiB, a key 512 characters.",
        "A generated file has more, or a whole document was pasted into a text.",
        "Divide it into several files of one workspace.",
    ),
    _shown(
        "BP018",
        "empty file",
        "The file says nothing.",
        "# only a comment\n",
        "blueprint: Hotel\n",
    ),
    _shown(
        "BP019",
        "key is no text",
        "A key must be a text; a { or [ at the beginning of one makes a mapping or list of it.",
        "{{service}}: Hotel\n",
        '"{{service}}": Hotel\n',
    ),
    _shown(
        "BP020",
        "not JSON",
        "The file breaks a rule of JSON.",
        '{"blueprint": "Hotel",}\n',
        '{"blueprint": "Hotel"}\n',
        format="json",
    ),
    _shown(
        "BP021",
        "number out of range",
        "Numbers are finite, and whole numbers have at most 18 digits.",
        '{"price": NaN}\n',
        '{"price": null}\n',
        format="json",
    ),
    _shown(
        "BP030",
        "second colon",
        "A colon and a space within a text begin another key; such a text needs quotes.",
        "customer: Note: call\n",
        'customer: "Note: call"\n',
    ),
    _shown(
        "BP031",
        "reserved first character",
        "A text cannot begin with @ ` % & | > or with - or ? and a space; such a text needs quotes.",
        "customer: @home\n",
        'customer: "@home"\n',
    ),
    _shown(
        "BP032",
        "tab",
        "Lines are indented with spaces; a tab has no fixed width.",
        "frontstage:\n\tname: Greet\n",
        "frontstage:\n  name: Greet\n",
    ),
    _shown(
        "BP033",
        "quote",
        "A text that begins with a quote ends at the next one, and nothing may follow it.",
        'customer: "Best" hotel\n',
        "customer: '\"Best\" hotel'\n",
    ),
    _shown(
        "BP034",
        "full-width punctuation",
        "YAML knows only the ordinary : , [ ] { }; full-width ones are letters to it.",
        "blueprint： Hotel\nowner: care\n",
        "blueprint: Hotel\nowner: care\n",
    ),
    _shown(
        "BP035",
        "odd space",
        "A no-break or ideographic space in front of a line is a letter to YAML.",
        "frontstage:\n\u3000\u3000name: Greet\n",
        "frontstage:\n  name: Greet\n",
    ),
    _shown(
        "BP036",
        "space missing",
        "A key ends with a colon and a space.",
        "blueprint:Hotel\nowner: care\n",
        "blueprint: Hotel\nowner: care\n",
    ),
    _shown(
        "BP037",
        "bracket",
        "A value that begins with [ or { ends at its bracket, and nothing may follow it.",
        "customer: [draft] Check in\n",
        'customer: "[draft] Check in"\n',
    ),
    _shown(
        "BP038",
        "escape",
        "Within double quotes a backslash begins an escape, and only some exist.",
        'source: "C:\\hotel"\n',
        "source: 'C:\\hotel'\n",
    ),
    _shown(
        "BP039",
        "neither key nor item",
        "A line among keys must be a key with its value.",
        "blueprint: Hotel\nArrive\n",
        "blueprint: Hotel\ncustomer: Arrive\n",
    ),
    _shown(
        "BP040",
        "indentation",
        "Lines that belong together begin in the same column.",
        "frontstage:\n    name: Greet\n  department: bell\n",
        "frontstage:\n  name: Greet\n  department: bell\n",
    ),
    _shown(
        "BP041",
        "value missing",
        "There is nothing between two commas.",
        "evidence: [Desk, , Key]\n",
        "evidence: [Desk, Key]\n",
    ),
    _shown(
        "BP042",
        "text cut short",
        "A space and a # begin a comment; what follows is no part of the text.",
        "customer: Finds room #12\n",
        'customer: "Finds room #12"\n',
        severity="warning",
    ),
    _shown(
        "BP043",
        "key without value",
        "Within braces a comma ends a text, and what follows is the next key.",
        "customer: {name: Sleep, shower}\n",
        'customer: {name: "Sleep, shower"}\n',
        severity="warning",
    ),
    _shown(
        "BP044",
        "unused anchor",
        "A & at the beginning of a value names it for aliases; it is no part of the text.",
        "owner: &Co\n",
        'owner: "&Co"\n',
        severity="warning",
    ),
    _shown(
        "BP045",
        "item within a text",
        "A line that stands deeper than the item above continues that item's text.",
        "evidence:\n  - Desk\n    - Key\n",
        "evidence:\n  - Desk\n  - Key\n",
        severity="warning",
    ),
    _shown(
        "BP046",
        "full-width punctuation in a text",
        "Full-width punctuation separates nothing; it stays in the text.",
        "evidence: [桌子，钥匙]\n",
        "evidence: [桌子, 钥匙]\n",
        severity="warning",
    ),
    _shown(
        "BP047",
        "invisible character",
        "A character that cannot be seen, or that turns the direction of writing, is in the text, "
        "as itself or as an escape.",
        "owner: ca\u202ere\n",
        "owner: care\n",
        severity="warning",
    ),
)

FILE_CODES: Final[dict[str, FileCode]] = {entry.code: entry for entry in _ALL}
"""Every code of reading a file, in order."""
