"""Random views for property tests."""

from __future__ import annotations

from typing import Literal, get_args

from hypothesis import strategies as st

from blueprint.layout.sizes import Density, sizes_of
from blueprint.layout.view import (
    Badge,
    Card,
    ChannelIcon,
    Edge,
    EdgeKind,
    LaneKind,
    LineKind,
    Orientation,
    Remark,
    Status,
    View,
    ViewLane,
    ViewLine,
    ViewPhase,
    ViewStep,
)

LONG = "Checks every parcel against the delivery note and files the difference " * 3
NAMES = st.sampled_from(
    [
        "Ask",
        "Check in at the front desk",
        "在微信小程序选择科室、医生和时段并支付挂号费",
        "Donaudampfschifffahrtsgesellschaftskapitän",
        "👩‍👩‍👧 family ❤️",
        "مرحبا بالعالم",
        "",
        LONG,
    ]
)
LABELS = st.sampled_from(["", "", "rates", "announce guest", "审核通过", "x", LONG])
BADGES = st.sampled_from(
    (Badge(kind="moment-of-truth", text="why"), Badge(kind="fail-point", text="how"))
)
REMARKS: tuple[Literal["pain", "wait"], ...] = ("pain", "wait")


@st.composite
def views(draw: st.DrawFn, *, most_lanes: int = 6, most_steps: int = 6) -> View:
    """Draw any view that is valid, the odd ones included."""
    lane_count = draw(st.integers(1, most_lanes))
    step_count = draw(st.integers(1, most_steps))
    kinds = draw(
        st.lists(st.sampled_from(get_args(LaneKind)), min_size=lane_count, max_size=lane_count)
    )
    lanes = tuple(
        ViewLane(id=f"lane-{n}", name=draw(NAMES), kind=kind, group=kind)
        for n, kind in enumerate(kinds)
    )
    above = draw(st.lists(st.integers(0, lane_count), max_size=3))
    lines = zip(get_args(LineKind), sorted(above), strict=False)
    cards = tuple(draw(card(n, lane_count, step_count)) for n in range(draw(st.integers(0, 14))))
    ends = st.integers(0, max(0, len(cards) - 1))
    edges = st.builds(
        Edge, source=ends, target=ends, kind=st.sampled_from(get_args(EdgeKind)), label=LABELS
    )
    return View(
        id=draw(st.sampled_from(["plain", "酒店 住宿", "a b/c"])),
        title=draw(NAMES),
        subtitle=draw(st.sampled_from(["", "Current state"])),
        lang=draw(st.sampled_from(["en", "zh"])),
        lanes=lanes,
        lines=tuple(
            ViewLine(kind=kind, name="Line of internal interaction", above=at) for kind, at in lines
        ),
        phases=(ViewPhase(id="p", name=draw(NAMES), first=0, count=step_count),),
        steps=tuple(
            ViewStep(
                id=f"s{n}",
                number=n + 1,
                name=draw(NAMES),
                emotion=draw(st.none() | st.floats(-1, 1)),
            )
            for n in range(step_count)
        ),
        cards=cards,
        edges=tuple(draw(st.lists(edges, max_size=24))) if cards else (),
        sizes=sizes_of(draw(st.sampled_from(get_args(Density)))),
        orientation=draw(st.sampled_from(get_args(Orientation))),
    )


@st.composite
def card(draw: st.DrawFn, n: int, lanes: int, steps: int) -> Card:
    """Draw one card, perhaps over several steps, perhaps with everything on it."""
    step = draw(st.integers(0, steps - 1))
    return Card(
        id=f"card-{n}",
        lane=draw(st.integers(0, lanes - 1)),
        step=step,
        until=draw(st.integers(step, steps - 1)),
        name=draw(NAMES),
        status=draw(st.sampled_from(get_args(Status))),
        badges=tuple(draw(st.lists(BADGES, max_size=3))),
        remarks=tuple(
            Remark(kind=kind, text=draw(NAMES))
            for kind in draw(st.lists(st.sampled_from(REMARKS), max_size=2))
        ),
        channels=tuple(
            ChannelIcon(id=f"c{k}", name="App", kind="mobile")
            for k in range(draw(st.integers(0, 12)))
        ),
    )
