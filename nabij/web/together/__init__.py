"""Looking together at a story: asking one from the other world to look along, and answering that."""
