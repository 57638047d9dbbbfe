"""Shaw's twenty emotions of 2007, and the net of those a step names."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from difflib import get_close_matches

from blueprint.analysis.scores.net_emotion import NEGATIVE, POSITIVE

PLEASANT = frozenset(
    {
        *POSITIVE,
        "高兴", "开心", "愉快", "信任", "被重视", "被关心", "安全", "专注", "感兴趣", "精力充沛",
        "受激励", "想探索", "享受",
    }
)  # fmt: skip
"""The twelve emotions that create value, in English and Chinese."""

UNPLEASANT = frozenset(
    {
        *NEGATIVE,
        "烦躁", "匆忙", "被忽视", "不高兴", "不满意", "紧张", "失望", "沮丧",
    }
)  # fmt: skip
"""The eight that destroy it."""


def net_of(emotions: Mapping[str, float]) -> float | None:
    """Return how strong the pleasant emotions are on average, less the unpleasant ones.

    Only those named count: a step that names three says nothing of the other seventeen.

    Args:
        emotions: How strong each named emotion is.

    Returns:
        The net; ``None`` where none of the words is one of the twenty.

    Examples:
        >>> net_of({"happy": 4, "Valued": 2, "hurried": 2}), net_of({"sleepy": 3})
        (1.0, None)
    """
    pleasant = _of(emotions, PLEASANT)
    unpleasant = _of(emotions, UNPLEASANT)
    if not pleasant and not unpleasant:
        return None
    return _mean(pleasant) - _mean(unpleasant)


def is_known(word: str) -> bool:
    """Tell whether a word is one of the twenty emotions."""
    return word.casefold() in PLEASANT or word.casefold() in UNPLEASANT


def nearest(word: str) -> str | None:
    """Return the emotion most like a word that is none, if any is.

    Examples:
        >>> nearest("hapy"), nearest("sleepy")
        ('happy', None)
    """
    close = get_close_matches(word.casefold(), sorted(PLEASANT | UNPLEASANT), n=1, cutoff=0.75)
    return close[0] if close else None


def _of(emotions: Mapping[str, float], words: Collection[str]) -> list[float]:
    return [float(value) for word, value in emotions.items() if word.casefold() in words]


def _mean(values: list[float]) -> float:
    return sum(values) / len(values) if values else 0.0
