"""Ids that look alike, labels that lack a language, entries that nothing uses."""

from __future__ import annotations

from pathlib import Path

import pytest

from blueprint.rules import check
from blueprint.rules.lookalike import looks, unseen
from tests.rules.small import cafe, found, workspace


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("till-1", "till-l"),
        ("room-0", "room-O"),
        ("check-in", "check\u2010in"),
        ("check-in", "checkin"),
        ("check_in", "check-in"),
        ("pay", "р\u0430\u0443"),
        ("Bar", "bar"),
        ("pay", "pa\u200by"),
        ("ca\u202ere", "care"),
        ("ｗｍｓ", "wms"),
        ("IT", "lT"),
    ],
)
def test_ids_that_look_alike(one: str, other: str) -> None:
    assert set(looks(one)) & set(looks(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("step-1-1", "step-11"),
        ("mail", "mall"),
        ("order", "orders"),
        ("办理入住", "办理退房"),
        ("一日达", "二日达"),
        ("check-in", "check-in.customer"),
        ("order-1", "order-2"),
    ],
)
def test_ids_that_do_not(one: str, other: str) -> None:
    ones, others = looks(one), looks(other)
    assert ones[0] != others[0]
    assert ones[1] != others[1]


def test_a_character_nobody_sees_is_named_by_its_code() -> None:
    assert unseen("pa\u200by") == "\u200b"
    (finding,) = found(cafe("customer: Pays", top='systems: {"wm\u00ads": Stock}\n'), "BP804")
    assert "U+00AD" in str(finding.message)


def test_steps_and_actions_are_compared_with_everything_else() -> None:
    text = cafe("{id: pay, customer: Pays}", "{id: pay-l, customer: {id: pay-1, name: Pays again}}")
    (finding,) = found(text, "BP804")
    assert finding.about == ("pay-1", "pay-l")


def test_an_id_like_one_of_the_catalog_is_found_in_the_file(tmp_path: Path) -> None:
    files = workspace(
        tmp_path,
        catalog="systems: {till-1: Till}\n",
        order=cafe("customer: Pays", top="systems: {till-l: Left till}\n"),
    )
    (finding,) = [f for f in check(files).findings if f.code == "BP804"]
    assert finding.about == ("till-l", "till-1")
    assert Path(str(finding.file)).name == "order.blueprint.yaml"


def test_each_label_without_a_declared_language_is_found() -> None:
    text = cafe(
        "{id: a, customer: {id: b, name: {en: Pays}}, frontstage: {id: c, name: Till}}",
        top="languages: [en, zh]\nsystems: {wms: {name: {en: Stock, zh: 库存}}}\n",
    )
    (finding,) = found(text, "BP803")
    assert finding.about == ("b",)
    assert "zh" in str(finding.message)


def test_maps_that_are_no_labels_lack_no_language() -> None:
    text = cafe(
        "{id: a, customer: Pays, hours: {pay: '08:00-10:00'}}",
        top="languages: [en, zh]\nrules: {BP601: off}\ndepartments: {}\n",
    )
    assert not found(text, "BP803")


USES = {
    "departments": "{d: D}",
    "systems": "{s: S}",
    "channels": "{c: C}",
    "products": "{p: P}",
    "promises": "{pr: Pr}",
    "knowledge": "{k: K}",
    "metrics": "{m: M}",
    "levers": "{l: {name: L, effect: accelerator}}",
    "observations": "{o: {says: O}}",
}


@pytest.mark.parametrize("kind", USES)
def test_an_entry_of_any_kind_that_nothing_uses_is_found(kind: str) -> None:
    (finding,) = found(cafe("customer: Pays", top=f"{kind}: {USES[kind]}\n"), "BP805")
    assert kind in str(finding.message)


@pytest.mark.parametrize(
    "top",
    [
        "departments: {d: {name: D, told_of: cost}}\n",
        "departments: {d: D}\nsystems: {s: {name: S, department: d, integrates: [s]}}\n",
        "products: {p: P}\npromises: {pr: {text: Pr, about: p, kept_by: pays}}\n",
        "metrics: {m: M}\nresults: [{metric: m, value: 3}]\n",
        "metrics: {m: M}\nlevers: {l: {name: L, effect: inhibitor, metrics: m}}\n",
        "metrics: {m: M}\npromises: {p: {text: P, kept_by: pays, target: {measure: m, at_most: 3}}}\n",
        "levers: {l: {name: L, effect: inhibitor, steps: pays}}\n",
        "observations: {o: {says: O, about: pays}}\n",
        "personas: {a: A}\n",
    ],
)
def test_entries_that_something_uses(top: str) -> None:
    assert not found(cafe("customer: Pays", top=top), "BP805")


def test_being_ignored_is_no_use() -> None:
    top = "systems: {s: S}\nignore: [{rule: BP302, on: s, because: Bought}]\n"
    assert found(cafe("customer: Pays", top=top), "BP805")


def test_a_misspelt_name_leaves_its_kind_unjudged() -> None:
    from blueprint.files import read

    text = cafe(
        "{customer: Pays, backstage: {name: B, department: itt}}", top="departments: {it: IT}\n"
    )
    assert "BP805" not in [f.code for f in check(read(text)).findings]


def test_a_shared_entry_is_used_by_any_file_or_change(tmp_path: Path) -> None:
    (tmp_path / "faster.change.yaml").write_text(
        "change: Faster\nchanges: [m]\nadds: {systems: {n: {name: N, department: d}}}\n"
    )
    files = workspace(
        tmp_path,
        catalog="departments: {d: D, e: E}\nsystems: {s: S}\nmetrics: {m: M}\nchannels: {c: C}\n",
        order=cafe("{customer: Orders, frontstage: {name: Takes, systems: [s]}}"),
        returns=cafe("{customer: Returns, channels: [c]}"),
    )
    findings = [f for f in check(files).findings if f.code == "BP805"]
    assert [f.about for f in findings] == [("e",)]
