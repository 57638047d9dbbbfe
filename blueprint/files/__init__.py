"""Files in and out: reading, writing, workspaces and changes."""

from blueprint.files.document import Document
from blueprint.files.read import load, read, refuse
from blueprint.files.workspace import Workspace, load_workspace, read_workspace
from blueprint.files.write import dump

__all__ = [
    "Document",
    "Workspace",
    "dump",
    "load",
    "load_workspace",
    "read",
    "read_workspace",
    "refuse",
]
