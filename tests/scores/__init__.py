"""Scores against published figures, and against what must hold for all of them."""
