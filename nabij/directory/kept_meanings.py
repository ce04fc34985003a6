"""Comparing meanings in memory, for a database without pgvector: all directions at once, kept until they change."""

from uuid import UUID

import numpy as np
from django.db.models import Count, Max

from nabij.directory.models import ServiceMeaning

_kept: dict[str, tuple[object, list[UUID], np.ndarray]] = {}
NEAREST = 400


def closest(direction: list[float]) -> dict[UUID, float]:
    """The services nearest in meaning, with how far: 0 is the same."""
    services, directions = _all()
    if not services:
        return {}
    far = 1 - directions @ np.asarray(direction, dtype=np.float32)
    return {services[at]: float(far[at]) for at in np.argsort(far)[:NEAREST]}


def _all() -> tuple[list[UUID], np.ndarray]:
    state = ServiceMeaning.objects.aggregate(count=Count("pk"), last=Max("made_at"))
    if "all" not in _kept or _kept["all"][0] != state:
        rows = list(ServiceMeaning.objects.values_list("service_id", "meaning"))
        directions = np.asarray([meaning for _service, meaning in rows], dtype=np.float32)
        _kept["all"] = state, [service for service, _meaning in rows], directions
    return _kept["all"][1], _kept["all"][2]
