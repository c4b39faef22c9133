"""The folder on disk: settings, sources, claims, edits. Only edits and reports write."""
