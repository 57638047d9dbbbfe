"""A workspace read again: the same as read anew, whatever became of the cache meanwhile."""

from __future__ import annotations

import json
import os
import warnings
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings

from blueprint.errors import BlueprintWarning
from blueprint.files import Document, dump, load, load_workspace, read_workspace
from blueprint.files.cache import frozen, thawed
from blueprint.files.cache.kept import KeptDocument
from blueprint.files.cache.pack import Entry, read_pack, write_pack
from blueprint.graph import graph_of
from blueprint.model import Blueprint
from tests.strategies import blueprints, workspaces

EVERYTHING = Path(__file__).parents[1] / "data" / "everything.blueprint.yaml"
CATALOG = "catalog: Acme\nsystems: {crm: CRM}\ndepartments: {it: IT, desk: Desk}\n"
A = """\
blueprint: A
languages: [en, zh]
owner: desk
phases:
  P:
    - customer: {en: Ask, zh: 询问}
      frontstage: {name: Answer, department: desk, system: crm}
      backstage: {name: Look up, department: it, duration: 20 min}
"""
B = """\
blueprint: B
phases: {P: [{customer: c, next: [], frontstage: {name: d, systems: [crm], needs: ['a:look-up']}}]}
"""


@pytest.fixture
def folder(tmp_path):
    root = tmp_path / "workspace"
    (root / "sub").mkdir(parents=True)
    (root / "catalog.yaml").write_text(CATALOG)
    (root / "a.blueprint.yaml").write_text(A)
    (root / "sub" / "b.blueprint.yaml").write_text(B)
    return root


@pytest.fixture
def cache(tmp_path):
    return tmp_path / "cache"


def kept(workspace):
    return [name for name, d in workspace.documents.items() if isinstance(d, KeptDocument)]


def assert_same(one, other):
    assert one.blueprints == other.blueprints
    assert one.catalog == other.catalog
    assert one.problems == other.problems
    assert list(one.documents) == list(other.documents)
    for mine, theirs in zip(one.documents.values(), other.documents.values(), strict=True):
        assert (mine.kind, mine.value, mine.file, mine.text, mine.problems) == (
            theirs.kind,
            theirs.value,
            theirs.file,
            theirs.text,
            theirs.problems,
        )
        assert mine.place(("phases", 0, "steps", 0)) == theirs.place(("phases", 0, "steps", 0))
    graphs = graph_of(one.scope), graph_of(other.scope)
    assert graphs[0].nodes == graphs[1].nodes
    assert graphs[0].links == graphs[1].links
    assert [n.element for n in graphs[0].nodes] == [n.element for n in graphs[1].nodes]
    assert [list(g.sources) + list(g.targets) for g in graphs[:1]] == [
        list(g.sources) + list(g.targets) for g in graphs[1:]
    ]


def packs(cache):
    return sorted(cache.glob("*.pack"))


def test_nothing_is_kept_by_itself(folder, tmp_path):
    before = sorted(tmp_path.rglob("*"))
    graph_of(load_workspace(folder).scope)
    assert sorted(tmp_path.rglob("*")) == before


def test_the_second_time_files_are_not_read_and_say_the_same(folder, cache):
    fresh = load_workspace(folder)
    first = load_workspace(folder, cache=cache)
    graph_of(first.scope)
    assert kept(first) == []
    assert_same(first, fresh)
    second = load_workspace(folder, cache=cache)
    assert kept(second) == ["a.blueprint.yaml", "sub/b.blueprint.yaml"]
    assert_same(second, fresh)
    assert len(packs(cache)) == 2


def test_blueprints_that_nobody_asks_for_are_not_made(folder, cache):
    graph_of(load_workspace(folder, cache=cache).scope)
    again = load_workspace(folder, cache=cache)
    graph = graph_of(again.scope)
    assert graph.node("a:look-up").department == "it"
    made = [
        d.kept.made is not None for d in again.documents.values() if isinstance(d, KeptDocument)
    ]
    assert made == [False, False]
    assert graph.node("a:look-up").element.duration == "20 min"


def test_a_changed_file_is_read_again_and_only_it(folder, cache):
    load_workspace(folder, cache=cache)
    (folder / "sub" / "b.blueprint.yaml").write_text(B.replace("blueprint: B", "blueprint: Bee"))
    again = load_workspace(folder, cache=cache)
    assert kept(again) == ["a.blueprint.yaml"]
    assert again.blueprints["b"].blueprint == "Bee"
    assert_same(again, load_workspace(folder))


def test_a_file_that_names_a_changed_one_is_looked_up_again(folder, cache):
    graph_of(load_workspace(folder, cache=cache).scope)
    (folder / "a.blueprint.yaml").write_text(A.replace("Look up", "Search"))
    found = read_workspace(folder, cache=cache)
    assert [p.code for p in found.problems] == ["BP102"]
    assert found.problems == read_workspace(folder).problems


def test_a_graph_follows_what_changed_in_another_file(folder, cache):
    graph_of(load_workspace(folder, cache=cache).scope)
    (folder / "a.blueprint.yaml").write_text(
        A.replace("      backstage: {name: Look up", "      support: {name: Look up")
    )
    assert_same(load_workspace(folder, cache=cache), load_workspace(folder))


def test_another_catalog_makes_all_be_read_again(folder, cache):
    load_workspace(folder, cache=cache)
    (folder / "catalog.yaml").write_text(CATALOG.replace("crm: CRM", "erp: ERP"))
    found = read_workspace(folder, cache=cache)
    assert kept(found) == []
    assert found.problems == read_workspace(folder).problems
    assert {p.code for p in found.problems} == {"BP102"}


def test_a_renamed_file_has_its_new_stem(folder, cache):
    (folder / "sub" / "b.blueprint.yaml").unlink()
    graph_of(load_workspace(folder, cache=cache).scope)
    (folder / "a.blueprint.yaml").rename(folder / "alpha.blueprint.yaml")
    again = load_workspace(folder, cache=cache)
    assert [b.stem for b in again.blueprints.values()] == ["alpha"]
    assert_same(again, load_workspace(folder))


def test_a_circle_closed_by_one_file_is_told_of_all(folder, cache):
    (folder / "a.blueprint.yaml").write_text("of: b\n" + A)
    load_workspace(folder, cache=cache)
    (folder / "sub" / "b.blueprint.yaml").write_text("of: a\n" + B)
    found = read_workspace(folder, cache=cache)
    assert found.problems == read_workspace(folder).problems
    assert [p.code for p in found.problems] == ["BP118", "BP118"]


def test_files_with_problems_are_not_kept(folder, cache):
    (folder / "a.blueprint.yaml").write_text(A.replace("system: crm", "system: crn"))
    for _ in range(2):
        found = read_workspace(folder, cache=cache)
        assert "a.blueprint.yaml" not in kept(found)
        assert found.problems == read_workspace(folder).problems


def damaged(data):
    middle = len(data) // 2
    yield "cut", data[:middle]
    yield "empty", b""
    yield "garbage", b"\x00\xff" * 50
    yield "a byte of the end", data[:-5] + bytes([data[-5] ^ 1]) + data[-4:]
    yield "a byte of the middle", data[:middle] + bytes([data[middle] ^ 4]) + data[middle + 1 :]
    yield "a byte of the head", data[:80] + bytes([data[80] ^ 2]) + data[81:]
    yield "another digest", b"0" * 64 + data[64:]


def test_a_damaged_cache_is_rebuilt_never_believed(folder, cache):
    fresh = load_workspace(folder)
    graph_of(load_workspace(folder, cache=cache).scope)
    for pack in packs(cache):
        whole = pack.read_bytes()
        for what, data in damaged(whole):
            pack.write_bytes(data)
            again = load_workspace(folder, cache=cache)
            assert_same(again, fresh)
            assert pack.read_bytes() == whole, what


def test_what_another_version_wrote_is_not_read(folder, cache, monkeypatch):
    load_workspace(folder, cache=cache)
    monkeypatch.setattr("blueprint.files.cache.keeper.version", lambda: "another")
    assert kept(load_workspace(folder, cache=cache)) == []
    assert kept(load_workspace(folder, cache=cache)) != []


def test_where_nothing_can_be_written_it_goes_on_and_says_so_once(folder, tmp_path):
    (tmp_path / "file").write_text("no folder")
    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always")
        workspace = load_workspace(folder, cache=tmp_path / "file" / "cache")
        graph_of(workspace.scope)
    assert [w.category for w in told] == [BlueprintWarning]
    assert "nothing can be kept" in str(told[0].message)
    assert_same(workspace, load_workspace(folder))


def test_only_so_many_packs_stay(folder, cache, monkeypatch):
    monkeypatch.setattr("blueprint.files.cache.keeper._MOST_PACKS", 2)
    cache.mkdir()
    for n in range(5):
        (cache / f"old{n}-files.pack").write_text("old")
        os.utime(cache / f"old{n}-files.pack", (n, n))
    load_workspace(folder, cache=cache)
    assert [p.name for p in packs(cache) if p.name.startswith("old")] == ["old4-files.pack"]
    assert len(packs(cache)) == 2


def test_a_graph_somebody_tries_out_is_not_kept(folder, cache):
    workspace = load_workspace(folder, cache=cache)
    graph_of(workspace.scope)
    before = [pack.read_bytes() for pack in packs(cache)]
    scope = workspace.scope
    altered = {**scope.blueprints, "a": scope.blueprints["a"].replace("look-up", name="Search")}
    tried = type(scope)(altered, scope.catalog, kept=scope.kept)
    assert graph_of(tried).node("a:look-up" if "a:look-up" in graph_of(tried).index else "a:search")
    assert [pack.read_bytes() for pack in packs(cache)] == before


def test_progress_is_told_file_by_file(folder):
    told = []
    load_workspace(folder, progress=lambda done, total: told.append((done, total)))
    assert told == [(0, 3), (1, 3), (2, 3), (3, 3)]


def test_packs_give_back_what_was_put_in(tmp_path):
    entries = {"a": Entry({"n": 1}, b"one\ntwo"), "ü": Entry(None, b"")}
    write_pack(tmp_path / "new" / "x.pack", "1", entries)
    assert read_pack(tmp_path / "new" / "x.pack", "1") == entries
    assert read_pack(tmp_path / "new" / "x.pack", "2") == {}
    assert [p.name for p in (tmp_path / "new").iterdir()] == ["x.pack"]


@pytest.mark.parametrize(
    "data",
    [b"", b"[", b'{"~":"Path"}', b'{"~":"os.system"}', b'{"":[[1]]}', b'{"":7}', b"[" * 100_000],
)
def test_what_no_value_of_ours_is_written_like_is_refused(data):
    with pytest.raises(ValueError, match=r".*"):
        thawed(data)


@given(blueprints())
def test_a_blueprint_thawed_is_the_one_that_was_frozen(plain):
    assert_thawed(Blueprint.model_validate(plain))


def test_all_that_a_file_can_say_is_frozen_and_thawed():
    assert_thawed(load(EVERYTHING))


def assert_thawed(blueprint):
    again = thawed(frozen(blueprint))
    assert isinstance(again, Blueprint)
    assert again == blueprint
    assert dump(again) == dump(blueprint)
    assert repr(again) == repr(blueprint)
    assert again.model_fields_set == blueprint.model_fields_set - {"catalog", "stem"}
    assert again.names.actions.keys() == blueprint.names.actions.keys()


@settings(max_examples=10)
@given(workspaces())
def test_any_workspace_is_the_same_from_the_cache(whole):
    catalog, files = whole
    with TemporaryDirectory() as name:
        root, cache = Path(name) / "workspace", Path(name) / "cache"
        root.mkdir()
        (root / "catalog.json").write_text(json.dumps(catalog))
        for stem, plain in files.items():
            (root / f"{stem}.blueprint.json").write_text(json.dumps(plain))
        fresh = load_workspace(root)
        for _ in range(2):
            assert_same(load_workspace(root, cache=cache), fresh)


def test_a_kept_document_is_a_document(folder, cache):
    load_workspace(folder, cache=cache)
    document = load_workspace(folder, cache=cache).documents["a.blueprint.yaml"]
    assert isinstance(document, Document)
    assert document.ok
    assert document.text == A
