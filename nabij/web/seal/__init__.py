"""Sealed notes on the screen: written, kept by two, looked at again."""
