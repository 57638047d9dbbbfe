"""A ripple as the page's script works with it: waves, paths, and who has what share."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from blueprint.analysis.ripple.results import Hop, Part, Reached, RippleReport
from blueprint.analysis.ripple.words import how_told
from blueprint.layout.marks import strength_text
from blueprint.words import Phrase

_MOST_REASONS: Mapping[Part, int] = {"first": 2, "affected": 1, "tell": 2}
"""How many reasons are told for a department where there is little room."""


def ripple_data(report: RippleReport, lang: str) -> dict[str, Any]:
    """Return a ripple as plain data.

    Args:
        report: What was found.
        lang: Language of its sentences.

    Returns:
        ``starts`` with what happens to each; ``reached`` in the order of the report, each with
        the links of its strongest path as numbers; these ``links`` themselves, as kind and both
        ends in the direction of travel; and ``departments`` with part, count and share.
    """
    links: dict[tuple[str, str, str], int] = {}
    return {
        "starts": [
            [start.id, start.name.into(lang), how_told(start.how, start.name).into(lang)]
            for start in (*report.start, *report.added)
        ],
        "reached": [_reached(element, links, lang) for element in report.reached],
        "links": [list(link) for link in links],
        "departments": [
            {
                "id": department.id,
                "name": department.name.into(lang),
                "part": department.role,
                "count": department.count,
                "share": department.share,
                "why": [
                    reason.into(lang)
                    for reason in department.reasons[: _MOST_REASONS[department.role]]
                ],
            }
            for department in report.departments
        ],
    }


def _reached(element: Reached, links: dict[tuple[str, str, str], int], lang: str) -> dict[str, Any]:
    """Return one element; the links of its path join those that are known."""
    return {
        "id": element.id,
        "name": element.name.into(lang),
        "hops": element.hops,
        "likelihood": round(element.likelihood, 4),
        "figures": _figures(element).into(lang),
        "way": element.direction,
        "department": element.department or "",
        "sentence": element.sentence.into(lang),
        "path": [links.setdefault(_travelled(hop), len(links)) for hop in element.path],
    }


def _travelled(hop: Hop) -> tuple[str, str, str]:
    ends = (hop.source, hop.target) if hop.forward else (hop.target, hop.source)
    return (hop.kind, *ends)


def _figures(element: Reached) -> Phrase:
    """Say how likely a change comes to an element, and what share of the work there it is."""
    likely = Phrase.of("{n}", n=strength_text(element.likelihood))
    if element.low is not None and element.high is not None:
        low, high = strength_text(element.low), strength_text(element.high)
        likely = Phrase.of("{n} ({low}–{high})", n=likely, low=low, high=high)
    return Phrase.of(
        "likelihood {likelihood}, impact {impact}, risk {risk}",
        likelihood=likely,
        impact=strength_text(element.impact),
        risk=strength_text(element.risk),
    )
