"""What is to be noted about complaints, and what to do."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from blueprint.analysis.amounts import share_told
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
    "no-entry": Phrase.of("No step is named at which complaints come in"),
    "not-told": Phrase.of("Customers are not told where to complain"),
    "one-channel": Phrase.of("Customers cannot choose the channel by which they complain"),
    "not-their-channel": Phrase.of("No channel for complaints is one that these personas like"),
    "asked-for": Phrase.of("Whoever complains is asked for something first"),
    "no-way": Phrase.of("No way leads from the journey to where complaints come in"),
    "no-standard": Phrase.of("No standard is set for taking complaints"),
    "no-remedy": Phrase.of("No remedy for complaints is stated"),
    "no-outcome": Phrase.of("Customers who complain are not told what to expect"),
    "not-learned": Phrase.of("What complaints teach flows into no article"),
    "not-measured": Phrase.of("Nobody measures how complaints go"),
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
        alone = len(risks) == 1
        told = (
            _unsaid(graph, risk.desk)
            if risk.desk.said == Complaints()
            else (
                *_stages(graph, risk),
                *_checks(graph, risk, own),
            )
        )
        for finding in (*told, *_silent(graph, risk)):
            yield finding if alone else _of_service(finding, whose(graph, risk.desk))
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
            severity="warning" if risks else "info",
            message=Phrase.of(
                "Nobody says where complaints about {steps} go", steps=named(graph, lost)
            )
            if risks
            else Phrase.of("Nobody says where complaints come in"),
            about=tuple(graph.nodes[n].id for n in lost),
            hint=Phrase.of("name the step at which they come in, and who handles them"),
        )


def _of_service(finding: Finding, service: Phrase) -> Finding:
    """Return what is found with the service it is found in, where there are several."""
    said = Phrase.of("{service}: {told}", service=service, told=finding.message)
    return replace(finding, message=said)


def _unsaid(graph: Graph, desk: Desk) -> tuple[Finding]:
    """Say once of a desk of which the file says no more than where it is."""
    found = Finding(
        code="complaints.unsaid",
        severity="warning",
        message=Phrase.of(
            "Complaints come in at {steps}; nothing says by which channels, who handles them and "
            "what is offered",
            steps=named(graph, desk.entries),
        ),
        about=tuple(graph.nodes[entry].id for entry in desk.entries),
        hint=Phrase.of("name the channels, a department for each stage, and the remedy"),
    )
    return (found,)


def _stages(graph: Graph, risk: AtRisk) -> Iterator[Finding]:
    desk = risk.desk
    about = tuple(graph.nodes[entry].id for entry in desk.entries)
    ownerless = [stage for stage, owner in desk.stages.items() if owner is None]
    if ownerless:
        yield Finding(
            code="complaints.stage-without-owner",
            severity="warning",
            message=Phrase.of(
                "Nobody owns these stages of handling complaints: {stages}",
                stages=listing([Phrase.of(STAGE[stage]) for stage in ownerless]),
            ),
            about=about,
            hint=Phrase.of("name a department for each of them"),
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
                stages=listing([Phrase.of(stage) for stage in STAGE.values()]),
            ),
        )


def _checks(graph: Graph, risk: AtRisk, own: Sequence[Check]) -> Iterator[Finding]:
    for check in own:
        if check.holds is not False or check.code not in _LACK:
            continue
        lack = _LACK[check.code]
        if check.what is not None:
            lack = Phrase.of("{lack}: {what}", lack=lack, what=check.what)
        yield Finding(
            code=f"complaints.{check.code}",
            severity=check.severity,
            message=lack,
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
                "{share} of customers with a problem never say so",
                share=share_told(berg.silent / berg.problems),
            ),
            about=tuple(graph.nodes[entry].id for entry in risk.desk.entries),
            hint=Phrase.of("make it easier to complain, and ask those who do not"),
        )
