"""Where to act first, from how important and how good each element is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from blueprint.analysis.naming import filled, name_of, named
from blueprint.analysis.priorities.causes import Cause, causes
from blueprint.analysis.priorities.features import CATEGORY, features
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
from blueprint.analysis.priorities.weighing import Weighed, weighed
from blueprint.analysis.scores.kano_table import Kano
from blueprint.analysis.service import actions_by_step, lived
from blueprint.analysis.written import told_count
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
        method=_method(ratings, found),
        summary=tuple(_sentences(graph, ratings, found, why, kinds)),
        findings=tuple(findings(graph, ratings, found, why, kinds)),
        tables=filled(
            quadrants_table(graph, ratings, found),
            staves_table(graph, ratings, found),
            causes_table(graph, why),
            kano_table(graph, kinds),
        ),
        charts=tuple(charts(graph, ratings, found, kinds)),
        overlay=_overlay(graph, found),
    )


def _method(ratings: Ratings, found: Weighed) -> Method:
    assumptions = [
        Phrase.of("figures are those of a table that was given")
        if ratings.given
        else Phrase.of("every persona's experience of a step counts the same"),
        Phrase.of("for opportunities importance and performance are stretched to 0 to 10"),
        Phrase.of("gaps are weighted with importance")
        if found.weighted
        else Phrase.of("all gaps weigh the same: importance is not told"),
    ]
    if found.quadrants is not None:
        said = "cross-hairs at the grand means: importance {i}, performance {p}"
        assumptions.insert(
            0,
            Phrase.of(
                said,
                i=f"{found.quadrants.importance:.3g}",
                p=f"{found.quadrants.performance:.3g}",
            ),
        )
    cannot = [Phrase.of("whether customers would act as they say")]
    if found.clear is None:
        cannot.insert(0, Phrase.of("how sure the gaps are: nobody says how many answered"))
    return Method(
        name="priorities",
        source=Phrase.of(
            "Martilla & James 1977 (importance-performance); Ulwick 2005 (opportunity); "
            "Kano 1984; Parasuraman, Zeithaml & Berry 1988 (gaps); two causes: defined here"
        ),
        formula="opportunity = I + max(I − S, 0); weighted gap = weight · (P − E); "
        "Better = (A+O)/(A+O+M+I), Worse = −(O+M)/(A+O+M+I)",
        scale=Phrase.of(
            "importance {i}, performance and expectation {p}",
            i=scale_told(ratings.importance),
            p=scale_told(ratings.performance),
        ),
        direction=Phrase.of("gap = perception − expectation: below 0 falls short"),
        n=len(ratings.rated),
        assumptions=tuple(assumptions),
        cannot_tell=tuple(cannot),
    )


def _sentences(
    graph: Graph,
    ratings: Ratings,
    found: Weighed,
    why: Sequence[Cause],
    kinds: Mapping[int, Kano],
) -> Iterator[Phrase]:
    if not ratings.rated and not kinds:
        yield Phrase.of("Nothing says how important or how good anything is.")
        return
    if found.quadrants is not None:
        yield from _of_quadrants(graph, found)
    elif ratings.rated:
        yield _too_few(found)
    if found.staves:
        yield _of_staves(graph, found)
    if found.unweighed and (found.unweighed[0].gap or 0) < min(0, _gap(found)):
        worst = found.unweighed[0]
        yield Phrase.of(
            "A larger gap, of which nobody says how much it matters: “{name}” ({gap}).",
            name=name_of(graph, worst.node),
            gap=f"{worst.gap:.3g}".replace("-", "−"),
        )
    if why:
        yield _of_causes(why)
    if kinds:
        yield from _of_kinds(graph, kinds)


def _too_few(found: Weighed) -> Phrase:
    if found.both:
        said = (
            "Importance and performance are told of one element only: there is nothing to compare."
        )
        return Phrase.of(said)
    said = "Of no element both importance and performance are told: they cannot be compared."
    return Phrase.of(said)


def _of_quadrants(graph: Graph, found: Weighed) -> Iterator[Phrase]:
    own = found.quadrants.quadrant if found.quadrants else {}
    urgent = [one.node for one in found.both if own[str(one.node)] == "concentrate"]
    if urgent:
        yield Phrase.of(
            "More important than the average and worse than it: {n} of {m} rated elements: {names}.",
            n=len(urgent),
            m=len(found.both),
            names=named(graph, urgent),
        )
    else:
        said = "Of {m} rated elements none matters more than the average and does worse."
        yield Phrase.of(said, m=len(found.both))
    best = max(found.opportunities, key=lambda node: found.opportunities[node])
    yield Phrase.of(
        "The largest opportunity: “{name}” ({n} of 20).",
        name=name_of(graph, best),
        n=f"{found.opportunities[best]:.3g}",
    )


def _of_staves(graph: Graph, found: Weighed) -> Phrase:
    node, stave = found.staves[0]
    if stave.weighted >= 0:
        return Phrase.of("Nothing is perceived below what was expected.")
    told: dict[str, Phrase | str] = {"name": name_of(graph, node), "gap": f"{-stave.gap:.3g}"}
    if found.clear:
        said = "The shortest stave: “{name}”, perceived {gap} below what was expected; no other is as short."
        return Phrase.of(said, **told)
    said = (
        "The shortest stave: “{name}”, perceived {gap} below what was expected; whether another "
        "is as short cannot be told from these answers."
    )
    return Phrase.of(said, **told)


def _gap(found: Weighed) -> float:
    return found.staves[0][1].gap if found.staves else 0.0


def _of_causes(why: Sequence[Cause]) -> Phrase:
    todo = list({one.step: one.todo for one in why}.values())
    return Phrase.of(
        "Perceived below what was expected: {n}; raise what is delivered at {raised}, tell "
        "customers of it at {told}, cannot tell at {unknown}.",
        n=told_count(len(todo), "1 step", "{n} steps"),
        raised=todo.count("raise"),
        told=todo.count("communicate"),
        unknown=todo.count("unknown"),
    )


def _of_kinds(graph: Graph, kinds: Mapping[int, Kano]) -> Iterator[Phrase]:
    for category, said in CATEGORY.items():
        own = [node for node, one in kinds.items() if one.category == category]
        if own:
            yield Phrase.of("Kano, {category}: {names}.", category=said, names=named(graph, own))


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
            for card in (graph.nodes[number].id, *graph.nodes[number].same):
                marks.setdefault(card, mark)
    return Overlay(
        title=Phrase.of("Opportunity, 0 to 20"),
        elements=marks,
        meanings={
            "warning": Phrase.of("matters more than the average and does worse"),
            "info": Phrase.of("opportunity, 0 to 20"),
        },
    )
