"""What the page's script works with: cards, elements, links and reports, as plain data."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import zip_longest
from typing import Any

from blueprint.analysis.ripple.results import RippleReport
from blueprint.layout.marks import badge_text
from blueprint.layout.show.elements import Element, ElementLink, Elements
from blueprint.layout.view import Card, Field, View
from blueprint.model.links import Travel
from blueprint.page.facets import Values, facets_of
from blueprint.page.ripple_data import ripple_data
from blueprint.page.texts import script_texts
from blueprint.report import Cell, Overlay, Report, Table

_WAY: Mapping[Travel, int] = {"forward": 1, "backward": -1, "both": 2}
"""With a link's arrow, against it, or both; what does not conduct is 0."""


def page_data(view: View, elements: Elements, reports: Sequence[Report]) -> dict[str, Any]:
    """Return the data block of a page.

    Args:
        view: What the picture shows.
        elements: Everything behind it.
        reports: What the page lists and lights up.
    """
    facets, values = facets_of(view, elements, reports)
    edges: dict[tuple[str, str, str], int] = {
        (view.cards[edge.source].id, view.cards[edge.target].id, edge.kind): n
        for n, edge in enumerate(view.edges)
    }
    return {
        **script_texts(view.lang),
        "home": view.id,
        "lanes": [lane.name for lane in view.lanes],
        "steps": [{"id": step.id, "name": f"{step.number}. {step.name}"} for step in view.steps],
        "phases": [[phase.id, phase.first, phase.count] for phase in view.phases],
        "facets": [[facet.key, list(facet.options)] for facet in facets],
        "cards": [_card(card, has) for card, has in zip(view.cards, values, strict=True)],
        "items": [_item(item) for item in elements.items],
        "links": [_link(link, edges) for link in elements.links],
        "same": dict(elements.same),
        "lit": _lit(reports),
        "reports": [_report(report, elements, view.lang) for report in reports],
    }


def _lit(reports: Sequence[Report]) -> str:
    """Return what is lit before the reader has chosen anything: a ripple that stands alone."""
    alone = len(reports) == 1 and isinstance(reports[0], RippleReport)
    return f"overlay={reports[0].name}" if alone else ""


def _card(card: Card, has: Values) -> dict[str, Any]:
    return {
        "id": card.id,
        "lane": card.lane,
        "step": card.step,
        "has": has,
        "department": card.department,
        "status": card.status,
        "channels": [channel.name for channel in card.channels],
        "signs": [[badge.kind, badge.text] for badge in card.badges]
        + [[remark.kind, remark.sentence] for remark in card.remarks],
    }


def _item(item: Element) -> dict[str, Any]:
    said = {
        "within": item.within,
        "step": item.step,
        "blueprint": item.blueprint,
        "about": item.about,
        "moment": bool(item.moments),
        "legacy": item.legacy,
        "toldOf": list(item.told_of),
    }
    return {
        "id": item.id,
        "kind": item.kind,
        "name": item.name,
        "fields": [_field(field) for field in item.fields],
        **{name: value for name, value in said.items() if value},
    }


def _field(field: Field) -> list[Any]:
    return [field.name, list(field.values), list(field.ids), list(field.urls)]


def _link(link: ElementLink, edges: Mapping[tuple[str, str, str], int]) -> list[Any]:
    return [
        link.source,
        link.target,
        link.kind,
        link.label,
        _WAY.get(link.demand, 0) if link.likely_demand else 0,
        _WAY.get(link.disruption, 0) if link.likely_disruption else 0,
        edges.get((link.source, link.target, link.kind), -1),
        link.likely_demand,
        link.likely_disruption,
    ]


def rows_about(report: Report, elements: Elements) -> list[list[list[str]]]:
    """Return the ids that each row of each table of a report speaks of.

    A row speaks of what its column ``id`` names; where there is none, of every element
    whose id it has in a cell.
    """
    known = {item.id for item in elements.items}
    return [[_about(table, row, known) for row in table.rows] for table in report.tables]


def _about(table: Table, row: tuple[Cell, ...], known: AbstractSet[str]) -> list[str]:
    named = [cell for column, cell in zip(table.columns, row, strict=True) if column.key == "id"]
    parts = (
        part for cell in named or row for part in (cell if isinstance(cell, tuple) else (cell,))
    )
    return list(dict.fromkeys(part for part in parts if isinstance(part, str) and part in known))


def _report(report: Report, elements: Elements, lang: str) -> dict[str, Any]:
    return {
        "name": report.name,
        "title": report.title.into(lang),
        "rows": rows_about(report, elements),
        "overlay": _overlay(report.overlay, lang) if report.overlay else None,
        **({"ripple": ripple_data(report, lang)} if isinstance(report, RippleReport) else {}),
        "findings": [
            {
                "about": list(finding.about),
                "severity": finding.severity,
                "text": finding.message.into(lang),
            }
            for finding in report.findings
        ],
    }


def _overlay(overlay: Overlay, lang: str) -> dict[str, Any]:
    return {
        "title": overlay.title.into(lang),
        "marks": [
            [
                element,
                mark.role,
                badge_text(mark),
                mark.note.into(lang) if mark.note else "",
                mark.hops,
            ]
            for element, mark in overlay.elements.items()
        ],
        "links": [
            [*ends, strength]
            for ends, strength in zip_longest(overlay.links, overlay.strengths, fillvalue=None)
            if ends is not None
        ],
    }
