"""Today: one box to note what happened, what I promised, what I come back to, and what happened around me."""
