"""Charts of reports: every kind placed and drawn, in both languages and every theme."""

from __future__ import annotations

import re
from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blueprint.layout.chart import NARROW, WIDE, chart_scene
from blueprint.layout.chart_rows import MOST_ROWS
from blueprint.layout.chart_scale import figure_text, scale_of
from blueprint.layout.chart_table import chart_table
from blueprint.layout.text import width as text_width
from blueprint.render.chart_colours import chart_colours, series_colours
from blueprint.render.contrast import contrast
from blueprint.render.report import all_as_text, as_text
from blueprint.render.svg_chart import svg_chart
from blueprint.render.themes.table import THEMES
from blueprint.report import Chart, Column, Method, Point, Report, Series, Table
from blueprint.words import Phrase

KINDS = ("bars", "stack", "lines", "scatter")
SVG = "{http://www.w3.org/2000/svg}"
LONG = "Waits in the lobby until a room has been cleaned and inspected by housekeeping"


def chart(kind, *series, labels=None, cross=None, low=None):
    """Return a chart of rows of figures, its scatters one further right each."""
    made = []
    for number, figures in enumerate(series):
        points = tuple(
            Point(
                label=Phrase.of("{x}", x=labels[n] if labels else f"Step {n + 1}"),
                y=y,
                x=float(n),
                low=None if y is None or low is None else y - low,
                high=None if y is None or low is None else y + low,
            )
            for n, y in enumerate(figures)
        )
        made.append(Series(name=Phrase.of("{x}", x=f"Series {number + 1}"), points=points))
    return Chart(
        name="minutes",
        title=Phrase.of("Times"),
        kind=kind,
        across=Phrase.of("Steps"),
        up=Phrase.of("Minutes"),
        series=tuple(made),
        cross=cross,
    )


def report(*charts):
    method = Method(name="made", source=Phrase.of("defined here"))
    return Report(name="made", title=Phrase.of("Made"), method=method, charts=charts)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("theme", list(THEMES.values()), ids=list(THEMES))
def test_every_kind_is_well_formed_and_told_in_every_theme(kind, lang, theme):
    drawn = svg_chart(
        chart_scene(chart(kind, [1.0, -2.5, None], [3.0, 0.0, 4.0]), lang), theme=theme
    )
    root = ET.fromstring(drawn)
    assert root.get("role") == "img"
    for told in ("labelledby", "describedby"):
        [named] = [e for e in root.iter() if e.get("id") == root.get(f"aria-{told}")]
        assert (named.text or "").strip()
    assert "style=" not in drawn


@pytest.mark.parametrize("kind", ["bars", "stack"])
def test_bars_begin_at_zero_and_are_as_long_as_their_figures(kind):
    scene = chart_scene(chart(kind, [2.0, 4.0, -4.0]))
    two, four, minus = [bar.box for bar in scene.bars]
    assert four.width == pytest.approx(2 * two.width, abs=0.2)
    assert minus.right == pytest.approx(four.x, abs=0.1)
    assert minus.width == pytest.approx(four.width, abs=0.2)
    [zero] = [rule for rule in scene.rules if rule.kind == "zero"]
    assert zero.ends[0][0] == pytest.approx(two.x, abs=0.1)


def test_pieces_of_a_stack_follow_each_other_on_either_side_of_zero():
    first, second, third = [b.box for b in chart_scene(chart("stack", [2.0], [-1.0], [3.0])).bars]
    assert third.x == pytest.approx(first.right, abs=0.1)
    assert second.right == pytest.approx(first.x, abs=0.1)


def test_what_has_no_figure_is_a_gap_and_never_zero():
    bars = chart_scene(chart("bars", [1.0, None, 3.0]))
    assert len(bars.bars) == 2
    assert not any("left out" in text.full for text in bars.texts)
    assert "no figure" in [text.full for text in bars.texts]
    lines = chart_scene(chart("lines", [1.0, 2.0, None, 3.0, 4.0]))
    assert [len(path.points) for path in lines.paths] == [2, 2]
    stack = chart_scene(chart("stack", [1.0], [None]))
    told = [text.full for text in stack.texts]
    assert "1 + ?" in told
    assert "“?” stands for a part without a figure." in told
    spots = chart_scene(chart("scatter", [1.0, None]))
    assert len(spots.dots) == 1
    assert "Not shown, since a figure is missing: 1." in [text.full for text in spots.texts]


def test_bars_without_a_figure_take_no_room_and_a_note_counts_them():
    full = chart_scene(chart("bars", [1.0, 2.0], [3.0, 4.0], [5.0, 6.0]))
    scene = chart_scene(chart("bars", [1.0, None], [None, 4.0], [None, 6.0]))
    assert [bar.series for bar in scene.bars] == [0, 1, 2]
    assert scene.height < full.height
    assert scene.texts[-1].full == "Bars left out, since a figure is missing: 3."


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_what_the_rows_are_is_never_broken_within_a_word(lang):
    short = replace(
        chart("bars", [1.0, 2.0], labels=["a", "b"]), across=Phrase.of("Steps of the main path")
    )
    scene = chart_scene(short, lang)
    [head] = [text for text in scene.texts if text.full == short.across.into(lang)]
    assert head.lines == (head.full,)


@pytest.mark.parametrize("kind", ["bars", "lines", "scatter"])
@pytest.mark.parametrize("width", [NARROW, WIDE])
def test_a_declared_scale_is_shown_whole_and_has_its_zero(kind, width):
    of = replace(chart(kind, [-1.0, 2.0]), ends=(-3.0, 3.0), ends_across=(0.0, 9.0))
    scene = chart_scene(of, width=width)
    told = [text.full for text in scene.texts]
    assert {"−3", "0", "3"} <= set(told)
    if kind == "scatter":
        assert "9" in told


def test_the_quarters_of_a_scatter_are_named_where_no_sign_stands():
    names = tuple(Phrase.of("{x}", x=f"quarter {n}") for n in range(4))
    of = replace(chart("scatter", [0.0, 5.0, 10.0], cross=(1.0, 5.0)), quarters=names)
    scene = chart_scene(of)
    named = [text for text in scene.texts if text.full.startswith("quarter")]
    assert len(named) == 4
    middle, hair = scene.dots[1].at
    for number, text in enumerate(named):
        assert (text.x > middle) == (number % 2 == 1)
        assert (text.y > hair) == (number >= 2)
        assert not any(
            text.x <= dot.at[0] <= text.x + 50 and text.y - 10 <= dot.at[1] <= text.y + 2
            for dot in scene.dots
        )


def test_a_figure_at_the_bottom_of_a_line_stands_under_it_and_above_the_labels():
    scene = chart_scene(chart("lines", [3.0, -3.0, 3.0], labels=["one", "two", "three"]))
    [figure] = [t for t in scene.texts if t.full == "−3" and t.role == "text"]
    [label] = [t for t in scene.texts if t.full == "two"]
    assert scene.dots[1].at[1] < figure.y - 9.0
    assert figure.y < label.y - 9.0


def test_rising_labels_begin_on_the_paper_however_long_they_are():
    labels = [f"{'Long ' * (9 if n == 2 else 1)}{n}" for n in range(12)]
    scene = chart_scene(chart("lines", [float(n) for n in range(12)], labels=labels), width=NARROW)
    assert len(scene.turned) == 12
    for text in scene.turned:
        shown = "".join(text.lines)
        assert text.x - 0.766 * text_width(shown, text.size) >= 0


@pytest.mark.parametrize("kind", ["bars", "lines", "scatter"])
def test_intervals_are_drawn_with_both_ends(kind):
    scene = chart_scene(chart(kind, [4.0, 6.0], low=1.5))
    assert len(scene.spans) == 2
    assert "[2.5; 5.5]" in (scene.bars or scene.dots)[0].told


def test_cross_hairs_divide_a_scatter_into_four():
    scene = chart_scene(chart("scatter", [1.0, 5.0, 9.0], cross=(1.0, 5.0)))
    across, up = [rule.ends for rule in scene.rules if rule.kind == "cross"]
    assert across[0][0] == across[1][0] == scene.dots[1].at[0]
    assert up[0][1] == up[1][1] == scene.dots[1].at[1]


@pytest.mark.parametrize("kind", KINDS)
def test_one_figure_and_none_at_all(kind):
    one = chart_scene(chart(kind, [3.0]))
    assert "3" in one.described
    for nothing in (chart(kind, [None]), chart(kind, []), chart(kind)):
        scene = chart_scene(nothing)
        assert [text.full for text in scene.texts] == ["There are no figures to show."]


def test_of_more_than_thirty_bars_the_largest_are_shown_and_a_note_says_so():
    figures = [float(n % 50) for n in range(80)]
    scene = chart_scene(chart("bars", figures))
    assert len(scene.bars) == MOST_ROWS
    assert scene.texts[-1].full == "The 30 largest of 80 are shown; the table has them all."
    assert len(chart_table(chart("bars", figures)).rows) == 80


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("width", [NARROW, WIDE])
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_everything_stays_on_the_paper(kind, width, lang):
    name = LONG if lang == "en" else "在大堂等候，直到客房部完成清洁与检查并放房给宾客使用"
    labels = [f"{name} {n}" for n in range(12)]
    figures = [[float(n * n - 20 * s) for n in range(12)] for s in range(3)]
    scene = chart_scene(chart(kind, *figures, labels=labels, low=3.0), lang, width=width)
    drawn = [bar.box for bar in scene.bars]
    assert all(box.x >= 0 and box.right <= width for box in drawn)
    places = [p for span in scene.spans for p in span.ends] + [dot.at for dot in scene.dots]
    assert all(0 <= x <= width and 0 <= y <= scene.height for x, y in places)
    assert all(0 <= text.y <= scene.height and 0 <= text.x <= width for text in scene.texts)


def test_series_differ_without_their_colours():
    grey = re.compile(r"#[0-9a-fA-F]{6}")
    bars = svg_chart(chart_scene(chart("bars", *([[1.0]] * 6))))
    fills = [grey.sub("#", fill) for fill in re.findall(r"<pattern.*?</pattern>", bars)]
    assert len({re.sub(r'id="[^"]*"|bp-tone-\d', "", fill) for fill in fills}) == 5
    dots = svg_chart(chart_scene(chart("scatter", *([float(n)] for n in range(6)))))
    shapes = re.findall(r'<path class="bp-tone-\d bp-stroke bp-fill" d="([^"]*)"', dots)
    assert len(set(shapes)) == 6


@pytest.mark.parametrize("theme", list(THEMES.values()), ids=list(THEMES))
def test_series_are_seen_on_their_ground(theme):
    for colour in series_colours(theme):
        assert contrast(colour, theme.paper) >= 3.0
    assert contrast(chart_colours(theme)["chart-muted"], theme.paper) >= 4.5


@given(st.lists(st.floats(-1e9, 1e9), min_size=1, max_size=30))
def test_a_scale_holds_every_figure_between_round_ends(figures):
    scale = scale_of(figures, 0.0, 100.0)
    for figure in figures:
        assert -1e-6 <= scale.at(figure) <= 100 + 1e-6
    assert scale.at(scale.low) == 0.0
    assert 2 <= len(scale.ticks) <= 9
    assert 0.0 in scale.ticks


@given(st.floats(-1e12, 1e12))
def test_a_written_figure_is_the_figure_to_two_digits(figure):
    text = figure_text(figure).replace("−", "-").replace(",", "")
    assert float(text) == pytest.approx(figure, rel=0.06, abs=1e-300)


def test_the_table_beside_has_every_figure_with_its_interval():
    table = chart_table(chart("lines", [1.0, None], [2.0, 3.0], low=1.0))
    assert [str(column.title) for column in table.columns] == [
        "Steps", "Series 1", "Lower end", "Upper end", "Series 2", "Lower end", "Upper end",
    ]  # fmt: skip
    assert table.rows[0][1:] == (1.0, 0.0, 2.0, 2.0, 1.0, 3.0)
    assert table.rows[1][1:] == (None, None, None, 3.0, 2.0, 4.0)
    spots = chart_table(chart("scatter", [1.0], [None]))
    assert [row[2:] for row in spots.rows] == [(0.0, 1.0), (0.0, None)]


def test_markdown_has_the_figures_and_html_the_drawing():
    made = report(chart("bars", [1.5, 2.5]))
    assert "| Step 1 | 1.5 |" in as_text(made, "md")
    page = as_text(made, "html")
    assert 'class="bp-chart"' in page
    assert "Step 1: 1.5" in page
    assert "The figures of this chart" in page


def tabled(rows, *keys):
    """Return a report of one table."""
    columns = tuple(Column(key=key, title=Phrase.of("Times"), unit="%") for key in keys)
    made = Table(name="all", title=Phrase.of("Steps"), columns=columns, rows=rows)
    return replace(report(), tables=(made,))


def test_documents_leave_out_empty_columns_and_ids_that_names_tell():
    told = as_text(
        tabled((("pay-id", "Pay", None), ("wait-id", "Wait", None)), "id", "name", "n"), "html"
    )
    assert told.count('<th scope="col"') == 1
    assert "pay-id" not in told
    same = as_text(tabled((("pay-id", "Pay"), ("pay-2", "Pay")), "id", "name"), "html")
    assert "pay-id" in same


def test_markdown_sets_figures_to_the_right_and_is_one_document_of_all():
    made = tabled((("Pay", 1.5), ("Wait", None)), "name", "n")
    assert "|---|---:|" in as_text(made, "md")
    assert "| Times (%) |" in as_text(made, "md")
    both = all_as_text((made, report()), "md", title="Hotel")
    heads = [line for line in both.splitlines() if line.startswith("#")]
    assert heads[:3] == ["# Hotel", "## Made", "### Steps"]
    assert sum(head.startswith("# ") for head in heads) == 1
    assert "（%）" in as_text(made, "md", "zh")


def test_texts_from_a_file_are_text_in_a_chart():
    drawn = svg_chart(chart_scene(chart("bars", [1.0], labels=["<script>alert(1)</script>"])))
    assert "<script" not in drawn
    ET.fromstring(drawn)


FIGURES = st.one_of(st.none(), st.floats(-1e7, 1e7), st.integers(-50, 50).map(float))


@given(
    kind=st.sampled_from(KINDS),
    rows=st.lists(st.lists(FIGURES, min_size=7, max_size=7), min_size=1, max_size=5),
    width=st.sampled_from([NARROW, WIDE]),
    lang=st.sampled_from(["en", "zh"]),
    low=st.one_of(st.none(), st.floats(0, 100)),
)
def test_any_figures_give_a_picture_with_nothing_beside_the_paper(kind, rows, width, lang, low):
    scene = chart_scene(chart(kind, *rows, low=low), lang, width=width, titled=True)
    ET.fromstring(svg_chart(scene))
    assert all(bar.box.x >= 0 and bar.box.right <= width + 0.2 for bar in scene.bars)
    assert all(0 <= dot.at[1] <= scene.height for dot in scene.dots)
    known = sum(figure is not None for row in rows for figure in row)
    if kind in ("bars", "scatter"):
        assert len(scene.bars) + len(scene.dots) == known
    again = chart_scene(chart(kind, *rows, low=low), lang, width=width, titled=True)
    assert svg_chart(again) == svg_chart(scene)


def test_whole_figures_have_whole_lines_of_the_scale():
    assert scale_of([1.0, 3.0], 0.0, 100.0).ticks == (0.0, 1.0, 2.0, 3.0)
    assert scale_of([0.5, 1.0], 0.0, 100.0).ticks == (0.0, 0.2, 0.4, 0.6, 0.8, 1.0)


def test_names_on_a_scatter_cover_neither_signs_nor_intervals():
    labels = [f"{LONG} {n}" for n in range(12)]
    scene = chart_scene(chart("scatter", [float(n % 4) for n in range(12)], labels=labels, low=0.4))
    named = [text for text in scene.texts if text.full in labels]
    assert named
    for text in named:
        top, bottom = text.y - 9.0, text.y + text.leading * (len(text.lines) - 1)
        for dot in scene.dots:
            if text.anchor == "start" and top < dot.at[1] < bottom:
                assert not text.x + 1 < dot.at[0] < text.x + 60
