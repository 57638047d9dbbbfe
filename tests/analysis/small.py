"""Small services the analyses are asked about, whose answers can be worked out by hand."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from blueprint.model import Blueprint
from blueprint.report import Report, Table


def parcels(**more: Any) -> Blueprint:
    """One parcel: three backstage actions under one desk, all on the warehouse system."""
    return Blueprint.model_validate(
        {
            "blueprint": "Parcels",
            "links": "explicit",
            "departments": {
                "shop": "Shop",
                "store": "Warehouse",
                "it": "IT",
                "marketing": "Marketing",
            },
            "systems": {
                "wms": {"name": "Warehouse system", "department": "it"},
                "carrier": {"name": "Carrier's portal", "department": "it"},
            },
            "personas": {
                "private": {"name": "Private", "share": "60%"},
                "trade": {"name": "Trade"},
            },
            "promises": {
                "fast": {
                    "text": "With you tomorrow",
                    "made_by": "marketing",
                    "kept_by": ["packs"],
                }
            },
            "phases": {
                "Order": [
                    {
                        "step": "Browse",
                        "customer": {"id": "browses", "name": "Browses", "needs": []},
                        "evidence": "Catalogue",
                    },
                    {
                        "step": "Receive",
                        "moment_of_truth": {"owner": "shop"},
                        "customer": {
                            "id": "receives",
                            "name": "Receives the parcel",
                            "needs": ["hands-over"],
                        },
                        "frontstage": {
                            "id": "hands-over",
                            "name": "Hands it over",
                            "department": "shop",
                            "needs": ["picks", "packs", "sends"],
                        },
                        "backstage": [
                            _work("picks", "wms"),
                            _work("packs", "wms"),
                            _work("sends", "wms", "carrier"),
                        ],
                    },
                ]
            },
            **more,
        }
    )


def _work(name: str, *systems: str) -> dict[str, Any]:
    return {
        "id": name,
        "name": name.title(),
        "department": "store",
        "systems": list(systems),
        "needs": [],
    }


def nothing() -> Blueprint:
    """A blueprint with no step in it."""
    return Blueprint.model_validate({"blueprint": "Nothing", "phases": {}})


def plain() -> Blueprint:
    """A blueprint that names no department, no system and no moment of truth."""
    return Blueprint.model_validate(
        {"blueprint": "Plain", "phases": {"One": [{"customer": "Asks", "frontstage": "Answers"}]}}
    )


def in_a_circle(length: int = 3) -> Blueprint:
    """Actions that set off each other in a circle."""
    names = [f"a{n}" for n in range(length)]
    acts = [
        {"id": name, "name": name, "triggers": [names[(n + 1) % length]], "needs": []}
        for n, name in enumerate(names)
    ]
    return Blueprint.model_validate(
        {
            "blueprint": "Circle",
            "links": "explicit",
            "phases": {"One": [{"customer": "Starts", "backstage": acts}]},
        }
    )


def in_a_row(length: int) -> Blueprint:
    """Actions each of which rests on the next, under one moment of truth."""
    acts = [
        {"id": f"a{n}", "name": f"a{n}", "needs": [f"a{n + 1}"] if n + 1 < length else []}
        for n in range(length)
    ]
    return Blueprint.model_validate(
        {
            "blueprint": "Row",
            "links": "explicit",
            "phases": {
                "One": [
                    {
                        "step": "Start",
                        "moment_of_truth": True,
                        "customer": {"id": "asks", "name": "Asks", "needs": ["a0"]},
                        "support": acts,
                    }
                ]
            },
        }
    )


def rows(report: Report, name: str) -> list[dict[str, Any]]:
    """The rows of one table, each by the keys of its columns, phrases as English text."""
    return [row for table in report.tables if table.name == name for row in _rows(table)]


def _rows(table: Table) -> Iterable[dict[str, Any]]:
    for row in table.rows:
        cells = [str(cell) if hasattr(cell, "into") else cell for cell in row]
        yield dict(zip([column.key for column in table.columns], cells, strict=True))


def sentences(report: Report) -> str:
    """What a report says first, in English."""
    return " ".join(map(str, report.summary))


def codes(report: Report) -> list[str]:
    """The codes of what a report finds."""
    return [finding.code for finding in report.findings]
