"""Texts on their way into DOT, where backslashes, ``<…>`` and ``&…;`` mean something."""

from __future__ import annotations

import graphviz  # type: ignore[import-untyped]

from blueprint.safety.text import one_line


def dot_text(*lines: str) -> str:
    r"""Return lines of text as one DOT string; the `graphviz` package then puts it in quotes.

    Examples:
        >>> print(dot_text("R&D", r"C:\new"))
        R&amp;D\nC:\\new
    """
    escaped = (one_line(line).replace("&", "&amp;").replace("\\", "\\\\") for line in lines)
    label: str = graphviz.nohtml("\\n".join(escaped))
    return label
