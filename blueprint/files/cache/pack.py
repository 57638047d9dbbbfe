"""Packs: many entries in one file, each with a digest by which damage is seen.

The first line is the digest of the second; the second, in JSON, tells where each entry
stands, its digest and what is noted of it. The entries follow. Whatever does not agree
with its digest is as if it were not there.
"""

from __future__ import annotations

import contextlib
import json
import secrets
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple


class Entry(NamedTuple):
    """One thing kept.

    Attributes:
        note: What is to be known of it without reading it; anything JSON has.
        data: The thing itself.
    """

    note: Any
    data: bytes


def read_pack(path: Path, version: str) -> dict[str, Entry]:
    """Return the undamaged entries of a pack by name; none where it is missing or of another kind.

    Args:
        path: The pack.
        version: What it must have been written with.
    """
    try:
        whole = path.read_bytes()
        digest, line, *_ = whole.split(b"\n", 2)
        if digest != _digest(line):
            return {}
        head = json.loads(line)
        if head["version"] != version:
            return {}
        entries: list[list[Any]] = head["entries"]
    except (OSError, ValueError, LookupError, TypeError):
        return {}
    found: dict[str, Entry] = {}
    at = len(digest) + len(line) + 2
    for name, size, said, note in entries:
        data = whole[at : at + size]
        at += size
        if _digest(data).decode() == said:
            found[name] = Entry(note, data)
    return found


def write_pack(path: Path, version: str, entries: Mapping[str, tuple[Any, bytes]]) -> None:
    """Write a pack whole or not at all; its folder is made if need be.

    Raises:
        OSError: It cannot be written; an old one is left as it was.
    """
    told = [
        [name, len(data), _digest(data).decode(), note] for name, (note, data) in entries.items()
    ]
    head = json.dumps({"version": version, "entries": told}, separators=(",", ":")).encode()
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    temporary = path.with_name(f".{secrets.token_hex(8)}.tmp")
    try:
        with temporary.open("xb") as file:
            file.write(_digest(head) + b"\n" + head + b"\n")
            file.writelines(data for _, data in entries.values())
        temporary.replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise


def drop_old(folder: Path, most: int) -> None:
    """Remove the packs of a folder that were written longest ago, so that only ``most`` stay."""
    with contextlib.suppress(OSError):
        packs = sorted(
            folder.glob("*.pack"), key=lambda pack: (-pack.stat().st_mtime_ns, pack.name)
        )
        for pack in packs[most:]:
            pack.unlink()


def _digest(data: bytes) -> bytes:
    return sha256(data).hexdigest().encode()
