"""All files of a site, as bytes by path; writing them is somebody else's job."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from blueprint.analysis.analysing import analyse_all
from blueprint.analysis.ripple import ripple
from blueprint.analysis.summary import to_be_shown
from blueprint.drawing import draw
from blueprint.graph import graph_of
from blueprint.model import said
from blueprint.render.report.html import html, html_of_all, rendered
from blueprint.rules import check
from blueprint.site.part import part_about
from blueprint.site.ripple_page import ripple_page, with_change
from blueprint.words import Phrase, translator

if TYPE_CHECKING:
    from blueprint.analysis.ripple.results import RippleReport
    from blueprint.files import Workspace
    from blueprint.render.theme import Theme
    from blueprint.report import Report


_ENDINGS = ("md", "csv", "json", "dot")
"""What the report of a change is also written as."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A line of the index: where it leads, what it is called, and what is said of it."""

    href: str
    name: str
    notes: tuple[str, ...] = ()
    also: tuple[tuple[str, str], ...] = ()


def site_of(
    workspace: Workspace, *, lang: str, as_of: str | None = None, theme: str | Theme = "light"
) -> dict[str, bytes]:
    """Return the files of a workspace's site.

    Args:
        workspace: The workspace.
        lang: Language of labels and texts.
        as_of: The day to judge review dates by.
        theme: How its drawings look: a theme, its name, or the path of a theme file.

    Returns:
        Content by path: ``index.html``, per blueprint ``STEM.html`` and ``STEM.svg``, per
        change ``STEM.change.html``, ``.md``, ``.csv``, ``.json`` and ``.dot``,
        ``analyses.html`` with every analysis that has anything to say, and ``findings.html``.
    """
    findings = check(workspace, as_of=as_of)
    ripples = {stem: ripple(workspace, change=change) for stem, change in workspace.changes.items()}
    files: dict[str, bytes] = {}
    graph = graph_of(workspace.scope)
    analyses = to_be_shown(analyse_all(graph)) if workspace.blueprints else ()
    title = said(workspace.catalog.catalog, lang) if workspace.catalog else workspace.name
    for stem in workspace.blueprints:
        reports: list[Report] = [findings, *ripples.values()]
        reports += [part_about(report, graph, stem) for report in analyses]
        for ending in ("html", "svg"):
            languages = dict.fromkeys((lang, *workspace.blueprints[stem].languages))
            made = draw(
                graph,
                ending,
                lang=tuple(languages),
                stem=stem,
                reports=tuple(reports),
                theme=theme,
            )
            files[f"{stem}.{ending}"] = _bytes(made)
    for n, (stem, report) in enumerate(ripples.items()):
        files |= _report_files(f"{stem}.change", report, lang)
        after = with_change(workspace.scope, workspace.changes[stem])
        hrefs = {name: f"{name}.html{_lit(n)}" for name in workspace.blueprints}
        page = ripple_page(after, report, lang, theme=theme, hrefs=hrefs)
        files[f"{stem}.change.html"] = page.encode()
    files["findings.html"] = html(findings, lang).encode()
    if analyses:
        files["analyses.html"] = html_of_all(analyses, lang, title=title).encode()
    files["index.html"] = _index(workspace, title, findings, ripples, analyses, lang).encode()
    return dict(sorted(files.items()))


def _bytes(made: str | bytes) -> bytes:
    return made.encode() if isinstance(made, str) else made


def _lit(number: int) -> str:
    """Return what of a page's address lights the ripple that stands at a place in its list."""
    name = f"ripple-{number + 1}" if number else "ripple"
    return f"#report={name}&overlay={name}"


def _report_files(name: str, report: Report, lang: str) -> dict[str, bytes]:
    from blueprint.render.report import as_text

    return {f"{name}.{ending}": as_text(report, ending, lang).encode() for ending in _ENDINGS}


def _index(
    workspace: Workspace,
    title: str,
    findings: Report,
    ripples: Mapping[str, RippleReport],
    analyses: Sequence[Report],
    lang: str,
) -> str:
    say = translator(lang)
    blueprints = [
        Entry(
            href=f"{stem}.html",
            name=said(blueprint.blueprint, lang),
            notes=(
                Phrase.of(
                    "{steps} steps, {actions} actions",
                    steps=len(blueprint.names.steps),
                    actions=len(blueprint.names.actions),
                ).into(lang),
                *((say("would be"),) if blueprint.state == "future" else ()),
            ),
            also=((say("Drawing"), f"{stem}.svg"),),
        )
        for stem, blueprint in workspace.blueprints.items()
    ]
    changes = [
        Entry(
            href=f"{stem}.change.html",
            name=said(workspace.changes[stem].change, lang),
            notes=tuple(phrase.into(lang) for phrase in report.summary),
            also=tuple((e.upper(), f"{stem}.change.{e}") for e in _ENDINGS),
        )
        for stem, report in ripples.items()
    ]
    return rendered(
        "index.html.j2",
        lang=lang,
        title=title,
        blueprints=blueprints,
        changes=changes,
        findings=len(findings.findings),
        answers=[phrase.into(lang) for phrase in analyses[0].summary] if analyses else [],
    )
