"""Pictures and papers with a moment: putting them there, and opening them."""
