"""The tables on applications: journeys, steps, systems, and integrations that are missing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from blueprint.analysis.applications.along import Along
from blueprint.analysis.applications.neighbours import Neighbours
from blueprint.analysis.naming import (
    BLUEPRINT,
    DEPARTMENT,
    home_of,
    in_a_cell,
    name_of,
    name_of_id,
    table,
    trimmed,
)
from blueprint.graph import Graph
from blueprint.report import Column, Table
from blueprint.words import Phrase

_SYSTEMS = Column(key="systems", title=Phrase.of("Systems"))
_SWITCHES = Column(key="switches", title=Phrase.of("Switches"))
_AGAIN = Column(key="again", title=Phrase.of("Typed again"))


def tables(
    graph: Graph,
    along: Sequence[Along],
    keyed: Mapping[str, int],
    used: Mapping[int, Sequence[int]],
    missing: Sequence[Neighbours],
    cost: float | None,
    most: int,
) -> Iterator[Table]:
    """Go through the tables of the report."""
    if used:
        yield _journeys(graph, along, keyed, cost)
        yield trimmed(_steps(graph, along, keyed, most))
        yield _used(graph, used, most)
        yield trimmed(_missing(graph, missing, most))


def currency_of(graph: Graph, stem: str) -> str | None:
    """Return the currency of a file, else its catalog's."""
    shared = graph.scope.catalog
    return graph.scope.blueprints[stem].currency or (shared.currency if shared else None)


def _journeys(
    graph: Graph, along: Sequence[Along], keyed: Mapping[str, int], cost: float | None
) -> Table:
    told = {currency_of(graph, a.journey.stem) for a in along}
    unit = next(iter(told)) if len(told) == 1 else None
    priced = (Column(key="cost", title=Phrase.of("Cost of the switches"), unit=unit),)
    return table(
        "journeys",
        Phrase.of("Systems on each main path"),
        (
            BLUEPRINT,
            Column(key="steps", title=Phrase.of("Steps on the main path")),
            _SYSTEMS,
            _SWITCHES,
            Column(key="average", title=Phrase.of("Switches within steps on average")),
            Column(key="least", title=Phrase.of("Fewest without going back")),
            Column(key="most", title=Phrase.of("Most without going back")),
            _AGAIN,
            *(priced if cost is not None else ()),
        ),
        (
            (
                name_of(graph, graph.index[a.journey.blueprint]),
                len(a.places),
                len(a.path_systems),
                len(a.on_path),
                None if a.average is None else round(a.average, 4),
                None if a.range is None else a.range.least,
                None if a.range is None else a.range.most,
                sum(keyed.get(a.journey.steps[n], 0) for n in a.places),
                *((round(cost * len(a.on_path), 4),) if cost is not None else ()),
            )
            for a in along
        ),
    )


def _steps(graph: Graph, along: Sequence[Along], keyed: Mapping[str, int], most: int) -> Table:
    rows = [
        (
            home_of(graph, graph.index[step]),
            name_of(graph, graph.index[step]),
            in_a_cell(graph, a.systems[n]),
            len(a.systems[n]),
            a.switches[n],
            keyed.get(step, 0),
        )
        for a in along
        for n, step in enumerate(a.journey.steps)
        if a.systems[n]
    ]
    return table(
        "steps",
        Phrase.of("Systems in each step"),
        (
            BLUEPRINT,
            Column(key="step", title=Phrase.of("Step")),
            _SYSTEMS,
            Column(key="count", title=Phrase.of("Number of systems")),
            _SWITCHES,
            _AGAIN,
        ),
        rows[:most],
    )


def _used(graph: Graph, used: Mapping[int, Sequence[int]], most: int) -> Table:
    often = sorted(used, key=lambda system: (-len(used[system]), system))[:most]
    return table(
        "systems",
        Phrase.of("How much each system is used"),
        (
            Column(key="system", title=Phrase.of("System")),
            DEPARTMENT,
            Column(key="actions", title=Phrase.of("Actions that use it")),
            Column(key="steps", title=Phrase.of("Steps that use it")),
        ),
        (
            (
                name_of(graph, system),
                name_of_id(graph, graph.nodes[system].department),
                len(used[system]),
                len({graph.nodes[n].step for n in used[system]}),
            )
            for system in often
        ),
    )


def _missing(graph: Graph, missing: Sequence[Neighbours], most: int) -> Table:
    return table(
        "missing",
        Phrase.of("Systems used side by side without a direct exchange of data"),
        (
            Column(key="one", title=Phrase.of("System")),
            Column(key="other", title=Phrase.of("Neighbour")),
            Column(key="places", title=Phrase.of("Places")),
            _AGAIN,
            Column(key="by_way", title=Phrase.of("Other systems pass it on")),
            BLUEPRINT,
            Column(key="first", title=Phrase.of("First place")),
        ),
        (
            (
                name_of(graph, entry.systems[0]),
                name_of(graph, entry.systems[1]),
                len(entry.places),
                len(entry.keyed),
                entry.by_way,
                home_of(graph, first),
                name_of(graph, first),
            )
            for entry in missing[:most]
            for first in [(entry.keyed or entry.places)[0].at]
        ),
    )
