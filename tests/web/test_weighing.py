"""Weighing together on the screen: raising without names, voices here and by link, the decision, and a month later."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from nabij.post.models import Letter
from nabij.trust.acting import acting_as, office
from nabij.web.post.sending import send
from nabij.weighing.letters import write_letters
from nabij.weighing.models import Choice, Decision, Dilemma, Option, Participant, WorkingTogether
from tests.conftest import owner
from tests.web.asking import count, logged_in
from tests.world import World

pytestmark = pytest.mark.django_db
QUESTION = "Mag iemand mee met de bus zonder stempel?"
FIRST, SECOND = "Gewoon mee", "Eerst een stempel vragen"


@pytest.fixture(autouse=True)
def always_awake(settings) -> None:
    settings.QUIET_HOURS = None


def typed(world: World, **other: Any) -> dict[str, Any]:
    closes = timezone.localdate() + timedelta(days=7)
    said = {"circle": world.riets_story.circle_id, "neighbourhood": "BU04390302", "question": QUESTION}
    said |= {"options": f"{FIRST}\n{SECOND}", "facts": "De bus heeft acht plaatsen.", "unknown": ""}
    return said | {"closes": closes.isoformat(), "hat": world.hats["marieke"].id} | other


def raised(world: World) -> tuple[Client, Dilemma]:
    """By Marieke, who asks Fatima along."""
    client = logged_in(world, "marieke")
    client.post(reverse("new_dilemma"), typed(world))
    with owner():
        made = Dilemma.objects.get()
    along(client, made, person=world.fatima.id)
    return client, made


def along(client: Client, made: Dilemma, **said: Any) -> Any:
    whom = {"person": "", "name": "", "mail": "", "part": "weighs"} | said
    return client.post(reverse("dilemma_people", args=[made.id]), {f"mee-{name}": one for name, one in whom.items()})


def voice(first: object, second: object, **other: Any) -> dict[str, Any]:
    return {"value_1": first, "why_1": "Alleen zitten helpt niet.", "value_2": second, "why_2": ""} | other


def delivered(made: Dilemma, *, at: Any = None) -> dict[str, str]:
    """Every letter of it that is due is written and sent; by reader the newest link."""
    at = at or timezone.now()
    with acting_as(office("reminders")):
        write_letters(dilemma=made.id, at=at)
    with acting_as(office("post")):
        for one in Letter.objects.to_send(at=at).order_by("written_at"):
            send(letter=one.id, at=at)
    found = {}
    for sent in mail.outbox:
        if link := re.search(r"/brief/\S+/", str(sent.body)):
            found[sent.to[0].split("@")[0]] = link[0]
    return found


def test_a_dilemma_is_raised_without_names_and_nothing_typed_is_lost(world: World):
    client, url = logged_in(world, "marieke"), reverse("new_dilemma")
    asked = client.get(f"{url}?kring={world.riets_story.circle_id}").text
    assert "Leg een dilemma voor" in asked
    for wrong, sentence in (
        ({"question": ""}, "Wat is de vraag?"),
        ({"options": FIRST}, "Eén keuze is geen dilemma."),
        ({"options": "\n".join("abcdefg")}, "hooguit 6 keuzes"),
        ({"closes": "2020-01-01"}, "al voorbij"),
        ({"closes": "2099-01-01"}, "binnen 60 dagen"),
        ({"closes": "straks"}, "Deze dag bestaat niet."),
        ({"circle": world.kims_story.circle_id}, "Kies waar dit speelt."),
    ):
        refused = client.post(url, typed(world, **wrong))
        assert refused.status_code == 400 and sentence in refused.text, wrong
        assert "De bus heeft acht plaatsen." in refused.text
    named = client.post(url, typed(world, facts="Riet belde 06 12345678."))
    assert named.status_code == 400 and "“Riet” is van niemand" in named.text and "06 12345678" in named.text
    made = client.post(url, typed(world, facts="Riet is hier een plant.", confirmed="Riet"))
    assert made.status_code == 302
    page = client.get(made["Location"]).text
    assert QUESTION in page and "Marieke" in page and FIRST in page
    with owner():
        assert Dilemma.objects.count() == 1


def test_voices_stay_blind_until_all_have_spoken_and_then_stand_side_by_side(world: World):
    marieke, made = raised(world)
    fatima, url, speak = (
        logged_in(world, "fatima"),
        reverse("dilemma", args=[made.id]),
        reverse("dilemma_voice", args=[made.id]),
    )
    assert QUESTION in fatima.get("/").text
    assert fatima.post(speak, voice(6, 1)).status_code == 400
    missing = fatima.post(speak, voice(2, ""))
    assert missing.status_code == 400 and "Kies een cijfer van 1" in missing.text and "Alleen zitten" in missing.text
    assert fatima.post(speak, voice(5, 1)).status_code == 302
    assert "Verander je stem" in fatima.get(url).text
    hers = marieke.get(url).text
    assert "Eén van de twee" in hers and "Alleen zitten" not in hers and "Wat iedereen koos" not in hers
    early = marieke.post(reverse("dilemma_decision", args=[made.id]), decision(made))
    assert early.status_code == 409 and "Nog niet iedereen heeft gesproken." in early.text
    marieke.post(speak, voice(3, 4, why_1="Dan willen er meer.", hat=world.hats["marieke"].id))
    page = fatima.get(url).text
    assert "Wat iedereen koos" in page and "Dan willen er meer." in page and "Verander je stem" not in page
    late = fatima.post(speak, voice(1, 1))
    assert late.status_code == 409 and "De stemmen zijn al open." in late.text
    with owner():
        assert sorted(Choice.objects.values_list("value", flat=True)) == [1, 3, 4, 5]


def decision(made: Dilemma, **other: Any) -> dict[str, Any]:
    with owner():
        option = Option.objects.get(dilemma=made, number=1)
    said = {"option": option.id, "words": "Zij gaat mee.", "reasons": "Erbij zijn helpt.", "minority": ""} | other
    return {f"besluit-{name}": one for name, one in said.items()}


def both_speak(world: World, made: Dilemma) -> None:
    speak = reverse("dilemma_voice", args=[made.id])
    logged_in(world, "fatima").post(speak, voice(5, 1))
    why = "Dan kan ik geen nee meer zeggen."
    logged_in(world, "marieke").post(speak, voice(2, 4, why_1="", why_2=why, hat=world.hats["marieke"].id))


def test_a_decision_keeps_who_thinks_otherwise_and_a_month_later_both_are_asked(world: World):
    marieke, made = raised(world)
    both_speak(world, made)
    fatima, url, decide = (
        logged_in(world, "fatima"),
        reverse("dilemma", args=[made.id]),
        reverse("dilemma_decision", args=[made.id]),
    )
    refused = fatima.post(decide, decision(made))
    assert refused.status_code == 400 and "Dan kan ik geen nee meer zeggen." in refused.text
    assert "Zij gaat mee." in refused.text
    kept = "wijkwerker: Dan kan ik geen nee meer zeggen."
    assert fatima.post(decide, decision(made, minority=kept)).status_code == 302
    page = marieke.get(url).text
    assert "Wie anders denkt" in page and "Dan kan ik geen nee meer zeggen." in page and "Jij en Fatima" not in page
    assert marieke.post(decide, decision(made, minority=kept)).status_code == 409
    delivered(made, at=timezone.now() + timedelta(days=31))
    assert any("samenwerken" in str(one.body) for one in mail.outbox)
    assert not any(kept in str(one.body) or QUESTION in str(one.body) + one.subject for one in mail.outbox)
    with owner():
        Decision.objects.update(at=timezone.now() - timedelta(days=31))
    assert "Jij en Fatima" in marieke.get(url).text
    together = reverse("dilemma_together", args=[made.id, world.fatima.id])
    with owner():
        one = Participant.objects.get(dilemma=made, person=world.fatima)
    said = {f"met-{one.id}-how": "hard", f"met-{one.id}-words": "Ik voelde me niet gehoord."}
    assert marieke.post(together, said).status_code == 302
    assert "niet gehoord" not in fatima.get(url).text
    assert marieke.post(together, said).status_code == 409
    came = reverse("dilemma_came", args=[made.id])
    assert fatima.post(came, {"vervolg-words": " "}).status_code == 400
    assert fatima.post(came, {"vervolg-words": "Ze gaat nu elke week."}).status_code == 302
    assert "Ze gaat nu elke week." in marieke.get(url).text
    with owner():
        assert (Decision.objects.count(), WorkingTogether.objects.count()) == (1, 1)


def test_nothing_is_chosen_by_silence_and_something_else_is_said(world: World):
    marieke, made = raised(world)
    both_speak(world, made)
    decide = reverse("dilemma_decision", args=[made.id])
    nothing = marieke.post(decide, decision(made, option="", minority="Fatima: erbij zijn helpt."))
    assert nothing.status_code == 400
    assert "Kies een van deze keuzes." in nothing.text and "Zij gaat mee." in nothing.text
    assert marieke.post(decide, decision(made, option="anders", minority="Fatima: anders.")).status_code == 302
    with owner():
        assert Decision.objects.get().option_id is None


def test_somebody_from_outside_speaks_by_link_sees_this_dilemma_and_nothing_else_and_changes_it(world: World):
    marieke, made = raised(world)
    assert along(marieke, made, name="Theo", mail="geen adres").status_code == 400
    assert along(marieke, made, name="Theo de Wit", mail="theo@buiten.example").status_code == 302
    links, outside = delivered(made), Client()
    assert QUESTION not in str(mail.outbox[-1].body)
    page = outside.get(links["theo"]).text
    assert QUESTION in page and "Riet" not in page and "Geef je stem" in page
    assert outside.post(links["theo"], voice(9, 1, wat="stem")).status_code == 422
    assert outside.post(links["theo"], voice(4, 2, wat="stem")).status_code == 302
    assert outside.post(links["theo"], voice(5, 2, wat="stem")).status_code == 302
    told = {"wat": "blik", "blik-logic": "professional", "blik-words": "Ik zie dit vaker."}
    assert outside.post(links["theo"], told).status_code == 302
    assert "Ik zie dit vaker." in marieke.get(reverse("dilemma", args=[made.id])).text
    both_speak(world, made)
    page = outside.get(links["theo"]).text
    assert "Wat iedereen koos" in page and "Geef je stem" not in page
    late = outside.post(links["theo"], voice(1, 1, wat="stem"))
    assert late.status_code == 409 and "De stemmen zijn al open." in late.text
    with owner():
        assert Choice.objects.filter(value=5).count() == 2


def test_a_link_that_was_taken_back_says_so_and_takes_no_voice(world: World):
    marieke, made = raised(world)
    along(marieke, made, name="Theo de Wit", mail="theo@buiten.example")
    link, outside = delivered(made)["theo"], Client()
    with owner():
        theo = Participant.objects.get(name="Theo de Wit")
    assert marieke.post(reverse("dilemma_person_end", args=[made.id, theo.id])).status_code == 302
    page = outside.get(link)
    assert "Je denkt hier niet meer over mee." in page.text and QUESTION not in page.text
    refused = outside.post(link, voice(5, 1, wat="stem"))
    assert refused.status_code == 409 and "Je denkt hier niet meer over mee." in refused.text
    with owner():
        assert not Choice.objects.exists()


def test_a_facilitator_stands_beside_it_and_gives_no_voice(world: World):
    marieke, made = raised(world)
    party = along(marieke, made, person=world.jan.id, part="facilitates")
    assert party.status_code == 409 and "Een gespreksleider staat erbuiten" in party.text
    assert along(marieke, made, name="Kees Vlaar", mail="kees@buiten.example", part="facilitates").status_code == 302
    assert "Kees Vlaar" in marieke.get(reverse("dilemma", args=[made.id])).text
    link, outside = delivered(made)["kees"], Client()
    page = outside.get(link).text
    assert QUESTION in page and "Geef je stem" not in page
    refused = outside.post(link, voice(5, 1, wat="stem"))
    assert refused.status_code == 409 and "Als gespreksleider geef je geen stem." in refused.text


def test_nobody_else_finds_the_page(world: World):
    _marieke, made = raised(world)
    assert logged_in(world, "kim").get(reverse("dilemma", args=[made.id])).status_code == 404
    assert logged_in(world, "loes").get(reverse("dilemma", args=[made.id])).status_code == 404
    assert logged_in(world, "jan").get(reverse("dilemma", args=[made.id])).status_code == 200  # He reads the circle.
    assert "In jouw kringen" in logged_in(world, "jan").get(reverse("dilemmas")).text
    assert QUESTION not in logged_in(world, "kim").get(reverse("dilemmas")).text


def test_a_page_asks_the_database_little(world: World):
    marieke, made = raised(world)
    both_speak(world, made)
    assert count(marieke, reverse("dilemma", args=[made.id])) <= 20
    assert count(marieke, reverse("dilemmas")) <= 6
    assert count(marieke, reverse("new_dilemma")) <= 10
