"""What one can filter a page by, with one key in every language."""

from __future__ import annotations

import pytest

from blueprint.layout.show import view_of
from blueprint.layout.show.elements import elements_of
from blueprint.model import Blueprint, Step
from blueprint.page.facets import facets_of

SHOP = Blueprint(
    blueprint="Shop",
    languages=["en", "zh"],
    phases={
        "Visit": [
            Step(customer="Looks"),
            Step(customer="Orders", moment_of_truth="purchase"),
            Step(customer="Returns it", moment_of_truth={"kind": {"en": "refund", "zh": "退款"}}),
            Step(customer="Leaves", moment_of_truth=True),
        ]
    },
)


@pytest.mark.parametrize(
    ("lang", "names"),
    [("en", ["declared", "purchase", "refund"]), ("zh", ["已标注", "购买", "退款"])],
)
def test_kinds_of_moments_of_truth_have_one_key_and_a_name_in_each_language(lang, names):
    found, cards = facets_of(view_of(SHOP, lang=lang), elements_of(SHOP, lang=lang), ())
    [moment] = [facet for facet in found if facet.key == "moment"]
    assert [key for key, _ in moment.options] == ["declared", "purchase", "refund"]
    assert [name for _, name in moment.options] == names
    assert [one.get("moment", ()) for one in cards] == [
        (),
        ("purchase",),
        ("refund",),
        ("declared",),
    ]
