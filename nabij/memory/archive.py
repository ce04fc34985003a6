"""Somebody's own copy as one ZIP: to read (HTML), for a program (JSON), for a sheet (CSV with a Table Schema)."""

import io
import json
import zipfile
from collections.abc import Iterator
from typing import Any

from defusedcsv import csv
from django.db import models
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from nabij.base.privacy import Privacy
from nabij.memory.captions import caption
from nabij.memory.own_data import OwnData, Table
from nabij.memory.readable import page
from nabij.moments.models import Attachment

FORMAT = "nabij/own-data/1"


def archive(data: OwnData, *, installation: str) -> bytes:
    """The whole ZIP, in memory: made while it is asked for, and kept nowhere."""
    whole = io.BytesIO()
    made = localtime(data.at)
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as bundle:
        for name, text in files(data, installation=installation):
            entry = zipfile.ZipInfo(name, date_time=made.timetuple()[:6])
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            bundle.writestr(entry, text)
    return whole.getvalue()


def files(data: OwnData, *, installation: str) -> Iterator[tuple[str, str | bytes]]:
    filled = [table for table in data.tables if table.rows]
    yield "LEESMIJ.txt", readme(data, filled, installation=installation)
    yield "index.html", page(data, installation=installation)
    yield "gegevens.json", json.dumps(document(data, installation=installation), ensure_ascii=False, indent=1)
    yield "datapackage.json", json.dumps(package(data, filled), ensure_ascii=False, indent=1)
    for table in filled:
        yield f"csv/{table.part.key}.csv", sheet(table)
        if table.part.model is Attachment:
            yield from attachments(table)


def attachments(table: Table) -> Iterator[tuple[str, bytes]]:
    """Each picture and paper under the key it has in the sheet."""
    for one in Attachment.objects.filter(id__in=[row["id"] for row in table.rows]).order_by("id"):
        yield f"bijlagen/{one.id}.{one.kind}", Attachment.objects.content_of(one.id)


def document(data: OwnData, *, installation: str) -> dict[str, Any]:
    """One document: every kind by its key, with why it is kept, and its rows."""
    return {
        "format": FORMAT,
        "installation": installation,
        "person": data.person.called,
        "made_at": localtime(data.at).isoformat(timespec="seconds"),
        "kinds": {
            table.part.key: {
                "title": str(table.part.title),
                "written_by": str(table.part.said_by),
                "purpose": str(table.part.why),
                "ground": str(table.part.ground),
                "kept": str(table.part.keep),
                "rows": table.rows,
            }
            for table in data.tables
        },
    }


def sheet(table: Table) -> str:
    """A table as CSV that no spreadsheet takes for a sum."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(table.columns)
    writer.writerows([cell(row[name]) for name in table.columns] for row in table.rows)
    return text.getvalue()


def cell(value: Any) -> Any:
    """A value as it stands in one cell; what begins with white space is kept from being taken for a sum as well."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list | dict):
        return json.dumps(value, ensure_ascii=False) if value else ""
    if isinstance(value, str) and value[:1].isspace():
        return f"'{value}"
    return value


TYPES: tuple[tuple[type[models.Field], str], ...] = (
    (models.BooleanField, "boolean"),
    (models.DateTimeField, "datetime"),
    (models.DateField, "date"),
    (models.TimeField, "time"),
    (models.IntegerField, "integer"),
)


def package(data: OwnData, tables: list[Table]) -> dict[str, Any]:
    """The frictionless Data Package: which sheet holds what, and what each column means."""
    return {
        "profile": "tabular-data-package",
        "name": "mijn-gegevens",
        "title": _("Alles wat er over je staat"),
        "created": localtime(data.at).isoformat(timespec="seconds"),
        "resources": [
            {
                "profile": "tabular-data-resource",
                "name": table.part.key,
                "title": str(table.part.title),
                "path": f"csv/{table.part.key}.csv",
                "format": "csv",
                "mediatype": "text/csv",
                "encoding": "utf-8",
                "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "quoteChar": '"', "header": True},
                "schema": {"fields": [column(table, name) for name in table.columns], "missingValues": [""]},
            }
            for table in tables
        ],
    }


def column(table: Table, name: str) -> dict[str, Any]:
    model = table.part.model
    field = model._meta.get_field(name)
    privacy: Privacy = model.privacy  # type: ignore[attr-defined]
    kind = next((said for of, said in TYPES if isinstance(field, of)), "string")
    if isinstance(field, models.DateTimeField):
        return {
            "name": name,
            "title": caption(name),
            "type": "datetime",
            "format": "any",
            "privacy": privacy.class_of(name),
        }
    return {"name": name, "title": caption(name), "type": kind, "privacy": privacy.class_of(name)}


def readme(data: OwnData, tables: list[Table], *, installation: str) -> str:
    """What is in the ZIP and what is not, and what somebody may do about it; always in Dutch."""
    kinds = "\n".join(f"- csv/{table.part.key}.csv: {table.part.title} ({len(table.rows)})" for table in tables)
    said = (
        "ALLES WAT ER OVER JE STAAT\n\n"
        "Dit zijn de gegevens van %(name)s in %(installation)s, zoals ze er stonden op %(day)s.\n"
        "Bewaar dit goed: er staat in wat jij en anderen over je hebben toevertrouwd.\n\n"
        "WAT ER IN ZIT\n"
        "- index.html: om te lezen en te printen. Open het met je browser.\n"
        "- gegevens.json: hetzelfde voor een programma.\n"
        "- datapackage.json: wat elke kolom betekent (Frictionless Data Package).\n"
        "- bijlagen: de foto’s en papieren in jouw verhaal, als die er zijn.\n"
        "%(kinds)s\n\n"
        "WAT ER NIET IN ZIT\n"
        "- Namen van anderen, behalve van wie in jouw verhaal meeleest of jou schreef. Een ander heet naar zijn pet, "
        "of “iemand”. Een naam die alleen in een zin voorkomt, kan zijn blijven staan.\n"
        "- Wat jij schreef in het verhaal van een ander: dat gaat over die ander.\n"
        "- Wat anderen over je schreven in een kring waar jij niet in zit. Daar heb je ook recht op. Vraag het bij "
        "Mijn gegevens: iemand kijkt het na en antwoordt binnen een maand.\n\n"
        "WAT JE KUNT DOEN\n"
        "Klopt er iets niet, wil je iets beperken of laten wissen, of heb je bezwaar: het kan bij Mijn gegevens, "
        "of vraag het aan iemand die met je meeleest. Je krijgt binnen een maand antwoord. Ben je het niet eens met "
        "dat antwoord, dan kun je een klacht indienen bij de Autoriteit Persoonsgegevens.\n"
    )
    day = localtime(data.at).strftime("%d-%m-%Y, %H.%M")
    return said % {"name": data.person.called, "installation": installation, "day": day, "kinds": kinds}
