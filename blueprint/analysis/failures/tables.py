"""The tables of the report of failures, and its chart."""

from __future__ import annotations

from collections.abc import Mapping

from blueprint.analysis.failures.points import Point, ranked
from blueprint.analysis.failures.recoveries import Lack, Recoveries
from blueprint.analysis.naming import ID, NAME, name_apart, named, table
from blueprint.graph import Graph
from blueprint.report import Cell, Chart, Column, Series, Table
from blueprint.report import Point as Figure
from blueprint.words import Phrase
from blueprint.words.label import label_phrase, listing

_MOST = 20
"""How many fail points the chart shows, the worst first."""

_LACKS: Mapping[Lack, Phrase] = {
    "recovery": Phrase.of("a recovery"),
    "other": Phrase.of("an action other than what fails"),
    "doer": Phrase.of("who does it"),
    "way_back": Phrase.of("a way back"),
}


def points_table(found: Recoveries, most: int) -> Table:
    """Return the fail points, worst first."""
    return table(
        "fails",
        Phrase.of("Fail points, by severity first") if found.rated else Phrase.of("Fail points"),
        (
            Column(key="rank", title=Phrase.of("Rank")),
            Column(key="fail", title=Phrase.of("Fail point")),
            Column(key="at", title=Phrase.of("What fails")),
            Column(key="step", title=Phrase.of("Step")),
            Column(key="severity", title=Phrase.of("Severity")),
            Column(key="occurrence", title=Phrase.of("Occurrence")),
            Column(key="detection", title=Phrase.of("Detection")),
            Column(key="product", title=Phrase.of("Product of the three")),
            Column(key="rate", title=Phrase.of("Rate"), unit="%"),
            Column(key="recovery", title=Phrase.of("Recovery")),
            Column(key="lacks", title=Phrase.of("What the recovery lacks")),
            Column(key="twice", title=Phrase.of("Fails again by")),
        ),
        (_row(found, n, point) for n, point in enumerate(ranked(found.points)[:most], start=1)),
    )


def _row(found: Recoveries, rank: int, point: Point) -> tuple[Cell, ...]:
    fail, lacks, twice = point.fail, found.lacks(point), found.doubly(point)
    return (
        None if fail.severity is None else rank,
        label_phrase(fail.name),
        name_apart(found.graph, point.at),
        name_apart(found.graph, point.step),
        fail.severity,
        fail.occurrence,
        fail.detection,
        point.product,
        None if fail.rate is None else round(fail.rate * 100, 2),
        None if point.mends is None else name_apart(found.graph, point.mends),
        listing([_LACKS[lack] for lack in lacks]) if lacks else Phrase.of("nothing"),
        listing([label_phrase(other.fail.name) for other in twice]) if twice else None,
    )


def single_table(graph: Graph, alone: Mapping[int, tuple[int, ...]]) -> Table:
    """Return the declared moments of truth with what alone can stop each."""
    return table(
        "moments",
        Phrase.of("Single points of failure under moments of truth"),
        (ID, NAME, Column(key="alone", title=Phrase.of("Alone can stop it"))),
        (
            (
                graph.nodes[n].id,
                name_apart(graph, n),
                named(graph, nodes) if nodes else Phrase.of("nothing"),
            )
            for n, nodes in alone.items()
        ),
    )


def chart(found: Recoveries) -> tuple[Chart, ...]:
    """Return the ranks of the worst fail points side by side; none where no rank is said."""
    worst = ranked(found.points)[:_MOST]
    ranks = (
        (Phrase.of("Severity"), [point.fail.severity for point in worst]),
        (Phrase.of("Occurrence"), [point.fail.occurrence for point in worst]),
        (Phrase.of("Detection"), [point.fail.detection for point in worst]),
    )
    told = [(name, own) for name, own in ranks if any(rank is not None for rank in own)]
    if not told:
        return ()
    series = tuple(
        Series(
            name=name,
            points=tuple(
                Figure(
                    label=label_phrase(point.fail.name),
                    y=rank,
                    about=found.graph.nodes[point.at].id,
                )
                for point, rank in zip(worst, own, strict=True)
            ),
        )
        for name, own in told
    )
    return (
        Chart(
            name="fails",
            title=Phrase.of("The ranks of the worst fail points"),
            kind="bars",
            across=Phrase.of("Fail points"),
            up=Phrase.of("Rank, 1 to 10"),
            series=series,
            ends=(1.0, 10.0),
        ),
    )
