"""Raising a hand on the screen: from the board and from the ask, with one sentence or none, and nothing lost."""

import re
from uuid import UUID

from django.utils import timezone

from nabij.bridge.asks import Ask
from nabij.bridge.models import Introduction, IntroductionAnswer
from nabij.people.families import Birth
from nabij.people.verbs import put_on
from nabij.trust.acting import acting_as, office
from tests.conftest import owner
from tests.web.asking import count, logged_in
from tests.web.test_asking_the_neighbourhood import HERE, main
from tests.world import World

LINE, WORDS = "Wie hangt een lamp op?", "Ik heb een lange trap."


def asked(world: World, who: str = "riet", line: str = LINE, **said: str) -> str:
    return logged_in(world, who).post("/vragen/", {"line": line, "neighbourhood": HERE, **said})["Location"]


def test_from_the_board_and_from_the_ask_one_button_and_one_sentence(world: World) -> None:
    where, jan, riet = asked(world), logged_in(world, "jan"), logged_in(world, "riet")
    for address in ("/prikbord/", where):
        page = main(jan.get(address).text)
        assert f'action="{where}hand/"' in page and "Dit wil ik wel doen" in page, address
    assert "Dit wil ik wel doen" not in main(riet.get("/prikbord/").text) + main(riet.get(where).text)
    made = jan.post(f"{where}hand/", {"words": WORDS}, follow=True)
    assert "Wie dit vraagt, krijgt bericht en antwoordt zelf." in made.text
    page = main(made.text)
    assert "Je zei ja." in page and LINE in page and "Riet" not in page
    for address in ("/prikbord/", where):
        page = main(jan.get(address).text)
        assert "Je gaf je hiervoor op" in page and "<textarea" not in page and "Riet" not in page, address
    page = main(riet.get(where).text)
    assert "Wie dit wil doen" in page and "Jan Groen" in page and WORDS in page and "Wil je dat?" in page
    assert "Wil je kennismaken?" in riet.get("/").text
    found = re.search(r"/kennismakingen/[\w-]{36}/", page)
    assert found
    there = main(riet.get(found[0]).text)
    assert "Jan Groen" in there and f"Je vroeg: “{LINE}”" in there
    riet.post(f"{found[0]}antwoord/", {"answer": "yes"})
    assert "Jij en Riet Kuiper" in main(jan.get(found[0]).text)


def test_what_cannot_be_says_so_keeps_what_was_typed_and_makes_nothing(world: World) -> None:
    where, jan, riet = asked(world), logged_in(world, "jan"), logged_in(world, "riet")
    said = {"words": WORDS}
    own = riet.post(f"{where}hand/", said)
    assert own.status_code == 409 and "Dit is een vraag van jezelf." in own.text and WORDS in own.text
    long = jan.post(f"{where}hand/", {"words": "trap " * 70})
    assert long.status_code == 400 and "Dit is te lang. Eén zin is genoeg." in long.text and "trap trap" in long.text
    assert logged_in(world, "kim").post(f"{where}hand/", said).status_code == 404
    with owner():
        day = timezone.localdate().replace(year=timezone.localdate().year - 15, day=1)
        child = Birth.objects.create(person=world.jan, day=day, at=timezone.now())
    young = jan.post(f"{where}hand/", said)
    assert young.status_code == 409 and "vanaf 16 jaar" in young.text and WORDS in young.text
    with owner():
        child.delete()
        assert not Introduction.objects.exists()
    assert jan.post(f"{where}hand/", said).status_code == 302
    twice = jan.post(f"{where}hand/", said)
    assert twice.status_code == 409 and "Je gaf je al op" in twice.text
    riet.post(f"{where}einde/", {"kind": "met"})
    over = logged_in(world, "fatima").post(f"{where}hand/", said)
    assert over.status_code == 409 and "Deze vraag is al voorbij." in over.text and WORDS in over.text
    assert LINE not in main(over.text)
    with owner():
        assert Introduction.objects.count() == 1


def test_it_is_taken_back_until_the_other_said_yes(world: World) -> None:
    where, jan, riet = asked(world), logged_in(world, "jan"), logged_in(world, "riet")
    there = jan.post(f"{where}hand/", {})["Location"]
    assert "Ik doe het toch niet" in jan.get(there).text
    assert riet.post(f"{there}einde/").status_code == 409, "whoever asks says no, and takes nothing back"
    assert "Ingetrokken." in jan.post(f"{there}einde/", follow=True).text
    assert "Wie dit wil doen" not in riet.get(where).text
    assert riet.post(f"{there}antwoord/", {"answer": "yes"}).status_code == 409
    again = jan.post(f"{where}hand/", {})["Location"]
    riet.post(f"{again}antwoord/", {"answer": "yes"})
    late = jan.post(f"{again}einde/")
    assert late.status_code == 409 and "Dat antwoord blijft staan." in late.text


def test_after_a_no_the_refusal_does_not_say_why(world: World) -> None:
    first, second = asked(world), asked(world, line="Wie brengt soep?")
    jan, riet = logged_in(world, "jan"), logged_in(world, "riet")
    there = jan.post(f"{first}hand/", {})["Location"]
    riet.post(f"{there}antwoord/", {"answer": "no"})
    assert "Dit keer komt het er niet van." in jan.get(there).text
    refused = jan.post(f"{second}hand/", {"words": WORDS})
    assert refused.status_code == 409 and WORDS in refused.text
    assert "Waarom niet, zegt Nabij niet." in refused.text and "Riet" not in main(refused.text)


def test_who_coordinates_notes_what_was_said_on_the_telephone(world: World) -> None:
    with acting_as(office("beheer")):
        said = {"role": "coördinator", "formal": True, "since": timezone.localdate(), "open": True}
        put_on(person=world.yusuf, neighbourhood=world.riet.neighbourhood, **said)
    where, hidden = asked(world, to_coordinator="on"), asked(world, line="Wie brengt soep?")
    there = logged_in(world, "jan").post(f"{where}hand/", {"words": WORDS})["Location"]
    logged_in(world, "fatima").post(f"{hidden}hand/", {})
    yusuf = logged_in(world, "yusuf")
    assert "Wie dit wil doen" not in yusuf.get(hidden).text
    page = main(yusuf.get(where).text)
    assert "Jan Groen" in page and "Wacht nog op een antwoord." in page
    page = main(yusuf.get(there).text)
    assert "Riet antwoordde aan de telefoon" in page and WORDS in page
    with owner():
        side = IntroductionAnswer.objects.get(side__introduction=UUID(there.split("/")[2])).side
        key = side.introduction.sides.exclude(id=side.id).get().id
    told = yusuf.post(f"{there}antwoord/", {"answer": "yes", "side": key}, follow=True).text
    assert "Aan de telefoon; jij schreef het op." in told
    assert "Jij en Riet Kuiper" in logged_in(world, "jan").get(there).text
    assert logged_in(world, "marieke").get(there).status_code == 404


def test_the_board_with_hands_and_the_ask_with_answers_ask_as_little(world: World) -> None:
    lines = [f"Wie helpt met {what}?" for what in ("soep", "de tuin", "de trap", "de hond")]
    asks = [asked(world, line=line) for line in lines]
    jan, riet = logged_in(world, "jan"), logged_in(world, "riet")
    jan.post(f"{asks[0]}hand/", {})
    few = [count(jan, "/prikbord/"), count(riet, asks[0])]
    for address in asks[1:]:
        jan.post(f"{address}hand/", {})
    for name in ("fatima", "yusuf", "marieke"):
        logged_in(world, name).post(f"{asks[0]}hand/", {})
    assert [count(jan, "/prikbord/"), count(riet, asks[0])] == few
    assert max(few) <= 16, few
    with owner():
        assert Ask.objects.count() == 4
