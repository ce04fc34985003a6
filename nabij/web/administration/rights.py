"""Who may what, to look at once a quarter: on the page, and as a spreadsheet."""

import io
from collections.abc import Iterable
from typing import Any

from defusedcsv import csv
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe
from openpyxl import Workbook
from openpyxl.styles import Alignment, Font

from nabij.trust import administering, rights
from nabij.web.administration.door import for_administrators, kept
from nabij.web.administration.forms import Doing, ReviewForm
from nabij.web.again import asked_again
from nabij.web.me import Request

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
DANGEROUS = ("=", "+", "-", "@", "|", "%")


@require_http_methods(["GET", "HEAD", "POST"])
@for_administrators
def page(request: Request) -> HttpResponse:
    """Everybody who may something here; posting says that somebody looked, and what was changed."""
    if request.method != "POST":
        return rights_page(request)
    me = request.me

    def verb(said: dict[str, Any]) -> None:
        administering.note_review(by=me.person, at=me.at, **said)

    form = ReviewForm(request.POST, action=request.path)
    return kept(request, form, verb, said=_("Bewaard."), to="administration_rights", page=rights_page)


def rights_page(request: Request, typed: Doing | None = None) -> HttpResponse:
    words = {
        "rights": rights.rights(at=request.me.at),
        "looked": rights.looked(at=request.me.at),
        "review": typed or ReviewForm(action=request.path),
    }
    return render(request, "administration/rights.html", words, status=400 if typed else 200)


@require_safe
@for_administrators
@asked_again
def export(request: Request, kind: str) -> HttpResponse:
    """The same as a file; that it was made is written down."""
    if kind not in MAKE:
        raise Http404("no such kind of file")
    me = request.me
    rows = [[one_line(cell) for cell in row] for row in rights.as_rows(rights.rights(at=me.at))]
    administering.note_export(by=me.person, at=me.at)
    body, content = MAKE[kind](rows)
    name = f"rechten-{me.today}.{kind}"
    return HttpResponse(body, content_type=content, headers={"Content-Disposition": f'attachment; filename="{name}"'})


def one_line(cell: str) -> str:
    """Without line ends and tabs, which a spreadsheet may take for the beginning of a formula."""
    return " ".join(cell.split())


def as_csv(rows: Iterable[list[str]]) -> tuple[bytes, str]:
    paper = io.StringIO(newline="")
    csv.writer(paper, delimiter=";").writerows(rows)
    return paper.getvalue().encode("utf-8-sig"), "text/csv; charset=utf-8"


def as_xlsx(rows: Iterable[list[str]]) -> tuple[bytes, str]:
    """Every cell is text, and one that looks like a formula is written as a spreadsheet quotes it."""
    book = Workbook()
    sheet = book.active
    sheet.title = _("rechten")
    for row in rows:
        sheet.append([""] * len(row))
        for column, said in enumerate(row, start=1):
            cell = sheet.cell(row=sheet.max_row, column=column)
            cell.value, cell.data_type = said, "s"
            cell.quotePrefix = said.startswith(DANGEROUS)
            cell.alignment = Alignment(vertical="top", wrap_text=True)
            cell.font = Font(bold=sheet.max_row == 1)
    for letter in "ABCDEFGHIJKLM":
        sheet.column_dimensions[letter].width = 22
    sheet.freeze_panes = "B2"
    paper = io.BytesIO()
    book.save(paper)
    return paper.getvalue(), XLSX


MAKE = {"csv": as_csv, "xlsx": as_xlsx}
