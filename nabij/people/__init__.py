"""Who: persons, the hats they wear, groups, households, neighbourhoods and places.

A person may exist without a login, or only as "known as" ("buurman met de hond"). Formality belongs to a hat in a
moment, never to a person. This room knows no rules: `trust` guards its tables too.
"""
