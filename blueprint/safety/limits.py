"""The limits that a file from a stranger is held to, all in one place."""

from __future__ import annotations

from typing import Final

MAX_BYTES: Final = 5 * 1024 * 1024
"""Size of one text file, in bytes."""

MAX_DEPTH: Final = 64
"""How many mappings and lists may stand inside one another."""

MAX_VALUES: Final = 200_000
"""How many keys, texts, mappings and lists one file may hold."""

MAX_ALIAS_WEIGHT: Final = 200_000
"""How many values all aliases of a YAML file together may stand for."""

MAX_SCALAR: Final = 1024 * 1024
"""Length of one text, in characters."""

MAX_KEY: Final = 512
"""Length of one key, in characters."""

MAX_INT_DIGITS: Final = 18
"""Digits of one whole number; every such number fits into 64 bits."""

MAX_PROBLEMS: Final = 100
"""How many problems of one file are told before the reader stops looking."""

MAX_TAG_LINES: Final = 16
"""How many ``%`` directives are handed to the YAML parser, which is slow with many."""

MAX_PICTURE_BYTES: Final = 512 * 1024
"""Size of one picture, in bytes."""

MAX_PICTURE_SIDE: Final = 2048
"""Width and height of one picture, in pixels."""
