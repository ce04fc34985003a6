"""The pages of leaving: what one carries, who takes it over, and going."""
