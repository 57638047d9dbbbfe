"""The sentences the page's script says, in English; each is said in the page's language."""

from __future__ import annotations

from collections.abc import Mapping

from blueprint.model import LinkKind, NodeKind
from blueprint.page.ripple_texts import RIPPLE
from blueprint.page.stage_texts import STAGE
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
    "contains": ("Contains", "Stands in"),
    "flow": ("Leads to", "Follows"),
    "evidence": ("Is evidence for", "Has as evidence"),
    "interaction": ("Is served by", "Serves"),
    "support": ("Rests on", "Carries"),
    "triggers": ("Sets off", "Is set off by"),
    "uses": ("Uses", "Is used by"),
    "integrates": ("Exchanges data with", "Exchanges data with"),
    "via": ("Goes through", "Is the channel of"),
    "informs": ("Informs", "Is informed by"),
    "keeps": ("Keeps", "Is kept by"),
    "recovers": ("Mends", "Is mended by"),
    "prepares": ("Prepares", "Is prepared by"),
    "performs": ("Performs", "Is performed by"),
    "owns": ("Answers for", "Is answered for by"),
    "part_of": ("Is part of", "Has as parts"),
    "serves": ("Is the journey of", "Has as journey"),
    "moves": ("Acts on", "Is acted on by"),
}
"""What the element at hand does with those named after it, from source and from target."""

LINK_NAMES: Mapping[LinkKind, str] = {
    "flow": "next step",
    "evidence": "evidence",
    "interaction": "interaction",
    "support": "support",
    "triggers": "triggers",
    "uses": "systems used",
    "integrates": "data exchange",
    "via": "channels",
    "informs": "knowledge",
    "keeps": "promises kept",
    "recovers": "recovery",
    "prepares": "preparation",
}
"""What each kind of link that a change travels along is called as a kind."""

SCRIPT: Mapping[str, str] = {
    "all": "all",
    "allShown": "All {total} cards",
    "card": "Card",
    "cards": "{n} of {total} cards",
    "channel": "Channel",
    "chip": "{kind}: {name}",
    "chosenTogether": "{n} chosen",
    "cleared": "Nothing chosen",
    "comma": ", ",
    "compare": "Compare the two",
    "compareBack": "Back to the list",
    "compareHint": (
        "Choose exactly two to compare them; Shift with a click, or with "
        "Space, adds a card or takes it away."
    ),
    "compared": "{one} and {other} side by side",
    "comparedTitle": "{n} rows differ",
    "concerned": "Who must be told",
    "copied": "The link is copied",
    "current": "current",
    "dark": "Dark",
    "demand": "Demand: what it rests on",
    "demandNote": "Whom a new or tighter ask reaches",
    "department": "Department",
    "depth": "Depth",
    "differs": "differs",
    "direction": "Direction",
    "disruption": "Disruption: who rests on it",
    "disruptionNote": "Who feels it altered or unavailable",
    "error": "Error",
    "findings": "Findings",
    "foundAt": "{at} of {n}",
    "foundShort": "{n} found",
    "hop": "Hop {n}",
    "id": "Id",
    "info": "Info",
    "keyAlso": "Choose one more card, or take it away: also Shift with a click",
    "keyBefore": "The match before",
    "keyChoose": "Choose a card: its details, and what a change of it reaches",
    "keyDrawing": "The drawing",
    "keyFilter": "The filters",
    "keyFind": "Find; Enter goes from match to match",
    "keyGrid": "From card to card, once one has the focus",
    "keyHelp": "This help",
    "keyLink": "Copy a link to this view",
    "keyNext": "The next match",
    "keyNothing": "Close what is open; choose nothing",
    "keyReports": "The reports",
    "keyStory": "The narrative",
    "keyTable": "The table",
    "keyZoom": "Zoom in, out, fit; or the wheel with Ctrl",
    "kind": "Kind",
    "kindsFollowed": "Links followed",
    "lane": "Lane",
    "light": "Light",
    "links": "Linked with",
    "lit": "{n} cards lit: {what}",
    "matchesFound": "{n} found, {cards} of them cards",
    "moment": "Moment of truth",
    "moreMatches": "and {n} more",
    "noCard": "No card passes the filters",
    "noMatch": "Nothing matches",
    "nothingChosen": "Choose a card on the drawing to see what it says and what it is linked with.",
    "nothingReached": "Nothing is reached.",
    "part-affected": "Also affected",
    "part-first": "First to act",
    "part-tell": "To be told",
    "persona": "Persona",
    "phase": "Phase",
    "proposed": "proposed",
    "reached": "{n} reached, {hops} hops at most",
    "reachedOne": "{n} reached, 1 hop",
    "removed": "removed",
    "saved": "Saved as {name}",
    "signs": "Signs",
    "status": "Status",
    "step": "Step",
    "system": "System",
    "touched-levers": "Levers and metrics",
    "touched-moments": "Moments of truth it passes",
    "touched-personas": "Personas",
    "touched-promises": "Promises at stake",
    "trace": "Trace",
    "traced": "{name}: demand reaches {demand}, disruption {disruption}",
    "trouble": "Fail points and pains",
    "unchoose": "Take {name} away",
    "unfilter": "Remove the filter {what}",
    "unknown": "Not in this blueprint, so left out: {what}",
    "warning": "Warning",
    "way-both": "Both",
    "way-demand": "Demand",
    "way-disruption": "Disruption",
    "way-none": "None",
    "within": "in {name}",
    "percent": "{n} %",
}
"""What the script says, by key."""


def script_texts(lang: str) -> dict[str, object]:
    """Return everything the script says, in one language."""
    word = translator(lang)
    return {
        "say": {key: word(text) for key, text in {**SCRIPT, **STAGE, **RIPPLE}.items()},
        "kinds": {kind: word(text) for kind, text in KINDS.items()},
        "linkWords": {kind: [word(out), word(back)] for kind, (out, back) in LINKS.items()},
        "linkNames": {kind: word(text) for kind, text in LINK_NAMES.items()},
    }
