"""The customer's way through a blueprint: what follows what, how often, and the main path.

What every analysis of a journey takes for granted, so that all of them mean the same:

- Everybody comes in by the first step. A step that nothing leads to from there is visited by
  nobody on this way, however customers may come to it.
- What follows is what ``next`` names, else the next column. An empty ``next``, a ``null``, the
  last column and a step of another file lead out.
- Ways without a probability share equally what the others leave. Which steps that concerns is
  in `Journey.assumed`.
- Where probabilities do not add to 1, nobody can tell how often a step is visited:
  `Journey.doubtful` names the steps, and `visits` answers ``None``.
- Whether a way is taken does not depend on how one came (a Markov chain); loops are solved
  exactly, as a linear system.
"""

from blueprint.analysis.journey.following import main_path, main_steps
from blueprint.analysis.journey.through import Range, expected_sum, ranges, ways_through
from blueprint.analysis.journey.visiting import expected_visits, visits
from blueprint.analysis.journey.ways import Journey, Way, journey_of, journeys

__all__ = [
    "Journey",
    "Range",
    "Way",
    "expected_sum",
    "expected_visits",
    "journey_of",
    "journeys",
    "main_path",
    "main_steps",
    "ranges",
    "visits",
    "ways_through",
]
