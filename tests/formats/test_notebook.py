"""In a notebook, a blueprint shows itself drawn, and a report as text; neither as markup."""

from __future__ import annotations

import xml.etree.ElementTree as ET

import pytest
from IPython.core.formatters import DisplayFormatter

import blueprint
from blueprint.model import Blueprint, Step
from tests.formats.scenes import EXAMPLES

EVIL = "<script>alert(1)</script><img src=x onerror=alert(1)>"


def shown(value: object) -> dict[str, str]:
    """What a notebook is sent for a value at the end of a cell."""
    data, _ = DisplayFormatter().format(value)
    assert isinstance(data, dict)
    return data


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_a_blueprint_is_drawn(lang: str) -> None:
    name = "city_hotel" if lang == "en" else "hospital"
    source = blueprint.load(EXAMPLES / f"{name}.blueprint.yaml")
    data = shown(source)
    assert data["image/svg+xml"] == blueprint.draw(source)
    told = {"en": "(steps: 9, cards: 50)", "zh": "（9 个步骤，47 张卡片）"}
    assert data["text/plain"].endswith(told[lang])


def test_texts_of_a_blueprint_stay_texts() -> None:
    data = shown(Blueprint(blueprint=EVIL, phases={EVIL: [Step(step=EVIL, customer=EVIL)]}))
    drawn = ET.fromstring(data["image/svg+xml"])
    assert {e.tag.partition("}")[2] for e in drawn.iter()}.isdisjoint({"script", "img"})
    assert EVIL in "".join(drawn.itertext())


def test_one_that_cannot_be_drawn_says_why() -> None:
    odd = Blueprint(blueprint="Odd", phases={"P": [Step(step="S", customer="…")]})
    data = shown(odd)
    assert "image/svg+xml" not in data
    assert data["text/plain"].startswith("Odd cannot be drawn: ")


def test_a_report_is_shown_as_markdown() -> None:
    source = Blueprint(blueprint=EVIL, phases={"P": [Step(step="S", customer="Pays")]})
    data = shown(blueprint.check(source))
    assert data["text/markdown"].startswith("# ")
    assert "<script>" not in data["text/markdown"]
    assert data["text/plain"]


def test_a_report_is_shown_with_its_charts_and_its_method() -> None:
    source = blueprint.load(EXAMPLES / "hotel_stay.blueprint.yaml")
    report = blueprint.analyse(source, "emotion")
    made = shown(report)["text/html"]
    assert made.count('class="bp-chart"') == len(report.charts) > 0
    assert str(report.title) in made
    assert "How it was computed" in made


def test_markup_in_a_report_stays_text() -> None:
    source = Blueprint(blueprint=EVIL, phases={EVIL: [Step(step=EVIL, customer=EVIL)]})
    for name in ("criticality", "audit"):
        made = shown(blueprint.analyse(source, name))["text/html"]
        assert "<script" not in made
        assert "<img" not in made


def test_a_ripple_is_shown_too() -> None:
    source = blueprint.load(EXAMPLES / "hotel_stay.blueprint.yaml")
    first = next(iter(source.names.actions))
    data = shown(blueprint.ripple(source, [first], direction="disruption"))
    assert {"text/markdown", "text/plain"} <= set(data)
