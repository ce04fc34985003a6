"""Stories do not leak into each other: what was told elsewhere neither shows nor changes the ladder."""

import pytest

from nabij.bridge.ladder import RungName
from nabij.moments.models import Saying
from nabij.people.models import Person, Strength
from nabij.trust.models import Acquaintance
from tests.bridge.street import Street, entry, everybody, names

pytestmark = pytest.mark.django_db


@pytest.fixture
def street() -> Street:
    street = Street()
    for name in ("Marieke Bos", "Riet Kuiper", "Gerda Blom", "Jan Groen", "Fatima El Amrani"):
        street.person(name)
    street.hat("marieke", "wijkwerker", formal=True, group=street.team, open=False)
    return street


def test_too_much_told_in_one_story_counts_there_and_nowhere_else(street):
    riet = street.story("riet", by="marieke")
    gerda = street.story("gerda", by="marieke")
    for told in (riet, gerda):
        told.tie("jan", "neighbour", told_by="jan", gives="wandelt graag mee")
    before = riet.ask("Wie wandelt er mee?")
    gerda.said("too_much", "jan", by="jan")
    gerda.said("quarrel", "jan")
    with street.acting("marieke"):
        assert Saying.objects.filter(about=street.people["jan"]).count() == 2, "Marieke may read it there"
    assert riet.ask("Wie wandelt er mee?") == before
    assert not entry(gerda.ask("Wie wandelt er mee?"), "Jan").may_be_asked


def test_unsafe_told_in_one_story_hides_nobody_in_another(street):
    riet = street.story("riet", by="marieke")
    gerda = street.story("gerda", by="marieke")
    for told in (riet, gerda):
        told.tie("jan", "neighbour")
    gerda.said("unsafe", "jan")
    assert "Jan" in everybody(riet.ask("Wie wandelt er mee?"))
    assert "Jan" not in everybody(gerda.ask("Wie wandelt er mee?"))


def test_what_somebody_can_is_known_where_they_are_or_openly(street):
    riet = street.story("riet", by="marieke")
    gerda = street.story("gerda", by="marieke", readers=["fatima"])
    street.hat("fatima", "buurvrouw")
    street.can("fatima", "wandelen met anderen", open=False)
    with street.acting("marieke"):
        assert Strength.objects.count() == 1, "Marieke may read it, because of the other story"
    assert "Fatima" not in everybody(riet.ask("Wie wandelt er mee?"))
    assert "wandelen met anderen" in everybody(gerda.ask("Wie wandelt er mee?"))
    street.can("fatima", "samen wandelen")
    ladder = riet.ask("Wie wandelt er mee?")
    assert entry(ladder, "Fatima").reasons == ("Kan of weet: samen wandelen.", "Woont in Wheermolen-Oost.")


def test_a_smaller_circle_tells_only_who_is_in_it(street):
    riet = street.story("riet", by="marieke", readers=["fatima"])
    riet.tie("jan", "neighbour", told_by="jan", gives="wandelt graag mee")
    riet.smaller(readers=["marieke"], by="riet")
    riet.said("not_tell", "jan", circle="smaller", at_by="riet")
    assert not entry(riet.ask("Wie wandelt er mee?", by="riet"), "Jan").may_be_asked
    assert not entry(riet.ask("Wie wandelt er mee?", by="marieke"), "Jan").may_be_asked
    assert entry(riet.ask("Wie wandelt er mee?", by="fatima"), "Jan").may_be_asked


def test_a_number_is_shown_to_the_circle_and_not_to_others(street):
    riet = street.story("riet", by="marieke")
    gerda = street.story("gerda", by="marieke")
    street.hat("jan", "buurman")
    street.can("jan", "wandelen")
    street.number("jan", "06 00 00 00 14")
    riet.tie("jan", "neighbour")
    assert any(way.phone == "06 00 00 00 14" for way in entry(riet.ask("Wie wandelt er mee?"), "Jan").reach)
    assert all(not way.phone for way in entry(gerda.ask("Wie wandelt er mee?"), "Jan").reach)


def test_who_is_asked_in_the_neighbourhood_is_who_is_open_to_it(street):
    riet = street.story("riet", by="marieke")
    street.hat("fatima", "leidt Samen Wandelen", open=False)
    assert names(riet.ask("Wie wandelt er mee?").rung(RungName.NEIGHBOURS)) == []
    street.hat("jan", "wandelt met wie wil")
    assert names(riet.ask("Wie wandelt er mee?").rung(RungName.NEIGHBOURS)) == ["Jan"]


def test_a_danger_stays_when_whoever_told_it_is_not_seen_any_more(street):
    """A row of which the teller is hidden must not vanish with them."""
    riet = street.story("riet", by="marieke", readers=["fatima"])
    street.person("Wim Uitzicht")
    riet.tie("jan", "neighbour", told_by="wim", gives="wandelt mee")
    riet.said("unsafe", "gerda", by="wim")
    riet.tie("gerda", "neighbour")
    with street.acting("wim"):
        Acquaintance.objects.filter(who=street.people["fatima"]).delete()
    with street.acting("fatima"):
        assert not Person.objects.filter(id=street.people["wim"].id).exists()
    ladder = riet.ask("Wie wandelt er mee?", by="fatima")
    assert entry(ladder, "Jan").reasons == ("Iemand vertelt: “wandelt mee”.",)
    assert "Gerda" not in everybody(ladder)


def test_who_has_duty_is_called_also_when_one_does_not_see_who_it_is(street):
    street.hat("gerda", "avonddienst", formal=True, open=False)
    street.on_duty("gerda", phone="0299 00 00 50")
    duty = street.story("riet").ask("Piet is weg, al een uur.").duty
    assert [(one.phone, one.name) for one in duty] == [("0299 00 00 50", "")]


def test_a_story_of_somebody_without_an_address_is_where_its_worker_works(street):
    street.person("Onbekende", neighbourhood=None)
    street.on_duty("marieke")
    assert street.story("onbekende", by="marieke").ask("Hij slaat me.").duty[0].name == "Marieke Bos"
