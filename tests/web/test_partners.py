"""Two who work together and spoke less after a refusal: who is invited, what they do with it, and who reads nothing."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction
from django.test import Client
from django.utils import timezone

from nabij.bridge.models import PartnerAnswer, Referral
from nabij.bridge.referring import Said, Words, refer, step, to_hat
from nabij.insight.fading import Days, partner_days
from nabij.memory.models import Absence
from nabij.memory.standing_in import away_of
from nabij.moments.models import FollowUp
from nabij.moments.verbs import Present, note
from nabij.people.models import Administrator, Hat, Person
from nabij.post.models import Letter
from nabij.stories.caring import answer_concern, share
from nabij.trust.acting import acting_as, administrator, office
from nabij.trust.models import Membership
from nabij.trust.verbs import let_in
from nabij.web.post.mail import mail_of
from tests.conftest import owner
from tests.web.asking import count, logged_in
from tests.world import World, days_before_now

pytestmark = pytest.mark.django_db
REFUSED = 60  # Days ago: two checks and more, whatever the weekday.
SPOKEN = (123, 116, 109, 102, 95, 88, 81, 74, 67)
SAYS = "hebben elkaar langer niet gesproken dan anders"


def worry(world: World, *, days: int, by: str = "jan", to: str = "yusuf") -> None:
    """One shares a worry with the other, who answers on the same day."""
    at = days_before_now(days)
    with world.acting(by):
        made = share(to=world.hats[to], words="Ze eet weinig.", about="een buurvrouw", by=world.people[by], at=at)
    with world.acting(to):
        answer_concern(concern=made, kind="answered", words="Ik ging langs.", by=world.people[to], at=at)


def asked(world: World, *, days: int, by: str = "jan", to: str = "yusuf", **more: Any) -> Referral:
    with world.acting(by):
        said = Said(what=f"Kun jij langsgaan? {days}", ground="Ze zei ja.")
        told: dict[str, Any] = {"by": world.people[by], "at": days_before_now(days), **more}
        return refer(about=world.riet, whom=to_hat(world.hats[to]), said=said, **told)


def refused(
    world: World, *, days: int = REFUSED, by: str = "jan", to: str = "yusuf", code: str = "past-niet"
) -> Referral:
    made = asked(world, days=days, by=by, to=to)
    words = Words(code=code, reason="Dit doen wij niet.", alternative="Het inloophuis.")
    with world.acting(to):
        step(referral=made, state="rejected", by=world.people[to], at=days_before_now(days), words=words)
    return made


@pytest.fixture
def apart(world: World) -> World:
    """Jan and Yusuf were in touch every week, until Yusuf refused what Jan asked."""
    for days in SPOKEN:
        worry(world, days=days)
    refused(world)
    return world


def page_of(world: World, name: str) -> str:
    return f"/samen-werken/{world.people[name].id}/"


def today(client: Client) -> str:
    answer = client.get("/")
    assert answer.status_code == 200
    return answer.text


def seen_by(world: World, name: str) -> dict[Any, Days]:
    with world.acting(name):
        return partner_days()


def test_the_two_are_invited_in_the_same_words_and_nobody_else(apart: World) -> None:
    for name, other in (("jan", "yusuf"), ("yusuf", "jan")):
        page = today(logged_in(apart, name))
        assert f"Jij en {apart.people[other].first_name} {SAYS}" in page, name
        assert "Dat kan van alles betekenen. Zullen jullie even bellen?" in page and 'id="samen"' in page
        there = logged_in(apart, name).get(page_of(apart, other))
        assert there.status_code == 200 and SAYS in there.text and "Waarom zie ik dit?" in there.text
        assert "past-niet" not in there.text and "Dit doen wij niet" not in there.text
    for name in ("riet", "marieke", "fatima", "loes", "kim"):
        client = logged_in(apart, name)
        assert SAYS not in today(client), name
        for other in ("jan", "yusuf"):
            assert client.get(page_of(apart, other)).status_code == 404, name
            for act in ("rust", "klopt-niet", "bellen"):
                assert client.post(page_of(apart, other) + f"{act}/").status_code == 404, (name, act)


def test_without_a_refusal_or_a_rhythm_or_a_silence_nobody_is_invited(world: World) -> None:
    jan = logged_in(world, "jan")
    for days in SPOKEN:
        worry(world, days=days)
    assert SAYS not in today(jan), "only silent"
    for code in ("wil-niet-meer", "niet-bereikt"):
        refused(world, code=code)
    assert SAYS not in today(jan), "it was not theirs to decide"
    refused(world)
    assert SAYS in today(jan)
    worry(world, days=30)
    assert SAYS not in today(jan), "they spoke since"


def test_what_was_given_back_counts_and_an_error_does_not(world: World) -> None:
    for days in SPOKEN:
        worry(world, days=days)
    made, yusuf = asked(world, days=61), world.yusuf
    with world.acting("yusuf"):
        by: dict[str, Any] = {"referral": made, "by": yusuf, "at": days_before_now(REFUSED)}
        step(state="accepted", words=Words(hears_by=timezone.localdate(days_before_now(50))), **by)
        step(state="failed", words=Words(code="past-niet", reason="Toch niets voor ons."), **by)
    jan = logged_in(world, "jan")
    assert SAYS in today(jan) and SAYS in today(logged_in(world, "yusuf"))
    with world.acting("jan"):
        step(referral=made, state="entered-in-error", by=world.jan, at=days_before_now(0))
    assert SAYS not in today(jan), "it was a mistake"


def test_who_is_away_and_who_lives_there_is_not_silent(apart: World) -> None:
    jan, yusuf = logged_in(apart, "jan"), logged_in(apart, "yusuf")
    day = timezone.localdate()
    with owner():
        gone = Absence.objects.create(
            person=apart.yusuf, stand_in=apart.marieke, at=days_before_now(50),
            starts=day - timedelta(days=45), ends=day - timedelta(days=2),
        )  # fmt: skip
    assert SAYS not in today(jan) and SAYS not in today(yusuf), "Yusuf was away for weeks"
    for name, known in (("jan", 44), ("yusuf", 44), ("kim", 0)):
        with apart.acting(name):
            assert len(away_of(apart.yusuf.id, until=day)) == known, "of whom one does not know, nothing"
    with owner():
        gone.delete()
    assert SAYS in today(jan)
    with owner():
        Membership.objects.create(
            circle=apart.kims_story.circle, person=apart.yusuf, since=days_before_now(9), let_in_by=apart.kim
        )
        mine = Membership.objects.create(
            circle=apart.kims_story.circle, person=apart.jan, since=days_before_now(9), as_resident=True,
            let_in_by=apart.kim,
        )  # fmt: skip
    assert SAYS not in today(jan) and SAYS not in today(yusuf), "Yusuf helps Jan at home"
    with owner():
        Membership.objects.filter(id=mine.id).update(until=days_before_now(1))
    assert SAYS in today(jan)
    with owner():
        Hat.objects.filter(person=apart.jan).update(until=day - timedelta(days=3))
    assert SAYS not in today(jan) and SAYS not in today(yusuf), "Jan stopped"


def test_writing_ends_it_for_both_and_nobody_else_reads_it(apart: World) -> None:
    jan, yusuf, url = logged_in(apart, "jan"), logged_in(apart, "yusuf"), page_of(apart, "yusuf")
    empty = jan.post(url, {"words": "  "})
    assert empty.status_code == 400 and "Er staat nog niets" in empty.text
    long = jan.post(url, {"words": "Dag " * 600})
    assert long.status_code == 400 and "Dag Dag Dag" in long.text and "2000 tekens" in long.text
    answer = jan.post(url, {"words": "Zullen we koffie drinken?"})
    assert answer.status_code == 302 and jan.post(url, {"words": "Zullen we koffie drinken?"}).status_code == 302
    assert jan.get(url).text.count("<p>Zullen we koffie drinken?") == 1, "sent twice it is one"
    assert SAYS not in today(jan) and SAYS not in today(yusuf)
    assert "Jan schreef je een berichtje." in today(yusuf)
    there = yusuf.get(page_of(apart, "jan")).text
    assert "Zullen we koffie drinken?" in there and SAYS not in there
    assert yusuf.post(page_of(apart, "jan"), {"words": "Graag, donderdag?"}).status_code == 302
    assert "Graag, donderdag?" in jan.get(url).text
    for name in ("riet", "marieke", "fatima"):
        with apart.acting(name):
            assert not Letter.objects.filter(kind="message").exists(), name
    with acting_as(office("post")):
        mail = mail_of(Letter.objects.get(kind="message", writer=apart.jan), at=timezone.now())
    assert mail.subject == "Er wacht iets op je" and page_of(apart, "jan") in mail.text
    assert "koffie" not in mail.text + mail.html
    with apart.acting("yusuf"):
        assert not PartnerAnswer.objects.exists(), "what Jan did is his"


def test_what_is_sent_when_the_invitation_has_just_gone_is_not_lost(apart: World) -> None:
    jan, url = logged_in(apart, "jan"), page_of(apart, "yusuf")
    jan.post(url + "rust/")
    assert jan.get(url).status_code == 404
    assert jan.post(url, {"words": "Toch even bellen?"}).status_code == 302
    assert "Toch even bellen?" in jan.get(url).text


def test_what_one_answers_the_other_does_not_see(apart: World) -> None:
    jan, yusuf, url = logged_in(apart, "jan"), logged_in(apart, "yusuf"), page_of(apart, "yusuf")
    assert "vier weken" in jan.post(url + "rust/", follow=True).text
    assert jan.post(url + "rust/").status_code == jan.post(url + "klopt-niet/").status_code == 302, "pressed twice"
    assert SAYS not in today(jan) and jan.get(url).status_code == 404
    assert SAYS in today(yusuf), "his own is still there"
    yusuf.post(page_of(apart, "jan") + "klopt-niet/")
    assert SAYS not in today(yusuf)
    for name, kind in (("jan", "rest"), ("yusuf", "wrong")):
        with apart.acting(name):
            assert [one.kind for one in PartnerAnswer.objects.all()] == [kind], name
    with owner():
        PartnerAnswer.objects.filter(kind="rest").update(
            at=days_before_now(15), until=timezone.localdate() - timedelta(days=9)
        )
        PartnerAnswer.objects.filter(kind="wrong").update(at=days_before_now(15))
    assert SAYS in today(jan), "it rested long enough"
    assert SAYS not in today(yusuf), "he said there is nothing"


def test_who_calls_gets_a_reminder_that_the_other_does_not_see(apart: World) -> None:
    jan, url = logged_in(apart, "jan"), page_of(apart, "yusuf")
    for day, sentence in (("", "Kies een dag."), ("2020-01-01", "voorbij"), ("31-02-2026", "bestaat niet")):
        answer = jan.post(url + "bellen/", {"day": day})
        assert answer.status_code == 400 and sentence in answer.text, day
    day = timezone.localdate().isoformat()
    answer = jan.post(url + "bellen/", {"day": day}, follow=True)
    assert "alleen jij ziet het" in answer.text and "Yusuf bellen" in answer.text and SAYS not in answer.text
    with apart.acting("jan"):
        assert FollowUp.objects.get().action == "Yusuf bellen"
    with apart.acting("yusuf"):
        assert not FollowUp.objects.exists()
    assert SAYS in today(logged_in(apart, "yusuf"))


def test_after_ten_answers_of_which_too_few_were_right_it_rests(apart: World) -> None:
    jan = logged_in(apart, "jan")
    for right, invited in ((6, True), (5, False)):
        with owner():
            PartnerAnswer.objects.all().delete()
            for n in range(10):
                kind = "reach" if n < right else "wrong"
                said: dict[str, Any] = {"last": days_before_now(200), "at": days_before_now(150 + n)}
                PartnerAnswer.objects.create(person=apart.jan, other=apart.yusuf, kind=kind, **said)
        assert (SAYS in today(jan)) is invited, right


def test_at_most_one_a_week(apart: World) -> None:
    for days in SPOKEN:
        worry(apart, days=days - 3, to="marieke")
    refused(apart, days=REFUSED - 3, to="marieke")
    jan = logged_in(apart, "jan")
    assert today(jan).count(SAYS) == 1 and "Jij en Yusuf" in today(jan), "the longer silence is rarer"
    assert jan.get(page_of(apart, "marieke")).status_code == 404
    jan.post(page_of(apart, "yusuf") + "rust/")
    assert SAYS not in today(jan), "no second one this week"
    with owner():
        PartnerAnswer.objects.update(at=days_before_now(8))
    assert "Jij en Marieke" in today(jan)


def test_the_database_gives_their_days_to_the_two_alone(apart: World) -> None:
    mine, theirs = seen_by(apart, "jan"), seen_by(apart, "yusuf")
    assert set(mine) == {apart.yusuf.id} and set(theirs) == {apart.jan.id}
    assert mine[apart.yusuf.id] == theirs[apart.jan.id], "the same for both"
    days = {timezone.localdate(days_before_now(n)) for n in SPOKEN}
    day = timezone.localdate(days_before_now(REFUSED))
    assert mine[apart.yusuf.id] == Days(days | {day}, {day})
    for name in ("riet", "marieke", "fatima", "loes", "kim"):
        assert seen_by(apart, name) == {}, name
    with acting_as(office("reminders")):
        assert partner_days() == {}


def test_who_stands_in_or_administers_reads_nothing_of_it(apart: World) -> None:
    day = timezone.localdate()
    with owner():
        for one in (apart.jan, apart.yusuf):
            Absence.objects.create(person=one, stand_in=apart.marieke, starts=day, ends=day, at=days_before_now(1))
        PartnerAnswer.objects.create(person=apart.jan, other=apart.yusuf, kind="wrong", last=day, at=days_before_now(0))
    assert seen_by(apart, "marieke") == {} and SAYS not in today(logged_in(apart, "marieke"))
    for name in ("marieke", "riet", "yusuf"):
        with apart.acting(name), connection.cursor() as cursor:
            cursor.execute("select count(*) from bridge_partneranswer")
            assert cursor.fetchone() == (0,), name
    with apart.acting("jan"):
        assert PartnerAnswer.objects.count() == 1
    with owner():
        Administrator.objects.create(person=apart.loes, made_by=apart.loes, since=days_before_now(9))
    with acting_as(administrator(apart.loes.id)):
        assert Person.objects.filter(id=apart.jan.id).exists(), "she administers"
        assert partner_days() == {} and not PartnerAnswer.objects.exists()


def test_nobody_writes_or_answers_outside_the_two(apart: World) -> None:
    def letter(by: str, to: str, about: str = "") -> Letter:
        said: dict[str, Any] = {
            "kind": "message",
            "about_kind": "partner",
            "words": "Hoi",
            "written_at": days_before_now(0),
        }
        ids = {"about_id": apart.people[about or by].id, "due": said["written_at"]}
        return Letter(writer=apart.people[by], reader=apart.people[to], **said, **ids)

    def answer(by: str, to: str) -> PartnerAnswer:
        said: dict[str, Any] = {"last": timezone.localdate(), "kind": "wrong", "at": days_before_now(0)}
        return PartnerAnswer(person=apart.people[by], other=apart.people[to], **said)

    for by, made in (
        ("marieke", letter("marieke", "jan")),
        ("jan", letter("jan", "fatima")),
        ("jan", letter("jan", "yusuf", about="riet")),
        ("jan", letter("yusuf", "jan")),
        ("marieke", answer("marieke", "jan")),
        ("jan", answer("jan", "marieke")),
        ("marieke", answer("jan", "yusuf")),
    ):
        with apart.acting(by), pytest.raises(DatabaseError, match="row-level"), transaction.atomic():
            made.save(force_insert=True)
    with apart.acting("jan"):
        letter("jan", "yusuf").save(force_insert=True)
        answer("jan", "yusuf").save(force_insert=True)


def test_what_stands_in_a_circle_counts_when_both_read_it(apart: World) -> None:
    """Jan and Yusuf met at Riet's; that counts for both as long as both read it, and for neither when one does not."""
    with apart.acting("marieke"):
        let_in(circle=apart.riets_story.circle, person=apart.yusuf, by=apart.marieke, at=days_before_now(70))
    note_met(apart, days=20)
    day = timezone.localdate(days_before_now(20))
    for name, other in (("jan", apart.yusuf), ("yusuf", apart.jan)):
        assert day in seen_by(apart, name)[other.id].contact, name
        assert SAYS not in today(logged_in(apart, name)), name
    with owner():
        seat = Membership.objects.filter(circle=apart.riets_story.circle, person=apart.yusuf)
        seat.update(until=days_before_now(1))
    for name, other in (("jan", apart.yusuf), ("yusuf", apart.jan)):
        assert day not in seen_by(apart, name)[other.id].contact, name
        assert SAYS in today(logged_in(apart, name)), name
    with owner():
        seat.update(until=None, sees_from=days_before_now(10))
    assert day not in seen_by(apart, "jan")[apart.yusuf.id].contact, "Yusuf reads from later on"
    with owner():
        seat.update(sees_from=None)
    assert day in seen_by(apart, "jan")[apart.yusuf.id].contact


def note_met(world: World, *, days: int) -> None:
    with world.acting("jan"):
        at, met = days_before_now(days), [Present(world.yusuf, there=True)]
        note(line="Samen koffie bij Riet.", circle=world.riets_story.circle, by=world.jan, at=at, present=met)
        note(line="Riet sliep goed.", circle=world.riets_story.circle, by=world.jan, at=days_before_now(days - 4))


def test_today_asks_no_more_of_who_has_nothing_between(world: World) -> None:
    jan = logged_in(world, "jan")
    jan.get("/")
    before = count(jan, "/")
    for days in SPOKEN:
        worry(world, days=days)
    quiet = count(jan, "/")
    refused(world)
    jan.get("/")
    assert quiet - before <= 4, (before, quiet)
    assert count(jan, "/") - quiet <= 12
