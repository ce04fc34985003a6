"""A neighbourhood: who and what is there, and what it chose for itself."""
