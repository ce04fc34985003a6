"""Who could be asked for an ask ("wie past hierbij"): the short list, and saying what is not so."""
