"""The safe way for a worry: one button to a professional who answers; and the page about the meldcode."""
