"""The tables of standards: six tests, the customer's own, and stances."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from blueprint.analysis.naming import (
    DEPARTMENT,
    ID,
    NAME,
    name_of,
    name_of_id,
    table,
)
from blueprint.analysis.standards.six_tests import TESTS, Passed, Test, Tested
from blueprint.analysis.standards.stance import STANCES, Stances
from blueprint.analysis.written import length_of, time_told
from blueprint.graph import Graph
from blueprint.model.action import Stance
from blueprint.report import (
    Column,
    Table,
)
from blueprint.words import Phrase
from blueprint.words.label import label_phrase

TEST: Mapping[Test, Phrase] = {
    "clear": Phrase.of("clear"),
    "measurable": Phrase.of("measurable"),
    "feasible": Phrase.of("feasible"),
    "timely": Phrase.of("timely"),
    "fitting": Phrase.of("fitting"),
    "committed": Phrase.of("committed"),
}


PASSED: Mapping[Passed, Phrase] = {
    "passed": Phrase.of("passed"),
    "declared": Phrase.of("declared only"),
    "failed": Phrase.of("failed"),
    "unknown": Phrase.of("cannot tell"),
}


STANCE: Mapping[Stance, Phrase] = {
    "proactive": Phrase.of("proactive"),
    "responsive": Phrase.of("responsive"),
    "remedial": Phrase.of("remedial"),
}


def limit_told(most: float | None, least: float | None) -> Phrase:
    """Return a limit in words: at most so long, or at least so much."""
    if most is not None:
        return Phrase.of("at most {what}", what=time_told(most))
    return Phrase.of("") if least is None else Phrase.of("at least {what}", what=f"{least:g}")


def wanted_told(entry: Tested) -> Phrase:
    """Return what the customer expects in words."""
    wanted = entry.standard.customer
    return (
        Phrase.of("") if wanted is None else limit_told(length_of(wanted.at_most), wanted.at_least)
    )


def six(graph: Graph, found: Sequence[Tested]) -> Table:
    """Return each standard with what the six tests say."""
    return table(
        "standards",
        Phrase.of("Standards"),
        (
            ID,
            NAME,
            DEPARTMENT,
            Column(key="text", title=Phrase.of("Standard")),
            *(Column(key=test, title=TEST[test]) for test in TESTS),
            Column(key="reviewed", title=Phrase.of("Last reviewed")),
            Column(key="due", title=Phrase.of("Review due")),
        ),
        (
            (
                graph.nodes[entry.node].id,
                name_of(graph, entry.node),
                name_of_id(graph, graph.nodes[entry.node].department),
                label_phrase(entry.standard.text),
                *(PASSED[entry.results[test]] for test in TESTS),
                entry.standard.reviewed,
                None if entry.due is None else entry.due.isoformat(),
            )
            for entry in found
        ),
    )


def customers(graph: Graph, found: Sequence[Tested]) -> Table:
    """Return each standard beside what the customer expects."""
    return table(
        "customers",
        Phrase.of("The service's standard and the customer's own"),
        (
            ID,
            NAME,
            Column(key="standard", title=Phrase.of("The service's")),
            Column(key="customer", title=Phrase.of("The customer's")),
            Column(key="words", title=Phrase.of("In the customer's words")),
            Column(key="gap", title=Phrase.of("Looser by")),
            Column(key="fitting", title=TEST["fitting"]),
        ),
        (
            (
                graph.nodes[entry.node].id,
                name_of(graph, entry.node),
                limit_told(length_of(entry.standard.at_most), entry.standard.at_least),
                wanted_told(entry),
                None if wanted.text is None else label_phrase(wanted.text),
                _looser(entry),
                PASSED[entry.results["fitting"]],
            )
            for entry in found
            if (wanted := entry.standard.customer) is not None
        ),
    )


def _looser(entry: Tested) -> Phrase | None:
    wanted = entry.standard.customer
    most, own = length_of(wanted.at_most) if wanted else None, length_of(entry.standard.at_most)
    if most is None or own is None:
        return None
    gap = own - most
    return time_told(gap) if gap >= 0 else Phrase.of("−{time}", time=time_told(-gap))


def shares(acting: Stances) -> Table:
    """Return how many steps have each stance."""
    return table(
        "stances",
        Phrase.of("How the service acts"),
        (
            Column(key="stance", title=Phrase.of("Stance")),
            Column(key="steps", title=Phrase.of("Steps")),
            Column(key="share", title=Phrase.of("Share of the steps that say it"), unit="%"),
        ),
        (
            (STANCE[s], acting.count(s), round(100 * acting.count(s) / acting.told, 1))
            for s in (STANCES if acting.told else ())
        ),
    )
