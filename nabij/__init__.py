"""Nabij ("near") helps a neighbourhood help itself. The house and its floors: DESIGN in `docs/house.md`."""
