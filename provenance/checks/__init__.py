"""One module a finding: its code, its explanation, its check."""
