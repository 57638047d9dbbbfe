"""The one family of errors the library raises for what its users give it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from blueprint.diagnostics import Problem


class BlueprintError(Exception):
    """Something given to the library is not right; the message says what and where.

    Attributes:
        problems: Everything that is wrong, in file order; may be empty where the
            message alone says it.
    """

    def __init__(self, message: object, problems: Iterable[Problem] = ()) -> None:
        super().__init__(str(message))
        self.problems: tuple[Problem, ...] = tuple(problems)


class FileError(BlueprintError):
    """A file could not be read: missing, too large, not text, or not what it says."""


class InvalidBlueprintError(BlueprintError):
    """A blueprint, catalog or change has problems; ``problems`` lists them all."""


class ReferenceNotFoundError(BlueprintError, LookupError):
    """A name points at nothing in the blueprint, or at more than one thing."""


class MissingExtraError(BlueprintError, ImportError):
    """A feature needs an optional dependency; the message says what to install."""


class OutputError(BlueprintError):
    """An output could not be written; nothing was left half written."""
