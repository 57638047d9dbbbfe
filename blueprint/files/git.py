"""A git repository, only read: what a revision names, which files it holds, and their bytes."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from blueprint.errors import FileError
from blueprint.words import Phrase

SINCE_THE_FORK = "..."
"""Written behind a revision: not itself, but where the checked-out branch left it."""

_NOT_OURS = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_COMMON_DIR")
"""Set inside git's hooks; they would name another repository than the one a path lies in."""

_QUIET = {
    "GIT_ALLOW_PROTOCOL": "none",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "LC_ALL": "C",
}
"""Nothing is fetched, asked, locked or translated."""

_LINK, _FOLDER = "120000", "160000"
"""Modes of a symbolic link, and of another repository's commit."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A file of a revision: its object, its size in bytes, and whether it is a link."""

    object: str
    size: int
    is_link: bool


@dataclass(frozen=True, slots=True)
class Repository:
    """The repository a path lies in; nothing here writes to it.

    Attributes:
        root: The top folder of its working tree.
    """

    root: Path

    def commit(self, revision: str) -> str:
        """Return the commit a revision names.

        Args:
            revision: A branch, tag or commit as git knows them; with ``...`` behind it, where
                the checked-out branch left it.

        Raises:
            FileError: It names none here; the message says what is like it.
        """
        name = revision.removesuffix(SINCE_THE_FORK)
        found = None
        if name and not name.startswith("-") and name.isprintable() and ".." not in name:
            found = self._asked("rev-parse", "--verify", "--quiet", f"{name}^{{commit}}")
        if not found:
            raise FileError(self._unknown(revision, name))
        commit = found.decode("ascii").strip()
        if not revision.endswith(SINCE_THE_FORK):
            return commit
        fork = self._asked("merge-base", commit, "HEAD")
        if not fork:
            raise FileError(
                Phrase.of(
                    "the history here does not reach back to where this branch left {revision}; "
                    "in a shallow clone fetch all of it: git fetch --unshallow",
                    revision=name,
                )
            )
        return fork.decode("ascii").split()[0]

    def entries(self, commit: str) -> Mapping[str, Entry]:
        """Return the files of a commit by their paths from the top folder, in git's order.

        Raises:
            FileError: They are not in this clone.
        """
        listed = self._asked("ls-tree", "-r", "-l", "-z", "--full-tree", commit)
        if listed is None:
            raise _not_here()
        return dict(_entries(listed))

    def contents(self, objects: Iterable[str]) -> Iterator[bytes]:
        """Go through the bytes of some objects, all told by one process.

        Raises:
            FileError: One of them is not in this clone.
        """
        names = list(objects)
        given = "".join(f"{name}\n" for name in names).encode("ascii")
        told = self._asked("cat-file", "--batch", given=given) if names else b""
        if told is None:
            raise _not_here()
        at = 0
        for _ in names:
            end = told.index(b"\n", at)
            _, _, size = told[at:end].rpartition(b" ")
            if not size.isdigit():
                raise _not_here()
            start = end + 1
            at = start + int(size) + 1
            yield told[start : at - 1]

    def former_path(self, commit: str, path: str) -> str | None:
        """Return what a file was called in a commit, where git sees that it was renamed since."""
        told = self._asked(
            "diff-tree", "-r", "-M", "-z", "--name-status", "--diff-filter=R", commit, "HEAD"
        )
        parts = os.fsdecode(told or b"").split("\0")
        pairs = zip(parts[1::3], parts[2::3], strict=False)
        return next((old for old, new in pairs if new == path), None)

    def _unknown(self, revision: str, name: str) -> Phrase:
        if self._asked("rev-parse", "--is-shallow-repository") == b"true\n":
            return Phrase.of(
                "this clone knows no revision “{revision}”, for it is shallow; "
                "fetch all of it: git fetch --unshallow",
                revision=revision,
            )
        told = self._asked("for-each-ref", "--format=%(refname:short)") or b""
        near = get_close_matches(name, os.fsdecode(told).split("\n"), n=1, cutoff=0.6)
        if near:
            return Phrase.of(
                "git knows no revision “{revision}” here; did you mean “{near}”?",
                revision=revision,
                near=near[0],
            )
        return Phrase.of(
            "git knows no revision “{revision}” here; name a branch, a tag or a commit",
            revision=revision,
        )

    def _asked(self, *args: str, given: bytes = b"") -> bytes | None:
        return _git(self.root, args, given)


def repository_of(path: Path) -> Repository:
    """Return the repository a file or folder lies in.

    Raises:
        FileError: It lies in none, or git is not installed.
    """
    folder = path if path.is_dir() else path.parent
    told = _git(folder, ("rev-parse", "--show-toplevel"), b"") if folder.is_dir() else None
    if not told:
        raise FileError(
            Phrase.of("{file} lies in no git repository that may be read", file=str(path))
        )
    return Repository(Path(os.fsdecode(told).removesuffix("\n")))


def _git(folder: Path, args: tuple[str, ...], given: bytes) -> bytes | None:
    """Return what git prints; ``None`` where it refuses."""
    git = shutil.which("git")
    if git is None:
        raise FileError(Phrase.of("git is not installed; what changed since is asked of it"))
    env = {key: value for key, value in os.environ.items() if key not in _NOT_OURS}
    done = subprocess.run(  # noqa: S603  (no shell, and no argument that could be an option)
        [git, "-c", "core.fsmonitor=false", "-C", str(folder), *args],
        input=given,
        capture_output=True,
        env={**env, **_QUIET},
        check=False,
    )
    return done.stdout if done.returncode == 0 else None


def _not_here() -> FileError:
    return FileError(
        Phrase.of("the old files are not all in this clone, and nothing is fetched for it")
    )


def _entries(listed: bytes) -> Iterator[tuple[str, Entry]]:
    for line in listed.split(b"\0"):
        said, tab, path = line.partition(b"\t")
        if tab:
            mode, _, name, size = said.decode("ascii").split()
            if mode != _FOLDER:
                yield os.fsdecode(path), Entry(name, int(size), mode == _LINK)
