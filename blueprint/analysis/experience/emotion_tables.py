"""The tables and the chart of emotion: arcs, the steps side by side, parts, weakest links."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from blueprint.analysis.experience.lines import (
    Average,
    Line,
    averages,
)
from blueprint.analysis.experience.people import Lives
from blueprint.analysis.experience.surprises import Surprised
from blueprint.analysis.experience.wording import (
    BLUEPRINT,
    MAIN,
    MEASURE,
    PERSONA,
    STEP,
    STEP_ID,
    felt_at,
    figure,
    first_of,
    quadrant,
    rounded,
    without,
)
from blueprint.analysis.naming import name_of, name_of_id, table
from blueprint.graph import Graph
from blueprint.report import Cell, Chart, Column, Point, Series, Table
from blueprint.words import Phrase
from blueprint.words.label import label_phrase

_BASIS = {"figure": Phrase.of("figures"), "named": Phrase.of("named emotions, net")}


def arcs(graph: Graph, lines: Sequence[Line]) -> Table:
    """Return one row per arc, and behind those of a blueprint their averages."""
    columns = (
        BLUEPRINT,
        PERSONA,
        Column(key="basis", title=Phrase.of("Of")),
        Column(key="n", title=Phrase.of("Steps told")),
        Column(key="missing", title=Phrase.of("Steps not told")),
        Column(key="high", title=Phrase.of("Best emotion")),
        Column(key="high_at", title=Phrase.of("Best at")),
        Column(key="low", title=Phrase.of("Worst emotion")),
        Column(key="low_at", title=Phrase.of("Worst at")),
        Column(key="end", title=Phrase.of("Emotion at the end")),
        Column(key="end_at", title=Phrase.of("Last step")),
        Column(key="peak_end", title=Phrase.of("Peak-end")),
        Column(key="mean", title=Phrase.of("Mean")),
        Column(key="weighted", title=Phrase.of("Mean weighted by duration")),
    )
    rows: list[tuple[Cell, ...]] = []
    for lives in dict.fromkeys(line.lives for line in lines):
        own = [line for line in lines if line.lives is lives]
        rows += (_arc(graph, line) for line in own)
        rows += (_average(graph, lives, average) for average in averages(own))
    said = "The arc of each persona along the main path"
    if not any(line.person.id for line in lines):
        said = "The arc along the main path"
    usual = set()
    if all(line.basis == "figure" for line in lines):
        usual.add("basis")
    if not any(line.arc.missing for line in lines if line.arc):
        usual.add("missing")
    return without(table("arcs", Phrase.of(said), columns, rows), usual)


def _arc(graph: Graph, line: Line) -> tuple[Cell, ...]:
    home = name_of(graph, line.lives.blueprint)
    arc = line.arc
    if arc is None:
        none: tuple[Cell, ...] = (None,) * 9
        return (home, line.person.name, None, 0, len(line.values), *none)
    return (
        home,
        line.person.name,
        _BASIS[line.basis],
        arc.n,
        arc.missing,
        rounded(arc.high),
        felt_at(graph, line, arc.high_at),
        rounded(arc.low),
        felt_at(graph, line, arc.low_at),
        rounded(arc.end),
        name_of(graph, line.end),
        rounded(arc.peak_end),
        rounded(arc.mean),
        rounded(arc.weighted),
    )


def _average(graph: Graph, lives: Lives, average: Average) -> tuple[Cell, ...]:
    said = "Average by share of customers" if average.by_share else "Average of {n}"
    who = Phrase.of(said) if average.by_share else Phrase.of(said, n=average.n)
    return (
        name_of(graph, lives.blueprint),
        who,
        *(None,) * 9,
        rounded(average.peak_end),
        rounded(average.mean),
        rounded(average.weighted),
    )


def side_by_side(graph: Graph, every: Sequence[Lives]) -> Table:
    """Return success, ease and emotion of every step and person that tells any of them.

    Where emotion alone is told, the chart has it for the main path, and the table for the rest.
    """
    columns = (
        BLUEPRINT,
        STEP_ID,
        STEP,
        PERSONA,
        MAIN,
        Column(key="success", title=MEASURE["success"]),
        Column(key="ease", title=MEASURE["ease"]),
        Column(key="emotion", title=MEASURE["emotion"]),
        Column(key="named", title=Phrase.of("Named emotions, net")),
    )

    def moments() -> Iterator[tuple[Cell, ...]]:
        for lives in every:
            path = set(lives.path)
            for at, number in enumerate(lives.numbers):
                step = (
                    name_of(graph, lives.blueprint),
                    graph.nodes[number].id,
                    name_of(graph, number),
                )
                for person in lives.people:
                    moment = person.moments[at]
                    told = (moment.success, moment.ease, moment.emotion, moment.named)
                    if any(value is not None for value in told):
                        yield (*step, person.name, at in path, *map(rounded, told))

    rows = list(moments())
    if any(cell is not None for row in rows for cell in row[5:7]):
        return table("steps", Phrase.of("Success, ease and emotion side by side"), columns, rows)
    off = [row for row in rows if row[4] is False]
    return without(table("steps", Phrase.of("Emotion off the main path"), columns, off), {MAIN.key})


def parts(graph: Graph, every: Sequence[Lives]) -> Table:
    """Return expectation, perception, sensory and emotional part of every step, kept apart."""
    columns = (
        BLUEPRINT,
        STEP_ID,
        STEP,
        PERSONA,
        Column(key="expectation", title=Phrase.of("Expectation")),
        Column(key="perception", title=Phrase.of("Perception")),
        Column(key="gap", title=MEASURE["gap"]),
        Column(key="sensory", title=MEASURE["sensory"]),
        Column(key="emotion", title=MEASURE["emotion"]),
        Column(key="intensity", title=Phrase.of("Intensity")),
        Column(key="experience", title=MEASURE["experience"]),
        Column(key="quadrant", title=Phrase.of("Quadrant")),
    )

    def rows() -> Iterator[tuple[Cell, ...]]:
        for lives in every:
            for at, number in enumerate(lives.numbers):
                step = (
                    name_of(graph, lives.blueprint),
                    graph.nodes[number].id,
                    name_of(graph, number),
                )
                for person in lives.people:
                    moment = person.moments[at]
                    if moment.expectation is None and moment.perception is None:
                        continue
                    expected = moment.expectation
                    found = moment.lived
                    yield (
                        *step,
                        person.name,
                        Phrase.of("nothing expected") if isinstance(expected, str) else expected,
                        moment.perception,
                        rounded(found.gap),
                        moment.sensory,
                        moment.emotion,
                        moment.intensity,
                        rounded(found.product),
                        quadrant(found),
                    )

    return table("parts", Phrase.of("Expected, perceived, sensed and felt"), columns, rows())


def weakest_links(graph: Graph, lines: Sequence[Line]) -> Table:
    """Return every average along the main path with its weakest link."""
    columns = (
        BLUEPRINT,
        PERSONA,
        Column(key="measure", title=Phrase.of("What is averaged")),
        Column(key="n", title=Phrase.of("Steps told")),
        Column(key="mean", title=Phrase.of("Mean")),
        Column(key="lowest", title=Phrase.of("Lowest")),
        Column(key="at", title=Phrase.of("Weakest link")),
    )

    def rows() -> Iterator[tuple[Cell, ...]]:
        for line in lines:
            for measure, found in line.weakest.items():
                yield (
                    name_of(graph, line.lives.blueprint),
                    line.person.name,
                    MEASURE[measure],
                    found.n,
                    rounded(found.mean),
                    rounded(found.lowest),
                    Phrase.of("all alike")
                    if 1 < found.n == found.more + 1
                    else first_of(name_of(graph, found.step), found.more),
                )

    return table("weakest", Phrase.of("Weakest link beside every mean"), columns, rows())


def surprised(graph: Graph, found: Sequence[Surprised]) -> Table:
    """Return every surprise, what kind it is, whether it counts and who prepares it."""
    columns = (
        BLUEPRINT,
        STEP_ID,
        STEP,
        PERSONA,
        Column(key="surprise", title=Phrase.of("Surprise")),
        Column(key="beyond", title=Phrase.of("Beyond expectation")),
        Column(key="situational", title=Phrase.of("Situational")),
        Column(key="creative", title=Phrase.of("Creative")),
        Column(key="counts", title=Phrase.of("Counts, as the step satisfies")),
        Column(key="prepared", title=Phrase.of("Prepared backstage")),
    )
    return table(
        "surprises",
        Phrase.of("Surprises"),
        columns,
        (
            (
                name_of_id(graph, graph.nodes[one.step].blueprint),
                graph.nodes[one.step].id,
                name_of(graph, one.step),
                one.person.name,
                label_phrase(one.surprise.name),
                "beyond-expectation" in one.surprise.kinds,
                "situational" in one.surprise.kinds,
                "creative" in one.surprise.kinds,
                Phrase.of("cannot tell") if one.satisfies is None else one.satisfies,
                one.prepared,
            )
            for one in found
        ),
    )


def charts(graph: Graph, lines: Sequence[Line]) -> Iterator[Chart]:
    """Go through the blueprints' charts: one line per person, all on one scale."""
    for n, lives in enumerate(dict.fromkeys(line.lives for line in lines)):
        own = [line for line in lines if line.lives is lives and line.arc is not None]
        basis = "figure" if any(line.basis == "figure" for line in own) else "named"
        own = [line for line in own if line.basis == basis]
        if own:
            yield _chart(graph, lives, own, n)


def _chart(graph: Graph, lives: Lives, lines: Sequence[Line], n: int) -> Chart:
    low, high = lives.scales.emotion
    strongest = lives.scales.intensity[1]
    if lines[0].basis == "named":
        low, high = -strongest, strongest
    title = Phrase.of("Emotion along the main path")
    numbers = [lives.numbers[at] for at in lives.path]
    steps = [(name_of(graph, number), graph.nodes[number].id) for number in numbers]
    if graph.scope.several:
        said = "Emotion along the main path of “{blueprint}”"
        title = Phrase.of(said, blueprint=name_of(graph, lives.blueprint))
    return Chart(
        name="arc" if n == 0 else f"arc-{n + 1}",
        title=title,
        kind="lines",
        across=Phrase.of("Step"),
        up=Phrase.of("Emotion, {low} to {high}", low=figure(low), high=figure(high)),
        series=tuple(
            Series(
                name=line.person.name,
                points=tuple(
                    Point(label=name, y=value, about=step)
                    for (name, step), value in zip(steps, line.values, strict=True)
                ),
            )
            for line in lines
        ),
        ends=(low, high),
    )
