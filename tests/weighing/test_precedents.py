"""How it was weighed before: told without names, found by words and by what they mean, and taken back."""

import pytest
from django.db import ProgrammingError, transaction

from nabij.trust.acting import NOBODY, acting_as
from nabij.weighing.naming import NamesFound
from nabij.weighing.precedents import Precedent, PrecedentTeller
from nabij.weighing.publishing import (
    HalfAPrecedent,
    NotYoursToTakeBack,
    NotYoursToTell,
    Retold,
    ToldAlready,
    begin_with,
    publish,
    take_back,
)
from nabij.weighing.recalling import like, search
from tests.conftest import owner
from tests.weighing.otherwise import Elsewise
from tests.weighing.street import now

WIN = Retold(
    "Mag iemand met een uitkering een kleine winst houden?",
    "Zelf doorgeven, zonder boete.",
    "Wie het zelf vertelt, straf je niet.",
    minority="Zonder boete leren we anderen dat melden niet hoeft.",
    outcome="Het is doorgegeven. Er ging niets terug.",
)
DOG = Retold("Wie zorgt voor de hond als iemand wordt opgenomen?", "Een buurman.", "Zonder hond ging zij niet.")
COUCH = Retold("Een zoon logeert bij zijn moeder. Korten we?", "Een half jaar niet.", "Een bank is goedkoper.")
CALL = Retold("Iemand belt 's avonds. Wat doen we?", "Morgen terugbellen.", "Zo doen we het allemaal.")


def tell(decided: Elsewise, retold: Retold, *, by: str = "marieke", **other: object) -> Precedent:
    here = decided.hat("marieke").neighbourhood
    with decided.acting(by):
        said = {"by": decided.world.people[by], "at": now(), "hat": decided.world.hats.get(by), **other}
        return publish(retold=retold, neighbourhood=here, **said)


def test_a_decision_is_told_once_without_names(decided: Elsewise) -> None:
    with decided.acting("marieke"):
        assert begin_with(decided.decision).decided == "Zij geeft het zelf door."
    made = tell(decided, WIN, decision=decided.decision)
    assert (made.kind, made.decision_key) == ("dilemma", decided.decision.id)
    with pytest.raises(ToldAlready, match="al bij"):
        tell(decided, WIN, decision=decided.decision)
    with decided.acting("riet"):
        seen = Precedent.objects.standing().get()
        assert (seen.teller.name, seen.teller.role) == (decided.marieke.called, "wijkwerker")


@pytest.mark.parametrize(
    ("said", "hits"),
    [
        ("Riet vertelde het zelf.", ["Riet"]),
        ("Mevrouw Jansen vertelde het.", ["Mevrouw Jansen"]),
        ("Bel 06 12345678 of mail r@voorbeeld.example.", ["06 12345678", "r@voorbeeld.example"]),
        ("Zij woont op Zuivelpad 14, 1447 AB.", ["Zuivelpad 14", "1447 AB"]),
        ("Haar nummer is 111222333.", ["111222333"]),
        ("Het ging naar NL91 ABNA 0417 1643 00.", ["NL91 ABNA 0417 1643 00"]),
        ("Kees Vlaar leidde het gesprek.", ["Kees Vlaar"]),
    ],
)
def test_what_may_lead_to_somebody_is_confirmed_or_changed(decided: Elsewise, said: str, hits: list[str]) -> None:
    retold = Retold(WIN.question, WIN.decided, said)
    with pytest.raises(NamesFound) as found:
        tell(decided, retold, decision=decided.decision)
    assert found.value.hits == hits
    with pytest.raises(NamesFound):
        tell(decided, retold, decision=decided.decision, confirmed=frozenset(hits[:-1]))
    tell(decided, retold, decision=decided.decision, confirmed=frozenset(hits))


def test_an_ordinary_case_is_told_by_who_has_a_hat_there(decided: Elsewise) -> None:
    assert tell(decided, CALL, by="loes", kind="ordinary").decision_key is None
    with pytest.raises(NotYoursToTell, match="met een pet op"):
        tell(decided, CALL, by="riet", kind="ordinary")
    with pytest.raises(NotYoursToTell, match="van wat je zelf meewoog"):
        tell(decided, CALL, by="loes", decision=decided.decision)
    with pytest.raises(HalfAPrecedent):
        tell(decided, Retold("Vraag?", " ", "Daarom."))


def test_it_is_read_by_who_lives_or_works_there_and_by_no_visitor(decided: Elsewise) -> None:
    tell(decided, WIN, decision=decided.decision)
    for who, there in (("riet", 1), ("loes", 1), ("kim", 0)):
        with decided.acting(who):
            assert len(search("kleine winst")) == Precedent.objects.count() == PrecedentTeller.objects.count() == there
    with acting_as(NOBODY):
        assert not Precedent.objects.exists()


def test_it_is_taken_back_by_who_told_it_or_who_coordinates(decided: Elsewise) -> None:
    first, second = tell(decided, WIN), tell(decided, DOG)
    for who in ("fatima", "riet", "kim"):
        with decided.acting(who), pytest.raises(NotYoursToTakeBack):
            take_back(precedent=first.id, by=decided.world.people[who], at=now())
    with decided.acting("marieke"):
        take_back(precedent=first.id, by=decided.marieke, at=now())
    with decided.acting("noor"):
        take_back(precedent=second.id, by=decided.noor, at=now())
    with decided.acting("riet"):
        assert not Precedent.objects.exists()
        assert search("winst hond") == []
    with decided.acting("marieke"):
        assert Precedent.objects.count() == 2
        assert search("winst hond") == []


def test_what_is_told_is_nobody_s_to_claim(decided: Elsewise) -> None:
    made = tell(decided, WIN)
    with owner():
        PrecedentTeller.objects.all().delete()  # As when who told it is forgotten.
    with decided.acting("fatima"), pytest.raises(ProgrammingError, match="row-level security"), transaction.atomic():
        said = {"person": decided.fatima, "name": decided.fatima.called, "role": ""}
        PrecedentTeller.objects.create(precedent=made, **said)


def test_the_nearest_are_found_by_words_and_by_what_they_mean(decided: Elsewise) -> None:
    told = {one.question: tell(decided, one) for one in (WIN, DOG, COUCH, CALL)}
    with decided.acting("fatima"):
        assert like("Iemand won geld met bingo, is dat een winst?")[0] == told[WIN.question]
        assert like("Waar blijft het huisdier in het ziekenhuis?")[0] == told[DOG.question]
        assert len(like("winst hond zoon belt", most=3)) == 3
        assert like("winst", neighbourhoods=["GM0439"]) == []
        assert like("winst", neighbourhoods=["BU04390302"]) == [told[WIN.question]]
        assert {one.question for one in search(" ")} == set(told)
