"""What is checked, file by file: a blueprint, a read file, or all files of a workspace."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from blueprint.files import Document, Workspace
from blueprint.integrity import Scope, alone, catalog_defects, defects
from blueprint.model import Blueprint, Change, OrganisationCatalog
from blueprint.report import Finding
from blueprint.rules.rule import Found, Rule

_WHOLE = frozenset({"BP116", "BP117", "BP118"})
"""Errors between files, which leave each of them whole."""


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """One file: what it says, where it was read from, and what is wrong with it already.

    Attributes:
        value: What it says; ``None`` if too little of it can be understood to judge it.
        name: What to call it where it cannot be judged.
        stem: A blueprint's stem; ``None`` for a catalog.
        document: Where it was read from, if it was.
        defects: What keeps it from being used, and what the reader noticed.
    """

    value: Blueprint | OrganisationCatalog | None
    name: str = ""
    stem: str | None = None
    document: Document | None = None
    defects: tuple[Finding, ...] = ()

    def finding(self, rule: Rule, found: Found) -> Finding:
        """Return what a rule found, with its place in the file."""
        document = self.document
        place = document.place(found.path, at_key=found.at_key) if document else None
        return Finding(
            code=rule.code,
            severity=rule.severity,
            message=found.message,
            about=tuple(dict.fromkeys(found.about)),
            hint=found.hint,
            file=document.file if document else None,
            place=place,
            path=found.path,
            excerpt=document.excerpt(place) if document else "",
        )


@dataclass(frozen=True, kw_only=True)
class Bundle:
    """Everything that is checked together."""

    sheets: tuple[Sheet, ...]
    scope: Scope
    changes: Mapping[str, Change] = field(default_factory=dict)


def bundle_of(source: Blueprint | Document | Workspace) -> Bundle:
    """Return the files of what is to be checked, in order."""
    match source:
        case Blueprint():
            scope = alone(source)
            sheet = Sheet(value=source, stem=source.stem or "", defects=_defects(source, scope))
            return Bundle(sheets=(sheet,), scope=scope)
        case Document():
            scope = _scope_of(source)
            return Bundle(sheets=(_sheet(source, scope),), scope=scope)
        case Workspace():
            scope = source.scope
            sheets = tuple(_sheet(document, scope) for document in source.documents.values())
            return Bundle(sheets=sheets, scope=scope, changes=source.changes)


def _scope_of(document: Document) -> Scope:
    match document.value:
        case Blueprint() as blueprint:
            return alone(blueprint)
        case OrganisationCatalog() as catalog:
            return Scope({}, catalog, whole=False)
        case _:
            return Scope({}, None, whole=False)


def _sheet(document: Document, scope: Scope) -> Sheet:
    told = tuple(Finding.of(problem) for problem in document.problems)
    value = document.value if _is_whole(document, scope) else None
    if isinstance(value, Change):
        return Sheet(value=None, document=document, defects=told)
    stem = (value.stem or "") if isinstance(value, Blueprint) else None
    name = document.file if value is None and document.kind != "change" else ""
    return Sheet(value=value, name=name, stem=stem, document=document, defects=told)


def _is_whole(document: Document, scope: Scope) -> bool:
    """Tell whether nothing was left out of a file's value because it did not fit."""
    match document.value:
        case Blueprint() as blueprint:
            named = defects(blueprint, scope)
        case OrganisationCatalog() as catalog:
            named = catalog_defects(catalog, scope)
        case _:
            return document.ok
    known = {document.problem_of(defect) for defect in named}
    return all(
        problem in known or problem.severity != "error" or problem.code in _WHOLE
        for problem in document.problems
        if problem.file == document.file
    )


def _defects(blueprint: Blueprint, scope: Scope) -> tuple[Finding, ...]:
    return tuple(
        Finding(
            code=defect.code,
            severity="error",
            message=defect.message,
            hint=defect.hint,
            path=defect.path,
        )
        for defect in defects(blueprint, scope)
    )
