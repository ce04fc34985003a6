"""Neighbours put what they do on the social map themselves, and keep it; who coordinates there says yes once."""
