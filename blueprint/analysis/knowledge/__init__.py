"""Knowledge: one answer across channels, stale and doubted articles, and what they deflect."""
