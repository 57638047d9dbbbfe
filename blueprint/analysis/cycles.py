"""Circles of dependency, what closes them, and what alone holds the service together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from blueprint.analysis.amounts import share_told
from blueprint.analysis.marking import light
from blueprint.analysis.naming import (
    WHO,
    assumed_told,
    filled,
    name_of,
    quoted,
    table,
    who,
)
from blueprint.analysis.spread.articulating import Joints, joints
from blueprint.analysis.spread.closing import circle_through, closing_arcs
from blueprint.analysis.spread.components import components
from blueprint.errors import BlueprintError
from blueprint.graph import Direction, Graph, Network
from blueprint.graph.couplings import conducting
from blueprint.report import Column, Finding, Mark, Method, Overlay, Report, Table
from blueprint.words import Phrase
from blueprint.words.label import listing

_GIANT = 0.5
"""From this share of all that conducts on, one circle is pointed out as holding most of it."""

_SMALL = 10
"""Where fewer elements conduct, that is not worth a word."""

_PART = 2
"""How many elements are a part; evidence, for one, hangs on its action alone."""

_MOST_TOLD = 3
"""How many closing links a sentence names, and how many elements of a circle."""


@dataclass(frozen=True, slots=True)
class _Circle:
    """Elements that all reach each other.

    Attributes:
        members: Their numbers, in file order.
        closing: Arcs without which none of them is on a circle.
    """

    members: tuple[int, ...]
    closing: tuple[int, ...]


def cycles(
    graph: Graph, *, direction: Direction = "disruption", exchange: bool = False, most: int = 20
) -> Report:
    """Return the circles of dependency, the links that close them, and what holds all together.

    Elements that all reach each other are one circle (a strongly connected component). The
    links that close it are few without which there is none; by a rule of thumb, so there may be
    fewer still. An element holds things together when, the direction of links aside, the
    couplings fall apart without it (an articulation point); a link does when it is the only
    one between two parts (a bridge). A single element that hangs on another is no part.

    Args:
        graph: The graph.
        direction: ``disruption`` or ``demand``.
        exchange: Whether data exchanged between systems counts; it goes both ways, so that any
            two of them are a circle.
        most: How many circles, closing links, elements and bridges are listed.

    Raises:
        BlueprintError: ``most`` is not 1 or more.
    """
    if most < 1:
        raise BlueprintError(Phrase.of("the option “most” is 1 or more"))
    kinds = [k for k in conducting(direction) if exchange or k != "integrates"]
    network = graph.network(direction, kinds)
    circles = [
        _Circle(members, closing_arcs(network, members))
        for members in components(network).members
        if len(members) > 1
    ]
    circles.sort(key=lambda circle: (-len(circle.members), circle.members))
    held = _of_parts(joints(graph.network(direction)))
    conduct = _conducting(graph.network(direction))
    return Report(
        name="cycles",
        title=Phrase.of("Circles of dependency, and what holds the service together"),
        method=_method(graph, network, conduct, direction, exchange=exchange),
        summary=tuple(_sentences(graph, network, circles, held, conduct)),
        findings=tuple(_findings(graph, network, circles[:most], conduct)),
        tables=filled(
            _circles(graph, network, circles[:most]),
            _closing(graph, network, circles[:most], most),
            _joints(graph, held, most),
            _bridges(graph, held, most),
        ),
        overlay=_overlay(graph, network, circles, held),
    )


def _of_parts(held: Joints) -> Joints:
    """Return what holds parts of two elements or more."""
    return Joints(
        tuple(joint for joint in held.nodes if joint.cut_off >= _PART),
        tuple(bridge for bridge in held.bridges if bridge[2] >= _PART),
    )


def _conducting(network: Network) -> int:
    ends = set(network.targets)
    ends.update(n for n in range(network.size) if network.first[n] < network.first[n + 1])
    return len(ends)


def _method(
    graph: Graph, network: Network, conduct: int, direction: Direction, *, exchange: bool
) -> Method:
    assumptions = [
        Phrase.of("every coupling conducts, however weak it is"),
        *assumed_told(graph, network.links),
    ]
    if not exchange:
        assumptions.insert(0, Phrase.of("data exchanged between systems closes no circle"))
    return Method(
        name="cycles",
        source=Phrase.of(
            "strongly connected components (Tarjan 1972); closing links by Eades, Lin & Smyth "
            "(1993); articulation points and bridges (Hopcroft & Tarjan 1973)"
        ),
        formula=Phrase.of(
            "x and y are on one circle: a path leads from x to y and one from y to x"
        ),
        scale=Phrase.of("counts"),
        direction=Phrase.of("disruption: what is missing is felt")
        if direction == "disruption"
        else Phrase.of("demand: more is asked"),
        n=conduct,
        assumptions=tuple(assumptions),
        cannot_tell=(
            Phrase.of("the fewest links that close all circles: these are few, perhaps not fewest"),
        ),
    )


def _sentences(
    graph: Graph, network: Network, circles: Sequence[_Circle], held: Joints, conduct: int
) -> Iterator[Phrase]:
    if circles:
        yield _largest(circles, conduct)
        if _alone(circles):
            links = _links_told(graph, network, circles[0].closing)
            yield Phrase.of("It is closed by {links}.", links=links)
    else:
        yield Phrase.of("There is no circle of dependency.")
    if held.nodes:
        top = held.nodes[0]
        said = "Elements that alone hold parts together: {n}; most hangs on {name}: without it {m} elements are cut off from the rest."
        if len(held.nodes) == 1:
            said = "{name} alone holds parts together: without it {m} elements are cut off."
        elif held.nodes[1].cut_off == top.cut_off:
            said = "Elements that alone hold parts together: {n}; without {name}, for one, {m} elements are cut off."
        yield Phrase.of(said, n=len(held.nodes), name=quoted(graph, top.node), m=top.cut_off)


def _largest(circles: Sequence[_Circle], conduct: int) -> Phrase:
    """Return how many circles there are, and how large the largest is."""
    size = len(circles[0].members)
    if len(circles) == 1:
        said = "There is one circle of dependency; it holds {m} of {k} elements ({share})."
    elif _alone(circles):
        said = "Circles of dependency: {n}; the largest holds {m} of {k} elements ({share})."
    else:
        said = "Circles of dependency: {n}; the largest hold {m} of {k} elements each ({share})."
    return Phrase.of(said, n=len(circles), m=size, k=conduct, share=share_told(size / conduct))


def _alone(circles: Sequence[_Circle]) -> bool:
    """Return whether no other circle is as large as the first."""
    return len(circles) == 1 or len(circles[1].members) < len(circles[0].members)


def _links_told(graph: Graph, network: Network, arcs: Sequence[int]) -> Phrase:
    told = listing([_link_told(graph, network, arc) for arc in arcs[:_MOST_TOLD]])
    more = len(arcs) - _MOST_TOLD
    return Phrase.of("{names} and {n} more", names=told, n=more) if more > 0 else told


def _link_told(graph: Graph, network: Network, arc: int) -> Phrase:
    source, target = _ends(graph, network, arc)
    return Phrase.of("{path} → {next}", path=quoted(graph, source), next=quoted(graph, target))


def _ends(graph: Graph, network: Network, arc: int) -> tuple[int, int]:
    """Return where an arc goes from and to, as what happens travels."""
    link, target = network.links[arc], network.targets[arc]
    ends = (graph.sources[link], graph.targets[link])
    return (ends[0] if ends[1] == target else ends[1]), target


def _told(graph: Graph, network: Network, circle: _Circle) -> Phrase:
    """Return a circle in words: the shortest that its first closing link closes."""
    found = circle_through(network, _ends(graph, network, circle.closing[0]), circle.members)
    names = [quoted(graph, n) for n in found]
    if len(names) > 2 * _MOST_TOLD:
        names = [*names[:_MOST_TOLD], Phrase.of("…"), *names[-_MOST_TOLD:]]
    whole = names[0]
    for name in (*names[1:], names[0]):
        whole = Phrase.of("{path} → {next}", path=whole, next=name)
    return whole


def _findings(
    graph: Graph, network: Network, circles: Sequence[_Circle], conduct: int
) -> Iterator[Finding]:
    for n, circle in enumerate(circles):
        ids = tuple(graph.nodes[node].id for node in circle.members)
        if n == 0 and conduct >= _SMALL and len(ids) >= _GIANT * conduct:
            yield Finding(
                code="cycles.giant",
                severity="warning",
                message=Phrase.of(
                    "{n} of {m} elements all reach each other: what happens to one can happen to "
                    "all; it is closed by {links}",
                    n=len(ids),
                    m=conduct,
                    links=_links_told(graph, network, circle.closing),
                ),
                about=ids,
                hint=Phrase.of("loosen the links that close it, first those between departments"),
            )
        else:
            yield Finding(
                code="cycles.circle",
                severity="info",
                message=Phrase.of(
                    "A circle of {n} elements: {path}",
                    n=len(ids),
                    path=_told(graph, network, circle),
                ),
                about=ids,
                hint=Phrase.of("say who breaks it when it goes wrong"),
            )


def _circles(graph: Graph, network: Network, circles: Sequence[_Circle]) -> Table:
    return table(
        "circles",
        Phrase.of("Circles of dependency"),
        (
            Column(key="circle", title=Phrase.of("Circle")),
            Column(key="elements", title=Phrase.of("Elements")),
            Column(key="departments", title=Phrase.of("Departments")),
            Column(key="closing", title=Phrase.of("Links that close it")),
            Column(key="path", title=Phrase.of("One way round")),
        ),
        (
            (
                n,
                len(circle.members),
                len({graph.nodes[node].department for node in circle.members} - {None}),
                len(circle.closing),
                _told(graph, network, circle),
            )
            for n, circle in enumerate(circles, start=1)
        ),
    )


def _closing(graph: Graph, network: Network, circles: Sequence[_Circle], most: int) -> Table:
    arcs = [(n, arc) for n, circle in enumerate(circles, start=1) for arc in circle.closing]
    return table(
        "closing",
        Phrase.of("Links that close circles"),
        (
            Column(key="circle", title=Phrase.of("Circle")),
            Column(key="source", title=Phrase.of("From")),
            Column(key="target", title=Phrase.of("To")),
        ),
        (
            (
                n,
                *(name_of(graph, end) for end in _ends(graph, network, arc)),
            )
            for n, arc in arcs[:most]
        ),
    )


def _joints(graph: Graph, held: Joints, most: int) -> Table:
    return table(
        "joints",
        Phrase.of("Elements that alone hold parts together"),
        (
            *WHO,
            Column(key="pieces", title=Phrase.of("Parts without it")),
            Column(key="cut_off", title=Phrase.of("Elements cut off")),
        ),
        ((*who(graph, j.node), j.pieces, j.cut_off) for j in held.nodes[:most]),
    )


def _bridges(graph: Graph, held: Joints, most: int) -> Table:
    order = sorted(held.bridges, key=lambda bridge: -bridge[2])
    return table(
        "bridges",
        Phrase.of("Links that alone join two parts"),
        (
            Column(key="one", title=Phrase.of("One end")),
            Column(key="other", title=Phrase.of("Other end")),
            Column(key="cut_off", title=Phrase.of("Elements cut off")),
        ),
        ((name_of(graph, a), name_of(graph, b), n) for a, b, n in order[:most]),
    )


def _overlay(graph: Graph, network: Network, circles: Sequence[_Circle], held: Joints) -> Overlay:
    marks: dict[str, Mark] = {}
    for n, circle in enumerate(circles, start=1):
        for number in circle.members:
            note = Phrase.of("on circle {n}", n=n)
            light(marks, graph, number, Mark(role="info", badge=str(n), note=note))
    for joint in held.nodes:
        note = Phrase.of("without it {n} elements are cut off", n=joint.cut_off)
        light(marks, graph, joint.node, Mark(role="touch", note=note))
    arcs = [network.links[arc] for circle in circles for arc in circle.closing]
    links = dict.fromkeys((graph.links[n].source, graph.links[n].target) for n in arcs)
    return Overlay(
        title=Phrase.of("Circles of dependency, and what holds the service together"),
        elements=marks,
        links=tuple(links),
        meanings={
            "info": Phrase.of("on a circle, with its number"),
            "touch": Phrase.of("alone holds parts together"),
        },
    )
