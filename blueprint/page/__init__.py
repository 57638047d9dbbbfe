"""The interactive page: one file with the drawing, everything behind it, and the reports."""

from blueprint.page.compose import Edition, page

__all__ = ["Edition", "page"]
