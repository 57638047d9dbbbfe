"""What is different between two states, sorted: cards moved, owners changed, moments lost."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from blueprint.analysis.comparison.figures import Figures, figures_of
from blueprint.analysis.difference import Changed, Difference, FieldChange
from blueprint.analysis.difference.results import HowChanged
from blueprint.analysis.difference.wording import lane_told
from blueprint.graph import Graph, Node
from blueprint.integrity import lanes_of
from blueprint.model import Act, CustomerAction, Step
from blueprint.model.links import ACTIONS
from blueprint.words import Phrase
from blueprint.words.label import label_phrase

_SHOWN_ONLY = frozenset({"blueprint", "state", "of", "source"})
"""Fields by which two states of one service differ without any difference of the service."""

_TOLD_ELSEWHERE = frozenset({"needed_by", "id"})
"""A link told at its other end, which whoever has the link tells too; and an id, which the former
id tells."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """A card or a step that stands elsewhere.

    Attributes:
        id: Its new id.
        name: Its label.
        what: ``lane``, ``step`` or ``phase``.
        before: Where it stood.
        after: Where it stands.
        line: Whether it goes ``out`` of customers' sight or comes ``in``, if either.
        to_customer: Whether it is now done by the customer.
    """

    id: str
    name: Phrase
    what: str
    before: Phrase
    after: Phrase
    line: str | None = None
    to_customer: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Handover:
    """An element that another department does or answers for; ``None`` is nobody."""

    node: Node
    before: Phrase | None
    after: Phrase | None


@dataclass(frozen=True)
class Altered:
    """Two states of a service and everything between them.

    Attributes:
        difference: What changed, element by element.
    """

    difference: Difference

    @cached_property
    def elements(self) -> tuple[Changed, ...]:
        """What is new, gone or not what it was, without what only tells the states apart."""
        return tuple(_own(self.difference))

    @property
    def same(self) -> Mapping[str, str]:
        """Old id to new id, of what is in both."""
        return self.difference.same

    @cached_property
    def former(self) -> Mapping[str, str]:
        """New id to old id, of what is in both."""
        return {new: old for old, new in self.same.items()}

    @cached_property
    def pairs(self) -> tuple[tuple[str, str], ...]:
        """The blueprints that are in both states, by their old and their new id."""
        old = (self.difference.old.scope, self.difference.old.scope.blueprints)
        ids = (old[0].blueprint_id(stem) for stem in old[1])
        return tuple((one, self.same[one]) for one in ids if one in self.same)

    @cached_property
    def before(self) -> Mapping[str, Figures]:
        """The figures of the first state, by the blueprint's id."""
        return figures_of(self.difference.old)

    @cached_property
    def after(self) -> Mapping[str, Figures]:
        """The figures of the second."""
        if self.difference.new is self.difference.old:
            return self.before
        return figures_of(self.difference.new)

    @cached_property
    def moves(self) -> tuple[Move, ...]:
        """The cards and steps that stand elsewhere, in file order."""
        return tuple(move for changed in self.elements for move in self._moves(changed))

    @cached_property
    def handovers(self) -> tuple[Handover, ...]:
        """What another department does or answers for, in file order.

        A step is its moment of truth's; what is lost or gained with that is told of there.
        """
        told = {self.same.get(node.id) for node in self.moments_lost}
        told |= {node.id for node in self.moments_gained}
        return tuple(h for h in _handovers(self.difference) if h.node.id not in told)

    @cached_property
    def moments_lost(self) -> tuple[Node, ...]:
        """The steps, in the first state, that are moments of truth there alone."""
        kept = {step for figures in self.after.values() for step in figures.moments}
        lost = (step for figures in self.before.values() for step in figures.moments)
        old = self.difference.old
        return tuple(old.node(step) for step in lost if self.same.get(step) not in kept)

    @cached_property
    def moments_gained(self) -> tuple[Node, ...]:
        """The steps, in the second state, that are moments of truth there alone."""
        had = {step for figures in self.before.values() for step in figures.moments}
        new = self.difference.new
        found = (step for figures in self.after.values() for step in figures.moments)
        return tuple(new.node(step) for step in found if self.former.get(step) not in had)

    @cached_property
    def self_served(self) -> tuple[Node, ...]:
        """Customers' actions they now do alone, and did not before."""
        return tuple(new for old, new in self._kept("customer") if _left_alone(old, new))

    @cached_property
    def unmended(self) -> tuple[Node, ...]:
        """Elements, in the second state, with a fail point that had a recovery and has none."""
        return tuple(
            new
            for old, new in self._kept("step", *ACTIONS)
            if not _fails(old, mended=True).isdisjoint(_fails(new, mended=False))
        )

    def _kept(self, *kinds: str) -> Iterator[tuple[Node, Node]]:
        """Go through what is in both states, and altered, as it was and as it is."""
        old, new = self.difference.old, self.difference.new
        for changed in self.elements:
            if changed.kind in kinds and changed.id in self.former:
                yield old.node(self.former[changed.id]), new.node(changed.id)

    def _moves(self, changed: Changed) -> Iterator[Move]:
        for field in changed.fields:
            if field.field in ("lane", "step", "phase") and field.aspect in ("visibility", "place"):
                yield self._move(changed, field)

    def _move(self, changed: Changed, field: FieldChange) -> Move:
        new = self.difference.new.node(changed.id)
        before, after = field.before or Phrase.of(""), field.after or Phrase.of("")
        move = Move(id=changed.id, name=changed.name, what=field.field, before=before, after=after)
        if field.field != "lane":
            return move
        old = self.difference.old.node(self.former[changed.id])
        line = None
        if field.aspect == "visibility":
            line = "out" if _is_hidden(self.difference.new, new) else "in"
        return replace(
            move,
            before=lane_told(self.difference.old, old),
            after=lane_told(self.difference.new, new),
            line=line,
            to_customer=new.kind == "customer",
        )


def _left_alone(old: Node, new: Node) -> bool:
    """Tell whether a customer now does alone what was done together, or for them."""
    was, now = old.element, new.element
    if not (isinstance(was, CustomerAction) and isinstance(now, CustomerAction)):
        return False
    return was.participation in ("joint", "provider") and now.participation == "self"


def _own(difference: Difference) -> Iterator[Changed]:
    for changed in difference.elements:
        if changed.how in ("added", "removed") and not changed.fields:
            yield changed
            continue
        hidden = _TOLD_ELSEWHERE | (_SHOWN_ONLY if changed.kind == "blueprint" else frozenset())
        fields = tuple(field for field in changed.fields if field.field not in hidden)
        if len(fields) == len(changed.fields):
            yield changed
        elif fields:
            yield replace(changed, how=_how(changed, fields), fields=fields)


def _how(changed: Changed, fields: tuple[FieldChange, ...]) -> HowChanged:
    aspects = {field.aspect for field in fields}
    if changed.how != "tightened" or "tightened" in aspects:
        return changed.how
    rest = aspects - {"observed", "wording"}
    return "altered" if rest else "observed" if "observed" in aspects else "reworded"


def _handovers(difference: Difference) -> Iterator[Handover]:
    old, new = difference.old, difference.new
    if old is new:
        return
    for old_id, new_id in difference.same.items():
        was, now = old.node(old_id), new.node(new_id)
        before = difference.same.get(was.department or "", was.department)
        if before != now.department:
            yield Handover(
                node=now, before=_name(old, was.department), after=_name(new, now.department)
            )


def _name(graph: Graph, department: str | None) -> Phrase | None:
    if department is None:
        return None
    if department not in graph.index:
        return label_phrase(department)
    return label_phrase(graph.node(department).name)


def _is_hidden(graph: Graph, node: Node) -> bool:
    for stem, blueprint in graph.scope.blueprints.items():
        if graph.scope.blueprint_id(stem) == node.blueprint:
            lanes = [lane.id for lane in lanes_of(blueprint)]
            return lanes.index(node.lane or "") >= lanes.index("backstage")
    return False


def _fails(node: Node, *, mended: bool) -> set[object]:
    element = node.element
    if not isinstance(element, (Step, Act)) or not element.fails:
        return set()
    return {fail.name for fail in element.fails if (fail.recovery is not None) == mended}
