"""Small blueprints the ripple tests ask, and short ways to ask them."""

from __future__ import annotations

from typing import Any

from blueprint.analysis.ripple.results import RippleReport
from blueprint.model import Blueprint, Change


def bistro(**more: Any) -> Blueprint:
    """A meal in a bistro: one step of every kind of link worth asking about."""
    return Blueprint.model_validate(
        {
            "blueprint": "Bistro",
            "departments": {
                "service": "Service",
                "kitchen": "Kitchen",
                "it": "IT",
                "marketing": {"name": "Marketing", "told_of": ["product", "service", "channel"]},
                "finance": {"name": "Finance", "told_of": ["cost"]},
            },
            "systems": {
                "till": {"name": "Till", "department": "it", "integrates": ["stock"]},
                "stock": {"name": "Stock system", "department": "it", "legacy": True},
                "printer": {"name": "Kitchen printer", "department": "it", "status": "proposed"},
            },
            "channels": {"table": "At the table"},
            "products": {"lunch": "Set lunch"},
            "personas": {"regular": "Regular"},
            "knowledge": {"allergens": {"name": "Allergens", "department": "kitchen"}},
            "promises": {
                "quick-lunch": {
                    "text": "Lunch in half an hour",
                    "about": "lunch",
                    "made_by": "marketing",
                    "kept_by": ["serves"],
                }
            },
            "levers": {
                "tablets": {"name": "Order by tablet", "effect": "accelerator", "steps": ["order"]}
            },
            "phases": {
                "Meal": [
                    {
                        "step": "Order",
                        "customer": "Orders",
                        "channels": ["table"],
                        "evidence": "Menu",
                        "moment_of_truth": {"owner": "service"},
                        "frontstage": {
                            "id": "takes-the-order",
                            "name": "Takes the order",
                            "department": "service",
                            "systems": ["till"],
                            "knowledge": ["allergens"],
                            "triggers": ["cooks"],
                        },
                    },
                    {
                        "step": "Eat",
                        "customer": "Eats",
                        "frontstage": {
                            "id": "serves",
                            "name": "Serves",
                            "department": "service",
                            "fails": [{"name": "Wrong dish", "recovery": "cooks"}],
                        },
                        "backstage": {"id": "cooks", "name": "Cooks", "department": "kitchen"},
                        "support": {"id": "buys", "name": "Buys food", "system": "stock"},
                    },
                ]
            },
            **more,
        }
    )


def change(**said: Any) -> Change:
    """A change, with a name."""
    return Change.model_validate({"change": "Something changes", **said})


def ids(entries: tuple[Any, ...]) -> list[str]:
    """The ids of what a report names, in its order."""
    return [entry.id for entry in entries]


def hops(report: RippleReport) -> dict[str, int]:
    """Everything a report says is reached, with the length of its strongest path."""
    return {element.id: element.hops for element in report.reached}
