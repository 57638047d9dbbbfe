"""The cache of one workspace: what of it was read before, and is as it was."""

from __future__ import annotations

import warnings
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

from blueprint.errors import BlueprintWarning
from blueprint.files.cache.freezing import frozen
from blueprint.files.cache.kept import KeptDocument, KeptFile, Shelf, tree_from
from blueprint.files.cache.pack import Entry, drop_old, read_pack, write_pack
from blueprint.files.cache.version import version
from blueprint.files.document import Document
from blueprint.files.reading import bytes_of, stem_of
from blueprint.files.tree import Tree
from blueprint.integrity.referring import references
from blueprint.model import Blueprint, OrganisationCatalog
from blueprint.words import Phrase

_MOST_PACKS = 32
"""A cache holds so many packs, two a workspace; the oldest go first."""
_FILES = "files"


class Keeper:
    """What is kept of one workspace.

    Attributes:
        catalog: Its catalog; blueprints are kept as they are over it.
    """

    def __init__(self, root: Path, cache: Path) -> None:
        self.catalog: OrganisationCatalog | None = None
        self._cache = cache
        self._name = sha256(str(root.resolve()).encode("utf-8", "surrogateescape")).hexdigest()[:24]
        self._over = ""
        self._content: dict[str, bytes] = {}
        self._keys: dict[str, str] = {}
        self._documents: dict[str, Document] = {}
        self._warned = False
        self._kept = self.entries(_FILES)

    def opened(self, file: str) -> Tree:
        """Return the values of a file; its content is remembered."""
        return tree_from(self._read(file), file)

    def over(self, file: str | None, catalog: OrganisationCatalog | None) -> None:
        """Note the catalog, for all blueprints are read over it."""
        self.catalog = catalog
        self._over = "" if file is None else sha256(self._read(file)).hexdigest()

    def document(self, name: str, file: str, stem: str) -> KeptDocument | None:
        """Return a file's document, if the file and its catalog are as they were.

        Args:
            name: Its path in the workspace.
            file: What it is called in messages, which is where it is.
            stem: Its name without endings.
        """
        content = self._read(file)
        said = f"{self._over}\n{name}\n".encode("utf-8", "surrogateescape")
        key = self._keys[name] = sha256(said + content).hexdigest()
        entry = self._kept.get(name)
        if entry is None or entry.note["key"] != key:
            return None
        return KeptDocument(KeptFile(stem, file, content, entry.note, entry.data), self.catalog)

    def keep(self, documents: Mapping[str, Document]) -> None:
        """Keep all blueprints without problems, unless just these are kept already.

        Args:
            documents: All documents by their path in the workspace, names looked up.
        """
        fine = {n: d for n, d in documents.items() if d.kind == "blueprint" and not d.problems}
        self._documents = {stem_of(Path(name)): document for name, document in fine.items()}
        self._keys = {stem_of(Path(name)): self._keys[name] for name in fine}
        self._content.clear()
        if not self.as_it_was(documents):
            entries = {name: self._entry(name, document) for name, document in fine.items()}
            self.write(_FILES, {name: e for name, e in entries.items() if e is not None})

    def as_it_was(self, documents: Mapping[str, Document]) -> bool:
        """Tell whether all blueprints of the workspace are kept, and no others."""
        names = {name for name, d in documents.items() if d.kind == "blueprint"}
        kept = all(isinstance(documents[name], KeptDocument) for name in names)
        return kept and names == self._kept.keys()

    def key(self, stem: str, blueprints: Mapping[str, Blueprint]) -> str | None:
        """Return what tells a blueprint's file from all others, if it is as it was read."""
        document = self._documents.get(stem)
        if document is None:
            return None
        if isinstance(blueprints, Shelf) and blueprints.is_of(stem, document):
            return self._keys[stem]
        made = document.kept.made if isinstance(document, KeptDocument) else document.value
        return self._keys[stem] if blueprints.get(stem) is made else None

    def are_sound(self, blueprints: Mapping[str, Blueprint]) -> bool:
        """Tell whether these are all blueprints as they were read, and nothing was wrong."""
        all_there = self._documents.keys() == set(blueprints)
        return all_there and all(self.key(stem, blueprints) for stem in blueprints)

    def entries(self, what: str) -> dict[str, Entry]:
        """Return the entries of one of the workspace's packs."""
        return read_pack(self._path(what), version())

    def write(self, what: str, entries: Mapping[str, tuple[Any, bytes]]) -> None:
        """Write one of the workspace's packs; where that is not possible, say so once."""
        try:
            write_pack(self._path(what), version(), entries)
            drop_old(self._cache, _MOST_PACKS)
        except OSError as problem:
            if not self._warned:
                self._warned = True
                reason = (problem.strerror or type(problem).__name__).lower()
                text = "nothing can be kept in {folder}: {reason}"
                said = Phrase.of(text, folder=str(self._cache), reason=reason)
                warnings.warn(BlueprintWarning(said), stacklevel=2)

    def _path(self, what: str) -> Path:
        return self._cache / f"{self._name}-{what}.pack"

    def _entry(self, name: str, document: Document) -> Entry | None:
        """Return what to keep of a document."""
        if isinstance(document, KeptDocument):
            return Entry(document.kept.note, document.kept.data)
        blueprint = document.value
        if not isinstance(blueprint, Blueprint):
            return None
        named = {r.to.rpartition(":")[0] for r in references(blueprint) if ":" in r.to}
        abroad = sorted(named | ({blueprint.of} if blueprint.of else set()))
        key = self._keys[stem_of(Path(name))]
        note = {"key": key, "abroad": abroad, "of": blueprint.of}
        try:
            return Entry(note, frozen(blueprint))
        except TypeError:
            return None

    def _read(self, file: str) -> bytes:
        if file not in self._content:
            self._content[file] = bytes_of(Path(file), file)
        return self._content[file]
