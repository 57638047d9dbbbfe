"""The command ``blueprint``: one command a file; each parses, calls the library and prints."""

from blueprint.cli.app import main

__all__ = ["main"]
