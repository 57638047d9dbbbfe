"""Which departments, personas or other labels each node reaches, for all nodes at once."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from typing import overload

from blueprint.analysis.spread.asked import NO_LABEL, no_such_label, one_each
from blueprint.analysis.spread.components import components
from blueprint.analysis.spread.engines import ONE_PASS, Engine, is_fast
from blueprint.graph import Network

WORD_BYTES = 8
WORD = 64


@dataclass(frozen=True, slots=True)
class LabelSets(Sequence[int]):
    """Per node a set of labels, as the bits of one number: label 0 is the last bit.

    Attributes:
        words: The bits, side by side; every node has as many words as the others.
        width: How many words of 64 bits a node has.
    """

    words: array[int]
    width: int

    def __len__(self) -> int:
        return len(self.words) // self.width

    @overload
    def __getitem__(self, node: int) -> int: ...
    @overload
    def __getitem__(self, node: slice) -> list[int]: ...
    def __getitem__(self, node: int | slice) -> int | list[int]:
        if isinstance(node, slice):
            return [self[n] for n in range(*node.indices(len(self)))]
        if not -len(self) <= node < len(self):
            raise IndexError(node)
        begin = (node % len(self)) * self.width
        found = 0
        for word in reversed(self.words[begin : begin + self.width]):
            found = found << WORD | word
        return found

    def labels(self, node: int) -> tuple[int, ...]:
        """Return the labels a node reaches, in order."""
        bits, found = self[node], []
        while bits:
            lowest = bits & -bits
            found.append(lowest.bit_length() - 1)
            bits ^= lowest
        return tuple(found)


def labels_reached(
    network: Network, labels: Sequence[int], count: int, *, engine: Engine = "auto"
) -> LabelSets:
    """Return, for every node, which labels the nodes it reaches bear.

    A node's own label is among them only if it reaches another node that bears it: the set of
    a node is that of the labels in ``reach(network, [node])``.

    Args:
        network: What carries the change.
        labels: Per node its label, 0 to ``count - 1``; below 0 it has none.
        count: How many labels there are.
        engine: Which engine computes.

    Raises:
        BlueprintError: There is not one label for each node, or one that is not there.

    Examples:
        >>> network = Network.of_arrays(4, [0, 1, 2, 2], [1, 2, 1, 3])
        >>> found = labels_reached(network, [0, 1, 1, 2], 3)
        >>> [found.labels(node) for node in range(4)], found[0]
        ([(1, 2), (1, 2), (1, 2), ()], 6)
    """
    one_each(network, labels)
    width = max(1, -(-count // WORD))
    if is_fast(engine, network, least=ONE_PASS):
        from blueprint.analysis.spread.fast.labelling import labels_reached_fast

        return LabelSets(labels_reached_fast(network, labels, count, width), width)
    if max(labels, default=NO_LABEL) >= count:
        raise no_such_label(max(labels), count)
    words = array("Q")
    words.frombytes(
        b"".join(bits.to_bytes(width * WORD_BYTES, "little") for bits in _plain(network, labels))
    )
    return LabelSets(words, width)


def _plain(network: Network, labels: Sequence[int]) -> list[int]:
    parts = components(network, engine="plain")
    own = [1 << label if label >= 0 else 0 for label in labels]
    once, more = [0] * parts.count, [0] * parts.count
    for number, bit in zip(parts.numbers, own, strict=True):
        more[number] |= once[number] & bit
        once[number] |= bit
    ahead = [0] * parts.count
    for number, sources in enumerate(parts.predecessors(network)):
        met = ahead[number] | once[number]
        for source in sources:
            ahead[source] |= met
    return [
        ahead[number] | more[number] | (once[number] & ~bit)
        for number, bit in zip(parts.numbers, own, strict=True)
    ]
