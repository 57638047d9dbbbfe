"""Who may decide, and how near to the customer decisions are taken."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from blueprint.analysis.handoffs.changing import approvals_of
from blueprint.analysis.service import declared_moments
from blueprint.analysis.spread.reaching import reach
from blueprint.graph import Graph
from blueprint.model import Act
from blueprint.model.links import ACTING


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """An action of which something is said about deciding.

    Attributes:
        action: Number of the action.
        decides: Whether a decision is taken there, as far as it is said.
        discretion: Whether the person may decide alone, as far as it is said.
        approved_by: Graph ids of those who must approve.
        links: How many links it is away from the customer; nothing where none leads there.
        moment: Whether it stands in a declared moment of truth.
    """

    action: int
    decides: bool | None
    discretion: bool | None
    approved_by: tuple[str, ...]
    links: int | None
    moment: bool

    @property
    def tied(self) -> bool:
        """Whether whoever acts must ask somebody else."""
        return self.discretion is False or bool(self.approved_by)


def decisions_of(graph: Graph) -> Iterator[Decision]:
    """Go through the actions of which something is said about deciding, in file order."""
    approvers: dict[int, list[str]] = {}
    for number, approver in approvals_of(graph):
        approvers.setdefault(number, []).append(approver)
    customers = [graph.index[node.id] for node in graph.of_kind("customer")]
    network = graph.network("demand", ("interaction", "support", "triggers"))
    away = reach(network, customers) if customers else {}
    moments = {graph.nodes[n].id for n in declared_moments(graph)}
    for number, node in enumerate(graph.nodes):
        if node.kind not in ACTING or node.kind == "customer":
            continue
        act = node.element
        if not isinstance(act, Act):
            continue
        if act.decides is None and act.discretion is None and number not in approvers:
            continue
        yield Decision(
            action=number,
            decides=act.decides,
            discretion=act.discretion,
            approved_by=tuple(approvers.get(number, ())),
            links=away.get(number),
            moment=node.step in moments,
        )
