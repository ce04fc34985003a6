"""Lists people already have, on the screen: what a coordinator brings in, and what stands on the map twice."""
