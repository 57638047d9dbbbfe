"""What is to be noted about complaints, and what to do."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from blueprint.analysis.complaints.checks import Check
from blueprint.analysis.complaints.risk import AtRisk
from blueprint.analysis.complaints.tables import whose
from blueprint.analysis.naming import named
from blueprint.analysis.ripple.lists import ComplaintRoute
from blueprint.analysis.ripple.words import STAGE
from blueprint.graph import Graph
from blueprint.report import Finding
from blueprint.words import Phrase
from blueprint.words.label import listing

_MANY = 10
"""From so many silent customers for each that complains on, the iceberg is pointed out."""

_LACK: Mapping[str, Phrase] = {
    "no-entry": Phrase.of("no step is named at which they come in"),
    "not-told": Phrase.of("customers are not told where to complain"),
    "one-channel": Phrase.of("there is no choice of channels"),
    "not-their-channel": Phrase.of("not every persona can complain by a channel it likes"),
    "asked-for": Phrase.of("who complains is asked for something first"),
    "no-way": Phrase.of("no way leads from the journey to where they come in"),
    "no-standard": Phrase.of("no standard is set for taking them"),
    "no-remedy": Phrase.of("no remedy is stated"),
    "no-outcome": Phrase.of("customers are not told what to expect"),
    "no-answer": Phrase.of("answering, telling the customer or closing the case has no owner"),
    "no-cause": Phrase.of("judging them or looking for their cause has no owner"),
    "not-learned": Phrase.of("what is learned flows into no article"),
    "not-measured": Phrase.of("nobody measures how they go"),
}
"""What is missing where a check does not hold."""


def findings(
    graph: Graph,
    risks: Sequence[AtRisk],
    answers: Sequence[Sequence[Check]],
    ways: Sequence[ComplaintRoute],
    lost: Sequence[int],
) -> Iterator[Finding]:
    """Go through the findings: desk by desk, then steps about which nobody can complain."""
    for risk, own in zip(risks, answers, strict=True):
        yield from _stages(graph, risk)
        yield from _checks(graph, risk, own)
        yield from _silent(graph, risk)
    ownerless = [graph.index[route.id] for route in ways if not route.owners]
    if ownerless:
        yield Finding(
            code="complaints.nobody",
            severity="warning",
            message=Phrase.of(
                "complaints about {steps} reach no department", steps=named(graph, ownerless)
            ),
            about=tuple(graph.nodes[n].id for n in ownerless),
            hint=Phrase.of("name the departments of its actions"),
        )
    if lost:
        yield Finding(
            code="complaints.nowhere",
            severity="warning",
            message=Phrase.of(
                "complaints about {steps} have nowhere to go", steps=named(graph, lost)
            ),
            about=tuple(graph.nodes[n].id for n in lost),
            hint=Phrase.of("say under complaints: entry: at which step complaints come in"),
        )


def _stages(graph: Graph, risk: AtRisk) -> Iterator[Finding]:
    desk = risk.desk
    about = tuple(graph.nodes[entry].id for entry in desk.entries)
    ownerless = [stage for stage, owner in desk.stages.items() if owner is None]
    if ownerless:
        yield Finding(
            code="complaints.stage-without-owner",
            severity="warning",
            message=Phrase.of(
                "stages of handling complaints about “{whose}” have no owner: {stages}",
                whose=whose(graph, desk),
                stages=listing([Phrase.of(STAGE[stage]) for stage in ownerless]),
            ),
            about=about,
            hint=Phrase.of("name a department for each under complaints: stages:"),
        )
    if desk.other:
        yield Finding(
            code="complaints.unknown-stage",
            severity="info",
            message=Phrase.of(
                "these stages are none of ISO 10002: {stages}",
                stages=listing([Phrase.of("“{name}”", name=stage) for stage in desk.other]),
            ),
            about=about,
            hint=Phrase.of(
                "its stages are {stages}",
                stages=listing([Phrase.of("{name}", name=stage) for stage in STAGE]),
            ),
        )


def _checks(graph: Graph, risk: AtRisk, own: Sequence[Check]) -> Iterator[Finding]:
    for check in own:
        if check.holds is False:
            yield Finding(
                code=f"complaints.{check.code}",
                severity=check.severity,
                message=Phrase.of(
                    "complaints about “{whose}”: {lack}",
                    whose=whose(graph, risk.desk),
                    lack=_LACK[check.code],
                ),
                about=tuple(graph.nodes[entry].id for entry in risk.desk.entries),
                hint=check.hint,
            )


def _silent(graph: Graph, risk: AtRisk) -> Iterator[Finding]:
    berg = risk.iceberg
    if berg is not None and berg.silent > 0 and berg.silent >= _MANY * berg.heard:
        yield Finding(
            code="complaints.iceberg",
            severity="warning",
            message=Phrase.of(
                "complaints about “{whose}”: of 100 customers with a problem, {n} never say so",
                whose=whose(graph, risk.desk),
                n=f"{100 * berg.silent / berg.problems:.0f}",
            ),
            about=tuple(graph.nodes[entry].id for entry in risk.desk.entries),
            hint=Phrase.of("make it easier to complain, and ask those who do not"),
        )
