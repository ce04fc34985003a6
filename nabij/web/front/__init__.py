"""The front page for visitors; in a demo also the shoes one can step into, and the mail that was sent."""
