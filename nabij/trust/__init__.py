"""Who may see what, and why.

Circles (who reads together), purposes, the log of changes (trace) and of reads (look), and the words in SQL of which
every policy is made. `acting_as` is the one door to the database: the actor is sealed, so that no SQL can become
somebody else. This room never decides what is right; it says who may see it.
"""
