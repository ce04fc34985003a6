"""The public social map on the screen: searching it, and one listing whole."""
