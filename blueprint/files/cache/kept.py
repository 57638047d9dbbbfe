"""Files that are as they were: their documents and blueprints, made again only when asked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from blueprint.diagnostics import Problem
from blueprint.files.cache.freezing import thawed
from blueprint.files.document import Document, in_order
from blueprint.files.tree import Tree
from blueprint.model import Blueprint, FrozenMap, OrganisationCatalog


class KeptFile:
    """A blueprint's file that was read before and found without problems.

    Attributes:
        stem: Its name without endings.
        file: Its name as it was given.
        abroad: Stems of the other files it names.
        of: The blueprint it would replace.
        data: Its blueprint, as it is kept.
    """

    def __init__(
        self,
        stem: str,
        file: str,
        content: bytes,
        note: Mapping[str, Any],
        data: bytes,
    ) -> None:
        self.stem = stem
        self.file = file
        self.note = note
        self.data = data
        self.abroad: tuple[str, ...] = tuple(note["abroad"])
        self.of: str | None = note["of"]
        self._content = content
        self._tree: Tree | None = None
        self._value: Blueprint | None = None

    def value(self, catalog: OrganisationCatalog | None) -> Blueprint:
        """Return its blueprint, over the workspace's catalog."""
        if self._value is None:
            made: Blueprint = thawed(self.data)
            made.__dict__.update(catalog=catalog, stem=self.stem)
            made.__pydantic_fields_set__.update(("catalog", "stem"))
            self._value = made
        return self._value

    @property
    def made(self) -> Blueprint | None:
        """Its blueprint, if somebody asked for it."""
        return self._value

    def tree(self) -> Tree:
        """Return its values with their places, from the text as it was when it was looked at."""
        if self._tree is None:
            self._tree = tree_from(self._content, self.file)
        return self._tree


def tree_from(content: bytes, file: str) -> Tree:
    """Return the values of a file's content, with their places."""
    from blueprint.files.json_reader import examine_json
    from blueprint.files.yaml_reader import examine_yaml

    examine = examine_json if file.lower().endswith(".json") else examine_yaml
    return examine(content, file=file)


class KeptDocument(Document):
    """The document of a kept file: nothing is wrong with it."""

    __slots__ = ("_catalog", "kept")

    kept: KeptFile

    def __init__(self, kept: KeptFile, catalog: OrganisationCatalog | None) -> None:
        for name, entry in (
            ("kind", "blueprint"),
            ("file", kept.file),
            ("problems", ()),
            ("kept", kept),
            ("_catalog", catalog),
        ):
            object.__setattr__(self, name, entry)

    @property
    def value(self) -> Blueprint:
        """What it says."""
        catalog: OrganisationCatalog | None = self._catalog  # type: ignore[attr-defined]
        return self.kept.value(catalog)

    @property
    def tree(self) -> Tree:
        """Its values with their places."""
        return self.kept.tree()

    @property
    def ok(self) -> bool:
        """Whether it can be used, which is why it was kept."""
        return True

    def joined_by(self, problems: Any) -> Document:  # noqa: ANN401  (as its parent has it)
        """Return the document with problems, if there are any."""
        found: tuple[Problem, ...] = in_order(problems)
        if not found:
            return self
        return Document(
            kind=self.kind, value=self.value, file=self.file, tree=self.tree, problems=found
        )


class Shelf(FrozenMap[str, Blueprint]):
    """Blueprints by stem, those of kept documents made when they are asked for."""

    __slots__ = ("_documents",)

    def __init__(self, documents: Mapping[str, Document]) -> None:
        self._hash = None
        self._documents = dict(documents)

    def __getitem__(self, key: str) -> Blueprint:
        found: Any = self._documents[key].value
        blueprint: Blueprint = found
        return blueprint

    def __iter__(self) -> Iterator[str]:
        return iter(self._documents)

    def __len__(self) -> int:
        return len(self._documents)

    def is_of(self, stem: str, document: Document) -> bool:
        """Tell whether a document's blueprint stands here under a stem."""
        return self._documents.get(stem) is document

    def __contains__(self, key: object) -> bool:
        return key in self._documents

    @property
    def _data(self) -> dict[str, Blueprint]:  # type: ignore[override]
        return {key: self[key] for key in self._documents}
