"""The exit codes of every command. Bad input outranks findings."""

CLEAN = 0
FINDINGS = 1
BAD_INPUT = 2
OUR_BUG = 70
STOPPED = 130
"""As a shell has it for a command ended from the keyboard."""

OUR_BUG_IN_WORDS = (
    "This is a mistake in provenance, not in your files. Nothing of yours was changed."
)
