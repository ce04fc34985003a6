"""Everything that is known about me, who looked, and what I may do about it; and answering what others ask."""
