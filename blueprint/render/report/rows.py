"""One row for each thing that is wrong or to be noted, whether a problem or a finding."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from blueprint.diagnostics import Place, Problem, Severity
from blueprint.report import Finding, Report
from blueprint.words import Phrase


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A problem of a file or a finding of a report, as the formats show it.

    Attributes:
        code: Its stable code.
        severity: How much it weighs.
        message: What it says.
        hint: What to write.
        file: The file as it was named; ``None`` where nothing was read from one.
        place: Where in the file.
        excerpt: The line that is meant.
        about: Ids of the elements it is about.
    """

    code: str
    severity: Severity
    message: Phrase
    hint: Phrase | None
    file: str | None
    place: Place | None
    excerpt: str
    about: tuple[str, ...] = ()


def rows_of(source: Report | Iterable[Problem | Finding]) -> tuple[Row, ...]:
    """Return the findings of a report, or problems as they are, in their order."""
    entries = source.findings if isinstance(source, Report) else source
    return tuple(_row(entry) for entry in entries)


def shown_file(file: str | None, root: Path | None) -> str | None:
    """Return a file's name with forward slashes, from ``root`` where it lies under it.

    ``None`` stands for what was read from no file, such as standard input.
    """
    if file is None or file.startswith("<"):
        return None
    path = Path(file)
    if root is not None and path.is_absolute() and path.is_relative_to(root):
        return path.relative_to(root).as_posix()
    return file.replace(os.sep, "/").removeprefix("./")


def _row(entry: Problem | Finding) -> Row:
    return Row(
        code=entry.code,
        severity=entry.severity,
        message=entry.message,
        hint=entry.hint,
        file=entry.file,
        place=entry.place,
        excerpt=entry.excerpt,
        about=entry.about if isinstance(entry, Finding) else (),
    )
