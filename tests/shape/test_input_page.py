"""docs/input.md says what the code holds: its limits, its bounds on files and every constraint of the database."""

import importlib
import re
from collections.abc import Iterator
from typing import Any

from django import forms
from django.apps import apps
from django.conf import settings
from django.db import models

from nabij.base import sheets
from nabij.directory.hsds import sources
from nabij.directory.lists import grids, workbook
from nabij.moments import cleaning
from nabij.people import outlines
from nabij.web.limits import LIMITS
from nabij.web.lists import carried
from tests.shape.house import NABIJ, ROOT, short, table

PAGE = ROOT / "docs" / "input.md"
MEGABYTE = 1_000_000
# Fields of allauth: what is bounded by something else than the form.
BOUNDED_ELSEWHERE = {
    "CodeForm.code": "compared, and kept nowhere",
    "StepForm.code": "compared, and kept nowhere",
    "AgainForm.code": "compared, and kept nowhere",
    "AppForm.code": "compared, and kept nowhere",
    "MemoryForm.vraag": "kept nowhere; the search says in a sentence what is too long",
}


def test_each_limit_stands_there_as_it_is() -> None:
    said = {
        row[0].strip("`"): (int(row[1]), int(row[2])) for row in table(PAGE) if len(row) == 4 and row[1].isdecimal()
    }
    assert said == {one.name: (one.most, one.seconds) for one in LIMITS}


def test_the_sizes_of_files_are_those_of_the_code() -> None:
    said = {row[0].strip("`"): row[2] for row in table(PAGE) if row[0].startswith(("`import", "`restore"))}
    each, document, together, files, swollen = map(int, re.findall(r"\d+", said["import hsds"]))
    assert each * sources.MEGABYTE == sources.LARGEST_FILE
    assert document * sources.MEGABYTE == sources.LARGEST_JSON
    assert together * sources.MEGABYTE == sources.LARGEST_TOGETHER
    assert (files, swollen) == (sources.MOST_FILES, sources.SWOLLEN)
    list_, rows, columns, signs, unpacked, packed = (
        int(one.replace(",", "")) for one in re.findall(r"\d[\d,]*", said["import listings"])
    )
    assert (list_ * sources.MEGABYTE, rows, columns) == (grids.LARGEST, grids.MOST_ROWS, grids.MOST_COLUMNS)
    assert (signs, unpacked * sources.MEGABYTE) == (grids.LONGEST_CELL, workbook.LARGEST_INSIDE)
    assert packed == workbook.SWOLLEN
    assert said["import people"] == f"{sheets.LONGEST // MEGABYTE} MB"
    assert said["import neighbourhoods"] == f"{outlines.LARGEST // MEGABYTE} MB"


def test_two_pages_take_a_file_as_they_say() -> None:
    taking = [
        form.__qualname__
        for form in all_forms()
        for one in form.base_fields.values()
        if isinstance(one, forms.FileField)
    ]
    assert sorted(taking) == ["AttachmentForm", "ListForm"]
    picture, list_ = (
        next(row for row in table(PAGE) if row[0].startswith(what)) for what in ("a picture or paper", "a list for the")
    )
    assert picture[2].startswith(f"{cleaning.LARGEST // MEGABYTE} MB")
    most, rows, signs = (int(one.replace(",", "")) for one in re.findall(r"\d[\d,]*", list_[2]))
    assert (most, rows, signs) == (settings.NABIJ_UPLOAD_MEGABYTES, carried.MOST_ROWS, carried.LARGEST)
    assert signs < settings.DATA_UPLOAD_MAX_MEMORY_SIZE
    assert [short(path) for path in NABIJ.rglob("*.html") if 'type="file"' in path.read_text()] == []


def test_every_constraint_of_the_database_stands_there_once() -> None:
    ours = [model for model in apps.get_models() if model.__module__.startswith("nabij.")]
    held = [one.name for model in ours for one in model._meta.constraints if isinstance(one, models.CheckConstraint)]
    section = PAGE.read_text().split("## Things together")[1].split("## ")[0]
    assert len(held) > 40
    assert sorted(re.findall(r"`(\w+)`", section)) == sorted(held)


def all_forms() -> Iterator[type[Any]]:
    for path in (NABIJ / "web").rglob("*.py"):
        importlib.import_module(short(path).removesuffix(".py").replace("/", "."))
    waiting: list[type[Any]] = [forms.BaseForm]
    while waiting:
        form = waiting.pop()
        waiting += form.__subclasses__()
        if form.__module__.startswith("nabij.") and hasattr(form, "base_fields"):
            yield form


def test_every_field_of_a_form_is_bounded() -> None:
    """Text by its length, numbers by their range: what has no bound reaches a column that has one as an error."""
    endless, seen, used = [], 0, set()
    for form in all_forms():
        for name, one in form.base_fields.items():
            seen += 1
            text = (
                type(one) in (forms.CharField, forms.EmailField, forms.URLField, forms.SlugField)
                and one.max_length is None
            )
            number = isinstance(one, forms.IntegerField) and (one.max_value is None or one.min_value is None)
            if (text or number) and f"{form.__qualname__}.{name}" in BOUNDED_ELSEWHERE:
                used.add(f"{form.__qualname__}.{name}")
            elif text or number:
                endless.append(f"{form.__module__}.{form.__qualname__}.{name}")
    assert seen > 50
    assert endless == []
    assert used == set(BOUNDED_ELSEWHERE), "what gives way still needs to"
