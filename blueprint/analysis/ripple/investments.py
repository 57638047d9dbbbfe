"""What a change has to buy, renew or pay: new systems, legacy renewals, and other costs."""

from __future__ import annotations

from typing import Literal

from blueprint.analysis.ripple.apply_change import one
from blueprint.analysis.ripple.results import Investment
from blueprint.analysis.ripple.telling import name_of
from blueprint.analysis.ripple.touched import to_renew
from blueprint.analysis.ripple.trace import Trace
from blueprint.graph import Graph
from blueprint.model import Catalog, ChangeCost

Kind = Literal["new", "renewal", "work"]


def investments_of(trace: Trace) -> tuple[Investment, ...]:
    """Return added systems, then legacy systems to renew, then whatever else costs something."""
    graph = trace.graph
    costs = _costs(trace)
    kinds: dict[int, Kind] = {}
    for node in trace.started("added"):
        if node.kind == "system":
            kinds[graph.index[node.id]] = "new"
    for legacy in to_renew(trace):
        if legacy.asks:
            kinds.setdefault(legacy.node, "renewal")
    for number in costs:
        kinds.setdefault(number, "work")
    return tuple(_investment(graph, n, kind, costs.get(n)) for n, kind in kinds.items())


def _costs(trace: Trace) -> dict[int, ChangeCost]:
    if trace.change is None:
        return {}
    graph = trace.graph
    return {
        graph.index[graph.node(one(graph.scope, ref, "any")).id]: cost
        for ref, cost in trace.change.cost.items()
    }


def _investment(graph: Graph, number: int, kind: Kind, cost: ChangeCost | None) -> Investment:
    node = graph.nodes[number]
    stated = cost or ChangeCost()
    payer = stated.funded_by and one(graph.scope, stated.funded_by, "department")
    return Investment(
        id=node.id,
        name=name_of(graph, number),
        kind=kind,
        department=node.department,
        amount=stated.amount,
        currency=_currency(graph) if stated.amount is not None else None,
        effort=stated.effort,
        funded_by=payer,
    )


def _currency(graph: Graph) -> str | None:
    """Return the catalog's currency, else the one the blueprints agree on."""
    holders: list[Catalog] = list(graph.scope.blueprints.values())
    if graph.scope.catalog is not None and graph.scope.catalog.currency is not None:
        return graph.scope.catalog.currency
    stated = {holder.currency for holder in holders if holder.currency is not None}
    return stated.pop() if len(stated) == 1 else None
