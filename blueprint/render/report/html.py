"""A report as a page of its own: sentences, findings, tables and how it was computed."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any

from blueprint.report import Cell, Report, plain
from blueprint.words import translator

if TYPE_CHECKING:
    import jinja2


def html(report: Report, lang: str) -> str:
    """Return a report as one self-contained page.

    Args:
        report: Any report.
        lang: Language of its sentences.
    """
    return rendered(
        "report.html.j2", lang=lang, title=report.title.into(lang), report=plain(report, lang)
    )


def rendered(template: str, *, lang: str, title: str, **values: Any) -> str:  # noqa: ANN401
    """Return a template of this folder filled in, with a policy that allows only its style."""
    style = _resource("report.css")
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = (
        f"default-src 'none'; style-src 'sha256-{digest}'; img-src 'self' data:; "
        "base-uri 'none'; form-action 'none'"
    )
    return (
        _environment()
        .get_template(template)
        .render(
            lang=lang,
            title=title,
            style=style,
            policy=policy,
            say=translator(lang),
            cell=lambda value: _cell(value, lang),
            **values,
        )
    )


def _cell(value: Cell, lang: str) -> str:
    say = translator(lang)
    match value:
        case None:
            return ""
        case bool():
            return say("yes") if value else say("no")
        case float():
            return f"{value:.3g}"
        case tuple() | list():
            return ", ".join(str(entry) for entry in value)
        case _:
            return str(value)


@cache
def _environment() -> jinja2.Environment:
    import jinja2

    return jinja2.Environment(
        loader=jinja2.PackageLoader("blueprint.render.report", "templates"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def _resource(name: str) -> str:
    return resources.files("blueprint.render.report").joinpath("templates", name).read_text("utf-8")
