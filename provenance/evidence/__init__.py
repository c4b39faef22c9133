"""What a passage says on a claim: values, dates, numbers, search."""
