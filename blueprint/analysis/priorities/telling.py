"""What a report on priorities says first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from math import isclose

from blueprint.analysis.counted import steps
from blueprint.analysis.naming import named, quoted
from blueprint.analysis.priorities.causes import Cause, Todo, by_step
from blueprint.analysis.priorities.features import CATEGORY
from blueprint.analysis.priorities.rating import Ratings
from blueprint.analysis.priorities.weighing import Weighed
from blueprint.analysis.scores.kano_table import Kano
from blueprint.graph import Graph
from blueprint.words import Phrase
from blueprint.words.label import listing

_TO_DO: Mapping[Todo, Phrase] = {
    "raise": Phrase.of("raise what is delivered"),
    "communicate": Phrase.of("tell customers of it"),
    "unknown": Phrase.of("nobody can tell why"),
}


def sentences(
    graph: Graph,
    ratings: Ratings,
    found: Weighed,
    why: Sequence[Cause],
    kinds: Mapping[int, Kano],
) -> Iterator[Phrase]:
    """Go through the sentences that say where to act first."""
    if not ratings.rated and not kinds:
        yield Phrase.of("Nothing says how important or how good anything is.")
        return
    if found.quadrants is not None:
        yield from _of_quadrants(graph, found)
    elif ratings.rated:
        yield _too_few(found)
    if found.staves:
        yield _of_staves(graph, found)
    yield from _of_unweighed(graph, found)
    if why:
        yield _of_causes(why)
    yield from _of_kinds(graph, kinds)


def points_told(gap: float) -> Phrase:
    """Say how far perception lies below expectation, in points of their scale.

    Examples:
        >>> str(points_told(-1.0)), str(points_told(-1.6667))
        ('1 point', '1.67 points')
    """
    size = f"{abs(gap):.3g}"
    return Phrase.of("1 point") if size == "1" else Phrase.of("{n} points", n=size)


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
    said = "Of {m} rated elements none matters as much as the average, or more, and does worse."
    if len(urgent) == 1:
        said = "Of {m} rated elements, 1 matters as much as the average, or more, and does worse: {names}."
    elif urgent:
        said = "Of {m} rated elements, {n} matter as much as the average, or more, and do worse: {names}."
    yield Phrase.of(said, n=len(urgent), m=len(found.both), names=named(graph, urgent))
    most = max(found.opportunities.values())
    best = [node for node, own in found.opportunities.items() if isclose(own, most)]
    yield Phrase.of(
        "The largest opportunity: {names} ({n} of 20)."
        if len(best) == 1
        else "The largest opportunities: {names} ({n} of 20 each).",
        names=named(graph, best),
        n=f"{most:.3g}",
    )


def _of_staves(graph: Graph, found: Weighed) -> Phrase:
    first = found.shortest
    if not first:
        said = "On average nothing is perceived below what was expected."
        if found.unweighed:
            said = (
                "Of the elements whose importance is told, none is perceived below what was "
                "expected on average."
            )
        return Phrase.of(said)
    lead = (
        Phrase.of("The largest gap weighted with importance")
        if found.weighted
        else Phrase.of("The largest gap")
    )
    if len(first) > 1:
        said = "{lead}, equally large at each (the shortest staves): {names}."
        return Phrase.of(said, lead=lead, names=named(graph, [node for node, _ in first]))
    node, stave = first[0]
    said = "{lead} (the shortest stave): {name}, perceived {gap} below what was expected."
    if len(found.staves) > 1:
        said = (
            "{lead} (the shortest stave): {name}, perceived {gap} below what was expected; no "
            "other is as short."
            if found.clear
            else "{lead} (the shortest stave): {name}, perceived {gap} below what was expected; "
            "whether another is as short cannot be told from these answers."
        )
    return Phrase.of(said, lead=lead, name=quoted(graph, node), gap=points_told(stave.gap))


def _of_unweighed(graph: Graph, found: Weighed) -> Iterator[Phrase]:
    """Tell of the largest gap nobody weighed, where it is larger than those that are."""
    told = found.shortest[0][1].gap if found.shortest else 0.0
    largest = found.unweighed[0].gap if found.unweighed else None
    if largest is None or largest >= min(0.0, told):
        return
    alike = [one.node for one in found.unweighed if isclose(one.gap or 0.0, largest)]
    yield Phrase.of(
        "A larger gap, of which nobody says how much it matters: {names}, perceived {gap} below "
        "what was expected."
        if found.shortest
        else "A gap of which nobody says how much it matters: {names}, perceived {gap} below what "
        "was expected.",
        names=named(graph, alike),
        gap=points_told(largest),
    )


def _of_causes(why: Sequence[Cause]) -> Phrase:
    todo = [own[0].todo for own in by_step(why)]
    kinds = [(what, todo.count(kind)) for kind, what in _TO_DO.items() if kind in todo]
    parts = [
        Phrase.of("{what} at {n}", what=what, n=n) if len(kinds) > 1 else what for what, n in kinds
    ]
    return Phrase.of(
        "Perceived below what was expected, by one persona at least: {n} ({parts})."
        if any(one.persona is not None for one in why)
        else "Perceived below what was expected: {n} ({parts}).",
        n=steps(len(todo)),
        parts=listing(parts),
    )


def _of_kinds(graph: Graph, kinds: Mapping[int, Kano]) -> Iterator[Phrase]:
    for category, said in CATEGORY.items():
        own = [node for node, one in kinds.items() if one.category == category]
        if own:
            yield Phrase.of("Kano, {category}: {names}.", category=said, names=named(graph, own))
