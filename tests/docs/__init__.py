"""Everything the documentation shows is run, read or looked up here."""
