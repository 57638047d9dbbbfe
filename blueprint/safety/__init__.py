"""What keeps files from strangers and pages for strangers harmless, one small module each."""
