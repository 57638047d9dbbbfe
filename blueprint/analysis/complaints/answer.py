"""How many complaints are never heard, to whom each goes, and what happens to it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

from blueprint.analysis import counted
from blueprint.analysis.amounts import share_told
from blueprint.analysis.complaints.checks import Check, checks
from blueprint.analysis.complaints.desks import Desk, desks
from blueprint.analysis.complaints.findings import findings
from blueprint.analysis.complaints.risk import Asked, AtRisk, at_risk
from blueprint.analysis.complaints.tables import (
    bergs,
    currency_of,
    groups,
    lists,
    owners_named,
    routes,
    stages,
    whose,
    without_service,
)
from blueprint.analysis.naming import filled, name_of, named, trimmed
from blueprint.analysis.promises.way import onward
from blueprint.analysis.ripple.complaint_routes import routes_for
from blueprint.analysis.ripple.efforts import money_told
from blueprint.analysis.ripple.lists import ComplaintRoute
from blueprint.analysis.service import on_cards
from blueprint.errors import BlueprintError
from blueprint.graph import Graph
from blueprint.report import Chart, Mark, Method, Overlay, Point, Report, Series
from blueprint.words import Phrase
from blueprint.words.label import listing

Again = Literal["personas", "under-5", "over-100"]
"""Whose repurchase rates count: the personas', or TARP's for a small or a large loss."""


def complaints(
    graph: Graph,
    *,
    problem_rate: float | None = None,
    complain_rate: float | None = None,
    again: Again = "personas",
    satisfied: float | None = None,
    quickly: float | None = None,
) -> Report:
    """Return the iceberg under complaints, the route of each, its stages, and two checklists.

    Problems are customers times ``problem_rate``; heard is what part of them complains. The
    market at risk is what those are worth who do not buy again: by the personas' own
    ``repurchase``, or with ``again`` by TARP's rates for a loss under 5 or over 100 dollars,
    which need to be told how many complaints are mended. No rate is assumed.

    Args:
        graph: The graph.
        problem_rate: The share of customers with a problem; stands for the file's.
        complain_rate: The share of these that complains; stands for the file's.
        again: Whose repurchase rates count.
        satisfied: The share of complaints that is mended; needed for TARP's rates.
        quickly: The share of mended complaints that is mended quickly; needed likewise.

    Raises:
        BlueprintError: A share is not from 0 to 1, or one that is needed is missing.
    """
    asked = _asked(problem_rate, complain_rate, again, satisfied, quickly)
    found = desks(graph)
    risks = [at_risk(graph, desk, asked) for desk in found]
    following = onward(graph)
    answers = [checks(graph, desk, following) for desk in found]
    steps = [graph.index[node.id] for node in graph.of_kind("step")]
    ways = routes_for(graph, steps)
    owners = owners_named(graph, ways)
    lost = _nowhere(graph, ways)
    return Report(
        name="complaints",
        title=Phrase.of("Complaints: how many are heard, and what happens to them"),
        method=_method(graph, risks, ways, asked),
        summary=tuple(_sentences(graph, risks, answers, ways, lost)),
        findings=tuple(findings(graph, risks, answers, ways, lost)),
        tables=filled(
            *(
                trimmed(entry if len(found) > 1 else without_service(entry))
                for entry in (
                    bergs(graph, risks),
                    groups(graph, risks),
                    stages(graph, found),
                    lists(graph, found, answers),
                    routes(graph, ways, owners),
                )
            )
        ),
        charts=tuple(_charts(graph, risks)),
        overlay=_overlay(graph, found, ways, owners, lost),
    )


def _asked(
    problem_rate: float | None,
    complain_rate: float | None,
    again: Again,
    satisfied: float | None,
    quickly: float | None,
) -> Asked:
    shares = {
        "problem_rate": problem_rate,
        "complain_rate": complain_rate,
        "satisfied": satisfied,
        "quickly": quickly,
    }
    for name, share in shares.items():
        if share is not None and not 0 <= share <= 1:
            raise BlueprintError(
                Phrase.of(
                    "the option “{option}” is a share from 0 to 1, not {value}",
                    option=name,
                    value=share,
                )
            )
    if again != "personas" and (satisfied is None or quickly is None):
        said = "TARP's rates need to be told how many complaints are mended: give satisfied and quickly"
        raise BlueprintError(Phrase.of(said))
    return Asked(
        problem_rate=problem_rate,
        complain_rate=complain_rate,
        tarp=None if again == "personas" else again,
        satisfied=satisfied,
        quickly=quickly,
    )


_LACKS: Mapping[str, Phrase] = {
    "customers": Phrase.of("how many customers there are"),
    "problem_rate": Phrase.of("how many of them have a problem"),
    "complain_rate": Phrase.of("how many of those complain"),
}
"""What nobody says, by the field it would stand in."""

_NEEDS: Mapping[str, Phrase] = {
    "share": Phrase.of("share of customers"),
    "repurchase": Phrase.of("share that buys again"),
    "value": Phrase.of("worth a year"),
}

_TARP_HOLDS = (
    Phrase.of("repurchase rates of another industry and time (TARP, quoted by others) hold here"),
    Phrase.of("customers do what they say: TARP asked whether they would buy again"),
)
_PERSONAS_HOLD = (
    Phrase.of("customers with a problem buy again as often as their persona does"),
    Phrase.of("recovery lifts satisfaction, not repurchase: nobody mended is counted as kept"),
)


def _nowhere(graph: Graph, ways: Sequence[ComplaintRoute]) -> tuple[int, ...]:
    """Return the steps customers live through about which nobody can complain anywhere."""
    routed = {graph.index[route.id] for route in ways}
    lived = {node.step for node in graph.of_kind("customer")} - {None}
    steps = (graph.index[node.id] for node in graph.of_kind("step") if node.id in lived)
    return tuple(step for step in steps if step not in routed)


def _method(
    graph: Graph, risks: Sequence[AtRisk], ways: Sequence[ComplaintRoute], asked: Asked
) -> Method:
    cannot = [
        Phrase.of("why customers are silent, and whether those who complain are like the others")
    ]
    for risk in risks:
        if risk.lacks:
            said = "how many problems “{whose}” has: nobody says {fields}"
            fields = listing([_LACKS[name] for name in risk.lacks])
            cannot.insert(0, Phrase.of(said, whose=whose(graph, risk.desk), fields=fields))
        elif risk.amount is None and risk.share > 1:
            said = "the market at risk: the shares of {names} add up to {share}"
            people = named(graph, risk.desk.personas)
            cannot.insert(0, Phrase.of(said, names=people, share=share_told(risk.share)))
        elif risk.amount is None:
            told = [
                Phrase.of("{field} of “{name}”", name=name_of(graph, number), field=_NEEDS[field])
                for number, field in risk.needs
            ]
            said = (
                "the market at risk: nobody says the {fields}"
                if told
                else "the market at risk: no persona is named"
            )
            cannot.insert(0, Phrase.of(said, fields=listing(told)) if told else Phrase.of(said))
        elif round(risk.share, 6) < 1:
            said = "the market at risk among {share} of customers: no persona stands for them"
            cannot.insert(0, Phrase.of(said, share=share_told(1 - risk.share)))
    assumptions = []
    if any(risk.amount is not None for risk in risks):
        assumptions = [
            Phrase.of("problems fall on personas as their shares say"),
            *(_TARP_HOLDS if asked.tarp else _PERSONAS_HOLD),
        ]
    return Method(
        name="complaints",
        source=Phrase.of("iceberg and market at risk after TARP, as quoted by others; stages of ISO 10002; checklists defined here"),
        formula=Phrase.of(
            "problems = customers × share with a problem; heard of = problems × share that complains; "
            "market at risk = Σ problems of a group × (1 − share that buys again) × worth a year"
        ),
        scale=Phrase.of("customers; amounts in the blueprint's currency, a year"),
        direction=Phrase.of("what is silent counts most: nobody can mend it"),
        n=len(ways),
        assumptions=tuple(assumptions),
        cannot_tell=tuple(cannot),
    )  # fmt: skip


def _sentences(
    graph: Graph,
    risks: Sequence[AtRisk],
    answers: Sequence[Sequence[Check]],
    ways: Sequence[ComplaintRoute],
    lost: Sequence[int],
) -> Iterator[Phrase]:
    if not risks:
        yield Phrase.of("Nobody says how customers can complain.")
        return
    for risk in risks:
        yield from _iceberg(graph, risk, alone=len(risks) == 1)
    if not any(risk.iceberg for risk in risks):
        yield Phrase.of("Cannot tell how many problems are never heard of: figures are missing.")
    owned = [sum(1 for owner in risk.desk.stages.values() if owner is not None) for risk in risks]
    yield Phrase.of(
        "Stages of handling with an owner: {n} of {m}; checks that hold: {k} of {all}.",
        n=sum(owned),
        m=sum(len(risk.desk.stages) for risk in risks),
        k=sum(1 for own in answers for check in own if check.holds),
        all=sum(1 for own in answers for check in own if check.holds is not None),
    )
    if ways:
        most = max(len(route.owners) for route in ways)
        if most > 1:
            said = "Complaints about {steps} go to the most departments: {n} of {m}."
            steps = [graph.index[route.id] for route in ways if len(route.owners) == most]
            names = named(graph, steps)
            yield Phrase.of(said, steps=names, n=most, m=_departments(graph))
    if lost:
        yield Phrase.of("Nobody says where complaints about {n} go.", n=counted.steps(len(lost)))


def _iceberg(graph: Graph, risk: AtRisk, *, alone: bool) -> Iterator[Phrase]:
    """Say how many complain and what is at risk; of several services, of which."""
    service = whose(graph, risk.desk)
    if risk.iceberg is not None:
        problems, heard, silent = (f"{n:,}" for n in risk.iceberg.whole)
        said = "Of {n} customers with a problem, {heard} complain and {silent} stay silent."
        if not alone:
            said = (
                "“{whose}”: of {n} customers with a problem, {heard} complain and {silent} stay "
                "silent."
            )
        yield Phrase.of(said, whose=service, n=problems, heard=heard, silent=silent)
    if risk.amount is not None:
        amount = money_told(round(risk.amount), currency_of(graph, risk.desk))
        said = "Market at risk: {amount} a year."
        if not alone:
            said = "Market at risk of “{whose}”: {amount} a year."
        yield Phrase.of(said, whose=service, amount=amount)


def _departments(graph: Graph) -> int:
    return sum(1 for _ in graph.of_kind("department"))


def _charts(graph: Graph, risks: Sequence[AtRisk]) -> Iterator[Chart]:
    told = [(risk, risk.iceberg) for risk in risks if risk.iceberg is not None]
    if not told:
        return
    kinds: Mapping[str, Phrase] = {
        "heard": Phrase.of("Heard of"),
        "silent": Phrase.of("Never heard of"),
    }
    yield Chart(
        name="iceberg",
        title=Phrase.of("Problems, heard of and not"),
        kind="stack",
        across=Phrase.of("Service"),
        up=Phrase.of("Customers with a problem"),
        series=tuple(
            Series(
                name=name,
                points=tuple(
                    Point(label=whose(graph, risk.desk), y=round(getattr(berg, kind), 2))
                    for risk, berg in told
                ),
            )
            for kind, name in kinds.items()
        ),
    )


def _overlay(
    graph: Graph,
    found: Sequence[Desk],
    ways: Sequence[ComplaintRoute],
    owners: Mapping[tuple[str, ...], Phrase],
    lost: Sequence[int],
) -> Overlay:
    marks: dict[str, Mark] = {}
    for desk in found:
        for entry in desk.entries:
            note = Phrase.of("complaints come in here")
            marks.setdefault(graph.nodes[entry].id, Mark(role="start", note=note))
    for step in lost:
        note = Phrase.of("nobody says where complaints about it go")
        marks.setdefault(graph.nodes[step].id, Mark(role="warning", note=note))
    for route in ways:
        told = "complaints about it go to {owners}"
        note = Phrase.of(told, owners=owners[route.owners])
        marks.setdefault(route.id, Mark(role="reached", badge=str(len(route.owners)), note=note))
    return Overlay(
        title=Phrase.of("Where complaints go"),
        elements=on_cards(graph, marks),
        meanings={
            "start": Phrase.of("complaints come in here"),
            "reached": Phrase.of("departments a complaint about it goes to"),
            "warning": Phrase.of("nobody says where complaints about it go"),
        },
    )
