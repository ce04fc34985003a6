"""`nabij export processing`: the register of processing as a file."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any

import typer
from defusedcsv import csv

from nabij.trust.acting import NOBODY, acting_as
from nabij.trust.purposes import Purpose
from nabij.trust.register import Register, Table, register

CANNOT_BE_USED = 2
COLUMNS = ("kind", "name", "says", "ground", "law", "special", "keep", "recipients", "people", "data", "state")


def processing(out: Annotated[Path, typer.Argument(help="OUT.csv, OUT.json or OUT.md.")]) -> None:
    """Write the register of processing: purposes, and every table with its fields, their classes and their term."""
    writers = {".csv": as_csv, ".json": as_json, ".md": as_markdown}
    if out.suffix not in writers:
        sys.stderr.write("nabij: Kies een bestand dat eindigt op .csv, .json of .md.\n")
        raise typer.Exit(CANNOT_BE_USED)
    with acting_as(NOBODY):
        made = register()
    try:
        writers[out.suffix](made, out)
    except OSError as problem:
        sys.stderr.write(f"nabij: {out}: {problem.strerror}\n")
        raise typer.Exit(CANNOT_BE_USED) from problem
    typer.echo(f"{out}: {len(made.purposes)} redenen, {len(made.tables)} tabellen.")


def of_purpose(one: Purpose) -> dict[str, Any]:
    return {
        "kind": "purpose",
        "name": one.key,
        "says": one.sentence,
        "ground": str(one.get_ground_display()),
        "law": one.law,
        "special": str(one.get_special_display()),
        "keep": f"{one.keep_months} maanden {one.get_counts_from_display()}",
        "recipients": one.recipients,
        "people": one.people,
        "data": one.data,
        "state": "in use" if one.enabled else "not in use",
    }


def of_table(one: Table) -> dict[str, Any]:
    classes = (("plain", one.plain), ("personal", one.personal), ("sensitive", one.sensitive))
    fields = "; ".join(f"{name}: {' '.join(fields)}" for name, fields in classes if fields)
    return {"kind": "table", "name": one.name, "says": one.word, "keep": str(one.keep), "data": fields}


def rows(made: Register) -> Iterator[dict[str, Any]]:
    yield from map(of_purpose, made.purposes)
    yield from map(of_table, made.tables)


def as_csv(made: Register, out: Path) -> None:
    with out.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS, restval="")
        writer.writeheader()
        writer.writerows(rows(made))


def as_json(made: Register, out: Path) -> None:
    tables = [
        {
            "table": one.name,
            "word": one.word,
            "keep": str(one.keep),
            "term": one.keep.term or None,
            "fields": {"plain": one.plain, "personal": one.personal, "sensitive": one.sensitive},
        }
        for one in made.tables
    ]
    document = {"purposes": [of_purpose(one) for one in made.purposes], "tables": tables}
    out.write_text(json.dumps(document, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def as_markdown(made: Register, out: Path) -> None:
    lines = ["# Verwerkingen", "", "| reden | grond | hoe lang | wie het leest | in gebruik |", "|---|---|---|---|---|"]
    for one in map(of_purpose, made.purposes):
        ground = f"{one['ground']} {one['law']}".strip()
        state = "ja" if one["state"] == "in use" else "nee"
        told = (one["says"], ground, one["keep"], one["recipients"], state)
        lines.append(f"| {' | '.join(map(cell, told))} |")
    lines += ["", "| tabel | wat | hoe lang | velden |", "|---|---|---|---|"]
    for one in map(of_table, made.tables):
        lines.append(f"| {one['name']} | {cell(one['says'])} | {one['keep']} | {one['data']} |")
    out.write_text("\n".join(lines) + "\n", encoding="utf-8")


def cell(said: str) -> str:
    return said.replace("|", "\\|")
