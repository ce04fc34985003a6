"""Words that templates use: `{% load nabij %}`."""
