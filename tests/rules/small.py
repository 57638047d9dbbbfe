"""Small helpers for tests of the checks."""

from __future__ import annotations

from pathlib import Path

from blueprint.files import Workspace, read, read_workspace
from blueprint.report import Finding, Report
from blueprint.rules import check


def checked(text: str, *, as_of: str | None = None) -> Report:
    """Check a blueprint written as text, which must be sound."""
    document = read(text)
    assert [str(p.message) for p in document.problems if p.severity == "error"] == []
    return check(document, as_of=as_of)


def found(text: str, code: str, *, as_of: str | None = None) -> list[Finding]:
    """Return what one rule finds in a blueprint written as text."""
    return [f for f in checked(text, as_of=as_of).findings if f.code == code]


def cafe(*steps: str, top: str = "") -> str:
    """Return a blueprint with some steps in one phase, and lines at its top."""
    lines = "".join(f"    - {step}\n" for step in steps)
    return f"blueprint: Café\n{top}phases:\n  Visit:\n{lines}"


def workspace(folder: Path, **files: str) -> Workspace:
    """Write a catalog and blueprints by stem into a folder, and read it as a workspace."""
    for stem, text in files.items():
        ending = "yaml" if stem == "catalog" else "blueprint.yaml"
        (folder / f"{stem}.{ending}").write_text(text, encoding="utf-8")
    return read_workspace(folder)
