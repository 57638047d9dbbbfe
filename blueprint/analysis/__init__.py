"""Questions to blueprints: one analysis a file, frozen values in, a report out."""
