"""Files that were read before, kept so that a large workspace is there at once."""

from blueprint.files.cache.freezing import frozen, thawed
from blueprint.files.cache.keeper import Keeper
from blueprint.files.cache.pack import Entry

__all__ = ["Entry", "Keeper", "frozen", "thawed"]
