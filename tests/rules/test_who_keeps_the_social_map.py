"""Everybody reads the social map; the office beheer keeps it, and who coordinates the lists of their neighbourhood."""

from typing import Any

import pytest
from django.apps import apps
from django.db import ProgrammingError, transaction

from nabij.directory.doubles.joining import join
from nabij.directory.lists.bringing import ListReport, list_in, source_in
from nabij.directory.lists.grids import grid_in
from nabij.directory.lists.leaving_off import leave_off
from nabij.directory.lists.letting_go import let_go
from nabij.directory.models import (
    LetGo,
    OwnerLetter,
    OwnerStop,
    SearchWord,
    Service,
    ServiceMeaning,
    Twin,
    UnfinishedList,
)
from nabij.directory.policies import LISTED
from nabij.directory.verbs import import_listings
from nabij.people.models import Hat, Neighbourhood, Person
from nabij.trust.acting import NOBODY, acting_as, office, person
from tests.conftest import owner
from tests.directory.conftest import NOW

pytestmark = pytest.mark.django_db


LETTERS = (OwnerLetter, OwnerStop)  # Of the post between Nabij and whoever does it; no part of the map.
PUBLIC = [model for model in apps.get_app_config("directory").get_models() if model not in (*LETTERS, UnfinishedList)]


@pytest.mark.parametrize("model", PUBLIC, ids=lambda model: model.__name__)
def test_everybody_reads_it(model):
    with acting_as(NOBODY):
        assert not model.objects.exists()


@pytest.mark.parametrize("model", LETTERS, ids=lambda model: model.__name__)
def test_nobody_reads_who_was_asked(model):
    with pytest.raises(ProgrammingError, match="permission denied"), acting_as(NOBODY):
        model.objects.exists()


def test_beheer_changes_it_and_a_visitor_or_another_office_does_not():
    with acting_as(office("beheer")):
        Service.objects.create(name="Eettafel")
    with acting_as(NOBODY):
        assert Service.objects.get().name == "Eettafel"
        assert Service.objects.update(name="Weg") == 0
        assert Service.objects.all()._raw_delete("default") == 0
    with pytest.raises(ProgrammingError, match="row-level security"), acting_as(NOBODY):
        Service.objects.create(name="Nep")
    with acting_as(office("post")):
        assert Service.objects.update(name="Weg") == 0
    with pytest.raises(ProgrammingError, match="row-level security"), acting_as(office("post")):
        Service.objects.create(name="Nep")


LIST = (
    "naam;organisatie;plek;adres;postcode;telefoon;contact;openingstijden;talen;onderwerp;wijk;rolstoel\n"
    "Taalcafé;De Brug;De Brug;Kade 1;1441 AB;020 665 8001;Emine;ma 9:00-10:00;Turks;Taal;Gors;ja\n"
).encode()
HERE, THERE = "BU04390101", "BU04390102"


@pytest.fixture
def people(db):
    """Who coordinates here, and who only works here."""
    with owner():
        town = Neighbourhood.objects.create(code="WK043901", name="Purmerend", kind="wijk")
        for code in (HERE, THERE):
            Neighbourhood.objects.create(code=code, name=code, kind="buurt", parent=town)
        people = [Person.objects.create(name=name, made_at=NOW) for name in ("Karin", "Wil", "Bea")]
        worn: dict[str, Any] = {"formal": True, "granted_by": people[2], "since": NOW.date()}
        roles = (("coördinator", HERE), ("wijkwerker", HERE))
        hats = [
            Hat.objects.create(person=one, role=role, neighbourhood_id=where, **worn)
            for one, (role, where) in zip(people, roles, strict=False)
        ]
    return [person(hat.person_id, hat=hat.pk) for hat in hats]


def brought(content: bytes = LIST, *, neighbourhood: str = HERE, name: str = "aanbod.csv") -> ListReport:
    report = ListReport()
    listed = list_in(grid_in(content, name=name, report=report), told={}, report=report)
    return import_listings(listed=listed, source=source_in(neighbourhood, name=name), at=NOW)


def test_who_coordinates_keeps_the_list_of_that_neighbourhood_and_of_no_other(people):
    coordinator, worker = people
    with acting_as(coordinator):
        brought()
        brought(LIST.replace(b"020 665 8001", b"020 665 8002"))
        for table in LISTED:
            assert (
                apps.get_model("directory", table).objects.filter(came_from__startswith=f"buurtlijst:{HERE}").exists()
            ), table
        assert ServiceMeaning.objects.filter(service__name="Taalcafé").exists()
        assert SearchWord.objects.filter(word="taalcafe").exists()
    for actor, where in ((coordinator, THERE), (worker, HERE), (NOBODY, HERE)):
        with pytest.raises(ProgrammingError, match="row-level security"), acting_as(actor):
            brought(neighbourhood=where, name="ander.csv")


@pytest.mark.parametrize("table", LISTED)
def test_of_every_table_only_the_own_rows_change(table, people):
    model = apps.get_model("directory", table)
    with acting_as(office("beheer")):
        brought(LIST.replace(b";Taal;", b";Lezen;"), neighbourhood=THERE)
        brought()
    with acting_as(people[0]):
        assert model.objects.filter(came_from__contains=HERE).update(extra={"mine": 1}) == 1
        assert model.objects.filter(came_from__contains=THERE).update(extra={"mine": 1}) == 0
        assert model.objects.filter(came_from__contains=THERE)._raw_delete("default") == 0
    with pytest.raises(ProgrammingError, match="row-level security"), acting_as(people[0]), transaction.atomic():
        model.objects.filter(came_from__contains=HERE).update(came_from=f"buurtlijst:{THERE}:aanbod")
    with acting_as(people[1]):
        assert model.objects.update(extra={}) == 0


def test_the_words_and_meaning_of_another_list_are_not_theirs(people):
    with acting_as(office("beheer")):
        brought(neighbourhood=THERE)
    with acting_as(people[0]):
        assert ServiceMeaning.objects.update(heading="anders") == 0
    with pytest.raises(ProgrammingError, match="row-level security"), acting_as(people[1]):
        SearchWord.objects.create(word="nepwoord", bits=[])


def test_who_keeps_a_list_says_two_are_one_in_no_other_name(people):
    coordinator, worker = people
    with acting_as(office("beheer")):
        brought()
        theirs = Service.objects.create(name="Taal café")
        others = [Service.objects.create(name=name) for name in ("Soep", "Brood")]
        own = Service.objects.get(name="Taalcafé")
    with owner():
        karin, wil = Person.objects.get(name="Karin"), Person.objects.get(name="Wil")
    with acting_as(coordinator):
        join(kept=own, double=theirs, by=karin, at=NOW)
        assert Twin.objects.standing().get().by == karin
    for actor, by, pair in (
        (worker, wil, (own, others[0])),
        (coordinator, wil, (own, others[0])),
        (coordinator, karin, others),
    ):
        with pytest.raises(ProgrammingError, match="row-level security"), acting_as(actor):
            join(kept=pair[0], double=pair[1], by=by, at=NOW)


def test_who_keeps_a_list_lets_go_of_what_it_names_no_more(people):
    with acting_as(office("beheer")):
        brought()
        brought(neighbourhood=THERE)
        here, there = (Service.objects.get(came_from__contains=code) for code in (HERE, THERE))
    with acting_as(people[0]):
        let_go([here], at=NOW)
        assert LetGo.objects.standing().get().service_id == here.pk
    for actor, service in ((people[0], there), (people[1], here), (NOBODY, here)):
        with pytest.raises(ProgrammingError, match="row-level security"), acting_as(actor):
            LetGo.objects.create(service=service, goes=True, was="active", at=NOW)


def test_who_keeps_a_list_alone_sees_what_is_left_to_do_of_it(people):
    said = {"name": "aanbod", "said": {}, "to_mend": 1, "gone": [], "at": NOW}
    with owner():
        for code in (HERE, THERE):
            UnfinishedList.objects.create(neighbourhood_id=code, **said)
    with acting_as(people[0]):
        assert [one.neighbourhood_id for one in UnfinishedList.objects.all()] == [HERE]
        leave_off(source=f"buurtlijst:{HERE}:aanbod", said={}, to_mend=2, gone=[], at=NOW)
        assert UnfinishedList.objects.get().to_mend == 2
    for actor, code in ((people[0], THERE), (people[1], HERE), (NOBODY, HERE)):
        with acting_as(actor):
            theirs = UnfinishedList.objects.filter(neighbourhood=code)
            assert not theirs.exists() and theirs._raw_delete("default") == 0
        with pytest.raises(ProgrammingError, match="row-level security"), acting_as(actor):
            UnfinishedList.objects.create(neighbourhood_id=code, **said | {"name": "anders"})
    with acting_as(people[0]):
        leave_off(source=f"buurtlijst:{HERE}:aanbod", said={}, to_mend=0, gone=[], at=NOW)
        assert not UnfinishedList.objects.exists()
