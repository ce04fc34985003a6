"""Every field says how private it is, exactly once."""

from collections import Counter
from typing import cast

from django.apps import apps
from django.db.models import Model

from nabij.base.privacy import Keep, Privacy


class Declared(Model):
    """What the tests read of a model of ours."""

    privacy: Privacy

    class Meta:
        abstract = True


def our_models() -> list[type[Declared]]:
    """Every model of ours; a table that a many-to-many field would make by itself has no place to say anything."""
    models = apps.get_models(include_auto_created=True)
    return [cast(type[Declared], model) for model in models if model.__module__.startswith("nabij.")]


def test_every_table_says_how_long_it_is_kept() -> None:
    silent = [model._meta.label for model in our_models() if not isinstance(model.__dict__.get("privacy"), Privacy)]
    assert silent == []


def test_every_field_is_declared_once() -> None:
    wrong = {}
    for model in our_models():
        fields = Counter(field.name for field in model._meta.concrete_fields)
        declared = Counter(model.privacy.declared())
        if fields != declared:
            wrong[model._meta.label] = {"silent": fields - declared, "too much": declared - fields}
    assert wrong == {}


def test_no_table_is_made_behind_a_field() -> None:
    assert [model._meta.label for model in our_models() if model._meta.auto_created] == []


def test_what_is_about_somebody_is_not_kept_for_ever() -> None:
    """Public things (groups, places) stay; a row with personal fields has an end."""
    forever = [
        model._meta.label
        for model in our_models()
        if model.privacy.keep is Keep.FOREVER and (model.privacy.personal or model.privacy.sensitive)
    ]
    assert forever == []
