"""What a change has to buy, renew or pay: new systems, legacy renewals, other costs, and sums."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import fsum
from typing import Literal

from blueprint.analysis.ripple.apply_change import one
from blueprint.analysis.ripple.efforts import sum_of_efforts
from blueprint.analysis.ripple.lists import Total
from blueprint.analysis.ripple.results import Investment
from blueprint.analysis.ripple.telling import name_of
from blueprint.analysis.ripple.touched import to_renew
from blueprint.analysis.ripple.trace import Trace
from blueprint.analysis.ripple.why import Why
from blueprint.graph import Graph
from blueprint.model import Catalog, ChangeCost

Kind = Literal["new", "renewal", "work"]


def investments_of(trace: Trace) -> tuple[Investment, ...]:
    """Return added systems, then legacy systems to renew, then whatever else costs something."""
    graph, why = trace.graph, Why(trace)
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
    return tuple(_investment(why, n, kind, costs.get(n)) for n, kind in kinds.items())


def _costs(trace: Trace) -> dict[int, ChangeCost]:
    if trace.change is None:
        return {}
    graph = trace.graph
    return {
        graph.index[graph.node(one(graph.scope, ref, "any")).id]: cost
        for ref, cost in trace.change.cost.items()
    }


def _investment(why: Why, number: int, kind: Kind, cost: ChangeCost | None) -> Investment:
    graph = why.trace.graph
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
        likelihood=why.likelihood(number) if number in why else None,
        risk=why.risk(number) if number in why else None,
        reason=why.of(number) if number in why else None,
    )


def totals_of(investments: Sequence[Investment]) -> tuple[Total, ...]:
    """Return what it costs in all, then what each department pays, in the order of the items.

    Amounts of different currencies are never added up.

    Examples:
        >>> from blueprint.words import Phrase
        >>> bought = Investment(
        ...     id="till",
        ...     name=Phrase.of("Till"),
        ...     kind="new",
        ...     department="it",
        ...     amount=900.0,
        ...     currency="EUR",
        ...     effort="3 d",
        ...     funded_by="finance",
        ...     likelihood=1.0,
        ...     risk=1.0,
        ...     reason=None,
        ... )
        >>> [(t.funded_by, t.amount, t.effort) for t in totals_of([bought, bought])]
        [(None, 1800.0, '6 d'), ('finance', 1800.0, '6 d')]
    """
    paid = [spent for spent in investments if spent.amount is not None or spent.effort is not None]
    if not paid:
        return ()
    payers = dict.fromkeys(spent.funded_by for spent in paid)
    by_payer = ([spent for spent in paid if spent.funded_by == payer] for payer in payers)
    return (
        *_sums(paid, None, whole=True),
        *(
            total
            for payer, spent in zip(payers, by_payer, strict=True)
            for total in _sums(spent, payer)
        ),
    )


def _sums(paid: Sequence[Investment], payer: str | None, *, whole: bool = False) -> Iterator[Total]:
    """Go through the sums of one payer, one for each currency; efforts stand with the first."""
    currencies = dict.fromkeys(s.currency for s in paid if s.amount is not None) or {None: None}
    effort = sum_of_efforts([spent.effort for spent in paid if spent.effort is not None])
    for currency in currencies:
        amounts = [s.amount for s in paid if s.amount is not None and s.currency == currency]
        yield Total(
            funded_by=payer,
            all=whole,
            amount=fsum(amounts) if amounts else None,
            currency=currency,
            effort=effort,
        )
        effort = None


def _currency(graph: Graph) -> str | None:
    """Return the catalog's currency, else the one the blueprints agree on."""
    holders: list[Catalog] = list(graph.scope.blueprints.values())
    if graph.scope.catalog is not None and graph.scope.catalog.currency is not None:
        return graph.scope.catalog.currency
    stated = {holder.currency for holder in holders if holder.currency is not None}
    return stated.pop() if len(stated) == 1 else None
