"""The JSON Schema that editors use accepts what the reader accepts, and explains every field."""

from __future__ import annotations

import jsonschema
import pytest
from hypothesis import given, settings

from blueprint.files.schema import schema_of
from blueprint.model import LINK_CLASS, LINK_KINDS, check_pair
from tests.strategies import blueprints


@pytest.mark.parametrize("kind", ["blueprint", "catalog", "change"])
def test_the_schema_is_one(kind):
    jsonschema.Draft202012Validator.check_schema(schema_of(kind))


SCHEMA = jsonschema.Draft202012Validator(schema_of("blueprint"))


@settings(max_examples=40)
@given(blueprints())
def test_what_the_model_takes_the_schema_takes(plain):
    assert [error.message for error in SCHEMA.iter_errors(plain)] == []


@pytest.mark.parametrize(
    "plain",
    [
        {"blueprint": "S", "sorce": "x"},
        {"blueprint": "S", "phases": {"A": [{"customer": {"nmae": "x"}}]}},
        {"blueprint": "S", "price": "cheap"},
        {"phases": {}},
    ],
)
def test_what_the_model_refuses_the_schema_refuses(plain):
    assert list(SCHEMA.iter_errors(plain))


def test_every_class_and_field_is_explained_in_one_sentence():
    whole = schema_of("blueprint")
    named = [("Blueprint", whole), *whole["$defs"].items()]
    for name, definition in named:
        parts = [definition, *definition.get("anyOf", [])]
        for part in parts:
            for field, said in part.get("properties", {}).items():
                if field in ("system", "url"):
                    continue
                assert said.get("description") or name == "WebLink", f"{name}.{field}"


def test_links_are_a_union_of_exactly_the_kinds_of_the_table():
    assert set(LINK_CLASS) == set(LINK_KINDS)
    for kind, cls in LINK_CLASS.items():
        assert cls.model_fields["kind"].default == kind


@pytest.mark.parametrize(
    ("kind", "source", "target"),
    [
        ("interaction", "backstage", "customer"),
        ("uses", "system", "customer"),
        ("keeps", "promise", "customer"),
    ],
)
def test_a_wrong_pairing_names_both_ends(kind, source, target):
    with pytest.raises(Exception, match=f"from {source} to {target}"):
        check_pair(kind, source, target)
