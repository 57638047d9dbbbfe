"""Net Emotional Value: three measures share the name, so each has a function of its own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from blueprint.analysis.interval import widest
from blueprint.analysis.scores.checks import asked, count, figure, part, tally
from blueprint.analysis.scores.score import Score
from blueprint.analysis.values_told import number_in_full
from blueprint.errors import BlueprintError
from blueprint.report import Method
from blueprint.words import Phrase

CLUSTERS: Mapping[str, tuple[str, ...]] = {
    "advocacy": ("happy", "pleased"),
    "recommendation": ("trusting", "valued", "cared for", "safe", "focused"),
    "attention": ("interested", "energetic", "stimulated", "exploratory", "indulgent"),
    "destroying": (
        "irritated", "hurried", "neglected", "unhappy",
        "unsatisfied", "stressed", "disappointed", "frustrated",
    ),
}  # fmt: skip
"""The 20 emotions of Shaw 2007; the last cluster destroys value, the others drive it."""

POSITIVE: tuple[str, ...] = tuple(
    emotion for name, cluster in CLUSTERS.items() if name != "destroying" for emotion in cluster
)
NEGATIVE: tuple[str, ...] = CLUSTERS["destroying"]


@dataclass(frozen=True, slots=True, kw_only=True)
class NetWords(Score):
    """Net emotion of one word each; ``value`` is per 100 answers.

    Attributes:
        net: Positives less negatives, as a count.
        base: What the 100 answers are: all, or those with an emotion only.
    """

    net: int
    base: str


def nev_of_emotions(means: Mapping[str, float], *, scale: tuple[float, float]) -> Score:
    """Return the Net Emotional Value of 20 emotions: mean of 12 less mean of 8 (Shaw 2007).

    Args:
        means: The mean of each of the 20 emotions.
        scale: The lowest and the highest answer.

    Raises:
        BlueprintError: An emotion is missing or is none of the 20, or off the scale.

    Examples:
        >>> means = {emotion: 6 for emotion in POSITIVE} | {emotion: 2 for emotion in NEGATIVE}
        >>> nev_of_emotions(means, scale=(0, 10)).value
        4.0
    """
    wanted = (*POSITIVE, *NEGATIVE)
    odd = sorted(map(str, set(means) ^ set(wanted)))
    if odd:
        said = "all 20 emotions are needed, and no others; look at {names}"
        raise BlueprintError(Phrase.of(said, names=", ".join(odd)[:80]))
    told = {emotion: figure(emotion, means[emotion], scale) for emotion in wanted}
    good = sum(told[emotion] for emotion in POSITIVE) / len(POSITIVE)
    bad = sum(told[emotion] for emotion in NEGATIVE) / len(NEGATIVE)
    method = Method(
        name="NEV (20 emotions)",
        source=Phrase.of("Shaw 2007; how emotions are put together is assumed: plain means"),
        formula=Phrase.of("mean of the 12 positive − mean of the 8 negative"),
        scale=_scale_told(-(scale[1] - scale[0]), scale[1] - scale[0]),
        direction=Phrase.of("higher is better"),
        cannot_tell=(Phrase.of("how sure it is: the answers themselves would be needed"),),
    )
    return Score(value=good - bad, method=method)


def nev_of_words(
    *, positive: int, neutral: int, negative: int, neutral_counts: bool = True
) -> NetWords:
    """Return the Net Emotional Value of one word each: positives less negatives per 100.

    Args:
        positive: How many named a positive emotion.
        neutral: How many named none, or a neutral one.
        negative: How many named a negative one.
        neutral_counts: Whether the neutral ones are in the base.

    Raises:
        BlueprintError: One is no count, or nobody is in the base.

    Examples:
        >>> found = nev_of_words(positive=60, neutral=20, negative=20)
        >>> found.net, found.value, found.base
        (40, 40.0, 'all answers')
        >>> nev_of_words(positive=60, neutral=20, negative=20, neutral_counts=False).value
        50.0
    """
    good, bad = count("positive", positive), count("negative", negative)
    n = asked(good + bad + (count("neutral", neutral) if neutral_counts else 0))
    base = "all answers" if neutral_counts else "answers with an emotion"
    value = 100 * (good - bad) / n
    low, high = widest(value, n, (-100, 100))
    method = _net_method(
        "NEV (one word)", Phrase.of("100 × (positive − negative) / n"), n, Phrase.of(base)
    )
    return NetWords(value=value, low=low, high=high, n=n, method=method, net=good - bad, base=base)


def nev_of_answers(
    counts: Mapping[int, int],
    *,
    scale: tuple[int, int] = (1, 10),
    positive: tuple[int, int] | None = None,
    negative: tuple[int, int] | None = None,
) -> Score:
    """Return the Net Emotional Value of one question with answers on a scale.

    Without cut points nothing is net: what comes back then is the mean with its interval.

    Args:
        counts: How often each answer was given.
        scale: The lowest and the highest answer.
        positive: From which to which answer counts as positive.
        negative: From which to which counts as negative.

    Raises:
        BlueprintError: An answer or a cut point is off the scale, only one of the two ranges
            is given, one is turned round, or they overlap.

    Examples:
        >>> answers = {9: 50, 6: 30, 2: 20}
        >>> nev_of_answers(answers, positive=(8, 10), negative=(1, 4)).value
        30.0
        >>> nev_of_answers(answers).value
        6.7
    """
    told = tally(counts, scale)
    n = sum(told.values())
    if positive is None and negative is None:
        mean = sum(answer * times for answer, times in told.items()) / n
        low, high = widest(mean, n, scale)
        return Score(value=mean, low=low, high=high, n=n, method=_mean_method(scale, n))
    if positive is None or negative is None:
        raise BlueprintError(Phrase.of("both cut points are needed: positive and negative"))
    _apart(positive, negative, scale)
    good = sum(times for answer, times in told.items() if positive[0] <= answer <= positive[1])
    bad = sum(times for answer, times in told.items() if negative[0] <= answer <= negative[1])
    value = 100 * (part("positive", good, n) - bad) / n
    low, high = widest(value, n, (-100, 100))
    cuts = "positive {a} to {b}, negative {c} to {d}"
    a, b, c, d = map(number_in_full, (*positive, *negative))
    said = Phrase.of(cuts, a=a, b=b, c=c, d=d)
    method = _net_method(
        "NEV (one question)", Phrase.of("100 × (positive − negative) / n"), n, said
    )
    return Score(value=value, low=low, high=high, n=n, method=method)


def nev_variant(
    scale: tuple[float, float] | None,
    positive: tuple[float, float] | None,
    negative: tuple[float, float] | None,
) -> Phrase:
    """Return which of the measures called NEV a metric with such figures is.

    Args:
        scale: Its lowest and highest answer.
        positive: From which to which answer counts as positive.
        negative: From which to which counts as negative.

    Examples:
        >>> str(nev_variant((1, 10), (8, 10), (1, 4)))
        'NEV of one question, 8 to 10 less 1 to 4'
        >>> str(nev_variant((1, 10), None, None)), str(nev_variant(None, None, None))
        ('NEV question, mean only', 'NEV, nobody says which of the three')
    """
    if positive is not None and negative is not None:
        said = "NEV of one question, {a} to {b} less {c} to {d}"
        a, b, c, d = map(number_in_full, (*positive, *negative))
        return Phrase.of(said, a=a, b=b, c=c, d=d)
    if scale is not None:
        return Phrase.of("NEV question, mean only")
    return Phrase.of("NEV, nobody says which of the three")


def _apart(positive: tuple[int, int], negative: tuple[int, int], scale: tuple[int, int]) -> None:
    for name, (start, end) in (("positive", positive), ("negative", negative)):
        figure(name, start, scale)
        figure(name, end, scale)
        if start > end:
            said = "{what} runs from {start} to {end}: write the lower end first"
            raise BlueprintError(Phrase.of(said, what=name, start=start, end=end))
    if positive[0] <= negative[1] and negative[0] <= positive[1]:
        raise BlueprintError(Phrase.of("what counts as positive and as negative overlaps"))


def _scale_told(low: float, high: float) -> Phrase:
    return Phrase.of("{low} to {high}", low=number_in_full(low), high=number_in_full(high))


def _net_method(name: str, formula: Phrase, n: int, base: Phrase) -> Method:
    return Method(
        name=name,
        source=Phrase.of("net share; interval: the widest that figure and n allow"),
        formula=formula,
        scale=Phrase.of("per 100 answers, −100 to 100"),
        direction=Phrase.of("higher is better"),
        n=n,
        assumptions=(base, Phrase.of("those who answered stand for all customers")),
        cannot_tell=(Phrase.of("how strongly anything was felt"),),
    )


def _mean_method(scale: tuple[int, int], n: int) -> Method:
    return Method(
        name="NEV question, mean only",
        source=Phrase.of("mean answer; interval: the widest that figure and n allow"),
        formula=Phrase.of("Σ answers / n"),
        scale=_scale_told(*scale),
        direction=Phrase.of("higher is better"),
        n=n,
        assumptions=(Phrase.of("those who answered stand for all customers"),),
        cannot_tell=(Phrase.of("a net value: which answers count as positive is not given"),),
    )
