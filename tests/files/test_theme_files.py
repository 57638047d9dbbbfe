"""Theme files: every mistake at its place, with what to write; colours that can be read."""

from __future__ import annotations

import json
import re

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

import blueprint
from blueprint.errors import BlueprintWarning, FileError, InvalidBlueprintError
from blueprint.files.schema import schema_of
from blueprint.files.theme_codes import THEME_CODES
from blueprint.files.theme_reading import read_theme_file
from blueprint.layout.scene import Mood
from blueprint.layout.view import EdgeKind, LaneKind
from blueprint.model import theme_file
from blueprint.render.contrast import contrast, readable
from blueprint.report import Role
from blueprint.theming import load_theme, read_theme, theme_of
from blueprint.words import translator

BRICK = """\
theme: Brick
based_on: light
font: [Lato, Arial]
colours:
  paper: "#fffdf8"
  muted: "#5a5a5a"
  phases: ["#552211", "#774433"]
  lanes: {customer: "#8a2b1d"}
  links: {support: "#666666"}
sizes: {type: 1.1}
"""


def told(text: str) -> list[tuple[str, str, int, int, str, str | None]]:
    return [
        (
            p.code,
            p.severity,
            p.place.line + 1 if p.place else 0,
            p.place.column + 1 if p.place else 0,
            str(p.message),
            str(p.hint) if p.hint else None,
        )
        for p in read_theme(text)[1]
    ]


def test_a_good_file_has_no_problems() -> None:
    assert told(BRICK) == []


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("theme: Brick\n", "", ("BP105", "error", 1, 1, "“theme” is missing", None)),
        ("based_on: light", "based_on: lihgt", ("BP104", "error", 2, 11, "“lihgt” is not one of light, dark, print, large", 'did you mean "light"?')),
        ("font:", "fnt:", ("BP101", "error", 3, 1, "unknown key “fnt”", 'did you mean "font"?')),
        ("[Lato, Arial]", "[Lato, 'A; } body']", ("BP122", "error", 3, 14, "expected the name of a font, in letters, digits, spaces and -, not “A; } body”", None)),
        ("  muted:", "  mutd:", ("BP101", "error", 6, 3, "unknown key “mutd”", 'did you mean "muted"?')),
        ('"#5a5a5a"', "grey", ("BP121", "error", 6, 10, 'expected a colour such as "#005A8C", not “grey”', None)),
        ('"#5a5a5a"', "#5a5a5a", ("BP121", "error", 6, 9, 'a colour stands in quotes, such as "#005A8C": without them # begins a comment', None)),
        ('"#5a5a5a"', '"#5a5a"', ("BP121", "error", 6, 10, 'expected a colour such as "#005A8C", not “#5a5a”', None)),
        ("customer:", "custommer:", ("BP101", "error", 8, 11, "unknown key “custommer”", 'did you mean "customer"?')),
        ('{customer: "#8a2b1d"}', "{customer: }", ("BP121", "error", 8, 21, 'a colour stands in quotes, such as "#005A8C": without them # begins a comment', None)),
        ("support:", "suport:", ("BP101", "error", 9, 11, "unknown key “suport”", 'did you mean "support"?')),
        ("type: 1.1", "type: 3", ("BP104", "error", 10, 15, "3 is too large; at most 2.0", None)),
        ("type: 1.1", "density: dense", ("BP104", "error", 10, 18, "“dense” is not one of roomy, compact", "known here: compact, roomy")),
        ("sizes:", "logo: https://example.org/a.png\nsizes:", ("BP123", "error", 10, 7, "expected the name of a PNG or JPEG file beside the theme file, not “https://example.org/a.png”", None)),
        ("sizes:", "logo: ../a.png\nsizes:", ("BP123", "error", 10, 7, "expected the name of a PNG or JPEG file beside the theme file, not “../a.png”", None)),
        ("sizes:", "logo: /etc/a.png\nsizes:", ("BP123", "error", 10, 7, "expected the name of a PNG or JPEG file beside the theme file, not “/etc/a.png”", None)),
        ("sizes:", "logo: a.png\nsizes:", ("BP123", "error", 10, 7, "a text has no folder in which a.png could stand", None)),
        ('"#5a5a5a"', '"#aaaaaa"', ("BP124", "error", 6, 10, "“muted” #aaaaaa cannot be read on “band” #f8f7f2: the contrast is 2.17, and must be 4.5", "“muted” #717171 would stand out")),
        ('"#666666"', '"#c8c8c8"', ("BP125", "warning", 9, 20, "“links.support” #c8c8c8 is hard to see on “lanes.other.tint” #e2e7ec: the contrast is 1.34, and should be 3", "“links.support” #848484 would stand out")),
    ],
)  # fmt: skip
def test_each_mistake_is_pointed_at(old: str, new: str, expected: tuple[object, ...]) -> None:
    assert old in BRICK
    assert expected in told(BRICK.replace(old, new))


def test_all_mistakes_are_told_at_once_in_file_order() -> None:
    wrong = BRICK.replace("light", "lihgt").replace('"#5a5a5a"', "grey").replace("1.1", "9")
    assert [line for _, _, line, *_ in told(wrong)] == [2, 6, 10]
    with pytest.raises(InvalidBlueprintError, match=r"<text>:2:11: error\[BP104\].*and 2 more"):
        load_theme(wrong)


def test_a_faint_line_is_a_warning_and_draws() -> None:
    with pytest.warns(BlueprintWarning, match=r"<text>:9:20: .* \(“links.support” #848484 would"):
        theme = load_theme(BRICK.replace("#666666", "#c8c8c8"))
    assert theme.edges["support"].colour == "#c8c8c8"


def test_a_text_that_cannot_be_read_is_an_error() -> None:
    with pytest.raises(InvalidBlueprintError, match=r"error\[BP124\]"):
        load_theme(BRICK.replace("#5a5a5a", "#aaaaaa"))


def test_a_ground_is_blamed_where_only_it_was_written() -> None:
    found = told('theme: T\ncolours: {phases: "#d8c0a0"}\n')
    assert [(code, line, column) for code, _, line, column, *_ in found] == [("BP124", 2, 19)]


def test_a_paper_is_blamed_for_everything_that_no_longer_stands_out() -> None:
    found = told('theme: T\ncolours: {paper: "#777777"}\n')
    assert len(found) > 8
    assert {(line, column) for _, _, line, column, *_ in found} == {(2, 18)}


@pytest.mark.parametrize("code", THEME_CODES)
def test_the_examples_of_each_code_get_it_and_do_not(code: str) -> None:
    entry = THEME_CODES[code]
    assert isinstance(entry.failing, str)
    assert isinstance(entry.mended, str)
    failing = [(found, severity) for found, severity, *_ in told(entry.failing)]
    assert failing
    assert set(failing) == {(code, entry.severity)}
    assert told(entry.mended) == []


def test_every_word_of_the_codes_is_there_in_chinese() -> None:
    say = translator("zh")
    for entry in THEME_CODES.values():
        assert say(str(entry.name)) != str(entry.name)
        assert say(str(entry.meaning)) != str(entry.meaning)


def test_every_kind_of_thing_has_a_key() -> None:
    from typing import get_args

    def keys(model: type[theme_file.Frozen]) -> set[str]:
        return set(model.model_fields)

    assert keys(theme_file.LaneStyles) == set(get_args(LaneKind))
    assert keys(theme_file.LinkStyles) == set(get_args(EdgeKind))
    assert keys(theme_file.MarkStyles) == set(get_args(Role))
    assert keys(theme_file.MoodStyles) == set(get_args(Mood))


def test_the_logo_stands_beside_the_file(tmp_path) -> None:
    file = tmp_path / "house.theme.yaml"
    file.write_text("theme: T\nlogo: marks/logo.png\n", "utf-8")
    assert [p.code for p in read_theme(file)[1]] == ["BP123"]
    (tmp_path / "marks").mkdir()
    (tmp_path / "marks" / "logo.png").write_bytes(b"GIF89a")
    assert [str(p.message) for p in read_theme(file)[1]] == ["the picture is neither PNG nor JPEG"]
    from tests.safety.test_pictures import png

    (tmp_path / "marks" / "logo.png").write_bytes(png())
    theme = theme_of(str(file))
    assert theme.logo is not None
    assert (theme.logo.width, theme.logo_aspect) == (3, 1.5)


def test_a_link_out_of_the_folder_is_not_followed(tmp_path) -> None:
    from tests.safety.test_pictures import png

    (tmp_path / "inner").mkdir()
    (tmp_path / "secret.png").write_bytes(png())
    (tmp_path / "inner" / "logo.png").symlink_to(tmp_path / "secret.png")
    file = tmp_path / "inner" / "house.theme.yaml"
    file.write_text("theme: T\nlogo: logo.png\n", "utf-8")
    assert [p.code for p in read_theme(file)[1]] == ["BP123"]


def test_json_says_the_same(tmp_path) -> None:
    file = tmp_path / "house.theme.json"
    file.write_text(json.dumps({"theme": "T", "colours": {"accent": "#8a2b1d"}}), "utf-8")
    assert theme_of(file) == load_theme('theme: T\ncolours: {accent: "#8a2b1d"}\n')


def test_a_file_that_is_not_there_is_told() -> None:
    with pytest.raises(FileError, match="there is no file nowhere.theme.yaml"):
        theme_of("nowhere.theme.yaml")


def test_the_face_offers_it() -> None:
    assert blueprint.load_theme is load_theme


def test_the_schema_agrees_with_the_reader() -> None:
    schema = schema_of("theme")
    good = {
        "theme": "T",
        "font": "Lato",
        "colours": {"phases": "#123", "lanes": {"customer": "#123"}},
    }
    jsonschema.validate(good, schema)
    for wrong in ({}, {"theme": "T", "fnt": "Lato"}, {"theme": "T", "colours": {"ink": "red"}}):
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate(wrong, schema)


@given(st.text(max_size=60))
def test_any_text_for_a_font_or_colour_is_taken_or_told(text: str) -> None:
    said = json.dumps({"theme": "T", "font": text, "colours": {"accent": text}})
    document = read_theme_file(f"{said}\n")
    if document.value is not None and document.value.font:
        assert not set("'\"<>&;{}()\\,\n") & set(document.value.font[0])
    if document.value is not None and document.value.colours.accent:
        assert re.fullmatch("#[0-9a-fA-F]{6}", document.value.colours.accent)


COLOURS = st.integers(0, 0xFFFFFF).map(lambda n: f"#{n:06x}")


@given(COLOURS, COLOURS)
def test_a_shade_that_is_offered_stands_out(colour: str, ground: str) -> None:
    shade = readable(colour, [ground])
    assert shade is not None
    assert contrast(shade, ground) >= 4.5


@given(COLOURS, COLOURS)
def test_what_a_warning_offers_mends_it(muted: str, phase: str) -> None:
    text = f'theme: T\ncolours: {{muted: "{muted}", phases: ["{phase}", "{phase}"]}}\n'
    for problem in read_theme(text)[1]:
        mended = re.search(r"“(\w+)” (#\w+) would", str(problem.hint))
        if mended and mended[1] == "muted":
            assert not [
                p
                for p in read_theme(text.replace(muted, mended[2]))[1]
                if "“muted”" in str(p.message)
            ]
