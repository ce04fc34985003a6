"""How near are we: measures, reports, and files in with numbers out. Its words: quickscan, proximity, silence, mirror.

`measures/` holds plain arithmetic that knows neither Django nor Nabij. The room writes nothing, and marks nobody.
"""
