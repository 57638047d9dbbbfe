"""Who makes work for whom: a matrix of departments by the links between what they do and own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from blueprint.analysis.naming import LINKS, assumed_told, filled, name_of_id, table
from blueprint.graph import Direction, Graph
from blueprint.report import Cell, Column, Finding, Mark, Method, Overlay, Report, Table
from blueprint.words import Phrase
from blueprint.words.label import listing

_MANY = 0.5
"""From this share of all work between departments on, one department is pointed out."""

_FROM = Column(key="from", title=Phrase.of("Makes work"))
_TO = Column(key="to", title=Phrase.of("For"))
_STRENGTH = Column(key="strength", title=Phrase.of("Strength"))
_SHARE = Column(key="share", title=Phrase.of("Share"))


@dataclass(slots=True)
class _Between:
    """What one department asks of another: numbers of the links, and their strength in sum."""

    links: list[int] = field(default_factory=list)
    strength: float = 0.0


Matrix = Mapping[tuple[str, str], _Between]


def dependence(graph: Graph, *, direction: Direction = "demand") -> Report:
    """Return who makes work for whom, department by department.

    Every link that conducts and whose ends belong to different departments counts once for
    the pair it goes from and to. Its strength is likelihood times impact; those of a pair
    are added up. With ``demand``, the row asks more of the column; with ``disruption``, what
    the row has not is felt in the column. A link that conducts both ways, such as two
    systems that exchange data, counts in both.

    Args:
        graph: The graph.
        direction: ``demand`` or ``disruption``.

    Returns:
        The pairs, the matrix, and for each department what it gives and gets.
    """
    network = graph.network(direction)
    found: dict[tuple[str, str], _Between] = {}
    unowned = inside = 0
    for node in range(network.size):
        giver = graph.nodes[node].department
        for to, likelihood, impact, arc in network.arcs(node):
            taker = graph.nodes[to].department
            if giver is None or taker is None:
                unowned += 1
            elif giver == taker:
                inside += 1
            else:
                between = found.setdefault((giver, taker), _Between())
                between.links.append(network.links[arc])
                between.strength += likelihood * impact
    order = [node.id for node in graph.of_kind("department")]
    rank = {department: n for n, department in enumerate(order)}
    matrix = dict(sorted(found.items(), key=lambda pair: (rank[pair[0][0]], rank[pair[0][1]])))
    used = [d for d in order if any(d in pair for pair in matrix)]
    return Report(
        name="dependence",
        title=Phrase.of("Which departments make work for which"),
        method=_method(graph, matrix, direction, unowned),
        summary=tuple(_sentences(graph, matrix, used, inside)),
        findings=tuple(_findings(graph, matrix)),
        tables=filled(
            _pairs(graph, matrix), _square(graph, matrix, used), _sums(graph, matrix, used)
        ),
        overlay=_overlay(graph, matrix),
    )


def _method(graph: Graph, matrix: Matrix, direction: Direction, unowned: int) -> Method:
    links = [link for between in matrix.values() for link in between.links]
    cannot = [Phrase.of("how much work a link is: that needs volumes, which links do not have")]
    if unowned:
        said = "who works for whom on {n} links: an end of each belongs to no department"
        cannot.insert(0, Phrase.of(said, n=unowned))
    return Method(
        name="dependence",
        source=Phrase.of("defined here: a design structure matrix of departments"),
        formula="links(A, B) = conducting links from what A does or owns to what B does or owns; "
        "strength(A, B) = sum of likelihood x impact over these links",
        scale=Phrase.of("links: a count; strength: 0 and more, no unit"),
        direction=Phrase.of("demand: the row asks more of the column")
        if direction == "demand"
        else Phrase.of("disruption: what fails in the row is felt in the column"),
        n=len(links),
        assumptions=(assumed_told(graph, links),),
        cannot_tell=tuple(cannot),
    )


def _sentences(graph: Graph, matrix: Matrix, used: list[str], inside: int) -> Iterator[Phrase]:
    if not matrix:
        if not any(True for _ in graph.of_kind("department")):
            yield Phrase.of("Cannot tell: no department is named.")
        else:
            yield Phrase.of("No link joins what two departments do or own.")
        return
    givers = sorted(used, key=lambda d: -_given(matrix, d))
    giver = givers[0]
    takers = sorted(
        (pair for pair in matrix if pair[0] == giver), key=lambda pair: -len(matrix[pair].links)
    )
    told = [_for(graph, pair[1], len(matrix[pair].links)) for pair in takers[:3]]
    yield Phrase.of(
        "{giver} makes the most work for others: for {takers}.",
        giver=_name(graph, giver),
        takers=listing(told),
    )
    taker = max(used, key=lambda d: _taken(matrix, d))
    yield Phrase.of(
        "{taker} gets the most work from others: {n}.",
        taker=_name(graph, taker),
        n=_links(_taken(matrix, taker)),
    )
    across = sum(len(between.links) for between in matrix.values())
    yield Phrase.of(
        "Links between departments: {n}; within one: {m}; pairs of departments: {pairs}.",
        n=across,
        m=inside,
        pairs=len(matrix),
    )


def _findings(graph: Graph, matrix: Matrix) -> Iterator[Finding]:
    for one, other in matrix:
        if (other, one) in matrix and one < other:
            yield Finding(
                code="dependence.mutual",
                severity="info",
                message=Phrase.of(
                    "{one} and {other} make work for each other: {n} one way, {m} the other",
                    one=_name(graph, one),
                    other=_name(graph, other),
                    n=len(matrix[one, other].links),
                    m=len(matrix[other, one].links),
                ),
                about=(one, other),
                hint=Phrase.of("agree on one person who looks at both ends"),
            )
    across = sum(len(between.links) for between in matrix.values())
    takers = dict.fromkeys(taker for _, taker in matrix)
    for taker in takers if len(takers) > 1 else ():
        taken = _taken(matrix, taker)
        if taken >= _MANY * across:
            yield Finding(
                code="dependence.bottleneck",
                severity="warning",
                message=Phrase.of(
                    "{taker} gets {share} of all work between departments: {n} of {m} links",
                    taker=_name(graph, taker),
                    share=f"{taken / across:.0%}",
                    n=taken,
                    m=across,
                ),
                about=(taker,),
                hint=Phrase.of("ask it first when anything is planned"),
            )


def _pairs(graph: Graph, matrix: Matrix) -> Table:
    across = sum(len(between.links) for between in matrix.values())
    rows = sorted(matrix.items(), key=lambda entry: -len(entry[1].links))
    return table(
        "pairs",
        Phrase.of("Pairs of departments"),
        (_FROM, _TO, LINKS, _SHARE, _STRENGTH),
        (
            (
                _name(graph, giver),
                _name(graph, taker),
                len(between.links),
                round(len(between.links) / across, 4),
                round(between.strength, 4),
            )
            for (giver, taker), between in rows
        ),
    )


def _square(graph: Graph, matrix: Matrix, used: list[str]) -> Table:
    columns = [_FROM, *(Column(key=d, title=_name(graph, d)) for d in used)]
    rows = []
    for giver in used:
        counts: list[Cell] = [
            len(matrix[giver, taker].links) if (giver, taker) in matrix else None for taker in used
        ]
        rows.append((_name(graph, giver), *counts))
    return table("matrix", Phrase.of("Links from row to column"), columns, rows)


def _sums(graph: Graph, matrix: Matrix, used: list[str]) -> Table:
    return table(
        "departments",
        Phrase.of("Departments"),
        (
            Column(key="department", title=Phrase.of("Department")),
            Column(key="gives", title=Phrase.of("Links to others")),
            Column(key="gets", title=Phrase.of("Links from others")),
            Column(key="strength_given", title=Phrase.of("Strength to others")),
            Column(key="strength_got", title=Phrase.of("Strength from others")),
        ),
        (
            (
                _name(graph, d),
                _given(matrix, d),
                _taken(matrix, d),
                round(sum(b.strength for (giver, _), b in matrix.items() if giver == d), 4),
                round(sum(b.strength for (_, taker), b in matrix.items() if taker == d), 4),
            )
            for d in used
        ),
    )


def _overlay(graph: Graph, matrix: Matrix) -> Overlay:
    links = sorted({link for between in matrix.values() for link in between.links})
    ends = dict.fromkeys(
        end for link in links for end in (graph.links[link].source, graph.links[link].target)
    )
    note = Phrase.of("joins two departments")
    return Overlay(
        title=Phrase.of("Where work goes from one department to another"),
        elements={end: Mark(role="reached", note=note) for end in ends},
        links=tuple((graph.links[n].source, graph.links[n].target) for n in links),
    )


def _given(matrix: Matrix, department: str) -> int:
    return sum(len(b.links) for (giver, _), b in matrix.items() if giver == department)


def _taken(matrix: Matrix, department: str) -> int:
    return sum(len(b.links) for (_, taker), b in matrix.items() if taker == department)


def _for(graph: Graph, department: str, n: int) -> Phrase:
    return Phrase.of("{department} ({n})", department=_name(graph, department), n=_links(n))


def _links(n: int) -> Phrase:
    return Phrase.of("1 link") if n == 1 else Phrase.of("{n} links", n=n)


def _name(graph: Graph, department: str) -> Phrase:
    return name_of_id(graph, department) or Phrase.of("nobody")
