"""The calendar feed: what one's own calendar reads by a secret address, and the page where that is made and stopped."""
