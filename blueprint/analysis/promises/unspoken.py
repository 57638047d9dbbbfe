"""What customers expect at a step, or were told there, though no promise is about it."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Literal

from blueprint.analysis.amounts import length_of, number_told
from blueprint.analysis.ripple.names import Names
from blueprint.analysis.written import time_told
from blueprint.graph import Graph
from blueprint.integrity import scales_of
from blueprint.model import Act, Step
from blueprint.model.catalog import Scales
from blueprint.model.parts import CustomerStandard
from blueprint.words import Phrase
from blueprint.words.label import label_phrase

_HIGH = 2 / 3
"""From this part of its scale on, an expectation counts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unspoken:
    """One thing customers count on at a step that no promise says.

    Attributes:
        step: Number of the step.
        kind: ``expected``, or ``told``: the ledger of the step says that it was promised.
        what: It in words.
    """

    step: int
    kind: Literal["expected", "told"]
    what: Phrase


def unspoken(graph: Graph, covered: Collection[int]) -> tuple[Unspoken, ...]:
    """Return what is counted on at steps that no promise is about, in file order.

    Customers expect something where their own standard is written, where they accept only so
    long a time, or where their expectation lies in the upper third of its scale.

    Args:
        graph: The graph.
        covered: Numbers of the steps that some promise is about, or is kept in.
    """
    names = Names(graph)
    scales = {stem: scales_of(held) for stem, held in graph.scope.blueprints.items()}
    found: list[Unspoken] = []
    for node in graph.of_kind("step"):
        number, stem = graph.index[node.id], names.file_of(node)
        if number not in covered and stem is not None and isinstance(node.element, Step):
            found += _at(number, node.element, scales[stem])
    return tuple(found)


def _at(number: int, step: Step, scales: Scales) -> Iterator[Unspoken]:
    time = step.time
    if time is not None and time.promised is not None:
        length = length_of(time.promised)
        told = time_told(length) if length is not None else _window(time.promised)
        yield Unspoken(step=number, kind="told", what=told)
    for what in dict.fromkeys(_expected(step, scales)):
        yield Unspoken(step=number, kind="expected", what=what)


def _window(promised: object) -> Phrase:
    begin, end = promised if isinstance(promised, tuple) else ("", "")
    return Phrase.of("{low} to {high}", low=begin, high=end)


def _expected(step: Step, scales: Scales) -> Iterator[Phrase]:
    low, high = scales.expectation
    for lived in step.experience:
        if isinstance(lived.expectation, float) and lived.expectation >= low + _HIGH * (high - low):
            said = "{n} on a scale from {low} to {high} (a high expectation)"
            yield Phrase.of(
                said, n=number_told(lived.expectation), low=number_told(low), high=number_told(high)
            )
    acceptable = None if step.time is None else length_of(step.time.acceptable)
    if acceptable is not None:
        yield Phrase.of("at most {time} (the longest they accept)", time=time_told(acceptable))
    for element in (step, *(act for act in step.actions if isinstance(act, Act))):
        moment = element.moment_of_truth
        standard = None if moment is None else moment.standard
        for own in (standard, element.standard if isinstance(element, Act) else None):
            if own is not None and own.customer is not None:
                yield from _customer(own.customer)


def _customer(wanted: CustomerStandard) -> Iterator[Phrase]:
    if wanted.text is not None:
        yield label_phrase(wanted.text)
    if wanted.at_most is not None:
        yield Phrase.of(
            "at most {what} (their own standard)", what=time_told(length_of(wanted.at_most) or 0.0)
        )
    if wanted.at_least is not None:
        yield Phrase.of("at least {what} (their own standard)", what=number_told(wanted.at_least))
