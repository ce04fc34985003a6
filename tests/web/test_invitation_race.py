"""Two people use one link, or one code, at the same moment: one gets in, the other hears that it was used."""

import threading
from collections.abc import Callable
from urllib.parse import unquote

import pytest
from django.db import connections
from django.test import Client
from django.utils import timezone

from nabij.people.models import Account
from nabij.trust.acting import acting_as, office
from nabij.trust.models import InvitationEnd, Knock, Membership
from nabij.trust.verbs import introduce
from tests.web.asking import logged_in
from tests.web.inviting import ask_rob, link_in_mail, new_code, page_of
from tests.world import World

pytestmark = pytest.mark.usefixtures("transactional_db", "app_login")


def at_once(*tries: Callable[[], int]) -> list[int]:
    """Runs them in threads that start together; returns their answers in order of size."""
    together, statuses = threading.Barrier(len(tries)), list[int]()

    def one(attempt: Callable[[], int]) -> None:
        together.wait()
        statuses.append(attempt())
        connections.close_all()

    threads = [threading.Thread(target=one, args=[attempt]) for attempt in tries]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sorted(statuses)


def what_came(client: Client, url: str) -> str:
    """in: the one who said yes; late: refused, or led to log in and back here, now that there is a log-in."""
    answer = client.post(url, {"answer": "yes"})
    back_here = answer.status_code == 302 and url in unquote(answer["Location"])
    return "late" if answer.status_code == 409 or back_here else "in"


def test_of_four_who_use_one_letter_at_once_one_gets_in(world: World):
    url = ask_rob(world)
    clients = [Client() for _number in range(4)]
    for client in clients:
        client.get(url)
    tries = [lambda it=client: what_came(it, url) for client in clients]
    assert sorted(at_once(*tries)) == ["in", "late", "late", "late"]
    with acting_as(office("door")):
        assert Account.objects.filter(email="rob@huis.example").count() == 1
    with world.acting("riet"):
        assert Membership.objects.filter(circle=world.riets_story.circle, person__name="Rob Visser").count() == 1
        assert InvitationEnd.objects.count() == 1


def test_of_two_invitations_to_one_address_at_once_one_makes_the_login(world: World):
    """Marieke and Kim, who know nothing of each other, both ask Rob in; he says yes to both at one moment."""
    first = ask_rob(world)
    hers = f"/kringen/{world.kims_story.circle_id}/uitnodigingen/"
    logged_in(world, "kim").post(hers, {"name": "Rob", "address": "rob@huis.example"})
    from_kim = link_in_mail()
    one, other = Client(), Client()
    yes = {"answer": "yes"}
    found = at_once(lambda: one.post(first, yes).status_code, lambda: other.post(from_kim, yes).status_code)
    assert set(found) <= {302, 403, 409}
    with acting_as(office("door")):
        assert Account.objects.filter(email="rob@huis.example").count() == 1


def test_of_two_who_scan_one_code_at_once_one_knocks(world: World):
    _mine, _made, code = new_code(world)
    said = {"address": "rob@huis.example"}
    tries = [
        lambda name=name: Client().post(f"/kom/{code}/", said | {"name": name}).status_code
        for name in ("Rob", "Els", "Ali")
    ]
    assert at_once(*tries) == [302, 409, 409]
    with acting_as(office("door")):
        assert Knock.objects.count() == 1


def test_two_yeses_on_the_screen_at_once_make_one_member(world: World):
    mine, made, code = new_code(world)
    with world.acting("kim"):
        introduce(person=world.kim, to=world.marieke, by=world.kim, at=timezone.now())
    logged_in(world, "kim").post(f"/kom/{code}/", {"on": "1"})
    url, again = f"/uitnodigingen/{made.id}/bevestiging/", logged_in(world, "marieke")
    tries = [lambda it=client: it.post(url, {"answer": "yes"}).status_code for client in (mine, again)]
    assert at_once(*tries) == [302, 302]
    with world.acting("riet"):
        assert Membership.objects.filter(circle=made.circle_id, person=world.kim).count() == 1
    assert mine.get(page_of(world)).status_code == 200
