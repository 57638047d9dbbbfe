"""The tables on handoffs: lines, journeys, pairs of departments, single links, decisions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from blueprint.analysis.amounts import unit_for
from blueprint.analysis.handoffs.along import Along
from blueprint.analysis.handoffs.changing import Handoff
from blueprint.analysis.handoffs.deciding import Decision
from blueprint.analysis.handoffs.parties import party_told
from blueprint.analysis.naming import (
    BLUEPRINT,
    DEPARTMENT,
    KIND_COLUMN,
    LINKS,
    NAME,
    acting,
    home_of,
    name_of,
    name_of_id,
    table,
    trimmed,
)
from blueprint.analysis.ripple.words import KIND
from blueprint.graph import Graph
from blueprint.graph.query import Line
from blueprint.model import Act
from blueprint.report import Cell, Column, Table
from blueprint.words import Phrase
from blueprint.words.label import label_phrase, listing

_LINES: Mapping[Line, Phrase] = {
    "interaction": Phrase.of("Line of interaction"),
    "visibility": Phrase.of("Line of visibility"),
    "internal": Phrase.of("Line of internal interaction"),
}


def tables(
    graph: Graph,
    lines: Mapping[Line, int],
    handoffs: Sequence[Handoff],
    along: Sequence[Along],
    decisions: Sequence[Decision],
    most: int,
) -> Iterator[Table]:
    """Go through the tables of the report."""
    yield table(
        "lines",
        Phrase.of("Links over the three lines"),
        (Column(key="line", title=Phrase.of("Line")), LINKS),
        ((_LINES[line], n) for line, n in lines.items() if along),
    )
    yield _journeys(graph, along, asked=any(d.approved_by for d in decisions))
    yield trimmed(_flow(graph, along))
    yield _pairs(graph, handoffs, most)
    yield trimmed(_links(graph, handoffs, most))
    yield trimmed(_decisions(graph, decisions, most))


def _journeys(graph: Graph, along: Sequence[Along], *, asked: bool) -> Table:
    approvals = (Column(key="approvals", title=Phrase.of("Approvals waited for")),)
    return table(
        "journeys",
        Phrase.of("Handoffs on each journey"),
        (
            BLUEPRINT,
            Column(key="steps", title=Phrase.of("Steps on the main path")),
            Column(key="handoffs", title=Phrase.of("Handoffs on the main path")),
            Column(key="average", title=Phrase.of("Handoffs for one customer on average")),
            Column(key="least", title=Phrase.of("Fewest without going back")),
            Column(key="most", title=Phrase.of("Most without going back")),
            *(approvals if asked else ()),
            Column(key="transfers", title=Phrase.of("Customer passed on")),
            Column(key="parties", title=Phrase.of("Parties met")),
        ),
        (
            (
                name_of(graph, graph.index[a.journey.blueprint]),
                len(a.path),
                a.on_path,
                None if a.average is None else round(a.average, 4),
                None if a.range is None else a.range.least,
                None if a.range is None else a.range.most,
                *((a.approvals,) if asked else ()),
                len(a.transfers),
                listing([party_told(graph, party) for party in a.parties]),
            )
            for a in along
        ),
    )


def _flow(graph: Graph, along: Sequence[Along]) -> Table:
    told = [a.activity for a in along if a.activity.told]
    unit = unit_for(time for own in told for time in (own.process, own.lead))
    return table(
        "flow",
        Phrase.of("Work and errors on each main path"),
        (
            BLUEPRINT,
            Column(key="process", title=Phrase.of("Process time"), unit=unit.name),
            Column(key="lead", title=Phrase.of("Lead time"), unit=unit.name),
            Column(key="ratio", title=Phrase.of("Activity ratio"), unit="0-1"),
            Column(key="steps", title=Phrase.of("Steps that say both")),
            Column(key="accurate", title=Phrase.of("Rolled complete and accurate"), unit="0-1"),
            Column(key="at_most", title=Phrase.of("Complete and accurate at most"), unit="0-1"),
            Column(key="told", title=Phrase.of("Actions that say their share")),
            Column(key="actions", title=Phrase.of("Actions that feed the customer")),
        ),
        (
            (
                name_of(graph, graph.index[a.journey.blueprint]),
                unit.of(a.activity.process) if a.activity.told else None,
                unit.of(a.activity.lead) if a.activity.told else None,
                None if a.activity.ratio is None else round(a.activity.ratio, 6),
                a.activity.told or None,
                None if a.accuracy.rolled is None else round(a.accuracy.rolled, 6),
                round(a.accuracy.known, 6) if a.accuracy.told else None,
                a.accuracy.told or None,
                a.accuracy.actions if a.accuracy.told else None,
            )
            for a in along
            if a.activity.told or a.accuracy.told
        ),
    )


def _pairs(graph: Graph, handoffs: Sequence[Handoff], most: int) -> Table:
    counts: dict[tuple[str, str], int] = {}
    for handoff in handoffs:
        ends = [graph.nodes[n].department for n in (handoff.source, handoff.target)]
        if handoff.between == "departments" and ends[0] is not None and ends[1] is not None:
            pair = (ends[0], ends[1])
            counts[pair] = counts.get(pair, 0) + 1
    often = sorted(counts.items(), key=lambda entry: -entry[1])[:most]
    return table(
        "pairs",
        Phrase.of("Handoffs between departments"),
        (
            Column(key="from", title=Phrase.of("From")),
            Column(key="to", title=Phrase.of("To")),
            LINKS,
        ),
        ((name_of_id(graph, one), name_of_id(graph, other), n) for (one, other), n in often),
    )


def _links(graph: Graph, handoffs: Sequence[Handoff], most: int) -> Table:
    def hands(number: int) -> Phrase | None:
        node = graph.nodes[number]
        act = node.element
        role = label_phrase(act.role) if isinstance(act, Act) and act.role is not None else None
        return acting(graph, node.department, role)

    return table(
        "handoffs",
        Phrase.of("Every handoff"),
        (
            BLUEPRINT,
            Column(key="from", title=Phrase.of("Action")),
            Column(key="hands_over", title=Phrase.of("Hands over or asks")),
            Column(key="to", title=Phrase.of("Other action")),
            Column(key="takes_over", title=Phrase.of("Takes over or is asked")),
            Column(key="technology", title=Phrase.of("Technology takes part")),
        ),
        (
            (
                home_of(graph, h.source),
                name_of(graph, h.source),
                hands(h.source),
                name_of(graph, h.target),
                hands(h.target),
                h.technology,
            )
            for h in handoffs[:most]
        ),
    )


def _decisions(graph: Graph, decisions: Sequence[Decision], most: int) -> Table:
    return table(
        "decisions",
        Phrase.of("Where decisions may be taken"),
        (
            BLUEPRINT,
            NAME,
            KIND_COLUMN,
            DEPARTMENT,
            Column(key="links", title=Phrase.of("Links from the customer")),
            Column(key="decides", title=Phrase.of("A decision is taken")),
            Column(key="discretion", title=Phrase.of("May decide alone")),
            Column(key="approved_by", title=Phrase.of("Approved by")),
            Column(key="moment", title=Phrase.of("In a moment of truth")),
        ),
        (_decision(graph, d) for d in decisions[:most]),
    )


def _decision(graph: Graph, entry: Decision) -> tuple[Cell, ...]:
    node = graph.nodes[entry.action]
    who = [name for name in (name_of_id(graph, a) for a in entry.approved_by) if name]
    return (
        home_of(graph, entry.action),
        name_of(graph, entry.action),
        Phrase.of(KIND[node.kind]),
        name_of_id(graph, node.department),
        entry.links,
        entry.decides,
        entry.discretion,
        listing(who) if who else None,
        entry.moment,
    )
