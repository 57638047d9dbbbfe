"""The third-party suites as Python values."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent


def load(name: str) -> list[Any]:
    """Return the cases of a suite."""
    cases: list[Any] = json.loads((HERE / "data" / f"{name}.json").read_text(encoding="utf-8"))
    return cases


def content(case: dict[str, Any]) -> bytes:
    """Return the bytes of a case of the JSON suite."""
    text: str = case.get("repeat", "") * case.get("times", 0) + case["text"]
    return text.encode()


def reviewed(name: str) -> dict[str, str]:
    """Return the cases of a reviewed list, each with what stands behind it."""
    lines = (HERE / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    rows = [line.split(maxsplit=1) for line in lines if line and not line.startswith("#")]
    return {row[0]: row[1] for row in rows}


def documents(text: str) -> list[Any]:
    """Return the values of several JSON texts one behind the other."""
    decoder = json.JSONDecoder()
    found = []
    rest = text.strip()
    while rest:
        value, end = decoder.raw_decode(rest)
        found.append(value)
        rest = rest[end:].lstrip()
    return found


def alike(one: object, other: object) -> bool:
    """Whether two values are the same, types of numbers included."""
    return json.dumps(one, sort_keys=True) == json.dumps(other, sort_keys=True)
