"""What a ripple reaches, as lines of text: figures in columns, then the path as a sentence."""

from __future__ import annotations

from collections.abc import Iterator

from blueprint.analysis.ripple.results import Reached, RippleReport
from blueprint.render.report.columns import columns
from blueprint.words import Phrase, translator

MOST_LISTED = 60
"""How many elements a text lists; of more, the strongest, and how to see them all."""

_LEAST = 0.005
"""What is less would be rounded to nothing."""

_TITLES = ("Links", "Likelihood", "Impact", "Risk")


def heading_of_reached(report: RippleReport) -> Phrase:
    """Return the heading: how many elements are reached, and how many of them are listed."""
    listed, reached = report.filters.listed, report.filters.reached
    if listed < reached:
        return Phrase.of("What is reached (listed: {n} of {m})", n=listed, m=reached)
    return Phrase.of("What is reached ({n})", n=reached)


def reached(report: RippleReport, lang: str) -> Iterator[str]:
    """Go through what is reached and listed, two lines each: the figures, then the path."""
    if not report.reached:
        return
    say = translator(lang)
    shown = report.reached[:MOST_LISTED]
    rows = [_figures(element) for element in shown]
    heads = tuple(say(title) for title in _TITLES)
    widths = [max(map(columns, column)) for column in zip(heads, *rows, strict=True)]
    yield f"{_row(heads, widths)}   {say('Element')}"
    for element, row in zip(shown, rows, strict=True):
        owner = report.names.get(element.department or "")
        who = f" — {owner.into(lang)}" if owner is not None else ""
        yield f"{_row(row, widths)}   {element.name.into(lang)} [{element.id}]{who}"
        yield f"{' ' * (sum(widths) + 2 * len(widths) + 3)}{element.sentence.into(lang)}"
    if len(shown) < len(report.reached):
        more = len(report.reached) - len(shown)
        yield Phrase.of("and {n} more; as CSV or JSON the report has all", n=more).into(lang)
    if any(element.assumed for element in shown):
        yield say("* some strength on the path is assumed, not stated on its link")
    if any(element.how != "exact" for element in shown):
        yield say("a range stands where the likelihood is not known exactly")


def figure(value: float) -> str:
    """Return a likelihood, impact or risk as it is read; what is not nothing is never told as it.

    Examples:
        >>> figure(0.125), figure(0.0031), figure(0.0)
        ('0.12', '<0.01', '0.00')
    """
    return "<0.01" if 0 < value < _LEAST else f"{value:.2f}"


def _figures(element: Reached) -> tuple[str, ...]:
    likelihood = figure(element.likelihood)
    if element.low is not None and element.high is not None:
        likelihood += f" ({element.low:.2f}–{element.high:.2f})"
    star = "*" if element.assumed else " "
    impact = figure(element.impact)
    return (str(element.hops), likelihood + star, impact + star, figure(element.risk))


def _row(cells: tuple[str, ...], widths: list[int]) -> str:
    aligned = (" " * (w - columns(c)) + c for c, w in zip(cells, widths, strict=True))
    return "  ".join(aligned)
