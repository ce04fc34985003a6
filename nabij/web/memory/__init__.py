"""Screens of memory: searching everything one may read, and what was learned and tried in a story."""
