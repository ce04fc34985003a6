"""Help that stands in no story: who to call now, and where to look."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from nabij.bridge.around import on_duty
from nabij.people.areas import upward
from nabij.people.models import Neighbourhood
from nabij.web.me import Me, Request, for_me
from nabij.web.nearest.lines import duty_block


@require_safe
@for_me
def help_here(request: Request) -> HttpResponse:
    """Who has duty in my neighbourhood, with the number, and the social map to search; what I wrote stays out."""
    me = request.me
    return render(request, "today/help.html", duty_block(on_duty(area=area_of(me), at=me.at)))


def area_of(me: Me) -> list[str]:
    """The codes of where I live and where I am at work in the hat I wear, up to the municipality."""
    codes = [code for code in (me.hat and me.hat.neighbourhood_id, me.person.neighbourhood_id) if code]
    here = {one.code: one for one in Neighbourhood.objects.filter(code__in=codes).select_related("parent__parent")}
    return list(dict.fromkeys(code for key in codes if key in here for code in upward(here[key])))
