"""How important and how good each element is: from the model, or from a small table."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from blueprint.analysis.ripple.starting import meant_by
from blueprint.analysis.scores.checks import count, figure
from blueprint.analysis.scores.quadrants import same_names
from blueprint.errors import BlueprintError
from blueprint.graph import Graph
from blueprint.integrity import scales_of
from blueprint.model import Act, Step
from blueprint.words import Phrase

Scale = tuple[float, float]

MODEL_IMPORTANCE: Scale = (1.0, 5.0)
"""The scale of a moment of truth's importance."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rated:
    """One element, as far as it is rated.

    Attributes:
        node: Its number in the graph.
        importance: How important it is.
        performance: How good it is perceived to be, by all who say.
        seen: How good by those who also say what they expected.
        hoped: What those expected.
        n: How many answered, where that is known.
    """

    node: int
    importance: float | None = None
    performance: float | None = None
    seen: float | None = None
    hoped: float | None = None
    n: int | None = None

    @property
    def gap(self) -> float | None:
        """Perception less expectation, of those who say both."""
        return None if self.seen is None or self.hoped is None else self.seen - self.hoped


@dataclass(frozen=True, slots=True, kw_only=True)
class Ratings:
    """All that is rated.

    Attributes:
        rated: The elements, in file order; of a table, in its order.
        importance: The scale of importance.
        performance: The scale of performance and expectation.
        given: Whether a table was given, in the place of the model's figures.
        other_scale: Numbers of blueprints left out because their scale is another one.
    """

    rated: tuple[Rated, ...]
    importance: Scale
    performance: Scale
    given: bool
    other_scale: tuple[int, ...] = ()


def of_table(
    graph: Graph,
    importance: Mapping[str, float],
    satisfaction: Mapping[str, float],
    expectation: Mapping[str, float],
    n: Mapping[str, float],
    scale: Scale,
) -> Ratings:
    """Return what a small table says.

    Raises:
        BlueprintError: Importance and satisfaction are not of the same elements, a figure is
            off the scale, or an id means nothing.
    """
    same_names(importance, satisfaction)
    odd = sorted((set(expectation) | set(n)) - set(importance))
    if odd:
        said = "importance and satisfaction are missing of {names}"
        raise BlueprintError(Phrase.of(said, names=", ".join(odd)[:80]))
    rated = []
    for ref, value in importance.items():
        seen = figure(ref, satisfaction[ref], scale)
        hoped = figure(ref, expectation[ref], scale) if ref in expectation else None
        size = n.get(ref)
        rated.append(
            Rated(
                node=graph.index[meant_by(graph, ref).id],
                importance=figure(ref, value, scale),
                performance=seen,
                seen=None if hoped is None else seen,
                hoped=hoped,
                n=None if size is None else count("n", int(size) if size == int(size) else size),
            )
        )
    return Ratings(rated=tuple(rated), importance=scale, performance=scale, given=True)


def of_model(graph: Graph) -> Ratings:
    """Return what the model says of its steps, each persona's entry counting once."""
    scales = {stem: scales_of(entry).expectation for stem, entry in graph.scope.blueprints.items()}
    told = {
        stem: any(entry.perception is not None for step in b.steps for entry in step.experience)
        for stem, b in graph.scope.blueprints.items()
    }
    used = [scale for stem, scale in scales.items() if told[stem]]
    scale: Scale = used[0] if used else (1.0, 10.0)
    rated: list[Rated] = []
    others: list[int] = []
    for stem, own in scales.items():
        if told[stem] and own != scale:
            others.append(graph.index[graph.scope.blueprint_id(stem)])
            continue
        rated += _of_blueprint(graph, stem)
    return Ratings(
        rated=tuple(rated),
        importance=MODEL_IMPORTANCE,
        performance=scale,
        given=False,
        other_scale=tuple(others),
    )


def _of_blueprint(graph: Graph, stem: str) -> Iterator[Rated]:
    for local, name in graph.scope.blueprints[stem].names.steps.items():
        node = graph.index[graph.scope.global_id(stem, local)]
        important = importance_of(name.step)
        entries = name.step.experience
        seen = [e.perception for e in entries if e.perception is not None]
        pairs = [
            (e.perception, e.expectation)
            for e in entries
            if e.perception is not None and isinstance(e.expectation, float)
        ]
        if important is not None or seen:
            yield Rated(
                node=node,
                importance=None if important is None else float(important),
                performance=_mean(seen),
                seen=_mean([p for p, _ in pairs]),
                hoped=_mean([e for _, e in pairs]),
            )


def importance_of(step: Step) -> int | None:
    """Return the importance of a step's moment of truth, the highest where it has several.

    Examples:
        >>> pay = {"name": "Pays", "moment_of_truth": {"importance": 4}}
        >>> importance_of(Step(customer=pay, moment_of_truth={"importance": 3}))
        4
    """
    moments = [step.moment_of_truth]
    moments += [act.moment_of_truth for act in step.actions if isinstance(act, Act)]
    return max((m.importance for m in moments if m and m.importance), default=None)


def _mean(figures: Sequence[float]) -> float | None:
    return sum(figures) / len(figures) if figures else None
