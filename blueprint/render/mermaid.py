"""Mermaid from a view: a flowchart with a subgraph for each lane."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping

from blueprint.layout.view import Card, Edge, EdgeKind, View
from blueprint.render.themes.light import LIGHT
from blueprint.safety.text import one_line

_ARROW: Mapping[EdgeKind, str] = {
    "flow": "==>",
    "evidence": "-.->",
    "interaction": "-->",
    "support": "-->",
    "triggers": "-.->",
    "recovers": "-.->",
    "prepares": "-.->",
}
_PLAIN = re.compile(r"[\w ,()'“”‘’—–·，。：；！？（）、…−]|(?<=\w)-(?=\w)|[.:?!](?= |$)")
_ORDINAL = re.compile(r"(\d+)\.")


def mermaid(view: View) -> str:
    """Write a view as a Mermaid flowchart.

    Args:
        view: What the picture shows.

    Returns:
        The source. Of the authors' texts only letters, digits and harmless punctuation
        stand as they are; everything else is written as a character code.
    """
    title = json.dumps(one_line(view.title), ensure_ascii=True)
    return "\n".join(["---", f"title: {title}", "---", "flowchart LR", *graph(view)]) + "\n"


def graph(view: View) -> list[str]:
    """Write lanes, cards and links, in the words that flowcharts and swimlanes share."""
    lines = []
    for n, lane in enumerate(view.lanes):
        cards = [(i, card) for i, card in enumerate(view.cards) if card.lane == n]
        if cards:
            lines.append(f'  subgraph lane{n}["{mermaid_text(lane.name)}"]')
            lines += [f"    {_card(i, card)}:::{lane.kind}" for i, card in cards]
            lines.append("  end")
    lines += [f"  {_edge(edge)}" for edge in view.edges]
    lines += [
        f"  classDef {kind} fill:{LIGHT.paper},stroke:{colours.line},color:{LIGHT.ink}"
        for kind, colours in LIGHT.lanes.items()
        if any(view.lanes[card.lane].kind == kind for card in view.cards)
    ]
    lines += [
        f"  style lane{n} fill:{LIGHT.lanes[lane.kind].tint},stroke:{LIGHT.lanes[lane.kind].line},"
        f"color:{LIGHT.lanes[lane.kind].text}"
        for n, lane in enumerate(view.lanes)
        if any(card.lane == n for card in view.cards)
    ]
    return lines


def mermaid_text(text: str) -> str:
    """Return text safe to stand in a quoted Mermaid label.

    Examples:
        >>> mermaid_text('Say "hi" & go')
        'Say #34;hi#34; #38; go'
    """
    clean = one_line(text)
    ordinal = _ORDINAL.match(clean)  # a leading "1." would be read as a list
    head = f"{ordinal[1]}#46;" if ordinal else ""
    rest = clean[ordinal.end() :] if ordinal else clean
    return (head + "".join(_written(rest, n) for n in range(len(rest)))) or " "


def _written(text: str, n: int) -> str:
    return text[n] if _PLAIN.match(text, n) else f"#{ord(text[n])};"


def _card(n: int, card: Card) -> str:
    label = mermaid_text(card.name)
    return f'card{n}("{label}")' if card.actor == "technology" else f'card{n}["{label}"]'


def _edge(edge: Edge) -> str:
    label = f'|"{mermaid_text(edge.label)}"|' if edge.label else ""
    return f"card{edge.source} {_ARROW[edge.kind]}{label} card{edge.target}"
