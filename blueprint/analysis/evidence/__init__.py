"""Evidence from research: how sure each claim is, and what to observe next."""
