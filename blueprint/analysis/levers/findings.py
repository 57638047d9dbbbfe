"""What is to be noted about levers and changes, each with what to do about it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from blueprint.analysis.amounts import signed_told
from blueprint.analysis.levers.acting import Acting
from blueprint.analysis.levers.comparing import Comparison
from blueprint.analysis.levers.loops import Loop
from blueprint.analysis.levers.reasons import REASONS, Why
from blueprint.analysis.levers.units import per
from blueprint.analysis.naming import name_of
from blueprint.analysis.scores.differences import Difference
from blueprint.graph import Graph
from blueprint.report import Finding
from blueprint.words import Phrase
from blueprint.words.label import label_phrase, listing


def findings(
    graph: Graph, levers: Sequence[Acting], found: Sequence[Comparison], loops: Sequence[Loop]
) -> Iterator[Finding]:
    """Go through what is to be noted, in file order."""
    own: dict[int, list[Comparison]] = {}
    for one in found:
        own.setdefault(one.lever.node, []).append(one)
    for lever in levers:
        yield from _of_lever(graph, lever)
        yield from _of_unknown(graph, own.get(lever.node, ()))
        for one in own.get(lever.node, ()):
            if one.found is not None:
                yield _of_comparison(graph, one, one.found)
    for loop in loops:
        yield _of_loop(loop)


def _of_lever(graph: Graph, lever: Acting) -> Iterator[Finding]:
    name, about = name_of(graph, lever.node), (graph.nodes[lever.node].id,)
    if lever.turned_round:
        said = "“{lever}” ended on {ended}, before it began on {since}"
        yield Finding(
            code="levers.dates",
            severity="error",
            message=Phrase.of(said, lever=name, ended=lever.ended or "", since=lever.since or ""),
            about=about,
            hint=Phrase.of("correct the day it began or the day it ended"),
        )
    if not lever.steps:
        yield Finding(
            code="levers.nowhere",
            severity="warning",
            message=Phrase.of("“{lever}” acts at no step", lever=name),
            about=about,
            hint=Phrase.of("name the steps it acts at"),
        )
    if not lever.metrics:
        yield Finding(
            code="levers.unmeasured",
            severity="warning",
            message=Phrase.of("Nobody says which metric “{lever}” should move", lever=name),
            about=about,
            hint=Phrase.of("name it, and measure before and after"),
        )
    if len(lever.metrics) > 1 and lever.primary is None:
        yield Finding(
            code="levers.primary",
            severity="info",
            message=Phrase.of(
                "“{lever}” has several metrics, and none of them decides", lever=name
            ),
            about=about,
            hint=Phrase.of("name the one that decides"),
        )


def _of_unknown(graph: Graph, own: Sequence[Comparison]) -> Iterator[Finding]:
    """Go through why nobody can tell, each reason once for each metric."""
    why: dict[tuple[int, Why], list[Comparison]] = {}
    for one in own:
        if one.why is not None:
            why.setdefault((one.metric, one.why), []).append(one)
    for (metric, reason), group in why.items():
        said = "Cannot tell what “{metric}” did under “{lever}”: {why}"
        yield Finding(
            code="levers.cannot_tell",
            severity="info",
            message=Phrase.of(
                said,
                metric=name_of(graph, metric),
                lever=name_of(graph, group[0].lever.node),
                why=REASONS[reason].said,
            ),
            about=tuple(dict.fromkeys(entry for one in group for entry in _about(graph, one))),
            hint=REASONS[reason].hint,
        )


def _of_comparison(graph: Graph, one: Comparison, found: Difference) -> Finding:
    lever, metric = name_of(graph, one.lever.node), name_of(graph, one.metric)
    about = _about(graph, one)
    told: dict[str, Phrase | str] = {
        "metric": metric,
        "lever": lever,
        "difference": _in_unit(one, found.value),
        "low": signed_told(found.low * per(one)),
        "high": signed_told(found.high * per(one)),
    }
    if one.verdict == "same":
        said = "“{metric}” shows no difference after “{lever}” began: {difference}, 95 % interval {low} to {high}"
        return Finding(
            code="levers.no_difference",
            severity="info",
            message=Phrase.of(said, **told),
            about=about,
            hint=Phrase.of("ask more people, or look whether the lever is really used")
            if one.lever.effect == "accelerator"
            else Phrase.of("ask more people before it is removed on account of this metric"),
        )
    return _moved(one, told, about)


def _moved(one: Comparison, told: dict[str, Phrase | str], about: tuple[str, ...]) -> Finding:
    if one.verdict == "rose":
        message = Phrase.of(
            "“{metric}” rose after “{lever}” began: {difference}, 95 % interval {low} to {high}",
            **told,
        )
    else:
        message = Phrase.of(
            "“{metric}” fell after “{lever}” began: {difference}, 95 % interval {low} to {high}",
            **told,
        )
    if one.better is False:
        hint = Phrase.of("customers are worse off: look into it, and end it if it is the cause")
        return Finding(
            code="levers.worse", severity="warning", message=message, about=about, hint=hint
        )
    if one.better is None:
        hint = Phrase.of("say which values of the metric are positive and which negative")
        return Finding(
            code="levers.moved", severity="info", message=message, about=about, hint=hint
        )
    if one.also:
        hint = Phrase.of(
            "compare steps with only one of them: other levers began or ended at the same time"
        )
        return Finding(
            code="levers.better", severity="info", message=message, about=about, hint=hint
        )
    hint = Phrase.of("keep it, and compare with steps without it to see whether it is the cause")
    return Finding(code="levers.better", severity="info", message=message, about=about, hint=hint)


def _in_unit(one: Comparison, difference: float) -> Phrase | str:
    told = signed_told(difference * per(one))
    match one.measure.kind:
        case "share":
            return Phrase.of("{n} percentage points", n=told)
        case "net":
            return Phrase.of("{n} points", n=told)
        case _:
            return told


def _about(graph: Graph, one: Comparison) -> tuple[str, ...]:
    measured = one.before or one.after
    at = () if measured is None or measured.at is None else (measured.at,)
    return tuple(graph.nodes[number].id for number in (one.lever.node, one.metric, *at))


def _of_loop(loop: Loop) -> Finding:
    name = label_phrase(loop.name)
    if loop.closed:
        return Finding(
            code="levers.change_closed",
            severity="info",
            message=Phrase.of("The loop of the change “{change}” is closed", change=name),
            about=loop.about,
        )
    missing = listing(loop.missing)
    if loop.overdue:
        said = "The change “{change}” was to be measured again on {day}; missing: {missing}"
        return Finding(
            code="levers.change_overdue",
            severity="warning",
            message=Phrase.of(said, change=name, day=loop.remeasure or "", missing=missing),
            about=loop.about,
            hint=Phrase.of("measure now, and write down the figure"),
        )
    return Finding(
        code="levers.change_open",
        severity="info" if loop.only_waits else "warning",
        message=Phrase.of(
            "The loop of the change “{change}” is open; missing: {missing}",
            change=name,
            missing=missing,
        ),
        about=loop.about,
        hint=Phrase.of("measure again on {day}", day=loop.remeasure)
        if loop.only_waits and loop.remeasure
        else Phrase.of("write down what is missing"),
    )
