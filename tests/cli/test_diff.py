"""The command ``diff``: two files, a revision, two personas, in every format, and exit codes."""

from __future__ import annotations

import json
import re

import pytest

from blueprint.cli.app import run
from tests.files.repositories import repository, write

NOW = """\
blueprint: Meal
personas: {one: One, other: Other}
departments: {service: Service}
phases:
  Eat:
    - id: order
      customer: {id: says, name: Says it}
      moment_of_truth: true
      time: {waiting: 5 min}
      experience: [{persona: one, emotion: 2}, {persona: other, emotion: -1}]
      frontstage: {id: notes, name: Notes it, department: service}
    - {id: eat, customer: {id: eats, name: Eats}}
"""
THEN = (
    NOW.replace("blueprint: Meal", "blueprint: Meal of tomorrow\nstate: future\nof: meal")
    .replace("      moment_of_truth: true\n", "")
    .replace("frontstage: {id: notes", "backstage: {id: notes")
)
FILES = {"bistro/meal.blueprint.yaml": NOW, "bistro/next/tomorrow.blueprint.yaml": THEN}
MEAL, TOMORROW = FILES


@pytest.fixture(autouse=True)
def bistro(tmp_path, monkeypatch):
    """A repository with a meal as it is and as it would be, and the working folder in it."""
    repo = repository(tmp_path / "repo", {**FILES, "bistro/catalog.yaml": "catalog: Bistro\n"})
    monkeypatch.chdir(repo)
    return repo


def ask(capsys, *args: str) -> tuple[int, str, str]:
    """Run the command; its exit code and what it prints."""
    code = run(["diff", *args])
    out, err = capsys.readouterr()
    return code, out, err


def test_two_files_are_compared(capsys):
    code, out, err = ask(capsys, MEAL, TOMORROW)
    assert (code, err) == (0, "")
    assert out.startswith("“Meal” and “Meal of tomorrow” compared\n")
    assert "Over the line of visibility: out of customers' sight “Notes it”." in out
    assert "warning[compare.moment-lost]: “Says it” is no longer a moment of truth" in out


def test_a_file_alone_is_compared_with_the_one_it_would_replace(capsys):
    assert ask(capsys, TOMORROW)[1] == ask(capsys, MEAL, TOMORROW)[1]


def test_a_folder_alone_compares_every_file_that_names_another(capsys):
    code, out, _ = ask(capsys, "bistro")
    assert code == 0
    assert out.startswith("“Meal” and “Meal of tomorrow” compared\n")
    assert "tomorrow:notes" in out


def test_two_folders_are_compared(bistro, capsys):
    write(bistro, {"other/meal.blueprint.yaml": NOW.replace("Eats", "Dines")})
    code, out, _ = ask(capsys, "bistro", "other")
    assert code == 0
    assert "Dines" in out


def test_a_file_with_itself_is_no_difference(capsys):
    code, out, _ = ask(capsys, MEAL, MEAL, "--fail-on", "difference,warning")
    assert code == 0
    assert "No difference: “Meal (before)” and “Meal (after)” say the same." in out


def test_what_changed_since_a_revision(bistro, capsys):
    assert "No difference: “Meal (main)” and “Meal (now)” say the same." in ask(capsys, MEAL, "--since", "main")[1]  # fmt: skip
    write(bistro, {MEAL: NOW.replace("5 min", "8 min")})
    code, out, _ = ask(capsys, MEAL, "--since", "main")
    assert code == 0
    assert "Customers wait longer at “Says it”: 5 min → 8 min" in out
    assert "8 min" in ask(capsys, "bistro", "--since", "main")[1]


def test_two_personas_of_one_file(capsys):
    code, out, _ = ask(capsys, MEAL, "--persona", "one", "--persona", "other")
    assert code == 0
    assert "“Says it” goes well for “One” (+2) and badly for “Other” (−1)" in out


@pytest.mark.parametrize("form", ["text", "json", "md", "csv", "html"])
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_every_format_says_it(form, lang, capsys):
    code, out, err = ask(capsys, TOMORROW, "--format", form, "--lang", lang)
    assert (code, err) == (0, "")
    assert "Notes it" in out
    assert ("越过可视线" if lang == "zh" else "line of visibility") in out or form == "csv"
    if form == "json":
        assert set(json.loads(out)["before"]["elements"]) == {"says", "notes"}


def test_the_page_has_both_drawings(bistro, capsys):
    assert ask(capsys, TOMORROW, "-o", "x.html")[0] == 0
    page = (bistro / "x.html").read_text("utf-8")
    for lane in ("frontstage", "backstage"):
        assert re.search(rf'<g class="bp-card bp-lane-{lane}[^>]*data-id="notes"', page)
    assert "“Meal of tomorrow” compared with “Meal”" in page
    assert "“Meal” compared with “Meal of tomorrow”" in page
    assert "<script" not in page


@pytest.mark.parametrize("form", ["svg", "png", "pdf"])
def test_a_picture_becomes_two(form, bistro, capsys):
    assert ask(capsys, TOMORROW, "-o", f"x.{form}")[0] == 0
    before, after = (bistro / f"x.{end}.{form}" for end in ("before", "after"))
    assert before.stat().st_size
    assert after.read_bytes() != before.read_bytes()
    assert ask(capsys, MEAL, "--persona", "one", "--persona", "other", "-o", f"p.{form}")[0] == 0
    assert (bistro / f"p.1.{form}").exists()
    assert (bistro / f"p.2.{form}").exists()


def test_a_folder_draws_each_file_with_the_one_it_would_replace(bistro, capsys):
    assert ask(capsys, "bistro", "-o", "one.svg")[0] == 0
    assert ask(capsys, TOMORROW, "-o", "file.svg")[0] == 0
    for end in ("before", "after"):
        drawn = (bistro / f"one.{end}.svg").read_bytes()
        assert drawn == (bistro / f"file.{end}.svg").read_bytes()
    write(bistro, {"bistro/later.blueprint.yaml": THEN.replace("of tomorrow", "of next week")})
    assert ask(capsys, "bistro", "-o", "all.svg")[0] == 0
    assert sorted(path.name for path in bistro.glob("all.*")) == [
        "all.later.after.svg", "all.later.before.svg",
        "all.tomorrow.after.svg", "all.tomorrow.before.svg",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("fail_on", "code"),
    [("difference", 1), ("moment-lost", 1), ("compare.moment-lost", 1), ("warning", 1),
     ("error", 0), ("promise-gone", 0), ("never", 0)],
)  # fmt: skip
def test_it_fails_on_what_is_asked(fail_on, code, capsys):
    assert ask(capsys, TOMORROW, "--fail-on", fail_on)[0] == code


@pytest.mark.parametrize(
    ("args", "said"),
    [
        ((MEAL,), "names no other with of"),
        ((MEAL, TOMORROW, "--since", "main"), "give one of"),
        ((MEAL, "--persona", "one"), "two personas"),
        (("bistro", "--persona", "one", "--persona", "other"), "in one file"),
        ((MEAL, "bistro"), "two files, or two folders"),
        ((MEAL, "--since", ""), "needs a revision"),
        ((TOMORROW, "--format", "svg"), "-o OUT.svg"),
        (("bistro", "bistro", "-o", "x.svg"), "two files"),
        (("bistro", "--format", "svg"), "-o OUT.svg"),
        ((MEAL, "--persona", "one", "--persona", "nobody"), "there is no persona “nobody”"),
        ((MEAL, "nowhere.blueprint.yaml"), "nowhere.blueprint.yaml"),
        ((MEAL, TOMORROW, "--fail-on", "legacy"), "is not one of"),
    ],
)
def test_what_cannot_be_asked_is_refused_in_a_sentence(args, said, capsys):
    code, out, err = ask(capsys, *args)
    assert code == 2
    assert out == ""
    assert said in err
    assert "Traceback" not in err


def test_of_that_names_no_file_is_refused(bistro, capsys):
    write(bistro, {"bistro/next/lost.blueprint.yaml": THEN.replace("of: meal", "of: nothing")})
    code, _, err = ask(capsys, "bistro/next/lost.blueprint.yaml")
    assert code == 2
    assert "nothing" in err
