"""How near people were in a story: five forms, month by month."""
