"""Plain arithmetic: rows in, numbers out, each with its doubt. Knows neither Django nor Nabij."""
