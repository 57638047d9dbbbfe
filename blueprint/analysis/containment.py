"""The smallest set of changes that would cut a ripple off from what must not feel it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from blueprint.analysis.marking import light
from blueprint.analysis.naming import (
    WHO,
    assumed_told,
    filled,
    name_of_id,
    named,
    quoted,
    table,
    who,
)
from blueprint.analysis.ripple.starting import meant_by, starts_of
from blueprint.analysis.service import actions_by_step, declared_moments, lived
from blueprint.analysis.spread.cutting import Cut, Side, smallest_cut
from blueprint.analysis.spread.reaching import reached
from blueprint.errors import BlueprintError
from blueprint.graph import Direction, Graph, Network
from blueprint.report import Column, Finding, Mark, Method, Overlay, Report, Table
from blueprint.words import Phrase
from blueprint.words.label import listing

What = Literal["elements", "links"]
"""What is cut."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    """What is asked: where a ripple starts, and what it shall not reach.

    Attributes:
        starts: Numbers of the nodes it starts at.
        named: Numbers of what was named as starts.
        targets: Numbers of the nodes it shall not reach.
        own: Those it starts at itself, which nothing keeps it from.
        hit: Those of them it reaches now.
        basis: Why these are the targets.
    """

    starts: tuple[int, ...]
    named: tuple[int, ...]
    targets: tuple[int, ...]
    own: tuple[int, ...]
    hit: tuple[int, ...]
    basis: Phrase


def containment(
    graph: Graph,
    on: Sequence[str],
    *,
    targets: Sequence[str] = (),
    what: What = "elements",
    near: Side = "start",
    direction: Direction = "disruption",
    costs: Mapping[str, float] | None = None,
    most: int = 50,
) -> Report:
    """Return the smallest set of elements, or of links, that would cut the ripple.

    To cut at an element means that it no longer passes on what happens: it has a fallback, a
    stock, a second source. The elements the ripple starts at and its targets are never cut;
    where a start and a target are joined directly, that link must be.

    Args:
        graph: The graph.
        on: Where the ripple starts; a step at all its actions, a department at all it performs
            and owns.
        targets: What it shall not reach; by default what customers do in the declared moments
            of truth, and where none is declared, all that customers do.
        what: Whether ``elements`` are cut or ``links``.
        near: Which of equally small answers: the one nearest the ``start`` or the ``target``.
        direction: ``disruption`` or ``demand``.
        costs: What cutting at an element costs, where it is not 1; of no use for links.
        most: How many of the elements and links to cut are listed, in file order.

    Raises:
        ReferenceNotFoundError: An id means nothing, or several things.
        BlueprintError: A cost is not above 0, or ``most`` not 1 or more.
    """
    if most < 1:
        raise BlueprintError(Phrase.of("the option “most” is 1 or more"))
    network = graph.network(direction)
    asked = _asked(graph, network, on, targets)
    cut = smallest_cut(
        network, asked.starts, asked.hit, what=what, side=near, costs=_costs(graph, costs or {})
    )
    listed = replace(cut, nodes=cut.nodes[:most], arcs=cut.arcs[:most])
    return Report(
        name="containment",
        title=Phrase.of("How to contain what starts at {names}", names=named(graph, asked.named)),
        method=_method(graph, network, asked, direction, near),
        summary=tuple(_sentences(graph, network, asked, cut, costs=bool(costs))),
        findings=tuple(_findings(graph, network, asked, listed)),
        tables=filled(_elements(graph, network, asked, listed), _links(graph, network, listed)),
        overlay=_overlay(graph, network, asked, cut),
    )


def _asked(graph: Graph, network: Network, on: Sequence[str], targets: Sequence[str]) -> _Asked:
    named_ = [meant_by(graph, ref) for ref in on]
    starts = tuple(dict.fromkeys(n for node in named_ for n in starts_of(graph, node)))
    actions = actions_by_step(graph)
    if targets:
        aims = [n for ref in targets for n in starts_of(graph, meant_by(graph, ref))]
        basis = Phrase.of("targets: what was named")
    elif moments := declared_moments(graph):
        aims = [n for step in moments for n in lived(graph, actions[step])]
        basis = Phrase.of("targets: what customers do in the declared moments of truth")
    else:
        aims = [n for n, node in enumerate(graph.nodes) if node.kind == "customer"]
        basis = Phrase.of("targets: all that customers do, for no moment of truth is declared")
    found = reached(network, starts)
    own = tuple(n for n in dict.fromkeys(aims) if n in starts)
    aims = [n for n in dict.fromkeys(aims) if n not in starts]
    return _Asked(
        starts=starts,
        named=tuple(dict.fromkeys(graph.index[node.id] for node in named_)),
        targets=tuple(aims),
        own=own,
        hit=tuple(n for n in aims if n in found),
        basis=basis,
    )


def _costs(graph: Graph, costs: Mapping[str, float]) -> dict[int, float]:
    found: dict[int, float] = {}
    for ref, cost in costs.items():
        if cost <= 0:
            said = "the cost of “{id}” is {cost}; a cost is above 0"
            raise BlueprintError(Phrase.of(said, id=ref, cost=cost))
        found[graph.index[meant_by(graph, ref).id]] = cost
    return found


def _method(
    graph: Graph, network: Network, asked: _Asked, direction: Direction, near: Side
) -> Method:
    ends = Phrase.of("nearest the start") if near == "start" else Phrase.of("nearest the target")
    return Method(
        name="containment",
        source=Phrase.of(
            "minimum cut (Ford & Fulkerson 1956), by maximum flow (Ahuja & Orlin 1991)"
        ),
        formula=Phrase.of(
            "the smallest sum of costs of a set that every path from a start to a target passes"
        ),
        scale=Phrase.of("a count, or the costs given"),
        direction=Phrase.of("disruption: what is missing is felt")
        if direction == "disruption"
        else Phrase.of("demand: more is asked"),
        n=len(asked.hit),
        assumptions=(
            asked.basis,
            Phrase.of("of equally small sets the one {nearest}", nearest=ends),
            Phrase.of("every coupling conducts, however weak it is"),
            *assumed_told(graph, network.links),
        ),
        cannot_tell=(Phrase.of("what a fallback costs or whether there can be one"),),
    )


def _sentences(
    graph: Graph, network: Network, asked: _Asked, cut: Cut, *, costs: bool
) -> Iterator[Phrase]:
    if asked.own:
        yield Phrase.of(
            "Nothing keeps it from {names}, where it starts.", names=named(graph, asked.own)
        )
    if asked.targets:
        yield _how_far(graph, asked)
    elif not asked.own:
        yield Phrase.of("There is nothing to keep it from: no target was found.")
    if asked.hit:
        yield Phrase.of(
            "Smallest change that contains it: {changes}.", changes=_changes(graph, network, cut)
        )
    if asked.hit and costs:
        yield Phrase.of("Its cost, by the costs given: {cost}.", cost=f"{cut.cost:g}")


def _how_far(graph: Graph, asked: _Asked) -> Phrase:
    """Return how many of the targets it reaches, and which."""
    n, m = len(asked.hit), len(asked.targets)
    if not n:
        none = "It reaches none of the {m} targets."
        return Phrase.of("It does not reach the target." if m == 1 else none, m=m)
    said = "It reaches {n} of {m} targets: {names}."
    if n == m:
        said = (
            "It reaches the target: {names}." if n == 1 else "It reaches all {m} targets: {names}."
        )
    return Phrase.of(said, n=n, m=m, names=named(graph, asked.hit))


def _changes(graph: Graph, network: Network, cut: Cut) -> Phrase:
    fallback = Phrase.of("a fallback at {names}", names=named(graph, cut.nodes))
    if not cut.arcs:
        return fallback
    told = listing([_link_told(graph, network, arc) for arc in cut.arcs[:3]])
    more = len(cut.arcs) - 3
    if more > 0:
        told = Phrase.of("{names} and {n} more", names=told, n=more)
    links = Phrase.of("cutting {links}", links=told)
    if not cut.nodes:
        return links
    return Phrase.of("{fallback}, and {cutting}", fallback=fallback, cutting=links)


def _link_told(graph: Graph, network: Network, arc: int) -> Phrase:
    link = network.links[arc]
    ends = (graph.sources[link], graph.targets[link])
    one, other = (quoted(graph, n) for n in ends)
    return Phrase.of("{one} – {other}", one=one, other=other)


def _findings(graph: Graph, network: Network, asked: _Asked, cut: Cut) -> Iterator[Finding]:
    for node in cut.nodes:
        saved = _saved(network, asked, node)
        said = "{name} is on the way to {n} of {m} targets that are reached"
        if len(saved) == len(asked.hit):
            said = "{name} is on the way to all {m} targets that are reached"
        if len(asked.hit) == 1:
            said = "{name} is on the way to the one target that is reached"
        yield Finding(
            code="containment.element",
            severity="info",
            message=Phrase.of(
                said,
                name=quoted(graph, node),
                n=len(saved),
                m=len(asked.hit),
            ),
            about=(graph.nodes[node].id, *(graph.nodes[n].id for n in saved)),
            hint=Phrase.of("give it a second source, a stock or a way to go on without"),
        )
    for arc in cut.arcs:
        link = graph.links[network.links[arc]]
        yield Finding(
            code="containment.link",
            severity="info",
            message=Phrase.of("{link} must be cut", link=_link_told(graph, network, arc)),
            about=(link.source, link.target),
            hint=Phrase.of("give it another way"),
        )


def _saved(network: Network, asked: _Asked, node: int) -> tuple[int, ...]:
    """Return the targets that what happens comes to by way of an element."""
    onward = reached(network, [node], closed=asked.starts)
    return tuple(n for n in asked.hit if n in onward)


def _elements(graph: Graph, network: Network, asked: _Asked, cut: Cut) -> Table:
    return table(
        "cut",
        Phrase.of("Where to cut"),
        (
            *WHO,
            Column(key="targets", title=Phrase.of("Targets on that way")),
            Column(key="elements", title=Phrase.of("Elements on that way")),
        ),
        (
            (
                *who(graph, node),
                len(_saved(network, asked, node)),
                len(reached(network, [node], closed=asked.starts)),
            )
            for node in cut.nodes
        ),
    )


def _links(graph: Graph, network: Network, cut: Cut) -> Table:
    links = [graph.links[network.links[arc]] for arc in cut.arcs]
    return table(
        "links",
        Phrase.of("Links to cut"),
        (
            Column(key="source", title=Phrase.of("From")),
            Column(key="target", title=Phrase.of("To")),
        ),
        ((name_of_id(graph, link.source), name_of_id(graph, link.target)) for link in links),
    )


def _overlay(graph: Graph, network: Network, asked: _Asked, cut: Cut) -> Overlay:
    marks: dict[str, Mark] = {}

    for number in asked.starts:
        light(marks, graph, number, Mark(role="start", note=Phrase.of("it starts here")))
    for number in cut.nodes:
        light(
            marks,
            graph,
            number,
            Mark(role="warning", note=Phrase.of("a fallback here contains it")),
        )
    for number in asked.hit:
        light(marks, graph, number, Mark(role="touch", note=Phrase.of("what it shall not reach")))
    links = [graph.links[network.links[arc]] for arc in cut.arcs]
    return Overlay(
        title=Phrase.of("Where to contain it"),
        elements=marks,
        links=tuple((link.source, link.target) for link in links),
        meanings={
            "start": Phrase.of("it starts here"),
            "warning": Phrase.of("a fallback here contains it"),
            "touch": Phrase.of("what it shall not reach"),
        },
    )
