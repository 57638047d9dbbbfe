"""The checks: one rule a file, each with a stable code, a why, and two examples."""

from blueprint.rules.checking import check
from blueprint.rules.explaining import Explanation, explain, explanation_of, explanations, overview
from blueprint.rules.result import merged
from blueprint.rules.rule import Found, Rule
from blueprint.rules.table import RULES

__all__ = [
    "RULES",
    "Explanation",
    "Found",
    "Rule",
    "check",
    "explain",
    "explanation_of",
    "explanations",
    "merged",
    "overview",
]
