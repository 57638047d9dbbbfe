"""Markdown from a view: the drawing as a table, then as a narrative."""

from __future__ import annotations

import re
from collections.abc import Iterator

from blueprint.layout.narrative import narrative
from blueprint.layout.view import Card, View
from blueprint.safety.text import one_line
from blueprint.words import Translator, translator

_BY_REFERENCE = {"<": "&lt;", ">": "&gt;", "&": "&amp;", "@": "&#64;"}
_SPECIAL = re.compile(r"[\\`*_\[\]~|$<>&@]")
_NUMBER_FIRST = re.compile(r"\d+[.)]")


def markdown(view: View) -> str:
    """Write a view as Markdown.

    Args:
        view: What the picture shows.

    Returns:
        A document: title, a table of steps and lanes, and the narrative. Nothing the
        authors wrote is read as Markdown or HTML.
    """
    word = translator(view.lang)
    parts = [f"# {markdown_text(view.title)}"]
    if view.subtitle:
        parts.append(markdown_text(view.subtitle))
    parts.append("\n".join(_table(view, word)))
    parts += _narrative(view)
    return "\n\n".join(parts) + "\n"


def markdown_text(text: str) -> str:
    r"""Return text that Markdown shows as it is, anywhere, in one line.

    Examples:
        >>> print(markdown_text("*Now* | <b>"))
        \*Now\* \| &lt;b&gt;
        >>> print(markdown_text("1. Order"))
        1\. Order
    """
    escaped = _SPECIAL.sub(
        lambda found: _BY_REFERENCE.get(found[0]) or f"\\{found[0]}", one_line(text)
    )
    number = _NUMBER_FIRST.match(escaped)
    if number:
        return f"{number[0][:-1]}\\{escaped[number.end() - 1 :]}"
    return f"\\{escaped}" if escaped[:1] in tuple("#+=-:") else escaped


def _table(view: View, word: Translator) -> Iterator[str]:
    yield _row([word("Phase"), word("Step"), *(markdown_text(lane.name) for lane in view.lanes)])
    yield "|" + "---|" * (len(view.lanes) + 2)
    for phase in view.phases:
        for n in range(phase.first, phase.first + phase.count):
            step = view.steps[n]
            cells = [
                "<br>".join(
                    _card(card, word) for card in view.cards if card.step == n and card.lane == lane
                )
                for lane in range(len(view.lanes))
            ]
            title = markdown_text(f"{step.number}. {step.name}")
            yield _row([markdown_text(phase.name) if n == phase.first else "", title, *cells])


def _row(cells: list[str]) -> str:
    return "| " + " | ".join(cells) + " |"


def _card(card: Card, word: Translator) -> str:
    told = [card.department, *(channel.name for channel in card.channels)]
    if card.status != "current":
        told.append(word(card.status))
    inside = word(", ").join(text for text in told if text)
    signs = "".join(f"<br>{markdown_text(badge.text)}" for badge in card.badges)
    print_ = "".join(f"<br>{markdown_text(remark.text)}" for remark in card.remarks)
    name = markdown_text(card.name)
    return (
        f"{name} ({markdown_text(inside)}){signs}{print_}" if inside else f"{name}{signs}{print_}"
    )


def _narrative(view: View) -> Iterator[str]:
    for phase in narrative(view).phases:
        yield f"## {markdown_text(phase.name)}"
        for step in phase.steps:
            yield f"### {markdown_text(f'{step.number}. {step.name}')}"
            yield "\n".join(f"- {markdown_text(sentence)}" for sentence in step.sentences)
