"""What changed, by id: nothing is missed, and a new wording is not a new thing."""

from __future__ import annotations

from typing import Any, get_args

import pytest
from hypothesis import given

from blueprint.analysis.difference import difference
from blueprint.analysis.difference.values import OBSERVED, WORDING
from blueprint.integrity import Scope, alone
from blueprint.model import Blueprint, Change, Frozen, OrganisationCatalog, Step
from blueprint.model.base import FrozenMap
from tests.ripple.small import bistro
from tests.strategies import blueprints


def changes(old: Blueprint, new: Blueprint) -> dict[str, str]:
    """What happened to each element, by id."""
    return {c.id: c.how for c in difference(alone(old), alone(new)).elements}


def fields(old: Blueprint, new: Blueprint, named: str) -> dict[str, str]:
    """The fields of an element that changed, and what each change means."""
    found = difference(alone(old), alone(new)).elements
    return {f.field: f.aspect for c in found if c.id == named for f in c.fields}


def asked(old: Blueprint, new: Blueprint) -> list[tuple[str, str]]:
    """What a ripple would start at."""
    return list(difference(alone(old), alone(new)).asked)


def promised(**target: Any) -> Blueprint:
    """The bistro, its promise with a measurable part."""
    return bistro().replace("quick-lunch", target={"measure": "duration", **target})


@given(blueprints())
def test_nothing_differs_from_itself(written):
    blueprint = Blueprint.model_validate(written)
    found = difference(alone(blueprint), alone(blueprint))
    assert found.elements == ()
    assert found.links_added == found.links_removed == ()
    assert found.joined == found.new


def test_an_action_more_is_new_and_one_less_is_gone():
    old = bistro()
    new = old.add("Says goodbye", to="eat", lane="frontstage")
    assert changes(old, new) == {"says-goodbye": "added"}
    assert asked(old, new) == [("says-goodbye", "added")]
    assert changes(new, old) == {"says-goodbye": "removed"}
    assert asked(new, old) == [("says-goodbye", "removed")]


def test_what_is_gone_is_still_in_the_joined_graph_with_its_links():
    old = bistro()
    new = old.replace("serves", fails=()).replace("takes-the-order", triggers=()).remove("cooks")
    found = difference(alone(old), alone(new))
    assert "cooks" not in found.new.index
    assert found.joined.node("cooks").department == "kitchen"
    ends = {(k.source, k.target) for k in found.joined.links if "cooks" in (k.source, k.target)}
    assert {("kitchen", "cooks"), ("serves", "cooks"), ("takes-the-order", "cooks")} <= ends
    assert ("takes-the-order", "altered") in found.asked
    assert ("cooks", "removed") in found.asked


def test_a_step_that_goes_is_told_and_asked_by_its_actions():
    old = bistro()
    old = old.replace("tablets", steps=())
    new = old.remove("order")
    how = changes(old, new)
    assert how["order"] == how["takes-the-order"] == "removed"
    starts = dict(asked(old, new))
    assert "order" not in starts
    assert starts["takes-the-order"] == "removed"


@pytest.mark.parametrize(
    ("before", "after", "aspect"),
    [
        ({"at_most": "48 h"}, {"at_most": "24 h"}, "tightened"),
        ({"at_most": "24 h"}, {"at_most": "2 d"}, "loosened"),
        ({"at_most": "24 h"}, {"at_most": "1 d"}, "wording"),
        ({"at_most": "24 h", "tolerance": "24 h"}, {"at_most": "24 h"}, "tightened"),
        ({"at_most": "24 h"}, {"at_most": "24 h", "tolerance": "1 h"}, "loosened"),
        (
            {"at_most": "24 h", "tolerance": "2 h"},
            {"at_most": "24 h", "tolerance": "1 h"},
            "tightened",
        ),
        ({"at_least": 0.8}, {"at_least": 0.9}, "tightened"),
        ({"at_least": 0.9}, {"at_least": 0.8}, "loosened"),
        ({}, {"at_least": 0.8}, "tightened"),
        ({"at_most": 3}, {"at_most": "24 h"}, "content"),
        ({"at_most": "24 h", "to": "eat"}, {"at_most": "24 h", "to": "order"}, "content"),
    ],
)
def test_what_a_promise_asks_is_told_apart(before, after, aspect):
    old, new = promised(**before), promised(**after)
    [found] = difference(alone(old), alone(new)).elements
    assert [change.aspect for change in found.fields] == [aspect]
    starts = {"tightened": "tightened", "loosened": "altered", "content": "altered"}
    assert asked(old, new) == ([("quick-lunch", starts[aspect])] if aspect in starts else [])


@pytest.mark.parametrize(
    ("before", "after", "aspect"),
    [
        ({"time": {"promised": "10 min"}}, {"time": {"promised": "5 min"}}, "tightened"),
        ({}, {"time": {"promised": "5 min"}}, "tightened"),
        ({"time": {"promised": ["12:00", "14:00"]}}, {"time": {"promised": ["12:30", "13:00"]}}, "tightened"),
        ({"time": {"promised": ["12:00", "14:00"]}}, {"time": {"promised": ["11:00", "15:00"]}}, "loosened"),
        ({"time": {"promised": ["12:00", "14:00"]}}, {"time": {"promised": ["13:00", "15:00"]}}, "content"),
        ({"time": {"promised": ["12:00", "14:00"]}}, {"time": {"promised": "1 h"}}, "content"),
        ({"time": {"actual": "10 min"}}, {"time": {"actual": "15 min"}}, "observed"),
        ({}, {"standard": {"text": "Soon", "at_most": "3 min"}}, "tightened"),
        ({"standard": {"text": "Soon", "at_most": "3 min"}}, {}, "loosened"),
        ({"standard": {"text": "Soon", "at_most": "3 min"}}, {"standard": {"text": "Soon", "at_most": "2 min"}}, "tightened"),
        ({"standard": {"text": "Soon"}}, {"standard": {"text": "Soon!"}}, "wording"),
        ({"standard": {"text": "Soon"}}, {"standard": {"text": "Soon", "customer": {"at_most": "1 min"}}}, "observed"),
        ({"duration": "3 min"}, {"duration": "9 min"}, "content"),
        ({"department": "service"}, {"department": "kitchen"}, "owner"),
        ({"systems": ["till"]}, {"systems": []}, "content"),
        ({"tags": ["a"]}, {"tags": ["b"]}, "wording"),
        ({"note": "a"}, {}, "wording"),
        ({"moment_of_truth": True}, {}, "content"),
        ({"needs": [{"to": "cooks", "likelihood": 0.1}]}, {"needs": [{"to": "cooks", "likelihood": 0.9}]}, "observed"),
        ({"fails": [{"name": "Late", "rate": 0.1}]}, {"fails": [{"name": "Late", "rate": 0.2}]}, "observed"),
        ({"fails": [{"name": "Late"}]}, {"fails": [{"name": "Late", "recovery": "cooks"}]}, "content"),
        ({"pain": ["Waiting"]}, {}, "observed"),
    ],
)  # fmt: skip
def test_what_a_field_of_an_action_means(before, after, aspect):
    base = {"name": "Clears the table"}
    old, new = (
        bistro().add({**base, **said}, to="eat", lane="frontstage", id="clears")
        for said in (before, after)
    )
    assert set(fields(old, new, "clears").values()) == {aspect}


def test_the_order_of_names_is_no_change():
    old = bistro().replace("takes-the-order", systems=("till", "printer"))
    new = bistro().replace("takes-the-order", systems=("printer", "till"))
    assert changes(old, new) == {}


def test_a_label_worded_anew_is_listed_and_starts_nothing():
    old = bistro()
    new = old.replace("serves", name="Serves the dish").replace("till", name="Cash desk")
    assert changes(old, new) == {"serves": "reworded", "till": "reworded"}
    assert asked(old, new) == []


def test_of_a_label_in_two_languages_the_one_that_changed_is_shown():
    old = bistro(languages=["en", "zh"]).replace("cooks", name={"en": "Cooks", "zh": "烹饪"})
    new = old.replace("cooks", name={"en": "Cooks well", "zh": "烹饪"})
    [changed] = difference(alone(old), alone(new)).elements
    [field] = changed.fields
    assert (str(field.before), str(field.after)) == ("en: Cooks", "en: Cooks well")


def test_an_id_made_from_a_name_may_change_with_it():
    old = Blueprint.model_validate(
        {
            "blueprint": "B",
            "phases": {
                "P": [
                    {"customer": "Pays the bill", "frontstage": "Takes the money"},
                    {
                        "customer": "Leaves",
                        "frontstage": {"name": "Waves", "needs": ["takes-the-money"]},
                    },
                ]
            },
        }
    )
    new = Blueprint.model_validate(
        {
            "blueprint": "B",
            "phases": {
                "P": [
                    {"customer": "Pays a bill", "frontstage": "Takes money"},
                    {
                        "customer": "Leaves",
                        "frontstage": {"name": "Waves", "needs": ["takes-money"]},
                    },
                ]
            },
        }
    )
    found = difference(alone(old), alone(new))
    assert {c.id: (c.how, c.former) for c in found.elements} == {
        "pays-a-bill.customer": ("reworded", "pays-the-bill.customer"),
        "takes-money": ("reworded", "takes-the-money"),
    }
    assert found.asked == ()
    assert found.links_added == found.links_removed == ()
    assert found.joined == found.new


def test_a_card_of_another_name_that_takes_a_place_is_another_card():
    old = bistro().add("Counts cash", to="eat", lane="backstage")
    new = bistro().add("Prints the receipt", to="eat", lane="backstage")
    assert changes(old, new) == {"prints-the-receipt": "added", "counts-cash": "removed"}


def test_over_the_line_of_visibility_and_to_another_step():
    old = bistro()
    hidden = old.remove("serves").add(
        {
            "name": "Serves",
            "department": "service",
            "fails": [{"name": "Wrong dish", "recovery": "cooks"}],
        },
        to="eat",
        lane="backstage",
        id="serves",
    )
    assert fields(old, hidden, "serves")["lane"] == "visibility"
    deeper = old.remove("buys").add(
        {"name": "Buys food", "system": "stock"}, to="order", lane="backstage", id="buys"
    )
    assert fields(old, deeper, "buys") == {"lane": "place", "step": "place"}


def test_who_is_newly_needed_is_asked_for_more():
    old = bistro()
    new = old.replace("serves", systems=("stock",))
    assert fields(old, new, "stock") == {"needed_by": "tightened"}
    assert set(asked(old, new)) == {("serves", "altered"), ("stock", "tightened")}


def test_what_is_new_is_added_though_something_older_is_now_the_same_and_is_newly_needed():
    old = bistro()
    new = (
        old.add("Buys at dawn", to="order", lane="backstage", id="dawn")
        .replace("buys", same_as="dawn")
        .replace("serves", needs=("buys",))
    )
    assert changes(old, new)["dawn"] == "added"


def test_the_owner_who_changes_and_a_mark_of_removal():
    old = bistro()
    assert fields(old, old.replace("till", department="service"), "till") == {"department": "owner"}
    gone = old.replace("till", status="removed")
    assert changes(old, gone) == {"till": "removed"}
    assert asked(old, gone) == [("till", "removed")]


def workspace(**files: Blueprint) -> Scope:
    """A scope of several files."""
    named = {stem: file.model_copy(update={"stem": stem}) for stem, file in files.items()}
    return Scope(FrozenMap(named), OrganisationCatalog())


def other(name: str, **more: Any) -> Blueprint:
    """A small file."""
    return Blueprint.model_validate(
        {"blueprint": name, "phases": {"Start": [{"customer": "Begins", **more}]}}
    )


def test_one_file_more_renames_nothing():
    found = difference(workspace(meal=bistro()), workspace(meal=bistro(), more=other("More")))
    assert {c.id: c.how for c in found.elements} == {
        "more": "added",
        "more:start": "added",
        "more:begins": "added",
        "more:begins.customer": "added",
    }
    back = difference(workspace(meal=bistro(), more=other("More")), workspace(meal=bistro()))
    assert {c.id for c in back.elements} == {
        "more",
        "more:start",
        "more:begins",
        "more:begins.customer",
    }
    assert all(c.how == "removed" for c in back.elements)
    assert "more:begins.customer" in back.joined.index


def test_a_file_of_another_name_is_told_and_its_elements_stay():
    more = other("More", frontstage={"name": "Helps", "needs": ["meal:cooks"]})
    again = other("More", frontstage={"name": "Helps", "needs": ["dinner:cooks"]})
    found = difference(workspace(meal=bistro(), more=more), workspace(dinner=bistro(), more=again))
    assert found.renamed == (("meal", "dinner"),)
    assert [c.how for c in found.elements] == []
    assert found.asked == ()


def test_a_lone_file_of_another_name_is_still_meant_by_its_catalog():
    def shop(stem: str) -> Scope:
        kept = {"soon": {"text": "Soon", "kept_by": [f"{stem}:begins"]}}
        catalog = OrganisationCatalog.model_validate({"promises": kept})
        file = other("Shop").model_copy(update={"stem": stem, "catalog": catalog})
        return Scope(FrozenMap({stem: file}), catalog)

    found = difference(shop("meal"), shop("lunch"))
    assert found.renamed == (("meal", "lunch"),)
    assert found.elements == ()


def test_another_file_under_another_name_is_new():
    found = difference(
        workspace(meal=bistro(), a=other("A")),
        workspace(meal=bistro(), b=other("B", frontstage="x", backstage="y", support="z")),
    )
    assert found.renamed in ((), (("a", "b"),))
    assert {c.how for c in found.elements} <= {"added", "removed", "reworded"}


def test_what_a_file_defined_and_now_all_share_is_the_same():
    sells = {"name": "Sells", "systems": ["till"]}
    own = other("A", frontstage=sells).add({"name": "Till"}, kind="systems", id="till")
    old = workspace(a=own, b=other("B"))
    catalog = OrganisationCatalog.model_validate({"systems": {"till": {"name": "Till"}}})
    files = workspace(a=other("A", frontstage=sells), b=other("B")).blueprints.items()
    over = {stem: file.model_copy(update={"catalog": catalog}) for stem, file in files}
    new = Scope(FrozenMap(over), catalog)
    found = difference(old, new)
    assert found.elements == ()
    assert found.joined == found.new


def models(cls: type[Frozen], seen: set[type[Frozen]]) -> None:
    """Collect a class of the model and all it holds."""
    if cls in seen:
        return
    seen.add(cls)
    for field in cls.model_fields.values():
        for part in _parts(field.annotation):
            if isinstance(part, type) and issubclass(part, Frozen):
                models(part, seen)


def _parts(annotation: Any) -> list[Any]:
    inner = [part for entry in get_args(annotation) for part in _parts(entry)]
    return [annotation, *inner]


def test_every_label_of_the_model_counts_as_words_or_is_named_here():
    seen: set[type[Frozen]] = set()
    for root in (Blueprint, OrganisationCatalog, Change):
        models(root, seen)
    labels = {
        (cls.__name__, name)
        for cls in seen
        for name, field in cls.model_fields.items()
        if FrozenMap[str, str] in _parts(field.annotation)
    }
    meant = {name for _, name in labels if name not in WORDING and name not in OBSERVED}
    assert meant <= {
        # of a change, of what is no element of the graph, or of a persona, at which nothing starts
        *("change", "because", "remedy", "expect", "catalog", "stands_for"),
        *("location", "turn_ons", "turn_offs", "behaviours", "devices"),
        "kind",  # which of the moments of truth it is
        *("answers", "asks"),  # the very content of an article, of what a customer does
    }
    assert ("Promise", "text") in labels


@given(blueprints(), blueprints())
def test_any_two_blueprints_can_be_compared(was, now):
    old, new = Blueprint.model_validate(was), Blueprint.model_validate(now)
    found = difference(alone(old), alone(new))
    told = {c.id for c in found.elements}
    assert len(told) == len(found.elements)
    for ref, how in found.asked:
        assert ref in found.joined.index
        assert how in ("added", "removed", "tightened", "altered")
    assert list(found.joined.nodes)[: len(found.new.nodes)] == list(found.new.nodes)
    assert all(
        max(e) < len(found.joined.nodes) for e in (found.joined.sources, found.joined.targets) if e
    )
    kept = {n.id for n in found.new.nodes} - {c.id for c in found.of("added")}
    gone = found.of("removed")
    marked = [c for c in gone if c.id in found.new.index]
    assert len(kept) + len(gone) - len(marked) == len({n.id for n in found.old.nodes})


_STAY = Blueprint(
    blueprint="Stay",
    phases={
        "Arrival": [
            Step(step="Pay", customer="Pays the bill"),
            Step(step="Come", customer="Arrive"),
        ]
    },
)


def test_two_equal_states_are_one_graph_and_everything_in_it_is_the_same() -> None:
    found = difference(alone(_STAY), alone(_STAY))
    assert found.elements == ()
    assert found.old is found.new
    assert dict(found.same) == {node.id: node.id for node in found.new.nodes}


def test_where_few_ids_are_shared_what_alone_has_a_name_is_the_same() -> None:
    numbered = Blueprint(
        blueprint="Stay",
        phases={
            "Arrival": [
                Step(id="s1", step="Come", customer={"id": "a1", "name": "Arrive"}),
                Step(id="s2", step="Pay", customer={"id": "a2", "name": "Pays the bill"}),
            ]
        },
    )
    found = difference(alone(numbered), alone(_STAY))
    assert found.same["s2"] == "pay"
    assert found.same["a2"] == "pays-the-bill"
    assert {c.how for c in found.elements if c.kind == "customer"} <= {"reworded", "altered"}
