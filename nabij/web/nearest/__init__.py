"""The screen of nearest help: a question, the ladder, and asking in one step."""
