"""Where to act first, from how important and how good each element is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from blueprint.analysis.marking import light
from blueprint.analysis.naming import filled, trimmed
from blueprint.analysis.priorities.causes import causes
from blueprint.analysis.priorities.features import features
from blueprint.analysis.priorities.findings import findings
from blueprint.analysis.priorities.rating import Ratings, of_model, of_table
from blueprint.analysis.priorities.tables import (
    QUADRANT,
    causes_table,
    charts,
    kano_table,
    quadrants_table,
    scale_told,
    staves_table,
)
from blueprint.analysis.priorities.telling import sentences
from blueprint.analysis.priorities.weighing import Weighed, weighed
from blueprint.analysis.scores.kano_table import Kano
from blueprint.analysis.scores.quadrants import DRAWS
from blueprint.analysis.service import actions_by_step, lived
from blueprint.errors import BlueprintError
from blueprint.graph import Graph
from blueprint.report import Mark, Method, Overlay, Report
from blueprint.words import Phrase


def priorities(
    graph: Graph,
    *,
    importance: Mapping[str, float] | None = None,
    satisfaction: Mapping[str, float] | None = None,
    expectation: Mapping[str, float] | None = None,
    n: Mapping[str, float] | None = None,
    low: float = 0.0,
    high: float = 10.0,
    must_be: Mapping[str, float] | None = None,
    one_dimensional: Mapping[str, float] | None = None,
    attractive: Mapping[str, float] | None = None,
    indifferent: Mapping[str, float] | None = None,
    reverse: Mapping[str, float] | None = None,
    questionable: Mapping[str, float] | None = None,
    seed: int = 1,
) -> Report:
    """Return what is important and falls short, the largest gaps, and what to do about each.

    Importance is that of a step's moment of truth, performance and expectation are its
    experience; a table given as options takes their place. Of every step perceived below
    expectation the report says whether to raise what is delivered, or to tell of it.

    Args:
        graph: The graph.
        importance: How important each element is, by id; with satisfaction.
        satisfaction: How satisfied customers are with each.
        expectation: What they expected of each, where that was asked.
        n: How many answered, where that is known.
        low: The lowest answer of that table.
        high: The highest.
        must_be: Kano: how many answers on each element fell into “must-be”.
        one_dimensional: How many into “one-dimensional”.
        attractive: How many into “attractive”.
        indifferent: How many into “indifferent”.
        reverse: How many into “reverse”.
        questionable: How many into “questionable”.
        seed: Which redraws say how steady the quadrants are.

    Raises:
        BlueprintError: A table lacks a figure, one is off its scale, or an id means nothing.
    """
    if low >= high:
        raise BlueprintError(Phrase.of("the option “low” is to be below “high”"))
    if importance or satisfaction or expectation or n:
        ratings = of_table(
            graph, importance or {}, satisfaction or {}, expectation or {}, n or {}, (low, high)
        )
    else:
        ratings = of_model(graph)
    kinds = features(
        graph,
        {
            "M": must_be or {},
            "O": one_dimensional or {},
            "A": attractive or {},
            "I": indifferent or {},
            "R": reverse or {},
            "Q": questionable or {},
        },
    )
    found, why = weighed(ratings, seed), tuple(causes(graph))
    return Report(
        name="priorities",
        title=Phrase.of("Where to act first"),
        method=_method(ratings, found, kinds),
        summary=tuple(sentences(graph, ratings, found, why, kinds)),
        findings=tuple(findings(graph, ratings, found, why, kinds)),
        tables=tuple(
            trimmed(entry)
            for entry in filled(
                quadrants_table(graph, ratings, found),
                staves_table(graph, ratings, found),
                causes_table(graph, why),
                kano_table(graph, kinds),
            )
        ),
        charts=tuple(charts(graph, ratings, found, kinds)),
        overlay=_overlay(graph, found),
    )


def _method(ratings: Ratings, found: Weighed, kinds: Mapping[int, Kano]) -> Method:
    formula = Phrase.of(
        "opportunity = I + max(I − S, 0) of importance I and performance S; weighted gap = weight "
        "× (P − E) of perception P and expectation E"
    )
    kano = "Kano: Better = (A + O) / (A + O + M + I), Worse = −(O + M) / (A + O + M + I)"
    return Method(
        name="priorities",
        source=Phrase.of(
            "Martilla & James 1977 (importance-performance); Ulwick 2005 (opportunity); "
            "Kano 1984; Parasuraman, Zeithaml & Berry 1988 (gaps); two causes: defined here"
        ),
        formula=Phrase.of("{some}; {more}", some=formula, more=Phrase.of(kano))
        if kinds
        else formula,
        scale=Phrase.of(
            "importance {i}, performance and expectation {p}",
            i=scale_told(ratings.importance),
            p=scale_told(ratings.performance),
        ),
        direction=Phrase.of("gap = perception − expectation: below 0 falls short"),
        n=len(ratings.rated),
        assumptions=tuple(_assumptions(ratings, found)),
        cannot_tell=tuple(_cannot_tell(found)),
    )


def _assumptions(ratings: Ratings, found: Weighed) -> Iterator[Phrase]:
    if found.quadrants is not None:
        yield Phrase.of(
            "cross-hairs at the grand means: importance {i}, performance {p}",
            i=f"{found.quadrants.importance:.3g}",
            p=f"{found.quadrants.performance:.3g}",
        )
        if found.quadrants.steady:
            said = "redraws: the means formed again {n} times, of elements drawn at random"
            yield Phrase.of(said, n=f"{DRAWS:,}")
    if ratings.given:
        yield Phrase.of("figures are those of a table that was given")
    elif ratings.rated:
        yield Phrase.of("every persona's experience of a step counts the same")
    if found.opportunities:
        yield Phrase.of("for opportunities importance and performance are stretched to 0 to 10")
    if found.staves:
        yield (
            Phrase.of("gaps are weighted with importance")
            if found.weighted
            else Phrase.of("all gaps weigh the same: importance is not told")
        )


def _cannot_tell(found: Weighed) -> Iterator[Phrase]:
    if found.staves and found.clear is None:
        yield Phrase.of("how sure the gaps are: nobody says how many answered")
    yield Phrase.of("whether customers would act as they say")


def _overlay(graph: Graph, found: Weighed) -> Overlay:
    marks: dict[str, Mark] = {}
    actions = actions_by_step(graph)
    own = found.quadrants.quadrant if found.quadrants else {}
    for one in found.both:
        if (quadrant := own.get(str(one.node))) is None:
            continue
        mark = Mark(
            role="warning" if quadrant == "concentrate" else "info",
            badge=f"{found.opportunities[one.node]:.3g}",
            note=QUADRANT[quadrant],
        )
        for number in (one.node, *lived(graph, actions.get(one.node, ()))):
            light(marks, graph, number, mark)
    return Overlay(
        title=Phrase.of("Opportunity, 0 to 20"),
        elements=marks,
        meanings={
            "warning": Phrase.of("matters more than the average and does worse"),
            "info": Phrase.of("opportunity, 0 to 20"),
        },
    )
