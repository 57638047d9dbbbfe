"""A ripple as plain text for a terminal or an e-mail: the answer first, the figures after."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence

from blueprint.analysis.ripple.results import DepartmentShare, Investment, RippleReport
from blueprint.analysis.ripple.words import KIND, MOST_REASONS, SPENT, how_told
from blueprint.render.report.markdown import method_lines
from blueprint.safety.text import terminal_text
from blueprint.words import Phrase, translator


def ripple_text(report: RippleReport, lang: str = "en") -> str:
    """Return a ripple as text: who acts first and why, who else, who is told, then the figures.

    Args:
        report: The ripple.
        lang: Language of its sentences.
    """
    blocks: list[tuple[str, Iterator[Phrase | str]]] = [
        ("What is asked", _asked(report)),
        ("First to act", _departments(report.first_to_act)),
        ("Also affected", _departments(report.also_affected)),
        ("Must be told", _told(report)),
        ("What has to be bought or renewed", _investments(report)),
        ("Promises, moments of truth and personas it passes", _passed(report)),
        ("What is reached", _reached(report, lang)),
        ("To be noted", (finding.message for finding in report.findings)),
        ("How it was computed", method_lines(report)),
    ]
    title = _shown(report.title, lang)
    lines = [title, "=" * _width(title)]
    for heading, content in blocks:
        entries = [_shown(entry, lang) for entry in content]
        if entries:
            lines += ["", translator(lang)(heading), *(f"  {entry}" for entry in entries)]
    return "\n".join(lines) + "\n"


def _asked(report: RippleReport) -> Iterator[Phrase | str]:
    for start in (*report.start, *report.added):
        yield how_told(start.how, start.name)


def _departments(departments: Sequence[DepartmentShare]) -> Iterator[Phrase | str]:
    for department in departments:
        yield Phrase.of(
            "{name} (elements it does: {n}, {share} of all)",
            name=department.name,
            n=department.count,
            share=f"{department.share:.0%}",
        )
        yield from _reasons(department.reasons)


def _told(report: RippleReport) -> Iterator[Phrase | str]:
    for told in report.to_be_told:
        yield told.name
        yield from _reasons(told.reasons)


def _reasons(reasons: Sequence[Phrase]) -> Iterator[Phrase]:
    for reason in reasons[:MOST_REASONS]:
        yield Phrase.of("  - {reason}", reason=reason)
    more = len(reasons) - MOST_REASONS
    if more > 0:
        yield Phrase.of("  - {reason}", reason=Phrase.of("and {n} more", n=more))


def _investments(report: RippleReport) -> Iterator[Phrase | str]:
    names = {d.id: d.name for d in report.departments}
    for spent in report.investments:
        what = Phrase.of("{name}: {what}", name=Phrase.of(SPENT[spent.kind]), what=spent.name)
        for template, value in _terms(spent):
            told: Phrase | str = names.get(value, value)
            what = Phrase.of(template, what=what, value=told)
        yield what


def _terms(spent: Investment) -> Iterator[tuple[str, str]]:
    if spent.department is not None:
        yield "{what}; owned by {value}", spent.department
    if spent.amount is not None:
        yield "{what}; cost {value}", f"{spent.amount:,.15g} {spent.currency or ''}".strip()
    if spent.effort is not None:
        yield "{what}; effort {value}", spent.effort
    if spent.funded_by is not None:
        yield "{what}; paid by {value}", spent.funded_by


def _passed(report: RippleReport) -> Iterator[Phrase | str]:
    groups = (report.promises, report.moments_of_truth, report.personas, report.touched)
    for touched in (entry for group in groups for entry in group):
        yield Phrase.of("{name}: {what}", name=Phrase.of(KIND[touched.kind]), what=touched.name)


def _reached(report: RippleReport, lang: str) -> Iterator[Phrase | str]:
    """Go through what is reached, two lines each: the figures, then the path."""
    if not report.reached:
        return
    names = {d.id: d.name.into(lang) for d in report.departments}
    say = translator(lang)
    headings = [say(title) for title in ("Links", "Likelihood", "Impact")]
    widths = [max(6, _width(heading) + 1) for heading in headings]
    yield (
        "".join(_right(h, w) for h, w in zip(headings, widths, strict=True)) + "  " + say("Element")
    )
    for element in report.reached:
        star = "*" if element.assumed else " "
        figures = (
            str(element.hops),
            f"{element.likelihood:.2f}{star}",
            f"{element.impact:.2f}{star}",
        )
        told = "".join(_right(f, w) for f, w in zip(figures, widths, strict=True))
        owner = names.get(element.department or "", "")
        yield f"{told}  {element.name.into(lang)} [{element.id}]{f' — {owner}' if owner else ''}"
        yield " " * (sum(widths) + 4) + element.sentence.into(lang)
    if any(element.assumed for element in report.reached):
        yield say("* a strength on the path is assumed")


def _shown(entry: Phrase | str, lang: str) -> str:
    return terminal_text(entry if isinstance(entry, str) else entry.into(lang))


def _right(text: str, width: int) -> str:
    return " " * max(0, width - _width(text)) + text


def _width(text: str) -> int:
    """Return how many columns of a terminal a text takes; Chinese characters take two."""
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)
