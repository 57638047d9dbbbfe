"""What to observe next: what nothing is known of, then what is least sure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from blueprint.analysis.evidence.claims import GRADES, Claim, Flag
from blueprint.analysis.service import declared_moments
from blueprint.graph import Graph
from blueprint.model import Experience, Step
from blueprint.words import Phrase

Why = Literal["moment", "felt", "unsure"]
"""A moment of truth nothing is known of; a step whose experience nothing backs; an unsure claim."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Next:
    """One thing to find out about.

    Attributes:
        node: Number of the element.
        why: Why it.
        how: What to do.
    """

    node: int
    why: Why
    how: Phrase


_HOW: tuple[tuple[Flag, Phrase], ...] = (
    ("dissonance", Phrase.of("ask why the findings contradict each other, with a method not used yet")),
    ("no-method", Phrase.of("write down how it was found, or find it again")),
    ("no-observation", Phrase.of("watch customers, or look at figures of what they do")),
    ("old", Phrase.of("find it again: it is old")),
    ("convenience-sample", Phrase.of("ask a random sample")),
    ("single-source", Phrase.of("add a second source, by another method")),
)  # fmt: skip
"""What helps against each flag, the most pressing first."""


def next_steps(graph: Graph, found: Sequence[Claim]) -> tuple[Next, ...]:
    """Return what to observe next, the most pressing first."""
    known = {step for claim in found for step in _steps_of(graph, claim)}
    return (*_unknown(graph, known), *_unsure(found))


def _steps_of(graph: Graph, claim: Claim) -> Iterator[int]:
    if claim.node is not None:
        home = graph.nodes[claim.node].step
        yield claim.node if home is None else graph.index[home]


def _unknown(graph: Graph, known: set[int]) -> Iterator[Next]:
    moments = [step for step in declared_moments(graph) if step not in known]
    watch = Phrase.of("watch customers there, and talk with them")
    for step in moments:
        yield Next(node=step, why="moment", how=watch)
    for node in graph.of_kind("step"):
        number, element = graph.index[node.id], node.element
        if number in known or number in moments or not isinstance(element, Step):
            continue
        if any(_has_figure(lived) for lived in element.experience):
            yield Next(
                node=number,
                why="felt",
                how=Phrase.of("watch customers there, or say where its figures come from"),
            )


def _has_figure(lived: Experience) -> bool:
    fields = ("emotion", "perception", "sensory", "ease", "success")
    return any(getattr(lived, name) is not None for name in fields)


def _unsure(found: Sequence[Claim]) -> Iterator[Next]:
    order = sorted(found, key=lambda claim: -GRADES.index(claim.confidence))
    for claim in order:
        if claim.node is not None and claim.confidence != "high":
            how = next((how for flag, how in _HOW if flag in claim.flags), _HOW[-1][1])
            yield Next(node=claim.node, why="unsure", how=how)
