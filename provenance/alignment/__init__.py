"""The difflib core: fold, tokens, seeds, chains, locate. Nothing else compares texts."""
