"""What helps and hinders, on cases worked out by hand."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from blueprint.analysis.analysing import analyse
from blueprint.errors import BlueprintError, ReferenceNotFoundError
from blueprint.files import load_workspace
from blueprint.model import Blueprint, Change
from blueprint.render.report.markdown import markdown
from tests.analysis.small import codes, nothing, rows, sentences

METRICS = {
    "resolved": {"name": "Resolved at once", "kind": "fcr"},
    "nps": {"name": "Recommended", "kind": "nps"},
    "ease": {
        "name": "Ease",
        "kind": "ces",
        "scale": [1, 7],
        "positive": [5, 7],
        "negative": [1, 3],
    },
    "calls": {"name": "Calls", "kind": "count"},
}


def shop(levers, results=(), **more):
    return Blueprint.model_validate(
        {
            "blueprint": "Shop",
            "metrics": METRICS,
            "levers": levers,
            "results": list(results),
            "phases": {"Visit": [{"customer": name} for name in ("Comes", "Asks", "Pays")]},
            **more,
        }
    )


def music(**more):
    return {
        "name": "Music",
        "effect": "accelerator",
        "steps": ["asks"],
        "since": "2026-03-01",
        "metrics": ["resolved"],
        **more,
    }


def result(value, date, *, n=400, metric="resolved", at="asks", **more):
    return {"metric": metric, "at": at, "date": date, "value": value, "n": n, **more}


def compared(source, **options):
    return rows(analyse(source, "levers", **options), "before_after")


def test_a_share_that_rose_is_better_and_newcombes_interval_says_how_far():
    found = analyse(
        shop({"music": music()}, [result(60, "2026-02-01"), result(70, "2026-04-01")]), "levers"
    )
    assert codes(found) == ["levers.better"]
    [row] = rows(found, "differences")
    assert row["difference"] == 10
    assert row["low"] == pytest.approx(3.4, abs=0.1)
    assert row["high"] == pytest.approx(16.5, abs=0.1)
    assert "better: 1" in sentences(found)
    assert found.findings[0].about == ("music", "resolved", "asks")
    assert "after “Music” began: +10 percentage points" in str(found.findings[0].message)
    shares = shop({"music": music()}, [result(0.6, "2026-02-01"), result(0.7, "2026-04-01")])
    assert analyse(shares, "levers").findings[0].message == found.findings[0].message


def test_the_last_before_and_the_last_while_it_acted_are_compared():
    told = [
        result(10, "2026-01-01"),
        result(60, "2026-02-01"),
        result(65, "2026-03-01"),
        result(70, "2026-04-01"),
        result(99, "2026-06-01"),
    ]
    [row] = compared(shop({"music": music(ended="2026-05-01")}, told))
    assert (row["before"], row["after"]) == (60, 70)


def test_a_net_score_has_the_widest_interval_that_it_and_n_allow():
    told = [
        result(20, "2026-02-01", n=100, metric="nps"),
        result(35, "2026-04-01", n=120, metric="nps"),
    ]
    report = analyse(shop({"music": music(metrics=["nps"])}, told), "levers")
    [row] = rows(report, "differences")
    assert (row["difference"], round(row["low"], 1), round(row["high"], 1)) == (15, -10.5, 40.5)
    assert codes(report) == ["levers.no_difference"]
    assert "+15 points, 95 % interval −10.5 to +40.5" in str(report.findings[0].message)


def test_a_mean_needs_its_standard_deviation():
    told = [
        result(4.1, "2026-02-01", n=200, metric="ease"),
        result(4.9, "2026-04-01", n=200, metric="ease"),
    ]
    source = shop({"music": music(metrics=["ease"])}, told)
    assert "standard deviation" in compared(source)[0]["why"]
    report = analyse(source, "levers", sd={"ease": 1.2})
    assert codes(report) == ["levers.better"]
    assert rows(report, "differences")[0]["high"] == pytest.approx(0.8 + 0.236, abs=0.001)


@pytest.mark.parametrize(
    ("lever", "told", "why"),
    [
        ({"since": None}, [], "no day is written"),
        ({"ended": "2026-01-01"}, [], "ends before it begins"),
        ({}, [], "never measured"),
        ({}, [result(60, None)], "no date"),
        ({}, [result(60, "2026-04-01")], "before the lever began"),
        ({}, [result(60, "2026-02-01")], "while the lever acted"),
        ({}, [result(60, "2026-02-01", n=None), result(70, "2026-04-01")], "how many answered"),
        (
            {},
            [result(60, "2026-02-01", instrument="a"), result(70, "2026-04-01", instrument="b")],
            "in another way",
        ),
        ({}, [result(-1, "2026-02-01"), result(70, "2026-04-01")], "from 0 to 1"),
        (
            {"metrics": ["nps"]},
            [
                result(120, "2026-02-01", metric="nps"),
                result(30, "2026-04-01", metric="nps"),
            ],
            "off the metric's scale",
        ),
        (
            {"metrics": ["calls"]},
            [
                result(9, "2026-02-01", metric="calls"),
                result(3, "2026-04-01", metric="calls"),
            ],
            "no share, net score or mean",
        ),
    ],
)
def test_what_cannot_be_told_says_why_and_what_to_do(lever, told, why):
    report = analyse(shop({"music": music(**lever)}, told), "levers")
    [row] = rows(report, "before_after")
    assert why in row["why"]
    assert row["verdict"] == "cannot tell"
    [finding] = [f for f in report.findings if f.code == "levers.cannot_tell"]
    assert finding.hint is not None
    assert "cannot be told" in sentences(report)


def test_personas_and_places_are_compared_with_themselves():
    told = [
        result(60, "2026-02-01", persona="old"),
        result(70, "2026-04-01", persona="young"),
        result(50, "2026-02-01", at="pays"),
        result(90, "2026-04-01", at="pays"),
    ]
    personas = {"old": {"name": "Old"}, "young": {"name": "Young"}}
    found = compared(shop({"music": music()}, told, personas=personas))
    assert [(row["persona"], row["at"]) for row in found] == [("Old", "Asks"), ("Young", "Asks")]


def test_where_it_was_measured_elsewhere_only_the_report_says_so():
    told = [result(50, "2026-02-01", at="pays"), result(90, "2026-04-01", at="pays")]
    [row] = compared(shop({"music": music()}, told))
    assert "at another step" in row["why"]
    assert (row["verdict"], row["better"]) == ("rose", "better")


def test_what_was_measured_elsewhere_and_cannot_be_compared_is_told_once():
    told = [result(50, "2026-04-01", at="pays"), result(90, "2026-04-01", at="comes")]
    report = analyse(shop({"music": music()}, told), "levers")
    [row] = rows(report, "before_after")
    assert row["why"] == "it was measured only at steps where the lever does not act"
    [finding] = report.findings
    assert str(finding.message).startswith("Cannot tell what “Resolved at once” did under “Music”")


def test_figures_and_differences_say_their_unit():
    told = [
        result(0.6, "2026-02-01"),
        result(0.7, "2026-04-01"),
        result(20, "2026-02-01", metric="nps"),
        result(35, "2026-04-01", metric="nps"),
        result(4.1, "2026-02-01", metric="ease"),
        result(4.9, "2026-04-01", metric="ease"),
    ]
    source = shop({"music": music(metrics=["resolved", "nps", "ease"], primary="nps")}, told)
    report = analyse(source, "levers", sd={"ease": 1.2})
    assert {
        row["metric"]: (row["before"], row["unit"]) for row in rows(report, "before_after")
    } == {
        "Recommended": (20, "points"),
        "Resolved at once": (60, "%"),
        "Ease": (4.1, "scale 1 to 7"),
    }
    assert {
        row["metric"]: (row["difference"], row["unit"]) for row in rows(report, "differences")
    } == {
        "Recommended": (15, "points"),
        "Resolved at once": (10, "percentage points"),
        "Ease": (0.8, "scale 1 to 7"),
    }
    assert [str(chart.up) for chart in report.charts][1] == (
        "Difference (percentage points), with its 95 % interval"
    )


def test_in_markdown_a_table_stands_for_the_charts_of_its_figures():
    told = [result(60, "2026-02-01"), result(70, "2026-04-01")]
    text = markdown(analyse(shop({"music": music()}, told), "levers"))
    assert "## How far metrics differ" in text
    assert "difference after the lever began" not in text


def test_of_one_lever_steps_and_strategy_are_not_told_again():
    report = analyse(shop({"music": music(strategy="calm")}), "levers")
    assert [table.name for table in report.tables] == ["levers", "before_after"]


def test_steps_of_one_name_are_told_apart_in_a_folder():
    report = analyse(load_workspace("examples/delivery_and_installation"), "levers")
    assert rows(report, "levers")[0]["steps"] == (
        "Learn what installing costs (A washing machine in two visits), "
        "Learn what installing costs (A washing machine in one visit)"
    )


def test_what_began_at_the_same_time_is_named():
    told = [result(50, "2026-02-01"), result(90, "2026-04-01")]
    light = music(name="Light", since="2026-03-15", metrics=["nps"])
    found = compared(shop({"music": music(), "light": light}, told))
    assert "Light" in found[0]["why"]
    report = analyse(shop({"music": music(), "light": light}, told), "levers")
    assert "compare steps with only one of them" in str(report.findings[0].hint)
    assert rows(report, "differences")[0]["p"] == "< 0.0001"
    late = music(name="Light", since="2026-05-15", metrics=["nps"])
    assert compared(shop({"music": music(), "light": late}, told))[0].get("why") is None


def test_several_metrics_are_judged_together_but_for_the_one_that_decides():
    told = [
        result(60, "2026-02-01"),
        result(66.9, "2026-04-01"),
        result(0, "2026-02-01", metric="nps"),
        result(1, "2026-04-01", metric="nps"),
    ]
    both = {"metrics": ["resolved", "nps"]}
    together = compared(shop({"music": music(**both)}, told))
    alone = compared(shop({"music": music(**both, primary="resolved")}, told))
    assert {row["metric"]: row["verdict"] for row in together}["Resolved at once"] == (
        "no difference shown"
    )
    assert {row["metric"]: row["verdict"] for row in alone}["Resolved at once"] == "rose"
    assert "levers.primary" in codes(analyse(shop({"music": music(**both)}, told), "levers"))


def test_an_inhibitor_that_lowers_a_metric_is_a_warning():
    told = [result(70, "2026-02-01"), result(50, "2026-04-01")]
    report = analyse(shop({"queue": music(name="Queue", effect="inhibitor")}, told), "levers")
    assert [(f.code, f.severity) for f in report.findings] == [("levers.worse", "warning")]
    assert report.overlay.elements["asks"].role == "warning"


def test_a_lever_without_steps_or_metrics_is_pointed_out():
    report = analyse(shop({"music": music(steps=[], metrics=[])}), "levers")
    assert codes(report) == ["levers.nowhere", "levers.unmeasured"]
    turned = analyse(shop({"music": music(ended="2026-01-01", metrics=[])}), "levers")
    assert codes(turned)[0] == "levers.dates"
    assert turned.findings[0].severity == "error"


def test_strategies_and_the_journey_are_counted():
    source = shop(
        {
            "a": music(name="A", strategy="calm", steps=["asks", "pays"]),
            "b": music(name="B", strategy="calm", effect="inhibitor"),
        }
    )
    report = analyse(source, "levers")
    [row] = rows(report, "strategies")
    assert (row["accelerators"], row["inhibitors"], row["steps"]) == (1, 1, 2)
    assert [row["step"] for row in rows(report, "journey")] == ["Asks", "Pays"]
    assert sentences(report).startswith(
        "Acting on the journey: 1 accelerator and 1 inhibitor, at 2 of 3 steps."
    )


class Desk:
    """A workspace of one blueprint, with changes."""

    def __init__(self, source, **changes):
        from blueprint.integrity import alone

        self.scope = alone(source)
        self.changes = {k: Change.model_validate(v) for k, v in changes.items()}


def change(**more):
    return {"change": "Louder", "because": ["Silence"], "moves": ["nps"], **more}


@pytest.mark.parametrize(
    ("more", "told", "missing"),
    [
        ({"remeasure": "2026-05-01"}, [("2026-04-01"), ("2026-05-01")], []),
        ({"remeasure": "2026-05-01"}, ["2026-04-01"], ["a figure from after"]),
        ({"remeasure": "2026-05-01"}, ["2026-06-01"], ["a figure from before"]),
        ({}, ["2026-04-01"], ["a day to measure again", "a figure from after"]),
        (
            {"because": [], "moves": []},
            [],
            ["a reason", "a metric that should move", "a day to measure again"],
        ),
    ],
)
def test_a_loop_is_closed_once_nothing_is_missing(more, told, missing):
    source = shop({}, [result(5, day, metric="nps") for day in told])
    report = analyse(Desk(source, louder=change(**more)), "levers")
    [row] = rows(report, "changes")
    assert (row.get("missing") or "") == ", ".join(missing)
    assert row["closed"] is (not missing)
    assert codes(report) == ["levers.change_open" if missing else "levers.change_closed"]


def test_a_change_that_only_waits_for_its_day_is_no_warning():
    source = shop({}, [result(5, "2026-04-01", metric="nps")])
    [finding] = analyse(Desk(source, louder=change(remeasure="2026-05-01")), "levers").findings
    assert (finding.severity, str(finding.hint)) == ("info", "measure again on 2026-05-01")
    assert "from reason to new figure: 0 of 1." in sentences(
        analyse(Desk(source, louder=change(remeasure="2026-05-01")), "levers")
    )


def test_a_change_not_measured_again_in_time_is_overdue_once_the_day_is_given():
    desk = Desk(shop({}), louder=change(remeasure="2026-05-01"))
    assert codes(analyse(desk, "levers", today="2026-04-01")) == ["levers.change_open"]
    assert codes(analyse(desk, "levers", today="2026-06-01")) == ["levers.change_overdue"]


def test_the_changes_of_a_workspace_are_looked_at():
    report = analyse(load_workspace("examples/one_day_delivery"), "levers")
    [row] = rows(report, "changes")
    assert row["change"] == "Deliver within a day"
    assert "every third call" in row["because"].lower()


def test_nothing_written_is_said():
    assert sentences(analyse(nothing(), "levers")) == (
        "No accelerator and no inhibitor is written down."
    )


@pytest.mark.parametrize(
    ("options", "says", "kind"),
    [
        ({"today": "soon"}, "is not a day", BlueprintError),
        ({"sd": {"music": 1.0}}, "is no metric", BlueprintError),
        ({"sd": {"ease": -1.0}}, "below 0", BlueprintError),
        ({"sd": {"eas": 1.0}}, "did you mean “ease”", ReferenceNotFoundError),
    ],
)
def test_a_wrong_option_is_refused(options, says, kind):
    with pytest.raises(kind, match=says):
        analyse(shop({"music": music()}), "levers", **options)


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 100), st.integers(0, 100), st.integers(1, 1000))
def test_the_verdict_turns_round_with_the_figures(before, after, n):
    def verdict(one, other):
        told = [result(one, "2026-02-01", n=n), result(other, "2026-04-01", n=n)]
        return compared(shop({"music": music(metrics=["resolved"])}, told))[0]["verdict"]

    turned = {"rose": "fell", "fell": "rose"}
    first = verdict(before, after)
    assert verdict(after, before) == turned.get(first, first)
