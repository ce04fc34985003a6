"""The page behind the link in the mail to whoever does what stands on the map."""
