"""DOT from a view, placed by Graphviz itself: lanes as clusters, steps as columns."""

from __future__ import annotations

import graphviz  # type: ignore[import-untyped]

from blueprint.layout.view import Card, Edge, View
from blueprint.render.dot_text import dot_text
from blueprint.render.themes.light import LIGHT

_FONT = "Noto Sans CJK SC"


def dot(view: View) -> str:
    """Write a view as DOT for ``dot`` to place.

    Steps are columns from left to right and lanes are clusters; in what order the lanes come
    and how lines run is up to Graphviz. `blueprint.render.dot_pinned` writes the drawing
    as we place it.

    Args:
        view: What the picture shows.

    Returns:
        The DOT source. Every text of the author is quoted, and no address is written.
    """
    graph = graphviz.Digraph(
        graph_attr={
            "rankdir": "LR", "newrank": "true", "splines": "ortho", "ranksep": "0.6",
            "label": dot_text(*(text for text in (view.title, view.subtitle) if text)),
            "labelloc": "t", "labeljust": "l", "charset": "UTF-8", "bgcolor": "white",
            "fontname": _FONT,
        },
        node_attr={"shape": "box", "style": "filled,rounded", "fillcolor": LIGHT.paper,
                   "fontname": _FONT, "fontsize": "11"},
        edge_attr={"fontname": _FONT, "fontsize": "9", "arrowsize": "0.6", "constraint": "false"},
    )  # fmt: skip
    _lanes(graph, view)
    _steps(graph, view)
    for edge in view.edges:
        graph.edge(f"card{edge.source}", f"card{edge.target}", **_edge(edge))
    return str(graph.source)


def _lanes(graph: graphviz.Digraph, view: View) -> None:
    """Write each lane as a cluster of its cards; ``dot`` begins at the bottom."""
    for n, lane in reversed(list(enumerate(view.lanes))):
        cards = [number for number, card in enumerate(view.cards) if card.lane == n]
        if not cards:
            continue
        colours = LIGHT.lanes[lane.kind]
        with graph.subgraph(name=f"cluster_lane{n}") as cluster:
            cluster.attr(
                label=dot_text(lane.name), style="filled", fillcolor=colours.tint,
                color=colours.line, fontcolor=colours.text, fontname=_FONT,
            )  # fmt: skip
            for number in cards:
                cluster.node(f"card{number}", **_card(view.cards[number], colours.line))


def _steps(graph: graphviz.Digraph, view: View) -> None:
    """Write each step as one rank: its title and its cards."""
    for n, step in enumerate(view.steps):
        with graph.subgraph() as column:
            column.attr(rank="same")
            title = dot_text(f"{step.number}. {step.name}")
            column.node(f"step{n}", label=title, shape="plaintext", style="")
            for number, card in enumerate(view.cards):
                if card.step == n:
                    column.node(f"card{number}")
        if n:
            graph.edge(f"step{n - 1}", f"step{n}", style="invis", constraint="true")


def _card(card: Card, line: str) -> dict[str, str]:
    attributes = {"label": dot_text(card.name), "color": line}
    if card.status == "proposed":
        attributes["style"] = "filled,rounded,dashed"
    if card.status == "removed":
        attributes |= {"fontcolor": LIGHT.muted, "color": LIGHT.removed}
    return attributes


def _edge(edge: Edge) -> dict[str, str]:
    stroke = LIGHT.edges[edge.kind]
    attributes = {"color": stroke.colour, "penwidth": f"{stroke.width:g}"}
    if stroke.dash:
        attributes["style"] = "dashed"
    if edge.label:
        attributes["xlabel"] = dot_text(edge.label)
    return attributes
