"""What names mean: within one blueprint, its catalog, and the other files of a workspace."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import cached_property
from typing import Any, Protocol

from blueprint.integrity.referring import KIND_KEY, Wanted
from blueprint.model import Blueprint, OrganisationCatalog
from blueprint.model.ids import NAMED_KINDS, first_text, slug


class Kept(Protocol):
    """Knows which blueprints are as their files were read, and keeps what was found out of them."""

    catalog: OrganisationCatalog | None

    def key(self, stem: str, blueprints: Mapping[str, Blueprint]) -> str | None:
        """Return what tells a blueprint's file from all others, if it is as it was read."""
        ...

    def are_sound(self, blueprints: Mapping[str, Blueprint]) -> bool:
        """Tell whether these are all blueprints as they were read, and nothing was wrong."""
        ...

    def entries(self, what: str) -> Mapping[str, tuple[Any, bytes]]:
        """Return what is kept under a name: what is noted of each entry, and the entry."""
        ...

    def write(self, what: str, entries: Mapping[str, tuple[Any, bytes]]) -> None:
        """Keep something under a name, in the place of what was there."""
        ...


@dataclass(frozen=True)
class Scope:
    """The blueprints that may name each other, by stem, over one catalog.

    Attributes:
        blueprints: Blueprints by stem; a lone one stands under its own stem or ``""``.
        catalog: What they share.
        whole: Whether these are all files there are; if not, names of other files pass.
        kept: What is kept of them from one time to the next, if anything.
    """

    blueprints: Mapping[str, Blueprint]
    catalog: OrganisationCatalog | None = None
    whole: bool = True
    kept: Kept | None = field(default=None, compare=False, repr=False)

    @cached_property
    def shared(self) -> Mapping[str, str]:
        """The catalog's elements: id to the top-level key they stand under."""
        if self.catalog is None:
            return {}
        return {key: kind for kind in NAMED_KINDS for key in getattr(self.catalog, kind, {})}

    @cached_property
    def several(self) -> bool:
        """Whether ids of blueprints carry their file's stem."""
        return self.whole and len(self.blueprints) > 1

    def global_id(self, stem: str, local: str) -> str:
        """Return the id of a blueprint's own element in the graph of the whole scope."""
        return f"{stem}:{local}" if self.several else local

    def owned(self, stem: str, element: str) -> str:
        """Return the graph id of an element under an id: its file's, or the catalog's bare."""
        own = element not in self.shared and element in self.blueprints[stem].elements
        return self.global_id(stem, element) if own else element

    def find(self, stem: str | None, ref: str, wants: Wanted) -> tuple[str, ...]:
        """Return the graph ids a reference could mean, seen from one file or the catalog.

        Args:
            stem: The file it is written in; ``None`` for the catalog.
            ref: What is written: ``id`` or ``file:id``.
            wants: What it may name.
        """
        if wants == "blueprint":
            return (self.blueprint_id(ref),) if ref in self.blueprints else ()
        file, colon, local = ref.rpartition(":")
        if colon:
            if file not in self.blueprints:
                return ()
            return tuple(self._within(file, local, wants))
        if stem is not None:
            return tuple(self._within(stem, ref, wants))
        if wants in KIND_KEY or wants == "any":
            shared = self._shared(ref, wants)
            if shared:
                return shared
        return tuple(
            dict.fromkeys(i for file in self.blueprints for i in self._within(file, ref, wants))
        )

    def blueprint_id(self, stem: str) -> str:
        """Return the graph id of a blueprint itself."""
        return stem if self.several else _free(self.blueprints[stem], stem)

    def is_foreign(self, ref: str) -> bool:
        """Tell whether a reference names a file that is not here, where not all files are."""
        file, colon, _ = ref.rpartition(":")
        return bool(colon) and not self.whole and file not in self.blueprints

    def words(self, stem: str | None, wants: Wanted) -> Iterator[str]:
        """Go through what could have been written instead, for a hint."""
        files = self.blueprints if stem is None else (stem,)
        if wants == "blueprint":
            yield from self.blueprints
            return
        for file in files:
            names = self.blueprints[file].names
            if wants in ("action", "step", "any"):
                yield from names.steps
            if wants in ("action", "any"):
                yield from names.actions
            for element, kind in names.elements.items():
                if wants == "any" or KIND_KEY.get(wants) == kind:
                    yield element

    def nearest(self, stem: str | None, ref: str, wants: Wanted) -> str | None:
        """Return the valid word most like a written one, if any is like it at all."""
        words = list(dict.fromkeys(self.words(stem, wants)))
        made = slug(ref)
        if made in words:
            return made
        close = get_close_matches(ref, words, n=1, cutoff=0.6)
        return close[0] if close else None

    def _within(self, stem: str, ref: str, wants: Wanted) -> Iterator[str]:
        blueprint = self.blueprints[stem]
        if wants in KIND_KEY:
            if blueprint.elements.get(ref) == KIND_KEY[wants]:
                yield self.owned(stem, ref)
            return
        names = blueprint.names
        if wants == "action":
            found: tuple[str, ...] = names.find_actions(ref)
        elif wants == "step":
            found = names.find_steps(ref)
        else:
            found = names.find(ref)
        for local in found:
            is_element = local in names.elements and wants not in ("action", "step")
            yield self.owned(stem, local) if is_element else self.global_id(stem, local)

    def _shared(self, ref: str, wants: Wanted) -> tuple[str, ...]:
        kind = self.shared.get(ref)
        fits = kind is not None and (wants == "any" or KIND_KEY[wants] == kind)
        return (ref,) if fits else ()


def _free(blueprint: Blueprint, stem: str) -> str:
    names = blueprint.names
    name = stem or slug_of(blueprint)
    taken = name in names.steps or name in names.actions or name in names.elements
    return f"{name}.blueprint" if taken or name in names.phases else name


def slug_of(blueprint: Blueprint) -> str:
    """Return the id a blueprint gets from its name, where no file names it."""
    return slug(first_text(blueprint.blueprint, blueprint.languages[0])) or "blueprint"


def alone(blueprint: Blueprint) -> Scope:
    """Return the scope of one blueprint with its catalog; other files may be named."""
    return Scope({blueprint.stem or "": blueprint}, blueprint.catalog, whole=False)
