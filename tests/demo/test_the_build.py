import datetime as dt

import pytest

from nabij.demo import cast, happenings, lately
from nabij.demo.build import build, stands
from nabij.demo.ground import FOLDER, SOURCE
from nabij.directory.entering import changed
from nabij.directory.models import Confirmation, Initiative, Service
from nabij.directory.verbs import import_hsds
from nabij.memory.carrying import State, carried
from nabij.memory.standing_in import standing_in
from nabij.moments.models import Attachment, FollowUp, Moment, Saying, Tie
from nabij.people.models import Account, Duty, Hat, Neighbourhood, Person
from nabij.post.models import Letter
from nabij.stories.models import OwnWords, Promise, Story
from nabij.trust.acting import NOBODY, acting_as, office, person
from nabij.trust.models import Circle, Invitation, Look, Membership, Request
from nabij.trust.requesting import privacy_contact
from nabij.weighing.letters import TOGETHER
from tests.demo.conftest import AT, CALENDAR
from tests.demo.test_what_happened import reads

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("neighbourhood")]

NOW = dt.datetime.fromisoformat("2026-11-20T13:00:00")  # The same as AT, on the clock at home, as it is written.
WHO_LOGS_IN = sorted(key for key, one in cast.people().items() if one.login)
STORIES = happenings.stories()


def acting(key):
    with acting_as(office("door")):
        account = Account.objects.select_related("person").get(email=cast.people()[key].mail)
    return acting_as(person(account.person_id))


def stories_seen():
    names = {story.household_id or story.person_id: story for story in Story.objects.all()}
    return {str(story) for story in names.values()}


def name_of(story):
    if story.between:
        return " en ".join(cast.people()[one].name.split()[0] for one in story.between)
    return cast.people()[story.person].called if story.person else cast.households()[story.household].name


def test_it_is_built_once():
    assert stands()
    assert build(at=AT) is False


@pytest.mark.parametrize("key", WHO_LOGS_IN)
def test_everybody_sees_the_stories_whose_circle_they_are_in_and_no_other(key):
    instead = [story for away in lately.facts()["away"] if away["stand_in"] == key for story in away["stories"]]
    expected = {name_of(story) for name, story in STORIES.items() if name in instead or reads(name, key, NOW)}
    with acting(key):
        assert stories_seen() == expected


@pytest.mark.parametrize("story", STORIES)
def test_what_is_written_in_a_story_is_read_in_its_circle_alone(story):
    twenty = [one.key for one in cast.the_twenty()]
    reading = next(key for key in WHO_LOGS_IN if reads(story, key, NOW))
    outside = next(key for key in twenty if key != reading and not _ever_in(story, key))
    written = {m.line for m in happenings.moments() if m.circle == story and m.at <= NOW and "{" not in m.line}
    with acting(reading):
        assert written <= set(Moment.objects.values_list("line", flat=True))
    with acting(outside):
        assert not written & set(Moment.objects.values_list("line", flat=True))


def _ever_in(story, key):
    return any(reads(story, key, at) for at in (NOW, *(m.at for m in happenings.moments() if m.circle == story)))


def test_riet_reads_her_whole_story_and_who_looked():
    with acting("riet"):
        story = Story.objects.get()
        readers = story.circle.memberships.current().values_list("person__name", flat=True)
        assert sorted(name.split()[0] for name in readers) == ["Fatima", "Jan", "Marieke", "Riet", "Yusuf"]
        newest = Moment.objects.filter(circle=story.circle).newest_first()
        assert newest[0].line == "Jan heeft de hond gebracht. Gezellig, een hele middag."
        assert OwnWords.objects.order_by("-at")[0].words.startswith("Ik wil weer naar de markt.")
        assert Tie.objects.filter(circle=story.circle).current().count() == 9
        assert Tie.objects.filter(circle=story.circle, ended__isnull=False).get().name.startswith("breiclub")
        assert [look.who_name for look in Look.objects.order_by("-at")[:2]] == ["Yusuf Demir", "Fatima El Amrani"]


def test_sanne_read_along_while_she_stood_in_and_now_sees_only_what_she_wrote():
    with acting("sanne"):
        assert not Story.objects.filter(person__name="Riet Kuiper").exists()
        about_riet = Moment.objects.filter(line__contains="Wat werkt: eerst koffie")
        assert about_riet.count() == 1
        assert not Moment.objects.filter(line__contains="Been is genezen").exists()


def test_what_kim_told_marieke_alone_is_read_by_the_two_of_them():
    secret = Moment.objects.filter(line__startswith="gewonnen met bingo")
    for key, sees in {
        "kim": True,
        "marieke": True,
        "theo": False,
        "sanne": False,
        "loes": False,
        "hala": False,
    }.items():
        with acting(key):
            assert secret.all().exists() is sees, key


def test_the_quarrel_is_told_on_each_side_apart():
    with acting("henk"):
        assert Saying.objects.filter(kind=Saying.Kind.QUARREL, about__name="Kim Lansink").exists()
        assert not Saying.objects.filter(owner__name="Kim Lansink").exists()
    with acting("kim"):
        assert Saying.objects.filter(kind=Saying.Kind.QUARREL, about__name="Ruud Tol").exists()
        assert not Saying.objects.filter(owner__name="Ruud Tol").exists()


def test_gerdas_too_much_is_known_in_two_circles_and_nowhere_else():
    too_much = Saying.objects.filter(kind=Saying.Kind.TOO_MUCH, about__name="Gerda Blom")
    with acting("jan"):
        assert too_much.all().count() == 2
    with acting("fatima"):
        assert too_much.all().count() == 1
    with acting("noor"):
        assert not too_much.all().exists()


def test_marieke_has_something_late_something_today_and_something_to_come_back_to():
    today = AT.date()
    with acting("marieke") as _:
        me = Person.objects.get(name="Marieke Bos")
        promised = {one.what: one for one in Promise.objects.of(me.id)}
        rollator = promised["regelt de rollator"]
        assert rollator.day is not None
        assert rollator.day < today
        assert rollator.state == "accepted", "late: not kept, and not let go"
        back = [one.action for one in FollowUp.objects.open_for(me.id, until=today)]
        assert {"vragen hoe zondag nu is", "Ineke bellen", "vragen hoe het gesprek op school was"} <= set(back)
    with acting("riet"):
        assert not Promise.objects.filter(what="belt de verhuurder over uitstel van de huur").exists()


def test_promises_stand_in_every_state():
    with acting("marieke"):
        states = {promise.state for promise in Promise.objects.at_hand()}
    with acting("noor"):
        states |= {promise.state for promise in Promise.objects.at_hand()}
    assert {"asked", "accepted", "other_day", "kept", "not_kept"} <= states


def test_what_lies_ahead_of_the_clock_has_not_happened():
    with acting("riet"):
        assert not Moment.objects.filter(happened_at__gt=AT).exists()
        assert not Moment.objects.filter(line__startswith="Ineke gebeld").exists()
    with acting("kim"):
        assert Moment.objects.filter(line__startswith="de deurwaarder belde").exists()


def test_a_visitor_reads_the_social_map_and_no_story():
    with acting_as(NOBODY):
        assert Service.objects.count() == 42 + 1, "and what Jan put there himself"
        assert Neighbourhood.objects.count() == 35
        assert not Story.objects.exists()
        assert not Moment.objects.exists()
        assert not Person.objects.exists()


def test_listings_are_confirmed_by_whom_the_neighbourhood_knows_and_one_is_not():
    with acting_as(NOBODY):
        wil = Confirmation.objects.get(service__name="Eettafel De Wheerplaats")
        assert (AT.date() - wil.at.date()).days == 5
        assert Service.objects.get(name="Koken met Kees").assured_date == CALENDAR.day(dt.date(2026, 3, 18))
        assert not Confirmation.objects.filter(service__name="Koken met Kees").exists()
        assert Service.objects.get(name="Samen Wandelen").group.name == "Samen Wandelen"


def test_somebody_is_on_duty_now_and_is_seen_in_the_neighbourhood():
    with acting("gerda"):
        duty = Duty.objects.on(AT).select_related("hat").get()
        assert duty.hat.role == "wijkverpleegkundige"
    with acting("kees"):
        assert Duty.objects.on(AT).get() == duty, "a story that Kees reads is of somebody who lives there"
    with acting("fleur"):
        assert not Duty.objects.on(AT).exists()


def test_hats_are_worn_by_whoever_wrote():
    with acting("emine"):
        training = Moment.objects.select_related("hat").get(line__startswith="Emre was stil bij de training")
        assert training.hat.role == "trainer zaalvoetbal"
        assert not training.hat.formal
    with acting("loes"):
        assert not Moment.objects.filter(line__startswith="Emre was stil").exists()
        assert Hat.objects.filter(open=True, role="wijkwerker").count() == 2


def test_a_number_given_to_one_stays_with_one():
    with acting("marieke"):
        assert Moment.objects.filter(line__contains="06 00 00 00 12").exists()
    with acting("bart"):
        assert not Moment.objects.filter(line__contains="06 00 00 00 12").exists()


def test_nobody_reads_what_others_keep_for_themselves():
    with acting("marieke"):
        own = Circle.objects.filter(kind=Circle.Kind.OWN)
        assert own.count() == 1
        assert own.get().made_by.name == "Marieke Bos"


def test_the_listings_are_imported_without_a_doubt_and_a_second_import_changes_nothing():
    with acting_as(office("beheer")):
        report = import_hsds(path=FOLDER / "listings", at=AT, source=SOURCE).as_dict()
    assert report["problems"] == []
    assert report["repaired"] == {}
    assert set(report["set_aside"].values()) == {0}
    assert set(report["changed"].values()) == {0}
    assert report["read"]["service"] == 42


def test_old_letters_went_out_in_their_time_and_what_is_open_waits_for_the_post():
    with acting_as(office("post")):
        letters = Letter.objects.select_related("reader", "sending")
        later = {letter.about_kind for letter in letters if letter.due > AT and not hasattr(letter, "sending")}
        assert later == {TOGETHER}, "how working together goes is asked a month after a decision"
        waiting = {one.reader.name for one in letters if one.due <= AT and not hasattr(one, "sending")}
        new = {"Fatima El Amrani", "Yusuf Demir", "Bep Oud", "Sanne Visser", "Henk Schouten"}  # Asked what is of now.
        assert waiting == {"Joop Kramer", "Joost Verhoef", "Wil Mulder"} | new
        assert all(letter.sending.at == letter.written_at for letter in letters if hasattr(letter, "sending"))
    with acting("loes"):
        assert {letter.reader.name for letter in Letter.objects.select_related("reader")} == {"Loes Hartman"}


def test_somebody_is_asked_in_and_did_not_answer_yet():
    """Fatima asked Wil to read along with Riet; docs/cast.md says so."""
    with acting("riet"):
        waiting = Invitation.objects.open(at=AT).select_related("by")
        assert [(one.name, one.by.name) for one in waiting] == [("Wil Mulder", "Fatima El Amrani")]
    with acting("wil"):
        assert not Membership.objects.filter(circle__name="Riet Kuiper", person__name="Wil Mulder").exists()


def test_the_past_stays_closed_to_who_came_later():
    """Petra reads Dina's story from the day she came; docs/cast.md says so."""
    came = dt.date(2026, 10, 1)
    earlier = {one.line for one in happenings.moments() if one.circle == "dina" and one.at.date() < came}
    assert earlier
    with acting("petra"):
        lines = set(Moment.objects.filter(circle__name="Dina Post").values_list("line", flat=True))
        assert lines
        assert not earlier & lines
    with acting("noor"):
        assert earlier <= set(Moment.objects.filter(circle__name="Dina Post").values_list("line", flat=True))


def test_lin_tells_in_her_own_circle_and_shows_her_parents_one_line():
    """docs/cast.md says so."""
    shown = "fatima is gegaan in plaats van ik. ik heb bij jayden op het plein gezeten en niks gedaan"
    kept = "ik wil het mama zelf zeggen. na mijn toetsweek"
    with acting("lin"):
        assert set(Moment.objects.filter(circle__name="Lin, zonder ouders").values_list("line", flat=True)) >= {
            shown,
            kept,
        }
    for parent in ("hala", "samir"):
        with acting(parent):
            assert Moment.objects.get(line=shown).circle.name == "Lin Darwish"
            assert not Moment.objects.filter(line=kept).exists()
            assert not OwnWords.objects.filter(person__name="Lin Darwish").exists()
            assert not Saying.objects.filter(kind=Saying.Kind.NOT_TELL).exists()


def test_everybody_of_a_household_has_a_file_of_their_own():
    files = {"Familie Darwish", "Hala Darwish", "Samir Darwish", "Lin Darwish", "Adam Darwish"}
    read = {"hala": files, "lin": {"Familie Darwish", "Lin Darwish"}, "marieke": files - {"Lin Darwish"}}
    for key, expected in read.items():
        with acting(key):
            assert stories_seen() & files == expected, key


def test_between_kim_and_ruud_each_has_a_circle_alone():
    hers, his = "ik dacht dat hij gewoon boos was. hij is moe, net als ik", "zag haar op de trap met de kleine."
    shared = "Twee dingen die nu al kunnen"
    for key, lines in {"kim": [shared, hers], "ruud": [shared, his], "kees": [shared, hers, his], "henk": []}.items():
        with acting(key):
            for line in (shared, hers, his):
                assert Moment.objects.filter(line__startswith=line).exists() is (line in lines), (key, line)


def test_what_riet_asked_is_answered_and_what_kim_asked_waits():
    with acting("riet"):
        assert Request.objects.get().reply.kind == "granted"
    with acting("marieke"):
        me = Person.objects.get(name="Marieke Bos")
        assert [one.person_name for one in Request.objects.to_answer(me.id)] == ["Kim Lansink"]
    with acting("fatima"):
        assert not Request.objects.exists()


def test_whoever_asks_no_reader_asks_farida_who_answers_and_reads_nothing():
    """docs/cast.md says so."""
    with acting("farida"):
        me = Person.objects.get(name="Farida Nijland")
        assert [one.person_name for one in Request.objects.to_answer(me.id)] == ["Ruud Tol"]
        assert not Moment.objects.exists()
        assert not stories_seen()
    with acting("kim"):
        contact = privacy_contact()
        assert contact and contact.name == "Farida Nijland"


def test_marieke_stands_in_for_noor_and_leaves_with_answers_on_their_way():
    with acting("marieke"):
        me = Person.objects.get(name="Marieke Bos")
        assert [one.absence.person.name for one in standing_in(by=me, today=AT.date())] == ["Noor Arends"]
        stories = {
            one.words: one.state for kind, items in carried(by=me, at=AT) for one in items if kind.kind == "story"
        }
        assert stories["Gerda en Piet"] == State.TAKEN
        assert stories["Riet Kuiper"] == State.ASKED
        assert stories["Kim Lansink"] == State.MINE, "Kim said yes, and Sanne was not asked yet"
    with acting("jan"):
        assert [one.alt for one in Attachment.objects.all()] == ["Het bankje bij de brug, in de zon"]
    with acting("sanne"):
        assert [one.alt for one in Attachment.objects.all()] == ["De brief over het uitstel"]


def test_what_neighbours_put_on_the_map_stands_there_or_waits_for_a_yes():
    with acting("noor"):
        assert [one.said["name"] for one in Initiative.objects.waiting()] == ["Breien bij Riet"]
        (other,) = changed()
        assert (other.said["name"], other.was) == ("Samen de hond uitlaten", {"days": "TU,FR", "hours": ""})
    with acting("fleur"):
        assert not Initiative.objects.exists()
    with acting_as(NOBODY):
        assert Service.objects.get(name="Samen de hond uitlaten").schedules.get().byday == "TU,FR,SA"
        assert not Service.objects.filter(name__contains="Riet").exists()
