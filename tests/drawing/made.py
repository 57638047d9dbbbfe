"""Blueprints made up as people write them: stories over lanes, with stacks, spans and ways back."""

from __future__ import annotations

import itertools
import random

from blueprint.layout.view import Badge, Card, Edge, EdgeKind, Remark, View, ViewPhase, ViewStep
from tests.drawing.cases import LINES, view_lanes

_NAMES = (
    "Asks for a quote",
    "Checks stock and reserves it",
    "Confirms by SMS",
    "核对订单信息并通知仓库",
    "Updates the record",
    "Prints the form, signs it and hands it over to the customer",
    "Order system",
    "Waits at the counter",
)
_LABELS = ("order", "ready", "booking no.", "审核通过", "5 % · Damaged", "if the amount is high")
_CUSTOMER, _LAST = 1, 5


def made(seed: int) -> View:
    """Return one of endlessly many made-up blueprints, always the same for a seed."""
    return _Maker(seed).view()


class _Maker:
    """Invents one blueprint: its cards column by column, then what links them."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        self.steps = self.chance.choice((5, 6, 7, 8, 9, 10, 12, 14, 18, 25, 40))
        self.dense = self.chance.uniform(0.3, 0.8)
        self.cards: list[Card] = []
        self.at: dict[tuple[int, int], list[int]] = {}
        self.edges: dict[tuple[int, int], Edge] = {}

    def view(self) -> View:
        """Invent everything."""
        for step in range(self.steps):
            for lane in range(_LAST + 1):
                self._fill(lane, step)
        for n, card in enumerate(self.cards):
            self._link(n, card)
        for _ in range(self.steps // 6):
            self._back()
        count = max(1, self.steps // 4)
        firsts = [self.steps * n // count for n in range(count + 1)]
        return View(
            id="made",
            title="Made up",
            subtitle="",
            lang="en",
            lanes=view_lanes(),
            lines=LINES,
            phases=tuple(
                ViewPhase(id=f"p{n}", name=f"Phase {n + 1}", first=first, count=after - first)
                for n, (first, after) in enumerate(itertools.pairwise(firsts))
            ),
            steps=tuple(
                ViewStep(id=f"s{n}", number=n + 1, name=f"Step {n + 1}") for n in range(self.steps)
            ),
            cards=tuple(self.cards),
            edges=tuple(self.edges.values()),
        )

    def _fill(self, lane: int, step: int) -> None:
        """Put the cards of one cell: mostly one, sometimes two or three."""
        chance = self.chance
        if lane != _CUSTOMER and chance.random() > self.dense:
            return
        count = 1 if lane < _CUSTOMER + 1 else chance.choice((1, 1, 1, 1, 1, 2, 2, 3))
        for _ in range(count):
            lasts = chance.choice((1, 1, 2)) if lane == _LAST and chance.random() < 0.2 else 0
            self.at.setdefault((lane, step), []).append(len(self.cards))
            self.cards.append(
                Card(
                    id=f"c{len(self.cards)}",
                    lane=lane,
                    step=step,
                    until=min(self.steps - 1, step + lasts),
                    name=chance.choice(_NAMES),
                    badges=(Badge(kind="fail-point", text=""),) if chance.random() < 0.08 else (),
                    remarks=(Remark(kind="pain", text="Long queue"),)
                    if chance.random() < 0.08
                    else (),
                )
            )

    def _link(self, n: int, card: Card) -> None:
        """Link a card as the lanes want it: evidence up, flow on, needs down."""
        chance = self.chance
        lane, step = card.lane, card.step
        if lane == 0:
            self._add(n, self._pick(_CUSTOMER, step), "evidence", labelled=0.0)
        if lane == _CUSTOMER:
            self._add(n, self._pick(_CUSTOMER, step + 1), "flow", labelled=0.05)
        if 0 < lane < _LAST:
            kind: EdgeKind = "interaction" if lane == _CUSTOMER else "support"
            for below in range(lane + 1, _LAST + 1):
                if chance.random() < 0.75 / (below - lane):
                    aside = chance.choice((0, 0, 0, 0, 0, 1, -1))
                    self._add(n, self._pick(below, step + aside), kind, labelled=0.2)
        if lane > _CUSTOMER and chance.random() < 0.15:
            on = chance.choice((1, 1, 2, 4))
            self._add(n, self._pick(lane, step + on), "triggers", labelled=0.4)

    def _back(self) -> None:
        """Let the story go back some steps."""
        step = self.chance.randrange(1, self.steps)
        to = max(0, step - self.chance.choice((1, 2, 3, 5)))
        source, target = self._pick(_CUSTOMER, step), self._pick(_CUSTOMER, to)
        if source is not None:
            self._add(source, target, "flow", labelled=0.8)

    def _pick(self, lane: int, step: int) -> int | None:
        """Return a card of a cell, or nobody where it is empty."""
        found = self.at.get((lane, step))
        return self.chance.choice(found) if found else None

    def _add(self, source: int, target: int | None, kind: EdgeKind, *, labelled: float) -> None:
        """Link two cards, unless there is nobody to link to or they are linked already."""
        if target is None or (source, target) in self.edges:
            return
        label = self.chance.choice(_LABELS) if self.chance.random() < labelled else ""
        self.edges[source, target] = Edge(source=source, target=target, kind=kind, label=label)
