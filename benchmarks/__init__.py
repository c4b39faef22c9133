"""Measurements against other tools. Nothing in the program imports this."""
