"""Scenes to write in tests."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import blueprint
from blueprint.layout import layout
from blueprint.layout.scene import Scene
from blueprint.layout.show import view_of
from blueprint.model import Blueprint, Step

EXAMPLES = Path(__file__).parents[2] / "examples"


@cache
def example(name: str, lang: str | None = None) -> Scene:
    """Return one of the examples, placed."""
    source = blueprint.load(EXAMPLES / f"{name}.blueprint.yaml")
    return layout(view_of(source, lang=lang or source.languages[0]))


def of_one_card(name: str, lang: str = "en") -> Scene:
    """Return the scene of a blueprint with one card, called ``it``, that says this."""
    step = Step.model_validate({"step": "S", "customer": {"id": "it", "name": name}})
    source = Blueprint(blueprint="One", phases={"P": [step]})
    return layout(view_of(source, lang=lang))
