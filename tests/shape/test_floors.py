"""Rooms stand on floors: imports look down (import-linter holds that), and so do foreign keys."""

from typing import cast

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db.models import Model

from tests.shape.house import NABIJ, ROOT, floors, pyproject


def our_relations() -> list[tuple[str, str, str]]:
    return [
        (model._meta.app_label, target._meta.app_label, f"{model._meta.label}.{field.name}")
        for model in apps.get_models(include_auto_created=True)
        if model.__module__.startswith("nabij.")
        for field in model._meta.get_fields()
        if field.is_relation and not field.auto_created
        for target in [cast(type[Model], field.related_model)]
        if target
    ]


def test_foreign_keys_point_down() -> None:
    wrong = [
        name
        for room, target, name in our_relations()
        if target in floors() and target != room and floors()[target] >= floors()[room]
    ]
    assert wrong == []


def test_there_are_foreign_keys_to_look_at() -> None:
    assert len(our_relations()) > 10


def test_nothing_points_at_anything_whatever() -> None:
    """A key to a content type is the half of a generic foreign key."""
    assert [name for model in our_models() for name in generic(model)] == []


def test_every_room_in_the_code_has_a_floor() -> None:
    rooms = {
        path.stem for path in NABIJ.iterdir() if (path.is_dir() and any(path.glob("*.py"))) or path.suffix == ".py"
    }
    assert rooms - {"__init__", "__main__"} <= set(floors())


def test_the_contract_is_exhaustive_and_names_every_room_of_the_house() -> None:
    contract = pyproject()["tool"]["importlinter"]["contracts"][0]
    assert contract["type"] == "layers"
    assert contract["exhaustive"] is True
    house = (ROOT / "docs" / "house.md").read_text()
    assert [room for room in floors() if f"`{room}`" not in house] == []


def our_models() -> list[type]:
    return [model for model in apps.get_models() if model.__module__.startswith("nabij.")]


def generic(model: type) -> list[str]:
    fields = model._meta.get_fields()  # type: ignore[attr-defined]
    return [f"{model.__name__}.{field.name}" for field in fields if field.related_model is ContentType]
