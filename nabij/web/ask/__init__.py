"""What is asked in a neighbourhood, and its board."""
