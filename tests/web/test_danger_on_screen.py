"""Danger on the screen: whose words are read behind broken glass, and who knows of a sealed note."""

import re
from datetime import timedelta

from django.core import mail
from django.utils import timezone

from nabij.people.models import Neighbourhood, Person
from nabij.post.models import Letter
from nabij.stories.breaking import seek, tell_circle
from nabij.stories.caring import share
from nabij.stories.families import begin_between
from nabij.stories.sealing import agree, propose
from nabij.stories.verbs import ask, promise, tell
from nabij.trust import appointing
from nabij.trust.acting import acting_as, office
from nabij.trust.glass import BreakGlass, GlassTelling
from nabij.web.post.jobs import send_letter
from nabij.web.post.jobs import tell_circle as tell_the_circle
from tests.conftest import owner
from tests.rules.danger import STREET
from tests.rules.test_a_sealed_note import says_yes, sealed_by
from tests.web.asking import count, logged_in
from tests.world import AT, World


def broken_at_riets(world: World) -> BreakGlass:
    """Yusuf looks for Riet, in danger; Loes watches over the neighbourhood."""
    with acting_as(office("beheer")):
        east = Neighbourhood.objects.get(code="BU04390302")
        appointing.trust(person=world.loes, neighbourhood=east, since=timezone.localdate())
    with world.acting("yusuf"):
        said = {"name": "Riet Kuiper", "place": STREET, "reason": "Ze roept om hulp."}
        glass = seek(by=world.yusuf, hat=world.hats["yusuf"], at=timezone.now(), **said)
    assert glass is not None
    return glass


def sheet(page: str, title: str) -> str:
    """What stands under a heading, as text."""
    found = re.search(rf"<h2[^>]*>{title}</h2>(.*?)</section>", page, re.S)
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", found[1])).strip() if found else ""


def test_words_behind_the_glass_are_never_put_in_anothers_mouth(world: World):
    with world.acting("marieke"):
        by = {"by": world.marieke, "at": AT}
        tell(story=world.riets_story, person=world.riet, words="Ik wil weer buiten.", **by)
        shared = begin_between(one=world.jan, other=world.riet, **by)
        for number in range(6):
            tell(story=shared, person=world.jan, words=f"Zij slaat mij {number}.", by=world.marieke, at=timezone.now())
        ask(who=world.jan, what="Meelopen", story=shared, circle=shared.circle, **by)
    page, yusuf = f"/noodopening/{broken_at_riets(world).id}/", logged_in(world, "yusuf")
    shown = yusuf.get(page).content.decode()
    hers, others = sheet(shown, "In eigen woorden"), sheet(shown, "Wat anderen hier zeggen")
    assert "Ik wil weer buiten." in hers, "however much others said since"
    assert "Zij slaat" not in hers
    assert "Riet Kuiper vertelde het, Marieke Bos schreef het op" in hers
    assert "In de kring Riet Kuiper." in hers
    assert "Zij slaat mij 5." in others
    assert f"{world.jan.called} vertelde het, Marieke Bos schreef het op" in others
    assert f"In de kring {shared}." in others
    assert "Gevraagd door Marieke, nog geen antwoord." in sheet(shown, "Afspraken")
    assert count(yusuf, page) <= 30


def test_own_words_in_the_only_story_name_whoever_said_them_and_no_circle(world: World):
    with world.acting("riet"):
        tell(story=world.riets_story, person=world.riet, words="Gewoon lopen.", by=world.riet, at=AT)
    shown = logged_in(world, "yusuf").get(f"/noodopening/{broken_at_riets(world).id}/").content.decode()
    hers = sheet(shown, "In eigen woorden")
    assert "Riet Kuiper zelf, " in hers
    assert "In de kring" not in hers
    assert "Wat anderen hier zeggen" not in shown


def test_a_verdict_begins_its_line_with_a_capital(world: World):
    glass = broken_at_riets(world)
    shown = logged_in(world, "loes").get(f"/noodopeningen/{glass.id}/").content.decode()
    for said in ("Nodig", "Niet nodig", "Eerst samen bespreken"):
        assert re.search(rf">\s*{said}\s*<", shown)
    assert not re.search(r">\s*niet nodig\s*<", shown)


def test_who_is_asked_to_keep_a_note_reads_who_wrote_it(world: World):
    note = sealed_by(world)
    page, yusuf = f"/besloten/{note.id}/", logged_in(world, "yusuf")
    asked = sheet(yusuf.get(page).content.decode(), "Wie dit weet")
    assert asked.startswith("Marieke Bos Schreef dit. Yusuf Demir Is gevraagd. Nog geen antwoord.")
    says_yes(world)
    kept = sheet(yusuf.get(page).content.decode(), "Wie dit weet")
    assert kept.count("Marieke Bos") == kept.count("Yusuf Demir") == 1
    assert logged_in(world, "riet").get(page).status_code == 404


def told_letter(reader: Person) -> str:
    """The page in the mail that the circle gets."""
    with acting_as(office("post")):
        letter = Letter.objects.get(about_kind="glass_told", reader=reader)
    send_letter(letter=str(letter.id))
    sent = mail.outbox[-1]
    assert not any(word in sent.subject + str(sent.body) for word in ("Riet Kuiper", "Yusuf", "roept om hulp"))
    found = re.search(r"https?://[^/]+(/noodopeningen/\S+)", str(sent.body))
    assert found
    return found[1]


def test_who_hears_of_broken_glass_finds_the_story_from_the_mail_and_from_today(world: World):
    glass = broken_at_riets(world)
    place = f"/verhalen/{world.riets_story.id}/#noodopening"
    early = logged_in(world, "marieke").get(f"/noodopeningen/{glass.id}/verhaal/")
    assert early.status_code == 404, "nobody was told yet"
    with world.acting("loes"):
        tell_circle(glass=glass, told=True, by=world.loes, at=timezone.now())
    tell_the_circle(glass=str(glass.id))
    for who, said in (
        ("riet", "Yusuf Demir las jouw verhaal bij gevaar"),
        ("marieke", "Yusuf Demir las het verhaal van Riet Kuiper bij gevaar"),
    ):
        client = logged_in(world, who)
        assert client.get(told_letter(world.people[who])).headers["Location"] == place
        today = client.get("/").content.decode()
        assert f'<a class="nl-link" href="{place}">{said}</a>' in today
        assert 'id="noodopening"' in client.get(place.split("#")[0]).content.decode()
    for who in ("yusuf", "loes", "kim"):
        client = logged_in(world, who)
        assert client.get(f"/noodopeningen/{glass.id}/verhaal/").status_code == 404
        assert "bij gevaar</a>" not in client.get("/").content.decode()
    with owner():
        GlassTelling.objects.update(at=timezone.now() - timedelta(days=15))
    later = logged_in(world, "riet")
    assert "bij gevaar</a>" not in later.get("/").content.decode(), "Today says it for two weeks"
    assert later.get(f"/noodopeningen/{glass.id}/verhaal/").headers["Location"] == place


def test_a_promise_that_is_late_says_so_behind_the_glass(world: World):
    late = timezone.localdate() - timedelta(days=4)
    with world.acting("marieke"):
        by = {"by": world.marieke, "at": timezone.now() - timedelta(days=9)}
        promise(story=world.riets_story, circle=world.riets_story.circle, what="De arts bellen", day=late, **by)
    shown = logged_in(world, "yusuf").get(f"/noodopening/{broken_at_riets(world).id}/").content.decode()
    assert re.search(r'class="due due--late">[^<]*</span>', shown)


def test_a_sealed_note_says_of_each_moment_what_is_true_then(world: World):
    note = sealed_by(world)
    page, told = f"/besloten/{note.id}/", logged_in(world, "riet").get(f"/verhalen/{world.riets_story.id}/")
    assert "Twee mensen" not in told.content.decode(), "the second did not say yes yet"
    says_yes(world)
    marieke = logged_in(world, "marieke")
    assert marieke.get(page).content.decode().count("Bewaart dit.") == 2
    with world.acting("marieke"):
        review = propose(sealed=note, kind="open", why="Het kan nu.", by=world.marieke, at=timezone.now())
    with world.acting("yusuf"):
        agree(review=review, yes=True, by=world.yusuf, at=timezone.now())
    opened = marieke.get(page).content.decode()
    assert "Bewaart dit." not in opened
    assert opened.count("Bewaarde dit mee, en besliste mee.") == 2


def test_a_shared_worry_says_you_to_whoever_reads_it(world: World):
    with world.acting("fatima"):
        worry = share(
            to=world.hats["marieke"], words="Ze eet niet.", story=world.riets_story, by=world.fatima, at=timezone.now()
        )
    mine, theirs = (logged_in(world, who).get(f"/zorg/{worry.id}/").content.decode() for who in ("fatima", "marieke"))
    assert "Jij deelde dit met Marieke Bos, " in mine
    assert "Marieke Bos laat uiterlijk " in mine
    assert "Fatima El Amrani deelde dit met jou, " in theirs
    assert "Jij laat uiterlijk " in theirs
    for page in (mine, theirs):
        assert "Alleen jullie twee lezen het." in page
