"""What I do: my stories, promises and time, what only I know about; and what a team carries, as counts."""
