"""From a changed set to one node: what lies between, made smaller without changing the answer.

Kept is only what lies on a path. Arcs one after the other become one with the product of
their likelihoods, arcs side by side one that fails when both do (series-parallel reduction,
as in Satyanarayana and Wood, 1985), and what is certain to be reached together becomes one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

SOURCE = 0
"""The changed set."""

TARGET = -1
"""The node that is asked about."""

Arc = tuple[int, int, float]
"""From, to and likelihood."""

State = tuple[Arc, ...]
"""The arcs that are left, in order: the same state is the same question."""


class Between:
    """The arcs between `SOURCE` and `TARGET`, as they are made fewer.

    Attributes:
        leaving: By node, the likelihood of its arcs by the node they go to.
        entering: By node, the nodes from which arcs lead to it.
        base: How likely the target is reached without what is left.
        factor: What the likelihood of what is left is multiplied with, and added to that.
        steps: How many arcs have been looked at or changed so far.
    """

    def __init__(self, arcs: Iterable[Arc]) -> None:
        self.leaving: dict[int, dict[int, float]] = {SOURCE: {}, TARGET: {}}
        self.entering: dict[int, set[int]] = {SOURCE: set(), TARGET: set()}
        self.base, self.factor = 0.0, 1.0
        self.steps = 0
        for source, target, likelihood in arcs:
            self.add(source, target, likelihood)

    def add(self, source: int, target: int, likelihood: float) -> None:
        """Add an arc, beside the one that may be there; none leads into the source."""
        self.steps += 1
        if source in (target, TARGET) or target == SOURCE:
            return
        own = self.leaving.setdefault(source, {})
        self.entering.setdefault(source, set())
        self.leaving.setdefault(target, {})
        known = own.get(target)
        own[target] = likelihood if known is None else 1 - (1 - known) * (1 - likelihood)
        self.entering.setdefault(target, set()).add(source)

    def drop(self, source: int, target: int) -> None:
        """Take an arc away."""
        self.steps += 1
        del self.leaving[source][target]
        self.entering[target].discard(source)

    def forget(self, node: int) -> None:
        """Take a node away with all its arcs."""
        for target in tuple(self.leaving[node]):
            self.drop(node, target)
        for source in tuple(self.entering[node]):
            self.drop(source, node)
        del self.leaving[node], self.entering[node]

    def join(self, node: int) -> None:
        """Make a node one with the source: it is reached."""
        own = tuple(self.leaving[node].items())
        self.forget(node)
        for target, likelihood in own:
            self.add(SOURCE, target, likelihood)

    def close(self, node: int) -> None:
        """Make a node one with the target: whoever reaches it reaches that."""
        own = [(source, self.leaving[source][node]) for source in sorted(self.entering[node])]
        self.forget(node)
        for source, likelihood in own:
            self.add(source, TARGET, likelihood)

    @property
    def state(self) -> State:
        """The arcs that are left."""
        leaving = self.leaving
        return tuple((a, b, leaving[a][b]) for a in sorted(leaving) for b in sorted(leaving[a]))

    def reduce(self) -> None:
        """Make it as small as it gets; nothing is left where that answers it.

        The likelihood asked for is then `base` plus `factor` times that of what is left.
        """
        self._trim()
        waiting = sorted(self.leaving)
        while waiting:
            node = waiting.pop()
            if node in self.leaving:
                waiting += self._simplified(node)

    def _trim(self) -> None:
        """Keep only nodes on some way from the source to the target."""
        forward = self._walked({SOURCE}, self.leaving)
        backward = self._walked({TARGET}, self.entering)
        for node in tuple(self.leaving):
            if node not in (SOURCE, TARGET) and not (node in forward and node in backward):
                self.forget(node)
        for source in tuple(self.entering[TARGET]):
            if source not in forward:
                self.drop(source, TARGET)

    def _walked(self, found: set[int], ways: Mapping[int, Iterable[int]]) -> set[int]:
        queue = list(found)
        while queue:
            onward = [node for node in ways[queue.pop()] if node not in found]
            self.steps += len(onward) + 1
            found.update(onward)
            queue += dict.fromkeys(onward)
        return found

    def _simplified(self, node: int) -> list[int]:
        """Apply the first rule that fits at a node; return the nodes to look at again."""
        self.steps += 1
        if node == SOURCE:
            return self._at_source()
        if node == TARGET:
            return self._at_target()
        into, out = self.entering[node], self.leaving[node]
        around = sorted({*into, *out})
        if not into or not out:
            self.forget(node)
        elif len(into) == 1 and into <= out.keys():
            self.drop(node, next(iter(into)))
            around.append(node)
        elif len(out) == 1 and out.keys() <= into:
            self.drop(next(iter(out)), node)
            around.append(node)
        elif self.leaving[SOURCE].get(node) == 1.0:
            self.join(node)
        elif out.get(TARGET) == 1.0:
            self.close(node)
        elif len(around) == 2:  # noqa: PLR2004
            self._bridge(node)
        else:
            return []
        return around

    def _bridge(self, node: int) -> None:
        """Replace a node with two neighbours by arcs between them, one each way it conducts."""
        out = self.leaving[node]
        ways = [
            (source, target, self.leaving[source][node] * likelihood)
            for source in sorted(self.entering[node])
            for target, likelihood in out.items()
            if source != target
        ]
        self.forget(node)
        for way in ways:
            self.add(*way)

    def _at_source(self) -> list[int]:
        """Take out an arc straight to the target, pass an only arc, or end where there is none."""
        own = self.leaving[SOURCE]
        if not own:
            self._trim()  # what is left leads there from nowhere
            return []
        if TARGET in own:
            likelihood = own[TARGET]
            self.base += self.factor * likelihood
            self.factor *= 1 - likelihood
            self.drop(SOURCE, TARGET)
            return [SOURCE, TARGET]
        if len(own) != 1:
            return []
        ((node, likelihood),) = own.items()
        self.factor *= likelihood
        around = [*self.leaving[node]]
        self.join(node)
        return [*around, SOURCE]

    def _at_target(self) -> list[int]:
        """Pass an only arc that leads to the target."""
        own = self.entering[TARGET]
        if len(own) != 1 or SOURCE in own:
            return [SOURCE] if own else []
        (node,) = own
        self.factor *= self.leaving[node][TARGET]
        around = sorted(self.entering[node])
        self.close(node)
        return [*around, TARGET]
