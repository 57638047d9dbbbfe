"""Who makes work for whom: a matrix of departments by the links between what they do and own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from blueprint.analysis import counted
from blueprint.analysis.amounts import share_told
from blueprint.analysis.dependence_words import WORDS, Words
from blueprint.analysis.naming import LINKS, assumed_told, filled, name_of_id, table
from blueprint.errors import BlueprintError
from blueprint.graph import Direction, Graph
from blueprint.report import (
    Cell,
    Chart,
    Column,
    Finding,
    Mark,
    Method,
    Overlay,
    Point,
    Report,
    Series,
    Table,
)
from blueprint.words import Phrase
from blueprint.words.label import listing

_TOLD = 3
"""How many departments a sentence names."""

_OFTEN = 2
"""From so many links each way on, two departments are said to make work for each other."""

_MANY = 0.5
"""From this share of all work between departments on, one department is pointed out."""

_ENOUGH = 20
"""From so many links between departments on that is a warning; below, chance may have it so."""

_STRENGTH = Column(key="strength", title=Phrase.of("Strength"))
_SHARE = Column(key="share", title=Phrase.of("Share"), unit="%")


@dataclass(slots=True)
class _Between:
    """What one department asks of another: numbers of the links, and their strength in sum."""

    links: list[int] = field(default_factory=list)
    strength: float = 0.0


Matrix = Mapping[tuple[str, str], _Between]


@dataclass(slots=True)
class _Sums:
    """How many links a department has to and from others, and how strong they are together."""

    given: int = 0
    taken: int = 0
    strength_given: float = 0.0
    strength_taken: float = 0.0


Sums = Mapping[str, _Sums]


def dependence(graph: Graph, *, direction: Direction = "demand", most: int = 30) -> Report:
    """Return who makes work for whom, department by department.

    Every link that conducts and whose ends belong to different departments counts once for
    the pair it goes from and to. Its strength is likelihood times impact; those of a pair
    are added up. With ``demand``, the row asks more of the column; with ``disruption``, what
    the row has not is felt in the column. A link that conducts both ways, such as two
    systems that exchange data, counts in both.

    Args:
        graph: The graph.
        direction: ``demand`` or ``disruption``.
        most: How many pairs, and departments of the matrix, are listed: those with the most
            links.

    Raises:
        BlueprintError: ``most`` is not 1 or more.

    Returns:
        The pairs, the matrix, and for each department what it gives and gets.
    """
    if most < 1:
        raise BlueprintError(Phrase.of("the option “most” is 1 or more"))
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
    rank = {node.id: n for n, node in enumerate(graph.of_kind("department"))}
    matrix = dict(sorted(found.items(), key=lambda pair: (rank[pair[0][0]], rank[pair[0][1]])))
    sums, words = _summed(matrix, rank), WORDS[direction]
    return Report(
        name="dependence",
        title=Phrase.of(words.title),
        method=_method(graph, matrix, direction, unowned, most if len(matrix) > most else None),
        summary=tuple(_sentences(graph, matrix, sums, inside, words)),
        findings=tuple(_findings(graph, matrix, sums, most, words)),
        tables=filled(
            _pairs(graph, matrix, most, words),
            _square(graph, matrix, sums, most, words),
            _totals(graph, sums),
        ),
        charts=(_chart(graph, sums, most),) if sums else (),
        overlay=_overlay(graph, matrix, words),
    )


def _summed(matrix: Matrix, order: Iterable[str]) -> Sums:
    """Return what each department gives and takes, in file order."""
    sums: dict[str, _Sums] = {}
    for (giver, taker), between in matrix.items():
        gives, takes = sums.setdefault(giver, _Sums()), sums.setdefault(taker, _Sums())
        gives.given += len(between.links)
        gives.strength_given += between.strength
        takes.taken += len(between.links)
        takes.strength_taken += between.strength
    return {department: sums[department] for department in order if department in sums}


def _method(
    graph: Graph, matrix: Matrix, direction: Direction, unowned: int, most: int | None
) -> Method:
    links = [link for between in matrix.values() for link in between.links]
    cannot = [Phrase.of("how much work a link is: that needs volumes, which links do not have")]
    if unowned:
        cannot.insert(0, Phrase.of(WORDS[direction].unowned, links=counted.links(unowned)))
    assumptions = list(assumed_told(graph, links))
    if len(set(links)) < len(links):
        assumptions.append(Phrase.of("a link that conducts both ways counts once for each way"))
    if most is not None:
        said = "listed are the {n} pairs and departments with the most links"
        assumptions.append(Phrase.of(said, n=most))
    return Method(
        name="dependence",
        source=Phrase.of("defined here: a design structure matrix of departments"),
        formula=Phrase.of(
            "links(A, B) = how many conducting links lead from what A does or owns to what B does "
            "or owns; strength(A, B) = Σ likelihood × impact of these links"
        ),
        scale=Phrase.of("links: a count; strength: 0 and more, no unit"),
        direction=Phrase.of("demand: the row asks more of the column")
        if direction == "demand"
        else Phrase.of("disruption: what fails in the row is felt in the column"),
        n=len(links),
        assumptions=tuple(assumptions),
        cannot_tell=tuple(cannot),
    )


def _sentences(
    graph: Graph, matrix: Matrix, sums: Sums, inside: int, words: Words
) -> Iterator[Phrase]:
    if not matrix:
        if not any(True for _ in graph.of_kind("department")):
            yield Phrase.of("Cannot tell: no department is named.")
        else:
            yield Phrase.of("No link joins what two departments do or own.")
        return
    givers = _most(sums, lambda entry: entry.given)
    own = [(taker, between) for (one, taker), between in matrix.items() if one == givers[0]]
    own.sort(key=lambda entry: -len(entry[1].links))
    yield Phrase.of(
        words.giver if len(givers) == 1 else words.givers,
        givers=_some([_name(graph, giver) for giver in givers]),
        takers=_some([_for(graph, taker, len(between.links)) for taker, between in own]),
        links=counted.links(sums[givers[0]].given),
    )
    takers = _most(sums, lambda entry: entry.taken)
    yield Phrase.of(
        words.taker if len(takers) == 1 else words.takers,
        takers=_some([_name(graph, taker) for taker in takers]),
        links=counted.links(sums[takers[0]].taken),
    )
    yield Phrase.of(
        "Links between departments: {n}; within one: {m}; pairs of departments: {pairs}.",
        n=sum(entry.given for entry in sums.values()),
        m=inside,
        pairs=len(matrix),
    )


def _most(sums: Sums, figure: Callable[[_Sums], int]) -> list[str]:
    """Return the departments with the largest figure, in file order."""
    largest = max(figure(entry) for entry in sums.values())
    return [department for department, entry in sums.items() if figure(entry) == largest]


def _some(names: Sequence[Phrase]) -> Phrase:
    """Return the first few names as one enumeration, and how many more there are."""
    told, more = listing(names[:_TOLD]), len(names) - _TOLD
    return Phrase.of("{names} and {n} more", names=told, n=more) if more > 0 else told


def _findings(
    graph: Graph, matrix: Matrix, sums: Sums, most: int, words: Words
) -> Iterator[Finding]:
    mutual = [
        pair
        for pair in matrix
        if pair[0] < pair[1]
        and pair[::-1] in matrix
        and min(len(matrix[pair].links), len(matrix[pair[::-1]].links)) >= _OFTEN
    ]
    mutual.sort(key=lambda pair: -len(matrix[pair].links) - len(matrix[pair[::-1]].links))
    for one, other in mutual[:most]:
        yield Finding(
            code="dependence.mutual",
            severity="info",
            message=Phrase.of(
                words.mutual,
                one=_name(graph, one),
                other=_name(graph, other),
                n=counted.links(len(matrix[one, other].links)),
                m=counted.links(len(matrix[other, one].links)),
            ),
            about=(one, other),
            hint=Phrase.of("agree on one person who looks at both ends"),
        )
    across = sum(entry.given for entry in sums.values())
    takers = [department for department, entry in sums.items() if entry.taken]
    for taker in takers if len(takers) > 1 else ():
        taken = sums[taker].taken
        if taken >= _MANY * across:
            yield Finding(
                code="dependence.bottleneck",
                severity="warning" if across >= _ENOUGH else "info",
                message=Phrase.of(
                    words.bottleneck,
                    taker=_name(graph, taker),
                    share=share_told(taken / across),
                    n=taken,
                    m=across,
                ),
                about=(taker,),
                hint=Phrase.of(words.hint, taker=_name(graph, taker)),
            )


def _from(words: Words) -> Column:
    return Column(key="from", title=Phrase.of(words.row))


def _pairs(graph: Graph, matrix: Matrix, most: int, words: Words) -> Table:
    across = sum(len(between.links) for between in matrix.values())
    rows = sorted(matrix.items(), key=lambda entry: -len(entry[1].links))[:most]
    return table(
        "pairs",
        Phrase.of("Pairs of departments"),
        (
            _from(words),
            Column(key="to", title=Phrase.of(words.column)),
            LINKS,
            _SHARE,
            _STRENGTH,
        ),
        (
            (
                _name(graph, giver),
                _name(graph, taker),
                len(between.links),
                round(100 * len(between.links) / across, 1),
                round(between.strength, 4),
            )
            for (giver, taker), between in rows
        ),
    )


def _busiest(sums: Sums, most: int) -> list[str]:
    """Return the departments with the most links to and from others, in file order."""
    busy = sorted(sums, key=lambda d: -(sums[d].given + sums[d].taken))[:most]
    return [department for department in sums if department in set(busy)]


def _chart(graph: Graph, sums: Sums, most: int) -> Chart:
    shown = _busiest(sums, most)

    def series(name: Phrase, figures: Iterable[int]) -> Series:
        points = (
            Point(label=_name(graph, department), y=figure, about=department)
            for department, figure in zip(shown, figures, strict=True)
        )
        return Series(name=name, points=tuple(points))

    return Chart(
        name="departments",
        title=Phrase.of("Departments"),
        kind="bars",
        across=Phrase.of("Department"),
        up=LINKS.title,
        series=(
            series(Phrase.of("Links to others"), (sums[d].given for d in shown)),
            series(Phrase.of("Links from others"), (sums[d].taken for d in shown)),
        ),
    )


def _square(graph: Graph, matrix: Matrix, sums: Sums, most: int, words: Words) -> Table:
    used = _busiest(sums, most)
    columns = [_from(words), *(Column(key=d, title=_name(graph, d)) for d in used)]
    rows = []
    for giver in used:
        counts: list[Cell] = [
            len(matrix[giver, taker].links) if (giver, taker) in matrix else None for taker in used
        ]
        rows.append((_name(graph, giver), *counts))
    return table("matrix", Phrase.of("Links from row to column"), columns, rows)


def _totals(graph: Graph, sums: Sums) -> Table:
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
                _name(graph, department),
                entry.given,
                entry.taken,
                round(entry.strength_given, 4),
                round(entry.strength_taken, 4),
            )
            for department, entry in sums.items()
        ),
    )


def _overlay(graph: Graph, matrix: Matrix, words: Words) -> Overlay:
    links = sorted({link for between in matrix.values() for link in between.links})
    ends = dict.fromkeys(
        end for n in links for end in (graph.links[n].source, graph.links[n].target)
    )
    note = Phrase.of("joins two departments")
    return Overlay(
        title=Phrase.of(words.lit),
        elements={end: Mark(role="info", note=note) for end in ends},
        links=tuple((graph.links[n].source, graph.links[n].target) for n in links),
        meanings={"info": note},
    )


def _for(graph: Graph, department: str, n: int) -> Phrase:
    return Phrase.of("{department} ({n})", department=_name(graph, department), n=counted.links(n))


def _name(graph: Graph, department: str) -> Phrase:
    return name_of_id(graph, department) or Phrase.of("nobody")
