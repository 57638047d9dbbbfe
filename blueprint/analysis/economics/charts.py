"""The charts of the report of money: what steps cost, and what is left at each duration."""

from __future__ import annotations

from blueprint.analysis.economics.books import Books
from blueprint.analysis.economics.profit import cost, profit
from blueprint.analysis.economics.tables import currency_of, round_durations
from blueprint.analysis.naming import name_apart, name_of_id
from blueprint.report import Chart, Point, Series
from blueprint.words import Phrase

_MOST = 20
"""How many steps the chart of costs shows, in the order of the journey."""


def charts(own: Books) -> tuple[Chart, ...]:
    """Return the charts there are figures for."""
    return (*_steps(own), *_profit(own))


def _money(own: Books) -> Phrase:
    currency = currency_of(own)
    return Phrase.of("Money in {unit}", unit=currency) if currency else Phrase.of("Money")


def _steps(own: Books) -> tuple[Chart, ...]:
    known = [step for step, entry in own.steps.items() if entry.amount is not None][:_MOST]
    points = tuple(
        Point(
            label=name_apart(own.graph, step),
            y=round(own.steps[step].amount or 0.0, 4),
            about=own.graph.nodes[step].id,
        )
        for step in known
    )
    if not points:
        return ()
    chart = Chart(
        name="steps",
        title=Phrase.of("Cost of steps"),
        kind="bars",
        across=Phrase.of("Steps"),
        up=_money(own),
        series=(Series(name=Phrase.of("Cost"), points=points),),
    )
    return (chart,)


def _profit(own: Books) -> tuple[Chart, ...]:
    """Return the line of profit of the first main path that has one."""
    for walk in own.walks:
        terms = own.terms(walk)
        if terms is None:
            continue
        minutes = round_durations(own, walk, terms)
        name = name_of_id(own.graph, walk.journey.blueprint) or Phrase("")
        lines = ((Phrase.of("Profit"), profit), (Phrase.of("Cost"), cost))
        return (
            Chart(
                name="profit",
                title=Phrase.of("Profit at each duration: {name}", name=name)
                if own.graph.scope.several
                else Phrase.of("Profit at each duration"),
                kind="lines",
                across=Phrase.of("Work paid by the minute (min)"),
                up=_money(own),
                series=tuple(
                    Series(
                        name=said,
                        points=tuple(
                            Point(
                                label=Phrase.of("{n} min", n=f"{round(at, 4):,g}"),
                                x=round(at, 4),
                                y=round(line(at, terms), 4),
                            )
                            for at in minutes
                        ),
                    )
                    for said, line in lines
                ),
            ),
        )
    return ()
