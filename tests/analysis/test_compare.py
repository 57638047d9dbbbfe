"""Two states of a service, or two personas of one: what a comparison says, and what it cannot."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given

import blueprint
from blueprint.analysis import compare, compare_personas
from blueprint.analysis.comparison import Comparison
from blueprint.analysis.comparison.worse import CODES
from blueprint.analysis.difference import between
from blueprint.analysis.difference.pairing import family
from blueprint.cli.diff import NAMED
from blueprint.errors import BlueprintError, ReferenceNotFoundError
from blueprint.files import load_workspace
from blueprint.graph import graph_of
from blueprint.integrity import Scope
from blueprint.model import Blueprint
from blueprint.report import Report
from tests.strategies import blueprints as written

blueprints = written().map(Blueprint.model_validate)


def till(**more: Any) -> Blueprint:
    """A meal ordered at a till: five steps, one wait, one promise."""
    said: dict[str, Any] = {
        "blueprint": "Till",
        "currency": "CNY",
        "departments": {"service": "Service", "kitchen": "Kitchen"},
        "systems": {"till": "Till", "printer": "Printer"},
        "promises": {
            "fast": {"text": "Ten minutes", "target": {"measure": "duration", "at_most": "10 min"}}
        },
        "phases": [{"phase": "Visit", "steps": [QUEUE, ORDER, WAIT]}],
    }
    return Blueprint.model_validate(said | more)


QUEUE = {
    "id": "queue",
    "customer": {"id": "stand", "name": "Stands"},
    "time": {"waiting": "4 min", "actual": "4 min"},
}
ORDER = {
    "id": "order",
    "customer": {"id": "say", "name": "Says it", "participation": "joint", "effort": "1 min"},
    "moment_of_truth": {"owner": "service"},
    "time": {"waiting": "0 s", "actual": "2 min"},
    "frontstage": {
        "id": "take",
        "name": "Takes it",
        "department": "service",
        "system": "till",
        "duration": "2 min",
        "cost": {"per_minute": 0.5},
    },
}
WAIT = {
    "id": "wait",
    "customer": {"id": "waits", "name": "Waits"},
    "time": {"waiting": "9 min", "actual": "9 min"},
    "backstage": {"id": "cook", "name": "Cooks", "department": "kitchen", "cost": 9},
    "fails": {"name": "Wrong dish", "at": "cook", "recovery": "take"},
}


def steps(*said: dict[str, Any]) -> dict[str, Any]:
    return {"phases": [{"phase": "Visit", "steps": list(said)}]}


def codes(report: Report) -> list[str]:
    return [finding.code.removeprefix("compare.") for finding in report.findings]


def rows(report: Report, name: str) -> list[list[str]]:
    [table] = [table for table in report.tables if table.name == name]
    return [["" if cell is None else str(cell) for cell in row] for row in table.rows]


def test_a_blueprint_with_itself_is_no_difference_in_one_sentence():
    report = compare(till(), till())
    assert [str(s) for s in report.summary] == [
        "No difference: “Till (before)” and “Till (after)” say the same."
    ]
    assert report.same
    assert (report.findings, report.tables) == ((), ())
    assert not report.overlay.elements
    assert not report.before.elements


def test_what_only_tells_two_states_apart_is_no_difference():
    then = till(blueprint="Till of tomorrow", state="future", of="till", source="Workshop")
    assert str(compare(till(), then).summary[0]) == (
        "No difference: “Till” and “Till of tomorrow” say the same."
    )


def test_what_is_new_and_gone_is_counted_and_lit_each_on_its_drawing():
    serve = {"id": "serve", "customer": {"id": "eats", "name": "Eats"}}
    report = compare(till(), till(**steps(ORDER, WAIT, serve)))
    assert str(report.summary[0]) == (
        "From “Till (before)” to “Till (after)”: 2 elements are new, 2 are gone."
    )
    assert {i: m.role for i, m in report.before.elements.items()} == {"stand": "removed"}
    assert {i: m.role for i, m in report.overlay.elements.items()} == {"eats": "added"}


def test_over_the_line_of_visibility_is_told_with_its_direction():
    card = ORDER["frontstage"]
    hidden = {key: said for key, said in ORDER.items() if key != "frontstage"}
    then = till(**steps(QUEUE, {**hidden, "backstage": card}, WAIT))
    report = compare(till(), then)
    assert "Over the line of visibility: out of customers' sight “Takes it”." in map(
        str, report.summary
    )
    assert rows(report, "moves") == [
        ["take", "Takes it", "Lane", "Frontstage", "Backstage", "goes out of sight"]
    ]
    assert "out-of-sight" in codes(report)
    assert report.before.elements["take"].role == report.overlay.elements["take"].role == "moved"
    back = compare(then, till())
    assert "Over the line of visibility: into it “Takes it”." in map(str, back.summary)
    assert "out-of-sight" not in codes(back)


def test_a_moment_of_truth_lost_is_what_got_worse_and_its_owner_is_not_told_twice():
    plain = {key: said for key, said in ORDER.items() if key != "moment_of_truth"}
    then = till(**steps(QUEUE, plain, {**WAIT, "moment_of_truth": True}))
    report = compare(till(), then)
    assert "Moments of truth lost: “Says it”. Moments of truth gained: “Waits”." in map(
        str, report.summary
    )
    assert codes(report) == ["moment-lost"]
    gone = compare(till(), till(**steps(QUEUE, WAIT | {"fails": ()})))
    assert "The moment of truth “Says it” is gone" in [str(f.message) for f in gone.findings]


def test_owners_are_told_by_name_and_one_that_nobody_has_any_more_is_found():
    cook = {key: said for key, said in WAIT["backstage"].items() if key != "department"}
    take = {**ORDER["frontstage"], "department": "kitchen"}
    then = till(**steps(QUEUE, {**ORDER, "frontstage": take}, {**WAIT, "backstage": cook}))
    report = compare(till(), then)
    assert rows(report, "owners") == [
        ["take", "Takes it", "frontstage action", "Service", "Kitchen"],
        ["cook", "Cooks", "backstage action", "Kitchen", "nobody"],
    ]
    assert codes(report) == ["nobody"]


def test_times_are_summed_over_the_main_path_and_told_with_their_unit():
    then = till(
        **steps({**QUEUE, "time": {"waiting": "1 min", "actual": "1 min"}}, ORDER, {**WAIT, "time": {"waiting": "11 min", "actual": "11 min"}})
    )  # fmt: skip
    report = compare(till(), then)
    assert "On the main path: waiting 13 min → 12 min; actual time 15 min → 14 min." in map(
        str, report.summary
    )
    assert rows(report, "times")[0] == ["Actual time", "15.0", "14.0", "-1.0", "3 of 3", "3 of 3"]
    [times] = [table for table in report.tables if table.name == "times"]
    assert [column.unit for column in times.columns][1:4] == ["min"] * 3
    assert codes(report) == ["waits-longer"]
    assert str(report.findings[0].message) == "Customers wait longer at “Waits”: 9 min → 11 min"


def test_what_one_of_the_two_does_not_say_is_no_zero():
    silent = {**WAIT, "time": {"actual": "9 min"}}
    report = compare(till(), till(**steps(QUEUE, ORDER, silent)))
    assert rows(report, "times")[1] == ["Waiting time", "13.0", "4.0", "", "3 of 3", "2 of 3"]
    assert codes(report) == ["cannot-tell"]
    assert str(report.findings[0].message) == (
        "Only one of the two says this of “Waits”, so that it cannot be compared: waiting time"
    )
    assert not any("main path" in str(sentence) for sentence in report.summary)


def test_cost_is_by_the_minute_and_by_the_piece_and_of_two_currencies_is_not_compared():
    slower = {**ORDER, "frontstage": {**ORDER["frontstage"], "duration": "4 min"}}
    report = compare(till(), till(**steps(QUEUE, slower, WAIT)))
    assert rows(report, "cost")[0] == [
        "Cost of the main path", "10.0", "11.0", "1.0", "2 of 5", "2 of 5",
    ]  # fmt: skip
    assert codes(report) == ["costs-more"]
    other = compare(till(), till(currency="USD", **steps(QUEUE, slower, WAIT)))
    assert codes(other) == ["cannot-tell"]
    assert all(table.name != "cost" for table in other.tables)


def test_work_that_moves_to_customers_is_found():
    own = {**ORDER["customer"], "participation": "self", "effort": "2 min"}
    report = compare(till(), till(**steps(QUEUE, {**ORDER, "customer": own}, WAIT)))
    assert codes(report) == ["work-to-customer", "work-to-customer"]
    moved = {**ORDER, "customer": [ORDER["customer"], {"id": "take", "name": "Takes it"}]}
    del moved["frontstage"]
    report = compare(till(), till(**steps(QUEUE, moved, WAIT | {"fails": ()})))
    assert "“Takes it” is now the customer's work" in [str(f.message) for f in report.findings]


def test_a_promise_that_asks_less_and_one_that_is_gone_are_found():
    late = {"fast": {"text": "Ten minutes", "target": {"measure": "duration", "at_most": "12 min"}}}
    assert codes(compare(till(), till(promises=late))) == ["asks-less"]
    assert codes(compare(till(promises=late), till())) == []
    assert codes(compare(till(), till(promises={}))) == ["promise-gone"]


def test_what_is_promised_less_is_told_in_words_and_in_one_unit():
    hours = {"fast": {"text": "Soon", "target": {"measure": "duration", "at_most": "4 h"}}}
    [found] = compare(till(), till(promises=hours)).findings
    assert str(found.message).endswith("at most 10 min → at most 240 min")
    assert found.message.into("zh").endswith("不超过 10 分钟 → 不超过 240 分钟")


def test_a_recovery_that_is_taken_away_is_found():
    unmended = {**WAIT, "fails": {"name": "Wrong dish", "at": "cook"}}
    assert codes(compare(till(), till(**steps(QUEUE, ORDER, unmended)))) == ["recovery-lost"]


def test_systems_and_handoffs_more_and_fewer():
    handed = {
        **WAIT,
        "frontstage": {"id": "call", "name": "Calls", "department": "service"},
        "backstage": {**WAIT["backstage"], "system": "printer"},
    }
    report = compare(till(), till(**steps(QUEUE, ORDER, handed)))
    assert str(report.summary[-1]) == (
        "Behind the service: newly used “Printer”; handoffs between departments 0 → 1."
    )
    assert codes(report) == ["more-handoffs"]


def test_where_two_files_share_few_ids_names_match():
    renamed = [
        {**step, "id": f"s{n}", "customer": {**step["customer"], "id": f"c{n}"}}
        for n, step in enumerate((QUEUE, ORDER))
    ]
    renamed[1]["frontstage"] = {**ORDER["frontstage"], "id": "f1"}
    short = till(**steps(QUEUE, ORDER))
    report = compare(short, till(**steps(*renamed)))
    assert not any("gone" in str(sentence) for sentence in report.summary)


def test_no_steps_one_step_and_a_circle_are_compared_too():
    nothing = till(phases=[])
    assert compare(nothing, nothing).same
    assert "5 elements are new" in str(compare(nothing, till(**steps(QUEUE, QUEUE | {"id": "q2", "customer": "Sits"}))).summary[0])  # fmt: skip
    circle = till(**steps(QUEUE | {"next": "wait"}, WAIT | {"next": "queue", "fails": ()}))
    assert "are gone" in str(compare(till(), circle).summary[0])


def test_a_wrong_source_is_refused():
    with pytest.raises(BlueprintError, match="expected a blueprint"):
        compare("till", till())  # type: ignore[arg-type]


def test_the_names_of_the_two_can_be_given():
    report = compare(till(), till(price=3.0), names=("main", "branch"))
    assert str(report.title) == "“main” and “branch” compared"


def test_every_code_can_be_failed_on():
    assert set(NAMED) == {"difference", *CODES}


def test_the_report_is_data_with_both_overlays():
    told = compare(till(), till(phases=[])).to_dict("zh")
    assert told["name"] == "compare"
    assert told["before"]["elements"]["cook"]["role"] == "removed"
    assert "取消" in told["summary"][0]


# -- what `of` names, in one workspace -------------------------------------------------------


def two_states() -> Scope:
    then = till(blueprint="Kiosk", stem="kiosk", of="till", **steps(QUEUE, ORDER | {"moment_of_truth": None}, WAIT))  # fmt: skip
    return Scope({"till": till(stem="till"), "kiosk": then})


def test_what_says_of_is_compared_with_that_in_the_workspace_and_keeps_its_ids():
    report = blueprint.analyse(two_states(), "compare")
    assert str(report.title) == "“Till” and “Kiosk” compared"
    assert report.findings[0].about == ("kiosk:order",)
    assert set(report.overlay.elements) == {"till:say", "kiosk:say"}
    assert isinstance(report, Comparison)
    assert set(report.before.elements) == {"till:say"}


def test_two_blueprints_can_be_named_in_either_order():
    asked = blueprint.analyse(two_states(), "compare", ["kiosk", "till"])
    assert "Moments of truth gained: “Says it”." in map(str, asked.summary)
    with pytest.raises(BlueprintError, match="two blueprints"):
        blueprint.analyse(two_states(), "compare", ["till:order"])
    with pytest.raises(ReferenceNotFoundError):
        blueprint.analyse(two_states(), "compare", ["nobody"])


def test_where_nothing_names_another_there_is_nothing_to_compare():
    report = blueprint.analyse(till(), "compare")
    assert "nothing to compare" in str(report.summary[0])
    assert report.method.n == 0


def test_several_that_say_of_are_one_report():
    scope = two_states()
    third = scope.blueprints["kiosk"].model_copy(update={"blueprint": "App", "stem": "app"})
    report = blueprint.analyse(Scope({**scope.blueprints, "app": third}), "compare")
    assert [f.about for f in report.findings] == [("kiosk:order",), ("app:order",)]
    graph = graph_of(Scope({**scope.blueprints, "app": third}))
    assert set(report.overlay.elements) <= set(graph.index)


def test_two_workspaces_are_compared_file_by_file():
    shop = load_workspace("examples/one_day_delivery")
    assert compare(shop, shop).same
    blueprints = {
        stem: entry if stem != "order" else entry.remove(next(iter(entry.names.steps)))
        for stem, entry in shop.scope.blueprints.items()
    }
    smaller = Scope({"order": blueprints["order"]}, shop.scope.catalog, whole=False)
    whole = Scope({"order": shop.scope.blueprints["order"]}, shop.scope.catalog, whole=False)
    assert "gone" in str(compare(whole, smaller).summary[0])


# -- two personas --------------------------------------------------------------------------------


def lived() -> Blueprint:
    return Blueprint.model_validate(
        {
            "blueprint": "Meal",
            "personas": {"one": "One", "other": "Other"},
            "phases": [
                {
                    "phase": "Visit",
                    "steps": [
                        {"customer": "Waits", "experience": [{"persona": "one", "emotion": 1}, {"persona": "other", "emotion": -2}]},
                        {"customer": "Eats", "experience": {"emotion": 2}},
                        {"customer": "Plays", "experience": {"persona": "other", "emotion": 3}},
                        {"customer": "Pays", "experience": {"persona": "one", "emotion": {"happy": 3}}},
                        "Leaves",
                    ],
                }
            ],
        }
    )  # fmt: skip


def test_two_personas_are_shown_side_by_side():
    report = compare_personas(lived(), "one", "other")
    assert [str(sentence) for sentence in report.summary] == [
        "“One” lives through 4 steps and “Other” through 4; 3 steps are common to both.",
        "Only “One” lives through “Pays”.",
        "Only “Other” lives through “Plays”.",
        "They are furthest apart at “Waits”: “One” feels +1, “Other” −2.",
    ]
    assert rows(report, "lives")[0] == ["waits", "Waits", "yes", "yes", "1.0", "-2.0", "-3.0"]
    assert codes(report) == ["good-for-one"]
    assert report.charts[0].series[1].points[2].y == 3


def test_each_drawing_lights_what_only_its_persona_lives_through():
    report = compare_personas(lived(), "one", "other")
    assert {i: m.role for i, m in report.before.elements.items()} == {
        "waits.customer": "changed",
        "pays.customer": "added",
    }
    assert {i: m.role for i, m in report.overlay.elements.items()} == {
        "waits.customer": "changed",
        "plays.customer": "added",
    }


def test_two_personas_that_live_the_same_are_told_so():
    same = lived().model_copy(update={"phases": lived().phases[:0]})
    assert compare_personas(same, "one", "other").same


def test_what_is_told_of_everybody_is_not_told_as_if_two_personas_agreed():
    def felt(*said: dict[str, Any]) -> str:
        people = {"personas": {"one": "One", "other": "Other"}}
        step = {"id": "wait", "customer": "Waits", "experience": list(said)}
        report = compare_personas(till(**people, **steps(step)), "one", "other")
        return str(report.summary[-1])

    both = [{"persona": who, "emotion": 1} for who in ("one", "other")]
    assert felt({"emotion": 1}).startswith("What is felt is told of everybody")
    assert felt(*both) == "Wherever both tell what they feel, they feel the same."


@pytest.mark.parametrize(("one", "other"), [("one", "one"), ("one", "nobody")])
def test_one_persona_twice_or_an_unknown_one_is_refused(one, other):
    with pytest.raises(BlueprintError):
        compare_personas(lived(), one, other)


def test_personas_are_an_analysis_of_two_elements():
    report = blueprint.analyse(lived(), "compare", ["one", "other"])
    assert str(report.title) == "“One” and “Other” compared"
    with pytest.raises(BlueprintError, match="two personas"):
        blueprint.analyse(lived(), "compare", ["one"])


# -- what holds for any two ----------------------------------------------------------------------


@given(blueprints)
def test_any_blueprint_is_the_same_as_itself(one):
    assert compare(one, one).same


@given(blueprints, blueprints)
def test_a_comparison_is_mirrored(one, other):
    there, back = compare(one, other), compare(other, one)
    assert there.same == back.same
    for name in ("counts", "times"):
        for report in (there, back):
            assert len([table for table in report.tables if table.name == name]) <= 1
        forth, home = (
            [row[:3] for table in report.tables if table.name == name for row in table.rows]
            for report in (there, back)
        )
        assert forth == [(row[0], row[2], row[1]) for row in home]


@given(blueprints, blueprints)
def test_what_has_one_id_in_both_is_the_same_from_either_side(one, other):
    old, new = graph_of(one), graph_of(other)
    there, back = between(old, new).same, between(new, old).same
    sorts = [{node.id: family(node) for node in graph.nodes} for graph in (old, new)]
    for element, sort in sorts[0].items():
        if sorts[1].get(element) == sort:
            assert there[element] == back[element] == element


@given(blueprints, blueprints)
def test_each_overlay_names_only_what_its_drawing_has(one, other):
    report = compare(one, other)
    assert set(report.before.elements) <= set(graph_of(one).index)
    assert set(report.overlay.elements) <= set(graph_of(other).index)
    for lang in ("en", "zh"):
        assert all(sentence.into(lang) for sentence in report.summary)


def test_a_step_that_became_faster_is_told_as_a_change_and_as_a_factor():
    slow = till(
        **steps({**ORDER, "time": {"actual": "40 s"}}, {**WAIT, "time": {"actual": "1 min"}})
    )
    fast = till(
        **steps({**ORDER, "time": {"actual": "2 s"}}, {**WAIT, "time": {"actual": "2 min"}})
    )
    told = {row[0]: row[-1] for row in rows(compare(slow, fast), "steps")}
    assert told == {"order": "−95 %, 20 x", "wait": ""}
