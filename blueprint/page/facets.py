"""What cards can be filtered by: lane, department, system and so on, with each card's values."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from blueprint.layout.show.elements import Element, Elements, MomentKind
from blueprint.layout.view import Card, View
from blueprint.report import Report
from blueprint.words import translator

FacetKey = Literal[
    "lane", "department", "system", "channel", "persona", "moment", "trouble", "status", "findings"
]
"""The kinds of filter, in the order they are offered; each is a key of the page's address."""

DECLARED = "declared"
"""A moment of truth that says no kind."""

SAID: Mapping[FacetKey, Mapping[str, str]] = {
    "moment": {DECLARED: "declared"},
    "trouble": {"fail-point": "Fail point", "pain": "Pain", "wait": "Wait", "late": "Late"},
    "status": {"current": "current", "proposed": "proposed", "removed": "removed"},
    "findings": {"error": "Error", "warning": "Warning", "info": "Info"},
}
"""The program's own words for values, in the order they are offered."""

Values = Mapping[FacetKey, tuple[str, ...]]
"""What one card has of each kind."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Facet:
    """A kind of filter and what can be chosen of it.

    Attributes:
        key: Its key.
        options: Value and name of each choice, in the order of lanes, or of first use.
    """

    key: FacetKey
    options: tuple[tuple[str, str], ...]


def facets_of(
    view: View, elements: Elements, reports: Sequence[Report]
) -> tuple[tuple[Facet, ...], tuple[Values, ...]]:
    """Return the filters of a page, and per card of the view what it has of each.

    A filter that would tell no card from another is left out.
    """
    values = [
        {key: tuple(dict.fromkeys(found)) for key, found in one.items()}
        for one in _Values(view, elements, reports).each()
    ]
    names = _Names(view, elements)
    facets = [_facet(key, view, values, names) for key in get_args(FacetKey)]
    kept = tuple(facet for facet in facets if _tells(facet, values))
    keys = {facet.key for facet in kept}
    return kept, tuple({k: v for k, v in one.items() if k in keys and v} for one in values)


def _facet(key: FacetKey, view: View, values: Sequence[Values], names: _Names) -> Facet:
    used = list(dict.fromkeys(value for one in values for value in one[key]))
    fixed = [lane.id for lane in view.lanes] if key == "lane" else list(names.said.get(key, ()))
    order = [value for value in fixed if value in used]
    order += [value for value in used if value not in fixed]
    return Facet(key=key, options=tuple((value, names.of(key, value)) for value in order))


def _tells(facet: Facet, values: Sequence[Values]) -> bool:
    return bool(facet.options) and len({one[facet.key] for one in values}) > 1


class _Values:
    """Looks up what each card of a view has of every kind of filter."""

    def __init__(self, view: View, elements: Elements, reports: Sequence[Report]) -> None:
        self.view = view
        self.items = {item.id: item for item in elements.items}
        self.same = elements.same
        self.systems: dict[str, list[str]] = {}
        for link in elements.links:
            if link.kind == "uses":
                self.systems.setdefault(link.source, []).append(link.target)
        self.findings: dict[str, list[str]] = {}
        for report in reports:
            for finding in report.findings:
                for about in finding.about:
                    self.findings.setdefault(about, []).append(finding.severity)

    def each(self) -> list[dict[FacetKey, list[str]]]:
        return [self._of(card) for card in self.view.cards]

    def _of(self, card: Card) -> dict[FacetKey, list[str]]:
        step = self.view.steps[card.step]
        named = self._personas(self.items[card.id])
        signs: list[str] = [badge.kind for badge in card.badges]
        signs += [remark.kind for remark in card.remarks]
        traced = self.same.get(card.id, card.id)
        return {
            "lane": [self.view.lanes[card.lane].id],
            "department": [card.department_id] if card.department_id else [],
            "system": self.systems.get(traced, []),
            "channel": [channel.id for channel in card.channels],
            "persona": [*(lived.persona for lived in step.lived if lived.persona), *named],
            "moment": [kind.key or DECLARED for kind in self._moments(card)],
            "trouble": [kind for kind in signs if kind in SAID["trouble"]],
            "status": [card.status],
            "findings": self.findings.get(card.id, []),
        }

    def _personas(self, item: Element) -> list[str]:
        named = [id_ for field in item.fields for id_ in field.ids if id_]
        return [id_ for id_ in named if id_ in self.items and self.items[id_].kind == "persona"]

    def _moments(self, card: Card) -> tuple[MomentKind, ...]:
        """Return its kinds of moment of truth; a step's stands on its lead action."""
        own = self.items[card.id].moments
        stars = sum(badge.kind == "moment-of-truth" for badge in card.badges)
        step = self.items[self.view.steps[card.step].id].moments
        return own if stars <= len(own) else (*step, *own)


class _Names:
    """What each value of a filter is called."""

    def __init__(self, view: View, elements: Elements) -> None:
        word = translator(view.lang)
        self.said: Mapping[FacetKey, Mapping[str, str]] = {
            key: {value: word(text) for value, text in texts.items()} for key, texts in SAID.items()
        }
        self.lanes = {lane.id: lane.name for lane in view.lanes}
        self.items = {item.id: item.name for item in elements.items}
        self.items |= {channel.id: channel.name for card in view.cards for channel in card.channels}
        self.moments = {kind.key: kind.name for item in elements.items for kind in item.moments}

    def of(self, key: FacetKey, value: str) -> str:
        match key:
            case "lane":
                return self.lanes[value]
            case "moment":
                return self.said[key].get(value) or self.moments.get(value, value)
            case "trouble" | "status" | "findings":
                return self.said[key].get(value, value)
            case _:
                return self.items.get(value, value)
