"""Putting on another hat, in one tap from any page."""
