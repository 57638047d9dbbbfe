"""The headings of a ripple's tables."""

from __future__ import annotations

from collections.abc import Mapping

TITLES: Mapping[str, str] = {
    "part": "Part",
    "turn": "Turn",
    "id": "Id",
    "name": "Name",
    "kind": "Kind",
    "count": "Actions",
    "share": "Share",
    "owns": "Owns",
    "waits_for": "Waits for",
    "why": "Why",
    "lane": "Lane",
    "blueprint": "Blueprint",
    "step": "Step",
    "department": "Department",
    "direction": "Direction",
    "hops": "Links on the path",
    "fewest_hops": "Fewest links",
    "likelihood": "Likelihood",
    "low": "At least",
    "high": "At most",
    "known": "Known",
    "impact": "Impact",
    "risk": "Risk",
    "assumed": "Assumed",
    "amount": "Amount",
    "currency": "Currency",
    "effort": "Effort",
    "funded_by": "Paid by",
    "standard": "Standard",
    "committed_by": "Committed",
    "reviewed": "Last reviewed",
    "updated": "Last changed",
    "entries": "Comes in at",
    "owners": "Goes to",
    "changed": "Starts",
    "added": "New",
    "reached": "Reached",
}
"""The heading of each column, by its key."""
