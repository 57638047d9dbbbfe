"""Cutting a scene into pages of paper."""
