"""Forty questions that people would ask of memory, in the example neighbourhood: found among the first five."""

import pytest
from django.db import transaction
from django.db.models import F

from nabij.demo import cast
from nabij.memory.bridged_hits import TEXT
from nabij.memory.search import search
from nabij.moments.models import Moment
from nabij.people.models import Account
from nabij.stories.models import OwnWords, Promise
from nabij.trust.acting import acting_as, office, person
from tests.demo.conftest import as_role
from tests.demo.forty import QUESTIONS

pytestmark = pytest.mark.django_db
AMONG, WANTED = 5, 36


def people() -> dict[str, Account]:
    mails = {one.mail: key for key, one in cast.people().items() if one.mail}
    with acting_as(office("beheer")):
        return {mails[one.email]: one for one in Account.objects.filter(email__in=mails)}


def texts(best) -> list[str]:
    """What was found, as text, in its order."""
    keys = [one.key for one in best]
    found = {one.id: one.line for one in Moment.objects.filter(id__in=keys)}
    found |= {one.id: one.what for one in Promise.objects.filter(id__in=keys)}
    found |= {one.id: f"{one.words} {one.matters}" for one in OwnWords.objects.filter(id__in=keys)}
    for table, text in TEXT.items():
        there = table._default_manager.filter(id__in=keys)
        found |= dict(there.values_list("id", F(text) if isinstance(text, str) else text))
    return [found[key] for key in keys]


def test_at_least_thirty_six_of_forty_questions_find_it_among_the_first_five(neighbourhood):
    misses = []
    with transaction.atomic(), as_role("nabij_app"):
        who = people()
        for asker, question, wanted in QUESTIONS:
            with acting_as(person(who[asker].person_id)):
                first = texts(search(question).best[:AMONG])
            if not any(one in text for one in wanted for text in first):
                misses.append(f"{asker}: {question!r}\n    " + "\n    ".join(first or ["niets"]))
    assert len(QUESTIONS) == 40
    assert len(QUESTIONS) - len(misses) >= WANTED, "\n".join(misses)
    print(f"{len(QUESTIONS) - len(misses)} of {len(QUESTIONS)}", *misses, sep="\n")
