"""The logs at work: what is done with them each minute."""
