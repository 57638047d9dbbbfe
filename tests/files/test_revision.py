"""Files as a git revision holds them: read without a checkout, refused with a clear word."""

from __future__ import annotations

import os

import pytest

from blueprint.errors import FileError, InvalidBlueprintError
from blueprint.files import Workspace
from blueprint.files import git as git_room
from blueprint.files.revision import as_it_was
from blueprint.model import Blueprint
from tests.files.repositories import commit, git, repository, write

CATALOG = "catalog: Acme\nsystems: {crm: CRM}\n"
A = "blueprint: A\nphases: {P: [{customer: a, support: {name: b, systems: [crm]}}]}\n"
B = "blueprint: B\nphases: {P: [{customer: c, frontstage: {name: d, needs: ['a:b']}}]}\n"
FILES = {
    "services/catalog.yaml": CATALOG,
    "services/a.blueprint.yaml": A,
    "services/sub/b.blueprint.yaml": B,
    "services/.hidden/x.blueprint.yaml": "nonsense: [",
    "services/node_modules/x.blueprint.yaml": "nonsense: [",
    "readme.md": "Read me\n",
}


@pytest.fixture
def repo(tmp_path):
    return repository(tmp_path / "repo", FILES)


def test_a_workspace_is_read_as_it_was_though_the_working_tree_went_on(repo):
    write(repo, {"services/a.blueprint.yaml": A.replace("customer: a", "customer: z")})
    (repo / "services/sub/b.blueprint.yaml").unlink()
    (repo / "services/catalog.yaml").unlink()
    former = as_it_was(repo / "services", "main")
    assert isinstance(former.source, Workspace)
    assert list(former.source.blueprints) == ["a", "sub/b".rpartition("/")[2]]
    assert former.source.blueprints["a"].names.actions.keys() == {"a.customer", "b"}
    assert list(former.source.documents) == [
        "catalog.yaml",
        "a.blueprint.yaml",
        "sub/b.blueprint.yaml",
    ]
    assert git(repo, "status", "--short").split() == [
        *("M", "services/a.blueprint.yaml"),
        *("D", "services/catalog.yaml"),
        *("D", "services/sub/b.blueprint.yaml"),
    ]


def test_a_workspace_at_the_top_of_its_repository(tmp_path):
    repo = repository(tmp_path / "r", {"a.blueprint.yaml": A, "catalog.yaml": CATALOG})
    assert list(as_it_was(repo, "HEAD").source.blueprints) == ["a"]


def test_a_file_finds_the_catalog_that_was_above_it(repo):
    (repo / "services/catalog.yaml").write_text("catalog: Acme\nsystems: {}\n")
    former = as_it_was(repo / "services/a.blueprint.yaml", "HEAD")
    assert isinstance(former.source, Blueprint)
    assert former.source.stem == "a"
    assert list(former.source.catalog.systems) == ["crm"]


def test_a_path_from_elsewhere_and_through_a_link_is_found(repo, tmp_path, monkeypatch):
    (tmp_path / "short").symlink_to(repo / "services")
    monkeypatch.chdir(tmp_path)
    assert list(as_it_was("short", "main").source.blueprints) == ["a", "b"]
    monkeypatch.chdir(repo / "services" / "sub")
    assert as_it_was("../a.blueprint.yaml", "main").source.blueprint == "A"


def test_the_variables_of_a_hook_name_no_other_repository(repo, tmp_path, monkeypatch):
    other = repository(tmp_path / "other", {"readme.md": "x"})
    monkeypatch.setenv("GIT_DIR", str(other / ".git"))
    monkeypatch.setenv("GIT_INDEX_FILE", str(other / ".git/index"))
    assert list(as_it_was(repo / "services", "main").source.blueprints) == ["a", "b"]


def test_three_dots_mean_where_the_branch_left(repo):
    git(repo, "checkout", "-q", "-b", "mine")
    write(repo, {"services/a.blueprint.yaml": A.replace("customer: a", "customer: mine")})
    commit(repo, "mine")
    git(repo, "checkout", "-q", "main")
    write(repo, {"services/a.blueprint.yaml": A.replace("customer: a", "customer: theirs")})
    commit(repo, "theirs")
    git(repo, "checkout", "-q", "mine")
    path = repo / "services/a.blueprint.yaml"
    assert "theirs.customer" in as_it_was(path, "main").source.names.actions
    assert "a.customer" in as_it_was(path, "main...").source.names.actions


def test_a_renamed_file_is_read_by_its_old_name_and_says_so(repo):
    git(repo, "mv", "services/a.blueprint.yaml", "services/first.blueprint.yaml")
    commit(repo, "renamed")
    former = as_it_was(repo / "services/first.blueprint.yaml", "HEAD~1")
    assert former.path == "services/a.blueprint.yaml"
    assert former.source.stem == "a"


@pytest.mark.parametrize(
    ("revision", "told"),
    [
        ("mian", "no revision “mian” here; did you mean “main”"),
        ("zzzzzz", "no revision “zzzzzz” here; name a branch, a tag or a commit"),
        ("", "no revision “” here"),
        ("...", "no revision “...” here"),
        ("main..HEAD", "no revision “main..HEAD” here"),
        ("--output=evil", "no revision “--output=evil” here"),
        ("-n", "no revision “-n” here"),
        ("main:readme.md", "no revision “main:readme.md” here"),
        ("main\x00x", "no revision"),
        ("main\n", "no revision"),
    ],
)
def test_what_is_no_revision_is_refused_and_never_an_option(repo, revision, told, monkeypatch):
    monkeypatch.chdir(repo)
    with pytest.raises(FileError, match=told.replace("?", r"\?")):
        as_it_was("services", revision)
    assert not (repo / "evil").exists()


def test_a_folder_outside_any_repository(tmp_path, monkeypatch):
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    write(tmp_path / "plain", {"a.blueprint.yaml": A})
    with pytest.raises(FileError, match="lies in no git repository"):
        as_it_was(tmp_path / "plain", "main")


def test_without_git_the_message_says_so(repo, monkeypatch):
    monkeypatch.setattr(git_room.shutil, "which", lambda _name: None)
    with pytest.raises(FileError, match="git is not installed"):
        as_it_was(repo / "services", "main")


def test_what_was_not_there_yet(repo):
    write(repo, {"services/new.blueprint.yaml": A, "more/n.blueprint.yaml": A})
    with pytest.raises(FileError, match=r"services/new\.blueprint\.yaml was not there in revision"):
        as_it_was(repo / "services/new.blueprint.yaml", "main")
    with pytest.raises(FileError, match="more held no blueprint in revision main"):
        as_it_was(repo / "more", "main")
    with pytest.raises(FileError, match="there is no file"):
        as_it_was(repo / "nowhere", "main")


def test_a_shallow_clone_says_how_to_deepen_it(repo, tmp_path):
    write(repo, {"readme.md": "Read me again\n"})
    first = git(repo, "rev-parse", "HEAD").strip()
    commit(repo, "second")
    clone = tmp_path / "clone"
    git(tmp_path, "clone", "-q", "--depth", "1", repo.as_uri(), str(clone))
    with pytest.raises(FileError, match="shallow.*git fetch --unshallow"):
        as_it_was(clone / "services", first)


def test_nothing_is_fetched_for_a_clone_without_its_files(repo, tmp_path):
    git(repo, "config", "uploadpack.allowFilter", "true")
    write(repo, {"services/a.blueprint.yaml": A.replace("customer: a", "customer: z")})
    commit(repo, "second")
    clone = tmp_path / "clone"
    git(tmp_path, "clone", "-q", "--filter=blob:none", repo.as_uri(), str(clone))
    with pytest.raises(FileError, match="not all in this clone, and nothing is fetched"):
        as_it_was(clone / "services", "HEAD~1")


def test_errors_of_the_old_files_are_told_as_git_calls_them(repo):
    write(repo, {"services/a.blueprint.yaml": "blueprint: A\nphases: {P: [{customr: a}]}\n"})
    commit(repo, "broken")
    write(repo, {"services/a.blueprint.yaml": A})
    for path in ("services", "services/a.blueprint.yaml"):
        with pytest.raises(InvalidBlueprintError) as caught:
            as_it_was(repo / path, "HEAD")
        assert str(caught.value).startswith("HEAD:services/a.blueprint.yaml:2:15: error[BP101]")


@pytest.mark.parametrize(
    ("target", "told"),
    [
        ("../outside.yaml", "leads out of the workspace"),
        ("/etc/passwd", "leads out of the workspace"),
        ("nowhere.yaml", "a link that leads nowhere"),
        ("c.blueprint.yaml", "a link that leads nowhere"),
    ],
)
def test_links_of_the_old_tree_stay_in_the_workspace(repo, target, told):
    write(repo, {"outside.yaml": A})
    link = repo / "services/c.blueprint.yaml"
    link.symlink_to(target)
    commit(repo, "link")
    link.unlink()
    with pytest.raises(FileError, match=told):
        as_it_was(repo / "services", "HEAD")


def test_a_link_inside_the_workspace_is_followed(repo):
    (repo / "services/c.blueprint.yaml").symlink_to("sub/b.blueprint.yaml")
    commit(repo, "link")
    assert as_it_was(repo / "services", "HEAD").source.blueprints["c"].blueprint == "B"


def test_a_file_too_large_is_refused_unread(repo):
    write(repo, {"services/a.blueprint.yaml": f"# {'x' * 5_300_000}\n{A}"})
    commit(repo, "large")
    with pytest.raises(FileError, match="is too large to be read"):
        as_it_was(repo / "services", "HEAD")


def test_names_of_any_script_with_spaces_and_quotes(tmp_path):
    repo = repository(
        tmp_path / "仓库", {'服务/a "b" $c.blueprint.yaml': A, "服务/catalog.yaml": CATALOG}
    )
    assert list(as_it_was(repo / "服务", "HEAD").source.blueprints) == ['a "b" $c']


def test_settings_of_a_repository_run_no_command(repo, tmp_path):
    trap = tmp_path / "trap.sh"
    trap.write_text(f"#!/bin/sh\ntouch {tmp_path}/sprung\n")
    trap.chmod(0o755)
    git(repo, "config", "core.fsmonitor", str(trap))
    git(repo, "config", "core.pager", str(trap))
    git(repo, "config", "diff.external", str(trap))
    git(repo, "config", "core.sshCommand", str(trap))
    as_it_was(repo / "services", "main")
    write(repo, {"services/new.blueprint.yaml": A})
    with pytest.raises(FileError, match="was not there"):
        as_it_was(repo / "services/new.blueprint.yaml", "main")
    assert not os.path.exists(tmp_path / "sprung")
