"""The ring map: the same every time, nobody on top of somebody, arrows at whoever receives."""

from dataclasses import replace
from math import hypot

from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from nabij.moments.rings import CENTRE, RADII, SLOTS
from nabij.web.faces import Face
from nabij.web.ringmap import HEIGHT, WIDTH, Around, ringmap

RIET = Face("Riet Kuiper", "own")
PEOPLE = st.lists(
    st.builds(
        Around,
        key=st.uuids().map(str),
        face=st.builds(
            Face, name=st.text(min_size=1, max_size=40), shape=st.sampled_from(["formal", "informal", "unknown"])
        ),
        ring=st.sampled_from([1, 2, 3]),
        strength=st.sampled_from(["weak", "plain", "strong"]),
        gives=st.sampled_from(["", "kookt"]),
        takes=st.sampled_from(["", "past op"]),
    ),
    max_size=60,
    unique_by=lambda one: one.key,
)


def around(key: str, *, ring: int = 2, strength: str = "plain", gives: str = "", takes: str = "") -> Around:
    return Around(key, Face(f"Buur {key}", "informal"), ring, strength, gives, takes)


@given(PEOPLE)
def test_everybody_stands_on_their_own_ring_inside_the_picture(people: list[Around]) -> None:
    for node in ringmap(RIET, people).nodes:
        far = hypot(node.x - CENTRE[0], node.y - CENTRE[1])
        assert abs(far - RADII[node.around.ring]) < 0.2
        assert 16 < node.x < WIDTH - 16
        assert 13 < node.y < HEIGHT - 16
        assert 0 <= node.label_x <= WIDTH
        assert 10 <= node.label_y <= HEIGHT


@given(PEOPLE)
def test_nobody_stands_on_somebody_else(people: list[Around]) -> None:
    nodes = ringmap(RIET, people).nodes
    for i, one in enumerate(nodes):
        for other in nodes[:i]:
            assert hypot(one.x - other.x, one.y - other.y) >= 33


@given(PEOPLE)
def test_the_order_of_the_rows_changes_nothing(people: list[Around]) -> None:
    assert ringmap(RIET, people) == ringmap(RIET, reversed(people))


@given(PEOPLE, st.sampled_from([1, 2, 3]))
def test_who_comes_later_moves_nobody(people: list[Around], ring: int) -> None:
    newcomer = around("z", ring=ring)  # after every key of hexadecimal digits
    before = ringmap(RIET, people).nodes

    # A name may step aside for the newcomer, to the other side of who bears it; nobody themselves does.
    after = ringmap(RIET, [*people, newcomer]).nodes[: len(before)]
    assert [(one.around, one.x, one.y) for one in after] == [(one.around, one.x, one.y) for one in before]


@given(PEOPLE)
def test_who_does_not_fit_still_stands_in_the_table(people: list[Around]) -> None:
    picture = ringmap(RIET, people)

    assert len(picture.rows) == len(people) == len(picture.nodes) + picture.unseen
    assert picture.unseen == sum(max(0, sum(one.ring == ring for one in people) - SLOTS[ring]) for ring in SLOTS)


@given(PEOPLE, st.data())
def test_who_has_a_turn_stands_there_and_another_that_goes_moves_nobody(people: list[Around], data) -> None:
    turned = [replace(one, turn=data.draw(st.integers(0, 359))) for one in people[:12]]
    nodes = ringmap(RIET, turned).nodes
    settled = [replace(node.around, turn=node.turn) for node in nodes]
    again = {node.around.key: (node.x, node.y) for node in ringmap(RIET, settled).nodes}
    assert again == {node.around.key: (node.x, node.y) for node in nodes}
    left = {node.around.key: (node.x, node.y) for node in ringmap(RIET, settled[1:]).nodes}
    assert all(again[key] == where for key, where in left.items())


def test_a_group_is_called_by_its_whole_name_and_a_place_is_counted_as_one() -> None:
    with translation.override("nl"):
        choir = Around("1", Face("Het koor", "informal"), 2, thing="group")
        market = Around("2", Face("De markt", "place"), 3, thing="place")
        picture = ringmap(RIET, [choir, market])
        assert [node.label for node in picture.nodes] == ["Het koor", "De markt"]
        assert picture.things == {"group", "place"}
        assert picture.meaning.startswith("Riet heeft twee mensen, groepen en plekken om zich heen.")


def test_a_name_is_not_written_over_somebody_when_the_other_side_is_free() -> None:
    choir = Around("1", Face("Koor Wheerklank", "informal"), 3, turn=252, thing="group")
    sister = Around("2", Face("Ineke Oort", "informal"), 2, turn=220)

    alone, beside = ringmap(RIET, [choir]).nodes[0], ringmap(RIET, [choir, sister]).nodes[0]

    assert alone.label_y > alone.y
    assert (beside.x, beside.y) == (alone.x, alone.y)
    assert beside.label_y < beside.y


def test_the_arrow_points_at_who_receives() -> None:
    def heads(*, gives: str = "", takes: str = "") -> list[float]:
        (line,) = ringmap(RIET, [around("1", gives=gives, takes=takes)]).lines
        tips = [arrow[1:].split("L")[0].split() for arrow in line.arrows]
        return [hypot(float(x) - CENTRE[0], float(y) - CENTRE[1]) for x, y in tips]

    (near,) = heads(gives="brengt de hond")
    (far,) = heads(takes="krijgt koffie")
    assert near < RADII[2] / 2 < far
    assert len(heads(gives="brengt de hond", takes="krijgt koffie")) == 2
    assert heads() == []


def test_the_sentence_counts_first_and_says_what_not_to_ask() -> None:
    with translation.override("nl"):
        picture = ringmap(RIET, [around("1", ring=1), around("2", ring=1), around("3", strength="weak"), around("4")])

        assert picture.meaning == (
            "Riet heeft vier mensen en groepen om zich heen. Twee zijn heel dichtbij. "
            "Eén band is zwak: vraag daar niet te veel."
        )
        assert picture.title.startswith("Vier mensen en groepen om Riet")


def test_an_empty_network_asks_instead_of_counting() -> None:
    with translation.override("nl"):
        assert ringmap(RIET, []).meaning == "Nog niemand genoemd. Wie ziet Riet wel eens?"
