"""Whether standards are worth the name, fit what customers expect, and whether service acts first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from blueprint.analysis.naming import (
    DEPARTMENT,
    ID,
    NAME,
    filled,
    name_of,
    name_of_id,
    named,
    table,
)
from blueprint.analysis.service import declared_moments
from blueprint.analysis.standards.six_tests import TESTS, Passed, Test, Tested, tested
from blueprint.analysis.standards.stance import STANCES, Stances, stances
from blueprint.analysis.written import day_of, length_of, time_told
from blueprint.graph import Graph
from blueprint.model.action import Stance
from blueprint.report import (
    Chart,
    Column,
    Finding,
    Mark,
    Method,
    Overlay,
    Point,
    Report,
    Series,
    Table,
)
from blueprint.words import Phrase
from blueprint.words.label import label_phrase, listing

_TEST: Mapping[Test, Phrase] = {
    "clear": Phrase.of("clear"),
    "measurable": Phrase.of("measurable"),
    "feasible": Phrase.of("feasible"),
    "timely": Phrase.of("timely"),
    "fitting": Phrase.of("fitting"),
    "committed": Phrase.of("committed"),
}

_PASSED: Mapping[Passed, Phrase] = {
    "passed": Phrase.of("passed"),
    "declared": Phrase.of("declared only"),
    "failed": Phrase.of("failed"),
    "unknown": Phrase.of("cannot tell"),
}

_STANCE: Mapping[Stance, Phrase] = {
    "proactive": Phrase.of("proactive"),
    "responsive": Phrase.of("responsive"),
    "remedial": Phrase.of("remedial"),
}


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
        findings=tuple(_findings(graph, found, acting, bare, day)),
        tables=filled(_six(graph, found), _customers(graph, found), _shares(acting)),
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
    cannot = [Phrase.of("whether standards are met in practice: results tell that")]
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
        formula="measurable: at_most or at_least; feasible: actual <= at_most; timely: reviewed + "
        "review_every >= as_of; fitting: standard <= customer's own; committed: committed_by",
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
        failing = [entry for entry in found if entry.failed]
        yield Phrase.of(
            "Standards: {n}; passing all six tests: {passed}; failing at least one: {failed}; "
            "cannot tell yet: {unknown}.",
            n=len(found),
            passed=sum(1 for entry in found if entry.passes),
            failed=len(failing),
            unknown=sum(1 for entry in found if not entry.passes and not entry.failed),
        )
        times = {test: sum(1 for entry in found if test in entry.failed) for test in TESTS}
        worst = max(TESTS, key=lambda test: times[test])
        if times[worst]:
            said = "Most often failed: “{test}”, by {n} of {m}."
            yield Phrase.of(said, test=_TEST[worst], n=times[worst], m=len(found))
    if bare:
        said = "Moments of truth without a standard: {n} ({names})."
        yield Phrase.of(said, n=len(bare), names=named(graph, bare))
    yield _stance_told(acting)


def _stance_told(acting: Stances) -> Phrase:
    if not acting.told:
        return Phrase.of(
            "Cannot tell how service acts: no action says whether it is proactive, responsive or remedial."
        )
    told = [
        Phrase.of(
            "{stance} {n} ({share})",
            stance=_STANCE[s],
            n=acting.count(s),
            share=f"{acting.count(s) / acting.told:.0%}",
        )
        for s in STANCES
    ]
    return Phrase.of(
        "Of {m} steps in which the service acts, {n} say how: {stances}.",
        m=len(acting.by_step),
        n=acting.told,
        stances=listing(told),
    )


def _findings(
    graph: Graph,
    found: Sequence[Tested],
    acting: Stances,
    bare: Sequence[int],
    day: date | None,
) -> Iterator[Finding]:
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
    for moment in bare:
        yield Finding(
            code="standards.none",
            severity="warning",
            message=Phrase.of(
                "“{step}” is a moment of truth without a standard", step=name_of(graph, moment)
            ),
            about=(graph.nodes[moment].id,),
            hint=Phrase.of("write standard: in its moment_of_truth:, with at_most: or at_least:"),
        )
    if acting.told and not acting.count("proactive"):
        yield Finding(
            code="standards.not-proactive",
            severity="warning",
            message=Phrase.of(
                "no step acts before it is asked: {n} say how they act, none is proactive",
                n=acting.told,
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
        "what": _limit(most, entry.standard.at_least),
        "actual": time_told(entry.actual or 0.0),
        "due": "" if entry.due is None else entry.due.isoformat(),
        "customer": _wanted(entry),
    }
    used = {key: value for key, value in values.items() if f"{{{key}}}" in said}
    return Finding(
        code=f"standards.not-{test}",
        severity="info" if test in ("measurable", "committed") else "warning",
        message=Phrase.of(said, element=name_of(graph, entry.node), **used),
        about=(graph.nodes[entry.node].id,),
        hint=Phrase.of(hint),
    )


def _limit(most: float | None, least: float | None) -> Phrase:
    if most is not None:
        return Phrase.of("at most {what}", what=time_told(most))
    return Phrase.of("") if least is None else Phrase.of("at least {what}", what=f"{least:g}")


def _wanted(entry: Tested) -> Phrase:
    wanted = entry.standard.customer
    return Phrase.of("") if wanted is None else _limit(length_of(wanted.at_most), wanted.at_least)


def _six(graph: Graph, found: Sequence[Tested]) -> Table:
    return table(
        "standards",
        Phrase.of("Standards"),
        (
            ID,
            NAME,
            DEPARTMENT,
            Column(key="text", title=Phrase.of("Standard")),
            *(Column(key=test, title=_TEST[test]) for test in TESTS),
            Column(key="reviewed", title=Phrase.of("Last reviewed")),
            Column(key="due", title=Phrase.of("Review due")),
        ),
        (
            (
                graph.nodes[entry.node].id,
                name_of(graph, entry.node),
                name_of_id(graph, graph.nodes[entry.node].department),
                label_phrase(entry.standard.text),
                *(_PASSED[entry.results[test]] for test in TESTS),
                entry.standard.reviewed,
                None if entry.due is None else entry.due.isoformat(),
            )
            for entry in found
        ),
    )


def _customers(graph: Graph, found: Sequence[Tested]) -> Table:
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
            Column(key="fitting", title=_TEST["fitting"]),
        ),
        (
            (
                graph.nodes[entry.node].id,
                name_of(graph, entry.node),
                _limit(length_of(entry.standard.at_most), entry.standard.at_least),
                _wanted(entry),
                None if wanted.text is None else label_phrase(wanted.text),
                _looser(entry),
                _PASSED[entry.results["fitting"]],
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


def _shares(acting: Stances) -> Table:
    return table(
        "stances",
        Phrase.of("How the service acts"),
        (
            Column(key="stance", title=Phrase.of("Stance")),
            Column(key="steps", title=Phrase.of("Steps")),
            Column(key="share", title=Phrase.of("Share of the steps that say it"), unit="%"),
        ),
        (
            (_STANCE[s], acting.count(s), round(100 * acting.count(s) / acting.told, 1))
            for s in (STANCES if acting.told else ())
        ),
    )


def _charts(graph: Graph, found: Sequence[Tested], acting: Stances) -> Iterator[Chart]:
    if found:
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
                            label=_TEST[test],
                            y=sum(1 for entry in found if entry.results[test] == passed),
                        )
                        for test in TESTS
                    ),
                )
                for passed, said in _PASSED.items()
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
                    name=_STANCE[stance],
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


def _overlay(graph: Graph, found: Sequence[Tested], bare: Sequence[int]) -> Overlay:
    marks: dict[str, Mark] = {}
    for entry in found:
        failed = listing([_TEST[test] for test in entry.failed])
        note = (
            Phrase.of("fails: {tests}", tests=failed)
            if entry.failed
            else Phrase.of("fails no test")
        )
        passed = sum(1 for test in TESTS if entry.results[test] in ("passed", "declared"))
        mark = Mark(role="warning" if entry.failed else "info", badge=f"{passed}/6", note=note)
        node = graph.nodes[entry.node]
        for card in (node.id, *node.same):
            marks.setdefault(card, mark)
    for moment in bare:
        note = Phrase.of("a moment of truth without a standard")
        marks.setdefault(graph.nodes[moment].id, Mark(role="error", note=note))
    return Overlay(
        title=Phrase.of("Whether standards are worth the name"),
        elements=marks,
        meanings={
            "info": Phrase.of("fails no test; tests passed"),
            "warning": Phrase.of("fails a test; tests passed"),
            "error": Phrase.of("a moment of truth without a standard"),
        },
    )
