"""Introducing people: proposing it, answering, meeting, writing each other, and saying how it went."""
