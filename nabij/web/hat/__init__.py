"""A hat on the screen: its mandate, and putting it on in one tap from any page."""
