"""The random blueprints other tests rely on are valid and say everything there is to say."""

from __future__ import annotations

from hypothesis import find, given, settings

from blueprint.integrity import Scope, alone, catalog_defects, defects
from blueprint.model import Blueprint, OrganisationCatalog
from tests.strategies import LANES, Plain, blueprints, workspaces

relaxed = settings(max_examples=60, deadline=None)


@relaxed
@given(blueprints())
def test_random_blueprints_have_no_defect(plain: Plain) -> None:
    made = Blueprint.model_validate(plain)
    assert defects(made, alone(made)) == ()


@relaxed
@given(workspaces())
def test_random_workspaces_have_no_defect(workspace: tuple[Plain, dict[str, Plain]]) -> None:
    catalog = OrganisationCatalog.model_validate(workspace[0])
    files = {
        stem: Blueprint.model_validate(plain).model_copy(update={"catalog": catalog, "stem": stem})
        for stem, plain in workspace[1].items()
    }
    scope = Scope(files, catalog)
    assert catalog_defects(catalog, scope) == ()
    assert [defects(made, scope) for made in files.values()] == [()] * len(files)


def test_random_blueprints_reach_every_lane_and_link() -> None:
    def says_all(plain: Plain) -> bool:
        steps = [step for phase in plain["phases"] for step in phase["steps"]]
        cards = [card for step in steps for lane in LANES for card in step.get(lane, ())]
        return any("needs" in card for card in cards) and any("next" in step for step in steps)

    assert find(blueprints(), says_all, settings=settings(deadline=None, max_examples=2000))
