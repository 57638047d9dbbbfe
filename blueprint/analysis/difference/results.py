"""What a comparison returns: every element that changed, with the fields and what they mean."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from blueprint.graph import Graph
from blueprint.model import Link, NodeKind
from blueprint.words import Phrase

Aspect = Literal[
    "tightened", "loosened", "owner", "visibility", "place", "content", "observed", "wording"
]
"""What a change of one field means; the first weighs most, the last two reach nobody."""

ASPECTS: tuple[Aspect, ...] = (
    "tightened", "loosened", "owner", "visibility", "place", "content", "observed", "wording",
)  # fmt: skip

HowChanged = Literal["added", "removed", "tightened", "altered", "observed", "reworded"]
"""What happened to an element as a whole."""

ALTERING: frozenset[Aspect] = frozenset({"loosened", "owner", "visibility", "place", "content"})
"""The aspects by which an element is no longer what it was."""

AskedHow = Literal["added", "removed", "tightened", "altered"]
"""What happened to an element, in the words in which a ripple is asked."""

_STARTING: frozenset[str] = frozenset(
    {
        "evidence", "customer", "frontstage", "backstage", "support", "other",
        "system", "channel", "product", "promise", "knowledge", "lever",
    }
)  # fmt: skip
"""What a change can start at; departments, personas and metrics change nothing by themselves."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldChange:
    """One field of an element that is not what it was.

    Attributes:
        field: Where it stands in the element, such as ``target.at_most``.
        told: What it is called.
        before: What it said; ``None`` where it said nothing.
        after: What it says; ``None`` where it says nothing any more.
        aspect: What that means.
    """

    field: str
    told: Phrase
    before: Phrase | None
    after: Phrase | None
    aspect: Aspect


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """An element that is new, gone, or not what it was.

    Attributes:
        id: Its id, in the new graph where it is still there.
        former: Its old id, where that was another one.
        name: Its label; the new one where it has two.
        kind: What it is.
        how: What happened to it as a whole.
        fields: What is different; none for what is new or gone.
        blueprint: Graph id of the blueprint it stands in; ``None`` for what is shared.
        department: Graph id of the department that does or owns it.
        path: Where it stands in its file's model; empty for what is gone.
    """

    id: str
    former: str | None = None
    name: Phrase
    kind: NodeKind
    how: HowChanged
    fields: tuple[FieldChange, ...] = ()
    blueprint: str | None = None
    department: str | None = None
    path: tuple[str | int, ...] = ()

    @property
    def aspects(self) -> tuple[Aspect, ...]:
        """What its fields' changes mean, each once, the weightiest first."""
        found = {change.aspect for change in self.fields}
        return tuple(aspect for aspect in ASPECTS if aspect in found)


@dataclass(frozen=True, kw_only=True)
class Difference:
    """Everything that changed from one state of a service to another.

    Attributes:
        elements: What changed, in file order; what is gone comes last.
        links_added: Links that are new between elements that both were there.
        links_removed: Links that are gone between elements that both still are.
        renamed: Files that are called otherwise, old stem and new.
        old: The graph as it was, under its own ids.
        new: The graph as it is.
        same: Old id to new id, of everything that is still there.
        called: Old id to what it is called among the new ids, of everything there was.
        since: What the old state is called, such as a git revision.
    """

    elements: tuple[Changed, ...]
    links_added: tuple[Link, ...]
    links_removed: tuple[Link, ...]
    renamed: tuple[tuple[str, str], ...]
    old: Graph
    new: Graph
    same: Mapping[str, str]
    called: Mapping[str, str]
    since: str | None = None

    @cached_property
    def joined(self) -> Graph:
        """The new graph with what is gone still in it, and its links; made when it is asked for."""
        from blueprint.analysis.difference.joining import joined

        return joined(self)

    @property
    def asked(self) -> tuple[tuple[str, AskedHow], ...]:
        """Ids of what a ripple starts at, with what happened to each; see `ripple`.

        What is only worded anew or measured anew starts none, and what a step, a phase or a
        department only groups is asked by itself. An element that is both tightened and
        altered is named twice.
        """
        return tuple(pair for changed in self.elements for pair in _asked(changed))

    def of(self, *hows: HowChanged) -> tuple[Changed, ...]:
        """Return the elements to which some of these things happened."""
        return tuple(changed for changed in self.elements if changed.how in hows)


def _asked(changed: Changed) -> Iterator[tuple[str, AskedHow]]:
    if changed.how in ("added", "removed"):
        if changed.kind in _STARTING:
            yield changed.id, "added" if changed.how == "added" else "removed"
        return
    if changed.kind in _STARTING or changed.kind == "step":
        if "tightened" in changed.aspects:
            yield changed.id, "tightened"
        if not ALTERING.isdisjoint(changed.aspects):
            yield changed.id, "altered"
