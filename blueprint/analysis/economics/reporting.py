"""Where money goes: cost against price and budget, profit over time, and the customer's own cost."""

from __future__ import annotations

from collections.abc import Iterator

from blueprint.analysis.economics.books import Books, books
from blueprint.analysis.economics.charts import charts
from blueprint.analysis.economics.finding import findings, overlay
from blueprint.analysis.economics.tables import (
    customers_table,
    departments_table,
    fails_table,
    paths_table,
    profit_table,
    steps_table,
)
from blueprint.analysis.economics.telling import sentences
from blueprint.analysis.naming import filled, trimmed
from blueprint.analysis.times.unsure import unsure
from blueprint.errors import BlueprintError
from blueprint.graph import Graph
from blueprint.report import Method, Report
from blueprint.words import Phrase


def economics(graph: Graph, *, most: int = 100) -> Report:
    """Return what a service costs per step, path and department, and what is left of the price.

    An action costs its minutes times ``cost.per_minute``, and ``materials`` and ``other``. A
    path costs what its actions cost together. What is left of the price falls with every minute
    of work that is paid by the minute, until at the break-even nothing is left. A detail is
    superfluous where it costs the customer time, money or something to provide, and the step
    serves no need and gives no value. A fail point costs, per customer, the visits of its step times its
    rate times what its recovery costs.

    Args:
        graph: The graph.
        most: How many steps and fail points a table lists, the dearest first.

    Raises:
        BlueprintError: ``most`` is not 1 or more.
    """
    if most < 1:
        raise BlueprintError(Phrase.of("the option “most” is 1 or more"))
    own = books(graph)
    return Report(
        name="economics",
        title=Phrase.of("Where money goes"),
        method=_method(own),
        summary=tuple(sentences(own)),
        findings=tuple(findings(own)),
        tables=tuple(
            trimmed(entry)
            for entry in filled(
                paths_table(own),
                steps_table(own, most),
                departments_table(own),
                customers_table(own, most),
                fails_table(own, most),
                profit_table(own),
            )
        ),
        charts=charts(own),
        overlay=overlay(own),
    )


def _method(own: Books) -> Method:
    return Method(
        name="economics",
        source=Phrase.of("cost and profit over time: Shostack (1984); the rest defined here"),
        formula=Phrase.of(
            "cost of an action = cost per minute × minutes + materials + other; profit(t) = price "
            "− c × t − other costs, c = cost of paid minutes / paid minutes; break-even = (price − "
            "other costs) / c; cost on average = Σ visits × cost of the step; cost of a fail point "
            "= visits × rate × cost of its recovery"
        ),
        scale=Phrase.of("money in the blueprint's currency; time in minutes"),
        direction=Phrase.of("what is left: above 0 is profit, below 0 loss"),
        n=sum(entry.amount is not None for entry in own.spent.values()),
        assumptions=tuple(_assumptions(own)),
        cannot_tell=tuple(_cannot_tell(own)),
    )


def _assumptions(own: Books) -> Iterator[Phrase]:
    if any(entry.amount is not None for entry in own.spent.values()):
        yield Phrase.of("what is not said costs nothing here: every cost is a least")
        yield Phrase.of("all work that is paid by the minute becomes longer in the same proportion")
        yield Phrase.of("actions that only mend a fail point are no part of what the path costs")
    if own.valued:
        yield Phrase.of(
            "a step is superfluous only where more than two of three steps with an experience "
            "name needs or values"
        )
    lacking = sum(entry.lacking for entry in own.spent.values())
    if lacking:
        said = "actions that cost by the minute and say no duration: {n}"
        yield Phrase.of(said, n=lacking)


def _cannot_tell(own: Books) -> Iterator[Phrase]:
    serving = [e for n, e in own.spent.items() if own.graph.nodes[n].kind != "customer"]
    silent = sum(entry.amount is None for entry in serving)
    if silent:
        said = "what the actions cost that say no cost: {n} of {m}"
        yield Phrase.of(said, n=silent, m=len(serving))
    homes = [own.home(walk) for walk in own.walks]
    if any(home.price is None for home in homes):
        yield Phrase.of("what is left, where no price is said")
    if any(home.budget is None for home in homes):
        yield Phrase.of("whether the cost can be borne, where no budget is said")
    unsure_of = [
        served
        for step, served in own.served.items()
        if own.graph.nodes[step].blueprint not in own.valued
    ]
    if unsure_of:
        said = (
            "which steps are superfluous, where a third or more of those with an experience name "
            "no need and no value: {n} of {m}"
        )
        yield Phrase.of(said, n=unsure_of.count(False), m=len(unsure_of))
    unknown = len(own.times.points) - len(own.failing)
    if unknown:
        said = "what fail points cost that say no rate, or whose recovery says no cost: {n} of {m}"
        yield Phrase.of(said, n=unknown, m=len(own.times.points))
    yield from unsure(own.graph, own.walks)
    yield Phrase.of("what a customer's time is worth, and what a customer lost costs")
