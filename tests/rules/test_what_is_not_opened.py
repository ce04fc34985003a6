"""Ways around the rules that stay shut: another role, another's hat, a page that only reads, a shut door."""

import pytest
from django.apps import apps
from django.db import DatabaseError, connection, transaction
from django.test import Client
from django.utils.timezone import localdate

from nabij.moments.models import Moment
from nabij.moments.verbs import note
from nabij.people.models import Account, Hat, Person
from nabij.post.models import Letter, Link
from nabij.stories.models import Promise
from nabij.stories.verbs import ask, tell
from nabij.trust.acting import acting_as, office
from nabij.trust.models import Look, Membership, Processing
from nabij.web.today.box import ONLY_ME
from tests.conftest import owner
from tests.strong import strongly
from tests.web.asking import logged_in
from tests.world import AT, World

ELSEWHERE = ("https://elders.example/", "//elders.example", "/\\elders.example", "http:///elders.example")
PUBLIC = {
    "people_neighbourhood",
    "people_place",
    "people_group",
    "people_hatrule",
    "trust_purpose",
    "trust_setting",
    "bridge_kindofhelp",
}
OURS = [model for model in apps.get_models() if model.__module__.startswith("nabij.")]


@pytest.fixture
def full(world: World) -> World:
    """Riet's story with a line, words of her own and a question to Jan."""
    circle, story = world.riets_story.circle, world.riets_story
    with world.acting("marieke"):
        note(line="Naar de markt gelopen.", circle=circle, by=world.marieke, at=AT)
        ask(who=world.jan, circle=circle, story=story, what="Meelopen", by=world.marieke, at=AT)
        tell(story=story, person=world.riet, words="Gewoon lopen", by=world.marieke, at=AT)
    return world


def rows(table: str) -> int:
    """How many rows whoever acts counts; none where the table is shut."""
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(f'select count(*) from "{table}"')
            return int(cursor.fetchone()[0])
    except DatabaseError as refused:
        assert "permission denied" in str(refused)
        return 0


def test_a_person_who_takes_the_role_of_an_office_reads_what_is_public_and_nothing_else(full: World):
    tables = [model._meta.db_table for model in OURS]
    with full.acting("marieke"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("set local role nabij_office")
        seen = {table for table in tables if rows(table) and not table.startswith("directory_")}
        cursor.execute("set local role nabij_app")
    assert seen <= PUBLIC
    with acting_as(office("post")):
        assert rows("post_letter"), "an office with its seal reads what it is for"


def test_an_office_that_takes_the_role_of_the_app_is_nobody_there(full: World):
    with acting_as(office("post")), transaction.atomic(), connection.cursor() as cursor:
        assert rows("stories_promise")
        cursor.execute("set local role nabij_app")
        assert (rows("stories_promise"), rows("people_person"), rows("moments_moment")) == (0, 0, 0)
        cursor.execute("set local role nabij_office")


@pytest.mark.parametrize("said", ["person|{riet}||||9999999999|" + "0" * 64, "office|beheer||||9999999999|" + "0" * 64])
def test_a_seal_of_ones_own_making_is_refused(full: World, said: str):
    with full.acting("yusuf"):
        assert Person.objects.exists()
        with pytest.raises(DatabaseError, match="the seal is broken"), transaction.atomic():
            with connection.cursor() as cursor:
                cursor.execute("select set_config('nabij.actor', %s, true)", [said.format(riet=full.riet.id)])
            Person.objects.exists()


@pytest.mark.parametrize("office_name", ["door", "post", "beheer"])
def test_no_office_reads_what_was_written_in_a_circle(full: World, office_name: str):
    with acting_as(office(office_name)):
        for table in ("moments_moment", "stories_ownwords", "stories_story", "moments_tie", "trust_look"):
            assert rows(table) == 0
    with full.acting("riet"):
        assert rows("moments_moment")
        assert rows("stories_ownwords")


def test_a_link_is_made_by_the_post_and_read_by_nobody_who_is_logged_in(full: World):
    with full.acting("marieke"):
        letter = Letter.objects.get()
        for act in (
            lambda: Link.objects.exists(),
            lambda: Link.objects.create(letter=letter, reader=full.jan, token_hash=b"x", expires=AT),
        ):
            with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
                act()
    with acting_as(office("post")):
        assert Link.objects.create(letter=letter, reader=full.jan, token_hash=b"x", expires=AT)


def test_the_logs_are_only_added_to(full: World):
    logged_in(full, "marieke").get(f"/verhalen/{full.riets_story.id}/")
    with full.acting("riet"):
        for act in (lambda: Look.objects.update(who_name="niemand"), lambda: Look.objects.all().delete()):
            with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
                act()
        assert Look.objects.filter(about=full.riet.id).exists()


def test_nobody_puts_a_formal_hat_on_or_a_hat_on_another(world: World):
    plain = {"since": localdate(AT), "neighbourhood_id": "BU04390302"}
    with world.acting("jan"):
        assert Hat.objects.create(person=world.jan, role="klusser", formal=False, **plain)
        for who, formal in ((world.jan, True), (world.riet, False)):
            with pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
                Hat.objects.create(person=who, role="wijkwerker", formal=formal, **plain)


def test_a_member_does_not_put_another_out_by_its_address(world: World):
    with world.acting("riet"):
        jans = Membership.objects.get(circle=world.riets_story.circle, person=world.jan)
    logged_in(world, "fatima").post(f"/lidmaatschappen/{jans.id}/einde/")
    with world.acting("jan"):
        assert Membership.objects.current().filter(id=jans.id).exists()
    assert logged_in(world, "yusuf").post(f"/lidmaatschappen/{jans.id}/einde/").status_code == 404
    logged_in(world, "riet").post(f"/lidmaatschappen/{jans.id}/einde/")
    with world.acting("jan"):
        assert not Membership.objects.current().filter(id=jans.id).exists()


def test_another_persons_hat_is_not_worn_not_even_from_the_session(world: World):
    client = logged_in(world, "jan")
    assert client.post("/pet/", {"hat": str(world.hats["marieke"].id)}).status_code == 404
    session = client.session
    session["hat"] = str(world.hats["marieke"].id)
    session.save()
    assert client.get("/").status_code == 200
    client.post("/momenten/", {"line": "Gewandeld", "circle": ONLY_ME, "seen": ONLY_ME})
    with world.acting("jan"):
        assert list(Moment.objects.values_list("hat", flat=True)) == [world.hats["jan"].id]


@pytest.mark.parametrize("there", ELSEWHERE)
def test_no_form_leads_to_another_site(world: World, there: str):
    client = logged_in(world, "marieke")
    hat = str(world.hats["marieke"].id)
    assert client.post("/pet/", {"hat": hat, "next": there})["Location"] == "/"
    assert client.post("/pet/", {"hat": hat, "next": "/verhalen/"})["Location"] == "/verhalen/"
    with world.acting("marieke"):
        promised = Promise.objects.create(
            who=world.marieke, circle=world.riets_story.circle, what="Bellen", asked_by=world.marieke, asked_at=AT
        )
    assert client.post(f"/afspraken/{promised.id}/naleving/", {"next": there})["Location"] == "/"


def test_opening_pages_changes_nothing_but_the_log_of_looks(full: World):
    def counted() -> dict[str, int]:
        with owner():
            return {model.__name__: model._base_manager.count() for model in OURS if model not in (Look, Processing)}

    client, before, story = logged_in(full, "marieke"), counted(), f"/verhalen/{full.riets_story.id}/"
    under = ("", "tekst/", "woorden/", "afspraken/", "lezers/", "mensen/", "gezegd/", "hulp/?vraag=boodschappen")
    other = ("/", "/verhalen/", "/verhalen/nieuw/", "/mijn-verhaal/", "/mijn/gekeken/", "/kaart/", "/wie-ziet-wat/")
    for url in (*(story + one for one in under), *other, f"/mensen/{full.riet.id}/"):
        assert client.get(url).status_code == 200, url
    assert counted() == before


def test_a_form_of_another_site_does_nothing_and_another_host_is_not_answered(world: World):
    client = Client(enforce_csrf_checks=True)
    with acting_as(office("door")):
        account = Account.objects.get(person=world.marieke)
    strongly(client, account)
    words = f"/verhalen/{world.riets_story.id}/woorden/"
    assert client.post(words, {"words": "vals"}).status_code == 403
    assert logged_in(world, "marieke").post(words, {"words": "echt"}).status_code == 302
    assert Client(headers={"host": "elders.example"}).get("/").status_code == 400


def test_nobody_steps_into_the_shoes_of_real_people(world: World, settings):
    with acting_as(office("door")):
        account = Account.objects.get(person=world.riet).id
    shut = Client()
    assert shut.post("/demo/schoenen/", {"account": account}).status_code == 404
    assert [shut.get(url).status_code for url in ("/demo/", "/demo/post/")] == [404, 404]
    assert shut.get("/mijn/gekeken/").status_code == 302
    settings.DEMO = True
    assert shut.post("/demo/schoenen/", {"account": account}).status_code == 302
    assert shut.get("/mijn/gekeken/").status_code == 200
