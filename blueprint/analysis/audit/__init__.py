"""Whether it is a real blueprint: what stands beneath each customer action, counted."""
