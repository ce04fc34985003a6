"""The example neighbourhood: twenty people, forty listings and half a year of what happened between them.

Everything here is invented, apart from the names and outlines of the neighbourhoods of Purmerend. The people and
their words stand as plain data in `data/` and `listings/`; they reach the database only through the verbs of the rooms
below, each time as the right person in the right hat.
"""
