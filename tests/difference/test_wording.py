"""What changed is told in words: fields by their names, values by what they mean."""

from __future__ import annotations

import pytest

from blueprint.analysis.comparison import compare
from blueprint.analysis.difference import between
from blueprint.analysis.difference.wording import field_told
from blueprint.graph import graph_of
from blueprint.model import Blueprint, Step
from blueprint.model.field_words import FIELD_WORDS, NEVER

TILL = Blueprint(
    blueprint="Till",
    languages=["en", "zh"],
    departments={"hall": {"en": "Hall", "zh": "前厅"}, "it": "IT"},
    systems={"till": "Till", "kiosk": {"en": "Kiosk", "zh": "点餐机"}},
    personas={"ann": "Ann"},
    phases={
        "Visit": [
            Step(step="Look"),
            Step(
                step="Order",
                customer={"name": "Pays", "id": "pays"},
                frontstage={
                    "id": "serves",
                    "name": "Serves",
                    "department": "hall",
                    "systems": ["till"],
                    "duration": "150 s",
                    "complete_accurate": 0.5,
                },
                backstage={"name": "Cooks", "id": "cooks"},
                experience=[
                    {"persona": "ann", "ease": 3, "values": ["saves-time"]},
                    {"ease": 3, "needs": ["simple"]},
                ],
            ),
        ]
    },
)


def told(old: Blueprint, new: Blueprint, lang: str = "en") -> list[tuple[str, str, str]]:
    """Every change as field, before and after, as people read it."""
    return [
        tuple("" if part is None else part.into(lang) for part in (f.told, f.before, f.after))
        for changed in between(graph_of(old), graph_of(new)).elements
        for f in changed.fields
    ]


@pytest.mark.parametrize(
    ("change", "en", "zh"),
    [
        ({"department": "it"}, ("Department", "Hall", "IT"), ("部门", "前厅", "IT")),
        ({"systems": ["kiosk"]}, ("Systems", "Till", "Kiosk"), ("系统", "Till", "点餐机")),
        ({"duration": "15 s"}, ("Duration", "150 s", "15 s"), ("时长", "150 秒", "15 秒")),
        ({"actor": "technology"}, ("Done by", "person", "technology"), ("执行者", "人员", "技术")),
        (
            {"complete_accurate": 0.525},
            ("Complete and accurate", "50 %", "52.5 %"),
            ("完整且准确", "50%", "52.5%"),
        ),
    ],
)
def test_a_change_is_told_by_names_and_words_and_not_by_ids_and_codes(change, en, zh):
    new = TILL.replace("serves", **change)
    assert told(TILL, new)[0] == en
    assert told(TILL, new, "zh")[0] == zh


def test_the_parts_of_a_field_are_told_and_the_second_of_a_kind_by_its_number():
    new = TILL.replace(
        "order",
        experience=[
            {"persona": "ann", "ease": 3, "values": ["saves-time", "cheap"]},
            {"ease": 4, "needs": ["simple"]},
        ],
    )
    assert told(TILL, new) == [
        ("Experience · Values", "saves time", "cheap, saves time"),
        ("Experience 2 · Ease", "3", "4"),
    ]
    assert told(TILL, new, "zh")[1][0] == "体验2 · 轻松程度"


def test_what_is_named_and_gone_is_told_by_the_name_it_had():
    new = TILL.replace("serves", systems=["kiosk"]).remove("till")
    assert ("Systems", "Till", "Kiosk") in told(TILL, new)


def test_where_a_link_leads_is_told_by_name_with_how_strong_it_is():
    linked = TILL.replace("serves", needs=[{"to": "cooks", "likelihood": 0.5}])
    stronger = TILL.replace("serves", needs=[{"to": "cooks", "likelihood": 0.75}])
    assert told(TILL, linked)[0] == ("Needs", "", "Cooks")
    assert ("Needs “Cooks” · Likelihood", "0.5", "0.75") in told(linked, stronger)


def test_a_comparison_does_not_tell_an_id_apart_from_the_name():
    renamed = TILL.replace("serves", id="waits-on", name="Serve")
    [table] = [table for table in compare(TILL, renamed).tables if table.name == "changes"]
    keys = [column.key for column in table.columns]
    assert [row[keys.index("field")] for row in table.rows] == ["name"]
    assert [row[keys.index("former")] for row in table.rows] == ["serves"]


@pytest.mark.parametrize("name", sorted({*FIELD_WORDS} - NEVER))
def test_every_field_of_the_model_has_a_name_people_read(name):
    assert str(field_told("", name.rstrip("_"))) == FIELD_WORDS[name].title
