"""Who and where on the screen: a person, a group, a neighbourhood, and who looked at what is about me."""
