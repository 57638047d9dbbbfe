"""What changed between two blueprints or two workspaces, told by id, field by field."""

from blueprint.analysis.difference.comparing import between, difference
from blueprint.analysis.difference.results import Changed, Difference, FieldChange

__all__ = ["Changed", "Difference", "FieldChange", "between", "difference"]
