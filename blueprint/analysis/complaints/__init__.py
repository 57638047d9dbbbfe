"""Complaints: how many are never heard, where they go, and what happens to them."""
