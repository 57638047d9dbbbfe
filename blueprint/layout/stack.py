"""Which card of a cell stands above which: in file order, unless links say otherwise.

Cards that share a lane and a step stand in sub-rows of the lane. A link up would like
nothing above its card, one down nothing below it, and one along the lane would like both
cards in the same sub-row. Step by step, the cards of a cell take the sub-rows that please
most of these; where several do equally, they keep the order they have in the file.
"""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterable, Sequence

from blueprint.layout.view import View

_ROUNDS = 2
_MOST_ORDERS = 24
_BLOCKED = 1.0
_ASLANT = 0.8
_LOWER = 0.45
"""What it costs a card to stand lower than it must."""

Levels = list[int]
"""Each card's sub-row, counted within its lane."""


def stacked(view: View) -> tuple[Levels, list[int]]:
    """Return each card's sub-row within its lane, and how many sub-rows each lane has."""
    levels, depth = _in_file_order(view)
    cells: defaultdict[tuple[int, int], list[int]] = defaultdict(list)
    for n, card in enumerate(view.cards):
        if depth[card.lane] > 1:
            for step in range(card.step, last_step(view, n) + 1):
                cells[card.lane, step].append(n)
    if cells:
        order = _Order(view, levels, depth, cells)
        for _ in range(_ROUNDS):
            for lane, step in sorted(cells):
                order.settle(lane, step)
    return levels, depth


def last_step(view: View, n: int) -> int:
    """Return the last step a card lasts through, within the drawing."""
    card = view.cards[n]
    return max(card.step, min(card.until, len(view.steps) - 1))


def _in_file_order(view: View) -> tuple[Levels, list[int]]:
    """Give each card the first free sub-row of its lane, step after step."""
    free_from: list[list[int]] = [[] for _ in view.lanes]
    levels = [0] * len(view.cards)
    for n in sorted(range(len(view.cards)), key=lambda n: (view.cards[n].step, n)):
        card = view.cards[n]
        lane = free_from[card.lane]
        level = next((k for k, free in enumerate(lane) if free <= card.step), len(lane))
        if level == len(lane):
            lane.append(0)
        lane[level] = last_step(view, n) + 1
        levels[n] = level
    return levels, [max(1, len(lane)) for lane in free_from]


class _Order:
    """Settles the cards of one cell after the other."""

    def __init__(
        self,
        view: View,
        levels: Levels,
        depth: Sequence[int],
        cells: dict[tuple[int, int], list[int]],
    ) -> None:
        self.view = view
        self.levels = levels
        self.depth = depth
        self.cells = cells
        self.linked: defaultdict[int, list[int]] = defaultdict(list)
        for edge in view.edges:
            if edge.source != edge.target:
                self.linked[edge.source].append(edge.target)
                self.linked[edge.target].append(edge.source)

    def settle(self, lane: int, step: int) -> None:
        """Give the cards of a cell the sub-rows that please most links."""
        here = self.cells[lane, step]
        movable = [n for n in here if last_step(self.view, n) == self.view.cards[n].step]
        if not any(n in self.linked for n in movable):
            return
        held = {self.levels[n] for n in here if n not in set(movable)}
        free = [level for level in range(self.depth[lane]) if level not in held]
        best: tuple[float, tuple[int, ...]] | None = None
        for taken in _orders(free, len(movable)):
            for n, level in zip(movable, taken, strict=True):
                self.levels[n] = level
            cost = self._cost(movable, {*taken, *held})
            if best is None or cost < best[0] - 1e-9:
                best = (cost, taken)
        if best:
            for n, level in zip(movable, best[1], strict=True):
                self.levels[n] = level

    def _cost(self, cards: Sequence[int], taken: set[int]) -> float:
        """Price the cards of one cell as they stand now."""
        all_cards, levels, linked = self.view.cards, self.levels, self.linked
        cost = sum([_LOWER * levels[n] for n in cards]) - _LOWER * sum(range(len(cards)))
        highest, lowest = min(taken), max(taken)
        for n in cards:
            card, level = all_cards[n], levels[n]
            above, below = highest < level, lowest > level
            for other in linked.get(n, ()):
                lane = all_cards[other].lane
                if lane != card.lane:
                    cost += _BLOCKED * (above if lane < card.lane else below)
                elif all_cards[other].step == card.step:
                    cost += _BLOCKED * (abs(levels[other] - level) > 1) / 2
                else:
                    cost += _ASLANT * (levels[other] != level)
        return cost


def _orders(free: Sequence[int], cards: int) -> Iterable[tuple[int, ...]]:
    """Yield ways to give sub-rows to cards, the plain one first; not too many."""
    return itertools.islice(itertools.permutations(free, cards), _MOST_ORDERS)
