"""What was sent in goes half a year after its last change or answer; what stands on the map stays while it does."""

from datetime import timedelta

import pytest
from django.utils import timezone

from nabij.directory import entering
from nabij.directory.initiatives import Initiative, InitiativeAnswer
from nabij.directory.models import Service
from nabij.trust.acting import acting_as, office
from nabij.trust.retention import forget
from tests.conftest import owner
from tests.directory.conftest import NOW
from tests.directory.test_entering_oneself import (
    COFFEE,
    approved,
    by_link,
    people,
    sent,
    sent_by_a_visitor,
    who,
    without_thinking,
)

pytestmark = pytest.mark.django_db
__all__ = ["people", "without_thinking"]


def aged(days: int, *, changed: int, answered: int) -> None:
    """As if all was sent in so many days ago, and last changed and answered since."""
    now = timezone.now()
    with owner():
        Initiative.objects.update(at=now - timedelta(days=days), changed_at=now - timedelta(days=changed))
        Service.objects.update(changed_at=now - timedelta(days=changed))
        InitiativeAnswer.objects.update(at=now - timedelta(days=answered))


def left() -> list[str]:
    forget(at=timezone.now())
    with owner():
        return sorted(str(one) for one in Initiative.objects.all())


def test_after_half_a_year_what_does_not_stand_on_the_map_goes(people):
    keys = [sent(people, name=name).pk for name in ("wacht", "staat", "stopte")]
    with owner():
        standing, over = Initiative.objects.get(pk=keys[1]), Initiative.objects.get(pk=keys[2])
    approved(people, standing)
    approved(people, over)
    with acting_as(people["emine"]):
        entering.stop(initiative=Initiative.objects.get(pk=over.pk), at=NOW)
    aged(170, changed=170, answered=170)
    assert left() == ["staat", "stopte", "wacht"]
    aged(190, changed=190, answered=190)
    assert left() == ["staat"]
    with owner():
        assert InitiativeAnswer.objects.get().initiative == standing


def test_the_half_a_year_counts_from_the_last_change_or_answer(people):
    keys = [sent(people, name=name).pk for name in ("veranderd", "geweigerd")]
    with owner():
        karin = who("Karin")
    with acting_as(people["karin"]):
        entering.refuse(initiative=Initiative.objects.get(pk=keys[1]), why="Een winkel.", by=karin, at=NOW)
    aged(400, changed=10, answered=400)
    assert left() == ["geweigerd", "veranderd"]
    aged(400, changed=190, answered=10)
    assert left() == ["geweigerd"]
    aged(400, changed=190, answered=190)
    assert left() == []


def test_who_stops_what_is_old_keeps_the_link_that_night(people):
    one, token = sent_by_a_visitor()
    approved(people, one)
    aged(400, changed=400, answered=400)
    with acting_as(by_link(one)):
        entering.stop(initiative=Initiative.objects.get(), at=timezone.now())
    assert left() == [COFFEE["name"]]
    with acting_as(office("door")):
        assert Initiative.objects.of_token(token).exists()


def test_what_the_mail_says_is_gone_keeps_its_link_that_night(people):
    service = approved(people, sent_by_a_visitor()[0])
    aged(400, changed=400, answered=400)
    with owner():
        Service.objects.filter(pk=service.pk).update(status="defunct", changed_at=timezone.now())
    assert left() == [COFFEE["name"]]
    with owner():
        Service.objects.update(changed_at=timezone.now() - timedelta(days=190))
    assert left() == []
