"""What the page's script works with: cards, elements, links and reports, as plain data."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from blueprint.layout.show_elements import Element, ElementLink, Elements
from blueprint.layout.view import Card, Field, View
from blueprint.model.links import Travel
from blueprint.page.texts import script_texts
from blueprint.report import Overlay, Report

_WAY: Mapping[Travel, int] = {"forward": 1, "backward": -1, "both": 2}
"""With a link's arrow, against it, or both; what does not conduct is 0."""


def page_data(view: View, elements: Elements, reports: Sequence[Report]) -> dict[str, Any]:
    """Return the data block of a page.

    Args:
        view: What the picture shows.
        elements: Everything behind it.
        reports: What the page lists and lights up.
    """
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
        "cards": [_card(card) for card in view.cards],
        "items": [_item(item) for item in elements.items],
        "links": [_link(link, edges) for link in elements.links],
        "same": dict(elements.same),
        "reports": [_report(report, view.lang) for report in reports],
    }


def _card(card: Card) -> dict[str, Any]:
    return {
        "id": card.id,
        "lane": card.lane,
        "step": card.step,
        "department": card.department_id,
        "signs": [[badge.kind, badge.text] for badge in card.badges]
        + [[remark.kind, remark.text] for remark in card.remarks],
        "words": [card.department, *(channel.name for channel in card.channels)],
    }


def _item(item: Element) -> dict[str, Any]:
    return {
        "id": item.id,
        "kind": item.kind,
        "name": item.name,
        "within": item.within,
        "fields": [_field(field) for field in item.fields],
    }


def _field(field: Field) -> list[Any]:
    return [field.name, list(field.values), list(field.ids), list(field.urls)]


def _link(link: ElementLink, edges: Mapping[tuple[str, str, str], int]) -> list[Any]:
    return [
        link.source,
        link.target,
        link.kind,
        link.label,
        _WAY.get(link.demand, 0),
        _WAY.get(link.disruption, 0),
        edges.get((link.source, link.target, link.kind), -1),
    ]


def _report(report: Report, lang: str) -> dict[str, Any]:
    return {
        "overlay": _overlay(report.overlay, lang) if report.overlay else None,
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
            [element, mark.role, mark.badge, mark.note.into(lang) if mark.note else ""]
            for element, mark in overlay.elements.items()
        ],
        "links": [list(link) for link in overlay.links],
    }
