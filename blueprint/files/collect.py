"""Problems of one file, collected while it is read and told all at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from blueprint.diagnostics import Problem, Severity
from blueprint.errors import FileError
from blueprint.safety.limits import MAX_PROBLEMS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from blueprint.files.lines import Lines
    from blueprint.words import Phrase


class CannotContinueError(Exception):
    """Reading stops here; what is wrong stands in the collector."""


class Collector:
    """What is found wrong with one file.

    Attributes:
        lines: The lines of the file's text.
        file: The file's name as it was given.
    """

    def __init__(self, lines: Lines, file: str) -> None:
        self.lines = lines
        self.file = file
        self._found: dict[tuple[str, int], Problem] = {}

    @property
    def problems(self) -> tuple[Problem, ...]:
        """All problems in file order."""
        ordered = sorted(self._found.items(), key=lambda entry: (entry[0][1], entry[0][0]))
        return tuple(problem for _, problem in ordered)

    def add(
        self,
        code: str,
        message: Phrase,
        start: int,
        end: int | None = None,
        *,
        hint: Phrase | None = None,
        severity: Severity = "error",
    ) -> None:
        """Note a problem with ``text[start:end]``; the same one twice is told once.

        Of warnings only the first are kept: a file with so many has one cause for all.

        Raises:
            CannotContinueError: There are too many errors to go on.
        """
        if severity != "error" and len(self._found) >= MAX_PROBLEMS:
            return
        place = self.lines.place(start, start + 1 if end is None else end)
        excerpt = self.lines.excerpt(place.line)
        problem = Problem(code, severity, message, self.file, place, excerpt, hint)
        self._found.setdefault((code, start), problem)
        if severity == "error" and len(self._found) >= MAX_PROBLEMS:
            raise CannotContinueError

    def stop(
        self,
        code: str,
        message: Phrase,
        start: int,
        end: int | None = None,
        *,
        hint: Phrase | None = None,
    ) -> CannotContinueError:
        """Note a problem after which reading cannot go on, and return what to raise."""
        self.add(code, message, start, end, hint=hint)
        return CannotContinueError()


def refusal(problems: Iterable[Problem]) -> FileError:
    """Return the error that says what is wrong, the first problem in its message."""
    told = tuple(problems)
    first = next(problem for problem in told if problem.severity == "error")
    where = f"{first.file}:"
    if first.place is not None:
        where += f"{first.place.line + 1}:{first.place.column + 1}:"
    return FileError(f"{where} {first.severity}[{first.code}]: {first.message}", told)
