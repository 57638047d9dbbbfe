"""What is asked about, and where the support of each ends: at what the customer lives through."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from blueprint.analysis import counted
from blueprint.analysis.ripple.starting import meant_by, starts_of
from blueprint.analysis.service import actions_by_step, declared_moments, lived
from blueprint.graph import Graph
from blueprint.words import Phrase


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked about.

    Attributes:
        numbers: Numbers of the steps or elements.
        count: How many of them, in words.
        heading: What they are called together.
        basis: Why these are asked about.
        named: Whether they were named, and are not all steps.
    """

    numbers: tuple[int, ...]
    count: Phrase
    heading: Phrase
    basis: Phrase
    named: bool = False


def asked_about(graph: Graph, on: Sequence[str]) -> Asked:
    """Return what is asked about; by default all moments of truth, or steps the customer acts in."""
    if on:
        own = tuple(dict.fromkeys(graph.index[meant_by(graph, ref).id] for ref in on))
        basis = Phrase.of("asked about what was named")
        heading = Phrase.of("What was asked about")
        return Asked(own, counted.elements(len(own)), heading, basis, named=True)
    declared = declared_moments(graph)
    if declared:
        basis = Phrase.of("asked about all declared moments of truth")
        count = counted.moments(len(declared))
        return Asked(declared, count, Phrase.of("Moments of truth"), basis)
    met = tuple(
        step
        for step, own in actions_by_step(graph).items()
        if any(graph.nodes[n].kind == "customer" for n in own)
    )
    basis = Phrase.of(
        "no moment of truth is declared: asked about every step in which the customer acts"
    )
    return Asked(met, counted.steps(len(met)), Phrase.of("Steps"), basis)


def tops_of(graph: Graph, number: int, actions: Mapping[int, Sequence[int]]) -> tuple[int, ...]:
    """Return where the support of an element ends: of a step, what the customer does.

    Of a department it is all that the department does and owns.
    """
    node = graph.nodes[number]
    if node.kind == "step":
        return lived(graph, actions[number])
    if node.kind in ("phase", "blueprint"):
        inside = (
            step
            for step in actions
            if number in (graph.index.get(graph.nodes[step].phase or ""), _home(graph, step))
        )
        return tuple(top for step in inside for top in lived(graph, actions[step]))
    return starts_of(graph, node)


def _home(graph: Graph, step: int) -> int | None:
    return graph.index.get(graph.nodes[step].blueprint or "")
