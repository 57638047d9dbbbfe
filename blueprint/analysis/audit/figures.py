"""The tables of an audit: components, the slice of each customer action, moments of truth."""

from __future__ import annotations

from collections.abc import Iterator

from blueprint.analysis.audit.declared import Declared
from blueprint.analysis.audit.found import COMPONENTS, Counted
from blueprint.analysis.audit.slices import LANES
from blueprint.analysis.naming import BLUEPRINT, NAME, home_of, name_of, table, trimmed
from blueprint.graph import Graph
from blueprint.report import Column, Table
from blueprint.words import Phrase
from blueprint.words.label import label_phrase


def tables(graph: Graph, found: Counted, most: int) -> Iterator[Table]:
    """Go through the tables of the report."""
    yield _components(found)
    yield trimmed(_slices(graph, found, most))
    yield trimmed(_moments(graph, found, most))


def _components(found: Counted) -> Table:
    return table(
        "components",
        Phrase.of("The five components"),
        (
            Column(key="component", title=Phrase.of("Component")),
            Column(key="cards", title=Phrase.of("Cards")),
            Column(key="steps", title=Phrase.of("Steps with it")),
            Column(key="of", title=Phrase.of("Steps in all")),
        ),
        (
            (title, found.cards[kind], found.columns[kind], found.steps)
            for kind, title in COMPONENTS.items()
            if found.steps
        ),
    )


def _slices(graph: Graph, found: Counted, most: int) -> Table:
    titles = {**COMPONENTS, "other": Phrase.of("Other lanes"), "system": Phrase.of("Systems")}
    lanes = [
        lane for lane in LANES if lane in COMPONENTS or any(s.beneath[lane] for s in found.slices)
    ]
    return table(
        "slices",
        Phrase.of("What stands with each customer action, and beneath it"),
        (
            BLUEPRINT,
            Column(key="step", title=Phrase.of("Step")),
            Column(key="action", title=Phrase.of("Customer action")),
            Column(key="evidence", title=COMPONENTS["evidence"]),
            *(Column(key=lane, title=titles[lane]) for lane in lanes),
            Column(key="alone", title=Phrase.of("Meant to be done alone")),
            Column(key="supported", title=Phrase.of("Supported")),
        ),
        (
            (
                home_of(graph, s.step),
                name_of(graph, s.step),
                name_of(graph, s.action),
                s.evidence,
                *(s.beneath[lane] for lane in lanes),
                s.alone,
                s.supported,
            )
            for s in found.slices[:most]
        ),
    )


def _moments(graph: Graph, found: Counted, most: int) -> Table:
    return table(
        "moments",
        Phrase.of("Declared moments of truth"),
        (
            BLUEPRINT,
            NAME,
            Column(key="importance", title=Phrase.of("Importance"), unit="1-5"),
            Column(key="owner", title=Phrase.of("Owner")),
            Column(key="standard", title=Phrase.of("Standard")),
            Column(key="crossings", title=Phrase.of("Links over the line of interaction")),
        ),
        (
            (
                home_of(graph, d.number),
                name_of(graph, d.number),
                d.moment.importance,
                _owner(graph, d),
                None if d.standard is None else label_phrase(d.standard.text),
                d.crossings,
            )
            for d in found.moments[:most]
        ),
    )


def _owner(graph: Graph, entry: Declared) -> Phrase | None:
    if entry.moment.owner is None:
        return None
    stem = graph.nodes[entry.number].home.stem
    found = graph.scope.find(stem, entry.moment.owner, "department")
    return name_of(graph, graph.index[found[0]]) if len(found) == 1 else None
