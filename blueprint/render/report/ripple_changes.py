"""What changed since, and what contradicts itself, as lines of a ripple's text."""

from __future__ import annotations

from collections.abc import Iterator

from blueprint.analysis.conflicts import CODE
from blueprint.report import Report
from blueprint.words import Phrase


def conflicts_told(report: Report) -> Iterator[Phrase]:
    """Go through where the changes asked of contradict each other."""
    return (finding.message for finding in report.findings if finding.code == CODE)


def changes_told(report: Report) -> Iterator[Phrase]:
    """Go through what changed since, where that was asked: what happened, then each field."""
    before: object = None
    for table in report.tables:
        for row in table.rows if table.name == "changes" else ():
            key, name, _, happened, _, field, was, now, means, _ = row
            if key != before and isinstance(name, Phrase) and isinstance(happened, Phrase):
                yield Phrase.of("“{name}”: {what}", name=name, what=happened)
            if isinstance(field, Phrase) and isinstance(means, Phrase):
                yield Phrase.of(
                    "  - {field}: {before} → {now} ({means})",
                    field=field,
                    before=was if isinstance(was, Phrase) else "–",
                    now=now if isinstance(now, Phrase) else "–",
                    means=means,
                )
            before = key
