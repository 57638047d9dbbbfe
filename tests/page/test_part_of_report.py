"""What a blueprint's page shows of a report on a whole workspace, and how much a document holds."""

from __future__ import annotations

from functools import cache

import blueprint
from blueprint.files import Workspace
from blueprint.graph import Graph, graph_of
from blueprint.render.report.html import html
from blueprint.report import Chart, Column, Method, Point, Report, Series, Table
from blueprint.site.part import part_about
from blueprint.words import Phrase
from tests.page.made import ROOT

WORD = Phrase.of("Steps")


@cache
def shop() -> Graph:
    workspace = blueprint.load_workspace(ROOT / "examples" / "one_day_delivery")
    assert isinstance(workspace, Workspace)
    return graph_of(workspace.scope)


def report(ids: list[str]) -> Report:
    """Return a report with a row and a bar for each id."""
    points = tuple(Point(label=Phrase.of("{x}", x=entry), y=1.0, about=entry) for entry in ids)
    return Report(
        name="made",
        title=WORD,
        method=Method(name="made", source=WORD),
        tables=(
            Table(
                name="rows",
                title=WORD,
                columns=(Column(key="name", title=WORD), Column(key="id", title=WORD)),
                rows=tuple(("order:pay", entry) for entry in ids),
            ),
        ),
        charts=(
            Chart(
                name="bars",
                title=WORD,
                kind="bars",
                across=WORD,
                up=WORD,
                series=(Series(name=WORD, points=points),),
            ),
        ),
    )


def test_long_tables_and_charts_hold_what_is_about_the_blueprint_or_about_none() -> None:
    ids = [node.id for node in shop().nodes]
    here = [node.id for node in shop().nodes if node.blueprint in (None, "order")]
    part = part_about(report(ids), shop(), "order")
    assert 30 < len(here) < len(ids)
    assert [row[1] for row in part.tables[0].rows] == here
    assert str(part.tables[0].title) == "Steps: only what is about this blueprint"
    assert [point.about for point in part.charts[0].series[0].points] == here


def test_short_ones_and_rows_that_name_nothing_are_whole() -> None:
    some = [node.id for node in shop().nodes][:30]
    assert part_about(report(some), shop(), "order") == report(some)
    unknown = report([f"nothing {n}" for n in range(80)])
    assert part_about(unknown, shop(), "order") == unknown


def test_a_chart_about_other_blueprints_alone_is_left_out() -> None:
    other = [node.id for node in shop().nodes if node.blueprint == "delivery"]
    many = report((other * 31)[:31])
    assert part_about(many, shop(), "order").charts == ()


def test_a_document_says_how_many_rows_it_leaves_out() -> None:
    made = html(report([f"row {n}" for n in range(700)]), "en")
    assert "row 499<" in made
    assert "row 500<" not in made
    assert "The first 500 of 700 rows; --format csv has them all." in made
