"""Who can help: the nearest help to a question. Asks, offers and matches join here later."""
