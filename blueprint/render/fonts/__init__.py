"""The fonts that PNG and PDF are drawn with, and what to do where they have no sign."""
