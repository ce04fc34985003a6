"""The small neighbourhood, full: everything that can be confided, each with a word of its own that stands nowhere else.

`MAY_READ` says of each such word who may ever read it, whatever the address. `CAST` are the kinds of people.
"""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from django.utils import timezone

from nabij.bridge.models import LookRest, PartnerAnswer
from nabij.directory.entering import enter, refuse
from nabij.directory.models import OwnerChange, OwnerLetter, Service, Twin, UnfinishedList
from nabij.directory.owners import hash_of_address
from nabij.memory.leaving import propose
from nabij.memory.standing_in import go_away
from nabij.moments.models import Attachment, FollowUp, Moment, Tie, TimeSpent
from nabij.moments.network import end, move
from nabij.moments.verbs import ComeBack, Present, draw_tie, note, say
from nabij.people.models import Group, Neighbourhood, Person
from nabij.people.own import be_reachable, be_reached, offer_strength
from nabij.people.verbs import give_account, note_birth, note_parent, note_person, put_on, take_duty
from nabij.post.inviting import invite
from nabij.post.models import Letter, hash_of
from nabij.post.onthespot import code_of, show_code
from nabij.post.preferring import prefer
from nabij.post.requests import Thing, limit_own, object_to
from nabij.post.stopping import stop_token
from nabij.post.verbs import make_link
from nabij.stories.breaking import seek
from nabij.stories.calendars import make_feed
from nabij.stories.caring import share
from nabij.stories.drafts import keep_draft
from nabij.stories.families import Housemate, begin_household, circle_for, let_parents_read, open_file
from nabij.stories.going import Goes
from nabij.stories.handholding import keep_handhold, take_in
from nabij.stories.learning import learn
from nabij.stories.merging import merge_people, part
from nabij.stories.models import Closing, OwnWords, ReadyLine, Reopening, SealKeeper, SilenceAnswer, Story, Turn
from nabij.stories.scanning import count_help
from nabij.stories.sealing import answer_as_second, seal
from nabij.stories.turns import Course, Rhythm
from nabij.stories.verbs import ask, begin_smaller_circle, promise, tell
from nabij.trust import administering, appointing
from nabij.trust.acting import NOBODY, acting_as, office
from nabij.trust.consenting import consent
from nabij.trust.models import Limit, Membership, Merge
from nabij.trust.requesting import put_beside
from nabij.trust.verbs import introduce, let_in, note_in, note_look, own_circle
from tests.conftest import owner
from tests.rules.agreed import what_is_agreed
from tests.rules.bridged import offers_and_asks
from tests.rules.cast import CAST
from tests.rules.chosen import what_was_chosen
from tests.rules.deviated import what_is_otherwise
from tests.rules.introduced import introductions
from tests.rules.referred import what_is_referred
from tests.rules.weighed import what_is_weighed
from tests.world import World


def east() -> Neighbourhood:
    return Neighbourhood.objects.get(code="BU04390302")


def now() -> datetime:
    return timezone.now()


@dataclass
class Rich:
    """The world, the key of each thing by the name it has in the addresses, and what was made on the way."""

    world: World
    keys: dict[str, Any]

    def who(self, kind: str) -> Person:
        return self.world.people[CAST[kind]]


def fill(world: World) -> Rich:
    """Everything, each through its verb, by whoever would do it."""
    more_people(world)
    keys: dict[str, Any] = {"person": world.riet.id, "hat": world.hats["wim"].id, "code": "BU04390302"}
    keys |= (
        a_full_story(world)
        | what_is_twice(world)
        | who_goes(world)
        | what_is_asked(world)
        | what_is_closed(world)
        | a_family(world)
    )
    keys |= what_is_agreed(world)
    keys |= what_is_administered(world) | what_is_ones_own(world) | what_is_sent(world) | what_is_referred(world)
    keys |= offers_and_asks(world)
    keys |= introductions(world)
    keys |= what_was_chosen(world)
    keys |= what_is_weighed(world)
    keys |= what_is_otherwise(world, keys)
    return Rich(world, keys)


def more_people(world: World) -> None:
    names = {"nora": "Nora Later", "wim": "Wim Vries", "bram": "Bram Kok", "sara": "Sara Smit", "ada": "Ada Beheer"}
    hats = {"nora": ("maatje", False), "wim": ("buurthulp", False), "bram": ("huisarts", True), "sara": ("arts", True)}
    with acting_as(office("beheer")):
        east = Neighbourhood.objects.get(code="BU04390302")
        for key, name in names.items():
            world.people[key] = note_person(name=name, by=None, at=now(), neighbourhood=east)
            give_account(person=world.people[key], email=f"{key}@voorbeeld.example", at=now())
        for key, (role, formal) in hats.items():
            said: dict[str, Any] = {"role": role, "formal": formal, "since": date(2025, 1, 1), "open": True}
            world.hats[key] = put_on(person=world.people[key], neighbourhood=east, **said)
        appointing.trust(person=world.loes, neighbourhood=east, since=timezone.localdate())


def who_comes_later(world: World, *, early: datetime) -> Membership:
    """Nora, whom Riet let in yesterday with the past closed."""
    circle = world.riets_story.circle
    with world.acting("nora"):
        introduce(person=world.nora, to=world.riet, by=world.nora, at=early)
    with world.acting("riet"):
        later = let_in(
            circle=circle,
            person=world.nora,
            by=world.riet,
            at=now() - timedelta(days=1),
            sees_from=now() - timedelta(days=1),
        )
        note(line="Een stiekempje.", circle=own_circle(by=world.riet, at=early), by=world.riet, at=early)
    return later


def a_map(world: World, *, early: datetime) -> Tie:
    """Jan, who was moved, and a choir that stands there no more; drawn by Marieke."""
    said: dict[str, Any] = {"circle": world.riets_story.circle, "owner": world.riet, "told_by": world.riet}
    said |= {"by": world.marieke, "at": early}
    tie = draw_tie(other=world.jan, kind="neighbour", ring=1, gives="Een soeppannetje.", **said)
    move(tie=tie, ring=2, told_by=world.riet, by=world.marieke, at=early)
    end(tie=draw_tie(kind="group", ring=3, name="Het koor", **said), by=world.marieke, at=early)
    return tie


def a_picture(**said: Any) -> Attachment:
    return Attachment.objects.create(alt="Een kiekje.", kind="jpg", content=b"x", small=b"x", size=1, **said)


def a_life(world: World, *, story: Story, early: datetime) -> ReadyLine:
    """How it went, a list that stands ready, and that it was closed and opened again; all by Marieke, who acts."""
    by: dict[str, Any] = {"by": world.marieke, "at": early}
    tell(story=story, person=world.riet, words="Een kleurpotlood.", goes=Goes(face=4), **by)
    tell(story=story, person=world.riet, words="Door een kruipluikje.", kind=OwnWords.Kind.WAY_IN, **by)
    listed = keep_handhold(neighbourhood=east(), name="bezoek", lines=["Een vliegertouw"], **by)
    shut = Closing.objects.create(story=story, circle=story.circle, **by)
    said = {"circle": story.circle, "kind": "nothing", "last": timezone.localdate()}
    SilenceAnswer.objects.create(person=world.marieke, at=early, **said)
    LookRest.objects.create(person=world.marieke, circle=story.circle, until=timezone.localdate(), at=early)
    with owner():  # Nothing came between these two here: who may answer is tried beside who is invited.
        apart = {"other": world.riet, "kind": "wrong", "last": timezone.localdate()}
        PartnerAnswer.objects.create(person=world.marieke, at=early, **apart)
    Reopening.objects.create(closing=shut, **by)
    return take_in(handhold=listed, story=story, **by)[0]


def a_double(world: World, *, early: datetime) -> Merge:
    """Riet, who was also noted as somebody; and once too often, which was taken apart. By Marieke, who acts."""
    by: dict[str, Any] = {"by": world.marieke, "at": early}
    made = []
    for known_as in ("de vrouw van de vierde", "de vrouw van de vijfde"):
        double = note_person(known_as=known_as, **by)
        note_in(circle=world.riets_story.circle, person=double, at=early)
        made += merge_people(person=world.riet, double=double, why="known", **by)
    part(merge=made[1], **by)
    return made[0]


def what_is_twice(world: World) -> dict[str, Any]:
    with world.acting("marieke"):
        return {"merge": a_double(world, early=now() - timedelta(days=3)).id}


def a_full_story(world: World) -> dict[str, Any]:
    story, circle = world.riets_story, world.riets_story.circle
    early = now() - timedelta(days=3)
    with world.acting("marieke"):
        said: dict[str, Any] = {"circle": circle, "by": world.marieke, "at": early}
        back = [ComeBack(timezone.localdate(), "Een terugbelbriefje")]
        first = note(line="Bij het zeehondje.", present=[Present(world.riet)], come_backs=back, **said)
        hung = a_picture(moment=first, **said)
        TimeSpent.objects.create(moment=first, person=world.marieke, minutes=20, at=early)
        limited = note(line="Dit is ingeperkt.", **said)
        tell(story=story, person=world.riet, words="Naar de vuurtoren.", by=world.marieke, at=early)
        tie = a_map(world, early=early)
        say(about=world.jan, owner=world.riet, kind="named", said_by=world.riet, **said)
        kept = promise(story=story, what="De verrekijker halen", **said)
        each_week = Course(Rhythm.WEEK, bounds="Alleen de krant.")
        weekly = promise(story=story, what="De krant brengen", day=timezone.localdate(), course=each_week, **said)
        Turn.objects.create(promise=weekly, day=timezone.localdate(), kept=True, by=world.marieke, at=early)
        ready = a_life(world, story=story, early=early)
        count_help(story=story, informal=["Een tuinhulpje"], formal=["de huisarts"], **said)
        small = begin_smaller_circle(story=story, name="Wij", by=world.marieke, at=early, readers=[])
        note(line="Een onderonsje.", circle=small, by=world.marieke, at=early)
        note(line="Een dagboekje.", circle=own_circle(by=world.marieke, at=early), by=world.marieke, at=early)
        note_look(by=world.marieke, hat=world.hats["marieke"], about=[world.riet.id], thing=story, at=early)
    later = who_comes_later(world, early=early)
    with world.acting("marieke"):
        note(line="De zonnebloem bloeit.", circle=circle, by=world.marieke, at=now())
        learn(tried="Een wandelkaartje maken.", helped="yes", circle=circle, by=world.marieke, at=early)
        follow = FollowUp.objects.get(moment=first)
    return {
        "story": story.id,
        "circle": circle.id,
        "moment": first.id,
        "attachment": hung.id,
        "limited": limited.id,
        "promise": kept.id,
        "membership": later.id,
        "follow_up": follow.id,
        "tie": tie.id,
        "line": ready.id,
    }


def who_goes(world: World) -> dict[str, Any]:
    """Marieke, who leaves and proposes Jan; and Fatima, who is away today."""
    today = timezone.localdate()
    with world.acting("marieke"):
        said = {"to": world.jan, "last_day": today + timedelta(days=30)}
        handed = propose(story=world.riets_story, by=world.marieke, at=now(), **said)
    with world.acting("fatima"):
        away = go_away(by=world.fatima, at=now(), starts=today, ends=today, stand_in=world.riet).absence
    return {"absence": away.id, "handover": handed.id}


def what_is_asked(world: World) -> dict[str, Any]:
    circle = world.riets_story.circle
    with world.acting("riet"):
        first, limited = (Moment.objects.get(line__contains=word) for word in ("zeehondje", "ingeperkt"))
        put_beside(note=first.id, circle=circle, words="Een struikelpartij.", by=world.riet, at=now())
        thing = Thing("moments.moment", first.id, circle, world.marieke.id)
        objected = object_to(thing=thing, words="Een bezwaartje.", person=world.riet, by=world.riet, at=now())
        kept_away = Thing("moments.moment", limited.id, circle, world.marieke.id)
        yes = consent(person=world.riet, circle=circle, informed="Verteld.", by=world.riet, at=now())
        asked = limit_own(thing=kept_away, words="Liever niet.", by=world.riet, at=now())
        limit = Limit.objects.get(request=asked)
    return {"request_id": objected.request_id, "limit": limit.id, "consent": yes.id}


def what_is_closed(world: World) -> dict[str, Any]:
    at = now()
    with world.acting("marieke"):
        said: dict[str, Any] = {"words": "Een blauweplek.", "reason": "Een overlegje.", "why_untold": "Gevaar."}
        day = timezone.localdate() + timedelta(days=9)
        sealed = seal(story=world.riets_story, second=world.sara, review_on=day, by=world.marieke, at=at, **said)
    with world.acting("sara"):
        keeper = SealKeeper.objects.get(person=world.sara)
        answer_as_second(keeper=keeper, yes=True, by=world.sara, at=at)
    with world.acting("fatima"):
        worry = share(
            to=world.hats["marieke"], words="Dit is zorgelijk.", story=world.riets_story, by=world.fatima, at=at
        )
    with world.acting("yusuf"):
        said = {"name": "Riet Kuiper", "place": "Wheermolen-Oost", "reason": "Een noodkreet."}
        glass = seek(by=world.yusuf, hat=world.hats["yusuf"], at=at, **said)
    assert glass
    return {"note": sealed.id, "concern": worry.id, "glass": glass.id}


def a_family(world: World) -> dict[str, Any]:
    """Kim and her child Lin of fourteen: a household with a file of Lin's own."""
    with world.acting("kim"):
        introduce(person=world.kim, to=world.marieke, by=world.kim, at=now())
        note(line="Een paspoortje.", circle=world.kims_story.circle, by=world.kim, at=now())
    with world.acting("marieke"):
        lin = world.people["lin"] = note_person(name="Lin Lansink", by=world.marieke, at=now())
        note_birth(person=lin, day=timezone.localdate() - timedelta(days=14 * 366), by=world.marieke, at=now())
        note_parent(child=lin, parent=world.kim, by=world.marieke, at=now())
    with acting_as(office("beheer")):
        give_account(person=lin, email="lin@voorbeeld.example", at=now())
    with world.acting("marieke"):
        file = open_file(person=lin, by=world.marieke, hat=world.hats["marieke"], at=now())
    with world.acting("lin"):
        let_parents_read(story=file, by=lin, at=now())
    with world.acting("marieke"):
        own = circle_for(story=file, teller=lin)
        told = note(line="Een toetsangst.", circle=own, by=world.marieke, at=now(), told_by=lin)
        note(line="Een rapportje.", circle=file.circle, by=world.marieke, at=now())
        mates = [Housemate(name="Els Klein"), Housemate(name="Pim Klein")]
        household = begin_household(name="Klein", housemates=mates, by=world.marieke, at=now())
    return {"told": told.id, "file": file.id, "lin": lin.id, "household": household.id}


def what_is_administered(world: World) -> dict[str, Any]:
    with acting_as(office("beheer")):
        east = Neighbourhood.objects.get(code="BU04390302")
        administering.appoint(person=world.ada, by=None, at=now())
        out = note_person(name="Otto Uit", by=None, at=now(), neighbourhood=east)
        account = give_account(person=out, email="otto@voorbeeld.example", at=now())
        administering.switch_off(account=account, by=None, at=now(), why="Om dienstproza.")
        rule = administering.require_proof(role="oppas", kind="vog", since=timezone.localdate(), by=None, at=now())
        group = Group.objects.create(name="Samen Wandelen", kind="initiative", formal=False)
        started = now() - timedelta(hours=1)
        duty = take_duty(
            hat=world.hats["sara"],
            neighbourhood=east,
            starts=started,
            ends=now() + timedelta(hours=9),
            phone="0299 00 00 00",
        )
        service = Service.objects.create(name="Eettafel", status="active")
        twin = Twin.objects.create(kept=service, double=Service.objects.create(name="Soep"), found="two", at=now())
    with owner():
        grid = {"name": "lijst.csv", "headings": ["naam"], "lines": [[2, "Rommelroute"], [3, ""]], "problems": []}
        said = grid | {"columns": {"0": "name"}, "source": "buurtlijst:BU04390302:lijst"}
        left = UnfinishedList.objects.create(neighbourhood=east, name="lijst", said=said, to_mend=1, gone=[], at=now())
        for field in ("times", "phone", "mail", "description"):
            OwnerChange.objects.create(service=service, field=field, was="Zo was het.", became="Zo is het.", at=now())
    keys = {"off": out.id, "rule": rule.id, "group": group.id, "duty": duty.id, "service": service.id}
    return keys | {"twin": twin.id, "unfinished": left.id}


def what_is_ones_own(world: World) -> dict[str, Any]:
    with world.acting("wim"):
        strength = offer_strength(by=world.wim, kind="can", what="mondharmonica", open=False)
        be_reachable(by=world.wim, weekdays=[1, 2], opens=time(9), closes=time(12))
        be_reached(by=world.wim, kind="phone", value="0612349876")
        keep_draft(by=world.wim, place="/woorden/", typed={"words": "Een krabbeltje"}, seen="", at=now())
    return {"thing": strength.id} | what_is_put_on_the_map(world)


def what_is_put_on_the_map(world: World) -> dict[str, Any]:
    """By Wim in his own name, answered and not; and by a visitor, by a link."""
    with owner():
        east = Neighbourhood.objects.get(code="BU04390302")
    said = {"name": "Breien", "description": "Een breikransje", "introduction": "introduction"}
    with world.acting("wim"):
        knitting, _none = enter(said=said, neighbourhood=east, by=world.wim, at=now())
        refused, _none = enter(said=said | {"name": "Haken"}, neighbourhood=east, by=world.wim, at=now())
    with acting_as(office("beheer")):
        refuse(initiative=refused, why="Er is er al een.", by=None, at=now())
    with acting_as(NOBODY):
        _visitors, token = enter(said={"name": "Soep"}, neighbourhood=east, by=None, at=now())
    return {"initiative": knitting.id, "initiative_token": token}


def what_is_sent(world: World) -> dict[str, Any]:
    """A letter to Jan, an invitation by letter of Jan's, and a code on Marieke's screen."""
    circle = world.riets_story.circle
    with world.acting("marieke"):
        day = timezone.localdate() + timedelta(days=1)
        asked = ask(
            who=world.jan,
            what="Het meelopertje",
            words="Loop je mee?",
            story=world.riets_story,
            circle=circle,
            by=world.marieke,
            at=now(),
            day=day,
        )
        code = show_code(circle=circle, by=world.marieke, at=now(), sees_from=now())
    with world.acting("jan"):
        asked_in = invite(
            circle=circle, by=world.jan, at=now(), name="Rob Genodigde", address="rob@huis.example", sees_from=now()
        )
    links = {}
    with acting_as(office("post")):
        for name, about in (("letter", asked.id), ("invitation", asked_in.id)):
            letter = Letter.objects.get(about_id=about)
            links[f"{name}_token"] = make_link(letter=letter, expires=now() + timedelta(days=2))
            links.setdefault("stop_token", stop_token(letter))
    links["owner_token"] = asked_owner()
    with world.acting("riet"):
        links["calendar_token"] = make_feed(by=world.riet, at=now())
        prefer(by=world.riet, pace="daily", quiet=(None, None), language="nl", at=now())
    return {"asked": asked.id, "invitation": code.id, "typed": code_of(code.id), "by_letter": asked_in.id, **links}


def asked_owner() -> str:
    """A letter to who does what stands on the map; the key in its link."""
    token = "klopt-dit-nog"
    with acting_as(office("reminders")):
        OwnerLetter.objects.create(
            address_hash=hash_of_address("eten@voorbeeld.example"),
            services=[],
            why=OwnerLetter.Why.SEASON,
            token_hash=hash_of(token),
            at=now(),
            expires=now() + timedelta(days=2),
        )
    return token
