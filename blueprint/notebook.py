"""How blueprints and reports show themselves at the end of a cell of a notebook."""

from __future__ import annotations

from typing import TYPE_CHECKING

from blueprint.errors import BlueprintError
from blueprint.words import Phrase

if TYPE_CHECKING:
    from blueprint.model import Blueprint
    from blueprint.report import Report


def of_blueprint(source: Blueprint) -> dict[str, str]:
    """Return a blueprint as a notebook shows it, by media type: drawn, and in one line.

    Examples:
        >>> from blueprint.model import Blueprint, Step
        >>> stay = Blueprint(blueprint="Stay", phases={"Arrival": [Step(customer="Arrive")]})
        >>> of_blueprint(stay)["text/plain"]
        'Stay (steps: 1, cards: 1)'
    """
    from blueprint.drawing import draw
    from blueprint.model import said

    lang = source.languages[0]
    name = said(source.blueprint, lang)
    try:
        drawing = draw(source, "svg", lang=lang)
        told = Phrase.of(
            "{blueprint} (steps: {steps}, cards: {cards})",
            blueprint=name,
            steps=len(tuple(source.steps)),
            cards=len(source.names.actions),
        )
    except BlueprintError as error:
        told = Phrase.of("{blueprint} cannot be drawn: {why}", blueprint=name, why=str(error))
        return {"text/plain": told.into(lang)}
    return {"image/svg+xml": str(drawing), "text/plain": told.into(lang)}


def of_report(report: Report) -> dict[str, str]:
    """Return a report as a notebook shows it, by media type.

    HTML has its charts; Markdown and plain text are for what shows none.
    """
    from blueprint.render.report import as_text
    from blueprint.render.report.html import html_cell

    return {
        "text/html": html_cell(report),
        "text/markdown": as_text(report, "md"),
        "text/plain": as_text(report, "text"),
    }
