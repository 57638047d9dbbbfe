"""One file as it was read: what it says, where everything stands, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

from blueprint.diagnostics import Place, Problem
from blueprint.files.tree import Tree, place_of
from blueprint.integrity import Defect
from blueprint.model import Blueprint, Change, OrganisationCatalog

Kind = Literal["blueprint", "catalog", "change"]
"""What a file holds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A file, read.

    Attributes:
        kind: What it holds.
        value: What it says; ``None`` where too little of it could be understood.
        file: Its name as it was given.
        tree: Its values with their places; ``None`` where it is no YAML or JSON at all.
        problems: Everything that is wrong, in file order.
    """

    kind: Kind
    value: Blueprint | OrganisationCatalog | Change | None
    file: str
    tree: Tree | None
    problems: tuple[Problem, ...] = ()

    @property
    def ok(self) -> bool:
        """Whether it can be used: nothing of what is wrong is an error."""
        return self.value is not None and not any(p.severity == "error" for p in self.problems)

    @property
    def text(self) -> str:
        """The text of the file."""
        return "" if self.tree is None else self.tree.text

    def place(self, path: tuple[str | int, ...], *, at_key: bool = False) -> Place | None:
        """Return where a path of the model stands in the file.

        Args:
            path: Such as ``("phases", 0, "steps", 2, "customer", 0)``.
            at_key: Whether the last key itself is meant.
        """
        if self.tree is None:
            return None
        return place_of(self.tree, path, "key" if at_key else "value")

    def excerpt(self, place: Place | None) -> str:
        """Return the line of the file a place stands in."""
        return "" if place is None or self.tree is None else self.tree.lines.excerpt(place.line)

    def problem_of(self, defect: Defect) -> Problem:
        """Return a defect of the model as a problem of this file."""
        place = self.place(defect.path, at_key=defect.at_key)
        return Problem(
            defect.code,
            "error",
            defect.message,
            self.file,
            place,
            self.excerpt(place),
            defect.hint,
        )

    def joined_by(self, problems: Iterable[Problem]) -> Document:
        """Return the document with more problems, all in file order."""
        return replace(self, problems=in_order((*self.problems, *problems)))


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return problems in file order, the same one once."""
    whole = Place(0, 0, 0)
    return tuple(sorted(dict.fromkeys(problems), key=lambda p: (p.place or whole, p.code)))
