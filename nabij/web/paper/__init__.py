"""A story on paper: what goes on it is chosen first, on a sheet to take along or a card for who has no telephone."""
