"""What moments of truth rest on, in sentences, and how it was worked out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from blueprint.analysis import counted
from blueprint.analysis.foundations.asked import Asked
from blueprint.analysis.foundations.under import Under, weak_points
from blueprint.analysis.naming import assumed_told, name_of, named
from blueprint.analysis.ripple.words import KIND
from blueprint.graph import Graph, Network
from blueprint.report import Method
from blueprint.words import Phrase


def title(graph: Graph, on: Sequence[str], asked: Asked) -> Phrase:
    """Return the title; it names what was asked about."""
    if not on:
        return Phrase.of("What moments of truth rest on")
    said = "What {names} rests on" if len(asked.numbers) == 1 else "What {names} rest on"
    return Phrase.of(said, names=named(graph, asked.numbers))


def sentences(graph: Graph, found: Sequence[Under], asked: Asked) -> Iterator[Phrase]:
    """Go through the sentences of the summary."""
    if not found:
        yield Phrase.of("There is no step in which the customer acts.")
        return
    if len(found) == 1:
        yield from _of_one(graph, found[0])
        return
    yield _stopped(found, asked)
    times: dict[int, int] = {}
    for under in found:
        for node in weak_points(under):
            times[node] = times.get(node, 0) + 1
    often = sorted(times, key=lambda node: (-times[node], node))
    most = [node for node in often if times[node] == times[often[0]] > 1]
    if most:
        said = "{n} of {things} hang on {names}."
        each = "{n} of {things} hang on each of {names}."
        yield Phrase.of(
            said if len(most) == 1 else each,
            names=named(graph, most),
            n=times[most[0]],
            things=asked.count,
        )


def _stopped(found: Sequence[Under], asked: Asked) -> Phrase:
    stopped = sum(1 for under in found if under.alone)
    if not any(under.hops for under in found):
        return Phrase.of("Nothing is drawn under any of the {things}.", things=asked.count)
    if not stopped:
        return Phrase.of("No single element can stop any of the {things}.", things=asked.count)
    said = "{n} of {things} can be stopped by a single element."
    if stopped == len(asked.numbers):
        said = "Each of the {things} can be stopped by a single element."
    return Phrase.of(said, n=stopped, things=asked.count)


def _of_one(graph: Graph, under: Under) -> Iterator[Phrase]:
    name = name_of(graph, under.asked)
    if not under.hops:
        yield Phrase.of("“{name}” rests on nothing that is drawn.", name=name)
        return
    departments = {graph.nodes[n].department for n in under.hops} - {None}
    said = "“{name}” rests on {elements}; the farthest is {links} away."
    if departments:
        said = "“{name}” rests on {elements} of {departments}; the farthest is {links} away."
    yield Phrase.of(
        said,
        name=name,
        elements=counted.elements(len(under.hops)),
        departments=counted.departments(len(departments)),
        links=counted.links(max(under.hops.values())),
    )
    if under.alone:
        yield Phrase.of("Alone can stop it: {names}.", names=named(graph, under.alone))
    for kind, common in under.common.items():
        if common:
            yield _common_told(graph, kind, common)


def _common_told(graph: Graph, kind: str, common: Sequence[int]) -> Phrase:
    return Phrase.of(
        "Every {kind} under it rests on {names}.",
        kind=Phrase.of(KIND[kind]),
        names=named(graph, common),
    )


def method(graph: Graph, felt: Network, found: Sequence[Under], asked: Asked) -> Method:
    """Return how it was worked out, what was assumed, and what cannot be told."""
    assumptions = [asked.basis, *assumed_told(graph, felt.links)]
    if len(asked.numbers) > len(found):
        said = "moments asked about: {n}; told of the first in file order: {m}"
        assumptions.append(Phrase.of(said, n=len(asked.numbers), m=len(found)))
    return Method(
        name="foundations",
        source=Phrase.of(
            "single points of failure as dominators (Lengauer & Tarjan 1979) of the support network"
        ),
        formula=Phrase.of(
            "x alone can stop t: every path of work that leads up to t passes x; "
            "likelihood(x) = the largest product of likelihoods along one path from x to t"
        ),
        scale=Phrase.of("links: a count; likelihood from 0 to 1"),
        direction=Phrase.of("disruption, read upward: what, when missing, is felt at the moment"),
        n=len(found),
        assumptions=tuple(assumptions),
        cannot_tell=(
            Phrase.of("whether one of several supports could stand in for another"),
            Phrase.of("the likelihood over several paths at once: that of a ripple tells it"),
        ),
    )
