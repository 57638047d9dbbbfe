"""Ripple: everything a change reaches, who must act, and who must be told."""

from blueprint.analysis.ripple.asking import ripple
from blueprint.analysis.ripple.results import RippleReport

__all__ = ["RippleReport", "ripple"]
