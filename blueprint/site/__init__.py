"""The static site of a workspace: an index, a page and a drawing per blueprint, a report per change."""

from blueprint.site.build import site_of

__all__ = ["site_of"]
