"""How a change spreads over numbered nodes: one measure a file, on networks alone."""
