"""Everything behind a picture: all elements with their fields, and all links between them.

The drawing shows cards and the lines between them. The page also tells of departments,
systems, promises and the rest, and follows a change along links that are not drawn.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from blueprint.analysis.ripple.change_kinds import subject_of
from blueprint.graph.couplings import DIRECTIONS, strengths_of
from blueprint.layout.show.context import Context, context_of
from blueprint.layout.show.edges import label_of, written_links
from blueprint.layout.show.fields import fields_of
from blueprint.layout.show.observed import Observed, observed_in
from blueprint.layout.show.whole import ON_THE_GRID, blueprint_fields
from blueprint.layout.view import Field
from blueprint.model import (
    LINK_KINDS,
    Blueprint,
    Coupling,
    Department,
    LinkKind,
    NodeKind,
    System,
)
from blueprint.model.ids import first_text
from blueprint.model.links import Travel

if TYPE_CHECKING:
    from blueprint.graph import Graph, Node


class MomentKind(NamedTuple):
    """A kind of moment of truth: the same key in every language, and how it is called here.

    Both are ``""`` for a moment of truth without a kind.
    """

    key: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Element:
    """Anything with an id: a card, a step, a department, a system, a promise and so on.

    Attributes:
        id: Its id in the graph.
        kind: What it is.
        name: What it is called.
        fields: Everything it says.
        within: Name of another blueprint, where it stands in one.
        step: Id of its step, for an action.
        blueprint: Id of the blueprint it stands in; empty for what is shared.
        about: Id of what a promise is about, where it is about one thing.
        moments: Kinds of the moments of truth declared on it.
        legacy: Whether it is a system that is to be renewed.
        told_of: Of which kinds of change a department asked to be told.
    """

    id: str
    kind: NodeKind
    name: str
    fields: tuple[Field, ...] = ()
    within: str = ""
    step: str = ""
    blueprint: str = ""
    about: str = ""
    moments: tuple[MomentKind, ...] = ()
    legacy: bool = False
    told_of: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ElementLink:
    """A link between two elements, and how a change travels along it.

    Attributes:
        source: Id of the element it goes from.
        target: Id of the element it goes to.
        kind: The link's kind.
        label: What is written on it.
        demand: How a new or tighter ask travels along it.
        disruption: How something altered or unavailable travels along it.
        likely_demand: How likely an ask travels; ``None`` where none does.
        likely_disruption: How likely a disruption travels; ``None`` where none does.
        implied: Whether nobody wrote the link.
    """

    source: str
    target: str
    kind: LinkKind
    label: str
    demand: Travel
    disruption: Travel
    likely_demand: float | None
    likely_disruption: float | None
    implied: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Elements:
    """All elements and links around one blueprint.

    Attributes:
        items: The elements, in the graph's order.
        links: The links between them, in the graph's order.
        same: Cards that are the same thing as another: card id to that one's.
    """

    items: tuple[Element, ...]
    links: tuple[ElementLink, ...]
    same: Mapping[str, str] = field(default_factory=dict)


def elements_of(
    source: Blueprint | Graph, *, lang: str = "en", stem: str | None = None
) -> Elements:
    """Return all elements around a blueprint, with all they say, in one language.

    Args:
        source: A blueprint, or the graph of a workspace.
        lang: Language of all texts.
        stem: Which blueprint of a graph with several; of the others, what is linked to it
            by whatever a change travels along is named.

    Raises:
        InvalidBlueprintError: A name of the blueprint means nothing or two things.
        ReferenceNotFoundError: ``stem`` is needed, or names no blueprint.
    """
    context = context_of(source, lang, stem)
    graph, seen = context.graph, observed_in(context)
    shown = _shown(context)
    return Elements(
        items=tuple(_element(node, context, seen) for node in graph.nodes if node.id in shown),
        links=tuple(_links(context, shown)),
        same={
            node.id: graph.nodes[n].id
            for node in graph.nodes
            if node.id in shown and graph.nodes[n := graph.index[node.id]].id != node.id
        },
    )


def _shown(context: Context) -> frozenset[str]:
    """Return the ids of what stands in the blueprint or is shared, and what couples with it."""
    graph = context.graph
    home = context.scope.blueprint_id(context.stem or "")
    known = {n for n, node in enumerate(graph.nodes) if node.blueprint in (home, None)}
    waiting = sorted(known)
    while waiting:
        here = waiting.pop()
        for ends, numbers in ((graph.targets, graph.leaving), (graph.sources, graph.arriving)):
            for number in numbers[here]:
                if isinstance(graph.links[number], Coupling) and ends[number] not in known:
                    known.add(ends[number])
                    waiting.append(ends[number])
    return frozenset(graph.nodes[n].id for n in known | set(_concerned(graph, known)))


def _concerned(graph: Graph, known: set[int]) -> Iterator[int]:
    """Go through the steps and blueprints some elements stand in, and whom those concern."""
    homes = {h for n in known for h in (graph.nodes[n].step, graph.nodes[n].blueprint) if h}
    around = {graph.index[home] for home in homes}
    yield from around
    for number in known | around:
        for ends, links in ((graph.sources, graph.arriving), (graph.targets, graph.leaving)):
            for link in links[number]:
                if graph.links[link].kind in ("performs", "owns", "serves", "moves"):
                    yield ends[link]


def _element(node: Node, context: Context, seen: Observed) -> Element:
    home = context.scope.blueprint_id(context.stem or "")
    foreign = node.blueprint not in (home, None)
    within = context.say(context.nodes[node.blueprint].name) if foreign and node.blueprint else ""
    return Element(
        id=node.id,
        kind=node.kind,
        name=context.say(node.name),
        fields=() if foreign else _fields(node, context, seen),
        within=within,
        step=node.step or "",
        blueprint=node.blueprint or "",
        about=_subject(node, context.graph),
        moments=_moments(node, context),
        legacy=isinstance(node.element, System) and node.element.legacy,
        told_of=node.element.told_of if isinstance(node.element, Department) else (),
    )


def _subject(node: Node, graph: Graph) -> str:
    subject = subject_of(graph, node)
    return graph.nodes[graph.index[subject.id]].id if subject is not None else ""


def _moments(node: Node, context: Context) -> tuple[MomentKind, ...]:
    declared = getattr(node.element, "moment_of_truth", None)
    if declared is None:
        return ()
    kind = declared.kind or ""
    return (MomentKind(first_text(kind, ""), context.term(kind)),)


def _fields(node: Node, context: Context, seen: Observed) -> tuple[Field, ...]:
    """Return what an element says; a name in it means what it means where it is written."""
    where = context if node.blueprint is not None else Context(context.graph, None, context.lang)
    said = (
        blueprint_fields(where)
        if node.kind == "blueprint"
        else fields_of(node.element, where, without=ON_THE_GRID.get(node.kind, frozenset()))
    )
    return said + seen.get(node.id, ())


def _links(context: Context, shown: frozenset[str]) -> Iterator[ElementLink]:
    written = written_links(context)
    for link in context.graph.links:
        if link.source not in shown or link.target not in shown:
            continue
        row = LINK_KINDS[link.kind]
        demand, disruption = (strengths_of(link, direction) for direction in DIRECTIONS)
        yield ElementLink(
            source=link.source,
            target=link.target,
            kind=link.kind,
            label=label_of(link, written, context),
            demand=row.demand,
            disruption=row.disruption,
            likely_demand=demand.likelihood if demand else None,
            likely_disruption=disruption.likelihood if disruption else None,
            implied=link.implied,
        )
