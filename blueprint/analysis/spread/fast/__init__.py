"""Compiled twins of the measures beside this room: the extra ``fast``, same results."""
