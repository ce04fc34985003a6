"""After the one yes changes stand at once; who coordinates there sees what is otherwise since somebody looked."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import IntegrityError, ProgrammingError

from nabij.directory import entering
from nabij.directory.initiatives import Initiative, InitiativeAnswer
from nabij.trust.acting import acting_as
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
LATER = NOW + timedelta(hours=1)


def rewritten(people, at=LATER, **said: str) -> Initiative:
    with acting_as(people["emine"]):
        mine = Initiative.objects.get()
        entering.rewrite(initiative=mine, said={k: v for k, v in (COFFEE | said).items() if v}, at=at)
        return mine


def was(people) -> dict[str, str | None]:
    """What who coordinates sees of what stood there; nothing when there is nothing to look at."""
    with acting_as(people["karin"]):
        return {} if not entering.changed().exists() else Initiative.objects.get().was


def look(people, *, at=LATER + timedelta(hours=1)) -> None:
    with owner():
        karin = who("Karin")
    with acting_as(people["karin"]):
        one = Initiative.objects.get()
        entering.look(initiative=one, seen=one.changed_at, by=karin, at=at)


def test_what_stood_there_is_kept_until_somebody_looked(people):
    approved(people, sent(people))
    assert was(people) == {}
    rewritten(people, days="WE")
    rewritten(people, days="FR", hours="niet in de zomer")
    assert was(people) == {"days": "TU", "hours": ""}
    rewritten(people, days="TU", hours="niet in de zomer")
    assert was(people) == {"hours": ""}
    look(people)
    assert was(people) == {}
    rewritten(people, at=LATER + timedelta(days=1), days="SA")
    assert was(people) == {"days": "TU", "hours": "niet in de zomer"}
    with acting_as(people["wil"]):
        assert not entering.changed().exists()


def test_while_it_waits_it_is_read_whole(people):
    sent(people)
    rewritten(people, days="WE")
    with owner():
        assert Initiative.objects.get().was == {}
        assert not entering.changed().exists()


def test_of_an_old_name_or_number_nothing_is_kept_but_that_it_changed(people):
    approved(people, sent(people))
    rewritten(people, contact="Fatma", phone="", role="gastvrouw", go_between="Aicha")
    assert was(people) == {"contact": None, "phone": None, "role": "", "go_between": None}


def test_what_turns_out_to_be_at_home_keeps_no_door(people):
    approved(people, sent(people))
    rewritten(people, address="Kade 3")
    assert was(people) == {"address": "Kade 1"}
    rewritten(people, address="", place="", at_home="1")
    assert was(people) == {"address": None, "place": None, "at_home": ""}


def test_who_stops_leaves_nothing_of_what_stood(people):
    approved(people, sent(people))
    rewritten(people, days="WE")
    with acting_as(people["emine"]):
        entering.stop(initiative=Initiative.objects.get(), at=LATER)
        assert Initiative.objects.get().was == {}
    with pytest.raises(entering.AnsweredAlready):
        look(people)


def test_one_looks_at_what_stands_there_and_not_at_something_newer(people):
    approved(people, sent(people))
    rewritten(people, days="WE")
    with owner():
        karin = who("Karin")
    with acting_as(people["karin"]):
        old = Initiative.objects.get()
        seen = old.changed_at
    newer = rewritten(people, at=LATER + timedelta(minutes=1), days="FR")
    with acting_as(people["karin"]), pytest.raises(entering.NotAsSeen):
        entering.look(initiative=Initiative.objects.get(), seen=seen, by=karin, at=LATER)
    assert was(people) == {"days": "TU"}
    for name in ("wil", "emine"):
        with pytest.raises(ProgrammingError, match="row-level security"), acting_as(people[name]):
            InitiativeAnswer.objects.create(initiative=newer, yes=True, by=karin, at=LATER)


def test_what_was_taken_off_or_waits_is_not_looked_at(people):
    sent(people)
    with pytest.raises(entering.AnsweredAlready):
        look(people)
    with owner():
        karin = who("Karin")
    with acting_as(people["karin"]):
        entering.refuse(initiative=Initiative.objects.get(), why="Dit is een winkel.", by=karin, at=NOW)
    with pytest.raises(entering.AnsweredAlready):
        look(people)


@pytest.mark.parametrize("said", [{}, {"name": ""}, {"name": "  "}, {"name": None}, {"description": "Soep"}])
def test_what_has_no_name_is_not_sent_in(people, said):
    one = sent(people)
    with pytest.raises(IntegrityError, match="initiative_has_a_name"), acting_as(people["emine"]):
        Initiative.objects.create(neighbourhood_id=one.neighbourhood_id, by=one.by, said=said, at=NOW, changed_at=NOW)


def test_who_keeps_it_hides_no_change_past_the_page(people):
    approved(people, sent(people))
    rewritten(people, days="WE")
    said = COFFEE | {"name": "Winkel", "days": "WE"}
    whole = {"days": "TU", "name": COFFEE["name"]}
    refused: tuple[dict[str, Any], ...] = (
        {"was": {}},
        {"changed_at": NOW},
        {"said": said},
        {"said": said, "was": {"days": "TU"}},
        {"said": said, "was": whole | {"name": "Winkel van Emine"}},
        {"said": said, "was": whole, "changed_at": NOW - timedelta(days=1)},
    )
    for change in refused:
        with pytest.raises(ProgrammingError, match="row-level security"), acting_as(people["emine"]):
            Initiative.objects.update(**change)
    assert was(people) == {"days": "TU"}
    with acting_as(people["emine"]):
        assert Initiative.objects.update(said=said, was=whole, changed_at=LATER) == 1
    look(people)
    with pytest.raises(ProgrammingError, match="row-level security"), acting_as(people["emine"]):
        Initiative.objects.update(said=COFFEE, was=whole, changed_at=LATER)  # Before somebody looked.


def test_by_a_link_no_change_is_hidden_either(people):
    one, _token = sent_by_a_visitor()
    approved(people, one)
    for change in ({"said": COFFEE | {"name": "Winkel"}, "changed_at": LATER}, {"changed_at": NOW - timedelta(days=1)}):
        with pytest.raises(ProgrammingError, match="row-level security"), acting_as(by_link(one)):
            Initiative.objects.update(**change)
    with acting_as(by_link(one)):
        told = {"said": COFFEE | {"name": "Winkel"}, "was": {"name": COFFEE["name"]}, "changed_at": LATER}
        assert Initiative.objects.update(**told) == 1


def test_what_stops_leaves_its_name_and_nothing_else_past_the_page(people):
    approved(people, sent(people))
    stopped = {"name": COFFEE["name"], "stopped": "1"}
    for said in (stopped | {"description": "Winkel"}, stopped | {"name": "Winkel"}):
        with pytest.raises(ProgrammingError, match="row-level security"), acting_as(people["emine"]):
            Initiative.objects.update(said=said, was={}, changed_at=LATER)
    with acting_as(people["emine"]):
        assert Initiative.objects.update(said=stopped, was={}, changed_at=LATER) == 1
    with pytest.raises(ProgrammingError, match="row-level security"), acting_as(people["emine"]):
        Initiative.objects.update(said=COFFEE, was={"stopped": "1"}, changed_at=LATER)  # That is sent in anew.


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("اتصل بأمينة +٣١ ٦ ١٢٣٤٥٦٧٨", "Bel Emine"),
        ("Bel 06 12 34 56 78", "Bel …"),
        ("Mail emine@voorbeeld.example", "Mail …"),
    ],
)
def test_words_with_a_number_in_any_script_are_changed_like_others(people, old, new):
    approved(people, sent(people))
    rewritten(people, description=old)
    look(people)
    rewritten(people, at=LATER + timedelta(days=1), description=new)
    assert "…" in was(people)["description"]
    rewritten(people, at=LATER + timedelta(days=2), description="Iets anders")
    assert "…" in was(people)["description"]
