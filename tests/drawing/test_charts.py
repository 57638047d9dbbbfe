"""Tracks: what they say of a file, and that every mark stands at its step."""

from __future__ import annotations

from dataclasses import replace
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

import blueprint
from blueprint.layout import layout
from blueprint.layout.scene import Rect, SceneTrack
from blueprint.layout.show import view_of
from blueprint.layout.show.tracks import TRACKS
from blueprint.layout.view import Orientation, TrackKind, View, ViewTrack
from tests.drawing.strategies import views

PARCEL = """
blueprint: Parcel
currency: CNY
budget: 9.50
personas: {parent: Busy parent}
scales: {expectation: [1, 9]}
metrics:
  joy: {name: Joy, kind: nev}
  solved: {name: Solved at once, kind: fcr}
  ease: {name: Ease, scale: [1, 7]}
results:
  - {metric: joy, at: orders, value: 12, n: 412, date: 2026-06-01}
  - {metric: joy, at: orders, value: 4, n: 30, date: 2025-06-01}
  - {metric: solved, at: calls, value: 70, n: 400}
  - {metric: ease, at: calls, value: 5}
phases:
  All:
    - customer: Orders
      time: {promised: 1 min, actual: 90 s, perceived: 2 min}
      experience: {persona: parent, expectation: 7, perception: 8, needs: [simple, timely]}
      backstage: {name: Checks, duration: 20 s, cost: {per_minute: 0.60, materials: 0.03, other: 0.09}}
      support: {name: Packs, cost: {per_minute: 2}}
    - customer: Calls
      time: {waiting: 14 h, promised: ["08:00", "12:00"]}
      experience: {expectation: none, perception: 1}
      frontstage: {name: Answers, cost: 1.5}
"""


def track(kind: TrackKind, lang: str = "en") -> ViewTrack:
    (found,) = view_of(blueprint.load(PARCEL), lang=lang, tracks=[kind]).tracks
    return found


def told(of: ViewTrack) -> dict[str, list[str]]:
    return {row.name: [mark.told for mark in row.marks] for row in of.rows}


def test_time_has_a_row_for_each_kind_of_time_and_says_what_is_late() -> None:
    time = track("time")
    assert told(time) == {
        "Promised": ["promised 1 min"],
        "Actual": ["takes 90 s, later than promised"],
        "Perceived": ["feels like 2 min"],
        "Waiting": ["waits 14 h"],
    }
    assert "logarithmic" in time.note
    assert time.rows[1].marks[0].role == "late"
    assert time.rows[3].marks[0].value == 1.0


def test_cost_adds_up_minutes_materials_and_the_rest_and_owns_up_to_what_it_lacks() -> None:
    """A third of a minute at .60, and .12: .32; 2 a minute for nobody knows how long."""
    cost = track("cost")
    assert told(cost) == {
        "Per customer": ["costs 0.32 CNY or more", "costs 1.5 CNY"],
    }
    assert cost.note == "in all 1.82 CNY or more; budget 9.5 CNY"


def test_metrics_show_the_newest_figure_with_its_interval_where_there_is_one() -> None:
    metrics = track("metrics")
    assert told(metrics) == {
        "Joy": ["12, between 2.4 and 21.6, n = 412, 2026-06-01"],
        "Solved at once": ["70, between 65.3 and 74.3, n = 400"],
        "Ease": ["5, n is not stated"],
    }
    ease = metrics.rows[2].marks[0]
    assert (ease.low, ease.value) == (None, pytest.approx(4 / 6))


def test_expectation_goes_to_perception_on_the_files_scale() -> None:
    expectation = track("expectation")
    assert told(expectation) == {
        "Busy parent": ["expected 7, perceived 8"],
        "Everybody": ["nothing was expected, perceived 1"],
    }
    first, second = (row.marks[0] for row in expectation.rows)
    assert (first.since, first.value) == (0.75, 0.875)
    assert (second.since, second.value) == (None, 0.0)


def test_needs_have_a_row_each_and_the_note_counts_those_served_nowhere() -> None:
    needs = track("needs")
    assert told(needs) == {"simple": ["Busy parent: simple"], "timely": ["Busy parent: timely"]}
    assert needs.note == "● served here; 10 of 12 nowhere"


@pytest.mark.parametrize("kind", list(TRACKS))
def test_every_track_speaks_chinese(kind: TrackKind) -> None:
    assert track(kind, "zh").name != track(kind).name
    assert track(kind, "zh").note != track(kind).note


def test_a_file_that_says_nothing_of_the_kind_has_no_track() -> None:
    plain = blueprint.load("blueprint: Stay\nphases: {All: [{customer: Arrive}]}\n")
    assert view_of(plain, tracks=list(TRACKS)).tracks == ()


@given(views(), st.sampled_from(get_args(Orientation)))
def test_every_mark_stays_in_its_band_and_at_its_step(view: View, orientation: Orientation) -> None:
    scene = layout(replace(view, orientation=orientation))
    last = scene.curve.band if scene.curve else None
    for placed in scene.tracks:
        assert last is None or not overlap(last, placed.band)
        last = placed.band
        assert placed.band.right <= scene.width
        assert placed.band.bottom <= scene.height
        for step, box in boxes(placed):
            assert inside(box, placed.band)
            if orientation == "across":
                column = scene.steps[step].column
                assert column.x - 6 <= box.x
                assert box.right <= column.right + 6


def boxes(track: SceneTrack) -> list[tuple[int, Rect]]:
    """Return what each mark covers, but for its figure."""
    found = []
    for row in track.rows:
        for mark in row.marks:
            points = [p for p in (mark.dot, mark.ring, *(mark.rule or ()), *(mark.span or ())) if p]
            if mark.bar:
                points += [(mark.bar.x, mark.bar.y), (mark.bar.right, mark.bar.bottom)]
            xs, ys = zip(*points, strict=True)
            box = Rect(x=min(xs), y=min(ys), width=max(xs) - min(xs), height=max(ys) - min(ys))
            found.append((mark.step, box))
    return found


def inside(box: Rect, band: Rect) -> bool:
    return (
        band.x <= box.x
        and band.y <= box.y
        and box.right <= band.right + 0.2
        and box.bottom <= band.bottom + 0.2
    )


def overlap(one: Rect, other: Rect) -> bool:
    return (
        one.x < other.right
        and other.x < one.right
        and one.y < other.bottom
        and other.y < one.bottom
    )
