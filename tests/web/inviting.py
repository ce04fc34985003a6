"""What the tests of invitations share: asking Rob in on the page of Riet's circle, and the link in his mail."""

import re
from html import unescape

from django.core import mail
from django.test import Client

from nabij.post.models import Letter
from nabij.trust.acting import acting_as, office
from nabij.trust.models import Invitation
from nabij.web.post.jobs import send_letter
from tests.web.asking import logged_in
from tests.world import World

ROB = {"name": "Rob Visser", "address": "rob@huis.example"}


def page_of(world: World) -> str:
    return f"/kringen/{world.riets_story.circle_id}/"


def text_of(response) -> str:
    return unescape(response.content.decode())


def ask_rob(world: World, *, by: str = "marieke", **said) -> str:
    """Asks Rob in by the form; returns the path of the link in his mail."""
    answer = logged_in(world, by).post(page_of(world) + "uitnodigingen/", ROB | said)
    assert answer.status_code == 302, text_of(answer)
    return link_in_mail()


def link_in_mail() -> str:
    """Sends the newest invitation; returns the path of its link."""
    with acting_as(office("post")):
        letter = Letter.objects.filter(kind="invitation").order_by("-id").first()
    assert letter
    send_letter(letter=str(letter.id))
    found = re.search(r"(/uitnodiging/[\w-]+/)", mail.outbox[-1].body)
    assert found, mail.outbox[-1].body
    return found[1]


def new_code(world: World, *, by: str = "marieke", **said) -> tuple[Client, Invitation, str]:
    """A code on somebody's screen: their client, the invitation, and the code as it stands there."""
    client = logged_in(world, by)
    answer = client.post(page_of(world) + "code/", {"past": "nu"} | said)
    assert answer.status_code == 302, text_of(answer)
    found = re.search(r"code-typed\">(\w{4}) (\w{4})<", client.get(answer.headers["Location"]).content.decode())
    assert found
    with world.acting(by):
        made = Invitation.objects.get(id=answer.headers["Location"].split("/")[2])
    return client, made, found[1] + found[2]
