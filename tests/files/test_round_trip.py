"""What is written reads back equal, is canonical, and keeps order and languages."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given, settings

from blueprint.files import dump, load, load_change, load_workspace, read
from blueprint.files.writing import spelled
from blueprint.model import Blueprint, FrozenMap, OrganisationCatalog
from tests.strategies import blueprints, workspaces


@given(blueprints())
def test_load_of_dump_is_equal_and_dump_of_load_is_the_same_text(plain):
    value = Blueprint.model_validate(plain)
    text = dump(value)
    assert load(text) == value
    assert dump(load(text)) == text


@given(blueprints())
def test_json_carries_the_same(plain):
    value = Blueprint.model_validate(plain)
    assert load(dump(value, format="json")) == value


@settings(max_examples=50)
@given(blueprints())
def test_other_yaml_readers_agree_on_the_text_values(plain):
    """A YAML 1.1 reader must not turn `no`, `1:30` or `012` of ours into something else."""
    value = Blueprint.model_validate(plain)
    assert yaml.safe_load(dump(value)) == spelled(value)


@settings(max_examples=20)
@given(workspaces())
def test_a_workspace_reads_back_equal(tmp_path_factory, made):
    catalog, files = made
    root = tmp_path_factory.mktemp("workspace")
    shared = OrganisationCatalog.model_validate(catalog)
    (root / "catalog.yaml").write_text(dump(shared), encoding="utf-8")
    for stem, plain in files.items():
        written = Blueprint.model_validate(plain).model_copy(update={"catalog": shared})
        (root / f"{stem}.blueprint.yaml").write_text(dump(written), encoding="utf-8")
    workspace = load_workspace(root)
    assert workspace.catalog == shared
    assert {stem: dump(b) for stem, b in workspace.blueprints.items()} == {
        stem: dump(Blueprint.model_validate(plain)) for stem, plain in files.items()
    }


def test_order_and_language_maps_are_kept():
    text = "languages: [zh, en]\nblueprint: {zh: 住宿, en: Stay}\ndepartments: {z: Z, a: A, m: {en: M, zh: 中}}\nphases: {B: [{customer: b}], A: [{customer: a}]}\n"
    stay = load(text)
    again = load(dump(stay))
    assert list(again.departments) == ["z", "a", "m"]
    assert again.blueprint == FrozenMap({"zh": "住宿", "en": "Stay"})
    assert list(again.blueprint) == ["zh", "en"]
    assert [phase.phase for phase in again.phases] == ["B", "A"]


def test_text_that_yaml_would_read_as_something_else_stays_text():
    stay = load(
        "blueprint: no\nphases:\n  on: [{customer: 1.10, evidence: [012, 1:30, yes, 0x1F, 1e3]}]\n"
    )
    assert stay.blueprint == "no"
    assert stay.phases[0].phase == "on"
    step = stay.phases[0].steps[0]
    assert step.customer[0].name == "1.10"
    assert [e.name for e in step.evidence] == ["012", "1:30", "yes", "0x1F", "1e3"]
    assert load(dump(stay)) == stay


def test_numbers_stay_as_they_were_meant():
    stay = load(
        "blueprint: S\nprice: 12.00\nbudget: 9.5\nphases: {P: [{customer: a, experience: {emotion: -2}}]}\n"
    )
    assert (stay.price, stay.budget) == (12.0, 9.5)
    assert "price: 12\n" in dump(stay)


def test_the_catalog_is_never_written_into_the_file(tmp_path):
    (tmp_path / "catalog.yaml").write_text("departments: {it: IT}\n")
    path = tmp_path / "a.blueprint.yaml"
    path.write_text(
        "blueprint: A\nphases: {P: [{customer: a, support: {name: b, department: it}}]}\n"
    )
    loaded = load(path)
    assert loaded.catalog is not None
    assert "IT" not in dump(loaded)
    path.write_text(dump(loaded))
    assert load(path) == loaded


@pytest.mark.parametrize("ending", ["yaml", "json"])
def test_a_change_reads_back_equal(tmp_path, ending):
    text = (
        "change: Deliver within a day\nbecause: [calls]\nchanges: [{to: next-day, how: tightened}]\n"
        "adds:\n  systems: {tracking: {name: Tracking, used_by: hands-over}}\n"
        "  actions: [{name: Prioritises, lane: support, step: dispatch, needed_by: [packs]}]\n"
        "cost: {tracking: {amount: 120000, effort: 60 d}}\nremeasure: 2026-12-01\n"
    )
    change = load_change(text)
    assert change.adds.actions[0].lane == "support"
    path = tmp_path / f"x.change.{ending}"
    path.write_text(dump(change, format=ending))
    assert load_change(path) == change
    assert read(path).kind == "change"
