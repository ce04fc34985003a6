"""Log-in by a code in the mail; new accounts come by invitation, never by signing up."""
