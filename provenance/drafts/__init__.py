"""What a manuscript says, cites and quotes, held against the sources it rests on."""
