"""What is to be noted about priorities, each with what to do about it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from blueprint.analysis.naming import name_of, named
from blueprint.analysis.priorities.causes import Cause, Held
from blueprint.analysis.priorities.features import CATEGORY
from blueprint.analysis.priorities.rating import Ratings
from blueprint.analysis.priorities.weighing import Weighed
from blueprint.analysis.scores.kano_table import Kano
from blueprint.analysis.written import time_told
from blueprint.graph import Graph
from blueprint.report import Finding
from blueprint.words import Phrase
from blueprint.words.label import listing


def findings(
    graph: Graph,
    ratings: Ratings,
    found: Weighed,
    causes: Sequence[Cause],
    kinds: Mapping[int, Kano],
) -> Iterator[Finding]:
    """Go through what is to be noted: what is left out, then what to act on."""
    yield from _left_out(graph, ratings)
    yield from _quadrants(graph, found)
    yield from _stave(graph, found)
    for own in _alike(causes):
        if own[0].held is not None:
            yield _cause(graph, own, own[0].held)
    yield from _unknown(graph, [own for own in _alike(causes) if own[0].held is None])
    for node, one in kinds.items():
        if one.tied:
            yield _tie(graph, node, one)


def _left_out(graph: Graph, ratings: Ratings) -> Iterator[Finding]:
    for node in ratings.other_scale:
        said = "“{name}” asks on another scale, and is left out of the comparison"
        yield Finding(
            code="priorities.other_scale",
            severity="warning",
            message=Phrase.of(said, name=name_of(graph, node)),
            about=(graph.nodes[node].id,),
            hint=Phrase.of("ask about it by itself"),
        )


def _quadrants(graph: Graph, found: Weighed) -> Iterator[Finding]:
    if found.quadrants is None:
        return
    for one in found.both:
        name, about = name_of(graph, one.node), (graph.nodes[one.node].id,)
        across, up = found.quadrants.importance, found.quadrants.performance
        figures = {
            "i": f"{one.importance or 0:.3g}",
            "p": f"{one.performance or 0:.3g}",
            "mi": f"{across:.3g}",
            "mp": f"{up:.3g}",
        }
        match found.quadrants.quadrant[str(one.node)]:
            case "concentrate":
                said = (
                    "“{name}” matters more than the average ({i} against {mi}) and does worse ({p} against {mp})"
                    if (one.importance or 0) > across
                    else "“{name}” matters as much as the average ({mi}) and does worse ({p} against {mp})"
                )
                yield Finding(
                    code="priorities.concentrate",
                    severity="warning",
                    message=Phrase.of(said, name=name, **figures),
                    about=about,
                    hint=Phrase.of("improve it first"),
                )
            case "overkill":
                said = (
                    "“{name}” does better than the average ({p} against {mp}) and matters less ({i} against {mi})"
                    if (one.performance or 0) > up
                    else "“{name}” does as well as the average ({mp}) and matters less ({i} against {mi})"
                )
                yield Finding(
                    code="priorities.overkill",
                    severity="info",
                    message=Phrase.of(said, name=name, **figures),
                    about=about,
                    hint=Phrase.of("look whether effort spent here is missing elsewhere"),
                )
            case _:
                pass


def _stave(graph: Graph, found: Weighed) -> Iterator[Finding]:
    if not found.staves or found.staves[0][1].weighted >= 0:
        return
    node, stave = found.staves[0]
    said = "“{name}” is the shortest stave: perceived {gap} below what was expected"
    yield Finding(
        code="priorities.shortest_stave",
        severity="warning",
        message=Phrase.of(said, name=name_of(graph, node), gap=f"{-stave.gap:.3g}"),
        about=(graph.nodes[node].id,),
        hint=Phrase.of("the whole holds no more than its shortest stave: lengthen it first")
        if found.clear
        else Phrase.of("ask more people before spending much on it: another may be as short"),
    )


def _alike(causes: Sequence[Cause]) -> Iterator[list[Cause]]:
    """Go through what is to be done at each step, all personas at once."""
    found: dict[int, list[Cause]] = {}
    for one in causes:
        found.setdefault(one.step, []).append(one)
    yield from found.values()


def _unknown(graph: Graph, groups: Sequence[Sequence[Cause]]) -> Iterator[Finding]:
    """Say once where nobody can tell, however many steps there are."""
    steps = [own[0].step for own in groups]
    if not steps:
        return
    names = named(graph, steps)
    yield Finding(
        code="priorities.cause_unknown",
        severity="info",
        message=Phrase.of(
            "{names} is perceived below what was expected, and nobody can tell why", names=names
        )
        if len(steps) == 1
        else Phrase.of(
            "{names} are perceived below what was expected, and nobody can tell why", names=names
        ),
        about=_about(graph, [one for own in groups for one in own]),
        hint=Phrase.of(
            "write what customers expect under “customer” of its standard, and the actual time"
        ),
    )


def _about(graph: Graph, own: Sequence[Cause]) -> tuple[str, ...]:
    """Return the ids of the steps, then of the personas."""
    whose = (cause.persona for cause in own if cause.persona is not None)
    numbers = dict.fromkeys((*(cause.step for cause in own), *whose))
    return tuple(graph.nodes[number].id for number in numbers)


def _cause(graph: Graph, own: Sequence[Cause], held: Held) -> Finding:
    one = own[0]
    name, about = name_of(graph, one.step), _about(graph, own)
    told = {
        "name": name,
        "at": name_of(graph, held.node),
        "taken": time_told(held.delivered),
        "most": time_told(held.expected),
    }
    if one.todo == "raise":
        said = (
            "“{name}” is perceived below what was expected: it takes {taken}, and customers "
            "expect {most} at most"
            if held.node == one.step
            else "“{name}” is perceived below what was expected: “{at}” takes {taken}, and "
            "customers expect {most} at most"
        )
        return Finding(
            code="priorities.raise_value",
            severity="warning",
            message=Phrase.of(said, **told),
            about=about,
            hint=Phrase.of("raise what is delivered: telling more about it would not help"),
        )
    said = (
        "“{name}” is perceived below what was expected, though it takes {taken}, within the "
        "{most} that customers expect"
        if held.node == one.step
        else "“{name}” is perceived below what was expected, though “{at}” takes {taken}, within "
        "the {most} that customers expect"
    )
    return Finding(
        code="priorities.communicate",
        severity="warning",
        message=Phrase.of(said, **told),
        about=about,
        hint=Phrase.of("tell customers what they get: it is delivered, and goes unnoticed"),
    )


def _tie(graph: Graph, node: int, one: Kano) -> Finding:
    said = "of “{name}” equally many say {categories}; the first counts"
    return Finding(
        code="priorities.kano_tie",
        severity="info",
        message=Phrase.of(
            said,
            name=name_of(graph, node),
            categories=listing([CATEGORY[category] for category in one.tied]),
        ),
        about=(graph.nodes[node].id,),
        hint=Phrase.of("ask more people, or look at kinds of customers one by one"),
    )
