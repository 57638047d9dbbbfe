"""What a ripple does with what it should not be given: words, never a traceback or silence."""

from __future__ import annotations

from typing import Any

import pytest

from blueprint.analysis.ripple import ripple
from blueprint.analysis.ripple.question import METHODS, MethodName
from blueprint.analysis.ripple.results import RippleReport
from blueprint.errors import BlueprintError, ReferenceNotFoundError
from blueprint.model import Blueprint, Change
from blueprint.words import Phrase
from tests.ripple.small import bistro, change, hops, ids


def notes(report: RippleReport, code: str) -> list[str]:
    return [str(finding.message) for finding in report.findings if finding.code == code]


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"direction": "sideways"}, "“sideways” is no direction; it is demand, disruption or both"),
        ({"method": "guess"}, "“guess” is no method; it is reliability, paths or cpm"),
        ({"reading": "first"}, "“first” is no reading; it is leaf or last-step"),
        ({"engine": "steam"}, "“steam” is no engine; it is auto, plain or fast"),
        ({"depth": 0}, "depth is a whole number of links, 1 or more"),
        ({"depth": True}, "depth is a whole number of links, 1 or more"),
        ({"depth": 2.0}, "depth is a whole number of links, 1 or more"),
        ({"worlds": -1}, "worlds is a whole number from 0 to 10,000,000"),
        ({"worlds": 10**9}, "worlds is a whole number from 0 to 10,000,000"),
        ({"seed": -1}, "seed is a whole number, 0 or more"),
        ({"seed": "a"}, "seed is a whole number, 0 or more"),
        ({"budget": -1}, "budget is a whole number of steps, 0 or more"),
        ({"least": "much"}, "least is a likelihood, from 0 to 1"),
    ],
)
def test_an_option_that_is_none_is_refused_in_words(asked: dict[str, Any], said: str) -> None:
    with pytest.raises(BlueprintError) as refused:
        ripple(bistro(), "till", **asked)
    assert str(refused.value) == said
    assert isinstance(refused.value.message, Phrase)
    assert refused.value.message.into("zh") != said


@pytest.mark.parametrize("nothing", [None, [], (), change(), [change(), change()]])
def test_a_question_without_a_start_is_refused(nothing: Any) -> None:
    asked = {"start": nothing} if not isinstance(nothing, Change) else {"change": nothing}
    if isinstance(nothing, list) and nothing:
        asked = {"change": nothing}
    with pytest.raises(BlueprintError, match="say where the ripple starts"):
        ripple(bistro(), **asked)


def test_what_is_not_there_names_the_nearest_that_is() -> None:
    with pytest.raises(ReferenceNotFoundError, match="did you mean “till”"):
        ripple(bistro(), ["stock", "tll"])
    with pytest.raises(ReferenceNotFoundError, match="did you mean “till”"):
        ripple(bistro(), change=change(changes=["tiil"]))


@pytest.mark.parametrize("method", METHODS)
def test_a_start_nothing_rests_on_is_told_and_not_an_empty_page(method: MethodName) -> None:
    report = ripple(bistro(), "printer", method=method)
    assert report.reached == ()
    assert str(report.summary[0]) == "It reaches nothing."
    said = "nothing rests on “Kitchen printer” here, so that nobody feels it"
    assert notes(report, "ripple.leads-nowhere") == [said]
    other = ripple(bistro(), "printer", direction="demand", method=method)
    said = "nothing carries a new ask on from “Kitchen printer”: it rests on nothing here"
    assert notes(other, "ripple.leads-nowhere") == [said]


def test_where_the_other_direction_leads_on_the_note_says_so() -> None:
    report = ripple(bistro(), "quick-lunch", direction="disruption")
    [finding] = [f for f in report.findings if f.code == "ripple.leads-nowhere"]
    assert finding.about == ("quick-lunch",)
    assert str(finding.hint) == "ask in the direction demand"


def test_where_only_some_links_may_conduct_the_note_does_not_blame_the_service() -> None:
    report = ripple(bistro(), "till", kinds=["flow"])
    assert notes(report, "ripple.leads-nowhere") == [
        "along the kinds of link that are to conduct, nothing leads on from “Till”"
    ]


def test_what_is_removed_and_still_needed_is_told_with_who_needs_it() -> None:
    report = ripple(bistro(), change=change(removes=["till"]))
    [finding] = [f for f in report.findings if f.code == "ripple.still-needed"]
    assert str(finding.message) == (
        "“Till” is taken away, and these still need it: “Takes the order”"
    )
    assert finding.about == ("till", "takes-the-order")
    assert "仍然需要它" in finding.message.into("zh")
    both = ripple(bistro(), change=change(removes=["till", "takes-the-order"]))
    about = [f.about for f in both.findings if f.code == "ripple.still-needed"]
    assert all("till" not in needy for needy in about)


def ring(likelihood: float = 1.0) -> Blueprint:
    """Actions that need each other in a circle, one of them itself, all with the same strength."""
    said = {"likelihood": likelihood, "impact": 1}
    names = ["a", "b", "c", "d"]
    actions = [
        {"id": one, "name": one.upper(), "triggers": [{"to": other, **said}]}
        for one, other in zip(names, names[1:] + names[:1], strict=True)
    ]
    return Blueprint.model_validate(
        {
            "blueprint": "Ring",
            "links": "explicit",
            "phases": {"One": [{"step": "Step", "backstage": actions}]},
        }
    )


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("likelihood", [1.0, 0.5])
def test_a_cycle_is_gone_round_once(method: MethodName, likelihood: float) -> None:
    report = ripple(ring(likelihood), "a", direction="demand", method=method)
    assert hops(report) == {"b": 1, "c": 2, "d": 3}
    assert [e.likelihood for e in report.reached] == [likelihood, likelihood**2, likelihood**3]


@pytest.mark.parametrize("method", METHODS)
def test_a_link_to_itself_carries_nothing(method: MethodName) -> None:
    made = bistro().replace("cooks", triggers=["cooks"])
    report = ripple(made, "cooks", direction="demand", method=method)
    assert "cooks" not in ids(report.reached)
    assert ids(report.reached) == ids(ripple(bistro(), "cooks", direction="demand").reached)


def complete(size: int, likelihood: float) -> Blueprint:
    """Actions that all set each other off."""
    names = [f"a{n}" for n in range(size)]
    actions = [
        {
            "id": one,
            "name": one,
            "triggers": [{"to": o, "likelihood": likelihood, "impact": 1} for o in names if o != one],
        }
        for one in names
    ]  # fmt: skip
    return Blueprint.model_validate(
        {
            "blueprint": "Complete",
            "links": "explicit",
            "phases": {"One": [{"step": "Step", "backstage": actions}]},
        }
    )


def test_without_worlds_what_cannot_be_computed_within_the_budget_is_bounded() -> None:
    report = ripple(complete(9, 0.3), "a0", direction="demand", worlds=0, budget=0)
    for element in report.reached:
        assert element.how == "bounds"
        assert element.low is not None
        assert element.high is not None
        assert element.low <= element.likelihood <= element.high
        assert element.low >= element.path_likelihood - 1e-12
    said = [str(a) for a in report.method.assumptions]
    assert "known only between two bounds, elements: 8" in said
    truth = ripple(complete(9, 0.3), "a0", direction="demand", budget=10_000_000)
    for element, true in zip(report.reached, truth.reached, strict=True):
        assert (true.id, true.how) == (element.id, "exact")
        assert (element.low or 0) - 1e-9 <= true.likelihood <= (element.high or 0) + 1e-9


def test_with_worlds_it_is_estimated_with_an_interval_and_says_how_many() -> None:
    report = ripple(complete(9, 0.3), "a0", direction="demand", worlds=400, budget=0, seed=7)
    assert {e.how for e in report.reached} == {"sampled"}
    assert all((e.low or 0) <= e.likelihood <= (e.high or 0) for e in report.reached)
    said = [str(a) for a in report.method.assumptions]
    assert "estimated from 400 random worlds (seed 7) with a 95 % interval, elements: 8" in said


def test_a_sampled_likelihood_is_never_below_the_strongest_path_s() -> None:
    report = ripple(complete(6, 0.001), "a0", direction="demand", worlds=3, budget=0)
    for element in report.reached:
        assert element.likelihood >= element.path_likelihood > 0
        assert (element.high or 0) >= element.likelihood


def test_cpm_over_its_budget_lowers_the_depth_and_says_so() -> None:
    report = ripple(complete(9, 0.3), "a0", direction="demand", method="cpm", depth=6, budget=2_000)
    assert {e.how for e in report.reached} == {"bounds"}
    said = " / ".join(str(a) for a in report.method.assumptions)
    assert "the budget of work was used up: all paths of at most 3 links were followed" in said
    whole = ripple(complete(9, 0.3), "a0", direction="demand", method="cpm", depth=6)
    for element, true in zip(report.reached, whole.reached, strict=True):
        assert true.how == "exact"
        assert (element.low or 0) - 1e-9 <= true.likelihood <= (element.high or 0) + 1e-9
