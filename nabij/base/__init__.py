"""The ground floor: keys, how a table says who guards it, how a field says how private it is. Knows nobody."""
