"""Who is longer silent than usual: a page for oneself alone, and what one does about it."""
