"""The figures of one blueprint in one state: times, cost and effort on its main path, counts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from blueprint.analysis.amounts import length_of
from blueprint.analysis.journey import main_path
from blueprint.analysis.service import actions_by_step, declared_moments
from blueprint.graph import Graph
from blueprint.model import Act, Cost, CustomerAction, Step, Time
from blueprint.model.links import ACTIONS

TIMES = ("promised", "acceptable", "actual", "perceived", "waiting")
"""The times of a step that are compared, as they are written."""

Said = Mapping[str, float | None]
"""What each element says, by its id; ``None`` where it says nothing."""

_HANDED_ON = frozenset({"flow", "interaction", "support", "triggers"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """What can be counted and summed up of one blueprint.

    Attributes:
        path: Ids of the steps on the main path.
        times: For each time of `TIMES`, the seconds each step of the main path says.
        steps: The same of every step.
        cost: What each action on the main path costs.
        effort: The seconds of customers' effort of each of their actions on it.
        moments: Ids of the steps declared a moment of truth.
        systems: Ids of the systems its actions use.
        counts: How many steps, cards and so on there are, by name.
    """

    path: tuple[str, ...]
    times: Mapping[str, Said]
    steps: Mapping[str, Said]
    cost: Said
    effort: Said
    moments: tuple[str, ...]
    systems: tuple[str, ...]
    counts: Mapping[str, int]


def figures_of(graph: Graph) -> dict[str, Figures]:
    """Return the figures of every blueprint of a graph, by its id."""
    actions = actions_by_step(graph)
    moments = [graph.nodes[number].id for number in declared_moments(graph)]
    linked = _linked(graph)
    found = {}
    for stem in graph.scope.blueprints:
        blueprint = graph.scope.blueprint_id(stem)
        path = main_path(graph, blueprint)
        on_path = [graph.index[step] for step in path]
        own = [n for n in actions if graph.nodes[n].blueprint == blueprint]
        times = _times(graph, own, actions)
        cards = [graph.nodes[n] for step in on_path for n in actions[step]]
        acts = {n.id: act for n in cards if isinstance(act := n.element, Act)}
        systems, handoffs = linked.get(blueprint, ({}, 0))
        own_moments = tuple(m for m in moments if graph.node(m).blueprint == blueprint)
        found[blueprint] = Figures(
            path=path,
            times={name: {step: said[step] for step in path} for name, said in times.items()},
            steps=times,
            cost={card: cost_of(act) for card, act in acts.items()},
            effort={
                card: length_of(act.effort)
                for card, act in acts.items()
                if isinstance(act, CustomerAction)
            },
            moments=own_moments,
            systems=tuple(systems),
            counts=_counts(graph, actions, own, len(own_moments), len(systems), handoffs),
        )
    return found


def cost_of(action: Act) -> float | None:
    """Return what an action costs each time; ``None`` where it says nothing, or not for how long.

    Examples:
        >>> from blueprint.model import BackstageAction
        >>> cost_of(BackstageAction(name="Packs", duration="2 min", cost={"per_minute": 0.5}))
        1.0
        >>> cost_of(BackstageAction(name="Packs", cost={"per_minute": 0.5})) is None
        True
    """
    cost = action.cost
    if cost is None or cost == Cost():
        return None
    fixed = (cost.materials or 0.0) + (cost.other or 0.0)
    if cost.per_minute is None:
        return fixed
    length = length_of(action.duration)
    return None if length is None else fixed + cost.per_minute * length / 60


def _times(
    graph: Graph, steps: list[int], actions: Mapping[int, list[int]]
) -> dict[str, dict[str, float | None]]:
    """Return each time of each step: its own, else that of its one customer action."""
    found: dict[str, dict[str, float | None]] = {name: {} for name in TIMES}
    for step in steps:
        node = graph.nodes[step]
        element = node.element
        own = element.time if isinstance(element, Step) else None
        acts = [n for n in actions[step] if graph.nodes[n].kind == "customer"]
        act = graph.nodes[acts[0]].element if len(acts) == 1 else None
        other = act.time if isinstance(act, Act) else None
        for name, times in found.items():
            said = _said(own, name) if own is not None else None
            times[node.id] = _said(other, name) if said is None else said
    return found


def _said(time: Time | None, name: str) -> float | None:
    """Return one of the times in seconds; a window of two times of day is no length."""
    said = getattr(time, name) if time is not None else None
    return length_of(said)


def _linked(graph: Graph) -> dict[str | None, tuple[dict[str, None], int]]:
    """Return the systems that each blueprint uses, and how often work is handed on in it."""
    systems: dict[str | None, dict[str, None]] = {}
    handed: dict[str | None, int] = {}
    for kind, one, other in zip(graph.links.kinds, graph.sources, graph.targets, strict=True):
        if kind == "uses":
            systems.setdefault(graph.nodes[one].blueprint, {})[graph.nodes[other].id] = None
        elif kind in _HANDED_ON:
            giver, taker = graph.nodes[one], graph.nodes[other]
            if None not in (giver.department, taker.department) and (
                giver.department != taker.department
            ):
                handed[giver.blueprint] = handed.get(giver.blueprint, 0) + 1
    every = dict.fromkeys((*systems, *handed))
    return {entry: (systems.get(entry, {}), handed.get(entry, 0)) for entry in every}


def _counts(
    graph: Graph,
    actions: Mapping[int, list[int]],
    steps: list[int],
    moments: int,
    systems: int,
    handoffs: int,
) -> dict[str, int]:
    cards = [graph.nodes[n] for step in steps for n in actions[step]]
    doers = {card.department for card in cards if card.department is not None}
    customers = sum(1 for card in cards if card.kind == "customer")
    acting = sum(1 for card in cards if card.kind in ACTIONS and card.kind != "evidence")
    return {
        "steps": len(steps),
        "actions": acting,
        "customer": customers,
        "departments": len(doers),
        "handoffs": handoffs,
        "systems": systems,
        "moments": moments,
    }
