"""What was measured, when, where and of whom; and what kind of figure each metric has."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from blueprint.analysis.levers.acting import meant
from blueprint.analysis.written import holders
from blueprint.graph import Graph
from blueprint.model import Metric, Result

Kind = Literal["share", "net", "mean", "other"]
"""A share of people, a net score, a mean on a scale, or anything else, such as a count."""

_SHARES = frozenset({"fcr", "share", "transfer-rate"})
_UP = frozenset({"nps", "nev", "csat", "fcr"})
_WHOLES = (1.0, 100.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """What a metric's figures are.

    Attributes:
        kind: Which kind.
        scale: Their lowest and highest value, where that is known.
        up: Whether higher is better; ``None`` where nobody says.
    """

    kind: Kind
    scale: tuple[float, float] | None
    up: bool | None

    def holds(self, value: float) -> bool:
        """Tell whether a figure is on the scale."""
        return self.scale is None or self.scale[0] <= value <= self.scale[1]


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """One figure somebody measured.

    Attributes:
        metric: Number of the metric.
        at: Number of the step it was measured at; ``None`` for the whole journey.
        persona: Number of the persona whose figure it is; ``None`` for everybody.
        result: What the file says.
    """

    metric: int
    at: int | None
    persona: int | None
    result: Result


def measured(graph: Graph) -> Iterator[Measured]:
    """Go through the results of all files, in file order."""
    for stem, catalog in holders(graph):
        for result in catalog.results:
            metric = meant(graph, stem, [result.metric], "metric")
            if not metric:
                continue
            at = meant(graph, stem, [result.at] if result.at else [], "step")
            whose = meant(graph, stem, [result.persona] if result.persona else [], "persona")
            yield Measured(
                metric=metric[0],
                at=at[0] if at else None,
                persona=whose[0] if whose else None,
                result=result,
            )


def measure_of(graph: Graph, metric: int) -> Measure:
    """Return what kind of figures a metric has.

    NPS is net; so is NEV with cut points, or with no scale at all. FCR, transfer rates and
    shares are shares of people, and CSAT is one where its scale goes from 0 to 1 or to 100.
    """
    element = graph.nodes[metric].element
    if not isinstance(element, Metric):
        return Measure(kind="other", scale=None, up=None)
    kind, scale = (element.kind or "").casefold(), element.scale
    cut = element.positive is not None and element.negative is not None
    up = _up(element, kind)
    if kind == "nps" or (kind == "nev" and (cut or scale is None)):
        return Measure(kind="net", scale=(-100.0, 100.0), up=up)
    whole = scale is not None and scale[0] == 0 and scale[1] in _WHOLES
    if kind in _SHARES or (kind == "csat" and whole):
        return Measure(kind="share", scale=scale if whole else None, up=up)
    return Measure(kind="other" if scale is None else "mean", scale=scale, up=up)


def _up(metric: Metric, kind: str) -> bool | None:
    if metric.positive is not None and metric.negative is not None:
        return metric.positive[0] > metric.negative[0]
    if kind == "transfer-rate":
        return False
    return True if kind in _UP else None
