"""Where money goes: cost, price, budget, profit over time and what customers give."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blueprint.analysis.amounts import money_told, share_told
from blueprint.analysis.analysing import analyse
from blueprint.analysis.economics.profit import Terms, break_even, cost, profit
from blueprint.errors import BlueprintError
from blueprint.files import load_workspace
from blueprint.model import Blueprint
from tests.analysis.small import codes, nothing, plain, rows, sentences

SHOESHINE = Terms(price=0.50, per_minute=0.10, materials=0.03, other=0.09)
"""As recalled of Shostack (1984)."""

amounts = st.floats(0, 1e6, allow_nan=False)


def shoeshine(**more: Any) -> Blueprint:
    """The shoeshine as a blueprint: two minutes of paid work, wax and other costs."""
    work = {"Brush": "30 s", "Polish": "30 s", "Buff": "45 s", "Collect": "15 s"}
    steps = [
        {
            "step": name,
            "customer": f"Sits: {name}",
            "frontstage": {
                "name": f"{name} shoes",
                "department": "stand",
                "duration": length,
                "cost": {"per_minute": 0.10},
            },
        }
        for name, length in work.items()
    ]
    steps[0]["time"] = {"acceptable": "5 min"}
    steps[1]["frontstage"]["cost"] = {"per_minute": 0.10, "materials": 0.03, "other": 0.09}  # type: ignore[index]
    plain_data = {
        "blueprint": "Shoeshine",
        "currency": "USD",
        "price": 0.50,
        "departments": {"stand": "Stand"},
        "phases": {"Shine": steps},
    }
    return Blueprint.model_validate({**plain_data, **more})


def made(*steps: dict[str, Any], **more: Any) -> Blueprint:
    return Blueprint.model_validate({"blueprint": "B", "phases": {"P": list(steps)}, **more})


# ---- profit as a plain function


def test_the_shoeshine_as_recalled():
    assert [round(cost(t, SHOESHINE), 2) for t in (2, 3, 4)] == [0.32, 0.42, 0.52]
    assert [round(profit(t, SHOESHINE), 2) for t in (2, 3, 4)] == [0.18, 0.08, -0.02]
    assert break_even(SHOESHINE) == pytest.approx(3.8)


def test_time_that_costs_nothing_never_uses_up_the_price():
    assert break_even(Terms(price=1, per_minute=0)) is None
    assert break_even(Terms(price=1, per_minute=0, other=2)) == 0


@pytest.mark.parametrize(
    "terms",
    [{"price": -1}, {"per_minute": -0.1}, {"materials": float("nan")}, {"other": float("inf")}],
)
def test_terms_below_zero_or_no_number_are_refused(terms):
    with pytest.raises(BlueprintError, match=f"“{next(iter(terms))}” is an amount of 0 or more"):
        Terms(**{"price": 1, "per_minute": 0.1, **terms})


@pytest.mark.parametrize("minutes", [-1, float("nan"), float("inf")])
def test_a_negative_or_endless_time_is_refused(minutes):
    with pytest.raises(BlueprintError, match="minutes"):
        profit(minutes, SHOESHINE)


@given(amounts, st.floats(0.01, 100), amounts, amounts)
def test_at_the_break_even_nothing_is_left(price, per_minute, materials, other):
    terms = Terms(price=price, per_minute=per_minute, materials=materials, other=other)
    end = break_even(terms)
    assert end is not None
    if end:
        assert profit(end, terms) == pytest.approx(0, abs=1e-6 * max(1, price))
    else:
        assert profit(0, terms) <= 0


# ---- the report


def test_the_shoeshine_as_a_blueprint():
    report = analyse(shoeshine(budget=0.30), "economics")
    [path] = rows(report, "paths")
    assert (path["cost"], path["left"], path["within"]) == (0.32, 0.18, -0.02)
    assert (path["paid"], path["break_even"]) == (2.0, 3.8)
    at = {row["minutes"]: row["profit"] for row in rows(report, "profit")}
    assert at[2.0] == 0.18
    assert at[3.8] == 0
    assert {"economics.break_even", "economics.budget"} <= set(codes(report))
    assert "0.18 USD is left" in sentences(report)
    assert "Of the budget of 0.30 USD, 0.02 USD is lacking." in sentences(report)


def test_a_price_that_does_not_pay_for_the_work_is_a_loss():
    report = analyse(shoeshine(price=0.30), "economics")
    assert "economics.loss" in codes(report)
    assert "costs 0.32 USD and pays 0.30 USD: 0.02 USD is lacking" in sentences(report)
    said = [str(f.message) for f in report.findings if f.code == "economics.loss"]
    assert said == ["One customer of “Shoeshine” costs 0.02 USD more than the price"]


def test_cost_by_step_and_department_adds_up():
    report = analyse(shoeshine(), "economics")
    steps = rows(report, "steps")
    assert [row["id"] for row in steps] == ["polish", "buff", "brush", "collect"]
    assert sum(row["cost"] for row in steps) == pytest.approx(0.32)
    [stand] = rows(report, "departments")
    assert (stand["department"], stand["cost"], stand["share"]) == ("Stand", 0.32, 100.0)


def test_what_is_not_said_is_no_zero():
    report = analyse(
        made({"step": "S", "customer": "c", "frontstage": "f"}, price=5.0), "economics"
    )
    [path] = rows(report, "paths")
    assert (path.get("cost"), path.get("left")) == (None, None)
    assert "nobody can tell what is left" in sentences(report)


def test_cost_by_the_minute_without_a_duration_is_told_and_not_guessed():
    act = {"name": "f", "cost": {"per_minute": 2, "materials": 1}}
    report = analyse(made({"step": "S", "customer": "c", "frontstage": act}), "economics")
    assert rows(report, "steps")[0]["cost"] == 1.0
    assert "economics.no_duration" in codes(report)


@pytest.mark.parametrize("field", ["per_minute", "materials", "other"])
def test_a_cost_below_zero_is_told_with_element_and_field(field):
    act = {"name": "f", "duration": "1 min", "cost": {field: -2.0}}
    report = analyse(made({"step": "S", "customer": "c", "frontstage": act}), "economics")
    [finding] = [f for f in report.findings if f.code == "economics.below_zero"]
    assert str(finding.message).endswith(f"of “f” (cost.{field}) is below 0")
    assert finding.about == ("f",)
    assert rows(report, "steps") == []


def test_a_price_or_budget_below_zero_is_told():
    report = analyse(shoeshine(price=-1.0, budget=-1.0), "economics")
    said = [str(f.message) for f in report.findings if f.code == "economics.below_zero"]
    assert said == [
        "The price of “Shoeshine” (price) is below 0",
        "The budget of “Shoeshine” (budget) is below 0",
    ]
    assert report.findings[0].message.into("zh") == "“Shoeshine”的价格（price）低于 0"
    assert rows(report, "profit") == []
    assert "the price of −1 USD is below 0, so nobody can tell what is left." in sentences(report)
    [path] = rows(report, "paths")
    assert (path.get("left"), path.get("within")) == (None, None)


def test_a_service_that_is_free_makes_no_loss():
    report = analyse(shoeshine(price=0.0, budget=0.40), "economics")
    assert "costs 0.32 USD and pays nothing. Of the budget of 0.40 USD, 0.08 USD" in sentences(
        report
    )
    assert codes(report) == []
    assert rows(report, "profit") == []
    assert rows(report, "paths")[0].get("left") is None


def test_where_averages_end_the_steps_are_named():
    again = [{"to": "s", "probability": 0.5}]
    act = {"name": "f", "cost": 4.0}
    report = analyse(
        made({"step": "S", "customer": "c", "frontstage": act, "next": again}), "economics"
    )
    assert rows(report, "paths")[0].get("average") is None
    assert any("from “S” do not add to 1" in str(said) for said in report.method.cannot_tell)


def test_cost_on_average_counts_each_step_as_often_as_it_is_visited():
    act = {"name": "f", "cost": 4.0}
    again = [{"to": "s", "probability": 0.5}, {"to": None, "probability": 0.5}]
    report = analyse(
        made({"step": "S", "customer": "c", "frontstage": act, "next": again}), "economics"
    )
    [path] = rows(report, "paths")
    assert (path["cost"], path["average"]) == (4.0, 8.0)


def test_a_fail_point_costs_its_rate_times_its_recovery():
    step = {
        "step": "S",
        "customer": "c",
        "frontstage": "f",
        "backstage": [{"name": "usual"}, {"id": "mend", "name": "Mends", "cost": 20.0}],
        "fails": [
            {"name": "Broken", "rate": "5%", "recovery": "mend"},
            {"name": "Lost", "recovery": "mend"},
        ],
    }
    report = analyse(made(step), "economics")
    [row] = rows(report, "fails")
    assert (row["fail"], row["rate"], row["once"], row["cost"]) == ("Broken", 5.0, 20.0, 1.0)
    assert rows(report, "paths") == []
    assert any("whose recovery says no cost: 1 of 2" in str(s) for s in report.method.cannot_tell)
    assert "as far as rates and costs are said (of 1 of 2 fail points)." in sentences(report)


def detail(*, serving: int = 3, **experience: Any) -> Blueprint:
    customer = {"name": "c", "effort": "2 min", "money": 3.0, "asks": ["address"]}
    others = [
        {"step": f"T{n}", "customer": f"t{n}", "experience": {"needs": ["timely"]}}
        for n in range(serving)
    ]
    return made({"step": "S", "customer": customer, "experience": experience}, *others)


def test_a_detail_that_costs_the_customer_and_gives_nothing_is_superfluous():
    report = analyse(detail(emotion=-1), "economics")
    [finding] = [f for f in report.findings if f.code == "economics.superfluous"]
    assert str(finding.message) == (
        "“S” costs the customer 2 min, 3 and something to provide (address), and no need or value "
        "is named that it serves"
    )
    assert rows(report, "customer")[0]["superfluous"] is True
    assert "asks something of the customer names no need or value it serves: “S”." in sentences(
        report
    )


@pytest.mark.parametrize(
    ("empty", "said"),
    [
        (
            "A",
            "Of 8 steps that ask something of the customer, 1 names no need or value it serves: “A”.",
        ),
        (
            "AB",
            "8 steps that ask something of the customer, 2 name no need or value they serve; the first is “A”.",
        ),
    ],
)
def test_superfluous_steps_are_counted_among_those_that_ask(empty, said):
    steps = [
        {
            "step": name,
            "customer": {"name": name.lower(), "effort": "1 min"},
            "experience": {"emotion": 1, "needs": [] if name in empty else ["simple"]},
        }
        for name in "ABCDEFGH"
    ]
    assert said in sentences(analyse(made(*steps), "economics"))


@pytest.mark.parametrize("serving", [0, 1, 2])
def test_where_needs_and_values_are_hardly_named_nobody_can_tell_what_is_superfluous(serving):
    report = analyse(detail(serving=serving, emotion=-1), "economics")
    assert "economics.superfluous" not in codes(report)
    assert "name no need" not in sentences(report)
    assert rows(report, "customer")[0].get("superfluous") is None
    [told] = [said for said in map(str, report.method.cannot_tell) if "superfluous" in said]
    assert told.endswith(f"name no need and no value: 1 of {1 + serving}")


def test_where_costs_are_said_in_part_what_is_left_is_a_most():
    whole = shoeshine(budget=1.0)
    assert "costs 0.32 USD and pays 0.50 USD: 0.18 USD is left" in sentences(
        analyse(whole, "economics")
    )
    part = whole.replace("brush-shoes", cost=None)
    said = sentences(analyse(part, "economics"))
    assert "costs at least 0.27 USD (cost said of 3 of 4 actions) and pays 0.50 USD" in said
    assert "at most 0.23 USD is left" in said
    assert "Of the budget of 1 USD, at most 0.73 USD is left." in said
    assert "the work paid by the minute takes 3.8 min, if not before; it takes 1.5 min." in said


def test_what_two_blueprints_cost_is_not_added_up():
    report = analyse(load_workspace("examples/fast_food"), "economics")
    shares: dict[str, float] = {}
    for row in rows(report, "departments"):
        shares[row["blueprint"]] = shares.get(row["blueprint"], 0.0) + row["share"]
    assert {name: round(whole) for name, whole in shares.items()} == {
        "Lunch at the kiosks": 100,
        "Lunch at the tills": 100,
    }
    names = [row["name"] for row in rows(report, "steps")]
    assert {"Order and pay (Lunch at the kiosks)", "Order and pay (Lunch at the tills)"} <= set(
        names
    )
    assert sum(row["share"] for row in rows(report, "steps")) == pytest.approx(200, abs=0.1)
    assert str(report.charts[1].title) == "Profit at each duration: Lunch at the kiosks"
    said = "Mending what goes wrong on the ways of “Lunch at the kiosks” costs 0.0013 USD per "
    assert said + "customer on average." in sentences(report)
    assert "blueprint" not in rows(analyse(shoeshine(), "economics"), "departments")[0]


@pytest.mark.parametrize("given", [{"needs": ["simple"]}, {"values": ["saves-time"]}])
def test_a_detail_that_serves_a_need_or_value_is_not(given):
    report = analyse(detail(**given), "economics")
    assert "economics.superfluous" not in codes(report)
    assert rows(report, "customer")[0]["superfluous"] is False


def test_where_nobody_wrote_the_experience_nothing_is_called_superfluous():
    source = made({"step": "S", "customer": {"name": "c", "effort": "2 min"}})
    report = analyse(source, "economics")
    assert rows(report, "customer")[0].get("superfluous") is None
    assert "economics.superfluous" not in codes(report)


def test_waits_are_not_held_against_the_break_even():
    source = shoeshine()
    waiting = source.phases[0].steps[0].time
    assert waiting is not None
    source = source.replace(
        "brush", time={"acceptable": "5 min", "actual": "4 min", "waiting": "3 min"}
    )
    assert "economics.break_even" not in codes(analyse(source, "economics"))


@pytest.mark.parametrize("source", [nothing(), plain()], ids=["no", "plain"])
def test_where_nothing_is_said_it_says_so(source):
    report = analyse(source, "economics")
    assert report.summary
    assert report.findings == ()
    assert report.charts == ()


def test_the_line_of_profit_is_told_at_round_minutes():
    [bars, line] = analyse(shoeshine(), "economics").charts
    assert bars.kind == "bars"
    points = {point.x: point.y for point in line.series[0].points}
    assert points == {0.0: 0.38, 1.0: 0.28, 2.0: 0.18, 3.0: 0.08, 4.0: -0.02, 5.0: -0.12}
    assert [str(point.label) for point in line.series[0].points[:2]] == ["0 min", "1 min"]
    assert sorted(points.values(), reverse=True) == list(points.values())


def test_a_number_of_rows_is_one_or_more():
    with pytest.raises(BlueprintError, match="most"):
        analyse(plain(), "economics", most=0)


@pytest.mark.parametrize(
    ("amount", "said"),
    [(0, "0"), (0.02, "0.02"), (-0.02, "−0.02"), (12, "12"), (1234.5, "1,234.50"), (-3, "−3")],
)
def test_money_is_told_with_as_many_figures_as_count(amount, said):
    assert str(money_told(amount, None)) == said
    assert str(money_told(amount, "CNY")) == f"{said} CNY"


def test_shares_are_told_as_per_cent():
    told = [share_told(share) for share in (0, 0.333, -0.0001)]
    assert [str(share) for share in told] == ["0 %", "33.3 %", "0 %"]
    assert told[1].into("zh") == "33.3%"
