"""Cards and steps read by what they say are exactly those that pydantic would make."""

from __future__ import annotations

import copy

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from blueprint.model import LANE_CLASS, LANES, Blueprint, Step
from tests.strategies import blueprints


def raw_steps(plain):
    for phase in plain["phases"]:
        yield from phase["steps"]


def listed(value):
    return value if isinstance(value, list) else [value]


@given(blueprints())
def test_every_card_is_what_its_class_alone_makes(plain):
    made = list(Blueprint.model_validate(copy.deepcopy(plain)).steps)
    for step, raw in zip(made, raw_steps(plain), strict=True):
        alone = Step.model_validate(raw)
        assert step == alone
        assert step.model_fields_set == alone.model_fields_set
        assert hash(step) == hash(alone)
        for lane in LANES:
            for card, written in zip(step.in_lane(lane), listed(raw.get(lane, [])), strict=True):
                single = LANE_CLASS[lane].model_validate(written)
                assert card == single
                assert card.model_fields_set == single.model_fields_set
                assert card.model_dump() == single.model_dump()
                assert card.model_copy(update={"id": "x"}).id == "x"


JUNK = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.text(max_size=4),
    st.lists(st.text(max_size=3), max_size=2),
    st.dictionaries(
        st.sampled_from(["name", "to", "en", "id", "x"]), st.text(max_size=3), max_size=2
    ),
)


@given(
    st.sampled_from(LANES),
    st.sampled_from(
        sorted(
            {f for cls in LANE_CLASS.values() for f in cls.model_fields} | {"system", "nonsense"}
        )
    ),
    JUNK,
)
def test_what_a_card_refuses_alone_it_refuses_in_a_step(lane, field, junk):
    card = {"name": "A card", field: junk}
    try:
        expected = LANE_CLASS[lane].model_validate(card)
    except ValidationError as error:
        with pytest.raises(ValidationError) as caught:
            Step.model_validate({"step": "S", lane: [card]})
        assert [e["type"] for e in caught.value.errors()] == [e["type"] for e in error.errors()]
        assert all(e["loc"][:2] == (lane, 0) for e in caught.value.errors())
    else:
        assert Step.model_validate({"step": "S", lane: [card]}).in_lane(lane) == (expected,)
