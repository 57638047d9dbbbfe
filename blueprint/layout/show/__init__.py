"""From a blueprint to what one picture shows of it: one kind of thing a file."""

from blueprint.layout.show.whole import view_of

__all__ = ["view_of"]
