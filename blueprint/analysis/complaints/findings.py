"""What is to be noted about complaints, and what to do."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from blueprint.analysis.complaints.checks import Check
from blueprint.analysis.complaints.desks import Desk
from blueprint.analysis.complaints.risk import AtRisk
from blueprint.analysis.complaints.tables import whose
from blueprint.analysis.naming import named
from blueprint.analysis.ripple.lists import ComplaintRoute
from blueprint.analysis.ripple.words import STAGE
from blueprint.graph import Graph
from blueprint.model import Complaints
from blueprint.report import Finding
from blueprint.words import Phrase
from blueprint.words.label import listing

_MANY = 10
"""From so many silent customers for each that complains on, the iceberg is pointed out."""

_LACK: Mapping[str, Phrase] = {
    "no-entry": Phrase.of("no step is named at which they come in"),
    "not-told": Phrase.of("customers are not told where to complain"),
    "one-channel": Phrase.of("there is no choice of channels"),
    "not-their-channel": Phrase.of("none of the channels is one these personas like"),
    "asked-for": Phrase.of("whoever complains is asked for something first"),
    "no-way": Phrase.of("no way leads from the journey to where they come in"),
    "no-standard": Phrase.of("no standard is set for taking them"),
    "no-remedy": Phrase.of("no remedy is stated"),
    "no-outcome": Phrase.of("customers are not told what to expect"),
    "not-learned": Phrase.of("what is learned flows into no article"),
    "not-measured": Phrase.of("nobody measures how they go"),
}
"""What is missing where a check does not hold; of stages without an owner another finding tells."""


def findings(
    graph: Graph,
    risks: Sequence[AtRisk],
    answers: Sequence[Sequence[Check]],
    ways: Sequence[ComplaintRoute],
    lost: Sequence[int],
) -> Iterator[Finding]:
    """Go through the findings: desk by desk, then steps about which nobody can complain."""
    for risk, own in zip(risks, answers, strict=True):
        if risk.desk.said == Complaints():
            yield _unsaid(graph, risk.desk)
        else:
            yield from _stages(graph, risk)
            yield from _checks(graph, risk, own)
        yield from _silent(graph, risk)
    ownerless = [graph.index[route.id] for route in ways if not route.owners]
    if ownerless:
        yield Finding(
            code="complaints.nobody",
            severity="warning",
            message=Phrase.of(
                "Complaints about {steps} reach no department", steps=named(graph, ownerless)
            ),
            about=tuple(graph.nodes[n].id for n in ownerless),
            hint=Phrase.of("name the departments of its actions"),
        )
    if lost:
        yield Finding(
            code="complaints.nowhere",
            severity="warning",
            message=Phrase.of(
                "Complaints about {steps} have nowhere to go", steps=named(graph, lost)
            ),
            about=tuple(graph.nodes[n].id for n in lost),
            hint=Phrase.of("say under complaints: entry: at which step complaints come in"),
        )


def _unsaid(graph: Graph, desk: Desk) -> Finding:
    """Say once of a desk of which the file says no more than where it is."""
    return Finding(
        code="complaints.unsaid",
        severity="warning",
        message=Phrase.of(
            "Complaints about “{whose}” come in at {steps}; nothing says by which channels, who "
            "handles them and what is offered",
            whose=whose(graph, desk),
            steps=named(graph, desk.entries),
        ),
        about=tuple(graph.nodes[entry].id for entry in desk.entries),
        hint=Phrase.of("write complaints: with channels:, told_in:, stages:, remedy: and expect:"),
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
                "Stages of handling complaints about “{whose}” that nobody owns: {stages}",
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
                "Stages that are none of ISO 10002: {stages}",
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
        if check.holds is not False or check.code not in _LACK:
            continue
        lack = _LACK[check.code]
        if check.what is not None:
            lack = Phrase.of("{lack}: {what}", lack=lack, what=check.what)
        said = "Complaints about “{whose}”: {lack}"
        yield Finding(
            code=f"complaints.{check.code}",
            severity=check.severity,
            message=Phrase.of(said, whose=whose(graph, risk.desk), lack=lack),
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
                "Complaints about “{whose}”: of 100 customers with a problem, {n} never say so",
                whose=whose(graph, risk.desk),
                n=f"{100 * berg.silent / berg.problems:.0f}",
            ),
            about=tuple(graph.nodes[entry].id for entry in risk.desk.entries),
            hint=Phrase.of("make it easier to complain, and ask those who do not"),
        )
