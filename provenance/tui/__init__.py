"""The board: a terminal interface that draws a Dossier and computes nothing."""
