"""Requests, objections, corrections and limits: who may make, see and end them, each beside who may not."""

from typing import Any

import pytest
from django.db import ProgrammingError, transaction

from nabij.moments.models import FollowUp, Moment
from nabij.moments.verbs import ComeBack, note
from nabij.people.verbs import put_on
from nabij.post.models import Letter
from nabij.post.requests import Thing, ask, limit_own, object_to, reply, take_longer
from nabij.post.verbs import write
from nabij.trust.acting import acting_as, office
from nabij.trust.models import Correction, Extension, Lifting, Limit, Objection, Reply, Request
from nabij.trust.requesting import Answerer, NobodyAnswers, limit, put_beside
from tests.world import AT, TODAY, World

OTHER = "row-level security"


@pytest.fixture
def moment(world: World) -> Moment:
    with world.acting("fatima"):
        back = [ComeBack(TODAY, "bellen")]
        return note(line="Riet is vaak boos.", circle=world.riets_story.circle, by=world.fatima, at=AT, come_backs=back)


def thing(moment: Moment) -> Thing:
    return Thing("moments.moment", moment.id, moment.circle, moment.author_id)


def seen(world: World, model: Any, *names: str) -> list[int]:
    found = []
    for name in names:
        with world.acting(name):
            found.append(model.objects.count())
    return found


def refused(world: World, name: str, act) -> None:
    with world.acting(name), pytest.raises(ProgrammingError, match=OTHER), transaction.atomic():
        act()


def test_a_request_is_seen_by_both_sides_and_made_in_ones_own_name(world: World) -> None:
    with world.acting("riet"):
        asked = ask(kind="access", person=world.riet, by=world.riet, at=AT)
        assert asked.answerer_id == world.marieke.id, "who began the circle answers"
        assert asked.answer_by == TODAY.replace(month=12)
    assert seen(world, Request, "riet", "marieke", "fatima", "kim") == [1, 1, 0, 0]
    marieke = Answerer(world.marieke.id, "Marieke Bos")
    refused(world, "kim", lambda: ask(kind="access", person=world.riet, by=world.kim, at=AT, answerer=marieke))
    refused(world, "fatima", lambda: ask(kind="access", person=world.riet, by=world.riet, at=AT))
    refused(world, "riet", lambda: write_request(world, answerer=world.kim.id))


def write_request(world: World, *, answerer) -> None:
    ask(kind="erase", person=world.riet, by=world.riet, at=AT, answerer=Answerer(answerer, "x"))


def test_nobody_answers_themselves_and_without_anybody_it_is_said(world: World) -> None:
    with world.acting("kim"), pytest.raises(NobodyAnswers):
        ask(kind="access", person=world.kim, by=world.kim, at=AT)
    with acting_as(office("beheer")):
        put_on(person=world.loes, role="privacycontact", formal=True, since=TODAY)
    with world.acting("kim"):
        asked = ask(kind="access", person=world.kim, by=world.kim, at=AT)
        assert (asked.answerer_id, asked.answerer_name) == (world.loes.id, "Loes Hartman")
        assert Letter.objects.get(about_id=asked.id).reader_id == world.loes.id
    with world.acting("loes"):
        assert Request.objects.get().person_name == "Kim Lansink"
        reply(request=Request.objects.get(), kind="granted", words="", by=world.loes, at=AT)


def test_only_across_a_request_people_who_do_not_know_each_other_write(world: World) -> None:
    with acting_as(office("beheer")):
        put_on(person=world.loes, role="privacycontact", formal=True, since=TODAY)
    with world.acting("kim"):
        asked = ask(kind="access", person=world.kim, by=world.kim, at=AT)
    said = {"kind": "news", "about_kind": "request", "about_id": asked.id, "circle": None, "at": AT}
    refused(world, "kim", lambda: write(reader=world.riet, writer=world.kim, **said))
    refused(world, "jan", lambda: write(reader=world.kim, writer=world.jan, **said))
    with world.acting("loes"):
        write(reader=world.kim, writer=world.loes, **said)


def test_only_the_answerer_answers_and_takes_longer(world: World) -> None:
    with world.acting("riet"):
        asked = ask(kind="access", person=world.riet, by=world.riet, at=AT)
    said = {"request": asked, "at": AT}
    refused(world, "riet", lambda: Reply.objects.create(kind="granted", by=world.riet, **said))
    refused(world, "fatima", lambda: Reply.objects.create(kind="granted", by=world.fatima, **said))
    refused(world, "riet", lambda: Extension.objects.create(until=TODAY, why="x", by=world.riet, **said))
    with world.acting("marieke"):
        take_longer(request=asked, why="ik ben ziek", by=world.marieke, at=AT)
        reply(request=asked, kind="refused", words="te veel werk", by=world.marieke, at=AT)
    assert seen(world, Reply, "riet", "marieke", "fatima") == [1, 1, 0]
    assert seen(world, Extension, "riet", "marieke", "fatima") == [1, 1, 0]


def test_an_objection_is_shown_to_the_circle_only_when_that_is_asked(world: World, moment: Moment) -> None:
    with world.acting("riet"):
        object_to(thing=thing(moment), words="Dit gaat te ver.", person=world.riet, by=world.riet, at=AT)
    assert seen(world, Objection, "riet", "marieke", "fatima", "kim") == [1, 1, 0, 0]
    with world.acting("riet"):
        object_to(thing=thing(moment), words="Nog eens.", person=world.riet, by=world.riet, at=AT, show_circle=True)
    assert seen(world, Objection, "riet", "marieke", "fatima", "kim") == [2, 2, 1, 0]
    with world.acting("riet"):
        other = ask(kind="access", person=world.riet, by=world.riet, at=AT)
    refused(
        world,
        "riet",
        lambda: Objection.objects.create(
            request=other, person=world.riet, about_kind="trust.look", about_id=moment.id, words="x", at=AT
        ),
    )


def test_my_words_stand_beside_a_note_for_every_reader(world: World, moment: Moment) -> None:
    beside = {"note": moment.id, "circle": moment.circle, "words": "Ik was moe, niet boos.", "at": AT}
    refused(world, "kim", lambda: put_beside(by=world.kim, **beside))
    refused(world, "fatima", lambda: put_beside(by=world.riet, **beside))
    with world.acting("riet"):
        put_beside(by=world.riet, **beside)
    assert seen(world, Correction, "riet", "marieke", "jan", "kim") == [1, 1, 1, 0]


def test_a_limited_note_is_for_author_resident_and_answerer(world: World, moment: Moment) -> None:
    with world.acting("riet"):
        put_beside(note=moment.id, circle=moment.circle, words="Niet waar.", by=world.riet, at=AT)
    assert seen(world, Moment, "riet", "fatima", "marieke", "jan") == [1, 1, 1, 1]
    with world.acting("riet"):
        asked = limit_own(thing=thing(moment), words="Laat dit even.", by=world.riet, at=AT)
    assert seen(world, Moment, "riet", "fatima", "marieke", "jan") == [1, 1, 1, 0]
    assert seen(world, FollowUp, "fatima", "jan") == [1, 0]
    assert seen(world, Correction, "fatima", "jan") == [1, 0]
    assert seen(world, Limit, "riet", "fatima", "marieke", "jan") == [1, 1, 1, 0]
    with world.acting("jan"):
        assert not Moment.objects.stream(10).exists()
    refused(world, "jan", lambda: Lifting.objects.create(limit_id=limit_id(world), by=world.jan, at=AT))
    with world.acting("marieke"):
        reply(request=asked, kind="refused", words="Het is nodig.", by=world.marieke, at=AT)
    assert seen(world, Moment, "riet", "fatima", "marieke", "jan") == [1, 1, 1, 1]
    assert seen(world, Lifting, "riet", "marieke", "jan") == [1, 1, 0]


def limit_id(world: World):
    with world.acting("riet"):
        return Limit.objects.get().id


def test_only_whom_it_is_about_or_the_answerer_limits(world: World, moment: Moment) -> None:
    with world.acting("riet"):
        asked = ask(kind="limit", person=world.riet, by=world.riet, at=AT, thing=thing(moment))
        other = ask(kind="access", person=world.riet, by=world.riet, at=AT)
    said = {"circle": moment.circle, "note": moment.id, "at": AT}
    refused(world, "jan", lambda: limit(request=asked, by=world.jan, **said))
    refused(world, "marieke", lambda: limit(request=other, by=world.marieke, **said))
    with world.acting("marieke"):
        limit(request=asked, by=world.marieke, **said)
    assert seen(world, Moment, "riet", "fatima", "jan") == [1, 0, 0], "the author was not named, so not exempt"


def test_a_limited_story_is_gone_for_its_circle_but_not_what_one_wrote(world: World, moment: Moment) -> None:
    story = Thing("stories.story", world.riets_story.id, world.riets_story.circle)
    with world.acting("jan"):
        note(line="Koffie gezet.", circle=world.riets_story.circle, by=world.jan, at=AT)
    with world.acting("riet"):
        limit_own(thing=story, words="Even niemand.", by=world.riet, at=AT, whole=True)
    assert seen(world, Moment, "riet", "marieke", "fatima", "jan") == [2, 2, 1, 1]
    assert seen(world, type(world.riets_story), "riet", "marieke", "fatima", "jan") == [1, 1, 0, 0]
    refused(world, "jan", lambda: note(line="x", circle=world.riets_story.circle, by=world.jan, at=AT))
