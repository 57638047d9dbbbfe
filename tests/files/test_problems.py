"""Every problem of a file at once, each with place, code, what is wrong and what to write."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blueprint.errors import BlueprintError, InvalidBlueprintError
from blueprint.files import load, read
from tests.strategies import blueprints

HOTEL = """\
blueprint: Overnight hotel stay
languages: [en, zh]
departments: {front-desk: Front desk, it: IT}
phases:
  Arrival:
    - customer: Arrive at hotel
    - step: Check-in
      customer: Check in
      frontstage: {name: Process registration, department: front-desk}
      support: {name: Registration system, department: it}
"""


def told(text):
    return [
        (
            p.code,
            p.place.line + 1,
            p.place.column + 1,
            str(p.message),
            str(p.hint) if p.hint else None,
        )
        for p in read(text).problems
    ]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("department: front-desk}", "department: frontdesk}", ("BP102", 9, 60, 'department "frontdesk" is not defined', 'did you mean "front-desk"?')),
        ("customer: Check in", "custmer: Check in", ("BP101", 8, 7, "unknown key “custmer”", 'did you mean "customer"?')),
        ("blueprint: Over", "state: futur\nblueprint: Over", ("BP104", 1, 8, "“futur” is not one of current, future", 'did you mean "future"?')),
        ("blueprint: Overnight hotel stay", "price: cheap\nblueprint: S", ("BP104", 1, 8, "expected a number, not “cheap”", None)),
        ("name: Process registration, ", "", ("BP105", 9, 19, "“name” is missing", None)),
        ("Registration system,", "Registration system, duration: 1 month,", ("BP110", 10, 54, "“1 month” has no fixed length; write days, such as 30 d", None)),
        ("Process registration,", "Process registration, needs: [check-in],", ("BP108", 9, 56, "the frontstage action “process-registration” cannot have needs: the customer action “check-in.customer”", "the service cannot wait for the customer here; use next: or triggers:")),
        ("customer: Check in", "customer: {name: {en: Check in, fr: Entrer}}", ("BP109", 8, 43, "language “fr” is not declared", "add it to languages: [en, zh, fr]")),
        ("customer: Arrive at hotel", "customer: ★", ("BP106", 6, 7, "no id can be made from this name", "write id: with letters or digits")),
        ("customer: Arrive at hotel", "step: Come\n      id: ｃｈｅｃｋ-ｉｎ\n    - step: In\n      id: check-in", ("BP107", 8, 7, "two elements have the id “check-in”", "give this one an id: of its own")),
        ("front-desk: Front desk", "front-desk: {name: Front desk, part_of: front-desk}", ("BP111", 3, 55, "department “front-desk” would be part of itself", None)),
        ("customer: Arrive at hotel", "customer: Arrive\n      partner: Taxi", ("BP101", 7, 7, "unknown key “partner”", None)),
        ("customer: Arrive at hotel", "customer: Arrive\n      experience: {emotion: 9}", ("BP114", 7, 29, "9 is not on the scale of emotion, -3 to 3", "write a figure on it, or set scales: emotion")),
        ("blueprint: Over", "scales: {emotion: [3, -3]}\nblueprint: Over", ("BP114", 1, 19, "a scale runs from its lowest figure up to its highest, not from 3 to -3", None)),
        ("blueprint: Over", "scales: {ease: [1, .inf]}\nblueprint: Over", ("BP104", 1, 16, "expected the lowest and the highest figure of a scale, such as [1, 10]", None)),
        ("blueprint: Over", "scales: {ease: [7]}\nblueprint: Over", ("BP104", 1, 16, "expected the lowest and the highest figure of a scale, such as [1, 10]", None)),
        ("blueprint: Over", "metrics: {m: {name: M, scale: [1, 10], positive: [8, 12]}}\nblueprint: Over", ("BP114", 1, 50, "positive from 8 to 12 is not on the scale, 1 to 10", "let it lie within scale:")),
        ("blueprint: Over", "metrics: {m: {name: M, positive: [4, 10], negative: [1, 6]}}\nblueprint: Over", ("BP114", 1, 53, "the same answer would be positive and negative", "let positive: and negative: have no figure in common")),
        ("blueprint: Over", "price: 1e308\nblueprint: Over", ("BP104", 1, 8, "this number is out of all proportion; at most 1,000,000,000,000,000", None)),
        ("blueprint: Over", "promises: {p: {text: P, target: {measure: hits, at_most: 1e300}}}\nblueprint: Over", ("BP104", 1, 58, "this number is out of all proportion; at most 1,000,000,000,000,000", None)),
        ("Registration system,", "Registration system, complete_accurate: 98,", ("BP110", 10, 63, "98 is not between 0 and 1; is 98% meant?", None)),
        ("Registration system,", "Registration system, complete_accurate: 980%,", ("BP110", 10, 63, "“980%” is not between 0 and 1", None)),
        ("Registration system,", "Registration system, complete_accurate: -0.5,", ("BP110", 10, 63, "-0.5 is not between 0 and 1", None)),
        ("Registration system,", "Registration system, duration: PT" + "9" * 400 + "S,", ("BP110", 10, 54, "“PT" + "9" * 58 + "” is not a duration; write 90 s, 3 min, 24 h, 2 d or PT90S", None)),
        ("customer: Arrive at hotel", "evidence: Door", ("BP115", 6, 7, "this step has neither a title nor a customer action", "write step: and its title")),
    ],
)  # fmt: skip
def test_each_mistake_is_pointed_at(old, new, expected):
    assert old in HOTEL
    found = told(HOTEL.replace(old, new))
    code, line, column, message, hint = expected
    assert (code, line, column, message) in [entry[:4] for entry in found]
    if hint is not None:
        assert expected in found


def test_all_problems_come_at_once_in_file_order_and_load_raises_them():
    text = (
        HOTEL.replace("front-desk}", "frontdesk}")
        .replace("customer: Check in", "custmer: Check in")
        .replace("languages: [en, zh]", "price: cheap\nlanguages: [en, zh]")
    )
    assert [code for code, *_ in told(text)] == ["BP104", "BP101", "BP102"]
    with pytest.raises(InvalidBlueprintError) as caught:
        load(text)
    assert len(caught.value.problems) == 3
    assert "<text>:2:8: error[BP104]" in str(caught.value)


def test_what_a_broken_part_defined_is_not_reported_as_missing():
    text = HOTEL.replace("front-desk: Front desk", "front-desk: [1]")
    assert [code for code, *_ in told(text)] == ["BP104"]
    text = HOTEL.replace(
        "{name: Process registration, department",
        "{naem: Process registration, needs: [registration-system], department",
    )
    assert {code for code, *_ in told(text)} <= {"BP101", "BP105"}


def test_what_is_there_and_wrong_is_not_reported_as_missing():
    text = "metrics: {m: M}\nresults: [{metric: m, value: much}]\n" + HOTEL
    assert [(code, line) for code, line, *_ in told(text)] == [("BP104", 2)]


def test_an_ambiguous_name_lists_the_candidates():
    text = "blueprint: S\nphases: {P: [{customer: a, frontstage: {name: f, needs: [pms]}, support: PMS}, {customer: b, support: PMS}]}\n"
    ((code, _, _, message, hint),) = told(text)
    assert (code, message) == ("BP103", "“pms” could mean more than one element")
    assert hint == "write a.pms, b.pms"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n",
        "# only a comment\n",
        "- a\n- b\n",
        "just text\n",
        "42\n",
        "blueprint:\n",
        "blueprint: {}\n",
        "null\n",
        "[]\n",
        "{}\n",
        "phases: x\nblueprint: S\n",
        "blueprint: S\nphases: {P: {steps: 3}}\n",
        "blueprint: S\nphases: [[]]\n",
        "blueprint: S\nphases: {P: [[[]]]}\n",
        "blueprint: S\nphases: {P: [3]}\n",
        "blueprint: S\nstem: x\n",
        "blueprint: S\ncatalog: {}\n",
    ],
)
def test_odd_files_get_a_clear_problem_and_no_traceback(text):
    document = read(text if "\n" in text else text + "\n")
    assert not document.ok
    for problem in document.problems:
        assert problem.code.startswith("BP")
        assert str(problem.message)


JUNK = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3)
    ),
    max_leaves=6,
)


@given(blueprints(), JUNK, st.data())
def test_any_part_replaced_by_junk_gives_problems_or_a_blueprint(plain, junk, data):
    """Whatever stands where something else should: an error with a place, never a traceback."""
    import json

    node, path = plain, []
    while isinstance(node, (dict, list)) and node:
        keys = sorted(node) if isinstance(node, dict) else list(range(len(node)))
        key = data.draw(st.sampled_from(keys))
        path.append((node, key))
        node = node[key]
        if data.draw(st.booleans()):
            break
    if path:
        holder, key = path[-1]
        holder[key] = junk
    text = json.dumps(plain) + "\n"
    try:
        document = read(text)
    except BlueprintError:
        return
    assert document.ok or document.problems
    lines = text.split("\n")
    for problem in document.problems:
        assert problem.place is not None
        assert problem.place.column <= len(lines[problem.place.line])
