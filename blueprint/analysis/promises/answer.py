"""Whether promises are kept, what would break them, and what customers count on unpromised."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from blueprint.analysis.naming import filled, name_of, named
from blueprint.analysis.promises.breaking import Breaker, Breaking, by_element
from blueprint.analysis.promises.case import Case, cases, covered
from blueprint.analysis.promises.findings import findings
from blueprint.analysis.promises.tables import breaks, stands, tells, without_promise
from blueprint.analysis.promises.unspoken import Unspoken, unspoken
from blueprint.analysis.promises.words import in_brackets
from blueprint.analysis.written import told_count
from blueprint.errors import BlueprintError
from blueprint.graph import Graph
from blueprint.report import Chart, Mark, Method, Overlay, Point, Report, Series
from blueprint.words import Phrase
from blueprint.words.label import listing

_SHOWN = 12
"""How many promises a chart shows."""


def promises(graph: Graph, *, most: int = 50) -> Report:
    """Return how each promise stands, what would break it, and whom a change must be told to.

    A promise of a duration is held against the durations of actions on its way (from its
    first step to its last, along the likeliest way; without a way, those of its keepers),
    against the standards of its keepers and against actual times; a promise of another
    measure against the latest results of that metric. Sums that miss a figure are lower
    bounds, which can show that a promise is broken and never that it is kept.

    Args:
        graph: The graph.
        most: How many elements that would break a promise are listed.

    Raises:
        BlueprintError: ``most`` is not 1 or more.
    """
    if most < 1:
        raise BlueprintError(Phrase.of("the option “most” is 1 or more"))
    found = list(cases(graph))
    breaking = Breaking(graph)
    breakers = {case.node: breaking.of(case.keepers) for case in found}
    counted_on = unspoken(graph, covered(graph, found))
    return Report(
        name="promises",
        title=Phrase.of("Whether promises are kept"),
        method=_method(found, breaking),
        summary=tuple(_sentences(graph, found, breakers, counted_on)),
        findings=tuple(findings(graph, found, breakers, counted_on)),
        tables=filled(
            stands(graph, found),
            breaks(graph, breakers, most),
            tells(graph, found),
            without_promise(graph, counted_on),
        ),
        charts=tuple(_charts(graph, found)),
        overlay=_overlay(graph, found, breakers, counted_on),
    )


def _method(found: Sequence[Case], breaking: Breaking) -> Method:
    cannot = [Phrase.of("whether customers understood a promise as it was meant")]
    if breaking.left_out:
        said = "what would break keepers beyond the first: left out, for there are too many: {n}"
        cannot.insert(0, Phrase.of(said, n=len(breaking.left_out)))
    return Method(
        name="promises",
        source=Phrase.of("defined here; single points of failure by Lengauer & Tarjan (1979)"),
        formula="sum over steps of longest action <= time <= sum over steps of all actions; kept: "
        "the most it may be <= target; broken: the least it may be > target + tolerance",
        scale=Phrase.of("kept, kept within tolerance, broken, cannot tell"),
        direction=Phrase.of("targets of at most: less is better; of at least: more is better"),
        n=len(found),
        assumptions=(
            Phrase.of("every keeper is needed: where one fails, the promise is not kept"),
            Phrase.of("work within a step goes on side by side, or one after the other"),
            Phrase.of("the likeliest way counts; what is measured goes before what is drawn"),
            Phrase.of("an expectation counts from two thirds of its scale on"),
        ),
        cannot_tell=tuple(cannot),
    )


def _sentences(
    graph: Graph,
    found: Sequence[Case],
    breakers: Mapping[int, Sequence[Breaker]],
    counted_on: Sequence[Unspoken],
) -> Iterator[Phrase]:
    if not found:
        yield Phrase.of("No promise is written down.")
    else:
        counts = [sum(1 for case in found if case.verdict == v) for v in _VERDICTS]
        yield Phrase.of(
            "Promises: {n}; kept: {kept}, kept within tolerance: {tolerated}, broken: {broken}, "
            "cannot tell: {unknown}.",
            n=len(found),
            **dict(zip(_VERDICTS, counts, strict=True)),
        )
        broken = [case for case in found if case.verdict == "broken"]
        if broken:
            told = listing([in_brackets(graph, case) for case in broken[:3]])
            yield Phrase.of("Broken: {names}.", names=told)
        order = {n: p for n, p in by_element(breakers).items() if len(p) > 1}
        for node, hit in list(order.items())[:1]:
            yield Phrase.of(
                "“{name}” alone would break {n} of {m} promises.",
                name=name_of(graph, node),
                n=len(hit),
                m=len(found),
            )
    steps = list(dict.fromkeys(entry.step for entry in counted_on))
    if steps:
        yield Phrase.of(
            "Customers count on something that no promise says at {n}: {names}.",
            n=told_count(len(steps), "1 step", "{n} steps"),
            names=named(graph, steps),
        )


_VERDICTS = ("kept", "tolerated", "broken", "unknown")


def _charts(graph: Graph, found: Sequence[Case]) -> Iterator[Chart]:
    shown = [
        (case, case.limits.most)
        for case in found
        if case.limits and case.limits.of_time and case.limits.most
        and (case.design.low is not None or case.times.low is not None)
    ][:_SHOWN]  # fmt: skip
    if not shown:
        return
    labels = [(name_of(graph, case.node), graph.nodes[case.node].id) for case, _ in shown]

    def points(figures: Sequence[tuple[float | None, float | None]]) -> tuple[Point, ...]:
        return tuple(
            Point(label=name, y=low, low=low if high else None, high=high, about=about)
            for (name, about), (low, high) in zip(labels, figures, strict=True)
        )

    def share(figure: float | None, most: float) -> float | None:
        return None if figure is None else round(100 * figure / most, 1)

    design = [(share(c.design.low, m), share(c.design.high, m)) for c, m in shown]
    times = [(share(c.times.low, m), None) for c, m in shown]
    yield Chart(
        name="times",
        title=Phrase.of("Time taken against time promised"),
        kind="bars",
        across=Phrase.of("Promise"),
        up=Phrase.of("% of the time promised"),
        series=(
            Series(name=Phrase.of("Promised"), points=points([(100.0, None)] * len(shown))),
            Series(name=Phrase.of("By design, at least"), points=points(design)),
            Series(name=Phrase.of("Actual, at least"), points=points(times)),
        ),
    )


def _overlay(
    graph: Graph,
    found: Sequence[Case],
    breakers: Mapping[int, Sequence[Breaker]],
    counted_on: Sequence[Unspoken],
) -> Overlay:
    marks: dict[str, Mark] = {}
    for bad in (True, False):
        for case in found:
            if (case.verdict == "broken") is bad:
                note = Phrase.of("keeps “{promise}”", promise=name_of(graph, case.node))
                for keeper in case.keepers:
                    _mark(marks, graph, keeper, Mark(role="error" if bad else "info", note=note))
    for node, hit in by_element(breakers).items():
        note = Phrase.of("alone would break {names}", names=named(graph, hit))
        _mark(marks, graph, node, Mark(role="warning", badge=str(len(hit)), note=note))
    for entry in counted_on:
        _mark(marks, graph, entry.step, Mark(role="touch", note=entry.what))
    return Overlay(
        title=Phrase.of("Whether promises are kept"),
        elements=marks,
        meanings={
            "error": Phrase.of("keeps a promise that is broken"),
            "info": Phrase.of("keeps a promise"),
            "warning": Phrase.of("alone would break a promise"),
            "touch": Phrase.of("counted on, and not promised"),
        },
    )


def _mark(marks: dict[str, Mark], graph: Graph, number: int, mark: Mark) -> None:
    node = graph.nodes[number]
    for card in (node.id, *node.same):
        marks.setdefault(card, mark)
