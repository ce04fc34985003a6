"""Households, children and stories between two people on the screen."""
