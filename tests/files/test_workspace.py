"""A folder of blueprints over one catalog: what is shared, what clashes, what stays inside."""

from __future__ import annotations

import os

import pytest

from blueprint.errors import FileError, InvalidBlueprintError
from blueprint.files import load, load_workspace, read_workspace
from blueprint.graph import graph_of

A = "blueprint: A\nphases: {P: [{customer: a, support: {name: b, systems: [crm]}}]}\n"


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "catalog.yaml").write_text(
        "catalog: Acme\nsystems: {crm: CRM}\ndepartments: {it: IT}\n"
    )
    (tmp_path / "a.blueprint.yaml").write_text(A)
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "b.blueprint.yaml").write_text(
        "blueprint: B\nof: a\nphases: {P: [{customer: c, next: [], frontstage: {name: d, systems: [crm], needs: ['a:b']}}]}\n"
    )
    return tmp_path


def codes(folder):
    return [(p.code, os.path.basename(p.file)) for p in read_workspace(folder).problems]


def test_the_catalog_is_shared_and_files_name_each_other(folder):
    workspace = load_workspace(folder)
    assert workspace.name == "Acme"
    assert list(workspace.blueprints) == ["a", "b"]
    graph = graph_of(workspace.scope)
    uses = [(link.source, link.target) for link in graph.links if link.kind == "uses"]
    assert uses == [("a:b", "crm"), ("b:d", "crm")]
    assert ("b:d", "a:b") in [
        (link.source, link.target) for link in graph.links if link.kind == "support"
    ]


def test_a_single_file_finds_the_catalog_above_it(folder):
    assert load(folder / "sub" / "b.blueprint.yaml").catalog is not None


def test_the_search_for_a_catalog_stops_at_the_repository(folder):
    (folder / "sub" / ".git").mkdir()
    with pytest.raises(InvalidBlueprintError, match='system "crm" is not defined'):
        load(folder / "sub" / "b.blueprint.yaml")


def test_two_files_of_one_stem_are_an_error_that_names_both(folder):
    (folder / "sub" / "a.blueprint.yaml").write_text(A)
    found = read_workspace(folder).problems
    assert [p.code for p in found] == ["BP116"]
    assert "a.blueprint.yaml" in str(found[0].message)
    assert found[0].file.endswith(os.path.join("sub", "a.blueprint.yaml"))


def test_the_same_id_in_file_and_catalog_names_both_places(folder):
    (folder / "a.blueprint.yaml").write_text("systems: {crm: Mine}\n" + A)
    found = [p for p in read_workspace(folder).problems if p.code == "BP117"]
    assert "catalog.yaml:2" in str(found[0].message)
    assert found[0].place.line == 0


def test_a_blueprint_that_would_replace_itself_is_refused(folder):
    (folder / "a.blueprint.yaml").write_text("of: b\n" + A)
    assert [code for code, _ in codes(folder)] == ["BP118", "BP118"]


def test_of_must_name_a_file_of_the_workspace(folder):
    (folder / "a.blueprint.yaml").write_text("of: nowhere\n" + A)
    assert codes(folder) == [("BP102", "a.blueprint.yaml")]


def test_problems_of_all_files_come_at_once(folder):
    (folder / "a.blueprint.yaml").write_text(A.replace("crm", "crn"))
    (folder / "sub" / "b.blueprint.yaml").write_text("blueprint: B\nphases: {P: [{custmer: c}]}\n")
    assert [code for code, _ in codes(folder)] == ["BP102", "BP101"]
    with pytest.raises(InvalidBlueprintError) as caught:
        load_workspace(folder)
    assert len(caught.value.problems) == 2


def test_the_catalog_s_own_names_are_checked_over_all_files(folder):
    (folder / "catalog.yaml").write_text(
        "systems: {crm: {name: CRM, department: nobody}}\npromises: {p: {text: P, kept_by: [b, 'a:b', x]}}\n"
    )
    assert [(p.code, str(p.message)) for p in read_workspace(folder).problems] == [
        ("BP102", 'department "nobody" is not defined'),
        ("BP102", 'action "x" is not defined'),
    ]


@pytest.mark.parametrize("content", [{}, {"notes.txt": "x"}])
def test_a_folder_without_blueprints_is_said_to_be_one(tmp_path, content):
    for name, text in content.items():
        (tmp_path / name).write_text(text)
    with pytest.raises(FileError, match="holds no file named"):
        load_workspace(tmp_path)


def test_a_missing_folder_and_a_folder_for_a_file(tmp_path):
    with pytest.raises(FileError, match="there is no folder"):
        load_workspace(tmp_path / "none")
    with pytest.raises(FileError, match="is a folder"):
        load(tmp_path)


def test_links_may_not_lead_out_or_in_circles(folder, tmp_path_factory):
    outside = tmp_path_factory.mktemp("outside") / "c.blueprint.yaml"
    outside.write_text(A)
    (folder / "c.blueprint.yaml").symlink_to(outside)
    with pytest.raises(FileError, match="leads out of"):
        load_workspace(folder)
    (folder / "c.blueprint.yaml").unlink()
    (folder / "c.blueprint.yaml").symlink_to("d.blueprint.yaml")
    (folder / "d.blueprint.yaml").symlink_to("c.blueprint.yaml")
    with pytest.raises(FileError, match="leads nowhere"):
        load_workspace(folder)
    for name in ("c", "d"):
        (folder / f"{name}.blueprint.yaml").unlink()
    (folder / "loop").symlink_to(folder)
    assert list(load_workspace(folder).blueprints) == ["a", "b"]


def test_hidden_folders_are_left_alone(folder):
    (folder / ".cache").mkdir()
    (folder / ".cache" / "z.blueprint.yaml").write_text("not: [a blueprint")
    assert list(load_workspace(folder).blueprints) == ["a", "b"]


def test_what_a_change_names_is_looked_up_and_pointed_at(folder):
    (folder / "x.change.yaml").write_text(
        "change: X\nchanges: [{to: crn}]\nadds:\n"
        "  systems: {bot: {name: Bot, department: itt, used_by: [b, nobody, greets]}}\n"
        "  actions: [{name: Greets, step: d, department: it, systems: [bot], needed_by: [a.customer]}]\n"
        "removes: ['sub:z']\ncost: {bot: {amount: 1, funded_by: it}, bott: 2}\nmoves: [nps]\n"
    )
    found = [(p.code, p.place.line + 1, str(p.message)) for p in read_workspace(folder).problems]
    assert found == [
        ("BP102", 2, 'element "crn" is not defined'),
        ("BP102", 4, 'department "itt" is not defined'),
        ("BP102", 4, 'action "nobody" is not defined'),
        ("BP102", 6, 'element "sub:z" is not defined'),
        ("BP102", 7, 'element "bott" is not defined'),
        ("BP102", 8, 'metric "nps" is not defined'),
    ]


def test_a_change_over_a_broken_file_blames_only_the_file(folder):
    (folder / "x.change.yaml").write_text("change: X\nchanges: [{to: 'b:d'}]\n")
    (folder / "sub" / "b.blueprint.yaml").write_text("blueprint: B\nphases: {P: [{custmer: c}]}\n")
    assert {os.path.basename(p.file) for p in read_workspace(folder).problems} == {
        "b.blueprint.yaml"
    }
