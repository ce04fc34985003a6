"""The rules of a neighbourhood: kept by who coordinates, read by who lives or works there, changed as a new row."""

import pytest

from nabij.trust.acting import NOBODY, acting_as
from nabij.weighing.keeping_rules import (
    EndedAlready,
    HalfARule,
    NotYoursToKeep,
    Written,
    change_rule,
    end_rule,
    write_rule,
)
from nabij.weighing.register import Rule
from tests.weighing.otherwise import DUTY, Elsewise
from tests.weighing.street import now

STRICTER = Written(name="Inlichtingenplicht", words="Binnen een week.", mandate="kwaliteitsmedewerker inkomen")


def test_a_change_is_a_new_row_and_the_old_one_stays(decided: Elsewise) -> None:
    said = {"by": decided.noor, "at": now()}
    with decided.acting("noor"):
        changed = change_rule(rule=decided.rule, written=STRICTER, **said)
        assert (changed.key, changed.number) == (decided.rule.key, 2)
        assert [one.words for one in Rule.objects.through_time(changed.key)] == ["Binnen een week.", DUTY.words]
        assert list(Rule.objects.standing()) == [changed]
        with pytest.raises(EndedAlready, match="intussen veranderd of vervallen"):
            change_rule(rule=decided.rule, written=DUTY, **said)
        end_rule(rule=changed, **said)
        assert not Rule.objects.standing().exists()
        with pytest.raises(EndedAlready):
            end_rule(rule=changed, **said)


def test_who_does_not_coordinate_keeps_no_rules(decided: Elsewise) -> None:
    here, said = decided.hat("marieke").neighbourhood, {"by": decided.marieke, "at": now()}
    with decided.acting("marieke"):
        for refused in (
            lambda: write_rule(neighbourhood=here, written=DUTY, **said),
            lambda: change_rule(rule=decided.rule, written=STRICTER, **said),
            lambda: end_rule(rule=decided.rule, **said),
        ):
            with pytest.raises(NotYoursToKeep, match="coördineert"):
                refused()


def test_half_a_rule_is_none(decided: Elsewise) -> None:
    here, said = decided.hat("noor").neighbourhood, {"by": decided.noor, "at": now()}
    with decided.acting("noor"):
        for half in (Written(" ", "Wat er staat.", "bestuur"), Written("Regel", "Wat er staat.", " ")):
            with pytest.raises(HalfARule, match="rugdekking"):
                write_rule(neighbourhood=here, written=half, **said)


def test_it_is_read_by_who_lives_or_works_there(decided: Elsewise) -> None:
    for who, there in (("riet", 1), ("loes", 1), ("kim", 0)):
        with decided.acting(who):
            assert Rule.objects.count() == there, who
    with acting_as(NOBODY):
        assert not Rule.objects.exists()
