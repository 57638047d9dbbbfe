"""What the report of money says first."""

from __future__ import annotations

from collections.abc import Iterator

from blueprint.analysis.amounts import money_told
from blueprint.analysis.economics.books import Books, summed
from blueprint.analysis.economics.profit import break_even
from blueprint.analysis.naming import name_of
from blueprint.analysis.times.timed import Walk
from blueprint.analysis.written import times_told, told_count
from blueprint.words import Phrase

_LEAST = "at least {amount} (cost said of {known})"

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
        yield from _of_path(own, own.walks[n], costs[n].amount or 0.0, costs[n].known)
    if len(own.walks) == 1 and told:
        yield from _over_time(own, own.walks[0])
    yield from _superfluous(own)
    yield from _fails(own)


def _of_path(own: Books, walk: Walk, cost: float, known: int) -> Iterator[Phrase]:
    home, currency, whole = own.home(walk), own.currency(walk), own.complete(walk)
    amount = money_told(cost, currency)
    said = {
        "name": name_of(own.graph, own.graph.index[walk.journey.blueprint]),
        "cost": amount if whole else Phrase.of(_LEAST, amount=amount, known=_known(known)),
    }
    if home.price is None or home.price < 0:
        yield Phrase.of(
            "One customer on the main path of “{name}” costs {cost}; no price is said.", **said
        )
    else:
        yield Phrase.of(
            "One customer on the main path of “{name}” costs {cost} and pays {price}: {left}.",
            **said,
            price=money_told(home.price, currency),
            left=_left(home.price - cost, currency, whole=whole),
        )
    if home.budget is not None and home.budget >= 0:
        yield Phrase.of(
            "Of the budget of {budget}, {left}.",
            budget=money_told(home.budget, currency),
            left=_left(home.budget - cost, currency, whole=whole),
        )


def _known(known: int) -> Phrase:
    return told_count(known, "1 action", "{n} actions")


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
            "{now}.",
            end=last,
            now=now,
        )


def _superfluous(own: Books) -> Iterator[Phrase]:
    if own.superfluous:
        yield Phrase.of(
            "Steps that cost the customer something, and name no need or value they serve: {n}; "
            "the first is “{name}”.",
            n=len(own.superfluous),
            name=name_of(own.graph, next(iter(own.superfluous))),
        )


def _fails(own: Books) -> Iterator[Phrase]:
    currencies = {own.currency(walk) for walk in own.walks}
    if own.failing and len(currencies) == 1:
        yield Phrase.of(
            "Mending what goes wrong costs {cost} per customer on average, as far as rates and "
            "costs are said: {n}.",
            cost=money_told(sum(cost for _, cost in own.failing), currencies.pop()),
            n=told_count(len(own.failing), "1 fail point", "{n} fail points"),
        )
