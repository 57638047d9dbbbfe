"""Whether standards are worth the name, fit what customers expect, and whether service acts first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from blueprint.analysis.marking import light
from blueprint.analysis.naming import (
    filled,
    name_of_id,
    named,
)
from blueprint.analysis.service import declared_moments, on_cards
from blueprint.analysis.standards.findings import findings
from blueprint.analysis.standards.six_tests import TESTS, Passed, Test, Tested, tested
from blueprint.analysis.standards.stance import STANCES, Stances, stances
from blueprint.analysis.standards.tables import STANCE, TEST, customers, shares, six
from blueprint.analysis.written import day_of, told_count
from blueprint.graph import Graph
from blueprint.report import (
    Chart,
    Mark,
    Method,
    Overlay,
    Point,
    Report,
    Series,
)
from blueprint.words import Phrase
from blueprint.words.label import listing


def standards(graph: Graph, *, as_of: str | None = None) -> Report:
    """Return how each standard does in six tests, beside the customer's own, and the stances.

    Args:
        graph: The graph.
        as_of: The day to judge reviews by, such as ``2026-03-01``; never the clock. Without
            it, whether a standard is timely rests on what its owner declares.

    Raises:
        BlueprintError: ``as_of`` is no day.
    """
    day = day_of(as_of)
    found, acting = list(tested(graph, day)), stances(graph)
    bare = _without(graph, found)
    return Report(
        name="standards",
        title=Phrase.of("Whether standards are worth the name"),
        method=_method(found, as_of),
        summary=tuple(_sentences(graph, found, acting, bare)),
        findings=tuple(findings(graph, found, acting, day)),
        tables=filled(six(graph, found), customers(graph, found), shares(acting)),
        charts=tuple(_charts(graph, found, acting)),
        overlay=_overlay(graph, found, bare),
    )


def _without(graph: Graph, found: Sequence[Tested]) -> tuple[int, ...]:
    """Return the declared moments of truth that no standard is set for."""
    homes: set[int] = set()
    for entry in found:
        home = graph.nodes[entry.node].step
        homes.add(entry.node if home is None else graph.index[home])
    return tuple(moment for moment in declared_moments(graph) if moment not in homes)


def _method(found: Sequence[Tested], as_of: str | None) -> Method:
    cannot = [_DARK[test] for test in _dark(found) if test in _DARK]
    cannot.append(Phrase.of("whether standards are met in practice: results tell that"))
    assumptions = [
        Phrase.of("a standard that does not say how often is to be reviewed once a year"),
        Phrase.of("a step has every stance that one of its actions has"),
    ]
    if as_of is None:
        cannot.insert(0, Phrase.of("whether reviews are overdue: no day to judge by was given"))
    else:
        assumptions.insert(0, Phrase.of("review dates judged as of {day}", day=as_of))
    return Method(
        name="standards",
        source=Phrase.of("six tests of service standards; the rules by which each is judged are defined here"),
        formula=Phrase.of(
            "clear: its owner says so; measurable: it has a limit; feasible: time taken now ≤ limit; "
            "timely: next review ≥ day to judge by; fitting: limit ≤ customer's own; "
            "committed: a department has committed to it"
        ),
        scale=Phrase.of("passed, declared only, failed, cannot tell; shares of steps in %"),
        direction=Phrase.of("a standard above what customers expect is too loose"),
        n=len(found),
        assumptions=tuple(assumptions),
        cannot_tell=tuple(cannot),
    )  # fmt: skip


def _sentences(
    graph: Graph, found: Sequence[Tested], acting: Stances, bare: Sequence[int]
) -> Iterator[Phrase]:
    if not found:
        yield Phrase.of("No standard is written down.")
    else:
        yield from _tests_told(found)
    if bare:
        said = "Moments of truth without a standard: {n} ({names})."
        yield Phrase.of(said, n=len(bare), names=named(graph, bare))
    yield _stance_told(acting)


def _tests_told(found: Sequence[Tested]) -> Iterator[Phrase]:
    passing = sum(1 for entry in found if entry.passes)
    failing = sum(1 for entry in found if entry.failed)
    unknown = len(found) - passing - failing
    told = [
        (passing, "1 passes all six tests", "{n} pass all six tests"),
        (failing, "1 fails at least one test", "{n} fail at least one test"),
        (unknown, "{n} cannot be judged yet", "{n} cannot be judged yet"),
    ]
    yield Phrase.of(
        "{standards}: {standing}.",
        standards=_standards(len(found)),
        standing=listing(
            [Phrase.of(one if n == 1 else several, n=n) for n, one, several in told if n]
        ),
    )
    times = Counter(test for entry in found for test in entry.failed)
    if times:
        worst = sorted(times, key=lambda test: (-times[test], TESTS.index(test)))
        tests = [
            Phrase.of("“{test}” ({standards})", test=TEST[test], standards=_standards(times[test]))
            for test in worst
        ]
        yield Phrase.of("Tests that standards fail: {tests}.", tests=listing(tests))
    dark = _dark(found)
    if dark:
        tests = [Phrase.of("“{test}”", test=TEST[test]) for test in dark]
        yield Phrase.of("Tests by which no standard can be judged: {tests}.", tests=listing(tests))


_DARK: Mapping[Test, Phrase] = {
    "clear": Phrase.of("whether standards are clear: nobody has declared it"),
    "feasible": Phrase.of("whether standards are feasible: no time taken is written beside them"),
    "fitting": Phrase.of(
        "whether standards fit: what the customer wants is not written beside them"
    ),
}
"""Why nobody can tell, where no standard can be judged by a test."""


def _dark(found: Sequence[Tested]) -> list[Test]:
    """Return the tests by which no standard can be judged."""
    return [t for t in TESTS if found and all(entry.results[t] == "unknown" for entry in found)]


def _standards(n: int) -> Phrase:
    return told_count(n, "1 standard", "{n} standards")


def _stance_told(acting: Stances) -> Phrase:
    if not acting.told:
        return Phrase.of(
            "Cannot tell how the service acts: no action says whether it is proactive, responsive or remedial."
        )
    told = [
        Phrase.of("{stance} {n}", stance=STANCE[s], n=acting.count(s))
        for s in STANCES
        if acting.count(s)
    ]
    said = "Of {m} steps in which the service acts, {n} say how: {stances}."
    if acting.told == 1:
        said = "Of {m} steps in which the service acts, {n} says how: {stances}."
    return Phrase.of(
        said,
        m=len(acting.by_step),
        n=acting.told,
        stances=listing(told),
    )


_SERIES: Mapping[Passed, Phrase] = {
    "passed": Phrase.of("Passed"),
    "declared": Phrase.of("Declared only"),
    "failed": Phrase.of("Failed"),
    "unknown": Phrase.of("Cannot tell"),
}


def _charts(graph: Graph, found: Sequence[Tested], acting: Stances) -> Iterator[Chart]:
    if len(found) > 1:
        yield Chart(
            name="tests",
            title=Phrase.of("The six tests"),
            kind="stack",
            across=Phrase.of("Test"),
            up=Phrase.of("Standards"),
            series=tuple(
                Series(
                    name=said,
                    points=tuple(
                        Point(
                            label=TEST[test],
                            y=sum(1 for entry in found if entry.results[test] == passed),
                        )
                        for test in TESTS
                    ),
                )
                for passed, said in _SERIES.items()
            ),
        )
    if acting.told:
        phases: dict[str, list[int]] = {}
        for step in acting.by_step:
            phases.setdefault(graph.nodes[step].phase or "", []).append(step)
        yield Chart(
            name="stances",
            title=Phrase.of("How the service acts, along the journey"),
            kind="stack",
            across=Phrase.of("Phase"),
            up=Phrase.of("Steps"),
            series=tuple(
                Series(
                    name=STANCE[stance],
                    points=tuple(
                        Point(
                            label=name_of_id(graph, phase) or Phrase.of(""),
                            y=acting.count(stance, steps),
                            about=phase,
                        )
                        for phase, steps in phases.items()
                    ),
                )
                for stance in STANCES
            ),
        )


def _failed_told(failed: Sequence[Test]) -> Phrase:
    if not failed:
        return Phrase.of("fails no test")
    return Phrase.of("fails: {tests}", tests=listing([TEST[test] for test in failed]))


def _overlay(graph: Graph, found: Sequence[Tested], bare: Sequence[int]) -> Overlay:
    marks: dict[str, Mark] = {}
    notes = {failed: _failed_told(failed) for failed in {entry.failed for entry in found}}
    for entry in found:
        passed = sum(1 for test in TESTS if entry.results[test] in ("passed", "declared"))
        mark = Mark(
            role="warning" if entry.failed else "info",
            badge=f"{passed}/6",
            note=notes[entry.failed],
        )
        light(marks, graph, entry.node, mark)
    for moment in bare:
        note = Phrase.of("a moment of truth without a standard")
        marks.setdefault(graph.nodes[moment].id, Mark(role="error", note=note))
    return Overlay(
        title=Phrase.of("Whether standards are worth the name"),
        elements=on_cards(graph, marks),
        meanings={
            "info": Phrase.of("fails no test; tests passed"),
            "warning": Phrase.of("fails a test; tests passed"),
            "error": Phrase.of("a moment of truth without a standard"),
        },
    )
