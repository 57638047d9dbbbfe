"""Random views for property tests."""

from __future__ import annotations

from typing import get_args

from hypothesis import strategies as st

from blueprint.layout.sizes import Density, sizes_of
from blueprint.layout.view import (
    Badge,
    BadgeKind,
    Card,
    ChannelIcon,
    Chip,
    ChipKind,
    Detail,
    Edge,
    EdgeKind,
    LaneKind,
    LineKind,
    Orientation,
    Pin,
    PinKind,
    Remark,
    RemarkKind,
    Scope,
    Status,
    TrackKind,
    TrackMark,
    TrackRole,
    TrackRow,
    View,
    ViewLane,
    ViewLine,
    ViewPhase,
    ViewStep,
    ViewTrack,
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
BADGES = st.builds(
    Badge,
    kind=st.sampled_from(get_args(BadgeKind)),
    text=st.sampled_from(["", "why"]),
    sort=st.sampled_from(["", "purchase"]),
)
REMARKS = st.builds(
    Remark,
    kind=st.sampled_from(get_args(RemarkKind)),
    text=NAMES,
    scope=st.sampled_from(get_args(Scope)),
)
PINS = st.builds(Pin, kind=st.sampled_from(get_args(PinKind)), text=NAMES)
CHIPS = st.builds(
    Chip,
    kind=st.sampled_from(get_args(ChipKind)),
    id=st.sampled_from(["", "wms"]),
    text=NAMES,
    status=st.sampled_from(get_args(Status)),
    legacy=st.booleans(),
)


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
        detail=draw(st.sampled_from(get_args(Detail))),
        tracks=tuple(draw(st.lists(tracks(step_count), max_size=2))),
        sizes=sizes_of(draw(st.sampled_from(get_args(Density)))),
        orientation=draw(st.sampled_from(get_args(Orientation))),
    )


SHARES = st.none() | st.floats(0, 1)


@st.composite
def tracks(draw: st.DrawFn, steps: int) -> ViewTrack:
    """Draw any track over so many steps."""
    mark = st.builds(
        TrackMark,
        step=st.integers(0, steps - 1),
        text=st.sampled_from(["", "12", "1200000 CNY or more", "14 小时"]),
        told=NAMES,
        value=SHARES,
        since=SHARES,
        low=SHARES,
        high=SHARES,
        role=st.sampled_from(get_args(TrackRole)),
    )
    marks = st.lists(mark, max_size=steps, unique_by=lambda mark: mark.step).map(tuple)
    rows = st.lists(st.builds(TrackRow, name=NAMES, marks=marks), min_size=1, max_size=5)
    kind = st.sampled_from(get_args(TrackKind))
    return ViewTrack(kind=draw(kind), name=draw(NAMES), note=draw(NAMES), rows=tuple(draw(rows)))


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
        remarks=tuple(draw(st.lists(REMARKS, max_size=8))),
        pins=tuple(draw(st.lists(PINS, max_size=6))),
        chips=tuple(draw(st.lists(CHIPS, max_size=6))),
        department=draw(st.sampled_from(["", "IT", "客户服务部", LONG])),
        channels=tuple(
            ChannelIcon(id=f"c{k}", name="App", kind="mobile")
            for k in range(draw(st.integers(0, 12)))
        ),
    )
