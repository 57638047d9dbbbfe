"""The graph as a networkx graph, made on demand, for those who know networkx."""

from __future__ import annotations

from typing import TYPE_CHECKING

from blueprint.graph.index import Graph, graph_of
from blueprint.model import Blueprint, Coupling, Strengths, said

if TYPE_CHECKING:
    import networkx as nx

    from blueprint.integrity.scope import Scope


def to_networkx(source: Blueprint | Scope | Graph, *, lang: str = "en") -> nx.MultiDiGraph[str]:
    """Return a blueprint or a workspace as a typed ``networkx.MultiDiGraph``.

    Args:
        source: A blueprint, a workspace, or their graph.
        lang: Language of the labels.

    Returns:
        Nodes by id with ``kind``, ``name``, ``lane``, ``step``, ``phase``, ``department``,
        ``blueprint`` and ``status``; edges, keyed by their kind, with ``kind``, ``label``,
        ``likelihood`` and ``impact`` (the larger of the two directions), ``assumed``,
        ``implied``, ``probability`` and ``when``, and for each direction of asking, ``demand``
        and ``disruption``, a mapping with its own ``likelihood``, ``impact`` and ``basis``.
        What does not apply is ``None``. Nodes and edges stand in file order.

    Raises:
        InvalidBlueprintError: A name means nothing or two things.

    Examples:
        >>> from blueprint.model import Step
        >>> stay = Blueprint(
        ...     blueprint="Stay",
        ...     phases={"Arrival": [Step(customer="Arrive", frontstage="Greet")]},
        ... )
        >>> graph = to_networkx(stay)
        >>> (
        ...     graph.nodes["greet"]["lane"],
        ...     graph.edges["arrive.customer", "greet", "interaction"]["impact"],
        ... )
        ('frontstage', 0.5)
    """
    import networkx as nx

    whole = getattr(source, "scope", None)
    graph = source if isinstance(source, Graph) else graph_of(whole or source)
    made: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for n, node in enumerate(graph.nodes):
        if graph.index[node.id] != n:
            continue
        status = getattr(node.element, "status", None)
        made.add_node(
            node.id,
            kind=node.kind,
            name=said(node.name, lang),
            lane=node.lane,
            step=node.step,
            phase=node.phase,
            department=node.department,
            blueprint=node.blueprint,
            status=status,
        )
    for link, s, t in zip(graph.links, graph.sources, graph.targets, strict=True):
        coupling = link if isinstance(link, Coupling) else None
        made.add_edge(
            graph.nodes[s].id,
            graph.nodes[t].id,
            key=link.kind,
            kind=link.kind,
            implied=link.implied,
            label=coupling.label if coupling else None,
            likelihood=coupling.likelihood if coupling else None,
            impact=coupling.impact if coupling else None,
            assumed=coupling.assumed if coupling else None,
            demand=_strengths(coupling.demand) if coupling else None,
            disruption=_strengths(coupling.disruption) if coupling else None,
            probability=coupling.probability if coupling else None,
            when=coupling.when if coupling else None,
        )
    return made


def _strengths(strengths: Strengths | None) -> dict[str, float | str] | None:
    return None if strengths is None else strengths.model_dump()
