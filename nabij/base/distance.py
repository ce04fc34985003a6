"""How far two points of the earth are from each other."""

from math import asin, cos, radians, sin, sqrt

EARTH = 6_371_000  # Metres from the middle.


def metres(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """Over the ground, as a bird flies; all four in degrees."""
    north, east = radians(other_lat - lat), radians(other_lon - lon)
    half = sin(north / 2) ** 2 + cos(radians(lat)) * cos(radians(other_lat)) * sin(east / 2) ** 2
    return 2 * EARTH * asin(sqrt(half))
