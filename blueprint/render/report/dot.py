"""The ripple alone as DOT: what is listed, in groups, and the links that carried it there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

import graphviz  # type: ignore[import-untyped]

from blueprint.analysis.ripple.results import Element, Reached, RippleReport, Start
from blueprint.analysis.ripple.words import HOW, KIND
from blueprint.layout.marks import strength_text
from blueprint.render.dot_text import dot_text
from blueprint.render.themes.light import LIGHT
from blueprint.words import Phrase, translator
from blueprint.words.label import listing

By = Literal["department", "lane", "blueprint"]
"""What the elements of a ripple can be grouped by."""

_FONT = "Noto Sans CJK SC"
_THIN, _THICK = 0.8, 6.0
_TOLD = "told"


@dataclass(frozen=True, slots=True)
class _Carry:
    """How a ripple came to an element from the nearest one that is listed.

    Attributes:
        source: Id of that one.
        target: Id of the element.
        strength: How likely the change came this far along its strongest path.
        between: How many elements lie between them that are not listed.
    """

    source: str
    target: str
    strength: float
    between: int


def ripple_dot(report: RippleReport, lang: str = "en", *, by: By = "department") -> str:
    """Write a ripple alone as DOT, for ``dot`` to place.

    The starts stand first, with a double border. Every element that is listed is one box with
    its name, how many links away it is and its likelihood; the arrows are the links of the
    strongest paths, as the change travels, the wider the likelier it comes that far. An arrow
    over elements that are not listed is dashed and says how many they are.

    Args:
        report: The ripple.
        lang: Language of its words.
        by: What the boxes are grouped by; what has no such thing stands in no group.

    Returns:
        The DOT source. Every text of the author is quoted.
    """
    graph = graphviz.Digraph(
        graph_attr={
            "rankdir": "LR", "ranksep": "0.7", "nodesep": "0.25", "charset": "UTF-8",
            "label": dot_text(report.title.into(lang)), "labelloc": "t", "labeljust": "l",
            "fontname": _FONT, "fontsize": "16", "bgcolor": "white",
        },
        node_attr={"shape": "box", "style": "filled,rounded", "fillcolor": LIGHT.card,
                   "color": LIGHT.marks["reached"].colour, "fontname": _FONT, "fontsize": "11"},
        edge_attr={"color": LIGHT.marks["reached"].colour, "arrowsize": "0.7",
                   "fontname": _FONT, "fontsize": "9"},
    )  # fmt: skip
    starts = (*report.start, *report.added)
    numbers = {element.id: f"n{n}" for n, element in enumerate((*starts, *report.reached))}
    for n, (name, elements) in enumerate(_groups(report, by, lang)):
        with graph.subgraph(name=f"cluster{n}" if name else None) as group:
            if name:
                group.attr(
                    label=dot_text(name), style="filled,rounded", fillcolor=LIGHT.curve_band,
                    color=LIGHT.divider, fontname=_FONT, fontsize="12",
                )  # fmt: skip
            for element in elements:
                group.node(numbers[element.id], **_box(element, lang))
    for carry in _carries(report):
        graph.edge(numbers[carry.source], numbers[carry.target], **_arrow(carry, lang))
    if report.to_be_told:
        graph.node(_TOLD, **_note(report, lang))
    return str(graph.source)


def _groups(report: RippleReport, by: By, lang: str) -> Iterator[tuple[str, list[Element]]]:
    """Go through the groups in the order in which the ripple comes to them."""
    groups: dict[str | None, list[Element]] = {}
    for element in (*report.start, *report.added, *report.reached):
        groups.setdefault(getattr(element, by), []).append(element)
    names = _names(report, lang)
    for key, elements in groups.items():
        yield (names.get(key, key) if key is not None else ""), elements


def _names(report: RippleReport, lang: str) -> Mapping[str, str]:
    """Return what departments and lanes are called; anything else is called by its id."""
    say = translator(lang)
    lanes = {lane: say(KIND[lane]) for lane in KIND}
    named = {key: name.into(lang) for key, name in report.names.items()}
    tallied = {t.id: t.name.into(lang) for t in report.tallies if t.by != "department" and t.id}
    return lanes | named | tallied


def _box(element: Element, lang: str) -> dict[str, str]:
    name = element.name.into(lang)
    if isinstance(element, Reached):
        far = f"{element.hops} · {strength_text(element.likelihood)}"
        return {"label": dot_text(name, far), "tooltip": dot_text(element.sentence.into(lang))}
    how = element.how if isinstance(element, Start) else "asked"
    role = LIGHT.marks["added" if how == "added" else "start"]
    style = "filled,rounded,dashed" if how == "removed" else "filled,rounded,bold"
    return {
        "label": dot_text(name, translator(lang)(HOW[how])),
        "peripheries": "2",
        "color": role.colour,
        "style": style,
    }


def _carries(report: RippleReport) -> Iterator[_Carry]:
    """Go through the links of the strongest paths, each once, between what is listed."""
    listed = {element.id for element in (*report.start, *report.added, *report.reached)}
    for element in report.reached:
        between = 0
        middle = len(element.path) // 2
        for n, hop in reversed(list(enumerate(element.path))):
            source = hop.source if hop.forward else hop.target
            if n == 0 or source in listed:
                break
            between += 1 + (element.left_out if n == middle else 0)
        yield _Carry(source, element.id, element.path_likelihood, between)


def _arrow(carry: _Carry, lang: str) -> dict[str, str]:
    attributes = {
        "penwidth": f"{_THIN + (_THICK - _THIN) * carry.strength:.2f}",
        "tooltip": strength_text(carry.strength),
    }
    if carry.between:
        said = Phrase.of("over {n} not listed", n=carry.between).into(lang)
        attributes |= {"style": "dashed", "label": dot_text(said)}
    return attributes


def _note(report: RippleReport, lang: str) -> dict[str, str]:
    said = Phrase.of("To be told: {names}.", names=listing([d.name for d in report.to_be_told]))
    return {
        "label": dot_text(said.into(lang)),
        "shape": "note",
        "style": "filled",
        "color": LIGHT.marks["tell"].colour,
    }
