"""The one family of errors the library raises for what its users give it, and its warning."""

from __future__ import annotations

from typing import TYPE_CHECKING

from blueprint.words import Phrase

if TYPE_CHECKING:
    from collections.abc import Iterable

    from blueprint.diagnostics import Problem


class BlueprintError(Exception):
    """Something given to the library is not right; the message says what and where.

    Attributes:
        message: What is wrong, in one sentence.
        problems: Everything that is wrong, in file order; may be empty where the
            message alone says it.
    """

    def __init__(self, message: Phrase | str, problems: Iterable[Problem] = ()) -> None:
        super().__init__(str(message))
        self.message = message
        self.problems: tuple[Problem, ...] = tuple(problems)


class FileError(BlueprintError):
    """A file could not be read: missing, too large, not text, or not what it says."""


class InvalidBlueprintError(BlueprintError):
    """A blueprint, catalog, change or theme file has problems; ``problems`` lists them all."""


class ReferenceNotFoundError(BlueprintError, LookupError):
    """A name points at nothing in the blueprint, or at more than one thing."""

    @classmethod
    def ambiguous(cls, id: str, candidates: Iterable[str]) -> ReferenceNotFoundError:  # noqa: A002
        """Return the error for a name that could mean any of ``candidates``."""
        said = "“{id}” could mean {candidates}; write one of them"
        return cls(Phrase.of(said, id=id, candidates=", ".join(candidates)))


class OutputError(BlueprintError):
    """An output could not be written; nothing was left half written."""


class BlueprintWarning(UserWarning):
    """Something came out less well than it could; the message says what to do about it.

    Attributes:
        phrase: The message, for those who want it in another language.
    """

    def __init__(self, phrase: Phrase) -> None:
        super().__init__(str(phrase))
        self.phrase = phrase
