"""Weighing on the screen: how people look at it, what each chose, and who thinks otherwise."""
