"""PNG and PDF of any blueprint: whatever its texts, a file and at most a warning."""

from __future__ import annotations

import warnings

import pytest
from hypothesis import given, settings

import blueprint
from blueprint.errors import BlueprintWarning
from blueprint.model import Blueprint
from tests.strategies import blueprints
from tests.test_drawing import HOSTILE, everywhere, is_text
from tests.thirdparty.suites import load as naughty


def drawn(made: Blueprint, lang: str = "en") -> None:
    """Draw it small, in both, and look at how the files begin."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", BlueprintWarning)
        png = blueprint.draw(made, "png", lang=lang, scale=0.2)
        pdf = blueprint.draw(made, "pdf", lang=lang)
    assert isinstance(png, bytes)
    assert png.startswith(b"\x89PNG\r\n")
    assert isinstance(pdf, bytes)
    assert pdf.startswith(b"%PDF-1.7")


@settings(max_examples=4)
@given(blueprints())
def test_any_blueprint_is_drawn(plain: object) -> None:
    for lang in ("en", "zh"):
        drawn(Blueprint.model_validate(plain), lang)


@pytest.mark.parametrize("payload", HOSTILE)
def test_hostile_texts_are_drawn(payload: str) -> None:
    drawn(everywhere(payload))


def test_naughty_strings_are_drawn() -> None:
    names = [text for text in naughty("blns") if is_text(text)]
    assert len(names) > 450
    steps = [{"id": f"s{n}", "step": name} for n, name in enumerate(names)]
    drawn(Blueprint.model_validate({"blueprint": "B", "phases": {"P": steps}}))
