"""Pages to test with: everything the format can say, and a workspace with its reports."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import blueprint
from blueprint.drawing import draw
from blueprint.graph import graph_of
from blueprint.layout.scene import Scene
from blueprint.layout.show import view_of
from blueprint.layout.view import View
from blueprint.model import Blueprint
from blueprint.report import Finding, Mark, Method, Overlay, Report
from blueprint.words import Phrase

ROOT = Path(__file__).parents[2]
EVERYTHING = str(ROOT / "tests" / "data" / "everything.blueprint.yaml")
ROLES = ("start", "reached", "tell", "touch", "error", "warning", "info")


@cache
def everything() -> Blueprint:
    """Return the blueprint in which every field of the format is said."""
    return blueprint.load(EVERYTHING)


@cache
def report() -> Report:
    """Return a report with a finding of each severity and an overlay with each role."""
    cards = list(everything().names.actions)
    return Report(
        name="sample",
        title=Phrase.of("Sample report"),
        method=Method(name="sample", source=Phrase.of("Made for the tests")),
        summary=(Phrase.of("Three things were found."),),
        findings=(
            Finding(code="BP001", severity="error", message=Phrase.of("A card"), about=("packs",)),
            Finding(
                code="BP002", severity="warning", message=Phrase.of("A system"), about=("wms",)
            ),
            Finding(
                code="BP003",
                severity="info",
                message=Phrase.of("A step"),
                about=("receive-parcel",),
                hint=Phrase.of("Look again"),
            ),
        ),
        overlay=Overlay(
            title=Phrase.of("What is marked"),
            elements={
                card: Mark(role=role, badge=str(n))  # type: ignore[arg-type]
                for n, (card, role) in enumerate(zip(cards, ROLES, strict=False))
            },
            links=((cards[0], cards[1]),),
        ),
    )


@cache
def everything_page(lang: str = "en") -> str:
    """Return its page, with the sample report."""
    made = draw(everything(), "html", lang=lang, reports=(report(),))
    assert isinstance(made, str)
    return made


@cache
def shop() -> blueprint.Workspace:
    """Return a workspace."""
    return blueprint.load_workspace(ROOT / "examples" / "one_day_delivery")


def delivery_page(lang: str = "en") -> str:
    """Return a page of a workspace, with its checks and the ripple of its change."""
    workspace = shop()
    change = next(iter(workspace.changes.values()))
    reports = (blueprint.check(workspace), blueprint.ripple(workspace, change=change))
    graph = graph_of(workspace.scope)
    made = draw(graph, "html", lang=lang, stem="delivery", reports=reports)
    assert isinstance(made, str)
    return made


def view_and_scene(source: Blueprint, lang: str = "en") -> tuple[View, Scene]:
    """Return what a picture of a blueprint shows, and where."""
    from blueprint.layout import layout

    view = view_of(source, lang=lang)
    return view, layout(view)
