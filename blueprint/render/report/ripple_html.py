"""A ripple as a page of its own: who acts first and why, where it arrives, the drawings lit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from blueprint.analysis.amounts import share_told
from blueprint.analysis.ripple.words import MOST_REASONS, PART, how_told
from blueprint.render.report.html import rendered
from blueprint.render.report.ripple_costs import investments_told
from blueprint.render.report.ripple_lists import lists
from blueprint.render.report.shown import shown
from blueprint.report import Table, plain
from blueprint.words import Phrase
from blueprint.words.label import listing

if TYPE_CHECKING:
    from blueprint.analysis.ripple.results import DepartmentShare, RippleReport


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A blueprint that a ripple comes to.

    Attributes:
        anchor: Its id on the page.
        name: Its name.
        count: How many of its elements are changed or reached.
        likelihood: How likely it is reached at most, as a short text.
        drawing: Its drawing as SVG, lit; ``""`` where it is not drawn.
        href: Where its own page is, if anywhere.
    """

    anchor: str
    name: str
    count: int
    likelihood: str
    drawing: str = ""
    href: str = ""


def ripple_html(report: RippleReport, lang: str, places: Sequence[Place] = ()) -> str:
    """Return a ripple as one self-contained page.

    Args:
        report: The ripple.
        lang: Language of its sentences.
        places: The blueprints it comes to, in the order in which they are shown; their
            drawings are written as they are.
    """
    starts = (*report.start, *report.added)
    left = sum(1 for place in places if not place.drawing)
    missing = Phrase.of("Not drawn, because it reaches others more: {n}.", n=left)
    return rendered(
        "ripple.html.j2",
        lang=lang,
        title=report.title.into(lang),
        report=plain(replace(report, reached=(), tables=(), overlay=None), lang),
        departments=[_share(department, lang) for department in report.departments],
        tables=[plain(shown(_whole(table)), lang) for table in report.tables],
        asked=[how_told(start.how, start.name).into(lang) for start in starts],
        first=_first(report, lang),
        investments=[line.into(lang) for line in investments_told(report)],
        lists=_lists(report, lang),
        places=places,
        parts=PART,
        most=MOST_REASONS,
        not_drawn=missing.into(lang) if left and left < len(places) else "",
    )


def _first(report: RippleReport, lang: str) -> list[dict[str, object]]:
    """Return who acts first, in the order in which they can start, and when that is."""
    order = sorted(report.first_to_act, key=lambda department: department.turn or 0)
    several = len({department.turn for department in order}) > 1
    return [
        {**_share(department, lang), "when": _when(department).into(lang) if several else ""}
        for department in order
    ]


def _share(department: DepartmentShare, lang: str) -> dict[str, object]:
    """Return a department with its part of all actions in words."""
    told, does = share_told(department.share), ""
    if department.count:
        m = round(department.count / department.share)
        said = "the only action" if m == 1 else "{n} of {m} actions ({share})"
        does = Phrase.of(said, n=department.count, m=m, share=told).into(lang)
    return {**plain(department, lang), "does": does, "told": told.into(lang)}


def _whole(table: Table) -> Table:
    """Return a table whose rows are made once, not each time somebody looks."""
    return replace(table, rows=tuple(table.rows))


def _when(department: DepartmentShare) -> Phrase:
    if not department.waits_for:
        return Phrase.of("can start at once")
    return Phrase.of(
        "after {others}: {why}",
        others=listing([waits.name for waits in department.waits_for]),
        why=department.waits_for[0].reason,
    )


def _lists(report: RippleReport, lang: str) -> list[tuple[str, list[str]]]:
    """Return what the ripple passes and whom it falls to, without what has nothing in it."""
    told = [
        (heading.into(lang), [line.into(lang) for line in lines])
        for heading, lines in lists(report)
    ]
    return [(heading, lines) for heading, lines in told if lines]
