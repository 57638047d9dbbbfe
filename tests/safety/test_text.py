"""Text for XML and terminals."""

from __future__ import annotations

import unicodedata
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blueprint.safety.text import terminal_text, xml_text

ANY_TEXT = st.text(st.characters())  # lone surrogates included


@given(ANY_TEXT)
def test_any_text_is_well_formed_in_xml(text: str) -> None:
    root = ET.fromstring(f"<a b=\"{xml_text(text)}\" c='{xml_text(text)}'>{xml_text(text)}</a>")
    assert len(root) == 0
    assert set(root.attrib) == {"b", "c"}


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cn"])))
def test_harmless_text_stays_as_it_is_in_xml(text: str) -> None:
    assert (ET.fromstring(f"<a>{xml_text(text)}</a>").text or "") == text


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ("</script>", "&lt;/script&gt;"),
        ("\" onload='x'", "&quot; onload=&#39;x&#39;"),
        ("]]>", "]]&gt;"),
        ("a\x00b\ud800c\uffff", "a�b�c�"),
        ("&amp;", "&amp;amp;"),
        ("tab\tand\nline", "tab\tand\nline"),
    ],
)
def test_markup_is_escaped_and_the_impossible_replaced(text: str, safe: str) -> None:
    assert xml_text(text) == safe


@given(ANY_TEXT)
def test_a_terminal_never_gets_a_control_character(text: str) -> None:
    assert not [mark for mark in terminal_text(text) if unicodedata.category(mark) in {"Cc", "Cs"}]
    assert terminal_text(text).encode("utf-8").decode("utf-8") == terminal_text(text)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b]0;title\x07", "\\x1b]0;title\\x07"),
        ("\x9b31m", "\\x9b31m"),
        ("a\rb\nc\td", "a\\x0db\\x0ac\\x09d"),
        ("\u202egnp.exe", "\\u{202e}gnp.exe"),
        ("zero\u200bwidth", "zero\\u{200b}width"),
        ("办理入住 Café 😀 👩‍👧 שלום", "办理入住 Café 😀 👩‍👧 שלום"),
    ],
)
def test_what_could_steer_a_terminal_is_shown(text: str, shown: str) -> None:
    assert terminal_text(text) == shown


def test_lines_are_kept_where_they_are_wanted() -> None:
    assert terminal_text("a\tb\r\nc\x1b", keep_lines=True) == "a\tb\\x0d\nc\\x1b"
