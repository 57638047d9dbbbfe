"""The tables of complaints: the iceberg, who is at risk, stages, checklists and routes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from blueprint.analysis.complaints.checks import Check, Topic
from blueprint.analysis.complaints.desks import Desk
from blueprint.analysis.complaints.iceberg import Group, Outcome
from blueprint.analysis.complaints.risk import AtRisk
from blueprint.analysis.naming import DEPARTMENT, ID, NAME, name_apart, name_of, name_of_id, table
from blueprint.analysis.ripple.lists import ComplaintRoute
from blueprint.analysis.ripple.words import STAGE
from blueprint.graph import Graph
from blueprint.report import Cell, Column, Table
from blueprint.words import Phrase
from blueprint.words.label import label_phrase, listing

_WHOSE = Column(key="whose", title=Phrase.of("Service"))
_CUSTOMERS = Column(key="customers", title=Phrase.of("Customers"))

_OUTCOME: Mapping[Outcome, Phrase] = {
    "silent": Phrase.of("never told"),
    "unsatisfied": Phrase.of("told in vain"),
    "satisfied": Phrase.of("mended"),
    "satisfied-quickly": Phrase.of("mended quickly"),
}

_TOPIC: Mapping[Topic, Phrase] = {
    "ease": Phrase.of("ease of complaining"),
    "handling": Phrase.of("what is stated"),
    "loop": Phrase.of("closed loop"),
}


def whose(graph: Graph, desk: Desk) -> Phrase:
    """Return the name of the service whose complaints a desk takes."""
    if desk.stem is not None:
        return label_phrase(graph.scope.blueprints[desk.stem].blueprint)
    catalog = graph.scope.catalog
    said = catalog.catalog if catalog is not None else None
    return Phrase.of("all services") if said is None else label_phrase(said)


def currency_of(graph: Graph, desk: Desk) -> str | None:
    """Return the currency of a desk's amounts: its file's own, else the catalog's."""
    scope = graph.scope
    own = None if desk.stem is None else scope.blueprints[desk.stem].currency
    return own or (scope.catalog.currency if scope.catalog is not None else None)


def _currency(graph: Graph, risks: Sequence[AtRisk]) -> str | None:
    """Return the currency of all amounts, where it is one."""
    found = {currency_of(graph, risk.desk) for risk in risks}
    return found.pop() if len(found) == 1 else None


def without_service(entry: Table) -> Table:
    """Return a table without the column that names the service, for there is only one."""
    kept = [n for n, column in enumerate(entry.columns) if column is not _WHOSE]
    rows = tuple(tuple(row[n] for n in kept) for row in entry.rows)
    return replace(entry, columns=tuple(entry.columns[n] for n in kept), rows=rows)


def bergs(graph: Graph, risks: Sequence[AtRisk]) -> Table:
    """Return problems, heard and silent, and the market at risk."""
    return table(
        "iceberg",
        Phrase.of("The iceberg"),
        (
            _WHOSE,
            _CUSTOMERS,
            Column(key="problems", title=Phrase.of("With a problem")),
            Column(key="heard", title=Phrase.of("Heard of")),
            Column(key="silent", title=Phrase.of("Never heard of")),
            Column(
                key="at_risk",
                title=Phrase.of("Market at risk, a year"),
                unit=_currency(graph, risks),
            ),
        ),
        (
            (
                whose(graph, risk.desk),
                risk.desk.said.customers,
                *risk.iceberg.whole,
                None if risk.amount is None else round(risk.amount),
            )
            for risk in risks
            if risk.iceberg is not None
        ),
    )


def groups(graph: Graph, risks: Sequence[AtRisk]) -> Table:
    """Return who is at risk: by persona, or by what became of the problem."""
    return table(
        "groups",
        Phrase.of("Who is at risk"),
        (
            _WHOSE,
            Column(key="group", title=Phrase.of("Group")),
            Column(key="customers", title=Phrase.of("With a problem")),
            Column(key="again", title=Phrase.of("Buy again"), unit="%"),
            Column(
                key="value", title=Phrase.of("Worth a year, each"), unit=_currency(graph, risks)
            ),
            Column(
                key="at_risk",
                title=Phrase.of("Market at risk, a year"),
                unit=_currency(graph, risks),
            ),
        ),
        (row for risk in risks for row in _groups(graph, risk)),
    )


def _groups(graph: Graph, risk: AtRisk) -> Iterator[tuple[Cell, ...]]:
    named: list[tuple[Phrase, Group]] = [
        *((name_of(graph, number), group) for number, group in risk.personas.items()),
        *((_OUTCOME[outcome], group) for outcome, group in risk.outcomes.items()),
    ]
    for name, (number, again, value) in named:
        yield (
            whose(graph, risk.desk),
            name,
            round(number),
            round(100 * again, 1),
            round(value),
            round(number * (1 - again) * value),
        )


def stages(graph: Graph, found: Sequence[Desk]) -> Table:
    """Return the eight stages of handling, each with its owner."""
    return table(
        "stages",
        Phrase.of("Stages of handling a complaint"),
        (_WHOSE, Column(key="stage", title=Phrase.of("Stage")), DEPARTMENT),
        (
            (
                whose(graph, desk),
                Phrase.of(STAGE[stage]),
                Phrase.of("nobody") if owner is None else name_of(graph, owner),
            )
            for desk in found
            for stage, owner in desk.stages.items()
        ),
    )


def lists(graph: Graph, found: Sequence[Desk], answers: Sequence[Sequence[Check]]) -> Table:
    """Return the checklists, answered."""
    return table(
        "checks",
        Phrase.of("Ease of complaining, and the loop behind it"),
        (
            _WHOSE,
            Column(key="topic", title=Phrase.of("About")),
            Column(key="check", title=Phrase.of("Check")),
            Column(key="holds", title=Phrase.of("Holds")),
            Column(key="figure", title=Phrase.of("What is named")),
        ),
        (
            (whose(graph, desk), _TOPIC[check.topic], check.asks, check.holds, check.figure)
            for desk, own in zip(found, answers, strict=True)
            for check in own
        ),
    )


def owners_named(graph: Graph, ways: Sequence[ComplaintRoute]) -> Mapping[tuple[str, ...], Phrase]:
    """Return the names of whom each route goes to, by their ids."""
    nobody = Phrase.of("nobody")
    known = {owner: name_of_id(graph, owner) or nobody for way in ways for owner in way.owners}
    return {way.owners: listing([known[owner] for owner in way.owners]) for way in ways}


def routes(
    graph: Graph, ways: Sequence[ComplaintRoute], owners: Mapping[tuple[str, ...], Phrase]
) -> Table:
    """Return the route of a complaint about each step."""
    entries = dict.fromkeys(way.entries for way in ways)
    named = {ids: listing([name_of(graph, graph.index[i]) for i in ids]) for ids in entries}
    return table(
        "routes",
        Phrase.of("Where a complaint about each step goes"),
        (
            ID,
            NAME,
            Column(key="entries", title=Phrase.of("Comes in at")),
            Column(key="owners", title=Phrase.of("Goes to")),
        ),
        (
            (
                route.id,
                name_apart(graph, graph.index[route.id]),
                named[route.entries],
                owners[route.owners],
            )
            for route in ways
        ),
    )
