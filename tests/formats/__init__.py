"""Formats of the drawing that other programs open."""
