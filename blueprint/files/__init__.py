"""Files in and out: reading, writing, workspaces and changes."""

from blueprint.files.document import Document
from blueprint.files.reading import load, load_change, read, read_text, refuse
from blueprint.files.workspace import Workspace, load_workspace, read_workspace
from blueprint.files.writing import dump

__all__ = [
    "Document",
    "Workspace",
    "dump",
    "load",
    "load_change",
    "load_workspace",
    "read",
    "read_text",
    "read_workspace",
    "refuse",
]
