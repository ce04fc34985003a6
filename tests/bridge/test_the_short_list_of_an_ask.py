"""The short list of an ask as whoever looks may see it: what counts for them, what does not, and what is not so."""

import pytest
from django.db import ProgrammingError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils.timezone import localdate

from nabij.bridge.asking import ask
from nabij.bridge.asks import Ask, Asker
from nabij.bridge.candidates import match
from nabij.bridge.contradictions import RATHER_NOT, Contradiction
from nabij.bridge.correcting import NoSuchReason, NotForAll, contradict, take_back
from nabij.bridge.offering import note_asked, offer, pause
from nabij.bridge.offers import Offer
from nabij.bridge.safeguards import Safeguard
from nabij.bridge.social_map import no_map
from nabij.people.models import HatRule
from nabij.trust.acting import acting_as, office
from nabij.trust.models import Look
from tests.bridge.street import AT, Street

pytestmark = pytest.mark.django_db
KWELDERHOF = {"latitude": "52.508", "longitude": "4.970"}
WEST = {"latitude": "52.508", "longitude": "4.965"}


class Board(Street):
    """A street in which one asks and offers."""

    def offers(self, name: str, line: str, kinds: str, *, week: tuple[str, ...] = (), room: int | None = None) -> Offer:
        with self.acting(name):
            return offer(
                line=line,
                neighbourhood=self.here,
                by=self.people[name],
                at=AT,
                kinds=kinds.split(),
                week=week,
                room=room,
            )

    def asks(self, name: str, line: str, *, kinds: str = "", about: str = "", **more) -> Ask:
        with self.acting(name):
            return ask(
                line=line,
                neighbourhood=self.here,
                by=self.people[name],
                about=self.people[about] if about else None,
                at=AT,
                kinds=kinds.split(),
                **more,
            )

    def matched(self, asked: Ask, *, by: str):
        with self.acting(by):
            return match(ask_id=asked.id, by=self.people[by], hat=self.hats.get(by), at=AT, social_map=no_map)

    def names(self, asked: Ask, *, by: str) -> list[str]:
        return [one.name for one in self.matched(asked, by=by).found.candidates]


@pytest.fixture
def board() -> Board:
    board = Board()
    board.person("Noor Arends")
    board.hat("noor", "coördinator vrijwilligers", formal=True, can="Vrijwilligers vinden.")
    board.person("Riet Kuiper", **KWELDERHOF)
    for name, more in (
        ("Samir Darwish", {"languages": ["ar", "nl"], **KWELDERHOF}),
        ("Henk Schouten", WEST),
        ("Fatima El Amrani", {"languages": ["nl", "ar", "fr"], **WEST}),
        ("Gerda Blom", KWELDERHOF),
        ("Jayden Pinas", {"languages": ["nl", "en"], **WEST}),
        ("Ruud Tol", KWELDERHOF),
    ):
        board.person(name, **more)
    return board


def test_the_list_for_who_asks_who_coordinates_and_a_neighbour(board):
    """A01 as it is in the database; who may not know who asks, sees no list."""
    board.can("samir", "elektricien")
    board.offers("samir", "Lampen ophangen, ik spreek nog weinig Nederlands", "chores", week=("sat-afternoon",), room=3)
    henk = board.offers("henk", "Kleine klussen", "chores", room=1)
    board.offers("fatima", "Meegaan en vertalen", "interpreting")
    with board.acting("gerda"):
        note_asked(offer=henk, by=board.people["gerda"], at=AT)
    open_ask = board.asks("riet", "Lamp ophangen", kinds="chores", to_coordinator=True)
    closed = board.asks("riet", "Lamp in de gang", kinds="chores")
    samir, henk_there = board.matched(open_ask, by="riet").found.candidates
    assert (samir.name, henk_there.name) == ("Samir", "Henk")
    assert "Kent het vak: elektricien." in [one.words for one in samir.reasons]
    assert "Spreekt nog weinig Nederlands. Fatima kan mee." in samir.remarks
    assert "Zit deze maand vol." in henk_there.remarks
    assert board.names(open_ask, by="noor") == ["Samir", "Henk"]
    with board.acting("riet"):
        assert Look.objects.filter(who=board.people["noor"].id, what="help").exists()
    for who, which in (("noor", closed), ("henk", open_ask)):
        with pytest.raises(Asker.DoesNotExist):
            board.matched(which, by=who)


def test_an_offer_that_rests_or_was_past_is_not_asked_and_the_rest_is(board):
    resting = board.offers("samir", "Lampen ophangen", "chores")
    board.offers("henk", "Kleine klussen", "chores")
    asked = board.asks("riet", "Lamp ophangen", kinds="chores")
    assert board.names(asked, by="riet") == ["Samir", "Henk"]
    with board.acting("samir"):
        pause(offer=resting, by=board.people["samir"], at=AT)
    assert board.names(asked, by="riet") == ["Henk"]


def test_what_a_story_of_another_heard_changes_nothing(board):
    """A12 and A21: Fatima reads Riet's circle, in which Gerda is too busy; Ans reads of a quarrel; no list knows it."""
    board.person("Ans de Wit")
    board.offers("riet", "Breien", "pastime")
    board.offers("gerda", "Luisteren en breien", "pastime company")
    board.offers("jayden", "Tillen", "chores", week=("sat-afternoon",))
    board.offers("ruud", "Tillen en fietsen", "chores", week=("sat-afternoon",))
    knitting = board.asks("fatima", "Leren breien", kinds="pastime")
    lifting = board.asks("ans", "Zaterdag kast tillen, twee mensen", kinds="chores")
    before = [board.matched(knitting, by="fatima").found, board.matched(lifting, by="ans").found]
    story = board.story("riet", readers=["fatima"])
    story.said("too_much", "gerda", by="gerda")
    told = board.story("jayden", readers=["ans"])
    told.said("quarrel", "ruud")
    assert [board.matched(knitting, by="fatima").found, board.matched(lifting, by="ans").found] == before
    assert {one.name for one in before[1].candidates} == {"Jayden", "Ruud"}
    assert len(before[0].candidates) == 2


def test_what_was_said_in_the_circle_it_was_asked_from_counts_for_its_readers(board):
    """For who reads it there; the coordinator, who does not, sees a list that knows nothing of it."""
    board.offers("jayden", "Boodschappen", "errands")
    board.offers("ruud", "Boodschappen en tuin", "errands")
    story = board.story("riet", readers=["fatima"])
    story.said("quarrel", "jayden")
    story.tie("ruud", "neighbour", gives="haalt weleens iets", weight="strong")
    asked = board.asks("riet", "Boodschappen halen", kinds="errands", circle=story.circle.id, to_coordinator=True)
    bonds = {"riet": "Jullie kennen elkaar: haalt weleens iets.", "fatima": "Kent Riet: haalt weleens iets."}
    for reader, bond in bonds.items():
        ruud, jayden = board.matched(asked, by=reader).found.candidates
        assert (ruud.name, jayden.name) == ("Ruud", "Jayden")
        assert bond in [one.words for one in ruud.reasons]
        assert "In deze kring is gezegd: vraag Jayden nu niets." in jayden.remarks
    noors = board.matched(asked, by="noor").found
    assert "gezegd" not in repr(noors) and "haalt weleens" not in repr(noors)


def test_a_vog_is_a_remark_between_neighbours_and_asked_where_it_is_organised(board):
    board.offers("gerda", "Oppas", "childcare")
    board.offers("henk", "Steungezin", "family")
    board.offers("samir", "Steungezin met twee kinderen", "family")
    with acting_as(office("beheer")):
        HatRule.objects.create(role="steungezin", kind="vog", neighbourhood=board.here, since=localdate(AT))
    with board.acting("noor"):
        Safeguard.objects.create(person=board.people["samir"], kind="vog", seen_by=board.people["noor"], at=AT)
    sitting = board.asks("riet", "Oppas zaterdagavond", kinds="childcare")
    family = board.asks("riet", "Een gezin waar mijn zoon mag zijn", kinds="family")
    gerda = next(one for one in board.matched(sitting, by="riet").found.candidates if one.name == "Gerda")
    assert "Nog geen VOG. Tussen buren beslis je dat zelf." in gerda.remarks
    found = board.matched(family, by="riet").found
    assert [one.name for one in found.candidates] == ["Samir"]
    assert "vraagt deze buurt een VOG" in " ".join(found.first)


def test_what_is_not_so_counts_for_this_ask_or_for_all(board):
    """Who asks says it for their ask; who coordinates for every ask; a neighbour for none."""
    turkish = board.offers("gerda", "Meegaan en vertalen", "interpreting")
    with acting_as(office("beheer")):
        type(board.people["gerda"]).objects.filter(id=board.people["gerda"].id).update(languages=["nl", "tr"])
    asked = board.asks("riet", "Mee naar het ziekenhuis, Turks", kinds="interpreting")
    others = board.asks("henk", "Mee naar gesprek op school, Turks", kinds="interpreting")
    (gerda,) = board.matched(asked, by="riet").found.candidates
    assert "Spreekt Turks." in [one.words for one in gerda.reasons]
    said = {"offer": turkish, "ground": "tongue:tr", "at": AT, "reason": "Spreekt Turks."}
    with board.acting("riet"):
        contradict(**said, by=board.people["riet"], ask=asked)
        contradict(**said, by=board.people["riet"], ask=asked)  # Said twice it stands there once.
        assert Contradiction.objects.count() == 1
        with pytest.raises(NotForAll):
            contradict(**said, by=board.people["riet"], ask=None)
        with pytest.raises(NoSuchReason):
            contradict(**{**said, "ground": "score"}, by=board.people["riet"], ask=asked)
        with pytest.raises(ProgrammingError), transaction.atomic():
            Contradiction.objects.create(offer=turkish, ground="near", by=board.people["riet"], at=AT)
    (mine,) = board.matched(asked, by="riet").found.candidates
    assert "Spreekt Turks." not in [one.words for one in mine.reasons]
    assert "Riet zei dat dit niet klopt: Spreekt Turks." in mine.remarks
    assert "Spreekt geen Turks." in " ".join(mine.remarks)
    assert "Spreekt Turks." in repr(board.matched(others, by="henk").found)
    with board.acting("noor"):
        contradict(**said, words="spreekt geen Turks meer", by=board.people["noor"], ask=None)
    (everywhere,) = board.matched(others, by="henk").found.candidates
    assert "Noor zei: “spreekt geen Turks meer”." in everywhere.remarks
    with board.acting("noor"):
        assert (
            take_back(
                contradiction=Contradiction.objects.get(by=board.people["noor"]).id, by=board.people["noor"], at=AT
            )
            is None
        )
    assert "Spreekt Turks." in repr(board.matched(others, by="henk").found)
    with board.acting("henk"), pytest.raises(Contradiction.DoesNotExist):
        take_back(contradiction=Contradiction.objects.get(ask=asked).id, by=board.people["henk"], at=AT)


def test_rather_not_this_one_stays_with_who_said_it(board):
    """A04: last for Jayden, with a remark that is his alone; not for who coordinates, and not for Ruud."""
    ruuds = board.offers("ruud", "Fietsen maken", "chores")
    board.offers("henk", "Kleine klussen", "chores")
    asked = board.asks("jayden", "Lekke band, maandag werk", kinds="chores", to_coordinator=True)
    with board.acting("jayden"):
        contradict(offer=ruuds, ground=RATHER_NOT, by=board.people["jayden"], ask=asked, at=AT)
    last = board.matched(asked, by="jayden").found.candidates[-1]
    assert last.name == "Ruud"
    assert "Je vroeg liever iemand anders. Dat zie alleen jij." in last.remarks
    for who in ("noor", "ruud"):
        with board.acting(who):
            assert not Contradiction.objects.exists()
    assert "liever iemand anders" not in repr(board.matched(asked, by="noor").found)


def test_a_few_questions_however_many_offer(board):
    asked = board.asks("riet", "Lamp ophangen", kinds="chores")
    counts = []
    for names in (("samir", "henk"), ("gerda", "ruud", "jayden", "fatima")):
        for name in names:
            board.offers(name, "Kleine klussen", "chores")
        with CaptureQueriesContext(connection) as asked_of_the_database:
            board.matched(asked, by="riet")
        counts.append(len(asked_of_the_database))
    assert counts[0] == counts[1] <= 16
