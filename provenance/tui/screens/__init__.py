"""The screens: each gets a dossier, draws it, and computes no verdict."""
