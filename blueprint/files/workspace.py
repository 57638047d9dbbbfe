"""A folder of blueprints over one catalog: read as a whole."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from blueprint.diagnostics import Problem
from blueprint.errors import FileError
from blueprint.files.cache import Keeper
from blueprint.files.cache.kept import KeptDocument, KeptFile, Shelf
from blueprint.files.document import Document
from blueprint.files.reading import (
    CATALOG_NAMES,
    ENDINGS,
    looked_up,
    refuse,
    stem_of,
    tree_of,
    understood,
)
from blueprint.files.structure import Validated
from blueprint.files.tree import Tree
from blueprint.integrity import Scope, catalog_defects, change_defects
from blueprint.integrity.scope import Kept
from blueprint.model import Blueprint, Change, FrozenMap, OrganisationCatalog, said
from blueprint.model.ids import NAMED_KINDS
from blueprint.safety.undisturbed import undisturbed
from blueprint.words import Phrase


@dataclass(frozen=True, slots=True, kw_only=True)
class Workspace:
    """An organisation's blueprints over its catalog.

    Attributes:
        root: Its folder.
        catalog: What the blueprints share.
        blueprints: Blueprints by stem, in the order of their paths.
        changes: Changes by stem, in the order of their paths.
        documents: Every file read, by its path in the folder.
        kept: What is kept of it from one time to the next, if anything.
    """

    root: Path
    catalog: OrganisationCatalog | None
    blueprints: FrozenMap[str, Blueprint]
    changes: FrozenMap[str, Change]
    documents: Mapping[str, Document]
    kept: Kept | None = field(default=None, compare=False, repr=False)

    @property
    def name(self) -> str:
        """The organisation's name, else the folder's."""
        title = self.catalog.catalog if self.catalog is not None else None
        return said(title, "en") or self.root.resolve().name

    @property
    def scope(self) -> Scope:
        """What names mean here."""
        return Scope(self.blueprints, self.catalog, kept=self.kept)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Everything that is wrong, file by file."""
        return tuple(p for document in self.documents.values() for p in document.problems)


Progress = Callable[[int, int], None]
"""Is told how many files are done, of how many."""


def load_workspace(
    folder: str | os.PathLike[str],
    *,
    cache: str | os.PathLike[str] | None = None,
    progress: Progress | None = None,
) -> Workspace:
    """Return the blueprints, changes and catalog of a folder.

    Args:
        folder: A folder with ``*.blueprint.yaml`` files, subfolders too, and a
            ``catalog.yaml`` if they share anything.
        cache: A folder that keeps what was read, so that the next time only those files are
            read that are not as they were; by default nothing is kept.
        progress: Is told how many files are done, of how many.

    Raises:
        FileError: There is no such folder, or no blueprint in it.
        InvalidBlueprintError: Something is wrong; ``problems`` lists everything in all files.
    """
    workspace = read_workspace(folder, cache=cache, progress=progress)
    refuse(workspace.problems)
    return workspace


def read_workspace(
    folder: str | os.PathLike[str],
    *,
    cache: str | os.PathLike[str] | None = None,
    progress: Progress | None = None,
) -> Workspace:
    """Read a folder and say everything that is wrong in it; see `load_workspace`.

    Raises:
        FileError: There is no such folder, or no blueprint in it.
    """
    root = Path(folder)
    if not root.is_dir():
        raise FileError(Phrase.of("there is no folder {folder}", folder=os.fspath(folder)))
    files = {_short(root, path): str(path) for path in _files(root)}
    with undisturbed():
        if cache is None:
            return gathered(root, files, _opened, progress=progress)
        keeper = Keeper(root, Path(cache))
        return gathered(root, files, keeper.opened, keeper=keeper, progress=progress)


def _opened(file: str) -> Tree:
    return tree_of(Path(file), file)


def gathered(
    root: Path,
    files: Mapping[str, str],
    opened: Callable[[str], Tree],
    *,
    keeper: Keeper | None = None,
    progress: Progress | None = None,
) -> Workspace:
    """Return the workspace that some files make, with everything that is wrong in it.

    Args:
        root: Its folder.
        files: What each file is called in messages, by its path in the folder.
        opened: Gives the values of a file by what it is called in messages.
        keeper: Gives the files that were read before, and keeps the others.
        progress: Is told how many files are done, of how many.

    Raises:
        FileError: There is no blueprint among them.
    """
    first = next((name for name in files if name in CATALOG_NAMES), None)
    found: dict[str, tuple[Document, Validated[Any] | None]] = {}
    catalog = None
    if first is not None:
        document, _ = understood(opened(files[first]), files[first], Path(first), None)
        catalog = document.value if isinstance(document.value, OrganisationCatalog) else None
        found[first] = (document, None)
    if keeper is not None:
        keeper.over(files[first] if first is not None else None, catalog)
    for done, (name, file) in enumerate(files.items()):
        path = Path(name)
        if progress is not None:
            progress(done, len(files))
        if path.name in CATALOG_NAMES:
            continue
        kept = keeper.document(name, file, stem_of(path)) if keeper is not None else None
        if kept is not None:
            found[name] = (kept, None)
        else:
            found[name] = understood(opened(file), file, path, catalog)
    if progress is not None:
        progress(len(files), len(files))
    if not any(document.kind == "blueprint" for document, _ in found.values()):
        raise FileError(
            Phrase.of("{folder} holds no file named *.blueprint.yaml", folder=str(root))
        )
    return _joined(root, catalog, found, keeper)


def _files(root: Path) -> Iterator[Path]:
    """Go through the files of a workspace in the order of their paths; links must stay inside."""
    inside = root.resolve()
    for folder, folders, names in os.walk(root):
        folders[:] = sorted(f for f in folders if not f.startswith(".") and f != "node_modules")
        for name in sorted(names):
            path = Path(folder) / name
            ours = any(
                name.endswith(f".{kind}{ending}")
                for kind in ("blueprint", "change")
                for ending in ENDINGS
            )
            if not (ours or name in CATALOG_NAMES):
                continue
            try:
                real = path.resolve(strict=True)
            except (OSError, RuntimeError):
                raise FileError(
                    Phrase.of("{file} is a link that leads nowhere", file=str(path))
                ) from None
            if not real.is_relative_to(inside):
                raise FileError(Phrase.of("{file} leads out of the workspace", file=str(path)))
            yield path


def _short(root: Path, path: Path) -> str:
    return path.relative_to(root).as_posix()


def _joined(
    root: Path,
    catalog: OrganisationCatalog | None,
    found: Mapping[str, tuple[Document, Validated[Any] | None]],
    keeper: Keeper | None,
) -> Workspace:
    """Look up all names across the files, now that all are known."""
    documents, blueprints, changes = _by_stem({n: document for n, (document, _) in found.items()})
    shelf = Shelf(blueprints)
    scope = Scope(shelf, catalog, kept=keeper)
    catalog_file = next((d for d in documents.values() if d.kind == "catalog"), None)
    # what a broken file would have defined is not missing
    whole = all(d.ok for d in documents.values() if d.kind == "blueprint")
    same = keeper is not None and keeper.as_it_was(documents)
    for name, document in documents.items():
        fitted = found[name][1]
        if isinstance(document, KeptDocument) and _still_means(document.kept, blueprints):
            documents[name] = document.joined_by(_of_circle(document, scope))
        elif document.kind == "blueprint":
            documents[name] = _checked(document, fitted, scope, catalog_file)
        elif whole and not (same and document.kind == "catalog"):
            documents[name] = _named(document, scope)
    if keeper is not None:
        keeper.keep(documents)
    return Workspace(
        root=root,
        catalog=catalog,
        blueprints=shelf,
        changes=FrozenMap(changes),
        documents=documents,
        kept=keeper,
    )


def _by_stem(
    found: Mapping[str, Document],
) -> tuple[dict[str, Document], dict[str, Document], dict[str, Change]]:
    """Return all documents by path, and those of blueprints and all changes by stem."""
    documents: dict[str, Document] = {}
    blueprints: dict[str, Document] = {}
    changes: dict[str, Change] = {}
    owner: dict[tuple[str, str], str] = {}
    for name, document in found.items():
        documents[name] = document
        if document.kind == "catalog":
            continue
        stem = stem_of(Path(name))
        other = owner.setdefault((document.kind, stem), name)
        if other != name:
            documents[name] = document.joined_by([_same_stem(document, stem, other)])
        elif isinstance(document, KeptDocument) or isinstance(document.value, Blueprint):
            blueprints[stem] = document
        elif isinstance(document.value, Change):
            changes[stem] = document.value
    return documents, blueprints, changes


def _still_means(kept: KeptFile, blueprints: Mapping[str, Document]) -> bool:
    """Tell whether all files that a kept one names are as they were, too."""
    return all(isinstance(blueprints.get(stem), KeptDocument) for stem in kept.abroad)


def _checked(
    document: Document, fitted: Validated[Any] | None, scope: Scope, catalog: Document | None
) -> Document:
    match document.value:
        case Blueprint() as blueprint if scope.blueprints.get(blueprint.stem or "") is blueprint:
            more = [*_twice(document, blueprint, catalog), *_of_circle(document, scope)]
            return looked_up(document, fitted, scope).joined_by(more)
        case _:
            return document


def _named(document: Document, scope: Scope) -> Document:
    """Look up what the catalog or a change names, in all files."""
    match document.value:
        case OrganisationCatalog() as catalog:
            found = catalog_defects(catalog, scope)
        case Change() as change:
            found = change_defects(change, scope)
        case _:
            return document
    return document.joined_by(document.problem_of(defect) for defect in found)


def _same_stem(document: Document, stem: str, other: str) -> Problem:
    return Problem(
        "BP116",
        "error",
        Phrase.of("two files have the stem “{stem}”; the other is {other}", stem=stem, other=other),
        document.file,
        hint=Phrase.of("rename one: other files call it by its stem"),
    )


def _twice(document: Document, blueprint: Blueprint, catalog: Document | None) -> Iterator[Problem]:
    """Go through ids that both the file and the catalog define."""
    if catalog is None or not isinstance(catalog.value, OrganisationCatalog):
        return
    for kind in NAMED_KINDS:
        shared = getattr(catalog.value, kind)
        for key, element in getattr(blueprint, kind).items():
            if element is None or key not in shared:
                continue
            place = document.place((kind, key), at_key=True)
            there = catalog.place((kind, key), at_key=True)
            yield Problem(
                "BP117",
                "error",
                Phrase.of(
                    "“{id}” is defined here and in {file}:{line}",
                    id=key,
                    file=catalog.file,
                    line=there.line + 1 if there else 0,
                ),
                document.file,
                place,
                document.excerpt(place),
                Phrase.of("keep one of them, or give this one another id"),
            )


def _of_circle(document: Document, scope: Scope) -> Iterator[Problem]:
    """Say that a blueprint would in the end replace itself."""
    if isinstance(document, KeptDocument) and document.kept.of is None:
        return
    blueprint = document.value
    if not isinstance(blueprint, Blueprint):
        return
    seen: list[str] = []
    at: str | None = blueprint.stem
    while at is not None and at in scope.blueprints and at not in seen:
        seen.append(at)
        at = scope.blueprints[at].of
    if at is not None and at == blueprint.stem and blueprint.of is not None:
        place = document.place(("of",))
        yield Problem(
            "BP118",
            "error",
            Phrase.of(
                "“{stem}” would replace itself: {circle}", stem=at, circle=" → ".join((*seen, at))
            ),
            document.file,
            place,
            document.excerpt(place),
            Phrase.of("of: names the current blueprint that this one would replace"),
        )
