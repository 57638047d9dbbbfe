"""The fail points of a service: what goes wrong, what fails, and what mends it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from blueprint.analysis.service import actions_by_step, lived
from blueprint.graph import Graph, Node
from blueprint.model import Act, FailPoint, Step
from blueprint.model.links import ACTING


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One fail point.

    Attributes:
        fail: What the file says of it.
        owner: Number of the step or action it is written in.
        at: Number of what fails.
        step: Number of the step it fails in.
        mends: Number of the action that mends it.
    """

    fail: FailPoint
    owner: int
    at: int
    step: int
    mends: int | None

    @property
    def product(self) -> int | None:
        """Severity times occurrence times detection; ``None`` unless all three are said."""
        told = (self.fail.severity, self.fail.occurrence, self.fail.detection)
        if told[0] is None or told[1] is None or told[2] is None:
            return None
        return told[0] * told[1] * told[2]

    @property
    def mends_itself(self) -> bool:
        """Whether the very action that is said to fail is to mend it."""
        said = self.fail.at is not None or self.owner == self.at
        return said and self.mends == self.at


def points_of(graph: Graph) -> tuple[Point, ...]:
    """Return all fail points, in file order."""
    return tuple(_points(graph))


def ranked(points: Sequence[Point]) -> list[Point]:
    """Return fail points, worst first: by severity, then product, then rate.

    Severity comes first because ranks are no quantities: their product says the same of a
    trifle that happens daily as of a disaster that happens once. A figure nobody states comes
    after all that are stated; it is not taken as small, but nothing can be said of it.
    """

    def worst(point: Point) -> tuple[float, ...]:
        told = (point.fail.severity, point.product, point.fail.rate)
        return tuple(1.0 if figure is None else -float(figure) for figure in told)

    return sorted(points, key=worst)


def _points(graph: Graph) -> Iterator[Point]:
    actions: dict[int, list[int]] = {}
    for number, node in enumerate(graph.nodes):
        if node.kind != "step" and node.kind not in ACTING:
            continue
        element = node.element
        if isinstance(element, (Step, Act)):
            for fail in element.fails:
                at = _one(graph, node, fail.at)
                if at is None and node.kind == "step":
                    actions = actions or actions_by_step(graph)
                    at = _lead(graph, actions[number])
                at = number if at is None else at
                home = graph.nodes[at].step or node.step
                yield Point(
                    fail=fail,
                    owner=number,
                    at=at,
                    step=number if home is None else graph.index[home],
                    mends=_one(graph, node, fail.recovery),
                )


def _lead(graph: Graph, actions: Sequence[int]) -> int | None:
    """Return a step's lead action: its last customer action, else its topmost one."""
    own = lived(graph, actions)
    customers = [n for n in own if graph.nodes[n].kind == "customer"]
    return customers[-1] if customers else next(iter(own), None)


def _one(graph: Graph, node: Node, ref: str | None) -> int | None:
    """Return the number of the action that a reference names, seen from a node's file."""
    found = () if ref is None else graph.scope.find(node.home.stem, ref, "action")
    return graph.index.get(found[0]) if len(found) == 1 else None
