"""The nouns: frozen values that every other package makes, reads or shows."""
