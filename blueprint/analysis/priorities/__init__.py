"""Where to act first: importance and performance, gaps, opportunities, and causes of discontent."""
