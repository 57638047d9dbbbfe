"""What the report of money points out, and what it lights up."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from blueprint.analysis.amounts import money_told
from blueprint.analysis.economics.books import Books, summed
from blueprint.analysis.economics.costs import Asked
from blueprint.analysis.economics.profit import break_even
from blueprint.analysis.naming import quoted
from blueprint.analysis.service import lived
from blueprint.analysis.times.timed import Walk
from blueprint.analysis.written import time_told, times_told
from blueprint.report import Finding, Mark, Overlay
from blueprint.words import Phrase
from blueprint.words.label import label_phrase, listing

_DEAREST = 5
"""How many steps are marked as the dearest."""

_AMOUNTS: Mapping[str, Phrase] = {
    "price": Phrase.of("The price"),
    "budget": Phrase.of("The budget"),
    "cost.per_minute": Phrase.of("The cost per minute"),
    "cost.materials": Phrase.of("The cost of materials"),
    "cost.other": Phrase.of("The other cost"),
}
"""The fields that hold an amount, in words."""


def findings(own: Books) -> Iterator[Finding]:
    """Go through what is to be noted: paths first, then actions, then details."""
    for walk in own.walks:
        yield from _of_path(own, walk)
    yield from _of_actions(own)
    yield from _of_details(own)


def _of_path(own: Books, walk: Walk) -> Iterator[Finding]:
    home, about = own.home(walk), walk.journey.blueprint
    name, currency, whole = (
        quoted(own.graph, own.graph.index[about]),
        own.currency(walk),
        own.complete(walk),
    )
    for field, amount in (("price", home.price), ("budget", home.budget)):
        if amount is not None and amount < 0:
            yield _below_zero(name, field, about)
    cost = summed(own.spent[n] for n in own.on(walk.path)).amount
    if cost is not None and home.price is not None and 0 < home.price < cost:
        said = (
            "One customer of {name} costs {amount} more than the price"
            if whole
            else "One customer of {name} costs at least {amount} more than the price"
        )
        yield Finding(
            code="economics.loss",
            severity="warning",
            message=Phrase.of(said, name=name, amount=money_told(cost - home.price, currency)),
            about=(about,),
            hint=Phrase.of("make the dearest steps cheaper, or reconsider the price"),
        )
    if cost is not None and home.budget is not None and 0 <= home.budget < cost:
        said = (
            "One customer of {name} costs {amount} more than the budget"
            if whole
            else "One customer of {name} costs at least {amount} more than the budget"
        )
        yield Finding(
            code="economics.budget",
            severity="warning",
            message=Phrase.of(said, name=name, amount=money_told(cost - home.budget, currency)),
            about=(about,),
            hint=Phrase.of("make the dearest steps cheaper, or reconsider the budget"),
        )
    yield from _patience_outlasts_profit(own, walk, name)


def _below_zero(name: Phrase, field: str, about: str) -> Finding:
    said = "{what} of {name} ({field}) is below 0"
    return Finding(
        code="economics.below_zero",
        severity="warning",
        message=Phrase.of(said, what=_AMOUNTS[field], name=name, field=field),
        about=(about,),
        hint=Phrase.of("write an amount of 0 or more"),
    )


def _patience_outlasts_profit(own: Books, walk: Walk, name: Phrase) -> Iterator[Finding]:
    """Find where customers tolerate longer than the price lasts (Shostack's shoeshine).

    Where there are waits nothing is said: what customers tolerate is then not work alone.
    """
    terms = own.terms(walk)
    end = None if terms is None else break_even(terms)
    ledgers = [own.times.ledgers[step] for step in walk.path]
    tolerated = sum(entry.acceptable for entry in ledgers if entry.acceptable is not None)
    waits = any(entry.waiting for entry in ledgers)
    if end is not None and not waits and tolerated > end * 60:
        most, last = times_told(tolerated, end * 60)
        yield Finding(
            code="economics.break_even",
            severity="info",
            message=Phrase.of(
                "Customers of {name} tolerate {tolerated}, and after {end} of paid work nothing "
                "is left of the price",
                name=name,
                tolerated=most,
                end=last,
            ),
            about=(walk.journey.blueprint,),
            hint=Phrase.of(
                "hold the work to its standard time: customers complain only when it is too late"
            ),
        )


def _of_actions(own: Books) -> Iterator[Finding]:
    for number, entry in own.spent.items():
        name, about = quoted(own.graph, number), own.graph.nodes[number].id
        for field in entry.below_zero:
            yield _below_zero(name, field, about)
        if entry.lacking:
            yield Finding(
                code="economics.no_duration",
                severity="info",
                message=Phrase.of("{name} costs by the minute and says no duration", name=name),
                about=(about,),
                hint=Phrase.of("say how long it takes, such as 3 min"),
            )


def _of_details(own: Books) -> Iterator[Finding]:
    currencies = _currencies(own)
    for step, asked in own.superfluous.items():
        message = Phrase.of(
            "{name} costs the customer {what}, and no need or value is named that it serves",
            name=quoted(own.graph, step),
            what=_told(asked, currencies.get(own.graph.nodes[step].blueprint)),
        )
        yield Finding(
            code="economics.superfluous",
            severity="info",
            message=message,
            about=(own.graph.nodes[step].id,),
            hint=Phrase.of("say which need or value it serves, or leave it out"),
        )


def _currencies(own: Books) -> Mapping[str | None, str | None]:
    return {walk.journey.blueprint: own.currency(walk) for walk in own.walks}


def _told(asked: Asked, currency: str | None) -> Phrase:
    parts = []
    if asked.effort:
        parts.append(time_told(asked.effort))
    if asked.money:
        parts.append(money_told(asked.money, currency))
    if asked.details:
        details = listing([label_phrase(detail) for detail in asked.details])
        parts.append(Phrase.of("something to provide ({details})", details=details))
    if len(parts) == 1:
        return parts[0]
    return Phrase.of("{some} and {more}", some=listing(parts[:-1]), more=parts[-1])


def overlay(own: Books) -> Overlay:
    """Return the dearest steps, and those that cost the customer more than they give."""
    known = {step: cost.amount for step, cost in own.steps.items() if cost.amount}
    dearest = sorted(known, key=lambda step: (-(known[step] or 0.0), step))[:_DEAREST]
    top = known[dearest[0]] if dearest else None
    marks: dict[str, Mark] = {}
    currencies = _currencies(own)

    def on_step(step: int, mark: Mark) -> None:
        for number in lived(own.graph, own.times.actions[step]):
            marks.setdefault(own.graph.nodes[number].id, mark)

    for rank, step in enumerate(dearest, start=1):
        amount = known[step] or 0.0
        told = money_told(amount, currencies.get(own.graph.nodes[step].blueprint))
        note = Phrase.of("costs {amount}", amount=told)
        strength = amount / top if top else None
        on_step(step, Mark(role="info", badge=str(rank), note=note, strength=strength))
    note = Phrase.of("costs the customer, and no need or value is named that it serves")
    for step in own.superfluous:
        on_step(step, Mark(role="warning", note=note))
    return Overlay(
        title=Phrase.of("Where money goes"),
        elements=marks,
        meanings={
            "info": Phrase.of("dearest steps, by rank"),
            "warning": note,
        },
    )
