"""What is to be noted about standards and stances, and what to do."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from blueprint.analysis.naming import (
    name_of,
    name_of_id,
)
from blueprint.analysis.standards.six_tests import Test, Tested
from blueprint.analysis.standards.stance import Stances
from blueprint.analysis.standards.tables import limit_told, wanted_told
from blueprint.analysis.written import length_of, time_told
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
        if "measurable" in entry.standard.declared and "measurable" in entry.failed:
            yield Finding(
                code="standards.only-said",
                severity="info",
                message=Phrase.of(
                    "the standard of “{element}” is declared measurable and holds no figure",
                    element=name_of(graph, entry.node),
                ),
                about=(graph.nodes[entry.node].id,),
                hint=Phrase.of("write the figure, or take the declaration back"),
            )
        doer = graph.nodes[entry.node].department
        if entry.committed and doer and graph.index[doer] not in _with_parents(graph, entry):
            yield Finding(
                code="standards.others-committed",
                severity="info",
                message=Phrase.of(
                    "{others} committed to the standard of “{element}”, which {doer} answers for",
                    others=listing([name_of(graph, n) for n in entry.committed]),
                    element=name_of(graph, entry.node),
                    doer=name_of_id(graph, doer) or Phrase.of("nobody"),
                ),
                about=(graph.nodes[entry.node].id, doer),
                hint=Phrase.of("have those commit who do the work"),
            )
        if day is not None and entry.standard.reviewed is None:
            yield Finding(
                code="standards.never-reviewed",
                severity="info",
                message=Phrase.of(
                    "the standard of “{element}” does not say when it was reviewed",
                    element=name_of(graph, entry.node),
                ),
                about=(graph.nodes[entry.node].id,),
                hint=Phrase.of("review it and write reviewed: with the day"),
            )
    if acting.told and not acting.count("proactive"):
        steps = len(acting.by_step)
        yield Finding(
            code="standards.not-proactive",
            severity="warning" if 2 * acting.told >= steps else "info",
            message=Phrase.of(
                "no step is said to act before it is asked; {n} of {m} say how they act",
                n=acting.told,
                m=steps,
            )
            if acting.told > 1
            else Phrase.of(
                "no step is said to act before it is asked; 1 of {m} says how it acts", m=steps
            ),
            hint=Phrase.of(
                "remedial service only brings a bad moment back to where it was; act first where it can be foreseen"
            ),
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
    "clear": ("the standard of “{element}” is not clear", "write what is to be done in one sentence"),
    "measurable": (
        "the standard of “{element}” cannot be measured",
        "write at_most: or at_least: beside its text:",
    ),
    "feasible": (
        "the standard of “{element}” asks for {what}, and it takes {actual}",
        "mend the work first, or set a standard that can be met",
    ),
    "timely": (
        "the standard of “{element}” was to be reviewed by {due}",
        "review it and write reviewed: with the day",
    ),
    "fitting": (
        "the standard of “{element}” allows {what}, and customers expect {customer}",
        "bring the standard to what customers expect, or tell them before",
    ),
    "committed": (
        "nobody has committed to the standard of “{element}”",
        "have the department that does it commit, and write committed_by:",
    ),
}  # fmt: skip


def _failed(graph: Graph, entry: Tested, test: Test) -> Finding:
    said, hint = _FAILED[test]
    most = length_of(entry.standard.at_most)
    values: dict[str, Phrase | str] = {
        "what": limit_told(most, entry.standard.at_least),
        "actual": time_told(entry.actual or 0.0),
        "due": "" if entry.due is None else entry.due.isoformat(),
        "customer": wanted_told(entry),
    }
    used = {key: value for key, value in values.items() if f"{{{key}}}" in said}
    return Finding(
        code=f"standards.not-{test}",
        severity="info" if test in ("measurable", "committed") else "warning",
        message=Phrase.of(said, element=name_of(graph, entry.node), **used),
        about=(graph.nodes[entry.node].id,),
        hint=Phrase.of(hint),
    )
