"""Filters: several kinds at once, counts that follow, what is left faded or moved together."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from blueprint.graph import graph_of
from blueprint.layout.show import view_of
from tests.page.conftest import Opened
from tests.page.made import everything, everything_page, report
from tests.page.panelled import choose, counts, hash_of

Has = Mapping[str, Mapping[str, set[str]]]


def has() -> Has:
    """Return what each card has of every kind of filter, from the view and the graph."""
    view, graph = view_of(everything()), graph_of(everything())
    found: dict[str, dict[str, set[str]]] = {}
    for card in view.cards:
        own = graph.nodes[graph.index[card.id]].id
        trouble: set[str] = {*(b.kind for b in card.badges), *(r.kind for r in card.remarks)}
        lived = view.steps[card.step].lived
        found[card.id] = {
            "lane": {view.lanes[card.lane].id},
            "department": {card.department_id} - {""},
            "system": {
                link.target for link in graph.links if link.kind == "uses" and link.source == own
            },
            "channel": {channel.id for channel in card.channels},
            "persona": {one.persona for one in lived} - {""},
            "trouble": trouble & {"fail-point", "pain", "wait", "late"},
            "status": {card.status},
            "findings": {f.severity for f in report().findings if card.id in f.about},
        }
    return found


def expected(chosen: Mapping[str, Iterable[str]], facet: str) -> dict[str, int]:
    """Return the counts of a filter's values among the cards that all other filters leave."""
    cards = has()
    left = [
        own
        for own in cards.values()
        if all(own[key] & set(values) for key, values in chosen.items() if key != facet)
    ]
    every = {value for own in cards.values() for value in own[facet]}
    return {value: sum(value in own[facet] for own in left) for value in every}


def test_counts_follow_the_other_filters(opened: Callable[..., Opened]) -> None:
    seen = opened(everything_page(), at="#panel=filters")
    facets = seen.page.eval_on_selector_all("[data-facet]", "all => all.map(f => f.dataset.facet)")
    assert facets == [
        "lane", "department", "system", "channel", "moment", "trouble", "status", "findings",
    ]  # fmt: skip
    chosen: dict[str, list[str]] = {}
    for facet, values in (
        (None, ()),
        ("lane", ("backstage", "support")),
        ("department", ("logistics",)),
        ("trouble", ("fail-point",)),
    ):
        if facet:
            chosen[facet] = list(values)
            choose(seen, facet, *values)
        for key in facets:
            if key != "moment":
                assert counts(seen, key) == expected(chosen, key), (chosen, key)


def test_and_between_kinds_or_within_one(opened: Callable[..., Opened]) -> None:
    seen = opened(everything_page(), at="#panel=filters")
    choose(seen, "department", "logistics", "it")
    cards = has()
    either = {card for card, own in cards.items() if own["department"] & {"logistics", "it"}}
    assert set(seen.shown()) == either
    choose(seen, "lane", "backstage")
    both = {card for card in either if "backstage" in cards[card]["lane"]}
    assert set(seen.shown()) == both
    total = len(cards)
    assert seen.announced() == f"{len(both)} of {total} cards"
    assert seen.page.inner_text("#left") == f"{len(both)} of {total} cards"
    assert seen.page.inner_text("#open-filters .count") == "3"
    chips = seen.page.locator(".chip").all_inner_texts()
    assert chips == ["Lane: Backstage×", "Department: Logistics×", "Department: IT×"]
    seen.page.click("#tab-table")
    listed = seen.page.eval_on_selector_all(
        "[data-card]:not([hidden])", "all => all.map((e) => e.dataset.card)"
    )
    assert set(listed) == both


def test_chips_take_filters_off_and_keep_the_focus(opened: Callable[..., Opened]) -> None:
    seen = opened(everything_page(), at="#lane=backstage,support&department=logistics")
    seen.page.focus(".chip >> nth=0")
    for left in (2, 1, 0):
        seen.page.keyboard.press("Enter")
        assert seen.page.locator(".chip").count() == left
    assert seen.page.evaluate("document.activeElement.id") == "open-filters"
    assert hash_of(seen) == ""
    assert not seen.page.is_visible("#active")
    seen.page.go_back()
    seen.page.go_back()
    assert seen.page.locator(".chip").count() == 2
    seen.page.click("#clear-filters")
    assert len(seen.shown()) == len(everything().names.actions)


def test_what_is_filtered_out_can_go_and_come_back(opened: Callable[..., Opened]) -> None:
    seen = opened(everything_page(), at="#lane=backstage")
    drawn = "document.querySelectorAll('.bp-card').length - document.querySelectorAll('.bp-card[display=none]').length"
    total = len(everything().names.actions)
    assert seen.page.evaluate(drawn) == total
    seen.page.check("[name=rest][value=away]", force=True)
    assert hash_of(seen) == "lane=backstage&rest=away"
    backstage = sum("backstage" in own["lane"] for own in has().values())
    assert seen.page.evaluate(drawn) == backstage
    seen.page.check("[name=rest][value=fade]", force=True)
    assert seen.page.evaluate(drawn) == total
    assert seen.said == []


def test_filters_are_reached_and_worked_by_keys_alone(opened: Callable[..., Opened]) -> None:
    seen = opened(everything_page())
    press = seen.page.keyboard.press
    press("f")
    assert seen.page.evaluate("document.activeElement.tagName") == "SUMMARY"
    press("Tab")
    press("Space")
    assert seen.page.locator(".chip").count() == 1
    assert seen.page.evaluate("document.activeElement.checked") is True
    press("Escape")
    assert not seen.page.is_visible("#panel")
    assert seen.page.evaluate("document.activeElement.id") == "open-filters"
    press("Enter")
    assert seen.page.is_visible("#panel-filters")
    assert seen.page.get_attribute("#open-filters", "aria-expanded") == "true"
