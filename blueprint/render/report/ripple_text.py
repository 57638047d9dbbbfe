"""A ripple as plain text for a terminal or an e-mail: the answer first, the figures after."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from blueprint.analysis.amounts import share_told
from blueprint.analysis.later import Later
from blueprint.analysis.ripple.lists import Work
from blueprint.analysis.ripple.results import DepartmentShare, RippleReport
from blueprint.analysis.ripple.words import COMING, MOST_REASONS, how_told, some_of
from blueprint.render.report.columns import columns
from blueprint.render.report.markdown import method_lines
from blueprint.render.report.ripple_changes import changes_told, conflicts_told
from blueprint.render.report.ripple_costs import costs
from blueprint.render.report.ripple_lists import lists
from blueprint.render.report.ripple_reached import figure, heading_of_reached, reached
from blueprint.safety.text import terminal_text
from blueprint.words import Phrase
from blueprint.words.label import listing

Block = tuple[Phrase, Iterable[Phrase | str]]
"""A heading, and the lines under it."""


def ripple_text(report: RippleReport, lang: str = "en") -> str:
    """Return a ripple as text: who acts first and why, what to buy, who is told, then the rest.

    Args:
        report: The ripple.
        lang: Language of its sentences.
    """
    title = _shown(report.title, lang)
    lines = [title, "=" * columns(title)]
    for heading, content in _blocks(report, lang):
        entries = [_shown(entry, lang) for entry in content]
        if entries:
            lines += ["", _shown(heading, lang), *(f"  {entry}" for entry in entries)]
    return "\n".join(lines) + "\n"


def _blocks(report: RippleReport, lang: str) -> Iterator[Block]:
    yield Phrase.of("Conflicts"), conflicts_told(report)
    yield Phrase.of("What changed"), changes_told(report)
    yield Phrase.of("What is asked"), _asked(report)
    yield Phrase.of("First to act"), _first(report)
    yield Phrase.of("What has to be bought, renewed or paid"), costs(report)
    yield Phrase.of("Must be told"), _told(report)
    yield Phrase.of("Also affected"), _affected(report)
    yield from lists(report)
    yield heading_of_reached(report), reached(report, lang)
    yield Phrase.of("To be noted"), _noted(report)
    yield Phrase.of("How it was computed"), method_lines(report)


def _asked(report: RippleReport) -> Iterator[Phrase]:
    for start in (*report.start, *report.added):
        yield how_told(start.how, start.name)


def _first(report: RippleReport) -> Iterator[Phrase]:
    """Go through those who act first, in the order in which they can start."""
    departments = report.first_to_act
    several = len({department.turn for department in departments}) > 1
    for department in sorted(departments, key=lambda d: d.turn or 0):
        if not several:
            yield department.name
        elif not department.waits_for:
            yield Phrase.of("{name}, which can start at once", name=department.name)
        else:
            yield Phrase.of(
                "{name}, after {others}: {why}",
                name=department.name,
                others=listing([waits.name for waits in department.waits_for]),
                why=department.waits_for[0].reason,
            )
        yield from _why_and_what(department, asked=report.only_asked)


def _affected(report: RippleReport) -> Iterator[Phrase]:
    for department in report.also_affected:
        if department.likelihood is None:
            yield department.name
        else:
            likelihood = figure(department.likelihood)
            said = "{name} (likelihood up to {likelihood})"
            yield Phrase.of(said, name=department.name, likelihood=likelihood)
        yield from _why_and_what(department, asked=report.only_asked)


def _why_and_what(department: DepartmentShare, *, asked: bool) -> Iterator[Phrase]:
    yield from _reasons(department.reasons)
    work = department.work
    first = bisect_left(work, 1, key=lambda one: int(one.owned))
    does = Later(first, lambda place: _work(work[place], asked=asked))
    owns = Later(len(work) - first, lambda place: _work(work[first + place], asked=asked))
    if does:
        m = round(department.count / department.share)
        said = "    does {n} of {m} actions ({share}): {work}"
        if m == 1:
            said = "    does the only action: {work}"
        share = share_told(department.share)
        yield Phrase.of(said, n=department.count, m=m, share=share, work=some_of(does))
    if owns:
        yield Phrase.of("    answers for: {elements}", elements=some_of(owns))


def _work(work: Work, *, asked: bool) -> Phrase:
    name = Phrase.of("“{name}”", name=work.name)
    if asked or work.coming == "reached":
        return name
    return Phrase.of("{name} ({what})", name=name, what=Phrase.of(COMING[work.coming]))


def _told(report: RippleReport) -> Iterator[Phrase]:
    for told in report.to_be_told:
        yield told.name
        yield from _reasons(told.reasons)


def _reasons(reasons: Sequence[Phrase]) -> Iterator[Phrase]:
    for reason in reasons[:MOST_REASONS]:
        yield Phrase.of("  - {reason}", reason=reason)
    more = len(reasons) - MOST_REASONS
    if more > 0:
        yield Phrase.of("  - {reason}", reason=Phrase.of("and {n} more", n=more))


def _noted(report: RippleReport) -> Iterator[Phrase]:
    """Go through what is to be noted and was not said above, with what to do about it."""
    said = {r for department in report.departments for r in department.reasons[:MOST_REASONS]}
    said |= {*conflicts_told(report)}
    for finding in report.findings:
        if finding.message not in said:
            yield finding.message
            if finding.hint is not None:
                yield Phrase.of("  - {reason}", reason=finding.hint)


def _shown(entry: Phrase | str, lang: str) -> str:
    return terminal_text(entry if isinstance(entry, str) else entry.into(lang))
