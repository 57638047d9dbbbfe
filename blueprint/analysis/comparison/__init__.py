"""Two states of a service side by side: what is new, gone, moved, and what got worse."""

from blueprint.analysis.comparison.comparing import compare
from blueprint.analysis.comparison.lives import compare_personas
from blueprint.analysis.comparison.results import Comparison

__all__ = ["Comparison", "compare", "compare_personas"]
