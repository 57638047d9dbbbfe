"""How strongly a change travels along a link: who says so, in which direction, and how it is told."""

from __future__ import annotations

from typing import Any

import pytest

from blueprint.analysis.ripple import ripple
from blueprint.errors import BlueprintError
from blueprint.files import dump, read
from blueprint.graph import DIRECTIONS, Direction, graph_of, to_networkx
from blueprint.graph.couplings import conducting, strengths_of, travel
from blueprint.integrity import Scope
from blueprint.model import LINK_KINDS, Blueprint, OrganisationCatalog
from tests.ripple.small import ids

Stated = dict[str, Any]


def served(
    needs: Stated | str = "serves",
    assumed: Stated | None = None,
    catalog: OrganisationCatalog | None = None,
) -> Blueprint:
    """A customer who needs one thing, and a file that may assume something of that."""
    step = {
        "customer": {"id": "asks", "name": "Asks", "needs": [needs]},
        "frontstage": {"id": "serves", "name": "Serves"},
    }
    plain = {"blueprint": "S", "phases": {"One": [{"step": "Step", **step}]}}
    if assumed is not None:
        plain["assumptions"] = {"interaction": assumed}
    return Blueprint.model_validate({**plain, "stem": "s", "catalog": catalog})


def figures(made: Blueprint, direction: Direction) -> tuple[float, float, str]:
    """Likelihood, impact and who says so, of the one interaction."""
    graph = graph_of(made)
    link = next(link for link in graph.links if link.kind == "interaction")
    said = strengths_of(link, direction)
    assert said is not None
    return said.likelihood, said.impact, said.basis


def test_every_kind_of_link_that_conducts_has_both_figures_in_each_direction_it_conducts_in() -> (
    None
):
    for kind, row in LINK_KINDS.items():
        for direction in DIRECTIONS:
            said = row.on_demand if direction == "demand" else row.on_disruption
            assert (said is not None) == (kind in conducting(direction))
            if said is not None:
                assert 0 < said.likelihood <= 1
                assert 0 < said.impact <= 1
                assert said.basis == "table"


def test_the_table_is_the_last_to_be_asked() -> None:
    for direction in DIRECTIONS:
        assert figures(served(), direction) == (0.7, 0.5, "table")


@pytest.mark.parametrize(
    ("needs", "demand", "disruption"),
    [
        ({"likelihood": 0.9}, (0.9, 0.5, "table"), (0.9, 0.5, "table")),
        ({"likelihood": 0.9, "impact": 0.8}, (0.9, 0.8, "stated"), (0.9, 0.8, "stated")),
        ({"demand": {"likelihood": 0.9}}, (0.9, 0.5, "table"), (0.7, 0.5, "table")),
        (
            {"likelihood": 0.9, "impact": 0.8, "disruption": {"likelihood": 0.1}},
            (0.9, 0.8, "stated"),
            (0.1, 0.8, "stated"),
        ),
        (
            {"demand": {"likelihood": 0.2, "impact": 0.3}, "disruption": {"impact": 1}},
            (0.2, 0.3, "stated"),
            (0.7, 1.0, "table"),
        ),
    ],
)
def test_a_link_may_state_both_directions_or_one(
    needs: Stated, demand: tuple[float, float, str], disruption: tuple[float, float, str]
) -> None:
    made = served({"to": "serves", **needs})
    assert figures(made, "demand") == demand
    assert figures(made, "disruption") == disruption


def test_what_nobody_states_on_the_link_is_taken_from_the_file_then_from_the_workspace() -> None:
    catalog = OrganisationCatalog.model_validate(
        {"assumptions": {"interaction": {"impact": 0.25, "disruption": {"likelihood": 0.35}}}}
    )
    alone = served(catalog=catalog)
    assert figures(alone, "demand") == (0.7, 0.25, "table")
    assert figures(alone, "disruption") == (0.35, 0.25, "workspace")
    own = served(assumed={"likelihood": 0.6}, catalog=catalog)
    assert figures(own, "demand") == (0.6, 0.25, "workspace")
    assert figures(own, "disruption") == (0.6, 0.25, "workspace")
    both = served(assumed={"likelihood": 0.6, "demand": {"impact": 0.9}}, catalog=catalog)
    assert figures(both, "demand") == (0.6, 0.9, "file")
    stated = served({"to": "serves", "impact": 1.0}, {"likelihood": 0.6}, catalog)
    assert figures(stated, "demand") == (0.6, 1.0, "file")


def test_a_shared_system_s_links_are_assumed_by_the_workspace() -> None:
    catalog = OrganisationCatalog.model_validate(
        {
            "systems": {"a": {"name": "A", "integrates": ["b"]}, "b": "B"},
            "assumptions": {"integrates": {"demand": {"likelihood": 0.9, "impact": 0.1}}},
        }
    )
    graph = graph_of(Scope({"s": served(catalog=catalog)}, catalog))
    [link] = [link for link in graph.links if link.kind == "integrates"]
    told = [strengths_of(link, direction) for direction in DIRECTIONS]
    assert [(s.likelihood, s.basis) for s in told if s] == [(0.9, "workspace"), (0.3, "table")]


def test_a_ripple_goes_by_the_figures_of_its_direction() -> None:
    made = served(
        {"to": "serves", "demand": {"likelihood": 0.9, "impact": 0.8}, "disruption": {"likelihood": 0.1}}
    )  # fmt: skip
    [down] = ripple(made, "asks", direction="demand").reached
    [up] = ripple(made, "serves", direction="disruption").reached
    assert (down.likelihood, down.impact, down.assumed) == (0.9, 0.8, False)
    assert (up.likelihood, up.impact, up.assumed) == (0.1, 0.5, True)


def test_a_link_that_never_carries_in_one_direction_still_does_in_the_other() -> None:
    made = served({"to": "serves", "disruption": {"likelihood": 0}})
    assert ids(ripple(made, "asks", direction="demand").reached) == ["serves"]
    assert ripple(made, "serves", direction="disruption").reached == ()


def test_the_report_says_how_many_links_are_assumed_and_by_whom() -> None:
    step: dict[str, Any] = {
        "customer": {
            "id": "asks",
            "name": "Asks",
            "needs": [{"to": "one", "likelihood": 0.5, "impact": 0.5}, "two"],
        },
        "frontstage": [{"id": "one", "name": "One", "system": "s"}, {"id": "two", "name": "Two"}],
        "backstage": {"id": "behind", "name": "Behind"},
    }
    made = Blueprint.model_validate(
        {
            "blueprint": "S",
            "systems": {"s": "S"},
            "assumptions": {"interaction": {"likelihood": 0.6, "impact": 0.6}},
            "phases": {"P": [{"step": "Step", **step}]},
        }
    )
    report = ripple(made, "asks", direction="demand")
    assert [str(said) for said in report.method.assumptions[:3]] == [
        "strengths that nobody stated: 3 of 4 links on the paths shown",
        "assumed in the file, for all links of their kind: 1",
        "taken from the default table of links: 2",
    ]
    told = {e.id: (e.assumed, e.path[-1].basis) for e in report.reached}
    assert told == {
        "one": (False, "stated"),
        "two": (True, "file"),
        "s": (True, "table"),
        "behind": (True, "table"),
    }


TEXT = """\
blueprint: S
assumptions:
  interaction: {likelihood: 0.6, disruption: {impact: 0.2}}
phases:
  One:
    - step: Step
      customer:
        id: asks
        name: Asks
        needs: [{to: serves, demand: {likelihood: 0.9, impact: 1}, disruption: {likelihood: 0.4}}]
      frontstage: {id: serves, name: Serves}
"""


@pytest.mark.parametrize("form", ["yaml", "json"])
def test_both_directions_are_written_and_read_back(form: str) -> None:
    made = read(TEXT).value
    assert isinstance(made, Blueprint)
    again = read(dump(made, format=form)).value  # type: ignore[arg-type]
    assert again == made
    assert figures(made, "demand") == (0.9, 1.0, "stated")
    assert figures(made, "disruption") == (0.4, 0.2, "file")


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ("demand: {likelihood: 1.5}", "BP104"),
        ("disruption: {impact: -0.1}", "BP104"),
        ("demand: {likelihood: often}", "BP104"),
        ("demand: {likelyhood: 0.5}", "BP101"),
    ],
)
def test_what_is_no_share_is_refused_with_its_place(wrong: str, code: str) -> None:
    stated = "demand: {likelihood: 0.9, impact: 1}, disruption: {likelihood: 0.4}"
    [problem] = read(TEXT.replace(stated, wrong)).problems
    assert problem.place is not None
    line = TEXT.splitlines()[problem.place.line]
    assert (problem.code, line.strip()[:6]) == (code, "needs:")
    assert problem.place.column > line.index("demand")


@pytest.mark.parametrize("kind", ["interacton", "performs"])
def test_nothing_can_be_assumed_of_what_does_not_conduct(kind: str) -> None:
    [problem] = read(TEXT.replace("  interaction:", f"  {kind}:")).problems
    assert (problem.code, problem.place and problem.place.line) == ("BP101", 2)
    assert str(problem.message) == f"“{kind}” is no kind of link that conducts"


def test_the_networkx_view_has_the_figures_of_each_direction() -> None:
    made = served({"to": "serves", "demand": {"likelihood": 0.9}})
    edge = to_networkx(made).edges["asks", "serves", "interaction"]
    assert edge["demand"] == {"likelihood": 0.9, "impact": 0.5, "basis": "table"}
    assert edge["disruption"] == {"likelihood": 0.7, "impact": 0.5, "basis": "table"}
    assert edge["likelihood"] == 0.9


def test_no_ripple_starts_from_a_likelihood_outside_0_to_1() -> None:
    with pytest.raises(BlueprintError, match="from 0 to 1"):
        ripple(served(), "asks", least=1.5)
    for direction in DIRECTIONS:
        assert travel("interaction", direction) in ("forward", "backward")
