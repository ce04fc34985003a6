"""Letters to people: mail that says what is asked, and links through which somebody without a login answers.

A verb writes a letter in its own transaction; the worker sends it. No letter's subject tells what was confided.
"""
