"""A code on one screen, a name on the other, and a yes: nothing opens before it."""

from datetime import timedelta

from django.core import mail
from django.test import Client
from django.utils import timezone

from nabij.people.models import Account
from nabij.trust.acting import acting_as, office
from nabij.trust.models import Invitation, Knock, Membership
from tests.conftest import owner
from tests.web.asking import count, log_in, logged_in
from tests.web.inviting import link_in_mail, new_code, page_of, text_of

ROB = {"name": "Rob Visser", "address": "rob@huis.example"}


def test_rob_scans_is_confirmed_and_reads_from_now(world):
    mine, made, code = new_code(world)
    phone = Client()
    assert "Marieke Bos" in text_of(phone.get(f"/kom/{code}/"))
    assert "Riet" not in text_of(phone.get(f"/kom/{code}/"))
    assert phone.post(f"/kom/{code}/", ROB, follow=True).status_code == 200
    assert "Marieke ziet nu je naam" in text_of(phone.get(f"/kom/{code}/"))
    with world.acting("riet"):
        assert Membership.objects.filter(circle=made.circle_id).count() == 4, "a code alone opens nothing"
    text = text_of(mine.get(f"/uitnodigingen/{made.id}/"))
    assert "Ja, dat is Rob Visser" in text
    assert "rob@huis.example" in text
    assert mine.post(f"/uitnodigingen/{made.id}/bevestiging/", {"answer": "yes"}).headers["Location"] == page_of(world)
    text = text_of(phone.get(f"/kom/{code}/"))
    assert "Log nu in met rob@huis.example" in text
    with acting_as(office("door")):
        rob = Account.objects.select_related("person").get(email="rob@huis.example")
    log_in(phone, rob)
    assert phone.get(page_of(world)).status_code == 200
    with world.acting("riet"):
        assert Membership.objects.get(person=rob.person).sees_from == made.sees_from


def test_who_is_refused_reads_nothing_and_the_code_is_used_up(world):
    mine, made, code = new_code(world)
    phone = Client()
    phone.post(f"/kom/{code}/", ROB)
    mine.post(f"/uitnodigingen/{made.id}/bevestiging/", {"answer": "no"})
    assert "Het is niet gelukt" in text_of(phone.get(f"/kom/{code}/"))
    assert mine.post(f"/uitnodigingen/{made.id}/bevestiging/", {"answer": "yes"}).status_code == 302
    with acting_as(office("door")):
        assert not Account.objects.filter(email="rob@huis.example").exists()
    other = Client().post(f"/kom/{code}/", ROB)
    assert other.status_code == 409
    assert "heeft al iemand aangeklopt" in text_of(other)


def test_a_code_that_is_late_altered_or_of_another_opens_nothing(world):
    _mine, made, code = new_code(world)
    for wrong in ("ABCDEFGH", code[:-1], "-", "%F0%9F%94%91"):
        unknown = Client().get(f"/kom/{wrong}/")
        assert unknown.status_code == 404, wrong
        assert 'action="/kom/"' in text_of(unknown), "another code can be typed at once"
        assert 'href="/inloggen/"' in text_of(unknown)
        assert "Deze code kennen we niet" in text_of(unknown)
    other = logged_in(world, "jan")
    for url in ("", "code.svg"):
        assert other.get(f"/uitnodigingen/{made.id}/{url}").status_code == 404
    assert other.post(f"/uitnodigingen/{made.id}/bevestiging/", {"answer": "yes"}).status_code == 404
    with owner():
        then = timezone.now() - timedelta(minutes=30)
        Invitation.objects.filter(id=made.id).update(at=then, expires=then + timedelta(minutes=10))
    late = Client().post(f"/kom/{code}/", ROB)
    assert late.status_code == 410
    assert "tien minuten" in text_of(late)
    with acting_as(office("door")):
        assert not Knock.objects.exists()


def test_the_code_is_typed_by_who_cannot_scan(world):
    _mine, _made, code = new_code(world)
    typed = Client().post("/kom/", {"code": f" {code[:4].lower()}-{code[4:]} "})
    assert typed.headers["Location"] == f"/kom/{code}/"
    assert Client().post("/kom/", {"code": ""}).status_code == 400
    assert Client().post("/kom/", {"code": "???"}, follow=True).status_code == 404


def test_the_picture_has_an_address_without_the_code_and_is_not_kept(world):
    mine, made, code = new_code(world)
    page = mine.get(f"/uitnodigingen/{made.id}/")
    assert code not in page.content.decode().replace(f"{code[:4]} {code[4:]}", "")
    drawn = mine.get(f"/uitnodigingen/{made.id}/code.svg")
    assert drawn.headers["Content-Type"] == "image/svg+xml"
    assert drawn.headers["Cache-Control"] == "no-store"
    assert b"style=" not in drawn.content
    assert Client().get(f"/uitnodigingen/{made.id}/code.svg").status_code == 302, "to the log-in"


def test_who_is_logged_in_only_says_yes(world):
    mine, made, code = new_code(world)
    phone = logged_in(world, "kim")
    assert "Klop aan als Kim Lansink" in text_of(phone.get(f"/kom/{code}/"))
    phone.post(f"/kom/{code}/", {"on": "1"})
    mine.post(f"/uitnodigingen/{made.id}/bevestiging/", {"answer": "yes"})
    assert "Naar de kring" in text_of(phone.get(f"/kom/{code}/"))
    assert phone.get(page_of(world)).status_code == 200
    assert logged_in(world, "loes").get(page_of(world)).status_code == 404


def test_typing_an_address_is_not_owning_it(world):
    mine, made, code = new_code(world)
    Client().post(f"/kom/{code}/", {"name": "Yusuf?", "address": "yusuf@voorbeeld.example"})
    answer = mine.post(f"/uitnodigingen/{made.id}/bevestiging/", {"answer": "yes"}, follow=True)
    assert "krijgt nu een mail" in text_of(answer)
    assert logged_in(world, "yusuf").get(page_of(world)).status_code == 404
    url = link_in_mail()
    assert mail.outbox[-1].to == ["yusuf@voorbeeld.example"]
    assert logged_in(world, "yusuf").post(url, {"answer": "yes"}).headers["Location"] == page_of(world)


def test_a_resident_gets_a_login_while_sitting_together(world):
    with owner():
        Account.objects.filter(person=world.riet).delete()
    with world.acting("marieke"):
        seat = Membership.objects.get(person=world.riet, circle=world.riets_story.circle)
    refused = logged_in(world, "jan").post(page_of(world) + "code/", {"member": str(seat.id)})
    assert refused.status_code == 400
    mine, made, code = new_code(world, member=str(seat.id))
    phone = Client()
    assert "Riet" not in text_of(phone.get(f"/kom/{code}/"))
    phone.post(f"/kom/{code}/", {"address": "marieke@voorbeeld.example"})
    taken = mine.post(f"/uitnodigingen/{made.id}/bevestiging/", {"answer": "yes"}, follow=True)
    assert "logt al iemand anders in" in text_of(taken)
    mine, made, code = new_code(world, member=str(seat.id))
    phone.post(f"/kom/{code}/", {"address": "riet@huis.example"})
    mine.post(f"/uitnodigingen/{made.id}/bevestiging/", {"answer": "yes"})
    with acting_as(office("door")):
        assert Account.objects.get(email="riet@huis.example").person == world.riet


def test_the_page_that_waits_asks_little(world):
    mine, made, _code = new_code(world)
    assert count(mine, f"/uitnodigingen/{made.id}/") <= 8
