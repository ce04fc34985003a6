"""Log-ins: found by name, invited, stopped and let go on; and the hats of one person."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from nabij.people.granting import Ungranted
from nabij.people.models import Account, Administrator, Group, Neighbourhood, Suspension
from nabij.people.running_out import beside_the_name
from nabij.post.welcoming import change_mail, invite
from nabij.trust import administering, rights
from nabij.trust.acting import acting_as, office
from nabij.trust.doors import end_sessions
from nabij.web.administration.door import for_administrators, kept
from nabij.web.administration.forms import (
    AppointForm,
    DismissForm,
    Doing,
    GrantForm,
    InviteForm,
    MailForm,
    ProofForm,
    StopForm,
    TakeOffForm,
)
from nabij.web.again import asked_again
from nabij.web.login.sessions import hashed
from nabij.web.me import Request

AT_ONCE, FURTHEST = 50, 5000


def areas() -> list[Neighbourhood]:
    return list(Neighbourhood.objects.defer("outline", "source").order_by("code"))


@require_http_methods(["GET", "HEAD", "POST"])
@for_administrators
def people(request: Request) -> HttpResponse:
    """Everybody who can log in; posting invites somebody new."""
    if request.method != "POST":
        return people_page(request)
    form, me = InviteForm(request.POST, action=request.path, areas=areas()), request.me
    return kept(
        request,
        form,
        lambda said: invite(by=me.person, at=me.at, **said),
        said=_("De uitnodiging gaat nu weg."),
        to="administration_people",
        page=people_page,
    )


def people_page(request: Request, typed: Doing | None = None) -> HttpResponse:
    words, upto = request.GET.get("q", "").replace("\0", "")[:120], asked_for(request)
    found = list(rights.accounts(words=words)[: upto + 1])
    shown = {
        "q": words,
        "accounts": [(one, rights.unused(one, at=request.me.at)) for one in found[:upto]],
        "further": upto + AT_ONCE if len(found) > upto else 0,
        "keep": set(Administrator.objects.current().values_list("person_id", flat=True)),
        "invite": typed or InviteForm(action=request.path, areas=areas()),
    }
    return render(request, "administration/people.html", shown, status=400 if typed else 200)


def asked_for(request: Request) -> int:
    said = request.GET.get("tot", "")
    return min(int(said), FURTHEST) if said.isdecimal() and len(said) < 6 else AT_ONCE


@require_safe
@for_administrators
def person(request: Request, person: UUID) -> HttpResponse:
    """One log-in with its hats, and what can be done about them."""
    return person_page(request, account_of(person))


def account_of(person: UUID) -> Account:
    return get_object_or_404(rights.accounts(), person_id=person)


def person_page(request: Request, account: Account, typed: Doing | None = None) -> HttpResponse:
    me, person = request.me, account.person
    hats = list(rights.hats(today=me.today).filter(person=person))
    stopped = Suspension.objects.current().filter(person=person).select_related("made_by")
    words = {
        "account": account,
        "hats": [hat_lines(hat, me=me, typed=typed) for hat in hats],
        "appoint": of_kind(AppointForm, typed) or AppointForm(action=f"{here(account)}beheerder/"),
        "dismiss": of_kind(DismissForm, typed) or DismissForm(action=f"{here(account)}beheerder/einde/"),
        "keeps": Administrator.objects.current().filter(person=person).exists(),
        "stopped": stopped.defer(*beside_the_name("made_by")).first(),
        "unused": rights.unused(account, at=me.at),
        "mail": of_kind(MailForm, typed) or MailForm(action=f"{here(account)}mailadres/"),
        "stop": of_kind(StopForm, typed) or StopForm(action=f"{here(account)}stilstand/"),
        "grant": of_kind(GrantForm, typed) or grant_form(account, me=me),
        "itself": person == me.person,
    }
    return render(request, "administration/person.html", words, status=400 if typed else 200)


def here(account: Account) -> str:
    return f"/beheer/mensen/{account.person_id}/"


def of_kind(kind: type[Doing], typed: Doing | None) -> Doing | None:
    return typed if isinstance(typed, kind) else None


def grant_form(account: Account, *, me: Any, data: Any = None) -> GrantForm:
    groups = list(Group.objects.only("name").order_by("name", "id"))
    return GrantForm(data, action=f"{here(account)}petten/", areas=areas(), groups=groups, initial={"seen_on": None})


def hat_lines(hat: Any, *, me: Any, typed: Doing | None = None) -> dict[str, Any]:
    """A hat with its proofs and its two small forms."""
    mine = typed if typed and typed.key == str(hat.id) else None
    path = f"/beheer/petten/{hat.id}/"
    return {
        "hat": hat,
        "proof": of_kind(ProofForm, mine)
        or ProofForm(action=f"{path}bewijzen/", key=hat.id, initial={"seen_on": me.today}),
        "off": of_kind(TakeOffForm, mine) or TakeOffForm(action=f"{path}einde/", key=hat.id),
    }


def done(request: Request, person: UUID, verb: Any, said: str) -> HttpResponse:
    """A button without a form; what cannot be is told on the page."""
    account = account_of(person)
    try:
        verb(account)
    except Ungranted as problem:
        messages.error(request, str(problem))
    else:
        messages.success(request, said)
    return redirect("administration_person", person=person)


def filled(request: Request, form: Doing, account: Account, verb: Any, said: str, *, to: str = "") -> HttpResponse:
    def page(request: Request, typed: Doing) -> HttpResponse:
        return person_page(request, account, typed)

    return kept(request, form, verb, said=said, to=to or here(account), page=page)


@require_POST
@for_administrators
@asked_again  # Whoever has the new address gets in.
def mail(request: Request, person: UUID) -> HttpResponse:
    account = account_of(person)
    form = MailForm(request.POST, action=request.path)
    said = _("Vanaf nu gaat de code naar het nieuwe adres.")
    return filled(
        request,
        form,
        account,
        lambda typed: moved(request, account, typed),
        said,
    )


def moved(request: Request, account: Account, typed: dict[str, Any]) -> None:
    """Another address, and out on every device but the one in hand: whoever was in with the old one is in no more."""
    me = request.me
    change_mail(account=account, by=me.person, at=me.at, **typed)
    with acting_as(office("beheer")):
        end_sessions(account=account, at=me.at, but=hashed(request.session.session_key))


@require_POST
@for_administrators
def stop(request: Request, person: UUID) -> HttpResponse:
    account, me = account_of(person), request.me
    form = StopForm(request.POST, action=request.path)
    return filled(
        request,
        form,
        account,
        lambda typed: administering.switch_off(account=account, by=me.person, at=me.at, **typed),
        _("Dit account staat stil."),
    )


@require_POST
@for_administrators
def go_on(request: Request, person: UUID) -> HttpResponse:
    me = request.me

    def verb(account: Account) -> None:
        administering.switch_on(account=account, by=me.person, at=me.at)

    return done(request, person, verb, _("Dit account werkt weer."))


@require_POST
@for_administrators
@asked_again
def appointed(request: Request, person: UUID) -> HttpResponse:
    account, me = account_of(person), request.me
    return filled(
        request,
        AppointForm(request.POST, action=request.path),
        account,
        lambda typed: administering.appoint(person=account.person, by=me.person, at=me.at, **typed),
        _("Deze persoon is nu ook beheerder."),
    )


@require_POST
@for_administrators
@asked_again
def dismissed(request: Request, person: UUID) -> HttpResponse:
    """Whoever ends their own goes to Today: behind this door nothing is there for them any more."""
    account, me = account_of(person), request.me
    return filled(
        request,
        DismissForm(request.POST, action=request.path),
        account,
        lambda typed: administering.dismiss(person=account.person, by=me.person, at=me.at, **typed),
        _("%(name)s is geen beheerder meer.") % {"name": account.person.called},
        to="/" if person == me.person.id else "",
    )


@require_POST
@for_administrators
def granted(request: Request, person: UUID) -> HttpResponse:
    account, me = account_of(person), request.me
    form = grant_form(account, me=me, data=request.POST)
    return filled(
        request,
        form,
        account,
        lambda _typed: administering.grant_hat(person=account.person, by=me.person, at=me.at, **form.said),
        _("De pet is gegeven."),
    )
