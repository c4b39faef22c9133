"""The commands. Thin: each reads options, calls run, and hands the result to a renderer."""
