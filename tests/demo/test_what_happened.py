import datetime as dt
import re
from collections import Counter

import pytest

from nabij.demo import cast, happenings
from nabij.demo.calendar import FIRST_DAY, GIVEN_DAY, LAST_DAY, Calendar

NEVER = re.compile(
    r"\bcliënt|\bklant|\bcasus|\bdossier|zelfredzaam|eigen kracht|doelgroep|kwetsba|zorgmijder|multiprobleem"
    r"|\btraject|indicatie|\bmelding|opschal|\bregie\b|interventie|\bscore|\bmatch|\brisico|\bformeel|informeel",
    re.IGNORECASE,
)
# The lines between the two worlds on the given day (field file, section 1).
CROSSING = [{"marieke", "fatima"}, {"yusuf", "emine"}, {"noor", "henk"}, {"noor", "wil"}, {"chantal", "jan"}]


def members():
    """Who is in which circle: (since, until, hat key) by circle and person."""
    found: dict[tuple[str, str], list[tuple[dt.datetime, dt.datetime | None, str]]] = {}

    def enter(circle, who, since, until=None, hat=""):
        found.setdefault((circle, who), []).append((since, until, hat))

    for key, story in happenings.stories().items():
        residents = story.about
        for parent in story.parents:
            enter(key, parent, story.on)
        for apart in story.apart:
            enter(apart.key, apart.of, story.on)
            enter(apart.key, story.opened_by, story.on, hat=story.hat)
            for member in apart.members:
                enter(apart.key, member.who, member.since, member.until, member.hat)
        for circle, on in [(key, story.on), *((smaller.key, smaller.on) for smaller in story.smaller)]:
            for resident in residents:
                enter(circle, resident, on)
        if story.opened_by not in residents:
            enter(key, story.opened_by, story.on, hat=story.hat)
        for member in story.members:
            enter(key, member.who, member.since, member.until, member.hat)
    smaller = [circle for story in happenings.stories().values() for circle in story.smaller]
    for group in [*happenings.circles().values(), *smaller]:
        enter(group.key, group.by, group.on, hat=group.hat)
        for member in group.members:
            enter(group.key, member.who, member.since, member.until, member.hat)
    return found


MEMBERS = members()
MOMENTS = happenings.moments()


def reads(circle, who, at):
    return any(since <= at and (until is None or at < until) for since, until, _ in MEMBERS.get((circle, who), []))


def hat_of(moment):
    worn = moment.hat or MEMBERS[moment.circle, moment.by][0][2]
    return cast.people()[moment.by].hat(worn) if worn else None


def residents_of(circle):
    apart = {one.key: [one.of] for story in happenings.stories().values() for one in story.apart}
    story = happenings.stories().get(circle)
    return story.about if story else apart.get(circle, [])


def test_there_are_hundreds_of_lines_and_no_line_stands_there_twice():
    assert len(MOMENTS) > 450
    twice = [line for line, times in Counter(moment.line for moment in MOMENTS).items() if times > 1]
    assert twice == []


def test_at_least_two_hundred_lines_are_from_the_cast_itself():
    twenty = {person.key for person in cast.the_twenty()}
    assert sum(moment.by in twenty for moment in MOMENTS) >= 200


@pytest.mark.parametrize("moment", MOMENTS, ids=lambda m: f"{m.circle} {m.at:%m-%d %H.%M}")
def test_a_moment_is_written_by_a_reader_of_its_circle_in_the_half_year(moment):
    assert FIRST_DAY <= moment.at.date() <= LAST_DAY
    assert reads(moment.circle, moment.by, moment.at)
    assert all(name in cast.people() for name in (*moment.present, *moment.concerned))
    assert moment.by not in moment.present
    hat_of(moment)


def test_no_one_but_residents_themselves_uses_a_word_that_belongs_on_no_screen():
    for moment in MOMENTS:
        if moment.by not in residents_of(moment.circle):
            assert not NEVER.search(moment.line), moment.line


def test_workers_never_shout():
    for moment in MOMENTS:
        worn = hat_of(moment)
        assert "!" not in moment.line or not (worn and worn.formal) or moment.circle.endswith("-zelf"), moment.line


def test_a_line_stays_in_the_present_of_its_teller():
    """A moment never tells of a later one: a come-back lies after the moment it stands on."""
    for moment in MOMENTS:
        if moment.come_back:
            assert moment.come_back.day > moment.at.date()
            assert moment.come_back.done is None or moment.come_back.done >= moment.at.date()


def test_between_the_two_worlds_of_the_cast_run_five_lines():
    twenty = {person.key for person in cast.the_twenty()}
    lines = set()
    for moment in MOMENTS:
        worn = hat_of(moment)
        for other in set(moment.present) & twenty - set(residents_of(moment.circle)):
            theirs = MEMBERS.get((moment.circle, other), [(None, None, "")])[0][2]
            if theirs and worn and cast.people()[other].hat(theirs).formal != worn.formal:
                lines.add(frozenset({moment.by, other}))
    known = {frozenset(pair) for pair in CROSSING}
    assert lines <= known
    # Yusuf and Emine are family: theirs runs through her own story, where she is the resident.
    assert known - lines == {frozenset({"yusuf", "emine"}), frozenset({"marieke", "fatima"})} - lines


def test_riets_story_holds_what_the_look_shows():
    riet = [moment for moment in MOMENTS if moment.circle == "riet" and moment.at.date() <= GIVEN_DAY]
    assert [(moment.by, moment.line) for moment in riet[-11:]][::-1][:3] == [
        ("riet", "Jan heeft de hond gebracht. Gezellig, een hele middag."),
        ("yusuf", "Been is genezen. Lopen mag, rustig aan."),
        ("fatima", "Samen tot het bankje bij de brug gelopen. Riet wil volgende keer verder."),
    ]
    story = happenings.stories()["riet"]
    assert [words.words for words in story.own_words][-1].startswith("Ik wil weer naar de markt.")
    now = dt.datetime.combine(GIVEN_DAY, dt.time(18))
    reading = [who for circle, who in MEMBERS if circle == "riet" and reads("riet", who, now)]
    assert sorted(reading) == ["fatima", "jan", "marieke", "riet", "yusuf"]
    assert len(story.ties) == 8
    assert sum(tie.ring == 1 for tie in story.ties) == 1, "Jan comes nearer in September: data/network.toml"
    assert sum(tie.weight == "weak" for tie in story.ties) == 3


@pytest.mark.parametrize("story", happenings.stories().values(), ids=lambda s: s.key)
def test_a_story_names_people_in_their_own_hats_and_within_its_circle(story):
    everybody = cast.people()
    assert [bool(story.person), bool(story.household), bool(story.between)].count(True) == 1
    assert story.own_words
    for member in story.members:
        everybody[member.who].hat(member.hat)
        assert member.since >= story.on
    for tie in story.ties:
        assert (tie.other in everybody) != (tie.group in cast.groups())
        assert tie.kind in {"family", "friend", "neighbour", "group", "volunteer", "professional"}
        assert tie.weight in {"strong", "plain", "weak"}
        assert tie.ring in (1, 2, 3)
    for saying in story.sayings:
        assert {saying.about, saying.owner, saying.said_by, saying.noted_by} <= set(everybody)
        assert saying.kind in {"too_much", "quarrel", "unsafe", "not_tell", "named", "offered"}
        assert reads(saying.circle, saying.noted_by, saying.on)
    for words in story.own_words:
        assert reads(words.circle or story.key, words.noted_by, words.on)


@pytest.mark.parametrize("story", happenings.stories().values(), ids=lambda s: s.key)
def test_what_somebody_gives_stands_there_by_their_own_word_or_a_readers(story):
    for tie in story.ties:
        assert tie.told_by == tie.other or reads(story.key, tie.told_by, tie.on), (tie.owner, tie.other, tie.told_by)


PROMISES = [promise for story in happenings.stories().values() for promise in story.promises]


@pytest.mark.parametrize("promise", PROMISES, ids=lambda p: f"{p.story} {p.what}")
def test_a_promise_is_asked_within_the_circle_and_not_for_a_day_that_is_over(promise):
    assert reads(promise.story, promise.by, promise.on)
    assert promise.day is None or promise.day >= promise.on.date()
    assert promise.hat == "" or cast.people()[promise.who].hat(promise.hat)
    assert (promise.ended is None) == (promise.kept is None)
    assert promise.ended is None or promise.ended >= promise.on
    assert promise.answer in ("", "yes", "no", "other_day")


def test_promises_are_open_late_kept_and_not_kept():
    late = [p for p in PROMISES if p.kept is None and p.day and p.day <= GIVEN_DAY and p.who == p.by]
    assert len(late) >= 2
    assert Counter(promise.kept for promise in PROMISES)[True] >= 10
    assert Counter(promise.kept for promise in PROMISES)[False] >= 2
    assert any(promise.answer == "other_day" for promise in PROMISES)
    assert any(promise.who != promise.by and not promise.answer for promise in PROMISES)


@pytest.mark.parametrize(
    ("today", "wednesday"),
    [("2026-11-18", "2026-11-18"), ("2026-11-21", "2026-11-18"), ("2027-03-09", "2027-03-03")],
)
def test_the_given_wednesday_becomes_the_last_wednesday_that_has_been(today, wednesday):
    calendar = Calendar.around(dt.datetime.fromisoformat(f"{today}T12:00:00+00:00"))
    assert calendar.day(GIVEN_DAY) == dt.date.fromisoformat(wednesday)
    assert calendar.day(FIRST_DAY).weekday() == FIRST_DAY.weekday()


def test_a_day_within_a_line_moves_along():
    calendar = Calendar.around(dt.datetime(2026, 12, 2, 12, tzinfo=dt.UTC))
    assert calendar.words("klaar voor {12-10}, of in {05-01 maand}") == "klaar voor 24 december, of in mei"
    assert calendar.moment(dt.datetime.fromisoformat("2026-11-18 09:00")) == dt.datetime(2026, 12, 2, 8, tzinfo=dt.UTC)
