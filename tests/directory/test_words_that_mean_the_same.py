"""Who types one word of the field finds what says the other; what says it itself stands first."""

import pytest

from nabij.directory import search
from nabij.directory.kin import SAME, also
from nabij.directory.search import find
from nabij.directory.spelling import words_in
from nabij.directory.verbs import import_hsds
from nabij.trust.acting import NOBODY, acting_as, office
from tests.directory.conftest import NOW


@pytest.mark.parametrize(
    ("typed", "said"),
    [("opvoeden", "Opvoedspreekuur"), ("geldzorgen", "Hulp bij schulden"), ("buurtteam", "Sociaal wijkteam Oost")],
)
def test_what_says_it_otherwise_is_found_after_what_says_it(db, folder, monkeypatch, typed, said):
    there = folder(services=f"id,name,status\na,{said},active\nb,Fietsles,active\nc,Iets met {typed},active\n")
    with acting_as(office("beheer")):
        import_hsds(path=there, at=NOW)
    monkeypatch.setattr(search, "meaning_of", lambda _texts: [None])  # By words alone.
    with acting_as(NOBODY):
        names = [hit.service.name for hit in find(words=typed, at=NOW)]
    assert names == [f"Iets met {typed}", said]


def test_each_word_is_one_that_can_be_typed_and_stands_in_one_group():
    words = [word for group in SAME for word in group]
    assert len(words) == len(set(words))
    assert [word for word in words if list(words_in(word)) != [word]] == []
    assert also("wijkteam") == ["buurtteam", "dorpsteam", "gebiedsteam", "sociaalteam"] and also("fietsbel") == []
