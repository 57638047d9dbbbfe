"""The themes: one a file, and the table of them."""
