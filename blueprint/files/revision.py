"""Files as they were: a blueprint or a whole workspace as a git revision holds it.

Nothing is checked out and nothing is fetched: git is asked for the old texts, which are then
read as any other. In messages an old file is called as git calls it, ``REVISION:path``.
"""

from __future__ import annotations

import os
import posixpath
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from blueprint.errors import FileError, InvalidBlueprintError
from blueprint.files.git import Entry, Repository, repository_of
from blueprint.files.json_reader import examine_json
from blueprint.files.reading import CATALOG_NAMES, ENDINGS, looked_up, refuse, understood
from blueprint.files.tree import Tree
from blueprint.files.workspace import Workspace, gathered
from blueprint.files.yaml_reader import examine_yaml
from blueprint.model import Blueprint, OrganisationCatalog
from blueprint.safety.limits import MAX_BYTES
from blueprint.words import Phrase

_MOST_LINKS = 8
"""How many links may lead from one to the next."""

_OURS = tuple(f".{kind}{ending}" for kind in ("blueprint", "change") for ending in ENDINGS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Former:
    """A blueprint or a workspace as it was.

    Attributes:
        source: The old blueprint, or the old workspace.
        revision: The revision as it was asked for.
        path: The old path in the repository, where the file had another name then.
    """

    source: Blueprint | Workspace
    revision: str
    path: str | None = None


def as_it_was(path: str | os.PathLike[str], revision: str) -> Former:
    """Return a file or a folder as it was in a git revision.

    Args:
        path: A blueprint, or the folder of a workspace, in a git repository.
        revision: A branch, tag or commit; with ``...`` behind it, where the checked-out
            branch left it.

    Raises:
        FileError: There is no such repository, revision or file in it, or no git.
        InvalidBlueprintError: Something was wrong with the old files; ``problems`` lists it.
    """
    here = Path(path)
    if not here.exists():
        raise FileError(Phrase.of("there is no file {file}", file=os.fspath(path)))
    repository = repository_of(here)
    commit = repository.commit(revision)
    tree = _Tree(repository, commit, revision)
    if here.is_dir():
        inside = _inside(repository, here.resolve())
        return Former(source=_workspace(tree, here, inside), revision=revision)
    inside = _inside(repository, here.parent.resolve() / here.name)
    former = inside if inside in tree.entries else repository.former_path(commit, inside)
    if former is None:
        raise FileError(
            Phrase.of("{file} was not there in revision {revision}", file=inside, revision=revision)
        )
    renamed = former if former != inside else None
    return Former(source=_blueprint(tree, former), revision=revision, path=renamed)


class _Tree:
    """The files of one commit, read as if they were on the disk."""

    def __init__(self, repository: Repository, commit: str, revision: str) -> None:
        self._repository = repository
        self.revision = revision
        self.entries: Mapping[str, Entry] = repository.entries(commit)
        self._texts: dict[str, bytes] = {}

    def called(self, path: str) -> str:
        """Return what a file is called in messages."""
        return f"{self.revision}:{path}"

    def opened(self, path: str) -> Tree:
        """Return the values of a file, as they stand there."""
        if path not in self._texts:
            self.fetch([path], within="")
        examine = examine_json if path.lower().endswith(".json") else examine_yaml
        return examine(self._texts[path], file=self.called(path))

    def fetch(self, paths: list[str], *, within: str) -> None:
        """Get the bytes of some files at once; links must stay in a folder."""
        ends = {path: self._followed(path, within) for path in paths}
        objects = list(dict.fromkeys(entry.object for entry in ends.values()))
        held = dict(zip(objects, self._repository.contents(objects), strict=True))
        self._texts |= {path: held[entry.object] for path, entry in ends.items()}

    def _followed(self, path: str, within: str) -> Entry:
        """Return the file a path means, links followed, of at most the size that is read."""
        at = path
        for _ in range(_MOST_LINKS):
            entry = self.entries.get(at)
            if entry is None:
                break
            if not entry.is_link:
                if entry.size > MAX_BYTES:
                    said = "{file} is too large to be read"
                    raise FileError(Phrase.of(said, file=self.called(path)))
                return entry
            [target] = self._repository.contents([entry.object])
            at = posixpath.normpath(posixpath.join(posixpath.dirname(at), os.fsdecode(target)))
            if posixpath.isabs(at) or at.startswith("../") or not _under(at, within):
                said = "{file} leads out of the workspace"
                raise FileError(Phrase.of(said, file=self.called(path)))
        raise FileError(Phrase.of("{file} is a link that leads nowhere", file=self.called(path)))


def _workspace(tree: _Tree, root: Path, inside: str) -> Workspace:
    names = {name: path for path in tree.entries if (name := _named(path, inside)) is not None}
    if not names:
        said = "{folder} held no blueprint in revision {revision}"
        raise FileError(Phrase.of(said, folder=inside or ".", revision=tree.revision))
    paths = {name: names[name] for name in sorted(names, key=_as_walked)}
    tree.fetch(list(paths.values()), within=inside)
    files = {name: tree.called(path) for name, path in paths.items()}
    by_file = {file: paths[name] for name, file in files.items()}
    workspace = gathered(root, files, lambda file: tree.opened(by_file[file]))
    refuse(workspace.problems)
    return workspace


def _blueprint(tree: _Tree, path: str) -> Blueprint:
    catalog = None
    for folder in PurePosixPath(path).parents:
        beside = (str(folder / name) for name in CATALOG_NAMES)
        found = next((name for name in beside if name in tree.entries), None)
        if found is not None:
            document, _ = understood(tree.opened(found), tree.called(found), Path(found), None)
            refuse(document.problems)
            if isinstance(document.value, OrganisationCatalog):
                catalog = document.value
            break
    document = looked_up(*understood(tree.opened(path), tree.called(path), Path(path), catalog))
    refuse(document.problems)
    if not isinstance(document.value, Blueprint):
        raise InvalidBlueprintError(
            Phrase.of(
                "{file} holds no {wanted} but a {kind}",
                file=tree.called(path),
                wanted=Phrase.of("blueprint"),
                kind=Phrase.of(document.kind),
            )
        )
    return document.value


def _inside(repository: Repository, path: Path) -> str:
    """Return a path from the top folder of its repository, with forward slashes."""
    found = path.relative_to(repository.root.resolve()).as_posix()
    return "" if found == "." else found


def _named(path: str, inside: str) -> str | None:
    """Return a file's path in the workspace's folder; ``None`` where it is no file of it."""
    if not _under(path, inside):
        return None
    name = path[len(inside) + 1 :] if inside else path
    *folders, last = name.split("/")
    if any(folder.startswith(".") or folder == "node_modules" for folder in folders):
        return None
    return name if last.endswith(_OURS) or last in CATALOG_NAMES else None


def _under(path: str, folder: str) -> bool:
    return not folder or path.startswith(f"{folder}/")


def _as_walked(name: str) -> tuple[tuple[bool, str], ...]:
    """Return what puts files in the order of a walk: a folder's own before its subfolders'."""
    *folders, last = name.split("/")
    return (*((True, folder) for folder in folders), (False, last))
