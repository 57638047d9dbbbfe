"""Promises: whether they are kept, what would break them, and whom a change must be told to."""
