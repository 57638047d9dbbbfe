"""Foundations: what a moment of truth rests on, how strongly, and what alone can stop it."""
