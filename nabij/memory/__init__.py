"""What stays of people, and what goes: everything that is known about somebody, as their own, and forgetting it.

It stands above the rooms whose things are told here, and never decides who may see those: it reads as whoever acts. Its
own tables say who is away and who stands in.
"""
