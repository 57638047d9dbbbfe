"""Where it can go wrong: how badly, whether it is mended, and what alone can stop it."""
