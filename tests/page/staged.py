"""More pages for the stage: a large one, one with its steps going down, and the examples."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import Any

import blueprint
from blueprint.drawing import draw
from blueprint.layout import layout
from blueprint.layout.show import view_of
from blueprint.layout.show.elements import elements_of
from blueprint.model import Blueprint
from blueprint.page import Edition, page
from tests.page.made import ROOT, everything


@cache
def down_page() -> str:
    """Return the page in which everything is said, its steps going down."""
    view = replace(view_of(everything()), orientation="down")
    edition = Edition(view=view, scene=layout(view), elements=elements_of(everything()))
    return page([edition])


@cache
def example_page(name: str) -> str:
    """Return the page of an example."""
    made = draw(blueprint.load(ROOT / "examples" / f"{name}.blueprint.yaml"), "html")
    assert isinstance(made, str)
    return made


@cache
def large_page() -> str:
    """Return the page of a made-up service of more than 300 cards."""
    steps: list[dict[str, Any]] = [
        {
            "step": f"Moment {n}",
            "evidence": f"Sign {n}",
            "customer": f"Does {n}",
            "frontstage": f"Serves {n}",
            "backstage": f"Prepares {n}",
        }
        for n in range(80)
    ]
    made = draw(Blueprint.model_validate({"blueprint": "Large", "phases": {"All": steps}}), "html")
    assert isinstance(made, str)
    return made
