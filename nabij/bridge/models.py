"""Kinds of help, with the rung a question of that kind usually starts on."""
