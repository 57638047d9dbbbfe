"""What every code means, with an example that gets it and the same one mended."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from difflib import get_close_matches
from textwrap import indent
from typing import Literal

from blueprint.diagnostics import Severity
from blueprint.errors import ReferenceNotFoundError
from blueprint.files.codes import FILE_CODES, FileCode
from blueprint.files.theme_codes import THEME_CODES
from blueprint.integrity.codes import STRUCTURE_CODES, StructureCode
from blueprint.model import slug
from blueprint.rules.rule import Rule
from blueprint.rules.table import RULES
from blueprint.words import Phrase, translator

FIXED: tuple[str, ...] = (
    *(code for code, entry in FILE_CODES.items() if entry.severity == "error"),
    *STRUCTURE_CODES,
    *THEME_CODES,
)
"""Codes that keep a file from being used; they can be neither weighed otherwise nor ignored."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """What one code means.

    Attributes:
        code: The code.
        name: Its readable name, as ``rules`` and ``ignore`` may call it.
        severity: How much it weighs where nobody says otherwise.
        summary: What it says, in one sentence.
        why: Why that matters, where that is not plain from the summary.
        failing: An example that gets it; a sentence where no file alone can.
        mended: The same example as it should be, or what to do.
        format: What the examples are.
        as_of: The day the examples are judged on.
        settable: Whether it can be weighed otherwise and ignored.
    """

    code: str
    name: str
    severity: Severity
    summary: Phrase
    why: Phrase | None = None
    failing: str | Phrase
    mended: str | Phrase
    format: Literal["yaml", "json", "theme.yaml", "sentence"] = "yaml"
    as_of: str | None = None
    settable: bool = True


def explanations() -> Mapping[str, Explanation]:
    """Return the explanation of every code, in the order of the codes."""
    found = [
        *map(_of_rule, RULES),
        *map(_of_file_code, FILE_CODES.values()),
        *map(_of_structure, STRUCTURE_CODES.values()),
        *(replace(_of_file_code(entry), settable=False) for entry in THEME_CODES.values()),
    ]
    return {entry.code: entry for entry in sorted(found, key=lambda entry: entry.code)}


def explanation_of(code_or_name: str) -> Explanation:
    """Return what a code, or a rule's name, means.

    Raises:
        ReferenceNotFoundError: There is no such code; the message names the nearest.
    """
    known = explanations()
    by_name = {entry.name: entry for entry in known.values()}
    found = known.get(code_or_name.upper()) or by_name.get(slug(code_or_name))
    if found is not None:
        return found
    near = get_close_matches(code_or_name.upper(), known, n=1, cutoff=0.7)
    near = near or get_close_matches(slug(code_or_name), by_name, n=1, cutoff=0.6)
    if near:
        raise ReferenceNotFoundError(
            Phrase.of('there is no code “{code}”; did you mean "{near}"?',
                      code=code_or_name, near=near[0])
        )  # fmt: skip
    raise ReferenceNotFoundError(
        Phrase.of("there is no code “{code}”; codes look like {example}",
                  code=code_or_name, example="BP310")
    )  # fmt: skip


def explain(code_or_name: str, lang: str = "en") -> str:
    """Return in a few lines what a code means, with its two examples.

    Args:
        code_or_name: Such as ``BP310`` or ``legacy-under-moment``.
        lang: The language to say it in.

    Raises:
        ReferenceNotFoundError: There is no such code; the message names the nearest.

    Examples:
        >>> print(explain("BP116").splitlines()[0])
        BP116 two-files-of-one-stem (error)
    """
    entry = explanation_of(code_or_name)
    say = translator(lang)
    parts = [f"{entry.code} {entry.name} ({say(entry.severity)})", entry.summary.into(lang)]
    if entry.why is not None:
        parts.append(entry.why.into(lang))
    if entry.as_of is not None:
        parts.append(Phrase.of("Judged as of {day}:", day=entry.as_of).into(lang))
    parts.append(f"{say('This gets it:')}\n\n{_example(entry.failing, lang)}")
    parts.append(f"{say('Mended:')}\n\n{_example(entry.mended, lang)}")
    if entry.settable:
        parts.append(
            Phrase.of(
                "To weigh it otherwise write rules: with {code}: off, info, warning or error;"
                " to accept one finding, write it under ignore: with its because:.",
                code=entry.code,
            ).into(lang)
        )
    return "\n\n".join(parts) + "\n"


def overview(lang: str = "en") -> str:
    """Return every code with its weight, its name and what it says, a line each."""
    say = translator(lang)
    entries = explanations().values()
    names = max(len(entry.name) for entry in entries)
    return "".join(
        f"{entry.code}  {entry.name:{names}}  {say(entry.severity)}: {entry.summary.into(lang)}\n"
        for entry in entries
    )


def _of_rule(rule: Rule) -> Explanation:
    return Explanation(
        code=rule.code,
        name=rule.name,
        severity=rule.severity,
        summary=rule.summary,
        why=rule.why,
        failing=rule.failing,
        mended=rule.mended,
        as_of=rule.as_of,
    )


def _of_file_code(entry: FileCode) -> Explanation:
    return Explanation(
        code=entry.code,
        name=slug(str(entry.name)),
        severity=entry.severity,
        summary=entry.meaning,
        failing=entry.failing,
        mended=entry.mended,
        format=entry.format,
        settable=entry.severity != "error",
    )


def _of_structure(entry: StructureCode) -> Explanation:
    return Explanation(
        code=entry.code,
        name=slug(str(entry.name)),
        severity="error",
        summary=entry.meaning,
        failing=entry.failing,
        mended=entry.mended,
        format="yaml" if isinstance(entry.failing, str) else "sentence",
        settable=False,
    )


def _example(example: str | Phrase, lang: str) -> str:
    text = example.into(lang) if isinstance(example, Phrase) else example
    return indent(text.rstrip("\n"), "    ")
