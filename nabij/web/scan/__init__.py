"""Who helps in a story: counted on a day, last time beside today."""
