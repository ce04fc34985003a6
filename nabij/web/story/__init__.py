"""Stories on the screen: the list, one story, its readers, the people around, promises, and the copy as text."""
