"""Views to draw in tests: the two measured cases, random ones, and large made-up ones."""

from __future__ import annotations

import json
import random
from pathlib import Path
from typing import Any

from blueprint.layout.view import (
    Badge,
    Card,
    ChannelIcon,
    Edge,
    EdgeKind,
    LaneKind,
    Remark,
    View,
    ViewLane,
    ViewLine,
    ViewPhase,
    ViewStep,
)

DATA = Path(__file__).parent.parent / "data"
CASES = ("city-hotel", "hospital-zh")
LANES: tuple[tuple[str, LaneKind, str, str], ...] = (
    ("evidence", "evidence", "Physical evidence", "有形展示"),
    ("customer", "customer", "Customer actions", "顾客行为"),
    ("front", "frontstage", "Frontstage — people", "前台员工"),
    ("fronttech", "frontstage", "Frontstage — technology", "前台系统"),
    ("back", "backstage", "Backstage", "后台员工"),
    ("support", "support", "Support processes", "支持过程"),
)
LINES = (
    ViewLine(kind="interaction", name="Line of interaction", above=2),
    ViewLine(kind="visibility", name="Line of visibility", above=4),
    ViewLine(kind="internal", name="Line of internal interaction", above=5),
)
LINES_ZH = (
    ViewLine(kind="interaction", name="互动线", above=2),
    ViewLine(kind="visibility", name="可视线", above=4),
    ViewLine(kind="internal", name="内部互动线", above=5),
)
_EDGE_KINDS: dict[str, EdgeKind] = {
    "flow": "flow",
    "evidence": "evidence",
    "interact": "interaction",
    "depend": "support",
}
_CHANNELS = {
    "web": ("Web", "web"),
    "app": ("App", "mobile"),
    "phone": ("Phone", "voice"),
    "place": ("On site", "store"),
    "email": ("E-mail", "mail"),
    "kiosk": ("Kiosk", "kiosk"),
}


def view_lanes(lang: str = "en") -> tuple[ViewLane, ...]:
    """Return the five lanes, frontstage split into people and technology."""
    return tuple(
        ViewLane(
            id={"front": "frontstage", "fronttech": "frontstage.technology"}.get(key, key),
            name=zh if lang == "zh" else en,
            kind=kind,
            actor={"front": "person", "fronttech": "technology"}.get(key),  # type: ignore[arg-type]
            group=kind,
        )
        for key, kind, en, zh in LANES
    )


def case(name: str) -> View:
    """Return one of the two measured cases."""
    data = json.loads((DATA / f"{name}.json").read_text("utf-8"))
    lang = data["lang"]
    lane_index = {key: n for n, (key, *_) in enumerate(LANES)}
    card_index = {card["id"]: n for n, card in enumerate(data["cards"])}
    phases, first = [], 0
    for n, phase in enumerate(data["phases"]):
        phases.append(
            ViewPhase(id=f"phase-{n}", name=phase["name"], first=first, count=phase["steps"])
        )
        first += phase["steps"]
    return View(
        id=name,
        title=data["title"],
        subtitle="",
        lang=lang,
        lanes=view_lanes(lang),
        lines=LINES_ZH if lang == "zh" else LINES,
        phases=tuple(phases),
        steps=tuple(
            ViewStep(id=f"step-{n}", number=n + 1, name=text, emotion=feeling / 3)
            for n, (text, feeling) in enumerate(zip(data["steps"], data["emotion"], strict=True))
        ),
        cards=tuple(_card(entry, lane_index[entry["lane"]]) for entry in data["cards"]),
        edges=tuple(
            Edge(
                source=card_index[link["source"]],
                target=card_index[link["target"]],
                kind=_EDGE_KINDS[link["kind"]],
                label=link.get("label", ""),
            )
            for link in data["links"]
        ),
    )


def _card(entry: dict[str, Any], lane: int) -> Card:
    badges = []
    if entry.get("mot"):
        badges.append(Badge(kind="moment-of-truth", text=""))
    if entry.get("fail"):
        badges.append(Badge(kind="fail-point", text=""))
    pain = entry.get("pain")
    return Card(
        id=entry["id"],
        lane=lane,
        step=entry["step"],
        until=entry["step"],
        name=entry["name"],
        actor="technology" if entry["lane"] in ("fronttech", "support") else "person",
        badges=tuple(badges),
        remarks=(Remark(kind="pain", text=pain),) if pain else (),
        channels=tuple(
            ChannelIcon(id=key, name=_CHANNELS[key][0], kind=_CHANNELS[key][1])
            for key in entry.get("ch", ())
        ),
    )


def large(cards: int, seed: int = 1) -> View:
    """Return a made-up blueprint of about so many cards, five to a step."""
    chance = random.Random(seed)
    steps = max(3, cards // 5)
    names = (
        "Receives order",
        "Checks stock level",
        "Confirms by SMS",
        "核对订单信息",
        "Updates it",
    )
    made: list[Card] = []
    cells: dict[tuple[int, int], list[int]] = {}
    for step in range(steps):
        for lane in range(len(LANES)):
            if lane == 1 or chance.random() < 0.8:
                cells.setdefault((lane, step), []).append(len(made))
                made.append(
                    Card(
                        id=f"card-{len(made)}",
                        lane=lane,
                        step=step,
                        until=step,
                        name=chance.choice(names),
                    )
                )
    edges: dict[Edge, None] = {}
    for (lane, step), members in cells.items():
        for member in members:
            if lane == 1 and (1, step + 1) in cells:
                edges[Edge(source=member, target=cells[1, step + 1][0], kind="flow")] = None
            for to in (step, step, step + chance.choice((-1, 0, 1))):
                below = cells.get((lane + 1, to))
                if below and chance.random() < 0.45:
                    edges[Edge(source=member, target=chance.choice(below), kind="support")] = None
    return View(
        id="large",
        title=f"{len(made)} cards",
        subtitle="",
        lang="en",
        lanes=view_lanes(),
        lines=LINES,
        phases=(ViewPhase(id="all", name="All", first=0, count=steps),),
        steps=tuple(ViewStep(id=f"s{n}", number=n + 1, name=f"Step {n + 1}") for n in range(steps)),
        cards=tuple(made),
        edges=tuple(edges),
    )


def hub(links: int, steps: int) -> View:
    """Return one support system in the middle that everything else rests on."""
    cards = [Card(id="hub", lane=5, step=steps // 2, until=steps // 2, name="CRM system")]
    for n in range(links):
        step = n * steps // links
        cards.append(Card(id=f"c{n}", lane=1 + n % 4, step=step, until=step, name="Looks it up"))
    return View(
        id="hub",
        title="Hub",
        subtitle="",
        lang="en",
        lanes=view_lanes(),
        lines=LINES,
        phases=(ViewPhase(id="all", name="All", first=0, count=steps),),
        steps=tuple(ViewStep(id=f"s{n}", number=n + 1, name=f"Step {n + 1}") for n in range(steps)),
        cards=tuple(cards),
        edges=tuple(Edge(source=n + 1, target=0, kind="support") for n in range(links)),
    )
