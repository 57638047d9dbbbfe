"""Files written whole or not at all: a reader sees the old one or the new one, never a part."""

from __future__ import annotations

import contextlib
import errno
import os
import secrets
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Final

from blueprint.errors import OutputError
from blueprint.safety.exchange import exchange
from blueprint.words import Phrase

if TYPE_CHECKING:
    from collections.abc import Mapping

FOLDER_MARK: Final = ".blueprint-site"
"""The file by which a folder that was written by ``write_folder_atomic`` is known."""

_MARK_TEXT: Final = b"This folder is written as a whole; the next build replaces it.\n"


def write_atomic(path: str | os.PathLike[str], data: bytes) -> None:
    """Write ``data`` to ``path`` so that the file is always the old one or the new one.

    The bytes go into a temporary file beside the target, are forced to the disk and
    take the target's name last. A symbolic link is followed, not replaced. What is
    no regular file, such as a pipe, is written to directly.

    Args:
        path: The file to write; its folder must exist.
        data: The whole content.

    Raises:
        OutputError: The file cannot be written; an old one is left as it was.
    """
    said = os.fspath(path)
    try:
        target = _real(said)
        if target.is_dir():
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        if target.exists() and not target.is_file():
            target.write_bytes(data)
        else:
            _replace(target, data)
    except (OSError, ValueError) as problem:
        raise _output_error(said, problem) from None


def write_folder_atomic(path: str | os.PathLike[str], files: Mapping[str, bytes]) -> None:
    """Write a folder of files so that it is always the old one or the new one as a whole.

    The folder is built beside the target and swapped in last. A folder that holds
    anything and was not written by this function is never replaced.

    Args:
        path: The folder to write; the folder around it must exist.
        files: Content by path within the folder, parts joined by ``/``.

    Raises:
        OutputError: The folder cannot be written or is not ours to replace.
    """
    said = os.fspath(path)
    try:
        target = _real(said)
        _refuse_foreign(target, said)
        built = _beside(target)
        try:
            built.mkdir()
            _fill(built, files)
            _swap(built, target)
        finally:
            shutil.rmtree(built, ignore_errors=True)
        _sync(target.parent)
    except (OSError, ValueError) as problem:
        raise _output_error(said, problem) from None


def make_parents(path: str | os.PathLike[str]) -> None:
    """Make the folders that ``path`` is to stand in, where they are missing.

    Raises:
        OutputError: They cannot be made.
    """
    try:
        Path(path).parent.mkdir(parents=True, exist_ok=True)
    except (OSError, ValueError) as problem:
        raise _output_error(os.fspath(path), problem) from None


def _real(said: str) -> Path:
    """Return the path that ``said`` leads to, its symbolic links followed."""
    target = Path(os.path.realpath(said))
    if target.is_symlink():
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP))
    return target


def _beside(target: Path) -> Path:
    """Return a name for something temporary in the folder of ``target``."""
    return target.with_name(f".blueprint-{secrets.token_hex(8)}.tmp")


def _replace(target: Path, data: bytes) -> None:
    """Put a new file in the place of ``target``."""
    temporary = _beside(target)
    try:
        _write_new(temporary, data)
        if target.exists():
            temporary.chmod(target.stat().st_mode & 0o777)
        temporary.replace(target)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    _sync(target.parent)


def _write_new(path: Path, data: bytes) -> None:
    """Write a file that did not exist, with the rights every new file gets, to the disk."""
    with path.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _sync(folder: Path) -> None:
    """Force new names in ``folder`` to the disk; where that is not possible, go on without."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _refuse_foreign(target: Path, said: str) -> None:
    """Raise unless ``target`` is missing, empty or a folder that carries our mark."""
    if target.exists() and any(target.iterdir()) and not (target / FOLDER_MARK).is_file():
        text = "{path} holds files that blueprint did not write; choose another folder"
        raise OutputError(Phrase.of(text, path=said))


def _fill(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write every file into ``folder``, and the mark by which it is known."""
    for name, data in [*files.items(), (FOLDER_MARK, _MARK_TEXT)]:
        parts = name.split("/")
        if "\\" in name or not {"", ".", ".."}.isdisjoint(parts):
            raise ValueError(name)
        path = folder.joinpath(*parts)
        path.parent.mkdir(parents=True, exist_ok=True)
        _write_new(path, data)


def _swap(built: Path, target: Path) -> None:
    """Give ``built`` the name of ``target``; afterwards ``built`` is the old folder or gone."""
    if not target.exists():
        built.rename(target)
        return
    if exchange(built, target):
        return
    aside = _beside(target)
    target.rename(aside)
    try:
        built.rename(target)
    except OSError:
        aside.rename(target)
        raise
    shutil.rmtree(aside, ignore_errors=True)


_REASONS: Final = {
    errno.ENOSPC: "{path} cannot be written: there is no space left; nothing was changed",
    errno.EDQUOT: "{path} cannot be written: there is no space left; nothing was changed",
    errno.EFBIG: "{path} cannot be written: there is no space left; nothing was changed",
    errno.EACCES: "{path} cannot be written: writing there is not allowed",
    errno.EPERM: "{path} cannot be written: writing there is not allowed",
    errno.EROFS: "{path} cannot be written: writing there is not allowed",
    errno.EISDIR: "{path} is a folder; name a file in it",
    errno.ENOENT: "{path} cannot be written: its folder does not exist",
    errno.ENOTDIR: "{path} cannot be written: a file stands where a folder should be",
    errno.ENAMETOOLONG: "{path} cannot be written: the name is too long",
    errno.ELOOP: "{path} cannot be written: its links lead in a circle",
}


def _output_error(said: str, problem: OSError | ValueError) -> OutputError:
    """Return the error that says in plain words why ``said`` cannot be written."""
    if not isinstance(problem, OSError):
        return OutputError(
            Phrase.of("{path} cannot be written: no file can be named so", path=said)
        )
    known = _REASONS.get(problem.errno or 0)
    if known is not None:
        return OutputError(Phrase.of(known, path=said))
    reason = problem.strerror or type(problem).__name__
    return OutputError(Phrase.of("{path} cannot be written: {reason}", path=said, reason=reason))
