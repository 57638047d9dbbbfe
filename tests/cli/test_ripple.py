"""The command ``ripple``: what can be asked, in every format, with what exit code."""

from __future__ import annotations

import json
import re
from itertools import product
from pathlib import Path

import pytest

from blueprint.cli.app import run
from blueprint.cli.failing import NAMED
from tests.files.repositories import commit, git, repository, write

ROOT = Path(__file__).parents[2]
SHOP = str(ROOT / "examples/one_day_delivery")
HOTEL = str(ROOT / "examples/hotel_stay.blueprint.yaml")
CHANGE = f"{SHOP}/deliver_within_a_day.change.yaml"

CATALOG = """\
catalog: Bistro
departments:
  service: Service
  it: IT
  marketing: {name: Marketing, told_of: [service]}
systems:
  till: {name: Till, department: it, legacy: true}
promises:
  quick: {text: Lunch in half an hour, made_by: marketing, kept_by: ["meal:serves"], target: {measure: duration, at_most: 30 min}}
  fresh: {text: Always fresh, kept_by: ["meal:serves"]}
"""
MEAL = """\
blueprint: Meal
phases:
  Eat:
    - step: Order
      customer: Orders
      frontstage: {id: notes, name: Notes it, department: service, systems: [till]}
    - step: Eat
      customer: Eats
      frontstage: {id: serves, name: Serves, department: service, needs: [cooks]}
      backstage: {id: cooks, name: Cooks}
"""
FILES = {"bistro/catalog.yaml": CATALOG, "bistro/meal.blueprint.yaml": MEAL}


@pytest.fixture
def bistro(tmp_path, monkeypatch):
    """A repository with a workspace, and the working folder in it."""
    repo = repository(tmp_path / "repo", FILES)
    monkeypatch.chdir(repo)
    return repo


def ask(capsys, *args: str) -> tuple[int, str, str]:
    """Run the command; its exit code and what it prints."""
    code = run(["ripple", *args])
    out, err = capsys.readouterr()
    return code, out, err


def test_nothing_changed_is_an_answer(bistro, capsys):
    for form in ("text", "json", "csv", "md", "html", "github", "dot"):
        code, out, _ = ask(
            capsys, "bistro", "--since", "main", "--format", form, "--fail-on", "info"
        )
        assert code == 0
        assert out
    code, out, _ = ask(capsys, "bistro", "--since", "main", "--format", "md")
    assert "Nothing that changed reaches anybody." in out


def test_a_tighter_promise_tells_who_acts_and_who_is_told(bistro, capsys):
    write(bistro, {"bistro/catalog.yaml": CATALOG.replace("30 min", "20 min")})
    code, out, _ = ask(capsys, "bistro", "--since", "main", "--format", "md")
    assert code == 0
    assert out.startswith("<!-- blueprint ripple -->\n### Ripple of what changed since main\n")
    assert "- **First to act**: Service\n" in out
    assert "- **Must be told**: Marketing\n" in out
    assert "| Lunch in half an hour | Marketing |" in out
    assert "| Target · At most | 30 min | 20 min |" in out
    assert out == ask(capsys, "bistro", "--since", "main", "--format", "md")[1]


def test_a_new_wording_is_listed_and_alarms_nobody(bistro, capsys):
    write(bistro, {"bistro/meal.blueprint.yaml": MEAL.replace("Notes it", "Notes it down")})
    code, out, _ = ask(capsys, "bistro", "--since", "main", "--format", "md", "--fail-on", "info")
    assert code == 0
    assert "Nothing that changed reaches anybody." in out
    assert "| Notes it down | <code>notes</code> |" in out
    assert "worded anew" in out


def test_what_is_gone_is_felt_and_told_where_it_was(bistro, capsys):
    gone = MEAL.replace(", needs: [cooks]", "").replace(
        "      backstage: {id: cooks, name: Cooks}\n", ""
    )
    write(bistro, {"bistro/meal.blueprint.yaml": gone})
    code, out, _ = ask(capsys, "bistro", "--since", "main")
    assert code == 0
    assert "“Cooks” is taken away" in out
    assert "    - Needs: Cooks → – (another content)" in out
    assert "“Serves” serves “Eats”" in out
    assert "still need" not in out


def test_a_file_alone_and_a_picture_of_it(bistro, capsys):
    write(
        bistro,
        {
            "bistro/meal.blueprint.yaml": MEAL.replace("[till]", "[]")
            .replace("      backstage: {id: cooks, name: Cooks}\n", "")
            .replace(", needs: [cooks]", "")
        },
    )
    meal = "bistro/meal.blueprint.yaml"
    code, out, _ = ask(capsys, meal, "--since", "HEAD", "--format", "json")
    assert code == 0
    assert {s["id"] for s in json.loads(out)["start"]} == {"notes", "serves", "cooks"}
    for name in ("x.svg", "x.html", "x.png", "x.pdf"):
        assert run(["ripple", meal, "--since", "HEAD", "-o", name]) == 0
        assert Path(name).stat().st_size > 1000
    assert "bp-mark" in Path("x.svg").read_text()


def test_a_renamed_file_is_told(bistro, capsys):
    git(bistro, "mv", "bistro/meal.blueprint.yaml", "bistro/lunch.blueprint.yaml")
    write(bistro, {"bistro/catalog.yaml": CATALOG.replace("meal:", "lunch:")})
    commit(bistro, "renamed")
    code, out, _ = ask(capsys, "bistro", "--since", "HEAD~1", "--format", "md")
    assert code == 0
    assert "The file “meal” is now called “lunch”" in out
    assert "Nothing that changed reaches anybody." in out
    code, out, _ = ask(capsys, "bistro/lunch.blueprint.yaml", "--since", "HEAD~1", "--format", "md")
    assert code == 0
    assert "The file “meal” is now called “lunch”" in out


def test_notes_stand_beside_the_changed_lines(bistro, capsys):
    write(
        bistro,
        {
            "bistro/catalog.yaml": CATALOG.replace("Lunch in", "Tasty lunch in").replace(
                "30 min", "20 min"
            ),
            "bistro/meal.blueprint.yaml": MEAL.replace("systems: [till]", "systems: []").replace(
                "needs: [cooks]", "needs: [cooks], duration: 3 min"
            ),
        },
    )
    for _ in range(2):  # as it is read, and as it is kept
        code, out, _ = ask(
            capsys, "bistro", "--since", "main", "--format", "github", "--direction", "both"
        )
        assert code == 0
        notes = out.partition("\n\n")[0].splitlines()
        assert all(note.startswith("::") for note in notes)
        assert (
            "::notice file=bistro/catalog.yaml,line=9,col=3,endColumn=7,title=ripple::“Tasty lunch in half an hour” is tightened"
            in notes
        )
        changed = [note for note in notes if "“Notes it” is altered" in note]
        assert [note.split(",col")[0] for note in changed] == [
            "::notice file=bistro/meal.blueprint.yaml,line=6"
        ]
        assert "::notice title=ripple::First to act: Service." in notes
        untold = [note for note in notes if "ripple.promise-untold" in note]
        assert [note.split(",col")[0] for note in untold] == [
            "::warning file=bistro/catalog.yaml,line=10"
        ]
        assert "<!-- blueprint ripple -->" in out
    code, out, err = ask(capsys, "bistro", "--since", "main", "--format", "github", "-o", "note.md")
    assert "<!--" not in out
    assert Path("note.md").read_text().startswith("<!-- blueprint ripple -->")
    assert "wrote note.md" in err


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ((), 0),
        (("never",), 0),
        (("error",), 0),
        (("warning",), 1),
        (("info",), 1),
        (("promise-untold",), 1),
        (("unowned",), 1),
        (("legacy",), 0),
        (("conflict",), 0),
        (("legacy,promise-untold",), 1),
        (("conflict", "unowned"), 1),
        (("error", " promise-untold , legacy"), 1),
        (("legacy,never",), 0),
    ],
)
def test_what_it_fails_on(bistro, capsys, words, code):
    asked = [part for word in words for part in ("--fail-on", word)]
    assert ask(capsys, "bistro", "--start", "serves", "--direction", "both", *asked)[0] == code


def test_a_legacy_system_can_be_failed_on(bistro, capsys):
    assert ask(capsys, "bistro", "--start", "till", "--fail-on", "legacy")[0] == 1


def test_every_finding_of_a_ripple_can_be_named():
    room = ROOT / "blueprint/analysis"
    files = [*(room / "ripple").glob("*.py"), room / "conflicts.py"]
    codes = {c for f in files for c in re.findall(r'"ripple\.([a-z-]+)"', f.read_text())}
    assert codes == set(NAMED)


@pytest.mark.parametrize(
    "args",
    [
        ("--fail-on", "errors"),
        ("--since", ""),
        ("--since", "main", "--start", "till"),
        ("--since", "main", "--change", "x.change.yaml"),
        ("--start", "till", "--method", "guess"),
        ("--start", "till", "--least", "2"),
        ("--start", "till", "--worlds", "-1"),
        ("--start", "till", "--depth", "0"),
        ("--start", "till", "--engine", "steam"),
        ("--start", "till", "--kind", "usess"),
        ("--start", "till", "--lane", "frontstag"),
        ("--start", "till", "--department", "itt"),
        ("--since", "mian"),
        ("--since", "--help"),
        (),
    ],
)
def test_what_cannot_be_asked_is_2_with_a_word_on_it(bistro, capsys, args):
    code, out, err = ask(capsys, "bistro", *args)
    assert (code, out) == (2, "")
    assert "rror" in err
    assert "Traceback" not in err


def test_nearest_names_and_standard_input(bistro, capsys):
    assert "did you mean “uses”" in ask(capsys, "bistro", "--start", "till", "--kind", "usess")[2]
    assert "did you mean “main”" in ask(capsys, "bistro", "--since", "mian")[2]
    assert "是否想写“main”" in ask(capsys, "bistro", "--since", "mian", "--lang", "zh")[2]
    write(bistro, {"bistro/meal.blueprint.yaml": MEAL + "\n# more\n"})
    code, _, err = ask(capsys, "bistro/meal.blueprint.yaml", "--since", "main...")
    assert code == 0, err


FORMS = ("text", "json", "csv", "md", "html", "github", "dot")
FILTERS = (
    (),
    ("--direction", "both"),
    ("--depth", "2"),
    ("--kind", "support", "--kind", "uses", "--kind", "keeps"),
    ("--lane", "backstage", "--lane", "support"),
    ("--department", "logistics"),
    ("--least", "0.2"),
    ("--method", "paths"),
    ("--method", "cpm", "--reading", "last-step", "--depth", "3"),
    ("--method", "reliability", "--worlds", "500", "--seed", "7", "--engine", "plain"),
)  # fmt: skip


@pytest.mark.parametrize(("form", "filters"), list(product(FORMS, FILTERS)))
def test_no_format_and_filter_is_empty_where_the_answer_is_not(form, filters, capsys):
    code, out, err = ask(capsys, SHOP, "--change", CHANGE, "--format", form, *filters)
    assert (code, err) == (0, "")
    for word in ("Order today, with you tomorrow", "Parcel tracking"):
        assert word in out
    assert "Picks the goods" in out or "--lane" in filters or "--kind" in filters or "Packs" in out
    if form == "json":
        assert json.loads(out)["reached"]


def test_several_changes_and_their_conflicts_come_first(bistro, capsys):
    write(
        bistro,
        {
            "a.change.yaml": "change: No till\nremoves: [till]\nadds: {systems: {app: {name: App, department: it}}}\n",
            "b.change.yaml": "change: Faster till\nchanges: [{to: till, how: tightened}]\ncost: {app: 5}\n",
        },
    )
    both = ("--change", "a.change.yaml", "--change", "b.change.yaml")
    code, out, _ = ask(capsys, "bistro", *both, "--fail-on", "conflict")
    assert code == 1
    assert out.startswith(
        "Ripple of “No till; Faster till”\n================================\n\n"
        "Conflicts\n  “No till” removes “Till”, and “Faster till” tightens it\n"
    )
    code, out, _ = ask(capsys, "bistro", *both, "--format", "json")
    assert code == 0
    assert json.loads(out)["findings"][0]["code"] == "ripple.conflict"
    code, out, _ = ask(capsys, "bistro", *both, "--format", "md")
    noted = out[out.index("**To be noted**") :].splitlines()
    assert noted[2].startswith(
        "- **error**: “No till” removes “Till”, and “Faster till” tightens it"
    )
    assert ask(capsys, "bistro", "--change", "a.change.yaml", "--fail-on", "conflict")[0] == 0


def test_the_comment_in_chinese(capsys):
    code, out, _ = ask(capsys, SHOP, "--change", CHANGE, "--format", "md", "--lang", "zh")
    assert code == 0
    assert "### “一日送达”的连锁反应" in out
    assert "物流部" in out
    assert not re.search(r"^\| (Element|Department)", out, re.MULTILINE)
