"""The vertical slice of each customer action: what stands beneath it, lane by lane."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from blueprint.analysis.spread.counting import reach_counts
from blueprint.graph import Graph
from blueprint.model import CustomerAction, Step
from blueprint.model.links import LinkKind

RESTS_ON: tuple[LinkKind, ...] = ("interaction", "support", "uses", "triggers")
"""The links that lead from a customer action to what stands beneath it."""

LANES = ("frontstage", "backstage", "support", "other", "system")
"""What is counted beneath a customer action, top to bottom."""

_LITTLE = 1 / 3
"""Up to this part of the scale an expectation is a small one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Slice:
    """One customer action with what stands beneath it.

    Attributes:
        action: Number of the action.
        step: Number of its step.
        evidence: How many pieces of evidence the step has.
        beneath: Per kind, how many elements are reached beneath it.
        in_step: Whether anything of the service stands in its step at all.
        alone: Whether the customer is meant to do it alone.
        little_expected: Whether everybody asked expects nothing or little here.
    """

    action: int
    step: int
    evidence: int
    beneath: Mapping[str, int]
    in_step: bool
    alone: bool
    little_expected: bool

    @property
    def supported(self) -> bool:
        """Whether anything of the service stands beneath it."""
        return self.in_step or any(self.beneath.values())

    @property
    def unsupported(self) -> bool:
        """Whether it is work of the customer's that nobody meant to leave to the customer."""
        return not self.supported and not self.alone


def slices_of(graph: Graph, by_step: Mapping[int, Sequence[int]]) -> Iterator[Slice]:
    """Go through the customer actions, in file order, given the actions of each step."""
    network = graph.network("demand", RESTS_ON)
    marked: dict[str, list[int]] = {kind: [] for kind in LANES}
    for number, kind in enumerate(graph.nodes.kinds):
        if kind in marked:
            marked[kind].append(number)
    none = [0] * len(graph.nodes)
    counts = {kind: reach_counts(network, own) if own else none for kind, own in marked.items()}
    for step, actions in by_step.items():
        kinds = [graph.nodes[n].kind for n in actions]
        for number, kind in zip(actions, kinds, strict=True):
            element = graph.nodes[number].element
            if not isinstance(element, CustomerAction):
                continue
            yield Slice(
                action=number,
                step=step,
                evidence=kinds.count("evidence"),
                beneath={kind: counts[kind][number] for kind in LANES},
                in_step=any(kind not in ("customer", "evidence") for kind in kinds),
                alone=element.participation == "self",
                little_expected=_little_expected(graph, step),
            )


def _little_expected(graph: Graph, step: int) -> bool:
    node = graph.nodes[step]
    element = node.element
    if not isinstance(element, Step) or node.home.stem is None:
        return False
    said = [e.expectation for e in element.experience if e.expectation is not None]
    low, high = graph.scope.blueprints[node.home.stem].scales.expectation
    least = low + _LITTLE * (high - low)
    return bool(said) and all(x == "none" or float(x) <= least for x in said)


def met(slices: Sequence[Slice]) -> tuple[int, ...]:
    """Return the steps in which the customer acts and the service does something, in order."""
    return tuple(dict.fromkeys(s.step for s in slices if s.supported))
