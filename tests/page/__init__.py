"""Tests of the interactive page, most of them in a real browser."""
