"""What a ripple asks to buy, renew or pay, as lines of text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from blueprint.analysis.ripple.efforts import effort_told, money_told, total_told
from blueprint.analysis.ripple.results import Investment, RippleReport
from blueprint.analysis.ripple.words import SPENT
from blueprint.words import Phrase
from blueprint.words.label import label_phrase


def costs(report: RippleReport) -> Iterator[Phrase]:
    """Go through what has to be bought, renewed or paid, each with why, then the sums."""
    for spent in report.investments:
        yield _item(report, spent)
        if spent.reason is not None and spent.kind != "new":
            yield Phrase.of("  - {reason}", reason=spent.reason)
    yield from _totals(report)


def investments_told(report: RippleReport) -> Iterator[Phrase]:
    """Go through the same in one line each, without why."""
    for spent in report.investments:
        yield _item(report, spent)
    yield from _totals(report)


def _item(report: RippleReport, spent: Investment) -> Phrase:
    what = Phrase.of("{name}: {what}", name=Phrase.of(SPENT[spent.kind]), what=spent.name)
    for template, value in _terms(spent, report.names):
        what = Phrase.of(template, what=what, value=value)
    return what


def _totals(report: RippleReport) -> Iterator[Phrase]:
    if len(report.investments) < 2:  # noqa: PLR2004  (one is its own sum)
        return
    payers = dict.fromkeys(total.funded_by for total in report.totals if not total.all)
    for total in report.totals:
        if total.all:
            who = Phrase.of("in all")
        elif len(payers) == 1:
            continue
        elif total.funded_by is None:
            who = Phrase.of("paid by nobody named")
        else:
            who = Phrase.of("paid by {name}", name=_name(report.names, total.funded_by))
        yield Phrase.of("{name}: {what}", name=who, what=total_told(total))


def _terms(spent: Investment, names: Mapping[str, Phrase]) -> Iterator[tuple[str, Phrase]]:
    if spent.department is not None:
        yield "{what}; owned by {value}", _name(names, spent.department)
    if spent.amount is not None:
        yield "{what}; cost {value}", money_told(spent.amount, spent.currency)
    if spent.effort is not None:
        yield "{what}; effort {value}", effort_told(spent.effort)
    if spent.funded_by is not None:
        yield "{what}; paid by {value}", _name(names, spent.funded_by)
    if spent.risk is not None and spent.kind == "renewal":
        yield "{what}; risk {value}", Phrase.of("{n}", n=f"{spent.risk:.2f}")


def _name(names: Mapping[str, Phrase], department: str) -> Phrase:
    return names.get(department) or label_phrase(department)
