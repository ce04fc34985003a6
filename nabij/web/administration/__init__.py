"""Administration on the screen: log-ins, hats, groups and settings, and nothing of what people wrote."""
