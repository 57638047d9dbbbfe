"""How much rules weigh, and which findings are accepted: what ``rules`` and ``ignore`` say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from blueprint.diagnostics import SEVERITIES, Severity
from blueprint.files.codes import FILE_CODES
from blueprint.model import Catalog, Ignore
from blueprint.report import Finding
from blueprint.rules.context import Context
from blueprint.rules.table import RULES, SETTABLE

SETTABLE_WORDS: dict[str, str] = {
    **SETTABLE,
    **{code: code for code, entry in FILE_CODES.items() if entry.severity != "error"},
}
"""Every word that ``rules`` and ``ignore`` may name a rule by, with its code."""


@dataclass
class Settings:
    """What one file and its catalog say about rules, and what was ignored so far.

    Attributes:
        context: The file.
        elsewhere: For the catalog's own sheet: how many findings each of its entries
            fitted in the files, by number.
        counts: How many findings each entry under ``ignore`` fitted: of the catalog
            (``True``) or the file, by its number.
    """

    context: Context
    elsewhere: Mapping[int, int] = field(default_factory=dict)
    counts: Counter[tuple[bool, int]] = field(default_factory=Counter)

    def weighed(self, finding: Finding) -> Finding | None:
        """Return a finding with its severity as set; ``None`` if its rule is off."""
        said: str = finding.severity
        for catalog in self._catalogs():
            for word, severity in catalog.rules.items():
                if SETTABLE_WORDS.get(word) == finding.code:
                    said = severity
        return replace(finding, severity=_severity(said)) if said != "off" else None

    def is_ignored(self, finding: Finding) -> bool:
        """Tell whether an entry accepts a finding, and count it for that entry."""
        around = self._around(finding)
        for shared, n, entry in self.entries():
            if SETTABLE_WORDS.get(entry.rule) == finding.code and self._is_on(
                shared, entry, around
            ):
                self.counts[shared, n] += 1
                return True
        return False

    def entries(self) -> Iterator[tuple[bool, int, Ignore]]:
        """Go through the entries: whether of the catalog, their number, and themselves."""
        own = self.context.value
        for catalog in self._catalogs():
            shared = catalog is not own
            yield from ((shared, n, entry) for n, entry in enumerate(catalog.ignore))

    def _catalogs(self) -> Iterator[Catalog]:
        shared = self.context.scope.catalog
        if shared is not None and self.context.blueprint is not None:
            yield shared
        yield self.context.value

    def _around(self, finding: Finding) -> frozenset[str]:
        """Return the elements a finding is about, with the steps and phases they stand in."""
        found = set(finding.about)
        for about in finding.about:
            node = self.context.node(about)
            if node is not None:
                found.update(own for own in (node.id, node.step, node.phase) if own is not None)
        return frozenset(found)

    def _is_on(self, shared: bool, entry: Ignore, around: frozenset[str]) -> bool:  # noqa: FBT001
        stem = None if shared else self.context.stem
        find = self.context.scope.find
        return not entry.on or any(
            meant in around for ref in entry.on for meant in find(stem, ref, "any")
        )


def idle(settings: Settings) -> tuple[int, ...]:
    """Return which of the file's own entries under ``ignore`` fitted nothing.

    Without a day to judge by, rules that need one find nothing, so those are not asked.
    """
    undated = settings.context.as_of is None
    waiting = {rule.code for rule in RULES if rule.as_of is not None and undated}
    return tuple(
        n
        for shared, n, entry in settings.entries()
        if not shared
        and not settings.counts[shared, n]
        and not settings.elsewhere.get(n)
        and SETTABLE_WORDS.get(entry.rule) not in waiting
    )


def _severity(said: str) -> Severity:
    return next(severity for severity in SEVERITIES if severity == said)
