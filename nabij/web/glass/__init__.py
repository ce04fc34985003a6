"""Breaking the glass on the screen: seeking in danger, reading for 24 hours, watching over it."""
