"""Whether promises are kept, what would break them, and what customers count on unpromised."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from blueprint.analysis import counted
from blueprint.analysis.marking import light
from blueprint.analysis.naming import filled, name_of, named
from blueprint.analysis.promises.breaking import Breaker, Breaking, behind, by_element
from blueprint.analysis.promises.case import Case, cases, covered
from blueprint.analysis.promises.findings import findings
from blueprint.analysis.promises.kept import Held, Verdict
from blueprint.analysis.promises.tables import breaks, stands, tells, without_promise
from blueprint.analysis.promises.unspoken import Unspoken, unspoken
from blueprint.analysis.promises.words import in_brackets
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
        formula=Phrase.of(
            "Σ longest action of each step ≤ time by design ≤ Σ all actions; "
            "kept: its upper end ≤ target; broken: its lower end > target + tolerance"
        ),
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
        counts = Counter(case.verdict for case in found)
        yield Phrase.of(
            "{promises}: {standing}.",
            promises=counted.promises(len(found)),
            standing=listing(
                [Phrase.of(_STANDING[v], n=counts[v]) for v in _STANDING if counts[v]]
            ),
        )
        broken = [case for case in found if case.verdict == "broken"]
        if broken:
            told = listing([in_brackets(graph, case) for case in broken[:3]])
            yield Phrase.of("Broken: {names}.", names=told)
        order = {n: p for n, p in behind(breakers).items() if len(p) > 1}
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
            "At {n} customers count on something that nobody promised: {names}.",
            n=counted.steps(len(steps)),
            names=named(graph, steps),
        )


_STANDING: Mapping[Verdict, str] = {
    "kept": "{n} kept",
    "tolerated": "{n} kept only within tolerance",
    "broken": "{n} broken",
    "unknown": "{n} cannot be told",
}


def _charts(graph: Graph, found: Sequence[Case]) -> Iterator[Chart]:
    shown = [
        (case, case.limits.most)
        for case in found
        if case.limits and case.limits.of_time and case.limits.most
        and not case.design.verdict == case.times.verdict == "unknown"
    ][:_SHOWN]  # fmt: skip
    if not shown:
        return
    labels = [(name_of(graph, case.node), graph.nodes[case.node].id) for case, _ in shown]

    def series(name: str, at_least: str, ways: Sequence[Held]) -> Series | None:
        """Return what one way of looking says where it decides; where none does, nothing."""
        told = [None if held.verdict == "unknown" else held for held in ways]
        if not any(told):
            return None
        bound = any(held and held.high is None for held in told)
        points = (
            _point(label, about, held, most)
            for (label, about), held, (_, most) in zip(labels, told, shown, strict=True)
        )
        return Series(name=Phrase.of(at_least if bound else name), points=tuple(points))

    promised = tuple(Point(label=label, y=100.0, about=about) for label, about in labels)
    told = (
        Series(name=Phrase.of("Time promised"), points=promised),
        series("By design", "By design, at least", [case.design for case, _ in shown]),
        series("Actual", "Actual, at least", [case.times for case, _ in shown]),
    )
    yield Chart(
        name="times",
        title=Phrase.of("Time taken against time promised"),
        kind="bars",
        across=Phrase.of("Promise"),
        up=Phrase.of("% of the time promised"),
        series=tuple(own for own in told if own is not None),
    )


def _point(label: Phrase, about: str, held: Held | None, most: float) -> Point:
    """Return a time in per cent of what is promised, with its span where it has one."""
    if held is None or held.low is None:
        return Point(label=label, y=None, about=about)
    low, high = (
        None if end is None else round(100 * end / most, 1) for end in (held.low, held.high)
    )
    span = (None, None) if high in (low, None) else (low, high)
    return Point(label=label, y=low, low=span[0], high=span[1], about=about)


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
                    light(marks, graph, keeper, Mark(role="error" if bad else "info", note=note))
    for node, hit in by_element(breakers).items():
        note = Phrase.of("alone would break {names}", names=named(graph, hit))
        light(marks, graph, node, Mark(role="warning", badge=str(len(hit)), note=note))
    for entry in counted_on:
        light(marks, graph, entry.step, Mark(role="touch", note=entry.what))
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
