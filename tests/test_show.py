"""From a blueprint to its view: what is on the picture, and that nothing said is lost."""

from __future__ import annotations

import typing
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

import blueprint
from blueprint import model
from blueprint.errors import ReferenceNotFoundError
from blueprint.graph import graph_of
from blueprint.layout.show import view_of
from blueprint.layout.show.edges import DRAWN
from blueprint.layout.show.elements import Elements, elements_of
from blueprint.layout.view import Card, Field, View
from blueprint.model import Blueprint, Frozen
from blueprint.model.field_words import FIELD_WORDS, NEVER, SPECIAL, word_of
from blueprint.words import translator
from tests.strategies import blueprints, workspaces

DATA = Path(__file__).parent / "data"
CLASSES = [
    found
    for found in vars(model).values()
    if isinstance(found, type) and issubclass(found, Frozen) and found is not Frozen
]
NOT_SHOWN = {
    "Change",
    "Alteration",
    "Adds",
    "AddedSystem",
    "AddedAction",
    "ChangeCost",
    "Strengths",
}
LINKS = {name for name, found in vars(model).items() if name in ("Coupling", "Link")}


def made(**said: Any) -> Blueprint:
    return Blueprint.model_validate({"blueprint": "Stay", **said})


def one_step(**step: Any) -> Blueprint:
    return made(phases={"All": [{"customer": "Arrive", **step}]})


def everything() -> Blueprint:
    return blueprint.load(str(DATA / "everything.blueprint.yaml"))


def card_of(view: View, name: str) -> Card:
    return next(card for card in view.cards if card.name == name)


def fields_by_name(fields: tuple[Field, ...]) -> dict[str, Field]:
    return {field.name: field for field in fields}


def texts(view: View, elements: Elements) -> str:
    """Return every text of a view and the elements behind it."""
    fields = [field for item in elements.items for field in item.fields]
    fields += [
        field for owner in (*view.phases, *view.steps, *view.cards) for field in owner.fields
    ]
    said = [value for field in (*fields, *view.fields) for value in field.values]
    said += [view.title, view.subtitle, *(item.name for item in elements.items)]
    said += [owner.name for owner in (*view.lanes, *view.phases, *view.steps, *view.cards)]
    said += [edge.label for edge in view.edges]
    return "\n".join(said)


class TestLanesAndLines:
    def test_the_five_lanes_and_three_lines_are_always_there(self) -> None:
        view = view_of(one_step())
        assert [lane.id for lane in view.lanes] == [
            "evidence", "customer", "frontstage", "backstage", "support",
        ]  # fmt: skip
        assert [(line.kind, line.above) for line in view.lines] == [
            ("interaction", 2), ("visibility", 3), ("internal", 4),
        ]  # fmt: skip

    def test_frontstage_is_split_only_where_people_and_technology_both_occur(self) -> None:
        both = one_step(frontstage=["Greet", {"name": "Kiosk", "actor": "technology"}])
        view = view_of(both)
        assert [lane.id for lane in view.lanes][2:4] == ["frontstage", "frontstage.technology"]
        assert {lane.group for lane in view.lanes[2:4]} == {"frontstage"}
        assert [line.above for line in view.lines] == [2, 4, 5]
        assert view.lanes[card_of(view, "Kiosk").lane].actor == "technology"
        assert view.lanes[card_of(view, "Greet").lane].actor == "person"
        only = view_of(one_step(frontstage={"name": "Kiosk", "actor": "technology"}))
        assert [lane.id for lane in only.lanes].count("frontstage") == 1
        assert "frontstage.technology" not in [lane.id for lane in only.lanes]

    def test_a_renamed_lane_keeps_its_name_in_both_halves(self) -> None:
        view = view_of(
            made(
                lanes=[{"id": "frontstage", "name": "Shop floor"}],
                phases={
                    "All": [
                        {"customer": "A", "frontstage": ["B", {"name": "C", "actor": "technology"}]}
                    ]
                },
            )
        )
        assert [lane.name for lane in view.lanes][2:4] == [
            "Shop floor — people",
            "Shop floor — technology",
        ]

    def test_an_added_lane_stands_under_its_neighbour(self) -> None:
        view = view_of(everything())
        assert [lane.id for lane in view.lanes] == [
            "evidence", "customer", "frontstage", "frontstage.technology", "backstage", "partner",
            "support",
        ]  # fmt: skip
        assert view.lanes[5].kind == "other"

    def test_names_of_lanes_and_lines_are_said_in_chinese(self) -> None:
        view = view_of(one_step(), lang="zh")
        assert [lane.name for lane in view.lanes] == [
            "有形展示", "顾客行为", "前台", "后台", "支持过程",
        ]  # fmt: skip
        assert [line.name for line in view.lines] == ["互动线", "可视线", "内部互动线"]


class TestPhasesAndSteps:
    def test_phases_without_steps_take_no_column(self) -> None:
        view = view_of(made(phases={"Before": [], "After": [{"customer": "A"}, {"customer": "B"}]}))
        assert [(phase.name, phase.first, phase.count) for phase in view.phases] == [
            ("After", 0, 2)
        ]

    def test_a_step_is_called_by_its_title_else_its_customer_action(self) -> None:
        view = view_of(
            made(phases={"All": [{"customer": "Arrive"}, {"step": "Pack", "backstage": "X"}]})
        )
        assert [(step.number, step.name) for step in view.steps] == [(1, "Arrive"), (2, "Pack")]

    def test_a_blueprint_without_steps_has_a_view(self) -> None:
        view = view_of(made(phases={}))
        assert (view.steps, view.cards, view.edges) == ((), (), ())

    @pytest.mark.parametrize(
        ("emotion", "scale", "expected"),
        [
            (2, [-3, 3], 0.6667),
            (-3, [-3, 3], -1.0),
            (0, [-3, 3], 0.0),
            (10, [1, 10], 1.0),
            (5.5, [1, 10], 0.0),
            (-1, [-1, 5], -1.0),
            (5, [-1, 5], 1.0),
            ({"happy": 4, "hurried": 2}, [-3, 3], 0.4),
            ({"stressed": 5}, [-3, 3], -1.0),
            ({"puzzled": 5}, [-3, 3], None),
        ],
    )
    def test_emotion_stands_between_worst_and_best(
        self, emotion: object, scale: list[int], expected: float | None
    ) -> None:
        source = made(
            scales={"emotion": scale},
            phases={"All": [{"customer": "A", "experience": {"emotion": emotion}}]},
        )
        step = view_of(source).steps[0]
        assert step.emotion == (None if expected is None else pytest.approx(expected, abs=1e-4))
        assert step.emotion_text

    def test_several_personas_are_drawn_as_their_mean_and_told_one_by_one(self) -> None:
        lived = [{"persona": "a", "emotion": 3}, {"persona": "b", "emotion": -1.5}]
        source = made(
            personas={"a": {"name": "Ann"}, "b": {"name": "Bo"}},
            phases={"All": [{"customer": "A", "experience": lived}]},
        )
        step = view_of(source).steps[0]
        assert step.emotion == pytest.approx(0.25)
        assert "Ann: 3 on a scale from −3 to 3; Bo: −1.5" in step.emotion_text
        assert "mean" in step.emotion_text


class TestCards:
    def test_a_moment_of_truth_of_the_step_is_on_its_lead_card(self) -> None:
        view = view_of(one_step(moment_of_truth={"kind": "purchase"}, frontstage="Greet"))
        assert [badge.text for badge in card_of(view, "Arrive").badges] == [
            "Moment of truth: purchase"
        ]
        assert card_of(view, "Greet").badges == ()

    def test_its_kind_may_be_said_in_several_languages(self) -> None:
        kind = {"en": "first visit", "zh": "首次上门"}
        phases = {"All": [{"customer": "Arrive", "moment_of_truth": {"kind": kind}}]}
        source = made(languages=["en", "zh"], phases=phases)
        said = [
            [badge.text for badge in card_of(view_of(source, lang=lang), "Arrive").badges]
            for lang in ("en", "zh")
        ]
        assert said == [["Moment of truth: first visit"], ["关键时刻：首次上门"]]

    def test_one_of_an_action_is_on_that_card(self) -> None:
        view = view_of(one_step(frontstage={"name": "Greet", "moment_of_truth": {"importance": 5}}))
        assert card_of(view, "Greet").badges[0].kind == "moment-of-truth"
        assert card_of(view, "Arrive").badges == ()

    def test_a_fail_point_is_on_the_card_it_names_else_on_the_lead(self) -> None:
        view = view_of(
            one_step(
                frontstage=["Greet", {"name": "Mend", "fails": ["Mends badly"]}],
                fails=[{"name": "Cold", "at": "greet", "recovery": "mend"}, "Wet"],
            )
        )
        found = {card.name: [badge.text for badge in card.badges] for card in view.cards}
        assert found == {
            "Greet": ["Fail point: Cold, mended by: Mend"],
            "Arrive": ["Fail point: Wet"],
            "Mend": ["Fail point: Mends badly", "Mends: Cold"],
        }

    def test_pains_and_waits_are_small_print_on_the_lead(self) -> None:
        source = one_step(
            experience={"pain": ["Typed twice"]}, time={"waiting": "14 h"}, frontstage="Greet"
        )
        english = card_of(view_of(source), "Arrive").remarks
        assert [(r.kind, r.text) for r in english] == [
            ("pain", "Typed twice"),
            ("wait", "Waits 14 h"),
        ]
        assert card_of(view_of(source, lang="zh"), "Arrive").remarks[1].text == "等待 14 小时"
        assert card_of(view_of(source), "Greet").remarks == ()

    def test_no_wait_is_no_small_print(self) -> None:
        assert card_of(view_of(one_step(time={"waiting": "0 s"})), "Arrive").remarks == ()

    def test_channels_of_step_and_lead_are_shown_once(self) -> None:
        source = made(
            channels={"app": {"name": "App", "kind": "mobile"}, "fax": "Fax"},
            phases={
                "All": [
                    {
                        "customer": {"name": "Arrive", "channels": ["app", "fax"]},
                        "channels": ["app"],
                    }
                ]
            },
        )
        shown = card_of(view_of(source), "Arrive").channels
        assert [(icon.id, icon.kind) for icon in shown] == [("app", "mobile"), ("fax", "other")]

    def test_until_reaches_the_named_step_and_never_runs_backwards(self) -> None:
        steps = [
            {"customer": "A", "backstage": {"name": "Long", "until": "c"}},
            {"customer": "B", "backstage": {"name": "Back", "until": "a"}},
            {"customer": "C"},
        ]
        view = view_of(made(phases={"All": steps}))
        assert [
            (card_of(view, name).step, card_of(view, name).until) for name in ("Long", "Back")
        ] == [
            (0, 2),
            (1, 1),
        ]

    def test_status_and_department_are_told(self) -> None:
        view = view_of(everything())
        assert card_of(view, "Luban calls back").status == "proposed"
        assert card_of(view, "Old handover").status == "removed"
        packs = card_of(view, "Packs")
        assert (packs.department, packs.department_id) == ("Logistics", "logistics")

    def test_a_card_that_is_the_same_as_another_stays_a_card(self) -> None:
        view = view_of(everything())
        again = view.cards.index(card_of(view, "Reserves stock again"))
        hands_over = view.cards.index(card_of(view, "Hands over"))
        assert (hands_over, again) in {(edge.source, edge.target) for edge in view.edges}
        assert elements_of(everything()).same == {"reserves-stock-again": "reserves-stock"}


class TestEdges:
    def test_labels_are_said_in_the_view_s_language_with_how_often(self) -> None:
        steps = [
            {"customer": "A", "next": [{"to": "b", "probability": "5%", "when": {"en": "Damaged", "zh": "破损"}}]},
            {"customer": "B", "frontstage": "C"},
        ]  # fmt: skip
        source = made(languages=["en", "zh"], phases={"All": steps})
        assert view_of(source).edges[0].label == "5 % · Damaged"
        assert view_of(source, lang="zh").edges[0].label == "5% · 破损"

    @given(blueprints())
    def test_exactly_the_graph_s_links_between_cards_are_drawn(self, plain: dict[str, Any]) -> None:
        source = Blueprint.model_validate(plain)
        view = view_of(source)
        cards = {card.id for card in view.cards}
        drawn = [
            (view.cards[edge.source].id, view.cards[edge.target].id, edge.kind)
            for edge in view.edges
        ]
        assert drawn == [
            (link.source, link.target, link.kind)
            for link in graph_of(source).links
            if link.kind in DRAWN and link.source in cards and link.target in cards
        ]


class TestFields:
    @pytest.mark.parametrize("cls", CLASSES, ids=lambda cls: cls.__name__)
    def test_every_field_of_the_model_has_a_word(self, cls: type[Frozen]) -> None:
        if cls.__name__ in NOT_SHOWN | LINKS:
            return
        for field in cls.model_fields:
            assert field in NEVER or word_of(cls.__name__, field).title

    def test_every_word_is_said_in_chinese(self) -> None:
        say = translator("zh")
        words = [*FIELD_WORDS.values(), *SPECIAL.values()]
        same = {word.title for word in words if say(word.title) == word.title}
        assert same == {"n"}

    def test_every_fixed_value_is_said_in_chinese(self) -> None:
        say = translator("zh")
        shown = {"kind", "actor", "stance", "participation", "status", "house", "told_of", "effect",
                 "method", "declared", "kinds", "scope", "chosen_by", "state"}  # fmt: skip
        values = {
            value
            for cls in CLASSES
            if cls.__name__ not in NOT_SHOWN
            for name, field in cls.model_fields.items()
            if name in shown
            for value in literals(field.annotation)
        }
        assert len(values) > 50
        assert {value for value in values if say(value) == value} == set()

    def test_nothing_that_is_written_is_lost(self) -> None:
        source = everything()
        shown = texts(view_of(source), elements_of(source))
        said = list(written(source))
        assert len(said) > 75
        assert [text for text in said if text not in shown] == []

    def test_a_reference_leads_to_the_element_it_names(self) -> None:
        view = view_of(everything())
        fields = fields_by_name(card_of(view, "Confirms the order").fields)
        assert (fields["Systems"].values, fields["Systems"].ids) == (("Web shop",), ("web-shop",))
        assert fields["Standard"].ids[-1] == "it"
        assert fields_by_name(view.steps[3].fields)["Next"].values[1] == "out of the service · 95 %"

    def test_nothing_needed_is_told_apart_from_nothing_said(self) -> None:
        view = view_of(one_step(frontstage=[{"name": "Alone", "needs": []}, "Open"]))
        assert fields_by_name(card_of(view, "Alone").fields)["Needs"].values == ("nothing",)
        assert "Needs" not in fields_by_name(card_of(view, "Open").fields)

    def test_an_unsafe_address_is_text_and_no_link(self) -> None:
        links = [
            "https://example.org/a",
            "javascript:alert(1)",
            {"text": "B", "url": "data:text/html,x"},
        ]
        field = fields_by_name(card_of(view_of(one_step(frontstage={"name": "G", "links": links})), "G").fields)["Links"]  # fmt: skip
        assert field.values == ("https://example.org/a", "javascript:alert(1)", "B")
        assert field.urls == ("https://example.org/a", "", "")

    def test_durations_and_words_are_said_in_chinese(self) -> None:
        view = view_of(everything(), lang="zh")
        fields = fields_by_name(view.steps[0].fields)
        assert "实际：90 秒" in fields["时间"].values
        assert fields_by_name(view.cards[2].fields)["服务姿态"].values == ("主动",)

    def test_observations_and_results_stand_at_what_they_are_about(self) -> None:
        view = view_of(everything())
        waits = fields_by_name(view.steps[2].fields)["Observation"]
        assert waits.values[0] == "Says: Customers call to ask where it is"
        assert "Figure: 12" in fields_by_name(view.steps[3].fields)["Result"].values

    @given(blueprints())
    def test_every_id_in_a_field_is_an_element_of_the_page(self, plain: dict[str, Any]) -> None:
        elements = elements_of(Blueprint.model_validate(plain))
        known = {item.id for item in elements.items}
        named = {i for item in elements.items for field in item.fields for i in field.ids if i}
        assert named <= known
        for item in elements.items:
            for field in item.fields:
                assert field.ids == () or len(field.ids) == len(field.values)
                assert field.urls == () or len(field.urls) == len(field.values)


class TestWorkspaces:
    def test_a_graph_of_several_blueprints_asks_which_one(self) -> None:
        graph = graph_of(blueprint.load_workspace("examples/one_day_delivery").scope)
        with pytest.raises(ReferenceNotFoundError, match="order"):
            view_of(graph)
        with pytest.raises(ReferenceNotFoundError):
            view_of(graph, stem="nowhere")

    def test_elements_of_other_files_are_named_with_where_they_stand(self) -> None:
        graph = graph_of(blueprint.load_workspace("examples/one_day_delivery").scope)
        elements = elements_of(graph, stem="delivery")
        foreign = [item for item in elements.items if item.within]
        assert {item.id.partition(":")[0] for item in foreign} <= {"order", "returns", "complaint"}
        assert foreign
        assert all(item.fields == () for item in foreign)

    @given(workspaces())
    def test_every_blueprint_of_a_workspace_has_a_view(
        self, files: tuple[dict[str, Any], dict[str, dict[str, Any]]]
    ) -> None:
        from blueprint.integrity import Scope
        from blueprint.model import OrganisationCatalog

        catalog = OrganisationCatalog.model_validate(files[0])
        read = {
            stem: Blueprint.model_validate(plain).model_copy(
                update={"catalog": catalog, "stem": stem}
            )
            for stem, plain in files[1].items()
        }
        graph = graph_of(Scope(read, catalog))
        for stem, source in read.items():
            view = view_of(graph, stem=stem)
            assert len(view.cards) == len(source.names.actions)
            known = {item.id for item in elements_of(graph, stem=stem).items}
            assert {card.id for card in view.cards} <= known


def literals(annotation: object) -> Iterator[str]:
    """Go through the fixed texts that an annotation allows."""
    if typing.get_origin(annotation) is typing.Literal:
        yield from (value for value in typing.get_args(annotation) if isinstance(value, str))
    else:
        for part in typing.get_args(annotation):
            if not isinstance(part, str):
                yield from literals(part)


SAID_AS_WRITTEN = frozenset(
    [
        "name",
        "text",
        "note",
        "says",
        "place",
        "role",
        "url",
        "remedy",
        "expect",
        "source",
        "label",
        "when",
        "situation",
        "location",
        "because",
        "phase",
        "step",
        "blueprint",
        "age",
        "tags",
        "asks",
        "devices",
        "behaviours",
        "turn_ons",
        "turn_offs",
        "favourite_brands",
        "stands_for",
        "instrument",
        "sampling",
        "strategy",
        "updated",
        "date",
        "reviewed",
        "since",
        "ended",
    ]
)


def written(value: object, name: str = "") -> Iterator[str]:
    """Go through the texts of a model that are said as they are written, in English."""
    match value:
        case Frozen():
            for field in type(value).model_fields:
                if field not in ("catalog", "stem", "languages", "scales", "rules"):
                    yield from written(getattr(value, field), field)
        case tuple():
            for entry in value:
                yield from written(entry, name)
        case _ if name in SAID_AS_WRITTEN and value and not str(value).startswith("https:"):
            yield model.said(value, "en")  # type: ignore[arg-type]
        case Mapping():
            for entry in value.values():
                yield from written(entry, name)
