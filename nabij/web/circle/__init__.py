"""A circle on the screen: who reads in it and from when, who is asked in, how one leaves, and smaller circles."""
