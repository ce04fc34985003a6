"""The pages on which two that are the same are merged, and taken apart again."""
