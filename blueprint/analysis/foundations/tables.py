"""What moments of truth rest on, as tables and on the drawing."""

from __future__ import annotations

from collections.abc import Sequence

from blueprint.analysis.foundations.asked import Asked
from blueprint.analysis.foundations.under import Under, weak_points
from blueprint.analysis.marking import light
from blueprint.analysis.naming import KIND_COLUMN, WHO, name_of, named, table, who
from blueprint.analysis.spread.dominating import CHANGED_SET
from blueprint.graph import Graph
from blueprint.report import Column, Mark, Overlay, Table
from blueprint.words import Phrase


def moments_table(graph: Graph, found: Sequence[Under], asked: Asked) -> Table:
    """Return what stands under each; of what kind it is, where it need not be a step."""
    told = [n for n, column in enumerate(WHO) if asked.named or column is not KIND_COLUMN]
    return table(
        "moments",
        asked.heading,
        (
            *(WHO[n] for n in told),
            Column(key="under", title=Phrase.of("Elements under it")),
            Column(key="departments", title=Phrase.of("Departments under it")),
            Column(key="alone", title=Phrase.of("Alone can stop it")),
            Column(key="common", title=Phrase.of("Common ground")),
        ),
        (
            (
                *(who(graph, under.asked)[n] for n in told),
                len(under.hops),
                len({graph.nodes[n].department for n in under.hops} - {None}),
                _cell(graph, under.alone),
                _cell(graph, tuple(dict.fromkeys(n for own in under.common.values() for n in own))),
            )
            for under in found
        ),
    )


def _cell(graph: Graph, numbers: Sequence[int]) -> Phrase | None:
    return named(graph, numbers) if numbers else None


def elements_table(graph: Graph, under: Under, most: int) -> Table:
    """Return what stands under one moment, nearest first, at most so many."""
    order = sorted(under.hops, key=lambda n: (under.hops[n], -under.likelihoods[n], n))[:most]
    return table(
        "under",
        Phrase.of("What it rests on"),
        (
            *WHO,
            Column(key="hops", title=Phrase.of("Fewest links")),
            Column(key="likelihood", title=Phrase.of("Likelihood, strongest path")),
            Column(key="through", title=Phrase.of("Felt only through")),
            Column(key="carries", title=Phrase.of("Elements it alone carries")),
            Column(key="alone", title=Phrase.of("Alone can stop it")),
        ),
        (
            (
                *who(graph, n),
                under.hops[n],
                round(under.likelihoods[n], 6),
                None if under.gates[n] == CHANGED_SET else name_of(graph, under.gates[n]),
                under.carried[n],
                n in under.alone,
            )
            for n in order
        ),
    )


def overlay(graph: Graph, found: Sequence[Under]) -> Overlay:
    """Return the marks on the drawing: what is asked about, what can stop it, what it rests on."""
    marks: dict[str, Mark] = {}
    weak: dict[int, list[int]] = {}
    for under in found:
        for node in weak_points(under):
            weak.setdefault(node, []).append(under.asked)
    for under in found:
        for top in under.tops:
            light(marks, graph, top, Mark(role="start", note=Phrase.of("what is asked about")))
    for node, moments in weak.items():
        note = Phrase.of("can stop {names}", names=named(graph, moments))
        light(marks, graph, node, Mark(role="warning", note=note))
    for under in found:
        for node, hops in under.hops.items():
            note = Phrase.of("links to the moment: {n}", n=hops)
            strength = under.likelihoods[node]
            mark = Mark(role="reached", badge=str(hops), note=note, strength=strength, hops=hops)
            light(marks, graph, node, mark)
    return Overlay(
        title=Phrase.of("What moments of truth rest on"),
        elements=marks,
        meanings={
            "start": Phrase.of("what is asked about"),
            "reached": Phrase.of("it rests on this: links away · likelihood"),
            "warning": Phrase.of("can stop it"),
        },
    )
