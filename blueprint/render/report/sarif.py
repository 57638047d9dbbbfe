"""Findings as SARIF 2.1.0, which code hosts and editors read."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any
from urllib.parse import quote

from blueprint import __version__
from blueprint.diagnostics import Problem, Severity
from blueprint.render.report.json import json_text
from blueprint.render.report.rows import Row, rows_of, shown_file
from blueprint.report import Finding, Report
from blueprint.rules import Explanation, explain, explanations

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)

_LEVEL: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "note"}
_PLACEHOLDER = re.compile(r"\{(\d+)\}")
_LINK = re.compile(r"\[(?=[^\]]*\]\()")


def sarif_text(
    source: Report | Iterable[Problem | Finding], lang: str = "en", *, root: Path | None = None
) -> str:
    """Return findings or problems as a SARIF log.

    Files are named from ``root`` by relative addresses, columns count characters, and
    nothing in it depends on the time or the machine.

    Args:
        source: A report, or problems.
        lang: Language of the sentences.
        root: The folder that files are named from.
    """
    rows = rows_of(source)
    codes = tuple(dict.fromkeys(sorted(row.code for row in rows)))
    run = {
        "tool": {"driver": _driver(codes, lang)},
        "columnKind": "unicodeCodePoints",
        "results": [_result(row, codes, lang, root) for row in rows],
    }
    return json_text({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})


def _driver(codes: tuple[str, ...], lang: str) -> dict[str, Any]:
    known = explanations()
    return {
        "name": "blueprint",
        "version": __version__,
        "semanticVersion": __version__,
        "rules": [_rule(code, known.get(code), lang) for code in codes],
    }


def _rule(code: str, entry: Explanation | None, lang: str) -> dict[str, Any]:
    if entry is None:
        return {"id": code}
    summary = entry.summary.into(lang)
    full = f"{summary} {entry.why.into(lang)}" if entry.why else summary
    return {
        "id": code,
        "name": entry.name,
        "shortDescription": {"text": summary},
        "fullDescription": {"text": full},
        "help": {"text": explain(code, lang)},
        "defaultConfiguration": {"level": _LEVEL[entry.severity]},
    }


def _result(row: Row, codes: tuple[str, ...], lang: str, root: Path | None) -> dict[str, Any]:
    hint = f" ({row.hint.into(lang)})" if row.hint else ""
    location = _location(row, root)
    return {
        "ruleId": row.code,
        "ruleIndex": codes.index(row.code),
        "level": _LEVEL[row.severity],
        "message": {"text": _plain(row.message.into(lang) + hint)},
        **({"locations": [location]} if location else {}),
        "partialFingerprints": {"blueprint/v1": _fingerprint(row, root)},
    }


def _location(row: Row, root: Path | None) -> dict[str, Any]:
    location: dict[str, Any] = {}
    file = shown_file(row.file, root)
    if file is not None:
        physical: dict[str, Any] = {"artifactLocation": _artifact(file)}
        if row.place is not None:
            physical["region"] = {
                "startLine": row.place.line + 1,
                "startColumn": row.place.column + 1,
                "endColumn": row.place.column + 1 + row.place.length,
            }
            if row.excerpt:
                physical["contextRegion"] = {
                    "startLine": row.place.line + 1,
                    "snippet": {"text": row.excerpt},
                }
        location["physicalLocation"] = physical
    if row.about:
        location["logicalLocations"] = [
            {"fullyQualifiedName": about, "kind": "element"} for about in row.about
        ]
    return location


def _artifact(file: str) -> dict[str, str]:
    if file.startswith("/") or re.match(r"[A-Za-z]:/", file):
        return {"uri": "file:///" + quote(file.lstrip("/"), safe="/:", errors="backslashreplace")}
    return {"uri": quote(file, safe="/", errors="backslashreplace"), "uriBaseId": "%SRCROOT%"}


def _fingerprint(row: Row, root: Path | None) -> str:
    """Return what stays the same for a finding when lines around it are added or removed."""
    parts = (row.code, shown_file(row.file, root) or "", *row.about, str(row.message))
    return hashlib.sha256("\0".join(parts).encode("utf-8", "backslashreplace")).hexdigest()[:32]


def _plain(text: str) -> str:
    """Return a message in which nothing is taken for a placeholder or a link."""
    return _LINK.sub(r"\\[", _PLACEHOLDER.sub(r"{{\1}}", text))
