"""The words for every sign of a drawing, in the order in which a legend tells them."""

from __future__ import annotations

from collections.abc import Mapping

from blueprint.layout.view import BadgeKind, ChipKind, EdgeKind, SignKind, Status
from blueprint.report import Role

EDGE_WORDS: Mapping[EdgeKind, str] = {
    "flow": "leads to",
    "evidence": "is evidence for",
    "interaction": "interacts with",
    "support": "rests on",
    "triggers": "sets off",
    "recovers": "mends",
    "prepares": "prepares",
}

BADGE_WORDS: Mapping[BadgeKind, str] = {
    "moment-of-truth": "moment of truth",
    "fail-point": "fail point",
    "recovery": "service recovery",
}

SIGN_WORDS: Mapping[SignKind, str] = {
    "pain": "pain",
    "pain-line": "pain along the journey",
    "pain-surface": "pain everywhere",
    "wait": "wait",
    "late": "late",
    "surprise": "surprise",
    "time": "time",
    "standard": "standard",
    "effort": "effort",
    "decision": "decision",
    "approval": "needs approval",
    "discretion": "may decide alone",
    "no-discretion": "may not decide alone",
    "note": "a note",
    "link": "on the web",
}

CHIP_WORDS: Mapping[ChipKind, str] = {
    "system": "system",
    "knowledge": "knowledge",
    "tag": "tag",
}
LEGACY = "due for renewal"
DEPARTMENT = "department"

STATUS_WORDS: Mapping[Status, str] = {
    "current": "",
    "proposed": "proposed",
    "removed": "removed",
}

ROLE_WORDS: Mapping[Role, str] = {
    "start": "where it starts",
    "reached": "reached",
    "tell": "to be told",
    "touch": "touched",
    "error": "error",
    "warning": "warning",
    "info": "note",
    "added": "added",
    "removed": "taken away",
    "changed": "changed",
    "moved": "moved",
}
