"""A network's flat arrays from columns of arcs: in plain Python, or by numpy when there are many."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from importlib.util import find_spec
from itertools import chain, repeat
from typing import TYPE_CHECKING, Any, NamedTuple

from blueprint.errors import BlueprintError
from blueprint.words import Phrase

if TYPE_CHECKING:
    import numpy as np

WORTH_NUMPY = 20_000
"""From how many arcs on numpy sorts them, where it is installed; below, loading it costs more."""

NO_LINK = -1
"""The link of an arc that stands for none of a graph."""


class Grouped(NamedTuple):
    """Arcs side by side by the node they leave."""

    first: array[int]
    targets: array[int]
    likelihoods: array[float]
    impacts: array[float]
    links: array[int]


def grouped(
    size: int,
    ends: tuple[Sequence[int], Sequence[int]],
    strengths: tuple[Sequence[float], Sequence[float]],
    links: Sequence[int] | None,
) -> Grouped:
    """Return columns of arcs grouped by the node each leaves, in the order they were given.

    An arc with likelihood 0, and one from a node to itself, is left out.

    Args:
        size: How many nodes there are.
        ends: The nodes arcs go from, and those they go to.
        strengths: Their likelihoods and impacts.
        links: The links they stand for.
    """
    columns = (*ends, *strengths) if links is None else (*ends, *strengths, links)
    if len({len(column) for column in columns}) > 1:
        raise BlueprintError(Phrase.of("the columns of a network's arcs must be equally long"))
    if len(ends[0]) > WORTH_NUMPY and find_spec("numpy") is not None:
        return _by_numpy(size, ends, strengths, links)
    _checked(size, ends, strengths)
    return _plain(size, ends, strengths, links)


def leavings(first: Sequence[int]) -> array[int]:
    """Return the node each arc leaves, given the number of each node's first arc.

    Examples:
        >>> leavings([0, 2, 2, 3]).tolist()
        [0, 0, 2]
    """
    degrees = map(int.__sub__, first[1:], first)
    return array("i", chain.from_iterable(map(repeat, range(len(first) - 1), degrees)))


def _plain(
    size: int,
    ends: tuple[Sequence[int], Sequence[int]],
    strengths: tuple[Sequence[float], Sequence[float]],
    links: Sequence[int] | None,
) -> Grouped:
    leaving: list[list[tuple[int, float, float, int]]] = [[] for _ in range(size)]
    numbers: Iterable[int] = repeat(NO_LINK) if links is None else links
    for source, target, likelihood, impact, link in zip(*ends, *strengths, numbers, strict=False):
        if likelihood > 0 and source != target:
            leaving[source].append((target, likelihood, impact, link))
    first = array("q", [0])
    flat: list[tuple[int, float, float, int]] = []
    for own in leaving:
        flat += own
        first.append(len(flat))
    return Grouped(
        first,
        array("i", [arc[0] for arc in flat]),
        array("d", [arc[1] for arc in flat]),
        array("d", [arc[2] for arc in flat]),
        array("i", [arc[3] for arc in flat]),
    )


def _checked(
    size: int,
    ends: tuple[Sequence[int], Sequence[int]],
    strengths: tuple[Sequence[float], Sequence[float]],
) -> None:
    for column in filter(len, ends):
        if min(column) < 0 or max(column) >= size:
            raise _no_such_node(size)
    for values in strengths:
        if not all(0 <= value <= 1 for value in values):
            raise _no_share()


def _by_numpy(
    size: int,
    ends: tuple[Sequence[int], Sequence[int]],
    strengths: tuple[Sequence[float], Sequence[float]],
    links: Sequence[int] | None,
) -> Grouped:
    import numpy as np

    sources, targets = (np.asarray(column) for column in ends)
    likelihoods, impacts = (np.asarray(column, dtype=np.float64) for column in strengths)
    for column in (sources, targets):
        if column.min() < 0 or column.max() >= size:
            raise _no_such_node(size)
    for values in (likelihoods, impacts):
        if not (values.min() >= 0 and values.max() <= 1):
            raise _no_share()
    kept = np.flatnonzero((likelihoods > 0) & (sources != targets))
    leaving = sources[kept]
    if np.any(leaving[1:] < leaving[:-1]):
        kept = kept[np.argsort(leaving, kind="stable")]
        leaving = sources[kept]
    first = np.zeros(size + 1, np.int64)
    np.cumsum(np.bincount(leaving, minlength=size), out=first[1:])
    numbers = np.full(len(sources), NO_LINK) if links is None else np.asarray(links)
    return Grouped(
        _array("q", first),
        _array("i", targets[kept].astype(np.int32)),
        _array("d", likelihoods[kept]),
        _array("d", impacts[kept]),
        _array("i", numbers[kept].astype(np.int32)),
    )


def _array(code: str, values: np.ndarray[Any, Any]) -> array[Any]:
    """Return a flat array of the same bytes."""
    made: array[Any] = array(code)
    made.frombytes(values.tobytes())
    return made


def _no_such_node(size: int) -> BlueprintError:
    return BlueprintError(
        Phrase.of(
            "an arc leads to a node that is not there; they are numbered 0 to {last}", last=size - 1
        )
    )


def _no_share() -> BlueprintError:
    return BlueprintError(Phrase.of("a likelihood or an impact of an arc is outside 0 to 1"))
