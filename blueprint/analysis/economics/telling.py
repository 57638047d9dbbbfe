"""What the report of money says first."""

from __future__ import annotations

from collections.abc import Iterator

from blueprint.analysis.amounts import money_told
from blueprint.analysis.economics.books import Books, Sum, summed
from blueprint.analysis.economics.profit import break_even
from blueprint.analysis.naming import quoted
from blueprint.analysis.times.timed import Walk
from blueprint.analysis.written import times_told, told_count
from blueprint.words import Phrase

_MOST_TOLD = 3
"""Of how many blueprints a report over several tells in sentences."""


def sentences(own: Books) -> Iterator[Phrase]:
    """Go through the sentences that answer where money goes."""
    if not own.times.actions:
        yield Phrase.of("There is no step.")
        return
    costs = {n: summed(own.spent[a] for a in own.on(w.path)) for n, w in enumerate(own.walks)}
    told = sorted(
        (n for n, cost in costs.items() if cost.amount is not None),
        key=lambda n: -(costs[n].amount or 0.0),
    )
    if not told:
        yield Phrase.of(
            "No action of a main path says what it costs: nobody can tell what is left."
        )
    for n in told[:_MOST_TOLD]:
        yield from _of_path(own, own.walks[n], costs[n])
    if len(own.walks) == 1 and told:
        yield from _over_time(own, own.walks[0])
    yield from _superfluous(own)
    for walk in own.walks:
        yield from _fails(own, walk)


def _of_path(own: Books, walk: Walk, cost: Sum) -> Iterator[Phrase]:
    home, currency, whole = own.home(walk), own.currency(walk), own.complete(walk)
    amount = cost.amount or 0.0
    said = {
        "name": quoted(own.graph, own.graph.index[walk.journey.blueprint]),
        "cost": money_told(amount, currency) if whole else _least(own, walk, cost),
    }
    if home.price is None:
        yield Phrase.of(
            "One customer on the main path of {name} costs {cost}; no price is said.", **said
        )
    elif home.price < 0:
        yield Phrase.of(
            "One customer on the main path of {name} costs {cost}; the price of {price} is below "
            "0, so nobody can tell what is left.",
            **said,
            price=money_told(home.price, currency),
        )
    elif home.price == 0:
        yield Phrase.of(
            "One customer on the main path of {name} costs {cost} and pays nothing.", **said
        )
    else:
        yield Phrase.of(
            "One customer on the main path of {name} costs {cost} and pays {price}: {left}.",
            **said,
            price=money_told(home.price, currency),
            left=_left(home.price - amount, currency, whole=whole),
        )
    if home.budget is not None and home.budget >= 0:
        yield Phrase.of(
            "Of the budget of {budget}, {left}.",
            budget=money_told(home.budget, currency),
            left=_left(home.budget - amount, currency, whole=whole),
        )


def _least(own: Books, walk: Walk, cost: Sum) -> Phrase:
    return Phrase.of(
        "at least {amount} (cost said of {n} of {m})",
        amount=money_told(cost.amount or 0.0, own.currency(walk)),
        n=cost.known,
        m=told_count(len(own.priced(walk)), "1 action", "{n} actions"),
    )


def _left(amount: float, currency: str | None, *, whole: bool) -> Phrase:
    """Say what is left; where not all costs are said, it is no more than that."""
    said = "{amount} is left" if whole else "at most {amount} is left"
    if amount < 0:
        said = "{amount} is lacking" if whole else "at least {amount} is lacking"
    return Phrase.of(said, amount=money_told(abs(amount), currency))


def _over_time(own: Books, walk: Walk) -> Iterator[Phrase]:
    terms = own.terms(walk)
    end = None if terms is None else break_even(terms)
    if end is not None:
        last, now = times_told(end * 60, own.minutes(walk) * 60)
        yield Phrase.of(
            "Nothing is left of the price once the work paid by the minute takes {end}; it takes "
            "{now}."
            if own.complete(walk)
            else "Nothing is left of the price once the work paid by the minute takes {end}, if "
            "not before; it takes {now}.",
            end=last,
            now=now,
        )


def _superfluous(own: Books) -> Iterator[Phrase]:
    if own.superfluous:
        asking = [step for step, parts in own.asked.items() if any(p.anything for p in parts)]
        n, m = len(own.superfluous), sum(map(own.can_tell, asking))
        said = (
            "Of {m} steps that ask something of the customer, {n} name no need or value they "
            "serve; the first is {name}."
        )
        if m == 1:
            said = "The only step that asks something of the customer names no need or value it serves: {name}."
        elif n == 1:
            said = "Of {m} steps that ask something of the customer, 1 names no need or value it serves: {name}."
        yield Phrase.of(said, n=n, m=m, name=quoted(own.graph, next(iter(own.superfluous))))


def _fails(own: Books, walk: Walk) -> Iterator[Phrase]:
    costs = [cost for point, cost in own.failing if point.step in walk.often]
    if not costs:
        return
    points = sum(point.step in walk.often for point in own.times.points)
    name = quoted(own.graph, own.graph.index[walk.journey.blueprint])
    yield Phrase.of(
        "{lead} costs {cost} per customer on average."
        if len(costs) == points
        else "{lead} costs {cost} per customer on average, as far as rates and costs are said (of "
        "{n} of {m} fail points).",
        lead=Phrase.of("Mending what goes wrong on the ways of {name}", name=name)
        if len(own.walks) > 1
        else Phrase.of("Mending what goes wrong"),
        cost=money_told(sum(costs), own.currency(walk)),
        n=len(costs),
        m=points,
    )
