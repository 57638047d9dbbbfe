"""Which systems the work needs, how often people switch between them, and what is typed again."""
