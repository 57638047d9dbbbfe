"""Inoperability: published figures, the model's laws, and a service worked out by hand."""

from __future__ import annotations

import random

import pytest

from blueprint.analysis.analysing import analyse
from blueprint.analysis.spread.leontief import at_rest, dies_out, in_time, shares_of
from blueprint.errors import BlueprintError, ReferenceNotFoundError
from blueprint.graph import Network
from tests.analysis.small import codes, in_a_row, parcels, rows, sentences


def matrix(*lines):
    """A matrix as the model reads it: row is affected, column is down."""
    return [[(n, share) for n, share in enumerate(line) if share] for line in lines]


PUBLISHED = [
    # Haimes & Jiang (2001), figures as quoted in the tests of an independent implementation.
    (matrix([0, 0.8], [0.2, 0]), [0, 0.6], [0.571, 0.714], 0.0005),
    (
        matrix([0, 0.9, 0, 0], [0.4, 0, 0, 0], [1, 0.8, 0, 0], [1, 0.9, 0, 0]),
        [0, 0.5, 0, 0],
        [0.70, 0.78, 1.0, 1.0],
        0.005,
    ),
    # Lian & Haimes (2006), quoted likewise.
    (matrix([0.15, 0.5], [0.1, 0.05]), [0, 0.1], [0.066, 0.112], 0.0005),
]


@pytest.mark.parametrize(("rows_", "down", "want", "near"), PUBLISHED)
def test_published_figures_at_rest(rows_, down, want, near):
    found = at_rest(rows_, down)
    assert found.settled
    assert list(found.lost) == pytest.approx(want, abs=near)


def test_more_than_everything_is_held_at_the_cap_and_told():
    assert at_rest(PUBLISHED[1][0], PUBLISHED[1][1]).capped == (2, 3)
    assert at_rest(PUBLISHED[0][0], PUBLISHED[0][1]).capped == ()


def test_in_time_it_comes_to_the_same_rest():
    rows_, down, _, _ = PUBLISHED[2]
    course = in_time(rows_, {1: down[1]}, [0.2, 0.2], ticks=400)
    assert list(course.peaks) == pytest.approx(list(at_rest(rows_, down).lost), abs=1e-8)
    assert course.recovered


def test_a_matrix_that_does_not_die_out_stays_at_the_cap():
    round_ = matrix([0, 1.5], [1.5, 0])
    assert not dies_out(round_)
    assert list(at_rest(round_, [0.1, 0]).lost) == [1.0, 1.0]
    assert dies_out(PUBLISHED[1][0])


def test_against_the_linear_solution_where_nothing_is_capped():
    numpy = pytest.importorskip("numpy")
    source = random.Random(3)
    for _ in range(20):
        size = source.randint(2, 9)
        dense = [[source.random() * 0.8 / size for _ in range(size)] for _ in range(size)]
        down = [source.random() * 0.1 for _ in range(size)]
        want = numpy.linalg.solve(numpy.eye(size) - numpy.array(dense), numpy.array(down))
        assert list(at_rest(matrix(*dense), down).lost) == pytest.approx(want.tolist(), abs=1e-8)


def test_more_shares_never_lose_less():
    source = random.Random(5)
    for _ in range(20):
        size = source.randint(2, 7)
        dense = [[source.random() / size for _ in range(size)] for _ in range(size)]
        down = [source.random() * 0.5 for _ in range(size)]
        more = [line[:] for line in dense]
        more[source.randrange(size)][source.randrange(size)] += 0.2
        pairs = zip(
            at_rest(matrix(*dense), down).lost, at_rest(matrix(*more), down).lost, strict=True
        )
        assert all(one <= other + 1e-9 for one, other in pairs)


def test_waiting_at_rest_is_the_same_as_going_on():
    rows_ = matrix([0, 0.0], [0.5, 0.0])
    long = in_time(rows_, {0: 1.0}, [0.5, 0.5], ticks=5000)
    assert long.ticks > 5000
    assert long.totals[1] == pytest.approx(0.5 * 5000, rel=0.01)


def test_shares_that_add_up_to_more_than_all_are_divided():
    rows_, divided = shares_of(Network.of(3, [(0, 2, 1.0, 0.9), (1, 2, 1.0, 0.3)]))
    assert divided == 1
    assert [share for _, share in rows_[2]] == pytest.approx([0.75, 0.25])


def test_a_service_worked_out_by_hand():
    report = analyse(parcels(), "inoperability", ["wms"])
    rest = {row["id"]: row["rest"] for row in rows(report, "elements")}
    assert rest["wms"] == 100
    assert rest["packs"] == pytest.approx(100 * 0.6 * 0.5)
    assert rest["hands-over"] == pytest.approx(100 * 3 * 0.5 * 0.4 * 0.3)
    assert rest["receives"] == pytest.approx(100 * 0.7 * 0.5 * 0.18)
    assert rest["fast"] == pytest.approx(100 * 0.8 * 0.6 * 0.3)


def test_departments_and_elements_lose_the_same_in_sum():
    report = analyse(parcels(), "inoperability", ["wms"])
    lost = [sum(row["lost"] for row in rows(report, name)) for name in ("departments", "elements")]
    assert lost[0] == pytest.approx(lost[1], abs=0.01)


def test_longer_and_slower_costs_more():
    def lost(**options):
        report = analyse(parcels(), "inoperability", ["wms"], **options)
        return sum(row["lost"] for row in rows(report, "elements"))

    assert lost(days=2.0) > lost() > lost(loss=0.5)
    assert lost(recovery=3.0) != lost()
    assert lost(recoveries={"packs": 5.0}) != lost()


def test_the_moment_of_truth_it_hits_is_pointed_out():
    report = analyse(parcels(), "inoperability", ["wms"])
    assert codes(report) == ["inoperability.moment"]
    [finding] = report.findings
    assert "“Receive”, “Picks” loses up to" in str(finding.message)
    assert finding.about == ("receive", "picks")


def test_what_is_down_itself_is_no_loss_of_its_moment_of_truth():
    [finding] = analyse(parcels(), "inoperability", ["hands-over"]).findings
    assert "“Receives the parcel” loses up to 34." in str(finding.message)
    assert analyse(parcels(), "inoperability", ["receives"]).findings == ()


def test_days_and_hours_are_told_in_words():
    report = analyse(parcels(), "inoperability", ["wms", "carrier"], days=2)
    assert str(report.title).endswith("“Warehouse system”, “Carrier's portal” are down for 2 days")
    assert report.title.into("zh").endswith("同时停用 2 天的损失")
    assert "together they lose" in sentences(report)
    assert "hours after the outage" in sentences(report)


def test_what_loses_next_to_nothing_is_left_out_and_counted():
    report = analyse(in_a_row(12), "inoperability", ["a11"])
    listed = rows(report, "elements")
    assert all(row["peak"] >= 0.1 for row in listed[:3])
    left = 13 - len(listed)
    said = f"left out, as they lose less than 0.05 % at worst: {left} elements"
    assert said in [str(what) for what in report.method.assumptions]


def test_what_nothing_rests_on_is_felt_by_nobody():
    assert sentences(analyse(parcels(), "inoperability", ["receives"])) == "Nothing else feels it."


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"days": 0.0}, "days is above 0"),
        ({"days": -1.0}, "days is above 0"),
        ({"recovery": 0.0}, "days is above 0"),
        ({"loss": 1.5}, "a loss is a share"),
        ({"loss": 0.0}, "a loss is a share"),
        ({"most": 0}, "1 or more"),
        ({"recoveries": {"packs": 0.0}}, "days is above 0"),
    ],
)
def test_impossible_figures_are_refused(options, said):
    with pytest.raises(BlueprintError, match=said):
        analyse(parcels(), "inoperability", ["wms"], **options)


def test_it_is_asked_about_something():
    with pytest.raises(BlueprintError, match="name at least one"):
        analyse(parcels(), "inoperability")
    with pytest.raises(ReferenceNotFoundError):
        analyse(parcels(), "inoperability", ["nobody"])
