"""The quickscan itself: what is counted, and what cannot be said."""

from nabij.insight.measures.quickscan import FORMAL, INFORMAL, by_client, quickscan
from tests.insight.test_shares import said


def breda(*, without: int = 0) -> dict[str, dict[str, str]]:
    """67 clients with 275 resources of which 99 informal; `without`: so many of them have none informal."""
    kinds = {f"c{n}": [FORMAL] * (5 if n < 7 else 4) for n in range(67)}
    left, n = 99, 0
    while left:
        client = f"c{without + n % (67 - without)}"
        place = next((place for place, kind in enumerate(kinds[client]) if kind == FORMAL), None)
        if place is not None:
            kinds[client][place] = INFORMAL
            left -= 1
        n += 1
    return {client: {f"r{place}": kind for place, kind in enumerate(theirs)} for client, theirs in kinds.items()}


def test_what_was_counted_in_breda() -> None:
    found = quickscan(breda())
    assert (found.clients, found.resources, found.informal, found.share) == (67, 275, 99, 0.36)
    assert [round(one, 3) for one in said(found.wilson)] == [0.306, 0.418]
    assert said(found.cluster)[0] < 0.36 < said(found.cluster)[1]
    assert round(found.per_client, 3) == 4.104
    assert list(found.as_dict()) == (
        ["clients", "resources", "informal", "share", "wilson", "cluster", "per_client", "none_informal"]
    )


def test_the_more_it_hangs_together_the_less_sure_it_is() -> None:
    spread, heaped = quickscan(breda()), quickscan(breda(without=40))
    assert spread.wilson == heaped.wilson
    wide, narrow = said(heaped.cluster), said(spread.cluster)
    assert wide[1] - wide[0] > narrow[1] - narrow[0]
    assert (spread.none_informal, heaped.none_informal) == (0, 40 / 67)


def test_nobody_nothing_one_all_and_none() -> None:
    nobody = quickscan({})
    assert nobody.as_dict() == {
        **dict.fromkeys(("clients", "resources", "informal"), 0),
        **dict.fromkeys(("share", "wilson", "cluster", "per_client", "none_informal")),
    }
    nothing = quickscan({"a": {}, "b": {}})
    assert (nothing.clients, nothing.share, nothing.wilson, nothing.cluster) == (2, None, None, None)
    assert (nothing.per_client, nothing.none_informal) == (0, 1)
    one = quickscan({"a": {"x": INFORMAL, "y": FORMAL}})
    assert (one.share, one.cluster, one.none_informal) == (0.5, (0.5, 0.5), 0)
    everything = quickscan({"a": {"x": INFORMAL}, "b": {"y": INFORMAL}})
    assert (everything.share, everything.cluster, said(everything.wilson)[1]) == (1, (1, 1), 1)
    none = quickscan({"a": {"x": FORMAL}, "b": {"y": FORMAL}})
    assert (none.share, none.cluster, said(none.wilson)[0], none.none_informal) == (0, (0, 0), 0, 1)


def test_the_same_twice_counts_once_and_who_has_nothing_counts_too() -> None:
    rows = [("a", "x", INFORMAL), ("a", "x", INFORMAL), ("a", None, ""), ("b", None, ""), ("c", "x", FORMAL)]
    found = quickscan(by_client(rows))
    assert (found.clients, found.resources, found.informal) == (3, 2, 1)
