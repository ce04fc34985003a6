"""The five forms of being near: what a moment is, and what is counted."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nabij.insight.measures.proximity import Form, Part, Side, forms_of, proximity

RIET, NEIGHBOUR, VOLUNTEER = Part(Side.RESIDENT), Part(Side.OWN), Part(Side.CIVIL)
NURSE, WORKER, COLLEAGUE = (Part(Side.PROFESSION, of=of) for of in ("zorg", "team", "team"))
CLERK = Part(Side.GOVERNMENT, of="gemeente")
PARTS = st.builds(Part, st.sampled_from(Side), st.booleans(), st.sampled_from([None, "team", "zorg"]))


def test_each_form_by_who_took_part() -> None:
    assert forms_of([RIET, NURSE]) == {Form.PHYSICAL}
    assert forms_of([RIET, NEIGHBOUR]) == {Form.PHYSICAL, Form.OWN_NETWORK}
    assert forms_of([NEIGHBOUR]) == {Form.OWN_NETWORK}
    assert forms_of([VOLUNTEER, WORKER]) == {Form.CIVIL}
    assert forms_of([NURSE, WORKER]) == {Form.INTERPROFESSIONAL}
    assert forms_of([CLERK, WORKER]) == {Form.GOVERNMENTAL, Form.INTERPROFESSIONAL}
    assert forms_of([RIET, NURSE, WORKER, VOLUNTEER, NEIGHBOUR, CLERK]) == set(Form)


def test_what_is_no_form() -> None:
    assert forms_of([]) == forms_of([RIET]) == forms_of([NURSE]) == frozenset()
    assert forms_of([WORKER, COLLEAGUE]) == frozenset(), "two of one team are one profession"
    assert forms_of([NURSE, Part(Side.PROFESSION)]) == frozenset(), "what is not known is not made different"
    assert forms_of([Part(Side.RESIDENT, there=False), NURSE]) == frozenset(), "on the phone is not in the same place"
    assert forms_of([RIET, RIET]) == frozenset(), "two whom it is about are not near to each other for this"
    assert forms_of([RIET, Part(Side.UNKNOWN)]) == {Form.PHYSICAL}


def test_counts_stand_in_their_period_and_others_are_left_out() -> None:
    told = [("okt", [RIET, NURSE]), ("nov", [RIET, NEIGHBOUR]), ("nov", [Part(Side.UNKNOWN)]), ("mei", [NURSE, CLERK])]
    found = proximity(told, periods=["sep", "okt", "nov"])
    assert found.moments == (0, 1, 2)
    assert found.counts[Form.PHYSICAL] == (0, 1, 1)
    assert found.counts[Form.GOVERNMENTAL] == (0, 0, 0)
    assert found.unknown == 1
    assert proximity([], periods=[]).moments == ()


# A busy machine is slow to begin; that is no fault of what is tried.
@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.lists(st.tuples(st.integers(0, 3), st.lists(PARTS, max_size=5)), max_size=20))
def test_no_form_is_counted_more_often_than_there_are_moments(told: list[tuple[int, list[Part]]]) -> None:
    found = proximity(told, periods=range(3))
    for counts in found.counts.values():
        assert all(count <= every for count, every in zip(counts, found.moments, strict=True))
    assert found.unknown <= sum(found.moments) == sum(period < 3 for period, _parts in told)
