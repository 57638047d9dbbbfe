"""The tables of the report of money."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from math import ceil, floor, log10

from blueprint.analysis.amounts import Unit, unit_for
from blueprint.analysis.economics.books import Books, summed
from blueprint.analysis.economics.costs import spent
from blueprint.analysis.economics.profit import Terms, break_even, cost, profit
from blueprint.analysis.experience.value_elements import tag_told
from blueprint.analysis.naming import (
    BLUEPRINT,
    DEPARTMENT,
    ID,
    NAME,
    home_of,
    name_apart,
    name_of,
    name_of_id,
    table,
)
from blueprint.analysis.times.timed import Walk
from blueprint.model import Step
from blueprint.report import Cell, Column, Table
from blueprint.words import Phrase
from blueprint.words.label import label_phrase, listing

_KNOWN = Column(key="known", title=Phrase.of("Actions that say a cost"))
_SHARE = Column(key="share", title=Phrase.of("Share of the main path's cost"), unit="%")
_POINTS = 8
"""At most at about so many round durations a profit is told."""

_BEYOND = 1.25
"""How much longer than now and the break-even the longest of them is, at least."""


def currency_of(own: Books) -> str | None:
    """Return the currency of all amounts; nothing where files differ, or none says one."""
    told = {own.currency(walk) for walk in own.walks}
    return told.pop() if len(told) == 1 else None


def paths_table(own: Books) -> Table:
    """Return what each main path costs, against price and budget."""
    unit = currency_of(own)
    return table(
        "paths",
        Phrase.of("Cost of main paths, against price and budget"),
        (
            ID,
            NAME,
            Column(key="cost", title=Phrase.of("Cost"), unit=unit),
            Column(key="price", title=Phrase.of("Price"), unit=unit),
            Column(key="left", title=Phrase.of("What is left"), unit=unit),
            Column(key="budget", title=Phrase.of("Budget"), unit=unit),
            Column(key="within", title=Phrase.of("Within the budget by"), unit=unit),
            Column(key="average", title=Phrase.of("Cost on average, over all ways"), unit=unit),
            Column(key="paid", title=Phrase.of("Work paid by the minute"), unit="min"),
            Column(key="break_even", title=Phrase.of("Break-even"), unit="min"),
            _KNOWN,
        ),
        _paths(own),
    )


def _paths(own: Books) -> Iterator[tuple[Cell, ...]]:
    for walk in own.walks:
        whole = summed(own.spent[n] for n in own.on(walk.path))
        home, terms = own.home(walk), own.terms(walk)
        if whole.amount is None and home.price is None and home.budget is None:
            continue
        yield (
            walk.journey.blueprint,
            name_of_id(own.graph, walk.journey.blueprint),
            _cents(whole.amount),
            _cents(home.price),
            _less(home.price, whole.amount) if home.price else None,
            _cents(home.budget),
            _less(home.budget, whole.amount),
            _cents(own.expected(walk)),
            _cents(own.minutes(walk)) if terms is not None else None,
            _cents(break_even(terms)) if terms is not None else None,
            whole.known,
        )


def steps_table(own: Books, most: int) -> Table:
    """Return what each step costs, dearest first."""
    whole: dict[int, float] = {}
    for walk in own.walks:
        whole |= dict.fromkeys(walk.path, sum(own.steps[n].amount or 0.0 for n in walk.path))
    known = [step for step, entry in own.steps.items() if entry.amount is not None]
    known.sort(key=lambda step: -(own.steps[step].amount or 0.0))
    return table(
        "steps",
        Phrase.of("Cost of steps"),
        (
            ID,
            NAME,
            Column(key="cost", title=Phrase.of("Cost"), unit=currency_of(own)),
            _SHARE,
            Column(key="on_path", title=Phrase.of("On the main path")),
            _KNOWN,
        ),
        (
            (
                own.graph.nodes[step].id,
                name_apart(own.graph, step),
                _cents(own.steps[step].amount),
                _share(own.steps[step].amount, whole[step]) if step in whole else None,
                step in whole,
                own.steps[step].known,
            )
            for step in known[:most]
        ),
    )


def departments_table(own: Books) -> Table:
    """Return what each department's work on a main path costs, dearest first."""
    return table(
        "departments",
        Phrase.of("Cost of departments, on the main paths"),
        (
            BLUEPRINT,
            DEPARTMENT,
            Column(key="cost", title=Phrase.of("Cost"), unit=currency_of(own)),
            _SHARE,
            _KNOWN,
        ),
        (row for walk in own.walks for row in _departments(own, walk)),
    )


def _departments(own: Books, walk: Walk) -> Iterator[tuple[Cell, ...]]:
    groups: dict[str | None, list[int]] = {}
    for number in own.on(walk.path):
        if own.spent[number].amount is not None:
            groups.setdefault(own.graph.nodes[number].department, []).append(number)
    sums = {who: summed(own.spent[n] for n in numbers) for who, numbers in groups.items()}
    whole = sum(entry.amount or 0.0 for entry in sums.values())
    for who in sorted(sums, key=lambda who: -(sums[who].amount or 0.0)):
        yield (
            home_of(own.graph, walk.path[0]),
            name_of_id(own.graph, who) or Phrase.of("no department"),
            _cents(sums[who].amount),
            _share(sums[who].amount, whole),
            sums[who].known,
        )


def customers_table(own: Books, most: int) -> Table:
    """Return what each step costs the customer, and what it gives."""
    unit = unit_for(part.effort for parts in own.asked.values() for part in parts)
    return table(
        "customer",
        Phrase.of("What the customer gives and gets"),
        (
            ID,
            NAME,
            Column(key="effort", title=Phrase.of("Own time"), unit=unit.name),
            Column(key="money", title=Phrase.of("Money"), unit=currency_of(own)),
            Column(key="asks", title=Phrase.of("Asked for")),
            Column(key="needs", title=Phrase.of("Needs served")),
            Column(key="values", title=Phrase.of("Values given")),
            Column(key="superfluous", title=Phrase.of("Superfluous")),
        ),
        islice(_customers(own, unit), most),
    )


def _customers(own: Books, unit: Unit) -> Iterator[tuple[Cell, ...]]:
    for step, parts in own.asked.items():
        element = own.graph.nodes[step].element
        if not any(part.anything for part in parts) or not isinstance(element, Step):
            continue
        lived = element.experience
        effort = [part.effort for part in parts if part.effort is not None]
        money = [part.money for part in parts if part.money is not None]
        yield (
            own.graph.nodes[step].id,
            name_apart(own.graph, step),
            unit.of(sum(effort)) if effort else None,
            _cents(sum(money)) if money else None,
            _listed(label_phrase(detail) for part in parts for detail in part.details),
            _listed(Phrase.of(need) for entry in lived for need in entry.needs),
            _listed(tag_told(tag) for entry in lived for tag in entry.values),
            step in own.superfluous if own.can_tell(step) else None,
        )


def _listed(parts: Iterable[Phrase]) -> Phrase | None:
    told = list(dict.fromkeys(parts))
    return listing(told) if told else None


def fails_table(own: Books, most: int) -> Table:
    """Return what mending costs per customer, fail point by fail point."""
    unit = currency_of(own)
    return table(
        "fails",
        Phrase.of("What mending costs, per customer on average"),
        (
            Column(key="fail", title=Phrase.of("Fail point")),
            Column(key="step", title=Phrase.of("Step")),
            Column(key="rate", title=Phrase.of("Rate"), unit="%"),
            Column(key="recovery", title=Phrase.of("Recovery")),
            Column(key="once", title=Phrase.of("Cost each time"), unit=unit),
            Column(key="cost", title=Phrase.of("Cost per customer"), unit=unit),
        ),
        (
            (
                label_phrase(point.fail.name),
                name_apart(own.graph, point.step),
                _share(point.fail.rate, 1.0),
                None if point.mends is None else name_of(own.graph, point.mends),
                None if point.mends is None else _cents(spent(own.graph, point.mends).amount),
                _cents(amount),
            )
            for point, amount in own.failing[:most]
        ),
    )


def profit_table(own: Books) -> Table:
    """Return what is left of the price when the paid work of a main path takes longer."""
    unit = currency_of(own)
    return table(
        "profit",
        Phrase.of("Profit at each duration"),
        (
            BLUEPRINT,
            Column(key="minutes", title=Phrase.of("Work paid by the minute"), unit="min"),
            Column(key="cost", title=Phrase.of("Cost"), unit=unit),
            Column(key="profit", title=Phrase.of("Profit"), unit=unit),
        ),
        (
            (
                home_of(own.graph, walk.path[0]),
                _cents(minutes),
                _cents(cost(minutes, terms)),
                _cents(profit(minutes, terms)),
            )
            for walk in own.walks
            if (terms := own.terms(walk)) is not None
            for minutes in durations(own, walk, terms)
        ),
    )


def durations(own: Books, walk: Walk, terms: Terms) -> list[float]:
    """Return the minutes at which a profit is told: round ones, now, and the break-even."""
    return sorted({*round_durations(own, walk, terms), own.minutes(walk), break_even(terms) or 0.0})


def round_durations(own: Books, walk: Walk, terms: Terms) -> list[float]:
    """Return round minutes, evenly from none to somewhat more than now and the break-even."""
    longest = max(own.minutes(walk), break_even(terms) or 0.0) * _BEYOND
    least = longest / _POINTS
    power = 10.0 ** floor(log10(least))
    step = next(power * n for n in (1, 2, 5, 10) if power * n >= least)
    return [step * n for n in range(ceil(longest / step) + 1)]


def _cents(amount: float | None) -> float | None:
    """Return an amount in cents; of less than one unit, two more decimals."""
    return None if amount is None else round(amount, 2 if abs(amount) >= 1 else 4) + 0.0


def _less(one: float | None, other: float | None) -> float | None:
    return None if one is None or one < 0 or other is None else _cents(one - other)


def _share(part: float | None, whole: float) -> float | None:
    return round(100 * part / whole, 2) if part is not None and whole else None
