"""The pages of being away: from until, and who stands in."""
