"""What administration keeps from the terminal; what cannot be used is one sentence, status 2, and changes nothing."""

from datetime import UTC, date, datetime

import pytest
from typer.testing import CliRunner

from nabij.cli.commands import app
from nabij.people.models import Administrator, Duty, Group, Hat, Person, Place, Proof
from nabij.trust.acting import acting_as, office
from nabij.trust.glass import TrustedThird
from tests.world import World

EAST = "BU04390302"
YUSUF, KIM, RIET = "yusuf@voorbeeld.example", "kim@voorbeeld.example", "riet@voorbeeld.example"
NIGHT = ("--from", "2026-11-22T17:00", "--until", "2026-11-23T08:00", "--phone", "0299 00 00 64")


def run(*words: str) -> str:
    result = CliRunner().invoke(app, words)
    assert (result.exit_code, result.stderr) == (0, ""), result.output
    return result.stdout


def refused(*words: str) -> str:
    result = CliRunner().invoke(app, words)
    assert (result.exit_code, result.stdout, len(result.stderr.splitlines())) == (2, "", 1), result.output
    return result.stderr


def test_a_group_is_made_once(world: World) -> None:
    words = ("group", "Wijkteam Oost", "--kind", "team", "--formal", "--neighbourhood", EAST)
    assert run(*words) == "De groep Wijkteam Oost is er.\n"
    assert "staat er al" in refused(*words)
    with acting_as(office("beheer")):
        made = Group.objects.get()
        assert (made.name, made.kind, made.formal, made.neighbourhood_id) == ("Wijkteam Oost", "team", True, EAST)


def test_a_place_stands_on_the_page_of_its_neighbourhood(world: World) -> None:
    words = ("place", "De Kern", "--address", "Dorpsplein 1", "--neighbourhood", EAST, "--hours", "ma-vr 9-17 uur")
    assert run(*words) == "De plek De Kern is er.\n"
    assert "staat er al" in refused(*words)
    with acting_as(office("beheer")):
        made = Place.objects.get()
        assert (made.address, made.hours, made.neighbourhood_id) == ("Dorpsplein 1", "ma-vr 9-17 uur", EAST)


def test_a_hat_is_granted_with_its_mandate_and_once(world: World) -> None:
    run("group", "Wijkteam Oost", "--kind", "team", "--formal")
    words = ("hat", KIM, "wijkwerker", "--formal", "--group", "wijkteam oost", "--neighbourhood", EAST)
    more = ("--can", "langskomen", "--cannot", "geld geven", "--until", "2099-12-31", "--open")
    assert run(*words, *more) == "Kim Lansink draagt nu de pet: wijkwerker.\n"
    assert "draagt deze pet al" in refused(*words)
    with acting_as(office("beheer")):
        granted = Hat.objects.get(person=world.kim)
        assert (granted.formal, granted.open, granted.can, granted.cannot) == (True, True, "langskomen", "geld geven")
        assert (str(granted.group), granted.neighbourhood_id, granted.granted_by) == ("Wijkteam Oost", EAST, None)
        Hat.objects.filter(id=granted.id).update(since=datetime(2025, 1, 1, tzinfo=UTC))
    with world.acting("yusuf"):
        assert Person.objects.filter(id=world.kim.id).exists(), "an open hat is seen in its neighbourhood"


def test_a_hat_is_informal_and_for_circles_unless_it_is_said(world: World) -> None:
    run("hat", KIM, "vrijwilliger")
    with acting_as(office("beheer")):
        granted = Hat.objects.get(person=world.kim)
        assert (granted.formal, granted.open, granted.until) == (False, False, None)


def test_who_is_on_duty_is_seen_in_the_neighbourhood_and_stands_there_once(world: World) -> None:
    for _time in range(2):
        assert "Yusuf Demir heeft dienst voor Wheermolen-Oost" in run("duty", YUSUF, EAST, *NIGHT)
    with world.acting("riet"):
        there = Duty.objects.get()
        assert there.hat == world.hats["yusuf"]
        assert there.starts == datetime(2026, 11, 22, 16, tzinfo=UTC), "the clock of here"
    with world.acting("kim"):
        assert not Duty.objects.exists()


def test_two_people_are_introduced_both_ways(world: World) -> None:
    for _time in range(2):
        assert run("introduce", RIET, KIM) == "Riet Kuiper en Kim Lansink weten nu van elkaar.\n"
    with world.acting("kim"):
        assert Person.objects.filter(id=world.riet.id).exists()
        assert not Person.objects.filter(id=world.marieke.id).exists()
    with world.acting("riet"):
        assert Person.objects.filter(id=world.kim.id).exists()


def test_somebody_is_trusted_with_broken_glass_until_their_last_day(world: World) -> None:
    loes = "loes@voorbeeld.example"
    for _time in range(2):
        assert run("trusted", loes, EAST) == "Loes Hartman is nu vertrouwenspersoon voor Wheermolen-Oost.\n"
    with world.acting("yusuf"):
        assert TrustedThird.objects.get().until is None
    assert "tot en met vandaag" in run("trusted", loes, EAST, "--end")
    with world.acting("yusuf"):
        assert TrustedThird.objects.get().until


@pytest.mark.parametrize(
    "words, why",
    [
        (("trusted", RIET, EAST), "draagt in deze buurt geen pet die de buurt ziet"),
        (("trusted", RIET, EAST, "--end"), "is geen vertrouwenspersoon"),
        (("trusted", RIET, ""), "Voor welke buurt?"),
        (("hat", "niemand@voorbeeld.example", "kok"), "Niemand logt in met “niemand@voorbeeld.example”."),
        (("hat", "geen adres", "kok"), "Niemand logt in met “geen adres”."),
        (("hat", KIM, " "), "Hoe heet deze pet?"),
        (("hat", KIM, "kok", "--group", "De Kookploeg"), "De groep “De Kookploeg” is er niet."),
        (("hat", KIM, "kok", "--neighbourhood", "BU99999999"), "Buurt “BU99999999” is er niet."),
        (("hat", KIM, "kok", "--until", "31 februari"), "“31 februari” is geen dag."),
        (("hat", KIM, "kok", "--until", "2020-01-01"), "Die dag is al voorbij."),
        (("hat", KIM, "kok", "--open"), "Welke buurt mag deze pet zien?"),
        (("hat", KIM, "k" * 81), "te lang"),
        (("duty", RIET, EAST, *NIGHT), "Riet Kuiper heeft dan geen pet voor dit werk."),
        (("duty", "fatima@voorbeeld.example", EAST, *NIGHT), "heeft dan geen pet voor dit werk."),
        (("duty", YUSUF, "", *NIGHT), "Voor welke buurt is de dienst?"),
        (("duty", YUSUF, EAST), "“” is geen tijd."),
        (("duty", YUSUF, EAST, "--from", "2026-11-22", *NIGHT[2:]), "“2026-11-22” is geen tijd."),
        (("duty", YUSUF, EAST, *NIGHT[:4]), "Welk nummer bel je"),
        (("duty", YUSUF, EAST, "--from", NIGHT[3], "--until", NIGHT[1], *NIGHT[4:]), "Een dienst eindigt nadat"),
        (("group", "Buren", "--kind", "club"), "“club” is geen soort groep."),
        (("group", "  ", "--kind", "team"), "Hoe heet het?"),
        (("place", ""), "Hoe heet het?"),
        (("introduce", KIM, KIM), "Dat is twee keer dezelfde persoon."),
        (("introduce", KIM, "niemand@voorbeeld.example"), "Niemand logt in met"),
    ],
)
def test_what_cannot_be_used_is_told(world: World, words: tuple[str, ...], why: str) -> None:
    def counted() -> list[int]:
        with acting_as(office("beheer")):
            return [noun.objects.count() for noun in (Hat, Duty, Group, Place)]

    before = counted()
    assert why in refused(*words)
    assert counted() == before


def test_two_groups_of_one_name_are_told_apart_first(world: World) -> None:
    run("group", "Buren", "--kind", "initiative")
    run("group", "Buren", "--kind", "initiative", "--neighbourhood", EAST)
    assert "Er zijn meer groepen die “Buren” heten." in refused("hat", KIM, "kok", "--group", "Buren")


def test_a_proof_is_said_with_the_hat_it_is_for(world: World) -> None:
    assert "draagt nu de pet" in run(
        "hat", KIM, "maatje", "--proof", "vog:2026-01-05:2099-01-05", "--proof", "training:2026-01-05"
    )
    with acting_as(office("beheer")):
        said = set(Proof.objects.values_list("kind", "valid_until"))
    assert said == {("vog", date(2099, 1, 5)), ("training", None)}
    for wrong in ("vog", "rijbewijs:2026-01-05", "vog:gisteren", "vog:2026-01-05:2026-01-06:x"):
        assert "geen" in refused("hat", KIM, "kok", "--proof", wrong)


def test_an_administrator_is_named_and_ended_from_the_terminal(world: World) -> None:
    assert run("administrator", KIM) == "Kim Lansink is nu beheerder.\n"
    assert "was al zo" in refused("administrator", KIM)
    assert "laatste beheerder" in refused("administrator", KIM, "--end")
    run("administrator", YUSUF)
    assert run("administrator", KIM, "--end") == "Kim Lansink is geen beheerder meer.\n"
    run("welcome", "Joke Reinders", "joke@voorbeeld.example", "--administrator")
    with acting_as(office("beheer")):
        names = Administrator.objects.current().values_list("person__name", flat=True)
        assert set(names) == {"Yusuf Demir", "Joke Reinders"}
