"""A ripple of what changed between two states, and the comment it makes: labels stay labels."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from blueprint.analysis.difference import difference
from blueprint.analysis.ripple import ripple
from blueprint.analysis.ripple.results import RippleReport
from blueprint.integrity import alone
from blueprint.model import Blueprint
from blueprint.render.report import RIPPLE_FORMATS, as_text
from blueprint.render.report.comment import MARK, MOST_ROWS, comment
from blueprint.render.report.quiet import quiet, quiet_id
from tests.ripple.small import bistro, change, ids
from tests.strategies import blueprints


def since(old: Blueprint, new: Blueprint, **options: object) -> RippleReport:
    """The ripple of what changed."""
    found = difference(alone(old), alone(new), since="main")
    return ripple(new, change=found, **options)  # type: ignore[arg-type]


def test_a_new_action_asks_those_it_needs_and_is_told_as_new():
    new = bistro().add(
        {"name": "Bakes", "department": "kitchen", "systems": ["stock"]}, to="eat", lane="backstage"
    )
    report = since(bistro(), new)
    assert ids(report.added) == ["bakes"]
    assert report.start == ()
    assert "stock" in ids(report.reached)
    assert str(report.title) == "Ripple of what changed since main"


def test_what_is_gone_disrupts_those_who_used_it_and_nobody_still_needs_it():
    old = bistro()
    new = old.replace("buys", systems=()).replace("till", integrates=()).remove("stock")
    report = since(old, new)
    assert [(s.id, s.how) for s in report.start] == [
        ("buys", "altered"),
        ("till", "altered"),
        ("stock", "removed"),
    ]
    assert "ripple.still-needed" not in {finding.code for finding in report.findings}
    assert report.legacy_systems == ()  # what is gone needs no renewal


def test_an_element_marked_as_removed_is_still_needed():
    old = bistro()
    report = since(old, old.replace("stock", status="removed"))
    assert [(s.id, s.how) for s in report.start] == [("stock", "removed")]
    assert "ripple.still-needed" in {finding.code for finding in report.findings}


def test_asking_a_difference_is_asking_the_change_that_made_it():
    old = bistro()
    new = old.replace("quick-lunch", target={"measure": "duration", "at_most": "20 min"})
    new_base = old.replace("quick-lunch", target={"measure": "duration", "at_most": "30 min"})
    by_change = ripple(old, change=change(changes=[{"to": "quick-lunch", "how": "tightened"}]))
    by_difference = since(new_base, new)
    assert by_difference.reached == by_change.reached
    assert by_difference.departments == by_change.departments
    assert by_difference.to_be_told == by_change.to_be_told


def test_what_changed_is_a_table_of_the_report():
    old = bistro()
    report = since(old, old.replace("cooks", name="Cooks well", department="service"))
    [table] = [table for table in report.tables if table.name == "changes"]
    assert [row[4] for row in table.rows] == ["name", "department"]
    assert [str(row[8]) for row in table.rows] == ["worded anew", "another owner"]
    for form in ("text", "csv", "json"):
        assert "another owner" in as_text(report, form)


@settings(max_examples=20)
@given(blueprints(), blueprints())
def test_any_two_states_can_be_asked_in_every_form(was, now):
    old, new = Blueprint.model_validate(was), Blueprint.model_validate(now)
    found = difference(alone(old), alone(new))
    report = ripple(new, change=found, method="paths")
    for form in RIPPLE_FORMATS:
        assert as_text(report, form)
    told = comment(report, difference=found)
    assert told == comment(ripple(new, change=found, method="paths"), difference=found)
    assert told.startswith(f"{MARK}\n### ")


HOSTILE = (
    "@everyone",
    "ask @anna/team now",
    "#123",
    "see org/repo#7",
    "!42",
    "~bug",
    '~"big bug"',
    "%12",
    "$99",
    "&3",
    "^alert",
    "GH-12",
    ":tada:",
    "https://evil.example/x?a=1",
    "www.evil.example",
    "mailto:a@b.example",
    "a | b | c",
    "`rm -rf`",
    "``` code",
    "<script>alert(1)</script>",
    "<!-- gone -->",
    "</details>",
    "<details><summary>x</summary>",
    "[click](javascript:x)",
    "![p](http://x/y.png)",
    "- [ ] task",
    "# heading",
    "1. one",
    "---",
    "$x$ and $$y$$",
    "::warning file=a::b",
    "\u202egnp",
    "a\u200bb",
    "*/ **bold** _it_ ~~no~~",
    "C:\\new\\table",
)


@pytest.mark.parametrize("label", HOSTILE)
def test_a_label_is_only_ever_text(label):
    told = quiet(label)
    plain = re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", told)  # what Markdown makes of escapes
    assert "\n" not in told
    assert not re.search(r"@\w", plain)
    assert not re.search(r"[#!%~&^][\w\"]", plain.replace("&#8203;", "\u200b"))
    assert not re.search(r":[\w+-]+:", plain.replace("&#8203;", "\u200b"))
    assert "://" not in told
    assert not re.search(r"\bwww\.\w|mailto:\w|GH-\d", told)
    assert not re.search(r"(?<!\\)[`|<>\[\]*_]", told)
    assert not re.search(r"(?<!\\)\$", told)
    assert not re.search("[\u202a-\u202e\u2066-\u2069]", told)
    shown = plain.replace("&#8203;", "")
    assert shown.replace("\\u{202e}", "\u202e").replace("\\u{200b}", "\u200b") == label


@given(st.text(max_size=80))
def test_no_text_calls_anybody_or_breaks_a_line(text):
    told = quiet(text)
    assert not re.search(r"@\w", told)
    assert "\n" not in told
    assert not re.search(r"(?<!\\)(\\\\)*[`|<]", told)
    assert quiet(told) == told
    assert re.fullmatch(r"<code>([^<>|`@&]|&#\d+;)*</code>", quiet_id(text), re.DOTALL)


@pytest.mark.parametrize("label", HOSTILE)
def test_hostile_labels_keep_their_places_in_the_comment(label):
    old = bistro()
    new = old.replace("quick-lunch", text=label, made_by="it").replace("cooks", name=label)
    new = new.replace("kitchen", name=label)
    found = difference(alone(old), alone(new), since="main")
    told = comment(ripple(new, change=found), difference=found)
    plain = comment(since(old, old.replace("quick-lunch", made_by="it")))
    assert told.count("<details>") == told.count("</details>") >= plain.count("<details>") - 1
    assert not [line for line in told.splitlines() if line.startswith(("/", "::", "@", "# "))]
    for line in told.splitlines():
        assert not line.startswith("|") or line.endswith("|")
    widths = [len(re.findall(r"(?<!\\)\|", line)) for line in told.splitlines() if line[:1] == "|"]
    assert set(widths) <= {4, 5, 6, 7, 8}


def test_a_long_answer_is_cut_with_a_word_on_it():
    many = bistro()
    for n in range(MOST_ROWS + 5):
        many = many.add(f"Tidies {n}", to="eat", lane="backstage")
    report = ripple(many, ["serves"], direction="demand")
    told = comment(report)
    more = len(report.reached) - MOST_ROWS
    assert more > 0
    assert f"and {more} more rows; the reports as text, CSV and JSON have all" in told
    assert len(told) < 60_000


GOLDEN = """\
<!-- blueprint ripple -->
### Ripple of what changed since main

- **First to act**: Service
- **Also affected**: Kitchen
- **Must be told**: Marketing

**To be noted**

- **info**: Elements it concerns that no department does or owns: 1.

| Promise at stake | Made by | Why |
|---|---|---|
| Lunch in half an hour | Marketing | “Lunch in half an hour” is tightened |

| Department | Part | Elements | Why |
|---|---|---|---|
| Service | first to act | 1 | “Serves” keeps the promise “Lunch in half an hour” |
"""


def test_the_head_of_a_comment_is_the_reviewed_one():
    old = bistro().replace("buys", systems=())
    new = old.replace("quick-lunch", target={"measure": "duration", "at_most": "20 min"})
    found = difference(alone(old), alone(new), since="main")
    told = comment(ripple(new, change=found), difference=found)
    assert told.startswith(GOLDEN)
