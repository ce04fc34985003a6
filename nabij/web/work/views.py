"""The page of what I do, and that of a team: counts, and no content."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_POST, require_safe

from nabij.insight.team import FEW, team_counts
from nabij.insight.work import Alone, Mine, Work, work
from nabij.moments.models import Moment
from nabij.moments.timespent import NoSuchTime, minutes_of, note_time
from nabij.people.models import Group
from nabij.stories.reading import residents_in
from nabij.trust.models import Looked
from nabij.trust.verbs import note_looks
from nabij.web.days import opening, say_date, say_day
from nabij.web.me import Me, Request, for_me
from nabij.web.story.lines import listed

TEAM: dict[str, tuple[Any, Any]] = {
    "stories": (gettext_lazy("Verhalen waar het team in meeleest"), ""),
    "stories_alone": (
        gettext_lazy("Verhalen die één van ons kent"),
        gettext_lazy("Niemand anders leest daar mee. Valt diegene uit, dan weet niemand het."),
    ),
    "promises": (gettext_lazy("Afspraken die nog lopen"), ""),
    "promises_alone": (gettext_lazy("Afspraken die één van ons kent"), ""),
    "ties_alone": (gettext_lazy("Mensen om iemand heen die één van ons kent"), ""),
    "hours": (gettext_lazy("Uren in de maand ervoor, van wie tijd opschrijft"), ""),
}


@require_safe
@for_me
def mine(request: Request) -> HttpResponse:
    """My stories with when we were last in touch, what I promised there, my time, and what only I know about."""
    return shown(request)


def shown(request: Request, *, typed: tuple[UUID, str, str] | None = None) -> HttpResponse:
    """typed: what was typed as the time of which moment, with what is wrong about it."""
    me = request.me
    told = work(by=me.person, at=me.at)
    about = residents_in({one.circle for one in told.stories})
    seen = [(one.story, about.get(one.circle, [])) for one in told.stories]
    note_looks(by=me.person, hat=me.hat, seen=seen, at=me.at, what=Looked.LISTED)
    words = {
        "counts": counts_of(told),
        "stories": [(one.story, story_said(one, me=me)) for one in told.stories],
        "alone": [(one.story, alone_said(one), where_to_let_in(one)) for one in told.alone],
        "weeks": [(_("Week van %(day)s") % {"day": say_date(week)}, long(minutes)) for week, minutes in told.weeks],
        "typed": typed,
        "lately": [(one, *time_of(one, typed)) for one in told.lately],
        "teams": list({one.group_id: one.group for one in me.hats if one.group and not one.own}.values()),
    }
    return render(request, "work/mine.html", words, status=400 if typed else 200)


def counts_of(told: Work) -> list[str]:
    """How much there is, hat by hat."""
    lines = []
    for hat, stories, promises in told.hats:
        both = listed([in_stories(stories), in_promises(promises)])
        lines.append(_("Als %(hat)s: %(both)s.") % {"hat": hat, "both": both} if hat else opening(both) + ".")
    return lines


def in_stories(count: int) -> str:
    return ngettext("%(count)s verhaal", "%(count)s verhalen", count) % {"count": count}


def in_promises(count: int) -> str:
    return ngettext("%(count)s afspraak", "%(count)s afspraken", count) % {"count": count}


def story_said(one: Mine, *, me: Me) -> str:
    """When we were last in touch, and what I promised there."""
    last = _("Laatst contact: %(day)s.") % {"day": say_day(one.last, now=me.at)} if one.last else _("Nog geen contact.")
    if not one.promises:
        return last
    if not one.due:
        return f"{last} {opening(in_promises(one.promises))}."
    due = _("%(promises)s, de eerste: %(day)s.") if one.promises > 1 else _("%(promises)s: %(day)s.")
    return f"{last} {opening(due % {'promises': in_promises(one.promises), 'day': say_day(one.due, now=me.at)})}"


def alone_said(one: Alone) -> str:
    """What nobody else knows: the whole story, or what stands in a smaller circle of it."""
    ties = ngettext("%(count)s band", "%(count)s banden", one.ties) % {"count": one.ties}
    more = [in_promises(one.promises)] if one.promises else []
    more += [ties] if one.ties else []
    what = _("Het hele verhaal.") if one.whole else listed([circle.name for circle in one.circles]) + "."
    return f"{what} {_('Ook %(more)s.') % {'more': listed(more)}}" if more else what


def where_to_let_in(one: Alone) -> str:
    """Of a whole story its readers, else the smaller circle."""
    return reverse("readers", args=[one.story.id]) if one.whole else reverse("circle", args=[one.circles[0].id])


def long(minutes: int) -> str:
    """1 uur 30, 2 uur, 20 minuten."""
    hours, left = divmod(minutes, 60)
    said = _("%(hours)s uur") % {"hours": hours}
    if not left:
        return said
    return f"{said} {left}" if hours else ngettext("%(count)s minuut", "%(count)s minuten", left) % {"count": left}


def time_of(moment: Moment, typed: tuple[UUID, str, str] | None) -> tuple[str, str]:
    """What stands in its box, and what is wrong with it."""
    if typed and typed[0] == moment.id:
        return typed[1], typed[2]
    return (long(moment.time_spent.minutes) if hasattr(moment, "time_spent") else ""), ""


@require_POST
@for_me
def time_spent(request: Request, moment: UUID) -> HttpResponse:
    """How long something took that I wrote; nothing takes it away."""
    me, said = request.me, request.POST.get("tijd", "")
    there = get_object_or_404(Moment, id=moment, author=me.person)
    try:
        note_time(moment=there, minutes=minutes_of(said), by=me.person, at=me.at)
    except NoSuchTime as problem:
        return shown(request, typed=(there.id, said, str(problem)))
    messages.success(request, _("Bewaard. Alleen jij ziet dit."))
    return redirect("my_work")


@require_safe
@for_me
def team(request: Request, group: UUID) -> HttpResponse:
    """What a team carries, as counts of when the month began; for who wears a hat of it that was granted."""
    here, counts = get_object_or_404(Group, id=group), team_counts(group)
    if not counts:
        raise Http404
    first = localdate(request.me.at).replace(day=1)
    shown = [(*TEAM[one.what], one.count) for one in counts if one.count is not None]
    left_out = [TEAM[one.what][0] for one in counts if one.count is None]
    words = {"group": here, "counts": shown, "left_out": left_out, "few": FEW}
    return render(request, "work/team.html", {**words, "day": say_date(first, year=True)})
