"""Where time goes: what was promised, what it takes, what it feels like, and who waits."""
