"""The six tests of a standard: clear, measurable, feasible, timely, fitting, committed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Literal

from blueprint.analysis.amounts import length_of
from blueprint.analysis.ripple.marked import marked
from blueprint.analysis.ripple.names import Names
from blueprint.analysis.ripple.standards import Of, standards_held
from blueprint.graph import Graph
from blueprint.model import Act, Standard, Step
from blueprint.rules.review_overdue import review_due

Test = Literal["clear", "measurable", "feasible", "timely", "fitting", "committed"]
Passed = Literal["passed", "declared", "failed", "unknown"]
"""Passed by what the file says; only declared by its owner; failed; or nobody can tell."""

TESTS: tuple[Test, ...] = ("clear", "measurable", "feasible", "timely", "fitting", "committed")


@dataclass(frozen=True, kw_only=True)
class Tested:
    """A standard with what each test says.

    Attributes:
        node: Number of the step or action it is set for.
        of: Whether it is set for a moment of truth or for an action.
        standard: It.
        results: What each test says.
        actual: How long it takes now, in seconds, where that is told.
        due: The day by which it is to be reviewed.
        committed: Numbers of the departments that have committed to it.
    """

    node: int
    of: Of
    standard: Standard
    results: Mapping[Test, Passed]
    actual: float | None
    due: date | None
    committed: tuple[int, ...]

    @cached_property
    def failed(self) -> tuple[Test, ...]:
        """The tests it fails."""
        return tuple(test for test in TESTS if self.results[test] == "failed")

    @cached_property
    def passes(self) -> bool:
        """Whether all six are passed, or declared by its owner."""
        return all(self.results[test] in ("passed", "declared") for test in TESTS)


def tested(graph: Graph, as_of: date | None) -> Iterator[Tested]:
    """Go through all standards, in file order."""
    names = Names(graph)
    homes = {graph.scope.blueprint_id(stem) for stem in graph.scope.blueprints}
    for number, element in marked(graph, homes):
        for of, standard, _ in standards_held(element):
            stem = names.file_of(graph.nodes[number])
            committed = tuple(names.all(stem, standard.committed_by, "department"))
            actual, due = _actual(graph, number, element, of), review_due(standard)
            yield Tested(
                node=number,
                of=of,
                standard=standard,
                results=six_tests(standard, actual=actual, as_of=as_of),
                actual=actual,
                due=due,
                committed=committed,
            )


def six_tests(
    standard: Standard, *, actual: float | None = None, as_of: date | None = None
) -> Mapping[Test, Passed]:
    """Return what the six tests say of a standard.

    Measurable asks for a figure, committed for a department; no declaration stands for
    these. Feasible compares with how long it takes now, timely with the day of its review,
    fitting with what the customer expects; where there is nothing to compare with, and for
    clear, what its owner declares counts, and is told apart.

    Args:
        standard: It.
        actual: How long the thing takes now, in seconds.
        as_of: The day to judge by.

    Examples:
        >>> soon = Standard(text="Soon", declared=["clear", "measurable"])
        >>> said = six_tests(soon)
        >>> said["clear"], said["measurable"], said["feasible"], said["committed"]
        ('declared', 'failed', 'unknown', 'failed')
    """
    most, due = length_of(standard.at_most), review_due(standard)
    measured = standard.at_most is not None or standard.at_least is not None
    found: dict[Test, bool | None] = {
        "clear": None,
        "measurable": measured,
        "feasible": None if most is None or actual is None else actual <= most,
        "timely": None if due is None or as_of is None else due >= as_of,
        "fitting": _fits(standard),
        "committed": bool(standard.committed_by),
    }
    return {test: _passed(passed, test in standard.declared) for test, passed in found.items()}


def _passed(passed: bool | None, declared: bool) -> Passed:  # noqa: FBT001  (a private rule)
    if passed is None:
        return "declared" if declared else "unknown"
    return "passed" if passed else "failed"


def _fits(standard: Standard) -> bool | None:
    """Tell whether a standard is as strict as the customer's own; ``None`` without figures."""
    wanted = standard.customer
    if wanted is None:
        return None
    sides: list[bool] = []
    most, own_most = length_of(wanted.at_most), length_of(standard.at_most)
    if most is not None and own_most is not None:
        sides.append(own_most <= most)
    if wanted.at_least is not None and standard.at_least is not None:
        sides.append(standard.at_least >= wanted.at_least)
    return all(sides) if sides else None


def _actual(graph: Graph, number: int, element: Step | Act, of: Of) -> float | None:
    told = length_of(element.time.actual) if element.time is not None else None
    if told is None and isinstance(element, Act):
        told = length_of(element.duration)
    home = graph.nodes[number].step
    if told is None and of == "moment-of-truth" and home is not None:
        step = graph.node(home).element
        if isinstance(step, Step) and step.time is not None:
            told = length_of(step.time.actual)
    return told
