"""The interactive page: one file with the drawing, everything behind it, and the reports."""

from blueprint.page.compose import page

__all__ = ["page"]
