"""Mermaid's swimlanes from a view: the flowchart's words, each lane a lane of the drawing."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from blueprint.layout.view import View
from blueprint.render.mermaid import graph, mermaid_text

_HEAD = (
    "---",
    "config:",
    "  flowchart: {wrappingWidth: 120, nodeSpacing: 20, rankSpacing: 30}",
    "---",
    "swimlane-beta LR",
)


def mermaid_swimlane(view: View) -> str:
    """Write a view as a Mermaid swimlane diagram.

    Mermaid places cards by the links within their lane alone, so an invisible link
    (``~~~``) leads from each card to those of the next step that its lane has.

    Args:
        view: What the picture shows.

    Returns:
        The source; lanes lie across, in the view's order.
    """
    title = f"  accTitle: {mermaid_text(view.title)}"
    return "\n".join([*_HEAD, title, *graph(view), *_order(view)]) + "\n"


def _order(view: View) -> Iterator[str]:
    """Go through the invisible links that keep each lane in the order of its steps."""
    for lane in range(len(view.lanes)):
        cards = sorted((card.step, n) for n, card in enumerate(view.cards) if card.lane == lane)
        for (step, n), (next_step, following) in pairwise(cards):
            if step < next_step:
                yield f"  card{n} ~~~ card{following}"
