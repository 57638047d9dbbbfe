"""Accelerators and inhibitors on the journey, and the loops of measuring and changing."""
