"""The iceberg of one desk, and the market at risk under it, as far as the file has the figures."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import fsum

from blueprint.analysis.complaints.desks import Desk
from blueprint.analysis.complaints.iceberg import (
    Group,
    Iceberg,
    Loss,
    Outcome,
    by_outcome,
    iceberg,
    market_at_risk,
)
from blueprint.graph import Graph
from blueprint.model import Persona

_ROUNDING = 1e-9
_FIELDS = ("customers", "problem_rate", "complain_rate")


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What the reader adds to the file.

    Attributes:
        problem_rate: Stands for the file's.
        complain_rate: Stands for the file's.
        tarp: Whose repurchase rates count: TARP's for a small or large loss, or the personas'.
        satisfied: The share of complaints that is mended, for TARP's rates.
        quickly: The share of these that is mended quickly.
    """

    problem_rate: float | None = None
    complain_rate: float | None = None
    tarp: Loss | None = None
    satisfied: float | None = None
    quickly: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AtRisk:
    """What a desk's complaints stand for.

    Attributes:
        desk: The desk.
        iceberg: Problems, heard, silent; ``None`` where a figure is missing.
        lacks: The fields that are missing for it.
        personas: Customers with a problem by persona's number.
        outcomes: The same by what became of the problem, with TARP's rates.
        amount: The market at risk, a year; ``None`` where it cannot be told.
        needs: What is missing for that: the persona's number and its field.
        share: What part of all customers the personas stand for.
    """

    desk: Desk
    iceberg: Iceberg | None
    lacks: tuple[str, ...] = ()
    personas: Mapping[int, Group]
    outcomes: Mapping[Outcome, Group]
    amount: float | None = None
    needs: tuple[tuple[int, str], ...] = ()
    share: float = 1.0


def at_risk(graph: Graph, desk: Desk, asked: Asked) -> AtRisk:
    """Return what the complaints of a desk stand for."""
    said = desk.said
    rate = said.problem_rate if asked.problem_rate is None else asked.problem_rate
    heard = said.complain_rate if asked.complain_rate is None else asked.complain_rate
    told = (said.customers, rate, heard)
    lacks = tuple(name for name, value in zip(_FIELDS, told, strict=True) if value is None)
    if said.customers is None or rate is None or heard is None:
        return AtRisk(desk=desk, iceberg=None, lacks=lacks, personas={}, outcomes={})
    found = iceberg(said.customers, rate, heard)
    wanted = ("share", "value") if asked.tarp else ("share", "repurchase", "value")
    people = {n: e for n in desk.personas if isinstance(e := graph.nodes[n].element, Persona)}
    needs = tuple(
        (number, name)
        for number, persona in people.items()
        for name in wanted
        if getattr(persona, name) is None
    )
    if needs or not people:
        return AtRisk(desk=desk, iceberg=found, personas={}, outcomes={}, needs=needs)
    shares = fsum(p.share or 0.0 for p in people.values())
    if shares > 1 + _ROUNDING:
        return AtRisk(desk=desk, iceberg=found, personas={}, outcomes={}, share=shares)
    if asked.tarp:
        worth = sum((p.share or 0.0) * (p.value or 0.0) for p in people.values())
        outcomes = by_outcome(
            found,
            asked.tarp,
            satisfied=asked.satisfied or 0.0,
            quickly=asked.quickly or 0.0,
            value=worth / shares if shares else 0.0,
        )
        amount = market_at_risk(outcomes.values())
        return AtRisk(desk=desk, iceberg=found, personas={}, outcomes=outcomes, amount=amount)
    groups = {
        number: Group(found.problems * (p.share or 0.0), p.repurchase or 0.0, p.value or 0.0)
        for number, p in people.items()
    }
    amount = market_at_risk(groups.values())
    share = min(shares, 1.0)
    return AtRisk(
        desk=desk, iceberg=found, personas=groups, outcomes={}, amount=amount, share=share
    )
