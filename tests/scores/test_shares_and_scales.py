"""CES, CSAT, contacts, SERVQUAL, Kano, emotion: published figures, and what is refused."""

from __future__ import annotations

import pytest

from blueprint.analysis.scores import (
    Basis,
    ces,
    change_of_share,
    contacts_per_issue,
    csat,
    first_contact_resolution,
    issues_per_contact,
    kano,
    kano_category,
    kano_of_answers,
    nev_of_answers,
    nev_of_emotions,
    nev_of_words,
    reversed_item,
    service_gaps,
    transfer_rate,
    zone_of_tolerance,
)
from blueprint.analysis.scores.net_emotion import NEGATIVE, POSITIVE, nev_variant
from blueprint.errors import BlueprintError

FEELINGS = ("like", "must-be", "neutral", "live-with", "dislike")
BASIS = Basis(unit="issue", window="7 days", scope="calls", source="customers")
FIVE = ("tangibles", "reliability", "responsiveness", "assurance", "empathy")


def test_top_two_of_five():
    found = csat({5: 42, 4: 32, 3: 10, 2: 9, 1: 14})
    assert round(found.value, 2) == 69.16
    assert (round(found.low, 1), round(found.high, 1)) == (59.9, 77.1)


def test_resolved_at_the_first_contact():
    found = first_contact_resolution(280, 400, basis=BASIS)
    assert found.value == 0.7
    assert (round(found.low, 3), round(found.high, 3)) == (0.653, 0.743)
    assert "window: 7 days" in str(found.method.assumptions[0])
    assert str(transfer_rate(40, 400, basis=BASIS).method.direction) == "lower is better"


def test_the_two_versions_of_effort_point_in_opposite_directions():
    told = {1: 10, 2: 20, 5: 70}
    first, second = (ces(told, version=v, form="mean") for v in ("1.0", "2.0"))
    assert first.value == second.value == 4.0
    assert str(first.method.direction) == "lower is better"
    assert str(second.method.direction) == "higher is better"
    assert ces(told, version="2.0", form="share").value == 0.7
    assert ces({3: 1}, version="1.0", form="mean").low is None


def test_the_evaluation_table_in_full():
    rows = ["".join(kano_category(f, d) for d in FEELINGS) for f in FEELINGS]
    assert rows == ["QAAAO", "RIIIM", "RIIIM", "RIIIM", "RRRRQ"]


def test_better_worse_and_ties():
    found = kano({"A": 20, "O": 30, "M": 10, "I": 40, "R": 3, "Q": 2})
    assert (found.category, found.better, found.worse, found.n) == ("I", 0.5, -0.4, 105)
    assert [kano(dict.fromkeys(tied, 4)).category for tied in ("IAOM", "IAO", "IA")] == list("MOA")
    assert kano({"O": 4, "M": 4}).tied == ("M", "O")
    nothing = kano({"Q": 2})
    assert (nothing.better, nothing.worse) == (None, None)
    assert kano_of_answers([("like", "dislike")] * 2).category == "O"


def test_gaps_are_perception_less_expectation_and_weigh_as_points_say():
    seen, hoped = dict.fromkeys(FIVE, 5.0), dict.fromkeys(FIVE, 5.0) | {"reliability": 7.0}
    points = dict.fromkeys(FIVE, 10.0) | {"reliability": 60.0}
    found = service_gaps(seen, hoped, points)
    assert found.gaps["reliability"] == -2
    assert found.overall == pytest.approx(-1.2)
    assert found.plain == pytest.approx(-0.4)
    assert reversed_item(1) == 7


@pytest.mark.parametrize(("perceived", "zone"), [(4.9, "below"), (5, "within"), (6.6, "above")])
def test_the_zone_of_tolerance(perceived, zone):
    assert zone_of_tolerance(perceived, adequate=5, desired=6.5) == zone


def test_three_measures_share_the_name_and_each_says_which_it_is():
    means = dict.fromkeys(POSITIVE, 5.0) | dict.fromkeys(NEGATIVE, 3.0)
    assert (len(POSITIVE), len(NEGATIVE)) == (12, 8)
    found = [
        nev_of_emotions(means, scale=(0, 10)),
        nev_of_words(positive=50, neutral=20, negative=30),
        nev_of_answers({9: 50, 5: 20, 1: 30}, positive=(8, 10), negative=(1, 4)),
        nev_of_answers({9: 50, 5: 20, 1: 30}),
    ]
    assert [round(score.value, 6) for score in found] == [2, 20, 20, 5.8]
    assert len({score.method.name for score in found}) == 4
    assert "is not given" in str(found[3].method.cannot_tell[0])
    assert "positive 8 to 10" in str(found[2].method.assumptions[0])


def test_a_plus_of_thirty_is_points_or_percent():
    points, percent = change_of_share(0.5, 0.8)
    assert (round(points), round(percent)) == (30, 60)


def test_contacts_and_issues():
    assert contacts_per_issue(560, 400) == 1.4
    assert issues_per_contact({"praise": 5, "question": 60}, 100) == {
        "question": 0.6,
        "praise": 0.05,
    }


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        (lambda: ces({3: 1}, version="3", form="mean"), "needs its version"),
        (lambda: ces({3: 1}, version="2.0", form="x"), "say which"),
        (lambda: ces({3: 1}, version="1.0", form="share"), "no share"),
        (lambda: ces({6: 1}, version="1.0", form="mean"), "scale 1 to 5"),
        (lambda: csat({5: 1}, top=5), "no 5 top boxes"),
        (lambda: csat({5.5: 1}), "no answer"),
        (lambda: first_contact_resolution(5, 4, basis=BASIS), "more than the 4"),
        (lambda: first_contact_resolution(0, 0, basis=BASIS), "nobody"),
        (lambda: Basis(unit="", window="1 d", scope="x", source="y"), "unit is to be stated"),
        (lambda: contacts_per_issue(3, 4), "more than the 3"),
        (lambda: issues_per_contact({"chat": 3}, 4), "“chat” is no reason"),
        (lambda: change_of_share(0, 0.3), "no percentage"),
        (lambda: change_of_share(0.3, 30), "off the scale"),
        (lambda: kano({"X": 1}), "“X” is none of"),
        (lambda: kano({}), "nobody"),
        (lambda: kano_category("like", "meh"), "“meh”"),
        (lambda: service_gaps({}, {}, {}), "five dimensions"),
        (
            lambda: service_gaps(*[dict.fromkeys(FIVE, 5.0)] * 2, dict.fromkeys(FIVE, 10.0)),
            "add to 50",
        ),
        (lambda: zone_of_tolerance(5, adequate=6, desired=5), "above desired"),
        (lambda: nev_of_emotions({"happy": 3}, scale=(0, 10)), "all 20 emotions"),
        (lambda: nev_of_answers({5: 1}, positive=(8, 10)), "both cut points"),
        (lambda: nev_of_answers({5: 1}, positive=(10, 8), negative=(1, 4)), "lower end first"),
        (lambda: nev_of_answers({5: 1}, positive=(4, 10), negative=(1, 4)), "overlaps"),
        (lambda: nev_of_answers({5: 1}, positive=(8, 11), negative=(1, 4)), "off the scale"),
    ],
)
def test_what_is_wrong_is_refused_and_named(wrong, says):
    with pytest.raises(BlueprintError, match=says):
        wrong()


@pytest.mark.parametrize(
    ("score", "said"),
    [
        (csat({5: 42, 4: 32, 3: 33}), "100 × 最高档的回答份数 / n"),
        (ces({7: 6, 5: 4}, version="2.0", form="share"), "回答 ≥ 5 的份数 / n；区间：Wilson 1927"),
        (nev_of_words(positive=6, neutral=2, negative=2), "100 ×（正面 − 负面）/ n"),
    ],
)
def test_formulas_are_said_in_chinese_too(score, said):
    assert score.method.formula.into("zh") == said


def test_a_scale_below_zero_is_told_with_a_minus():
    told = nev_variant((-3, 3), (1, 3), (-3, -1))
    assert str(told) == "NEV of one question, 1 to 3 less −3 to −1"
