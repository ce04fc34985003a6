"""Answering a letter without an account, through the link in it."""
