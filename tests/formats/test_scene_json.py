"""The open scene: everything that is drawn, held by a schema made from the same classes."""

from __future__ import annotations

import json
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from jsonschema import Draft202012Validator

from blueprint.layout import layout
from blueprint.layout.scene import Scene
from blueprint.layout.view import View
from blueprint.render import scene_schema as making
from blueprint.render.scene_json import SCHEMA_FILE, scene_json
from blueprint.render.scene_schema import scene_schema
from tests.docs.made import script
from tests.drawing.strategies import views
from tests.formats.scenes import EXAMPLES, example

SCHEMA = scene_schema()
NAMES = sorted(path.name.partition(".")[0] for path in EXAMPLES.glob("*.blueprint.yaml"))


def strict(schema: Any) -> Any:
    """The schema, allowing no field that it does not tell of."""
    match schema:
        case dict():
            closed = {key: strict(value) for key, value in schema.items()}
            if "properties" in closed:
                closed["additionalProperties"] = False
            return closed
        case list():
            return [strict(entry) for entry in schema]
        case _:
            return schema


CLOSED = Draft202012Validator(strict(SCHEMA))


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("name", NAMES)
def test_every_example_fits_the_schema(name: str) -> None:
    CLOSED.validate(json.loads(scene_json(example(name))))


@settings(max_examples=15)
@given(views())
def test_any_scene_fits_the_schema_and_is_the_scene(view: View) -> None:
    scene = layout(view)
    data = json.loads(scene_json(scene))
    CLOSED.validate(data)
    assert [card["id"] for card in data["cards"]] == [card.id for card in scene.cards]
    assert [edge["points"] for edge in data["edges"]] == [
        [list(point) for point in edge.points] for edge in scene.edges
    ]
    assert {field.name for field in fields(Scene)} == set(data) - {"$schema", "version", "unit"}


def test_a_scene_with_a_field_gone_does_not_fit() -> None:
    data = json.loads(scene_json(example("hotel_stay")))
    del data["cards"][0]["box"]["width"]
    assert not Draft202012Validator(SCHEMA).is_valid(data)


def test_it_names_schema_version_and_unit_and_keeps_every_script_as_it_is() -> None:
    text = scene_json(example("hospital"))
    data = json.loads(text)
    assert (data["$schema"], data["version"], data["unit"]) == ("scene.schema.json", 1, "px")
    assert "在微信小程序选择科" in text
    assert text == scene_json(example("hospital"))


def test_every_field_that_a_class_explains_is_explained_in_the_schema() -> None:
    card = SCHEMA["$defs"]["SceneCard"]["properties"]
    assert card["lane_kind"]["description"] == "Which of the five lanes that is."
    assert SCHEMA["$defs"]["Rect"]["description"] == "A rectangle by its top left corner and size."
    assert all("description" in definition for definition in SCHEMA["$defs"].values())


def test_lengths_of_pairs_are_held() -> None:
    point = SCHEMA["$defs"]["SceneEdge"]["properties"]["points"]["items"]
    assert Draft202012Validator(point).is_valid([1, 2.5])
    for wrong in ([1], [1, 2, 3], ["1", 2]):
        assert not Draft202012Validator(point).is_valid(wrong)


def test_the_schema_in_the_documentation_is_the_one_of_today(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    made = script("make_reference", monkeypatch)
    file = made.REFERENCE / SCHEMA_FILE
    assert file.read_text("utf-8") == made.schema_of_scenes(), "run: python docs/make_reference.py"


def test_a_type_that_json_has_no_word_for_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    @dataclass(frozen=True)
    class Odd:
        """Something odd."""

        where: Path

    monkeypatch.setattr(making, "get_type_hints", lambda _cls: {"where": Path})
    with pytest.raises(TypeError, match="a scene holds no"):
        making._define(Odd, {})
