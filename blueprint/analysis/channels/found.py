"""All that is found on channels in one graph."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from blueprint.analysis.channels.moving import Move, Moving
from blueprint.analysis.channels.offered import CHOICES, Choice, Preference, Touchpoint


@dataclass(frozen=True, slots=True, kw_only=True)
class Channels:
    """All that is found.

    Attributes:
        touchpoints: The touchpoints, with the channels each offers.
        likes: The personas of each blueprint, with the channels they prefer.
        moving: Where customers change channels, and what they are asked again, by journey.
        by_home: The touchpoints by the graph id of their blueprint.
        defined: How many channels are defined.
        unused: Those through which nothing goes.
    """

    touchpoints: tuple[Touchpoint, ...]
    likes: tuple[Preference, ...]
    moving: tuple[Moving, ...]
    by_home: Mapping[str, Sequence[Touchpoint]]
    defined: int
    unused: tuple[int, ...]

    @property
    def moves(self) -> tuple[Move, ...]:
        """All ways on which the channel changes."""
        return tuple(move for own in self.moving for move in own.moves)

    def of(self, like: Preference) -> Sequence[Touchpoint]:
        """Return the touchpoints of the blueprint that serves a persona."""
        return self.by_home.get(like.blueprint, ())

    def choices(self, like: Preference) -> Mapping[Choice, int]:
        """Return at how many touchpoints a persona finds what."""
        found = dict.fromkeys(CHOICES, 0)
        for channels, n in Counter(t.channels for t in self.of(like)).items():
            found[like.choice(channels)] += n
        return found
