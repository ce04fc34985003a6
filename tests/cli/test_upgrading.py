"""`nabij migrate` on a database of before: what a new rule refuses is put right first, so that nothing stops."""

import pytest
from django.db import connection

from nabij.cli.management.commands.migrate import forget_noted_communities
from nabij.people.models import Person
from tests.conftest import owner
from tests.world import AT, World

pytestmark = pytest.mark.django_db


def test_a_community_noted_of_somebody_known_only_as_somebody_is_forgotten(world: World) -> None:
    with owner():
        with connection.cursor() as cursor:
            cursor.execute("set constraints all immediate")  # What the world left to the end of its transaction.
            cursor.execute("alter table people_person drop constraint known_as_says_no_community")
        noted = Person.objects.create(known_as="de man met de pet", community="Turks", made_at=AT)
        named = Person.objects.create(name="Selma Kaya", community="Turks", made_at=AT)
        assert forget_noted_communities(using="default") == 1
        assert forget_noted_communities(using="default") == 0
        assert Person.objects.get(id=noted.id).community == ""
        assert Person.objects.get(id=named.id).community == "Turks", "of whom has a name nothing is lost"
