"""One format a file: a scene or a view in, text or bytes out."""
