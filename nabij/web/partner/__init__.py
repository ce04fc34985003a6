"""Two who work together and spoke less than usual: an invitation for them alone, and what they write each other."""
