"""The jobs that send letters (as the office 'post') and write reminders (as 'reminders'). They carry ids only."""

from uuid import UUID

import structlog
from django.utils import timezone
from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from nabij.bridge import agreement_reminding, handing_telling, introduction_letters, safeguard_reminding, telling
from nabij.post.models import Envelope, Letter
from nabij.stories import due, reminding
from nabij.trust.acting import acting_as, office
from nabij.web.post.closed import send_closed
from nabij.web.post.sending import GIVE_UP, give_up, give_up_gathered, send, send_gathered
from nabij.weighing import deviation_letters
from nabij.weighing import letters as weighing_letters

log = structlog.get_logger("nabij.post")
# Waits of 4, 16, 64, 256 and 1,024 seconds; what still lies there is picked up each minute after that.
PATIENT = RetryStrategy(max_attempts=5, exponential_wait=4, retry_exceptions=[OSError])
AT_ONCE = 200


@app.task(name="send_letter", retry=PATIENT)
def send_letter(*, letter: str) -> None:
    with acting_as(office("post"), purpose="post"):
        send(letter=UUID(letter), at=timezone.now())


@app.periodic(cron="* * * * *")
@app.task(name="send_due_letters", queueing_lock="send_due_letters")
def send_due_letters(timestamp: int) -> None:
    """Each minute: the letters that are due and were not sent, because they waited for a day or their job was lost."""
    at = timezone.now()
    with acting_as(office("post"), purpose="post"):
        waiting = list(Letter.objects.to_send(at=at).select_related("reader", "writer")[:AT_ONCE])
    for letter in waiting:
        try:
            send_letter(letter=str(letter.id))
        except OSError as trouble:
            log.warning("letter_waits", letter=str(letter.id), trouble=type(trouble).__name__)
            if letter.due < at - GIVE_UP:
                with acting_as(office("post"), purpose="post"):
                    give_up(letter=letter, at=at)


@app.periodic(cron="* * * * *")
@app.task(name="send_gathered_letters", queueing_lock="send_gathered_letters")
def send_gathered_letters(timestamp: int) -> None:
    """Each minute: what waited for a day or a week, once that is over; one mail for each person."""
    at = timezone.now()
    with acting_as(office("post"), purpose="post"):
        readers = list(Letter.objects.to_gather(at=at).order_by().values_list("reader", flat=True).distinct()[:AT_ONCE])
    for reader in readers:
        try:
            with acting_as(office("post"), purpose="post"):
                send_gathered(reader=reader, at=at)
        except OSError as trouble:
            log.warning("letters_wait", trouble=type(trouble).__name__)
            with acting_as(office("post"), purpose="post"):
                give_up_gathered(reader=reader, at=at)


@app.periodic(cron="0 5 * * *")
@app.task(name="remind", queueing_lock="remind")
def remind(timestamp: int) -> None:
    """Each morning, before gathered letters go: whoever must look again, answer or judge is asked, and whose day it is.

    Twice in a morning asks once.
    """
    with acting_as(office("reminders"), purpose="reminders"):
        reminding.remind(at=timezone.now())
        due.remind(at=timezone.now())
        agreement_reminding.remind(at=timezone.now())
        safeguard_reminding.remind(at=timezone.now())
        introduction_letters.remind(at=timezone.now())
        telling.remind(at=timezone.now())
        weighing_letters.remind(at=timezone.now())
        deviation_letters.remind(at=timezone.now())


@app.task(name="tell_circle", retry=PATIENT)
def tell_circle(*, glass: str) -> None:
    """The trusted third agreed: everybody around hears that the glass was broken."""
    with acting_as(office("reminders"), purpose="reminders"):
        reminding.tell(glass_id=UUID(glass), at=timezone.now())


@app.task(name="tell_referral", retry=PATIENT)
def tell_referral(*, step: str) -> None:
    """A referral went a step further: whoever asked hears of it, back to the first; and whoever is asked now."""
    with acting_as(office("reminders"), purpose="reminders"):
        telling.tell(step_id=UUID(step), at=timezone.now())


@app.task(name="tell_handed_on", retry=PATIENT)
def tell_handed_on(*, handing: str) -> None:
    """Somebody took over what another carried: whom it concerns hears who looks after it now."""
    with acting_as(office("reminders"), purpose="reminders"):
        handing_telling.tell_handed_on(handing_id=UUID(handing), at=timezone.now())


@app.task(name="tell_thanks", retry=PATIENT)
def tell_thanks(*, thanks: str) -> None:
    """Somebody said thanks: whom it is for hears that."""
    with acting_as(office("reminders"), purpose="reminders"):
        telling.tell_thanks(thanks_id=UUID(thanks), at=timezone.now())


@app.task(name="send_envelope", retry=PATIENT)
def send_envelope(*, envelope: str) -> None:
    """A mail of the door, such as a code to log in with: sent at once, and gone."""
    with acting_as(office("post"), purpose="post"):
        send_closed(envelope=UUID(envelope), at=timezone.now())


@app.periodic(cron="* * * * *")
@app.task(name="send_waiting_envelopes", queueing_lock="send_waiting_envelopes")
def send_waiting_envelopes(timestamp: int) -> None:
    """Each minute: the envelopes whose job was lost or gave up; those that came too late are thrown away."""
    with acting_as(office("post"), purpose="post"):
        Envelope.objects.filter(expires__lte=timezone.now()).delete()
        waiting = list(Envelope.objects.order_by("id").values_list("id", flat=True)[:AT_ONCE])
    for one in waiting:
        try:
            send_envelope(envelope=str(one))
        except OSError as trouble:
            log.warning("envelope_waits", trouble=type(trouble).__name__)


@app.task(name="write_introduction_letters", retry=PATIENT)
def write_introduction_letters(*, introduction: str) -> None:
    """Whoever is to be asked or told about an introduction gets a letter, of which nobody of the two is the writer."""
    with acting_as(office("reminders"), purpose="reminders"):
        introduction_letters.write_letters(introduction=UUID(introduction), at=timezone.now())


@app.task(name="write_weighing_letters", retry=PATIENT)
def write_weighing_letters(*, dilemma: str) -> None:
    """Whoever is asked along hears of it, and when the voices are open or it is decided; never who has spoken."""
    with acting_as(office("reminders"), purpose="reminders"):
        weighing_letters.write_letters(dilemma=UUID(dilemma), at=timezone.now())


@app.task(name="write_backing_letters", retry=PATIENT)
def write_backing_letters(*, deviation: str) -> None:
    """Whoever is asked for backing hears of it; by a link when they cannot log in."""
    with acting_as(office("reminders"), purpose="reminders"):
        deviation_letters.write_letters(deviation=UUID(deviation), at=timezone.now())
