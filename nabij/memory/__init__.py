"""What stays of people, and what goes: everything that is known about somebody, as their own, and forgetting it.

It stands above the rooms whose things are told here. It has no tables and never decides who may see something: it reads
as whoever acts. Search, handover and absence come to live here too.
"""
