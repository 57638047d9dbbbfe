"""The tables and charts of a report on priorities."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from blueprint.analysis.naming import ID, NAME, name_apart, name_of, table
from blueprint.analysis.priorities.causes import Cause, Todo
from blueprint.analysis.priorities.features import CATEGORY
from blueprint.analysis.priorities.rating import Ratings
from blueprint.analysis.priorities.weighing import Weighed
from blueprint.analysis.scores.kano_table import Kano
from blueprint.analysis.scores.quadrants import Quadrant
from blueprint.analysis.written import times_told
from blueprint.graph import Graph
from blueprint.report import Cell, Chart, Column, Point, Series, Table
from blueprint.words import Phrase
from blueprint.words.label import listing

QUADRANT: Mapping[Quadrant, Phrase] = {
    "concentrate": Phrase.of("concentrate here"),
    "keep": Phrase.of("keep up the good work"),
    "low": Phrase.of("low priority"),
    "overkill": Phrase.of("possible overkill"),
}

REMEDY: Mapping[Todo, Phrase] = {
    "raise": Phrase.of("raise what is delivered"),
    "communicate": Phrase.of("tell customers of it"),
    "unknown": Phrase.of("cannot tell"),
}

_ORDER = tuple(REMEDY)
_IMPORTANCE = Phrase.of("Importance")
_SHOWN = 12
"""How many staves a chart shows."""
_NAMED = 40
"""Of more points than this a scatter says nothing."""


def scale_told(scale: tuple[float, float]) -> str:
    """Return a scale as a unit.

    Examples:
        >>> scale_told((1, 10))
        '1-10'
    """
    return f"{scale[0]:g}-{scale[1]:g}"


def quadrants_table(graph: Graph, ratings: Ratings, found: Weighed) -> Table:
    """Return importance, performance, quadrant and opportunity of each element."""
    quadrants = found.quadrants
    return table(
        "importance_performance",
        Phrase.of("Importance and performance"),
        (
            ID,
            NAME,
            Column(key="importance", title=_IMPORTANCE, unit=scale_told(ratings.importance)),
            Column(
                key="performance",
                title=Phrase.of("Performance"),
                unit=scale_told(ratings.performance),
            ),
            Column(key="quadrant", title=Phrase.of("Quadrant")),
            Column(key="steady", title=Phrase.of("Redraws in this quadrant"), unit="%"),
            Column(key="opportunity", title=Phrase.of("Opportunity"), unit="0-20"),
        ),
        (
            (
                graph.nodes[one.node].id,
                name_apart(graph, one.node),
                rounded(one.importance),
                rounded(one.performance),
                QUADRANT[quadrants.quadrant[str(one.node)]] if quadrants else None,
                _percent(quadrants.steady.get(str(one.node))) if quadrants else None,
                rounded(found.opportunities[one.node]),
            )
            for one in sorted(found.both, key=lambda one: -found.opportunities[one.node])
        ),
    )


def staves_table(graph: Graph, ratings: Ratings, found: Weighed) -> Table:
    """Return the gaps between perception and expectation, the shortest stave first."""
    own = {one.node: one for one in ratings.rated}
    scale = scale_told(ratings.performance)
    return table(
        "gaps",
        Phrase.of("Gaps: perception less expectation"),
        (
            ID,
            NAME,
            Column(key="expectation", title=Phrase.of("Expectation"), unit=scale),
            Column(key="perception", title=Phrase.of("Perception"), unit=scale),
            Column(key="gap", title=Phrase.of("Gap")),
            Column(key="weight", title=Phrase.of("Weight"), unit="%"),
            Column(key="weighted", title=Phrase.of("Weighted gap")),
            Column(key="low", title=Phrase.of("From (95 %)")),
            Column(key="high", title=Phrase.of("To (95 %)")),
            Column(key="n", title=Phrase.of("n")),
        ),
        tuple(
            (
                graph.nodes[node].id,
                name_apart(graph, node),
                rounded(own[node].hoped),
                rounded(own[node].seen),
                rounded(stave.gap),
                _percent(stave.weight),
                rounded(stave.weighted),
                rounded(stave.low),
                rounded(stave.high),
                own[node].n,
            )
            for node, stave in found.staves
        )
        + tuple(
            (
                graph.nodes[one.node].id,
                name_apart(graph, one.node),
                rounded(one.hoped),
                rounded(one.seen),
                rounded(one.gap),
                *(None,) * 4,
                one.n,
            )
            for one in found.unweighed
        ),
    )


def causes_table(graph: Graph, found: Iterable[Cause]) -> Table:
    """Return where it is perceived below what was expected, and what to do."""
    return table(
        "causes",
        Phrase.of("Two causes of dissatisfaction"),
        (
            Column(key="step", title=Phrase.of("Step")),
            Column(key="persona", title=Phrase.of("Persona")),
            Column(key="gap", title=Phrase.of("Gap")),
            Column(key="at", title=Phrase.of("Measured by")),
            Column(key="delivered", title=Phrase.of("Delivered")),
            Column(key="expected", title=Phrase.of("Customers expect at most")),
            Column(key="todo", title=Phrase.of("What to do")),
        ),
        (
            (
                name_apart(graph, one.step),
                None if one.persona is None else name_of(graph, one.persona),
                rounded(one.gap),
                *_held(graph, one),
                REMEDY[one.todo],
            )
            for one in sorted(found, key=lambda one: (_ORDER.index(one.todo), one.gap))
        ),
    )


def kano_table(graph: Graph, found: Mapping[int, Kano]) -> Table:
    """Return what each feature is to those asked."""
    return table(
        "kano",
        Phrase.of("Kano: what features are to customers"),
        (
            ID,
            NAME,
            Column(key="category", title=Phrase.of("Category")),
            Column(key="tied", title=Phrase.of("Equally frequent")),
            Column(key="better", title=Phrase.of("Better, where it is there")),
            Column(key="worse", title=Phrase.of("Worse, where it is not")),
            Column(key="n", title=Phrase.of("n")),
        ),
        (
            (
                graph.nodes[node].id,
                name_apart(graph, node),
                CATEGORY[one.category],
                listing([CATEGORY[category] for category in one.tied]),
                rounded(one.better),
                rounded(one.worse),
                one.n,
            )
            for node, one in found.items()
        ),
    )


def charts(
    graph: Graph, ratings: Ratings, found: Weighed, kinds: Mapping[int, Kano]
) -> Iterator[Chart]:
    """Go through the pictures people would rather look at."""
    if found.quadrants is not None and len(found.both) <= _NAMED:
        yield _quadrants_chart(graph, ratings, found, found.quadrants.performance)
    if found.staves:
        yield _staves_chart(graph, found)
    told = {node: one for node, one in kinds.items() if one.better is not None}
    if told and len(told) <= _NAMED:
        yield _kano_chart(graph, told)


def _quadrants_chart(graph: Graph, ratings: Ratings, found: Weighed, across: float) -> Chart:
    up = found.quadrants.importance if found.quadrants else 0.0
    points = (
        Point(
            label=name_apart(graph, one.node),
            x=rounded(one.performance),
            y=rounded(one.importance),
            about=graph.nodes[one.node].id,
        )
        for one in found.both
    )
    with_scale = "{what} ({scale})"
    return Chart(
        name="importance_performance",
        title=Phrase.of("Importance and performance"),
        kind="scatter",
        across=Phrase.of(
            with_scale, what=Phrase.of("Performance"), scale=scale_told(ratings.performance)
        ),
        up=Phrase.of(with_scale, what=_IMPORTANCE, scale=scale_told(ratings.importance)),
        series=(Series(name=Phrase.of("Elements"), points=tuple(points)),),
        cross=(round(across, 4), round(up, 4)),
        quarters=tuple(QUADRANT[one] for one in ("concentrate", "keep", "low", "overkill")),
        ends=ratings.importance,
        ends_across=ratings.performance,
    )


def _staves_chart(graph: Graph, found: Weighed) -> Chart:
    title = Phrase.of("Weighted gap") if found.weighted else Phrase.of("Gap, all weighing the same")
    points = (
        Point(
            label=name_apart(graph, node),
            y=rounded(stave.weighted),
            low=rounded(stave.low),
            high=rounded(stave.high),
            about=graph.nodes[node].id,
        )
        for node, stave in found.staves[:_SHOWN]
    )
    return Chart(
        name="gaps",
        title=Phrase.of("The staves of the barrel, the shortest first"),
        kind="bars",
        across=Phrase.of("Elements"),
        up=title,
        series=(Series(name=title, points=tuple(points)),),
    )


def _kano_chart(graph: Graph, told: Mapping[int, Kano]) -> Chart:
    points = (
        Point(
            label=name_apart(graph, node),
            x=None if one.worse is None else round(-one.worse, 4) + 0.0,
            y=rounded(one.better),
            about=graph.nodes[node].id,
        )
        for node, one in told.items()
    )
    return Chart(
        name="kano",
        title=Phrase.of("Kano: better where it is there, worse where it is not"),
        kind="scatter",
        across=Phrase.of("Worse, where it is not (0-1, turned round)"),
        up=Phrase.of("Better, where it is there (0-1)"),
        series=(Series(name=Phrase.of("Features"), points=tuple(points)),),
        cross=(0.5, 0.5),
        ends=(0.0, 1.0),
        ends_across=(0.0, 1.0),
    )


def _held(graph: Graph, one: Cause) -> tuple[Cell, Cell, Cell]:
    if one.held is None:
        return None, None, None
    held = one.held
    delivered, expected = times_told(held.delivered, held.expected)
    return (
        None if held.node == one.step else name_apart(graph, held.node),
        delivered,
        expected,
    )


def rounded(figure: float | None) -> float | None:
    """Return a figure as it is shown; nothing for nothing."""
    return None if figure is None else round(figure, 3) + 0.0


def _percent(share: float | None) -> float | None:
    return None if share is None else round(100 * share, 1)
