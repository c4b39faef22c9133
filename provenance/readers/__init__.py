"""A file on disk to a Document, one module a format."""
