"""Steps and cards read by what they say are those that pydantic makes field by field."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from blueprint.model import LANE_CLASS, CustomerAction, Frozen, Phase, Step
from blueprint.model.plain import Cards
from tests.strategies import blueprints

JUNK = (None, True, 7, -1.5, "", " ", "x\x00", "2 years", [], {}, ["a", 3], {"en": ""}, {"q": 1})
"""Values that fit some fields and not others."""


def _steps(plain: dict[str, Any]) -> Iterator[dict[str, Any]]:
    phases = plain["phases"]
    for phase in phases.values() if isinstance(phases, dict) else phases:
        yield from phase["steps"] if isinstance(phase, dict) else phase


def _cards(step: dict[str, Any]) -> Iterator[tuple[type[Frozen], Any]]:
    for lane, cls in LANE_CLASS.items():
        written = step.get(lane, [])
        for entry in written if isinstance(written, list) else [written]:
            yield cls, entry


def _told(read: Callable[[], Frozen], outer: int = 0) -> object:
    """Return everything that can be seen of a value, or what is wrong where in it.

    Of the places of errors, the first ``outer`` parts are left out.
    """
    try:
        value = read()
    except ValidationError as error:
        found = error.errors(include_url=False, include_input=False)
        return [(e["type"], e["loc"][outer:], e["msg"]) for e in found]
    return repr(value), value.model_dump(exclude_unset=True), value, hash(value)


def _in_phase(step: object) -> Step:
    return Phase.model_validate({"phase": "P", "steps": [step]}).steps[0]


def _in_lane(cls: type[Frozen], entry: object) -> Frozen:
    return TypeAdapter(Cards[cls]).validate_python([entry])[0]  # type: ignore[valid-type]


@settings(max_examples=30, deadline=None)
@given(blueprints())
def test_what_is_read_by_what_it_says_is_what_pydantic_makes(plain: dict[str, Any]) -> None:
    for step in _steps(plain):
        assert _told(lambda: _in_phase(step)) == _told(lambda: Step.model_validate(step))  # noqa: B023
        for cls, entry in _cards(step):
            quick = _told(lambda: _in_lane(cls, entry))  # noqa: B023
            assert quick == _told(lambda: cls.model_validate(entry))  # noqa: B023


@settings(max_examples=300, deadline=None)
@given(st.data())
def test_a_field_with_any_value_ends_alike_in_both_ways(data: st.DataObject) -> None:
    cls = data.draw(st.sampled_from([Step, *LANE_CLASS.values()]))
    names = st.sampled_from([*cls.model_fields, "system", "nonsense"])
    said = data.draw(st.dictionaries(names, st.sampled_from(JUNK), min_size=1, max_size=2))
    entry = {**data.draw(st.sampled_from([{}, {"name": "Greet"}, {"step": "Arrive"}])), **said}
    quick = (
        _told(lambda: _in_phase(entry), 2)
        if cls is Step
        else _told(lambda: _in_lane(cls, entry), 1)
    )
    assert quick == _told(lambda: cls.model_validate(entry))


def test_a_card_knows_which_fields_were_said() -> None:
    step = _in_phase({"customer": {"name": "Pay", "tags": "money"}, "evidence": "Bill"})
    assert step.model_fields_set == {"customer", "evidence"}
    assert step.customer[0].model_fields_set == {"name", "tags"}
    assert step.evidence[0].model_fields_set == {"name"}
    assert step.customer[0] == CustomerAction(name="Pay", tags=("money",))


def test_a_copy_of_a_card_is_a_card_of_its_own() -> None:
    card = _in_lane(CustomerAction, "Pay")
    changed = card.model_copy(update={"department": "till"})
    assert (changed.department, card.department) == ("till", None)
    assert card.model_fields_set == {"name"}
