"""Who keeps what neighbours put on the map gets the mail of the season, and nobody learns their address by it."""

import re
from datetime import timedelta

import pytest
from django.db import ProgrammingError, connection, transaction
from django.test import Client
from django.utils import timezone

from nabij.directory.asking_owners import ask_owners, mail_of_initiatives
from nabij.directory.correcting import stands
from nabij.directory.initiatives import Initiative
from nabij.directory.models import Confirmation, Contact, OwnerLetter, Phone, Schedule, Service
from nabij.trust.acting import NOBODY, acting_as, link, office
from tests.conftest import owner
from tests.mailbox import delivered
from tests.web.test_oneself_on_the_map import COFFEE, on_the_map, say, sent_by_a_visitor, without_thinking

pytestmark = pytest.mark.django_db
__all__ = ["without_thinking"]
MAIL = "emine@voorbeeld.example"


def put_there(coordinator: Client, **said: str) -> str:
    """The page by which whoever sent it in keeps it; it was last found right long ago."""
    _client, page = sent_by_a_visitor(email=MAIL, **said)
    say(coordinator, "yes")
    with owner():
        Service.objects.update(assured_date=timezone.localdate() - timedelta(days=120))
    return page


def letters() -> list[str]:
    """The links in the mails that went to Emine now."""
    before = len(delivered())
    with acting_as(office("reminders")):
        ask_owners(at=timezone.now())
    mails = [mail for mail in delivered()[before:] if mail.to == [MAIL]]
    return [re.findall(r"/klopt-nog/\S+", str(mail.body))[0] for mail in mails]


def answer(page: str, said: str, **more: str):
    with owner():
        key = Service.objects.get().pk
    return Client().post(page, {"service": str(key), "answer": said, **more}, follow=True)


@pytest.mark.parametrize("said", [{}, {"role": "gastvrouw"}, {"introduction": "introduction"}])
def test_who_keeps_it_is_asked_and_says_that_it_is_right(world, coordinator, said):
    put_there(coordinator, **said)
    (page,) = letters()
    assert letters() == []
    shown = Client().get(page).content.decode()
    assert "Koffieochtend" in shown and MAIL not in shown and "06 12 34 56 78" not in shown and "Emine" not in shown
    assert "Verander iets" not in shown and "met de link die je bewaarde" in shown
    assert "Dank je wel." in answer(page, "right").content.decode()
    with owner():
        assert Confirmation.objects.get().said_by == Confirmation.Voice.OWNER
        assert MAIL.encode() not in bytes(OwnerLetter.objects.get().address_hash)
    if not said.get("role"):
        with acting_as(NOBODY):
            assert not Contact.objects.exists()
            key = Service.objects.get().pk
        assert MAIL not in Client().get(f"/kaart/{key}/").content.decode()


def test_it_is_gone_by_the_mail_and_comes_back_on_their_own_page(world, coordinator):
    own_page = put_there(coordinator)
    (page,) = letters()
    Client().post(own_page, COFFEE | {"email": MAIL, "days": ["FR"]})
    assert "Buren veranderden iets op de kaart" in coordinator.get("/").content.decode()
    shown = answer(page, "gone").content.decode()
    assert "Buren veranderden iets op de kaart" not in coordinator.get("/").content.decode()
    assert "Naam en nummer zijn weg." in shown and "Zet het weer op de kaart" not in shown
    with owner():
        assert not (Contact.objects.exists() or Phone.objects.exists())
    assert on_the_map() == []
    assert "Koffieochtend" not in coordinator.get("/kaart/zelf/wacht/").content.decode()
    answer(page, "right")
    assert on_the_map() == []
    assert "zei je dat het er niet meer is" in Client().get(own_page).content.decode()
    Client().post(own_page, COFFEE)
    assert on_the_map() == ["Koffieochtend"]
    assert "Het staat op de kaart." in Client().get(own_page).content.decode()


def test_by_the_mail_nothing_else_of_it_is_changed(world, coordinator):
    put_there(coordinator)
    (page,) = letters()
    words = {"times": "", "phone": "0299 00 00 01", "mail": "x@voorbeeld.example", "web": "", "description": "Anders"}
    assert answer(page, "correct", **words).status_code == 422
    with owner():
        letter, there = OwnerLetter.objects.get(), Service.objects.get()
        assert (there.email, there.description) == ("", COFFEE["description"])
    with acting_as(link(reader=letter.pk, reach=letter.pk)):
        assert stands(there).phone == ""
        assert Schedule.objects.all().delete()[0] == 0
        assert Phone.objects.update(number="06") == 0
        assert not Initiative.objects.exists()
        for make in (
            lambda: Phone.objects.create(service=there, number="06"),
            lambda: Schedule.objects.create(service=there, description="altijd"),
        ):
            with pytest.raises(ProgrammingError, match="row-level security"), transaction.atomic():
                make()


def test_an_old_address_has_no_link(world, coordinator):
    own_page = put_there(coordinator)
    (page,) = letters()
    Client().post(own_page, COFFEE | {"email": "ander@voorbeeld.example"})
    assert "Koffieochtend" not in Client().get(page).content.decode()
    assert answer(page, "gone").status_code == 422
    with owner():
        letter = OwnerLetter.objects.get()
    with acting_as(link(reader=letter.pk, reach=letter.pk)):
        assert Contact.objects.all()._raw_delete("default") == 0


def test_nobody_but_the_office_that_asks_learns_an_address(world, coordinator):
    put_there(coordinator)
    with acting_as(office("reminders")):
        assert list(mail_of_initiatives().values()) == [MAIL]
    with owner():
        one = Initiative.objects.get()
    for actor in (NOBODY, office("door"), office("beheer"), link(reader=one.pk, reach=one.pk)):
        with acting_as(actor):
            assert mail_of_initiatives() == {}
    with world.acting("yusuf"), connection.cursor() as cursor:
        cursor.execute("select trust.mail_of_initiatives()::text")
        assert cursor.fetchone() == ("{}",)
