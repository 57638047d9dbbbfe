"""What is to be noted about priorities, each with what to do about it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from blueprint.analysis.amounts import share_told
from blueprint.analysis.naming import named, quoted
from blueprint.analysis.priorities.causes import Cause, Held, by_step
from blueprint.analysis.priorities.features import CATEGORY
from blueprint.analysis.priorities.rating import Rated, Ratings
from blueprint.analysis.priorities.telling import points_told
from blueprint.analysis.priorities.weighing import Weighed
from blueprint.analysis.scores.kano_table import Kano
from blueprint.analysis.scores.quadrants import Quadrants
from blueprint.analysis.written import times_told
from blueprint.graph import Graph
from blueprint.report import Finding
from blueprint.words import Phrase
from blueprint.words.label import listing

_HALF = 0.5
"""Of what stays in its quadrant in fewer redraws nothing is said, unless it is urgent."""

_SURE = 0.95
"""Of what stays in its quadrant in fewer redraws their share is told."""


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
    for own in by_step(causes):
        if own[0].held is not None:
            yield _cause(graph, own, own[0].held)
    yield from _unknown(graph, [own for own in by_step(causes) if own[0].held is None])
    for node, one in kinds.items():
        if one.tied:
            yield _tie(graph, node, one)


def _left_out(graph: Graph, ratings: Ratings) -> Iterator[Finding]:
    for node in ratings.other_scale:
        said = "{name} asks on another scale, and is left out of the comparison"
        yield Finding(
            code="priorities.other_scale",
            severity="warning",
            message=Phrase.of(said, name=quoted(graph, node)),
            about=(graph.nodes[node].id,),
            hint=Phrase.of("ask about it by itself"),
        )


def _quadrants(graph: Graph, found: Weighed) -> Iterator[Finding]:
    if found.quadrants is None:
        return
    for one in found.both:
        quadrant = found.quadrants.quadrant[str(one.node)]
        steady = found.quadrants.steady.get(str(one.node), 1.0)
        if quadrant == "concentrate" or (quadrant == "overkill" and steady >= _HALF):
            message = _placed(graph, found.quadrants, one)
            if steady < _SURE:
                said = "{said}; {share} of redraws agree"
                message = Phrase.of(said, said=message, share=share_told(steady))
            urgent = quadrant == "concentrate"
            yield Finding(
                code=f"priorities.{quadrant}",
                severity="warning" if urgent else "info",
                message=message,
                about=(graph.nodes[one.node].id,),
                hint=Phrase.of("improve it first")
                if urgent
                else Phrase.of("look whether effort spent here is missing elsewhere"),
            )


def _placed(graph: Graph, own: Quadrants, one: Rated) -> Phrase:
    """Say of an element that is to be improved, or overdone, where it stands to the averages."""
    important, good = one.importance or 0.0, one.performance or 0.0
    if own.quadrant[str(one.node)] == "concentrate":
        said = (
            "{name} matters more than the average ({i} against {mi}) and does worse ({p} against {mp})"
            if important > own.importance
            else "{name} matters as much as the average ({mi}) and does worse ({p} against {mp})"
        )
    else:
        said = (
            "{name} does better than the average ({p} against {mp}) and matters less ({i} against {mi})"
            if good > own.performance
            else "{name} does as well as the average ({mp}) and matters less ({i} against {mi})"
        )
    return Phrase.of(
        said,
        name=quoted(graph, one.node),
        i=f"{important:.3g}",
        p=f"{good:.3g}",
        mi=f"{own.importance:.3g}",
        mp=f"{own.performance:.3g}",
    )


def _stave(graph: Graph, found: Weighed) -> Iterator[Finding]:
    first = found.shortest
    if not first:
        return
    nodes = [node for node, _ in first]
    said = "{name} is the shortest stave: perceived {gap} below what was expected"
    if len(first) > 1:
        said = "{names} are the shortest staves: no other gap weighs as much"
    hint = Phrase.of("ask more people before spending much on it: another may be as short")
    if len(first) > 1:
        hint = Phrase.of("begin with the one that is easier to lengthen")
    elif found.clear or len(found.staves) == 1:
        hint = Phrase.of("the whole holds no more than its shortest stave: lengthen it first")
    yield Finding(
        code="priorities.shortest_stave",
        severity="warning",
        message=Phrase.of(
            said,
            name=quoted(graph, nodes[0]),
            names=named(graph, nodes),
            gap=points_told(first[0][1].gap),
        ),
        about=tuple(graph.nodes[node].id for node in nodes),
        hint=hint,
    )


def _unknown(graph: Graph, groups: Sequence[Sequence[Cause]]) -> Iterator[Finding]:
    """Say once where nobody can tell, however many steps there are."""
    steps = [own[0].step for own in groups]
    if not steps:
        return
    some = any(one.persona is not None for own in groups for one in own)
    said = "{names} are perceived below what was expected, and nobody can tell why"
    if some:
        said = "{names} are perceived below what was expected by one persona at least, and nobody can tell why"
    if len(steps) == 1:
        said = (
            "{names} is perceived below what was expected by one persona at least, and nobody can tell why"
            if some
            else "{names} is perceived below what was expected, and nobody can tell why"
        )
    yield Finding(
        code="priorities.cause_unknown",
        severity="info",
        message=Phrase.of(said, names=named(graph, steps)),
        about=_about(graph, [one for own in groups for one in own]),
        hint=Phrase.of("write in its standard what customers expect, and how long it takes")
        if len(steps) == 1
        else Phrase.of(
            "write in the standard of each what customers expect, and how long it takes"
        ),
    )


def _about(graph: Graph, own: Sequence[Cause]) -> tuple[str, ...]:
    """Return the ids of the steps, then of the personas."""
    whose = (cause.persona for cause in own if cause.persona is not None)
    numbers = dict.fromkeys((*(cause.step for cause in own), *whose))
    return tuple(graph.nodes[number].id for number in numbers)


def _cause(graph: Graph, own: Sequence[Cause], held: Held) -> Finding:
    one = own[0]
    taken, most = times_told(held.delivered, held.expected)
    told = {
        "below": _below(graph, own),
        "at": quoted(graph, held.node),
        "taken": taken,
        "most": most,
    }
    if one.todo == "raise":
        return Finding(
            code="priorities.raise_value",
            severity="warning",
            message=Phrase.of(
                "{below}: it takes {taken}, and customers expect {most} at most"
                if held.node == one.step
                else "{below}: {at} takes {taken}, and customers expect {most} at most",
                **told,
            ),
            about=_about(graph, own),
            hint=Phrase.of("raise what is delivered: telling more about it would not help"),
        )
    return Finding(
        code="priorities.communicate",
        severity="warning",
        message=Phrase.of(
            "{below}, though it takes {taken}, within the {most} that customers expect"
            if held.node == one.step
            else "{below}, though {at} takes {taken}, within the {most} that customers expect",
            **told,
        ),
        about=_about(graph, own),
        hint=Phrase.of("tell customers what they get: it is delivered, and goes unnoticed"),
    )


def _below(graph: Graph, own: Sequence[Cause]) -> Phrase:
    """Say what is perceived below expectation, and by whom where the file tells."""
    name = quoted(graph, own[0].step)
    whose = [one.persona for one in own if one.persona is not None]
    if not whose:
        return Phrase.of("{name} is perceived below what was expected", name=name)
    who = named(graph, whose)
    return Phrase.of("{name} is perceived below what was expected by {who}", name=name, who=who)


def _tie(graph: Graph, node: int, one: Kano) -> Finding:
    said = "Of {name} equally many say {categories}; the first counts"
    return Finding(
        code="priorities.kano_tie",
        severity="info",
        message=Phrase.of(
            said,
            name=quoted(graph, node),
            categories=listing([CATEGORY[category] for category in one.tied]),
        ),
        about=(graph.nodes[node].id,),
        hint=Phrase.of("ask more people, or look at kinds of customers one by one"),
    )
