"""The worked case: deliver within a day asks logistics and IT, concerns operations and finance."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

import blueprint
from blueprint.analysis.ripple.results import RippleReport
from blueprint.render.report import as_text
from blueprint.render.report.markdown import markdown_text
from tests.ripple.small import ids

ROOT = Path(__file__).parents[2]
GOLDEN = ROOT / "tests" / "data" / "ripple"


@pytest.fixture(scope="module")
def report() -> RippleReport:
    chain = blueprint.load_workspace(ROOT / "examples" / "one_day_delivery")
    return blueprint.ripple(chain, change=chain.changes["deliver_within_a_day"])


def test_logistics_and_it_act_first(report: RippleReport) -> None:
    assert ids(report.first_to_act) == ["logistics", "it"]


def test_operations_and_finance_are_affected_too(report: RippleReport) -> None:
    assert ids(report.also_affected) == ["operations", "finance"]


def test_marketing_is_told_since_it_made_the_promise_and_asked_to_hear(
    report: RippleReport,
) -> None:
    assert ids(report.to_be_told) == ["marketing"]
    assert [str(reason) for reason in report.to_be_told[0].reasons] == [
        "made the promise “Order today, with you tomorrow”, which is changed",
        "must hear of changes of this kind: product, service",
    ]


def test_a_tracking_system_and_a_way_to_prioritise_are_what_is_new(report: RippleReport) -> None:
    assert [str(added.name) for added in report.added] == [
        "Parcel tracking",
        "Prioritises shipments",
    ]
    assert [added.department for added in report.added] == ["it", "logistics"]
    assert not set(ids(report.added)) & set(ids(report.reached))


def test_for_it_that_means_an_investment_or_the_renewal_of_a_legacy_system(
    report: RippleReport,
) -> None:
    spent = [
        (entry.kind, entry.id, entry.department, entry.funded_by) for entry in report.investments
    ]
    assert spent == [("new", "tracking", "it", "finance"), ("renewal", "wms", "it", "finance")]
    assert ids(report.legacy_systems) == ["wms"]
    it = next(d for d in report.first_to_act if d.id == "it")
    assert [str(reason) for reason in it.reasons] == [
        "“Parcel tracking” is new",
        "“Warehouse system” is a legacy system: “Prioritises shipments” uses “Warehouse system”",
    ]


def test_finance_is_affected_by_the_path_and_because_it_pays(report: RippleReport) -> None:
    finance = next(d for d in report.also_affected if d.id == "finance")
    assert [str(reason) for reason in finance.reasons] == [
        (
            "“Order today, with you tomorrow” is kept by “Releases the order to the warehouse”, "
            "which rests on “Checks and clears the payment”"
        ),
        "pays for “Parcel tracking”, “Warehouse system”",
    ]


def test_it_can_start_at_once_and_logistics_waits_for_its_system(report: RippleReport) -> None:
    turns = {d.id: (d.turn, [w.id for w in d.waits_for]) for d in report.first_to_act}
    assert turns == {"it": (1, []), "logistics": (2, ["it"])}
    logistics = next(d for d in report.first_to_act if d.id == "logistics")
    assert str(logistics.waits_for[0].reason) == "“Prioritises shipments” uses “Warehouse system”"


def test_finance_pays_for_all_of_it(report: RippleReport) -> None:
    assert [(t.all, t.funded_by, t.amount, t.currency, t.effort) for t in report.totals] == [
        (True, None, 200000.0, "CNY", "100 d"),
        (False, "finance", 200000.0, "CNY", "100 d"),
    ]


def test_customer_care_has_an_article_to_revise_and_complaints_to_expect(
    report: RippleReport,
) -> None:
    assert [(a.id, a.department, a.because) for a in report.articles] == [
        ("delivery-times", "care", "notice"),
        ("at-the-door", "logistics", "reached"),
    ]
    routes = {route.id: route for route in report.complaint_routes}
    assert routes["delivery:receive-parcel"].entries == (
        "delivery:ask-for-help",
        "complaint:complain",
    )
    assert routes["delivery:receive-parcel"].owners == ("care", "operations", "logistics")


def test_metrics_are_told_apart_by_why_they_should_move(report: RippleReport) -> None:
    assert [(metric.id, metric.because) for metric in report.metrics] == [
        ("emotion-at-the-door", "aim"),
        ("on-the-day", "feedback"),
        ("where-is-it", "lever"),
        ("would-recommend", "lever"),
    ]


def test_standards_of_the_moments_it_passes_are_to_be_looked_at_again(report: RippleReport) -> None:
    assert [str(standard.text) for standard in report.standards] == [
        "Handed over on the day that was named",
        "Ordered in two taps",
    ]


def test_paths_are_told_in_both_languages(report: RippleReport) -> None:
    hands_over = next(e for e in report.reached if e.id == "delivery:hands-over")
    assert hands_over.sentence.into("en") == (
        "“Order today, with you tomorrow” is kept by “Takes the parcel”, "
        "which is served by “Hands over the parcel”."
    )
    assert hands_over.sentence.into("zh") == (
        "“今日下单，明日送达”要靠“收取包裹”兑现，“收取包裹”由“交付包裹”提供服务。"
    )


def test_the_ripple_passes_two_blueprints_and_their_personas(report: RippleReport) -> None:
    assert {e.blueprint for e in report.reached} == {"order", "delivery", None}
    assert ids(report.personas) == ["busy-parent", "office-worker"]
    assert ids(report.promises) == ["next-day"]
    assert "delivery:receive-parcel" in ids(report.moments_of_truth)


def test_the_method_says_what_was_assumed(report: RippleReport) -> None:
    assert report.method.name == "reliability"
    assert report.method.n == len(report.reached)
    links = {hop for element in report.reached for hop in element.path}
    first = f"strengths that nobody stated: {len(links)} of {len(links)} links on the paths shown"
    assert str(report.method.assumptions[0]) == first


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_the_text_report_is_the_reviewed_one(report: RippleReport, lang: str) -> None:
    expected = (GOLDEN / f"deliver_within_a_day.{lang}.txt").read_text("utf-8")
    assert as_text(report, "text", lang) == expected


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_the_csv_reads_back_with_every_element_and_department(
    report: RippleReport, lang: str
) -> None:
    rows = list(csv.reader(io.StringIO(as_text(report, "csv", lang), newline="")))
    assert {len(row) for row in rows} == {len(rows[0])}
    known = {row[2] for row in rows[1:]}
    wanted = {
        *ids(report.reached),
        *ids(report.added),
        *ids(report.departments),
        *ids(report.start),
    }
    assert wanted <= known


def test_the_json_is_plain_data_in_the_language_asked_for(report: RippleReport) -> None:
    told = json.loads(json.dumps(report.to_dict("zh")))
    assert [d["name"] for d in told["first_to_act"]] == ["物流部", "信息技术部"]
    assert told["reached"][0]["path"][0]["kind"] == "uses"


def test_the_markdown_has_a_row_for_every_element_and_department(report: RippleReport) -> None:
    lines = as_text(report, "md").splitlines()
    rows = [line for line in lines if line.startswith("| ")]
    for element in (*report.reached, *report.departments):
        assert any(f"| {markdown_text(element.name.into('en'))} |" in row for row in rows)


def test_everything_reached_is_lit_with_its_hop_and_the_links_that_carried_it(
    report: RippleReport,
) -> None:
    overlay = report.overlay
    assert overlay is not None
    for element in report.reached:
        mark = overlay.elements[element.id]
        assert (mark.role, mark.badge, mark.strength) == (
            "reached",
            str(element.hops),
            element.likelihood,
        )
        assert {(hop.source, hop.target) for hop in element.path} <= set(overlay.links)
    assert overlay.elements["next-day"].role == "start"
    assert overlay.elements["marketing"].role == "tell"
    assert overlay.elements["busy-parent"].role == "touch"
