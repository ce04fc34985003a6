"""The map of who stands around somebody: drawn together, moved, and held beside how it was."""
