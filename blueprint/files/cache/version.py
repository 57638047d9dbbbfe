"""What a cache was written with: another version of ours reads files anew."""

from __future__ import annotations

import sys
from functools import cache
from hashlib import sha256
from pathlib import Path

import pydantic

import blueprint

_ROOMS = ("model", "integrity", "files", "graph")
"""The rooms that decide what a file says, and what its graph is."""


@cache
def version() -> str:
    """Return what distinguishes this program from every other that reads files otherwise."""
    said = [blueprint.__version__, pydantic.VERSION, sys.version, sys.byteorder]
    here = Path(blueprint.__file__).parent
    digest = sha256("\n".join(said).encode())
    for room in _ROOMS:
        for path in sorted((here / room).rglob("*.py")):
            digest.update(path.name.encode() + path.read_bytes())
    return digest.hexdigest()
