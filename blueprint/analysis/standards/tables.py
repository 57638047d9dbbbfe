"""The tables of standards: six tests, the customer's own, and stances."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from blueprint.analysis.amounts import length_of, number_told
from blueprint.analysis.naming import (
    DEPARTMENT,
    ID,
    NAME,
    name_apart,
    name_of_id,
    table,
    trimmed,
)
from blueprint.analysis.standards.six_tests import TESTS, Passed, Test, Tested
from blueprint.analysis.standards.stance import STANCES, Stances
from blueprint.analysis.written import time_told, times_told
from blueprint.graph import Graph
from blueprint.model.action import Stance
from blueprint.report import (
    Column,
    Table,
)
from blueprint.words import Phrase
from blueprint.words.label import label_phrase

TEST: Mapping[Test, Phrase] = {
    "clear": Phrase.of("Clear"),
    "measurable": Phrase.of("Measurable"),
    "feasible": Phrase.of("Feasible"),
    "timely": Phrase.of("Timely"),
    "fitting": Phrase.of("Fitting"),
    "committed": Phrase.of("Committed to"),
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


def limit_told(most: float | None, least: float | None) -> Phrase | None:
    """Return a limit in words: at most so long, or at least so much; nothing for none."""
    if most is not None:
        return Phrase.of("at most {what}", what=time_told(most))
    return None if least is None else Phrase.of("at least {what}", what=number_told(least))


def compared(entry: Tested) -> tuple[Phrase | None, Phrase | None]:
    """Return a standard's limit and what the customer expects, times in one unit."""
    standard, wanted = entry.standard, entry.standard.customer
    own, most = length_of(standard.at_most), length_of(wanted.at_most) if wanted else None
    if own is not None and most is not None:
        told = [Phrase.of("at most {what}", what=what) for what in times_told(own, most)]
        return told[0], told[1]
    return (
        limit_told(own, standard.at_least),
        limit_told(most, wanted.at_least) if wanted else None,
    )


def six(graph: Graph, found: Sequence[Tested]) -> Table:
    """Return each standard with what the six tests say."""
    tests = table(
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
                name_apart(graph, entry.node),
                name_of_id(graph, graph.nodes[entry.node].department),
                label_phrase(entry.standard.text),
                *(PASSED[entry.results[test]] for test in TESTS),
                entry.standard.reviewed,
                None if entry.due is None else entry.due.isoformat(),
            )
            for entry in found
        ),
    )
    return trimmed(tests)


def customers(graph: Graph, found: Sequence[Tested]) -> Table:
    """Return each standard beside what the customer expects."""
    beside = table(
        "customers",
        Phrase.of("The service's standard and the customer's own"),
        (
            ID,
            NAME,
            Column(key="standard", title=Phrase.of("The service's")),
            Column(key="customer", title=Phrase.of("The customer's")),
            Column(key="words", title=Phrase.of("In the customer's words")),
            Column(key="gap", title=Phrase.of("The service's is")),
            Column(key="fitting", title=TEST["fitting"]),
        ),
        (
            (
                graph.nodes[entry.node].id,
                name_apart(graph, entry.node),
                *compared(entry),
                None if wanted.text is None else label_phrase(wanted.text),
                _looser(entry),
                PASSED[entry.results["fitting"]],
            )
            for entry in found
            if (wanted := entry.standard.customer) is not None
        ),
    )
    return trimmed(beside)


def _looser(entry: Tested) -> Phrase | None:
    wanted = entry.standard.customer
    most, own = length_of(wanted.at_most) if wanted else None, length_of(entry.standard.at_most)
    if most is None or own is None:
        return None
    gap = times_told(most, own, abs(own - most))[-1]
    if own == most:
        return Phrase.of("the same")
    return Phrase.of("looser by {time}" if own > most else "stricter by {time}", time=gap)


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
