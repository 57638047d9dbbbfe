"""A ripple as the comment of a merge request: the answer in sight, the figures folded away.

It is Markdown that GitHub and GitLab show alike. Labels are data: none of them mentions
anybody, links anywhere or ends a table. The first line is a mark by which a script finds the
comment again and replaces it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from blueprint.analysis.difference.tables import HAPPENED
from blueprint.analysis.ripple.words import KIND, SPENT, how_told
from blueprint.render.report.markdown import method_lines, with_hint
from blueprint.render.report.quiet import Quiet, quiet, quiet_id
from blueprint.words import Phrase, translator
from blueprint.words.label import listing

if TYPE_CHECKING:
    from blueprint.analysis.difference import Changed, Difference
    from blueprint.analysis.ripple.results import RippleReport

MARK = "<!-- blueprint ripple -->"
"""The first line of every comment."""

_STAR = "\\*"

MOST_ROWS = 30
"""How many rows a table shows; hosts take comments of some 65,000 characters."""


def comment(report: RippleReport, lang: str = "en", *, difference: Difference | None = None) -> str:
    """Return a ripple as a comment for a merge request.

    Args:
        report: The ripple.
        lang: Language of its sentences.
        difference: What changed, where the ripple was asked of that.
    """
    blocks = (
        [MARK, f"### {quiet(report.title, lang)}"],
        _whom(report, lang),
        _noted(report, lang),
        _at_stake(report, lang),
        _departments(report, lang),
        _asked(report, lang) if difference is None else _changed(difference, lang),
        _renamed(difference, lang),
        _reached(report, lang),
        _spent(report, lang),
        _method(report, lang),
    )
    return "\n\n".join("\n".join(lines) for lines in map(list, blocks) if lines) + "\n"


def _whom(report: RippleReport, lang: str) -> Iterator[str]:
    say = translator(lang)
    if not (report.start or report.added):
        yield quiet(Phrase.of("Nothing that changed reaches anybody."), lang)
        return
    for heading, names in (
        ("First to act", [d.name for d in report.first_to_act]),
        ("Also affected", [d.name for d in report.also_affected]),
        ("Must be told", [d.name for d in report.to_be_told]),
    ):
        told = quiet(listing(names), lang) if names else say("nobody")
        yield f"- **{say(heading)}**: {told}"


def _noted(report: RippleReport, lang: str) -> Iterator[str]:
    if not report.findings:
        return
    say = translator(lang)
    yield f"**{say('To be noted')}**"
    yield ""
    for finding in report.findings:
        yield f"- **{say(finding.severity)}**: {quiet(with_hint(finding), lang)}"


def _at_stake(report: RippleReport, lang: str) -> Iterator[str]:
    names = {d.id: d.name for d in report.departments}
    names |= {told.id: told.name for told in report.to_be_told}
    rows = [
        (
            promise.name,
            names.get(promise.department or "", promise.department or "—"),
            promise.reason,
        )
        for promise in report.promises
    ]
    yield from _table(("Promise at stake", "Made by", "Why"), rows, lang)


def _departments(report: RippleReport, lang: str) -> Iterator[str]:
    parts = {
        "first": Phrase.of("first to act"),
        "affected": Phrase.of("also affected"),
    }
    rows: list[Sequence[Phrase | str]] = [
        (d.name, parts[d.role], str(d.count), _first_of(d.reasons))
        for d in report.departments
        if d.role in parts
    ]
    counts = {d.id: str(d.count) for d in report.departments}
    rows += [
        (
            told.name,
            Phrase.of("to be told"),
            counts.get(told.id, "0"),
            _first_of(told.reasons),
        )
        for told in report.to_be_told
    ]
    yield from _table(("Department", "Part", "Elements", "Why"), rows, lang)


def _first_of(reasons: Sequence[Phrase]) -> Phrase:
    """Return the first reason, and how many more there are: a comment is read in passing."""
    if len(reasons) == 1:
        return reasons[0]
    more = Phrase.of("and {n} more", n=len(reasons) - 1)
    return Phrase.of("{some}; {more}", some=reasons[0], more=more)


def _asked(report: RippleReport, lang: str) -> Iterator[str]:
    starts = (*report.start, *report.added)
    lines = [f"- {quiet(how_told(start.how, start.name), lang)}" for start in starts]
    yield from _folded(Phrase.of("What is asked"), len(lines), lines, lang)


def _changed(difference: Difference, lang: str) -> Iterator[str]:
    rows = [row for changed in difference.elements for row in _change_rows(changed)]
    heads = ("Element", "Id", "Kind", "What happened", "Field", "Before", "Now")
    lines = list(_table(heads, rows, lang))
    yield from _folded(Phrase.of("What changed"), len(difference.elements), lines, lang)


def _change_rows(changed: Changed) -> Iterator[Sequence[Phrase | str]]:
    first: Sequence[Phrase | str] = (
        changed.name,
        quiet_id(changed.id),
        Phrase.of(KIND[changed.kind]),
        Phrase.of(HAPPENED[changed.how]),
    )
    if not changed.fields:
        yield (*first, "", "", "")
    for field in changed.fields:
        yield (*first, field.told, field.before or "", field.after or "")
        first = ("", "", "", "")


def _renamed(difference: Difference | None, lang: str) -> Iterator[str]:
    for old, new in difference.renamed if difference is not None else ():
        said = "The file “{old}” is now called “{new}”; the same elements are compared."
        yield f"- {quiet(Phrase.of(said, old=old, new=new), lang)}"


def _reached(report: RippleReport, lang: str) -> Iterator[str]:
    names = {d.id: d.name for d in report.departments}
    rows = [
        (
            element.name,
            names.get(element.department or "", element.department or ""),
            str(element.hops),
            Quiet(f"{element.likelihood:.2f}{_STAR if element.assumed else ''}"),
            element.sentence,
        )
        for element in report.reached[:MOST_ROWS]
    ]
    heads = ("Element", "Department", "Links", "Likelihood", "Why")
    lines = list(_table(heads, rows, lang, len(report.reached)))
    if any(element.assumed for element in report.reached[:MOST_ROWS]):
        lines += ["", quiet(Phrase.of("* a strength on the path is assumed"), lang)]
    yield from _folded(Phrase.of("What is reached"), len(report.reached), lines, lang)


def _spent(report: RippleReport, lang: str) -> Iterator[str]:
    names = {d.id: d.name for d in report.departments}
    rows = [
        (
            spent.name,
            Phrase.of(SPENT[spent.kind]),
            names.get(spent.department or "", spent.department or ""),
            f"{spent.amount:,.15g} {spent.currency or ''}".strip()
            if spent.amount is not None
            else "",
            spent.effort or "",
            names.get(spent.funded_by or "", spent.funded_by or ""),
        )
        for spent in report.investments
    ]
    heads = ("Element", "Kind", "Department", "Amount", "Effort", "Paid by")
    lines = list(_table(heads, rows, lang))
    yield from _folded(Phrase.of("What has to be bought or renewed"), len(rows), lines, lang)


def _method(report: RippleReport, lang: str) -> Iterator[str]:
    lines = [f"- {quiet(line, lang)}" for line in method_lines(report)]
    yield from _folded(Phrase.of("How it was computed"), None, lines, lang)


def _folded(title: Phrase, count: int | None, lines: Sequence[str], lang: str) -> Iterator[str]:
    if not lines:
        return
    told = title.into(lang) if count is None else f"{title.into(lang)} ({count})"
    yield f"<details><summary>{told}</summary>"
    yield ""
    yield from lines
    yield ""
    yield "</details>"


def _table(
    heads: Sequence[str],
    rows: Iterable[Sequence[Phrase | str]],
    lang: str,
    count: int | None = None,
) -> Iterator[str]:
    """Go through the lines of a table; of ``count`` rows only those to be shown may be given."""
    every = list(rows)
    if not every:
        return
    say = translator(lang)
    yield f"| {' | '.join(say(head) for head in heads)} |"
    yield f"|{'---|' * len(heads)}"
    for row in every[:MOST_ROWS]:
        yield f"| {' | '.join(quiet(cell, lang) for cell in row)} |"
    more = (len(every) if count is None else count) - MOST_ROWS
    if more > 0:
        yield ""
        said = "and {n} more rows; the reports as text, CSV and JSON have all"
        yield quiet(Phrase.of(said, n=more), lang)
