"""The sentences the page's script says, in English; each is said in the page's language."""

from __future__ import annotations

from collections.abc import Mapping

from blueprint.model import LinkKind, NodeKind
from blueprint.words import translator

KINDS: Mapping[NodeKind, str] = {
    "blueprint": "Service blueprint",
    "phase": "Phase",
    "step": "Step",
    "evidence": "Physical evidence",
    "customer": "Customer action",
    "frontstage": "Frontstage action",
    "backstage": "Backstage action",
    "support": "Support process",
    "other": "Action",
    "department": "Department",
    "system": "System",
    "channel": "Channel",
    "persona": "Persona",
    "product": "Product",
    "promise": "Promise",
    "knowledge": "Knowledge article",
    "metric": "Metric",
    "lever": "Lever",
}
"""What each kind of element is called."""

LINKS: Mapping[LinkKind, tuple[str, str]] = {
    "contains": ("contains", "stands in"),
    "flow": ("comes before", "comes after"),
    "evidence": ("is evidence for", "has as evidence"),
    "interaction": ("meets", "is met by"),
    "support": ("rests on it", "carries it"),
    "triggers": ("sets it off", "is set off by it"),
    "uses": ("uses it", "is used by it"),
    "integrates": ("exchanges data", "exchanges data"),
    "via": ("goes through it", "is its channel"),
    "informs": ("informs it", "is informed by it"),
    "keeps": ("keeps it", "is kept by it"),
    "recovers": ("mends it", "is mended by it"),
    "prepares": ("prepares it", "is prepared by it"),
    "performs": ("performs it", "performed by"),
    "owns": ("answers for it", "answered for by"),
    "part_of": ("part of it", "has as part"),
    "serves": ("serves it", "is served by it"),
    "moves": ("acts on it", "is acted on by it"),
}
"""What the element at hand does with the one named, from source and from target."""

SCRIPT: Mapping[str, str] = {
    "about": "About it",
    "actionsOfStep": "Actions",
    "allShown": "All {total} cards",
    "also": "Also linked",
    "before": "Comes before",
    "next": "Comes next",
    "cleared": "Nothing chosen",
    "cards": "{n} of {total} cards",
    "dark": "Dark",
    "light": "Light",
    "departments": "Departments reached",
    "details": "Details of {name}",
    "demand": "Demand: what it rests on",
    "disruption": "Disruption: who rests on it",
    "demandNote": "Whom a new or tighter ask reaches",
    "disruptionNote": "Who feels it altered or unavailable",
    "findings": "Findings",
    "hop": "Hop {n}",
    "lit": "{n} cards lit: {what}",
    "noMatch": "No card matches",
    "nothingReached": "Nothing is reached.",
    "reached": "{n} reached, {hops} hops at most",
    "reachedOne": "{n} reached, 1 hop",
    "restsOn": "Rests on",
    "restsOnIt": "Rests on it",
    "phases": "Phases",
    "steps": "Steps",
    "traced": "{name}: demand reaches {demand}, disruption {disruption}",
    "within": "in {name}",
    "zoom": "{n} %",
}
"""What the script says, by key."""


def script_texts(lang: str) -> dict[str, object]:
    """Return everything the script says, in one language."""
    word = translator(lang)
    return {
        "say": {key: word(text) for key, text in SCRIPT.items()},
        "kinds": {kind: word(text) for kind, text in KINDS.items()},
        "linkWords": {kind: [word(out), word(back)] for kind, (out, back) in LINKS.items()},
    }
