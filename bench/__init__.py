"""Figures, side by side in one run, never in a timed test: `python -m bench.pages` makes a town and walks its pages."""
