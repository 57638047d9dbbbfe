"""Files in and out: reading, writing, workspaces, changes and importers."""
