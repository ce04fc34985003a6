"""Whoever does what stands on the map is asked: once a season, and when three times nobody reached them."""

from datetime import timedelta
from unittest.mock import patch

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from nabij.directory.asking_owners import ask_owners
from nabij.directory.correcting import stop_mail
from nabij.directory.models import Confirmation, Service
from nabij.directory.owners import OwnerLetter, OwnerStop, hash_of_address
from nabij.directory.verbs import confirm
from nabij.trust.acting import acting_as, link, office
from tests.directory.conftest import NOW
from tests.mailbox import delivered

MAP = {
    "organizations": "id,name,email\no1,Buurthuis,huis@voorbeeld.example\n",
    "services": (
        "id,name,status,email,organization_id,assured_date\n"
        "s1,Eettafel,active,eten@voorbeeld.example,o1,2026-11-01\n"
        "s2,Soep,active,ETEN@voorbeeld.example,o1,2026-05-01\n"
        "s3,Koffie,active,,o1,2026-11-01\n"
        "s4,Gestopt,defunct,weg@voorbeeld.example,o1,2020-01-01\n"
        "s5,Zonder adres,active,geen adres,,2020-01-01\n"
    ),
}
SEASON = timedelta(days=92)
UNREACHED, VISITOR = Confirmation.Found.UNREACHED, Confirmation.Voice.VISITOR


@pytest.fixture
def on_the_map(folder, bring):
    bring(folder(**MAP))


def asked(at=NOW) -> list[tuple[str, str]]:
    """Who got a mail now: address and what stands in it."""
    with patch("django.utils.timezone.now", lambda: at):
        before = len(delivered())
        with acting_as(office("reminders")):
            ask_owners(at=at)
        return sorted((mail.to[0], str(mail.body)) for mail in delivered()[before:])


def missed(name: str, *days: int) -> None:
    with acting_as(office("beheer")):
        for day in days:
            there = Service.objects.get(name=name)
            at = NOW + timedelta(days=day)
            confirm(
                service=there, found=Confirmation.Found.UNREACHED, by=None, at=at, said_by=Confirmation.Voice.VISITOR
            )


def test_one_mail_for_one_address_with_all_its_listings_and_none_when_all_is_fresh(on_the_map):
    ((to, words),) = asked()

    assert to == "eten@voorbeeld.example"
    assert "- Eettafel" in words and "- Soep" in words and "Koffie" not in words
    assert "/klopt-nog/" in words and "seizoen" in words


def test_a_season_later_and_not_before(on_the_map):
    assert asked()
    assert not asked(NOW + timedelta(days=1))
    later = asked(NOW + SEASON)
    assert [to for to, _words in later] == ["eten@voorbeeld.example", "huis@voorbeeld.example"]


def test_what_nobody_reached_three_times_asks_once_until_it_is_answered(on_the_map):
    asked()
    missed("Koffie", 0, 1)
    assert not asked(NOW + timedelta(days=2))
    missed("Koffie", 2)

    ((to, words),) = asked(NOW + timedelta(days=3))
    assert to == "huis@voorbeeld.example"
    assert "Drie keer probeerde iemand jullie te bereiken" in words
    missed("Koffie", 4, 5)
    assert not asked(NOW + timedelta(days=6))

    with acting_as(office("beheer")):
        koffie = Service.objects.get(name="Koffie")
        confirm(service=koffie, found=Confirmation.Found.RIGHT, by=None, at=NOW + timedelta(days=7), how="gebeld")
    missed("Koffie", 8, 9, 10)
    assert asked(NOW + timedelta(days=11)) == []  # Within a month they are not asked again.
    assert [to for to, _words in asked(NOW + timedelta(days=34))] == ["huis@voorbeeld.example"]


def test_who_wants_no_mail_gets_none_and_who_wants_it_again_does(on_the_map):
    asked()
    with acting_as(office("reminders")):
        letter = OwnerLetter.objects.get()
    assert bytes(letter.address_hash) == hash_of_address("eten@voorbeeld.example")
    for stops, number in ((True, 0), (False, 1)):
        from_link(letter, stops)
        later = asked(NOW + SEASON + timedelta(days=stops))
        assert [to for to, _words in later].count("eten@voorbeeld.example") == number


def from_link(letter: OwnerLetter, stops: bool) -> None:
    with acting_as(link(reader=letter.id, reach=letter.id)):
        stop_mail(letter=letter, stops=stops, at=NOW + timedelta(days=1 if stops else 2))
        assert OwnerStop.objects.count()


def test_nothing_in_the_database_says_which_address_it_was(on_the_map):
    asked()
    with acting_as(office("reminders")):
        kept = OwnerLetter.objects.values_list().get()
    assert "eten@" not in repr(kept)


def test_many_addresses_ask_the_database_as_much_as_one(folder, bring):
    def questions(many: int, *, at) -> int:
        rows = [f"x{n},Soep {n},active,soep{n}@voorbeeld.example,,2026-01-01" for n in range(many)]
        bring(folder(services="\n".join(["id,name,status,email,organization_id,assured_date", *rows, ""])))
        with CaptureQueriesContext(connection) as seen, acting_as(office("reminders")):
            assert ask_owners(at=at) == many
        return len(seen.captured_queries)

    assert questions(1, at=NOW) == questions(40, at=NOW + SEASON) <= 16
