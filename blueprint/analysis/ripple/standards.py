"""The standards a ripple touches: of moments of truth it passes, and of actions it reaches."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from blueprint.analysis.ripple.lists import StandardTouched
from blueprint.analysis.ripple.marked import homes_of, marked
from blueprint.analysis.ripple.names import Names
from blueprint.analysis.ripple.telling import name_of
from blueprint.analysis.ripple.touched import it_passes, within_steps
from blueprint.analysis.ripple.trace import Trace
from blueprint.analysis.ripple.why import Why
from blueprint.model import Act, Step
from blueprint.model.parts import Standard
from blueprint.words.label import label_phrase

Of = Literal["moment-of-truth", "action"]


def standards_of(trace: Trace) -> tuple[StandardTouched, ...]:
    """Return the standards to look at again: of moments of truth, then of actions.

    These are the standards of moments of truth in whose step something is changed or reached,
    and of every action that is changed or reached itself; each group in file order.
    """
    graph, names, why = trace.graph, Names(trace.graph), Why(trace)
    steps = within_steps(trace)
    found: list[StandardTouched] = []
    for number, element in sorted(marked(graph, homes_of(graph, steps)), key=lambda one: one[0]):
        if number not in steps and number not in why:
            continue
        node = graph.nodes[number]
        for of, standard, owner in standards_held(element):
            stem = names.file_of(node)
            answers = names.one(stem, owner, "department")
            committed = names.all(stem, standard.committed_by, "department")
            found.append(
                StandardTouched(
                    id=node.id,
                    name=name_of(graph, number),
                    text=label_phrase(standard.text),
                    of=of,
                    blueprint=node.blueprint,
                    department=node.department if answers is None else graph.nodes[answers].id,
                    committed_by=tuple(graph.nodes[n].id for n in committed),
                    reviewed=standard.reviewed,
                    reason=it_passes(why, steps[number]) if number in steps else why.of(number),
                )
            )
    return tuple(sorted(found, key=lambda standard: standard.of != "moment-of-truth"))


def standards_held(element: Step | Act) -> Iterator[tuple[Of, Standard, str | None]]:
    """Go through the standards an element holds, each with who answers for it."""
    moment = element.moment_of_truth
    if moment is not None and moment.standard is not None:
        yield "moment-of-truth", moment.standard, moment.owner
    if isinstance(element, Act) and element.standard is not None:
        yield "action", element.standard, None
