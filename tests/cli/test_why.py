"""`nabij why PERSON THING`: allowed, refused and unknown; each rule said, none written twice, and it is logged."""

import json

import pytest
from django.utils import timezone
from typer.testing import CliRunner

from nabij.cli.commands import app
from nabij.cli.guarding import declared
from nabij.moments.models import Moment
from nabij.moments.verbs import note
from nabij.trust.models import Look, Membership, Processing
from nabij.trust.verbs import leave
from tests.conftest import owner
from tests.world import World

MARIEKE, YUSUF, RIET = "marieke@voorbeeld.example", "yusuf@voorbeeld.example", "riet@voorbeeld.example"


def run(*words: str) -> str:
    with owner():
        result = CliRunner().invoke(app, ("why", *words))
    assert (result.exit_code, result.stderr) == (0, ""), result.output
    return result.stdout


def refused(*words: str) -> str:
    with owner():
        result = CliRunner().invoke(app, ("why", *words))
    assert (result.exit_code, result.stdout, len(result.stderr.splitlines())) == (2, "", 1), result.output
    return result.stderr


def asked(*words: str) -> dict[str, bool]:
    """{rule: whether it opens} for an answer in which the rules and the database agree."""
    found = json.loads(run(*words, "--json"))
    rules = {one["name"]: one["lets"] for one in found["rules"] if not one["restrictive"]}
    closed = any(not one["lets"] for one in found["rules"] if one["restrictive"])
    assert found["seen"] == (any(rules.values()) and not closed)
    return rules


@pytest.fixture
def story(world: World) -> str:
    return f"/verhalen/{world.riets_story.id}/"


def test_who_is_in_the_circle_is_let_by_its_rule_and_who_is_not_by_none(world: World, story: str):
    said = run(MARIEKE, story)
    assert said.startswith(f"Marieke Bos ziet dit (stories_story:{world.riets_story.id}).\n")
    assert "ja  see_member: A circle sees its story." in said
    assert "nee see_smaller:" in said
    refusal = run(YUSUF, story)
    assert refusal.startswith("Yusuf Demir ziet dit niet")
    assert "ja " not in refusal


def test_what_a_rule_asks_of_other_tables_is_asked_as_that_person(world: World):
    """The answer to a promise is seen by who sees the promise: asked as the owner everybody would."""
    now = timezone.now()
    with world.acting("marieke"):
        kept = note(line="Koffie", circle=world.riets_story.circle, by=world.marieke, at=now)
    thing = f"moments_moment:{kept.id}"
    assert any(asked(MARIEKE, thing).values())
    assert not any(asked(YUSUF, thing).values())
    with world.acting("marieke"):
        mine = Membership.objects.current().get(circle=world.riets_story.circle, person=world.marieke)
        leave(membership=mine, by=world.marieke, at=now)
    assert [name for name, lets in asked(MARIEKE, thing).items() if lets] == ["see_left"], "what she wrote stays hers"


def test_rules_and_database_agree_for_everybody_and_every_kind_of_row(world: World):
    with world.acting("marieke"):
        note(line="Koffie", circle=world.riets_story.circle, by=world.marieke, at=timezone.now())
    with owner():
        member = Membership.objects.filter(circle=world.riets_story.circle).first()
        things = [
            f"people.person:{world.riet.id}",
            f"people_hat:{world.hats['yusuf'].id}",
            f"trust_circle:{world.riets_story.circle_id}",
            f"trust_membership:{member.id}",
            f"moments_moment:{Moment.objects.get().id}",
            "people_neighbourhood:GM0439",
        ]
    for name in ("riet", "marieke", "yusuf", "kim"):
        for thing in things:
            assert asked(f"{name}@voorbeeld.example", thing), thing


def test_no_rule_is_written_twice(world: World, story: str):
    guard = declared()["stories"]["stories_story"]
    names = {one.name for one in guard.policies if one.command == "select" and one.to == "nabij_app"}
    assert set(asked(RIET, story)) == names


def test_a_key_alone_is_searched_and_a_person_may_be_a_key(world: World):
    key = str(world.riets_story.id)
    assert run(str(world.marieke.id), key).startswith("Marieke Bos ziet dit (stories_story:")


def test_what_is_not_known_is_one_sentence(world: World, story: str):
    assert "Niemand hier heet" in refused("niemand@voorbeeld.example", story)
    assert "geen sleutel" in refused(MARIEKE, "onzin")
    assert "niets met deze sleutel" in refused(MARIEKE, "01a200d7-9729-7b0d-bf67-49d3d01056ac")
    assert "niets met deze sleutel" in refused(MARIEKE, "stories_story:01a200d7-9729-7b0d-bf67-49d3d01056ac")
    assert "tabel “geheim”" in refused(MARIEKE, "geheim:1")
    assert "Een pagina" in refused(MARIEKE, "/nergens/")
    assert "niet van één ding" in refused(MARIEKE, "/verhalen/")
    assert "geen regels per rij" not in refused(MARIEKE, "trust_seal:nee")
    with owner():
        assert not Look.objects.exists()


def test_whom_it_is_about_sees_that_it_was_asked(world: World, story: str):
    run(YUSUF, story)
    with world.acting("riet"):
        look = Look.objects.get()
    assert (look.who, look.what, look.thing_id) == (None, "why", world.riets_story.id)
    assert "aan de terminal" in look.who_name
    with owner():
        assert Processing.objects.get().id == look.id
    with world.acting("yusuf"):
        assert not Look.objects.exists()
