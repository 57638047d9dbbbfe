"""What a report calls things, and the columns that most tables have."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from blueprint.analysis import counted
from blueprint.analysis.once import once
from blueprint.analysis.ripple.words import KIND
from blueprint.graph import Graph
from blueprint.report import Cell, Column, Point, Series, Table
from blueprint.words import Phrase
from blueprint.words.label import label_phrase, listing

ID = Column(key="id", title=Phrase.of("Id"))
NAME = Column(key="name", title=Phrase.of("Name"))
KIND_COLUMN = Column(key="kind", title=Phrase.of("Kind"))
DEPARTMENT = Column(key="department", title=Phrase.of("Department"))
LINKS = Column(key="links", title=Phrase.of("Links"))
BLUEPRINT = Column(key="blueprint", title=Phrase.of("Blueprint"))
WHO = (ID, NAME, KIND_COLUMN, DEPARTMENT)
"""The columns that say which element a row is about."""

MOST_NAMED = 5
"""How many names a sentence holds; of more it says how many there are."""


def name_of(graph: Graph, number: int) -> Phrase:
    """Return an element's label as a phrase."""
    return label_phrase(graph.nodes[number].name)


def name_apart(graph: Graph, number: int) -> Phrase:
    """Return an element's label, with its blueprint where another one has the name too."""
    return _apart(graph, number, name_of(graph, number))


def name_of_id(graph: Graph, element: str | None) -> Phrase | None:
    """Return the label of what has an id; nothing for none."""
    return None if element is None else name_of(graph, graph.index[element])


def who(graph: Graph, number: int) -> tuple[Cell, Cell, Cell, Cell]:
    """Return the cells of an element's id, name, kind and department."""
    node = graph.nodes[number]
    return (
        node.id,
        name_of(graph, number),
        Phrase.of(KIND[node.kind]),
        name_of_id(graph, node.department),
    )


def home_of(graph: Graph, number: int) -> Phrase | None:
    """Return the name of an element's blueprint, where there are several to tell apart."""
    return name_of_id(graph, graph.nodes[number].blueprint) if graph.scope.several else None


def quoted(graph: Graph, number: int) -> Phrase:
    """Return a name in quotation marks, with its blueprint where another one has the name too."""
    return _apart(graph, number, Phrase.of("“{name}”", name=name_of(graph, number)))


def _apart(graph: Graph, number: int, name: Phrase) -> Phrase:
    home = home_of(graph, number)
    if home is None or _homes(graph)[str(graph.nodes[number].name)] < _SEVERAL:
        return name
    return Phrase.of("{name} ({blueprint})", name=name, blueprint=home)


def path_told(graph: Graph, blueprint: str) -> Phrase:
    """Return how the main path of a blueprint is called: by its name where there are several."""
    if not graph.scope.several:
        return Phrase.of("the main path")
    return Phrase.of("the main path of “{name}”", name=name_of(graph, graph.index[blueprint]))


_SEVERAL = 2


@once
def _homes(graph: Graph) -> Counter[str]:
    """Return in how many blueprints there is something of each name."""
    pairs = {(str(node.name), node.blueprint) for node in graph.nodes if node.blueprint is not None}
    return Counter(name for name, _ in pairs)


def named(graph: Graph, numbers: Sequence[int]) -> Phrase:
    """Return the names of some elements in a row, cut short where there are many.

    Elements of the same name are told apart by their blueprint.

    Examples:
        >>> from blueprint.graph import graph_of
        >>> from blueprint.model import Blueprint, Step
        >>> stay = Blueprint(blueprint="Stay", phases={"A": [Step(customer=list("abcdefg"))]})
        >>> graph = graph_of(stay)
        >>> str(named(graph, [graph.index[n.id] for n in graph.of_kind("customer")]))
        '“a”, “b”, “c”, “d”, “e” and 2 more'
    """
    told = listing([quoted(graph, number) for number in numbers[:MOST_NAMED]])
    more = len(numbers) - MOST_NAMED
    return Phrase.of("{names} and {n} more", names=told, n=more) if more > 0 else told


def in_a_cell(graph: Graph, numbers: Sequence[int]) -> Phrase | None:
    """Return the names of some elements as a cell of a table; nothing for none."""
    return listing([name_of(graph, number) for number in numbers]) if numbers else None


def acting(graph: Graph, department: str | None, role: Phrase | None) -> Phrase | None:
    """Return how whoever acts is called, as far as it is said: the role, and the department."""
    home = name_of_id(graph, department)
    if home is None or role is None:
        return role or home
    return Phrase.of("{role} ({department})", role=role, department=home)


def table(
    name: str, title: Phrase, columns: Sequence[Column], rows: Iterable[tuple[Cell, ...]]
) -> Table:
    """Return a table of a report."""
    return Table(name=name, title=title, columns=tuple(columns), rows=tuple(rows))


def filled(*tables: Table) -> tuple[Table, ...]:
    """Return the tables that have rows."""
    return tuple(entry for entry in tables if entry.rows)


def trimmed(table: Table) -> Table:
    """Return a table without the columns that say nothing in any row.

    What files say nothing of is no column in any format; what only a document can do without,
    ids beside names and cells that are empty, `blueprint.render.report.shown` leaves out of it.
    """
    kept = [n for n in range(len(table.columns)) if any(row[n] is not None for row in table.rows)]
    return replace(
        table,
        columns=tuple(table.columns[n] for n in kept),
        rows=tuple(tuple(row[n] for n in kept) for row in table.rows),
    )


def series_of(
    graph: Graph, name: Phrase, numbers: Sequence[int], figures: Sequence[float]
) -> Series:
    """Return one figure for each of some elements, in order, as a series of a chart."""
    points = (
        Point(label=name_of(graph, n), y=figure, about=graph.nodes[n].id)
        for n, figure in zip(numbers, figures, strict=True)
    )
    return Series(name=name, points=tuple(points))


def assumed_told(graph: Graph, links: Iterable[int]) -> tuple[Phrase, ...]:
    """Return how many of some links have strengths that nobody stated; nothing for none."""
    own = list(dict.fromkeys(link for link in links if link >= 0))
    n = sum(1 for link in own if graph.links.manner(link).assumed)
    if not n:
        return ()
    if n < len(own):
        return (Phrase.of("strengths that nobody stated: {n} of {m} links", n=n, m=len(own)),)
    return (Phrase.of("strengths that nobody stated: {links}", links=counted.links(n)),)
