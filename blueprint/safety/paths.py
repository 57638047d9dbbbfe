"""Paths that files name: they stay under the folder they belong to."""

from __future__ import annotations

import os
from pathlib import Path

from blueprint.errors import FileError
from blueprint.words import Phrase


def inside(root: str | os.PathLike[str], path: str | os.PathLike[str]) -> Path:
    """Return the file that ``path`` names under ``root``, links followed.

    Args:
        root: The folder that must not be left.
        path: A path relative to ``root``, or an absolute one within it.

    Raises:
        FileError: There is no such file, its links lead in a circle, or it is outside.
    """
    said = os.fspath(path)
    try:
        home = Path(root).resolve(strict=True)
        found = (home / said).resolve(strict=True)
    except FileNotFoundError:
        raise FileError(Phrase.of("{path} does not exist", path=said)) from None
    except PermissionError:
        raise FileError(
            Phrase.of("{path} cannot be read: that is not allowed", path=said)
        ) from None
    except (OSError, RuntimeError) as problem:
        raise FileError(_circle_or(said, problem)) from None
    except ValueError:
        raise FileError(Phrase.of("{path} cannot be the name of a file", path=said)) from None
    if not found.is_relative_to(home):
        raise FileError(Phrase.of("{path} lies outside the workspace", path=said))
    return found


def _circle_or(said: str, problem: OSError | RuntimeError) -> Phrase:
    """Return what to say about a path that leads nowhere; a circle is a RuntimeError at times."""
    if isinstance(problem, RuntimeError) or "symbolic link" in (problem.strerror or ""):
        return Phrase.of("{path} cannot be read: its links lead in a circle", path=said)
    reason = problem.strerror or type(problem).__name__
    return Phrase.of("{path} cannot be read: {reason}", path=said, reason=reason)
