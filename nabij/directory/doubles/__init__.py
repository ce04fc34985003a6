"""Listings that stand on the map twice: found with the reasons, and said to be one by a person.

`cards.py` and `likeness.py` are pure: they know neither the database nor the clock.
"""
