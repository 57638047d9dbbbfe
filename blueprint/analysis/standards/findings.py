"""What is to be noted about standards and stances, and what to do."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from blueprint.analysis.amounts import length_of
from blueprint.analysis.naming import name_of, quoted
from blueprint.analysis.service import actions_by_step
from blueprint.analysis.standards.six_tests import Test, Tested
from blueprint.analysis.standards.stance import Stances
from blueprint.analysis.standards.tables import compared
from blueprint.analysis.written import times_told
from blueprint.graph import Graph
from blueprint.report import (
    Finding,
)
from blueprint.words import Phrase
from blueprint.words.label import listing


def findings(
    graph: Graph,
    found: Sequence[Tested],
    acting: Stances,
    day: date | None,
) -> Iterator[Finding]:
    """Go through the findings: standard by standard, then stances; the audit names what has none."""
    for entry in found:
        for test in entry.failed:
            yield _failed(graph, entry, test)
        doers = _doers(graph, entry)
        if entry.committed and doers and doers.isdisjoint(_with_parents(graph, entry)):
            yield _others(graph, entry, sorted(doers))
        if day is not None and entry.standard.reviewed is None:
            yield Finding(
                code="standards.never-reviewed",
                severity="info",
                message=Phrase.of(
                    "The standard of {element} does not say when it was reviewed",
                    element=quoted(graph, entry.node),
                ),
                about=(graph.nodes[entry.node].id,),
                hint=Phrase.of("review it, and write down the day"),
            )
    if acting.told and not acting.count("proactive"):
        steps = len(acting.by_step)
        yield Finding(
            code="standards.not-proactive",
            severity="warning" if 2 * acting.told > steps else "info",
            message=Phrase.of(
                "No step is said to act before it is asked; {n} of {m} steps say how they act",
                n=acting.told,
                m=steps,
            )
            if acting.told > 1
            else Phrase.of(
                "No step is said to act before it is asked; 1 of {m} steps says how it acts",
                m=steps,
            ),
            hint=Phrase.of(
                "act first where a need can be foreseen: to mend only brings a bad moment back to where it was"
            ),
        )


def _doers(graph: Graph, entry: Tested) -> set[int]:
    """Return the departments that answer for what a standard is set for, or do the work in it."""
    node = graph.nodes[entry.node]
    step = entry.node if node.step is None else graph.index[node.step]
    acts = [entry.node]
    if entry.of == "moment-of-truth":
        acts += actions_by_step(graph).get(step, [])
    homes = [graph.nodes[number].department for number in acts]
    return {graph.index[home] for home in homes if home is not None}


def _others(graph: Graph, entry: Tested, doers: Sequence[int]) -> Finding:
    return Finding(
        code="standards.others-committed",
        severity="info",
        message=Phrase.of(
            "Committed to the standard of {element}: {others}; the work is done by {doers}",
            element=quoted(graph, entry.node),
            others=listing([name_of(graph, number) for number in entry.committed]),
            doers=listing([name_of(graph, number) for number in doers]),
        ),
        about=(graph.nodes[entry.node].id, *(graph.nodes[number].id for number in doers)),
        hint=Phrase.of("have those commit who do the work"),
    )


def _with_parents(graph: Graph, entry: Tested) -> set[int]:
    """Return the departments that committed, with all that are part of them."""
    found = set(entry.committed)
    queue = list(entry.committed)
    while queue:
        for link in graph.arriving[queue.pop()]:
            part = graph.sources[link]
            if graph.links.kinds[link] == "part_of" and part not in found:
                found.add(part)
                queue.append(part)
    return found


_FAILED: Mapping[Test, tuple[str, str]] = {
    "clear": ("The standard of {element} is not clear", "write what is to be done in one sentence"),
    "measurable": (
        "The standard of {element} cannot be measured",
        "write beside its text how long or how much it is to be",
    ),
    "feasible": (
        "The standard of {element} asks for {what}, and it takes {actual}",
        "mend the work first, or set a standard that can be met",
    ),
    "timely": (
        "The standard of {element} was to be reviewed by {due}",
        "review it, and write down the day",
    ),
    "fitting": (
        "The standard of {element} allows {what}, and customers expect {customer}",
        "bring the standard to what customers expect, or tell them before",
    ),
    "committed": (
        "Nobody has committed to the standard of {element}",
        "have the department that does the work commit to it",
    ),
}  # fmt: skip


def _failed(graph: Graph, entry: Tested, test: Test) -> Finding:
    said, hint = _FAILED[test]
    values = _values(entry, test)
    return Finding(
        code=f"standards.not-{test}",
        severity="info" if test in ("measurable", "committed") else "warning",
        message=Phrase.of(said, element=quoted(graph, entry.node), **values),
        about=(graph.nodes[entry.node].id,),
        hint=Phrase.of(hint),
    )


def _values(entry: Tested, test: Test) -> dict[str, Phrase | str]:
    """Return what the sentence of a failed test names, times in one unit."""
    nothing = Phrase.of("")
    if test == "feasible":
        limit, actual = times_told(length_of(entry.standard.at_most) or 0.0, entry.actual or 0.0)
        return {"what": Phrase.of("at most {what}", what=limit), "actual": actual}
    if test == "fitting":
        own, wanted = compared(entry)
        return {"what": own or nothing, "customer": wanted or nothing}
    if test == "timely" and entry.due is not None:
        return {"due": entry.due.isoformat()}
    return {}
