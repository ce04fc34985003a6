"""What is offered and asked in the full neighbourhood: of the rules about it each lets somebody through."""

from datetime import date
from typing import Any

from django.utils import timezone

from nabij.bridge.asking import ask, end_ask, say_yes
from nabij.bridge.asks import Ask
from nabij.bridge.contradictions import RATHER_NOT
from nabij.bridge.correcting import contradict
from nabij.bridge.handing_on import answer as answer_handing
from nabij.bridge.handing_on import hand_on
from nabij.bridge.handings import HandingOn
from nabij.bridge.heard import HeardOffer
from nabij.bridge.hearing import hear, take_back
from nabij.bridge.hearing import say_yes as say_offer
from nabij.bridge.offering import change, end, note_asked, offer, pause
from nabij.bridge.offers import Offer
from nabij.bridge.safeguards import note_seen
from nabij.people.models import Neighbourhood
from nabij.people.verbs import note_person, put_on
from nabij.trust.acting import acting_as, office
from tests.world import World


def offers_and_asks(world: World) -> dict[str, Any]:
    """Wim offers, Riet asks, Bram coordinates; Marieke asks and offers for Jan, who said nothing yet."""
    at = timezone.now()
    here = Neighbourhood.objects.get(code="BU04390302")
    with acting_as(office("beheer")):
        said: dict[str, Any] = {"role": "coördinator", "formal": True, "since": date(2025, 1, 1), "open": True}
        world.hats["coordinator"] = put_on(person=world.bram, neighbourhood=here, **said)
    with world.acting("wim"):
        shared = {"neighbourhood": here, "by": world.wim, "at": at}
        mows = offer(line="Ik kom met de grasmaaier", kinds=["garden"], week=["sat-morning"], room=2, **shared)
    with world.acting("riet"):
        shared = {"neighbourhood": here, "by": world.riet, "at": at}
        note_asked(offer=mows, by=world.riet, at=at)
        asked = ask(line="Wie maakt mijn lampenkap?", kinds=["chores"], to_coordinator=True, **shared)
    with world.acting("marieke"):
        shared = {"neighbourhood": here, "by": world.marieke, "at": at, "circle": world.riets_story.circle_id}
        another = ask(line="Wie zaagt een kattenluik?", about=world.jan, **shared)
        handed = hand_on(kind="ask", thing=another.id, what="Iets overnemen", to=world.fatima, by=world.marieke, at=at)
        heard = hear(line="Ik smeer je fietsketting", person=world.jan, neighbourhood=here, by=world.marieke, at=at)
        slip = hear(line="Ik was het raam", person=world.jan, neighbourhood=here, by=world.marieke, at=at)
        take_back(heard=slip, by=world.marieke, at=at)
    with world.acting("bram"):
        note_seen(person=world.wim, kind="vog", by=world.bram, at=at)
        shared = {"offer": mows, "ask": None, "by": world.bram, "at": at}
        near = contradict(ground="near", words="Woont ver weg", **shared)
    with world.acting("riet"):
        contradict(offer=mows, ground="kind:garden", ask=asked, by=world.riet, at=at)
        contradict(offer=mows, ground=RATHER_NOT, ask=asked, by=world.riet, at=at)
    return {"offer": mows.id, "ask": asked.id, "for_another": another.id, "contradiction": near.id} | {
        "handing": handed.id,
        "heard": heard.id,
        "handed_kind": "ask",
    }


def they_go_on(world: World, keys: dict[str, Any]) -> None:
    """Jan says yes, Riet offers and lets it rest, Wim's ends; and nobody was found for the lamp."""
    at = timezone.now()
    with world.acting("jan"):
        say_yes(ask=Ask.objects.get(id=keys["for_another"]), yes=True, by=world.jan, at=at)
        say_offer(heard=HeardOffer.objects.get(id=keys["heard"]), yes=True, by=world.jan, at=at)
    with world.acting("fatima"):
        taken = HandingOn.objects.get(id=keys["handing"])
        answer_handing(handing=taken, yes=True, by=world.fatima, at=at)
    with world.acting("marieke"):
        shared = {"neighbourhood": Neighbourhood.objects.get(code="BU04390302"), "by": world.marieke, "at": at}
        els = note_person(name="Els Zonder", by=world.marieke, at=at)
        hers = ask(line="Wie leest de krant voor?", about=els, **shared)
        hand_on(kind="ask", thing=hers.id, what="Iets overnemen", to=world.riet, by=world.marieke, at=at)
        say_yes(ask=hers, yes=True, by=els, noted_by=world.marieke, at=at)
        for line in ("Ik repareer je lamp", "Ik haal je krant"):
            knows = hear(line=line, person=els, **shared)
            say_offer(heard=knows, yes=True, by=els, noted_by=world.marieke, at=at)
            minded = Offer.objects.get(id=knows.id)
            said: dict[str, Any] = {"kinds": [], "room": 2, "until": None, "by": world.marieke, "at": at}
            change(offer=minded, line=minded.line, week=["mon-morning"], **said)
            pause(offer=minded, by=world.marieke, at=at)
        end(offer=minded, by=world.marieke, at=at)
        riets = ask(line="Wie brengt de krant?", about=world.riet, **shared)
    with world.acting("riet"):
        say_yes(ask=riets, yes=True, by=world.riet, at=at)
        end_ask(ask=Ask.objects.get(id=keys["ask"]), kind="nobody", by=world.riet, at=at)
        knits = offer(line="Ik leer je breien", neighbourhood=riets.neighbourhood, by=world.riet, at=at)
    with world.acting("bram"):
        note_seen(person=world.riet, kind="vog", by=world.bram, at=at)
    with world.acting("jan"):
        note_asked(offer=knits, by=world.jan, at=at)
    with world.acting("riet"):
        pause(offer=knits, by=world.riet, at=at)
        end(offer=offer(line="Ook dit", neighbourhood=knits.neighbourhood, by=world.riet, at=at), by=world.riet, at=at)
    with world.acting("wim"):
        end(offer=Offer.objects.get(id=keys["offer"]), by=world.wim, at=at)
