"""A list on the screen: chosen, looked at before anything happens, brought in, and mended row by row."""

from collections.abc import Callable
from datetime import date, datetime
from functools import wraps
from typing import Any
from uuid import UUID

from django.db import connection, transaction
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from nabij.directory.doubles.joining import proposals
from nabij.directory.hsds.report import Unreadable
from nabij.directory.lists.bringing import List, ListReport, weighed
from nabij.directory.lists.grids import grid_in
from nabij.directory.lists.headings import COLUMNS
from nabij.directory.lists.leaving_off import leave_off
from nabij.directory.lists.standing import there_already
from nabij.directory.models import UnfinishedList
from nabij.directory.unfinished import LEFT_FOR
from nabij.directory.verbs import import_listings
from nabij.people.models import Neighbourhood
from nabij.web.lists.cards import pairs
from nabij.web.lists.carried import Carried, Expired, carried
from nabij.web.lists.elsewhere import already, called, is_kept
from nabij.web.lists.forms import ListForm
from nabij.web.lists.mending import SHOWN_AT_ONCE, Choice, choices, doubts, mendings
from nabij.web.lists.overview import there
from nabij.web.me import Request, for_me

View = Callable[..., HttpResponse]


def my_map() -> list[str]:
    """The codes of the neighbourhoods whose lists are kept by whoever acts."""
    with connection.cursor() as cursor:
        cursor.execute("select trust.my_map()")
        return list(cursor.fetchone()[0])


def for_coordinators(view: View) -> View:
    """A page for who coordinates somewhere; for others it is not there."""

    @wraps(view)
    @for_me
    def shown(request: Request, *args: Any, **kwargs: Any) -> HttpResponse:
        if not (codes := my_map()):
            raise Http404
        return view(request, *args, codes=codes, **kwargs)

    return shown


@require_http_methods(["GET", "HEAD", "POST"])
@for_coordinators
def lists(request: Request, codes: list[str]) -> HttpResponse:
    """Which file; and which lists are there already."""
    form = ListForm(request.POST or None, request.FILES or None, **where(request, codes))
    form.is_bound = request.method == "POST"
    if form.is_bound and form.is_valid():
        sent, report = form.cleaned_data["file"], ListReport()
        try:
            grid = grid_in(sent.read(), name=sent.name, report=report)
            list_ = carried(grid, neighbourhood=form.cleaned_data["neighbourhood"], report=report)
            return looked_at(request, list_)
        except Unreadable as problem:
            form.add_error("file", str(problem))
    words = there(form, codes)
    return render(request, "lists/lists.html", words, status=400 if form.errors else 200)


def where(request: Request, codes: list[str]) -> dict[str, Any]:
    """The neighbourhoods to choose from, and which is theirs first."""
    places = Neighbourhood.objects.defer("outline", "source").filter(code__in=codes).order_by("name", "code")
    worn = [hat.neighbourhood_id for hat in (request.me.hat, *request.me.hats) if hat]
    return {"places": list(places), "home": next((code for code in worn if code in codes), "")}


def again(request: Request, problem: Exception, codes: list[str]) -> HttpResponse:
    """The page to choose a file, with why it is seen again."""
    form = ListForm(**where(request, codes))
    words = there(form, codes) | {"problem": str(problem)}
    return render(request, "lists/lists.html", words, status=400)


@require_POST
@for_coordinators
def columns(request: Request, codes: list[str]) -> HttpResponse:
    """The same list, read with other columns."""
    try:
        list_ = opened(request, codes)
    except Expired as problem:
        return again(request, problem, codes)
    try:
        list_.choose(request.POST)
    except Unreadable as problem:
        return looked_at(request, list_, problem=str(problem))
    if is_kept(said := request.POST.get("bij", ""), codes=codes):
        list_.source = said
    return looked_at(request, list_)


def opened(request: Request, codes: list[str]) -> Carried:
    list_ = Carried.opened(request.POST.get("lijst", ""), by=request.me.person)
    if list_.neighbourhood not in codes:  # They coordinated there when the page was made.
        raise Expired
    return list_


def looked_at(request: Request, list_: Carried, *, problem: str = "") -> HttpResponse:
    """What each column means, the first rows, and what would become of the list; nothing of it is kept."""
    sealed = list_.sealed(by=request.me.person)
    report = tried(list_, at=request.me.at) if list_.columns and not problem else None
    words = {
        "list": list_,
        "lijst": sealed,
        "choices": choices(list_),
        "labels": [Choice.of(column) for column in COLUMNS],
        "report": report,
        **called(list_.source),
        **(becomes(report) | {"already": already(report, source=list_.source, codes=my_map())} if report else {}),
        "problem": problem or ("" if list_.columns else _("Zeg eerst in welke kolom de naam staat.")),
    }
    return render(request, "lists/columns.html", words, status=400 if problem else 200)


def becomes(report: ListReport) -> dict[str, Any]:
    """What would become of the list: what comes new, what stands there already, what cannot come yet."""
    services, known = report.imported.get("service", 0), there_already(report)
    return {
        "services": services,
        "known": known,
        "fresh": services - known,
        "aside": report.set_aside["service"],
        "refused": doubts(report, there=False),
        "doubted": doubts(report, there=True),
        "gone": len(report.gone),
        "words": report.words[:SHOWN_AT_ONCE],
    }


def tried(list_: Carried, *, at: Any) -> ListReport:
    """What would become of it; taken back whole."""
    return import_listings(listed=list_.listed(), source=list_.source, at=at, dry_run=True)


@require_POST
@for_coordinators
def brought(request: Request, codes: list[str]) -> HttpResponse:
    """Brings the list in, with what was mended on the screen; the rows that are left can be mended and sent again."""
    try:
        list_ = opened(request, codes)
    except Expired as problem:
        return again(request, problem, codes)
    try:
        if any(name.startswith("kolom-") for name in request.POST):
            list_.choose(request.POST)
        list_.mend(request.POST)
        sealed = list_.sealed(by=request.me.person)
    except Unreadable as problem:
        return looked_at(request, list_, problem=str(problem))
    listed = list_.listed()
    with transaction.atomic():
        report = import_listings(listed=listed, source=list_.source, at=request.me.at)
        rows, gone = mendings(listed, report), [one.pk for one in report.gone]
        leave_off(source=list_.source, said=list_.said(), to_mend=len(rows), gone=gone, at=request.me.at)
    words = told(list_, listed, report) | {"lijst": sealed, "until": until(request.me.at)}
    found = pairs(proposals(about=report.services, most=SHOWN_AT_ONCE))
    return render(request, "lists/brought.html", words | {"doubles": found})


@require_safe
@for_coordinators
def unfinished(request: Request, unfinished: UUID, codes: list[str]) -> HttpResponse:
    """What is left to do of a list that was brought in before."""
    left = get_object_or_404(UnfinishedList, pk=unfinished)
    list_ = Carried.of(left.said)
    listed = list_.listed()
    weighed(listed, source=list_.source)
    words = told(list_, listed, listed.report) | {"lijst": list_.sealed(by=request.me.person), "until": until(left.at)}
    return render(request, "lists/brought.html", words)


def until(at: datetime) -> date:
    """The last day on which what is left to do is kept; the rule of the database says so too."""
    return timezone.localdate(at) + LEFT_FOR


def told(list_: Carried, listed: List, report: ListReport) -> dict[str, Any]:
    """What came of it: how much stands on the map, and what is to be mended."""
    rows = mendings(listed, report)
    return {
        "list": list_,
        "services": there_already(report),
        "aside": report.set_aside["service"],
        "rows": rows[:SHOWN_AT_ONCE],
        "more": max(0, len(rows) - SHOWN_AT_ONCE),
        "gone": report.gone[:SHOWN_AT_ONCE],
        "more_gone": max(0, len(report.gone) - SHOWN_AT_ONCE),
    } | called(list_.source)
