"""What must hold before a blueprint can be used: names that mean something, ids that differ."""

from blueprint.integrity.change_names import change_defects
from blueprint.integrity.lanes import LaneInfo, lanes_of
from blueprint.integrity.referring import Reference, Wanted, catalog_references, references
from blueprint.integrity.scales import scales_of
from blueprint.integrity.scope import Scope, alone, slug_of
from blueprint.integrity.soundness import Defect, catalog_defects, defects, sound

__all__ = [
    "Defect",
    "LaneInfo",
    "Reference",
    "Scope",
    "Wanted",
    "alone",
    "catalog_defects",
    "catalog_references",
    "change_defects",
    "defects",
    "lanes_of",
    "references",
    "scales_of",
    "slug_of",
    "sound",
]
