"""The report of a check holds for whatever is checked."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blueprint.errors import BlueprintError
from blueprint.files import read, read_workspace
from blueprint.model import Blueprint, Step
from blueprint.report import Report
from blueprint.rules import RULES, check, merged
from tests.rules.small import cafe, checked, workspace
from tests.strategies import Plain, blueprints, workspaces

CODES = {rule.code for rule in RULES}


def written(plain: Plain) -> str:
    """Return plain data as JSON, which is YAML too."""
    return json.dumps(plain, ensure_ascii=False) + "\n"


def shown(report: Report) -> str:
    return json.dumps([report.to_dict("en"), report.to_dict("zh")], ensure_ascii=False)


@given(blueprints(), st.sampled_from([None, "2026-03-01"]))
def test_any_sound_blueprint_can_be_checked(plain: Plain, as_of: str | None) -> None:
    made = Blueprint.model_validate(plain)
    report = check(made, as_of=as_of)
    assert {finding.code for finding in report.findings} <= CODES
    assert shown(report) == shown(check(Blueprint.model_validate(plain), as_of=as_of))
    assert all(str(f.message) and f.about for f in report.findings)


@given(blueprints(), st.randoms(use_true_random=False))
def test_any_blueprint_with_mistakes_in_its_names_can_be_checked(
    plain: Plain, rng: st.Random
) -> None:
    text = written(plain)
    for word in ("department", "step-1", "systems-1", "customer-1-1", "frontstage-1-1"):
        if rng.random() < 0.5:
            text = text.replace(f'"{word}', '"astray' if rng.random() < 0.5 else '"step-2')
    document = read(text)
    report = check(document)
    assert [f.code for f in report.findings if f.severity == "error" and f.code not in CODES] == [
        problem.code for problem in document.problems if problem.severity == "error"
    ]


@given(workspaces())
def test_any_workspace_can_be_checked(plain: tuple[Plain, dict[str, Plain]]) -> None:
    catalog, files = plain
    with TemporaryDirectory() as folder:
        texts = {"catalog": catalog, **files}
        made = workspace(Path(folder), **{stem: written(text) for stem, text in texts.items()})
        report = check(made, as_of="2026-03-01")
        assert {finding.code for finding in report.findings} <= CODES | {"BP047"}
        assert all(f.file is not None and f.place is not None for f in report.findings)
        assert shown(report) == shown(check(made, as_of="2026-03-01"))


def test_findings_stand_in_file_order() -> None:
    report = checked(
        cafe(
            "{customer: Orders, moment_of_truth: true, frontstage: {name: Takes, standard: Fast}}",
            "{customer: Drinks, fails: [Cold], frontstage: Brings}",
            top="systems: {s: S}\npromises: {p: P}\n",
        )
    )
    places = [finding.place for finding in report.findings]
    assert None not in places
    assert places == sorted(places)  # type: ignore[type-var]


def test_a_blueprint_made_in_python_has_the_same_findings_without_places() -> None:
    text = cafe(
        "{customer: Orders, moment_of_truth: true, frontstage: Takes}",
        "{customer: Drinks, fails: [Cold]}",
        top="systems: {s: S}\n",
    )
    document = read(text)
    assert isinstance(document.value, Blueprint)
    made, written = check(document.value), check(document)
    assert sorted((f.code, f.about, str(f.message)) for f in made.findings) == sorted(
        (f.code, f.about, str(f.message)) for f in written.findings
    )
    assert all(f.place is None and f.file is None for f in made.findings)


def test_without_a_day_the_report_says_what_it_did_not_judge() -> None:
    stay = Blueprint(blueprint="Stay", phases={"Arrival": [Step(customer="Arrive")]})
    told = [str(said) for said in check(stay).method.cannot_tell]
    assert told == ["no --as-of given: review dates not judged"]
    dated = check(stay, as_of="2026-03-01").method
    assert dated.cannot_tell == ()
    assert "2026-03-01" in str(dated.assumptions[0])


@pytest.mark.parametrize("day", ["2026-02-30", "tomorrow", "", "2026-3-1"])
def test_a_day_that_is_none_is_refused(day: str) -> None:
    with pytest.raises(BlueprintError, match="is not a day"):
        check(Blueprint(blueprint="Stay"), as_of=day)


def test_a_file_that_does_not_fit_is_told_but_not_judged() -> None:
    document = read(cafe("{customer: Orders, frontstagee: Takes}"))
    report = check(document)
    assert [finding.code for finding in report.findings] == ["BP101"]
    assert "the rules were not applied" in str(report.method.cannot_tell[0])


def test_in_a_workspace_the_other_files_are_judged_all_the_same(tmp_path: Path) -> None:
    files = workspace(
        tmp_path,
        catalog="departments: {d: D}\n",
        broken="blueprint: [\n",
        order=cafe("{customer: Orders, frontstage: {name: Takes, department: d}}"),
    )
    report = check(files)
    told = [(Path(str(f.file)).name.split(".")[0], f.code) for f in report.findings]
    assert {code for file, code in told if file == "order"} == {"BP601", "BP201"}
    assert {f.severity for f in report.findings if "broken" in str(f.file)} == {"error"}


def test_ids_of_a_workspace_carry_their_file(tmp_path: Path) -> None:
    files = workspace(tmp_path, order=cafe("customer: Orders"), returns=cafe("customer: Returns"))
    about = [f.about[0] for f in check(files).findings if f.code == "BP202"]
    assert about == ["order:orders.customer", "returns:returns.customer"]


def test_the_overlay_marks_the_gravest_finding_of_each_element() -> None:
    report = checked(
        cafe("{id: a, customer: Orders, moment_of_truth: true, next: [{to: a, probability: 0.5}]}")
    )
    assert report.overlay is not None
    assert report.overlay.elements["a"].role == "error"
    assert report.overlay.elements["a"].badge == "BP206"


def test_the_summary_counts_by_weight() -> None:
    report = checked(cafe("{customer: Orders, frontstage: Takes}"))
    assert [str(said) for said in report.summary] == ["errors: 0, warnings: 2, notes: 1"]


def test_merging_reports_says_nothing_twice() -> None:
    one = checked(cafe("customer: Orders", top="ignore: [{rule: BP202, because: New}]\n"))
    other = checked(cafe("customer: Orders", top="owner: bar\ndepartments: {bar: Bar}\n"))
    both = merged([one, other, one])
    assert len(both.findings) == len(set(one.findings) | set(other.findings))
    assert [table.name for table in both.tables] == ["rules", "ignored"]
    assert len(both.method.cannot_tell) == 1


def test_the_same_bytes_whatever_the_hash_seed(tmp_path: Path) -> None:
    workspace(
        tmp_path,
        catalog="departments: {d: D, e: E}\nsystems: {s: {name: S, legacy: true}, t: T}\n",
        order=cafe(
            "{customer: Orders, moment_of_truth: true, frontstage: {name: T, systems: [s]}}"
        ),
        returns=cafe("{customer: Orders, frontstage: Takes, next: [orders]}"),
    )
    script = (
        "import sys; from blueprint.files import read_workspace; from blueprint.rules import check;"
        "from blueprint.render.report import findings_as;"
        "r = check(read_workspace(sys.argv[1]));"
        "print(*(findings_as(r, form) for form in ('text', 'json', 'sarif', 'github')))"
    )
    outputs = {
        subprocess.run(
            [sys.executable, "-c", script, str(tmp_path)],
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": str(Path(__file__).parents[2])},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("0", "1", "77")
    }
    assert len(outputs) == 1


@pytest.mark.parametrize(
    "name",
    ["hotel_stay", "express_mail", "city_hotel", "hospital", "bank_loan", "public_service"],
)
def test_the_examples_have_nothing_left_to_note(name: str) -> None:
    folder = Path(__file__).parents[2] / "examples"
    assert check(read(folder / f"{name}.blueprint.yaml")).findings == ()


def test_the_example_workspace_accepts_its_legacy_system_with_a_reason() -> None:
    report = check(read_workspace(Path(__file__).parents[2] / "examples" / "one_day_delivery"))
    (table,) = [table for table in report.tables if table.name == "ignored"]
    assert {row[0] for row in table.rows} == {"BP310"}
