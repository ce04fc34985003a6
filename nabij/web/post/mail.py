"""The words of a mail, in the language of whoever reads it. Its subject tells nothing that was confided."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from nabij.bridge import introduction_letters
from nabij.bridge.asks import Ask
from nabij.bridge.heard import HeardOffer
from nabij.bridge.models import HowItWent, Side
from nabij.bridge.referral_links import still_waits
from nabij.post.models import Letter
from nabij.post.preferring import may_stop
from nabij.post.stopping import stop_token
from nabij.post.verbs import make_link
from nabij.stories.models import Answer, Promise
from nabij.trust.models import Invitation, InvitationEnd, Reply, Request
from nabij.web.post.notices import SAYS as NOTICES
from nabij.web.post.notices import notice
from nabij.web.story.lines import course_said
from nabij.weighing.letters import ASKED, DECIDED, OPEN, TOGETHER

Context = dict[str, Any]
WEIGHED = [f"question {about}" for about in (ASKED, OPEN, DECIDED, TOGETHER)]


@dataclass(frozen=True)
class Mail:
    """What goes into the envelope: the subject, and the same words as plain text and as a page.

    to: the address it was written for, where that is not the reader's own. stop: where its reader stops such mail.
    """

    subject: str
    text: str
    html: str
    to: str = ""
    stop: str = ""


class NothingToSay(ValueError):
    """A letter whose reason is gone stays here."""


def mail_of(letter: Letter, *, at: datetime) -> Mail:
    """Renders a letter; a question gets its link here, because the token is kept in the mail alone."""
    says = SAYS.get(f"{letter.kind} {letter.about_kind}") or SAYS[letter.kind]
    subject, context = says(letter, at)
    return written(f"post/{context.get('as', letter.kind)}", subject, context, letter=letter)


def written(name: str, subject: str, context: Context, *, letter: Letter) -> Mail:
    """The mail of a template; under it stands where its reader stops such mail, but for what always comes."""
    stop = settings.NABIJ_URL + reverse("unsubscription", args=[stop_token(letter)]) if may_stop(letter) else ""
    context |= {"letter": letter, "installation": settings.NABIJ_NAME, "home": settings.NABIJ_URL, "stop": stop}
    foot = render_to_string("post/foot.txt", context) if stop else ""
    return Mail(
        subject=" ".join(subject.split()),
        text=render_to_string(f"{name}.txt", context) + foot,
        html=render_to_string(f"{name}.html", context | {"subject": subject}),
        to=context.get("to", ""),
        stop=stop,
    )


def still_asked(letter: Letter) -> Promise:
    promise = Promise.objects.filter(id=letter.about_id, who=letter.reader_id, asked_by=letter.writer_id).first()
    if promise is None or Answer.objects.filter(promise=promise).exists():
        raise NothingToSay(_("Er was al antwoord. De brief is niet verstuurd."))
    return promise


def question(letter: Letter, at: datetime) -> tuple[str, Context]:
    if letter.expires and letter.expires <= at:
        raise NothingToSay(_("De brief kwam te laat om nog te antwoorden. Hij is niet verstuurd."))
    promise = still_asked(letter)
    address = address_of(letter, at=at)
    asked = _("%(name)s vraagt je iets") % {"name": letter.writer.called if letter.writer else ""}
    words = letter.words or f"{letter.reader.first_name}: {promise.what}"
    course = course_said(promise, now=at)
    return asked, {"promise": promise, "course": course, "words": words, "address": address}


def still_referred(letter: Letter) -> None:
    if not still_waits(letter.about_id):
        raise NothingToSay(_("Er was al antwoord. De brief is niet verstuurd."))


def referred(letter: Letter, at: datetime) -> tuple[str, Context]:
    """That somebody asks something for another; whom it is about and what stands behind the link."""
    if letter.expires and letter.expires <= at:
        raise NothingToSay(_("De brief kwam te laat om nog te antwoorden. Hij is niet verstuurd."))
    still_referred(letter)
    name = {"name": letter.writer.called if letter.writer else ""}
    said = _("%(name)s vraagt je iets voor een ander. Lees het achter de link, en laat weten of het kan.") % name
    return _("%(name)s vraagt je iets") % name, {"as": "referral", "said": said, "address": address_of(letter, at=at)}


def weighed(letter: Letter, at: datetime) -> tuple[str, Context]:
    """That there is something to think along about; which question stands behind the link."""
    if letter.expires and letter.expires <= at:
        raise NothingToSay(_("De brief kwam te laat om nog te antwoorden. Hij is niet verstuurd."))
    said = NOTICES[letter.about_kind][0] % {"name": letter.writer.first_name if letter.writer else ""}
    return _("Er wacht iets op je"), {"as": "weighed", "said": said, "address": address_of(letter, at=at)}


def address_of(letter: Letter, *, at: datetime) -> str:
    """Where a letter is answered without a log-in."""
    return settings.NABIJ_URL + reverse("letter", args=[make_link(letter=letter, expires=letter.expires or at)])


def ask_of(letter: Letter) -> Ask:
    """What another asks the neighbourhood for its reader, while they said nothing of it."""
    ask = Ask.objects.filter(id=letter.about_id, yes__isnull=True, ending__isnull=True).first()
    if ask is None:
        raise NothingToSay(_("Er was al antwoord. De brief is niet verstuurd."))
    return ask


def question_of_ask(letter: Letter, at: datetime) -> tuple[str, Context]:
    if letter.expires and letter.expires <= at:
        raise NothingToSay(_("De brief kwam te laat om nog te antwoorden. Hij is niet verstuurd."))
    ask = ask_of(letter)
    subject = _("%(name)s vraagt je iets") % {"name": letter.writer.called if letter.writer else ""}
    return subject, {"as": "ask", "words": ask.line, "address": address_of(letter, at=at)}


def heard_of(letter: Letter) -> HeardOffer:
    """What another wrote down that its reader gladly does, while they themselves said nothing of it."""
    heard = HeardOffer.objects.filter(id=letter.about_id).select_related("answer").first()
    if heard is None or (hasattr(heard, "answer") and not heard.answer.noted_by_id):
        raise NothingToSay(_("Er was al antwoord. De brief is niet verstuurd."))
    return heard


def question_of_offer(letter: Letter, at: datetime) -> tuple[str, Context]:
    if letter.expires and letter.expires <= at:
        raise NothingToSay(_("De brief kwam te laat om nog te antwoorden. Hij is niet verstuurd."))
    heard = heard_of(letter)
    subject = _("%(name)s vraagt je iets") % {"name": letter.writer.called if letter.writer else ""}
    noted = hasattr(heard, "answer")
    return subject, {"as": "offer", "words": heard.line, "noted": noted, "address": address_of(letter, at=at)}


def still_going(letter: Letter) -> Promise:
    promise = Promise.objects.as_it_stands().filter(id=letter.about_id, who=letter.reader_id).first()
    if promise is None or promise.state != "accepted":
        raise NothingToSay(_("De afspraak was al voorbij. De brief is niet verstuurd."))
    return promise


def promised(letter: Letter, at: datetime) -> tuple[str, Context]:
    """What its reader said yes to, and a link to say how it went; not when it is done, or done by another."""
    promise, expires = still_going(letter), letter.expires or at
    if expires <= at:
        raise NothingToSay(_("De afspraak was al voorbij. De brief is niet verstuurd."))
    address = settings.NABIJ_URL + reverse("letter", args=[make_link(letter=letter, expires=expires)])
    day = promise.day_on(timezone.localdate(at))
    return _("Je afspraak: hoe ging het?"), {"promise": promise, "day": day, "address": address}


def introduction(letter: Letter, at: datetime) -> tuple[str, Context]:
    """That two people may meet, or how it went; who the other is, or why, stands behind the link."""
    stands, expires = stands_of(letter, at=at), letter.expires or at
    if expires <= at or not stands:
        raise NothingToSay(_("Hier was al op geantwoord. De brief is niet verstuurd."))
    subject, said, act = INTRODUCED[letter.about_kind]
    if letter.about_kind == introduction_letters.ASKED and is_second(letter):
        said = _("Iemand wil doen wat je vroeg.")
    address = settings.NABIJ_URL + reverse("letter", args=[make_link(letter=letter, expires=expires)])
    return str(subject), {"said": said, "act": act, "address": address}


def is_second(letter: Letter) -> bool:
    """Whether its reader asked something that another wants to do, and is the last to answer."""
    return Side.objects.filter(introduction=letter.about_id, person=letter.reader_id, second=True).exists()


def stands_of(letter: Letter, *, at: datetime) -> bool:
    """Whether the reason of a letter about an introduction is still there."""
    side = Side.objects.of(letter.reader_id).filter(introduction=letter.about_id).first()
    if side is None:
        return False
    if letter.about_kind == introduction_letters.ASKED:
        return side.stands == "asked" and side.said in ("", "later")
    if letter.about_kind != introduction_letters.WENT:
        return True
    told = HowItWent.objects.filter(introduction=letter.about_id, person=letter.reader_id).only("id").exists()
    return not told and introduction_letters.asks_how_at(letter.about_id, at=at) <= at


def message(letter: Letter, at: datetime) -> tuple[str, Context]:
    """What one person wrote to another; it is answered by link, so that neither gives an address or a number."""
    subject = _("Een berichtje van %(name)s") % {"name": letter.writer.called if letter.writer else ""}
    address = settings.NABIJ_URL + reverse("letter", args=[make_link(letter=letter, expires=letter.expires or at)])
    return subject, {"words": letter.words, "address": address}


def partner(letter: Letter, at: datetime) -> tuple[str, Context]:
    """That somebody one works with wrote something: both log in, so the words stay here."""
    subject, context = notice(letter, at)
    return subject, context | {"as": "notice"}


# {what a letter is about: (its subject, its sentence, what the link does)}
INTRODUCED: dict[str, tuple[Any, Any, Any]] = {
    introduction_letters.ASKED: (
        gettext_lazy("Wil je kennismaken?"),
        gettext_lazy("Iemand denkt dat jij en een ander elkaar zouden moeten leren kennen."),
        gettext_lazy("Lees het en geef antwoord"),
    ),
    introduction_letters.TOGETHER: (
        gettext_lazy("Jullie zeiden allebei ja"),
        gettext_lazy("Jij en de ander willen kennismaken."),
        gettext_lazy("Kijk wie het is, en schrijf een berichtje"),
    ),
    introduction_letters.OFF: (
        gettext_lazy("Over een kennismaking"),
        gettext_lazy("Dit keer komt het er niet van. Jij hoeft niets te doen."),
        gettext_lazy("Lees het nog eens"),
    ),
    introduction_letters.WENT: (
        gettext_lazy("Hoe ging de kennismaking?"),
        gettext_lazy("Jullie zouden elkaar leren kennen. We zijn benieuwd."),
        gettext_lazy("Zeg hoe het ging"),
    ),
}


def invitation(letter: Letter, at: datetime) -> tuple[str, Context]:
    """Who asks, and nothing of what is read there: somebody else may read this mailbox."""
    asked = Invitation.objects.open(at=at).select_related("way").filter(id=letter.about_id).first()
    if asked is None:
        raise NothingToSay(_("De uitnodiging was al voorbij. De brief is niet verstuurd."))
    address = settings.NABIJ_URL + reverse("invitation", args=[make_link(letter=letter, expires=asked.expires)])
    subject = _("%(name)s nodigt je uit") % {"name": letter.writer.called if letter.writer else ""}
    return subject, {"address": address, "to": asked.way.value if asked.way else ""}


def news(letter: Letter, at: datetime) -> tuple[str, Context]:
    if letter.about_kind == "invitation":
        return news_of_invitation(letter)
    return about_request(letter) if letter.about_kind == "request" else about_promise(letter)


def about_request(letter: Letter) -> tuple[str, Context]:
    """That somebody asks something about their data, or has an answer; who asked what stands behind the log-in."""
    request = Request.objects.filter(id=letter.about_id).first()
    if request is None:
        raise NothingToSay(_("Het verzoek is er niet meer. De brief is niet verstuurd."))
    where = settings.NABIJ_URL + reverse("request", args=[request.id])
    if letter.reader_id == request.answerer_id:
        said = _("Iemand vraagt iets over de eigen gegevens. Jij bent gevraagd om te antwoorden, binnen een maand.")
        return _("Een verzoek wacht op je antwoord"), {"said": said, "where": where}
    if Reply.objects.filter(request=request).exists():
        return _("Antwoord op je verzoek"), {"said": _("Er is antwoord op je verzoek."), "where": where}
    said = _("Het antwoord op je verzoek duurt langer. De reden staat erbij.")
    return _("Nieuws over je verzoek"), {"said": said, "where": where}


def about_promise(letter: Letter) -> tuple[str, Context]:
    answer = Answer.objects.filter(promise_id=letter.about_id, promise__asked_by=letter.reader_id).first()
    if answer is None:
        raise NothingToSay(_("Het antwoord is er niet meer. De brief is niet verstuurd."))
    return _("Antwoord op je vraag"), {
        "said": said(answer, name=letter.writer.first_name if letter.writer else ""),
        "where": settings.NABIJ_URL + "/",
    }


def welcome(letter: Letter, at: datetime) -> tuple[str, Context]:
    """How to log in. Who welcomes is named; in which hat, and for what, the mail does not tell."""
    subject = _("Welkom bij %(name)s") % {"name": settings.NABIJ_NAME}
    return subject, {"address": settings.NABIJ_URL + reverse("account_login")}


def news_of_invitation(letter: Letter) -> tuple[str, Context]:
    over = InvitationEnd.objects.select_related("invitation").filter(invitation=letter.about_id).first()
    if over is None:
        raise NothingToSay(_("Het antwoord is er niet meer. De brief is niet verstuurd."))
    name = {"name": over.invitation.name}
    yes = over.kind == InvitationEnd.Kind.ACCEPTED
    heard = _("%(name)s zegt ja op je uitnodiging.") if yes else _("%(name)s doet dit keer niet mee.")
    where = settings.NABIJ_URL + reverse("circle", args=[over.invitation.circle_id])
    return _("Antwoord op je uitnodiging"), {"said": heard % name, "where": where}


def said(answer: Answer, *, name: str) -> str:
    """What somebody answered, and nothing of what was asked."""
    return {
        Answer.Kind.YES: _("%(name)s zegt ja op je vraag."),
        Answer.Kind.NO: _("%(name)s kan dit keer niet."),
        Answer.Kind.OTHER_DAY: _("%(name)s stelt een andere dag voor."),
    }[Answer.Kind(answer.kind)] % {"name": name}


SAYS: dict[str, Callable[[Letter, datetime], tuple[str, Context]]] = {
    Letter.Kind.QUESTION: question,
    "question ask": question_of_ask,
    "question offer": question_of_offer,
    "question referral": referred,
    **dict.fromkeys(WEIGHED, weighed),
    Letter.Kind.NEWS: news,
    Letter.Kind.WELCOME: welcome,
    Letter.Kind.INVITATION: invitation,
    Letter.Kind.PROMISED: promised,
    Letter.Kind.NOTICE: notice,
    Letter.Kind.INTRODUCTION: introduction,
    Letter.Kind.MESSAGE: message,
    "message partner": partner,
}
