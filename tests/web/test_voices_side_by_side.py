"""Voices side by side: each a dot, and the same in a sentence and in a table."""

import pytest
from django.template.loader import render_to_string
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from nabij.web.weighing.dots import SHAPES, Dots, Option, Voice, sentence

VOICES = st.lists(st.builds(Voice, value=st.integers(1, 5), shape=st.sampled_from(list(SHAPES))), max_size=40)


def voices(own: int | None, informal: tuple[int, ...], formal: tuple[int, ...]) -> tuple[Voice, ...]:
    resident = [Voice(own, "own")] if own else []
    return (*resident, *(Voice(one, "informal") for one in informal), *(Voice(one, "formal") for one in formal))


def shown(*options: Option) -> str:
    return render_to_string("components/dots.html", {"dots": Dots(options)})


@pytest.mark.parametrize(
    ("chosen", "said"),
    [
        (voices(5, (5, 5), (4, 4, 2)), "Vijf van de zes kiezen 4 of 5. Eén formele stem kiest 2."),
        (
            voices(4, (3, 1), (2, 1, 1)),
            "Vier van de zes kiezen 1 of 2. De bewoner kiest 4 en één informele stem kiest 3.",
        ),
        (
            voices(1, (2, 2), (2, 3, 4)),
            "Vier van de zes kiezen 1 of 2. Eén formele stem kiest 3 en één formele stem kiest 4.",
        ),
        (
            voices(3, (4, 3), (3, 2, 2)),
            "De bewoner kiest 3, twee anderen kiezen 2, twee anderen kiezen 3 en één ander kiest 4.",
        ),
        (voices(None, (5, 5), (5,)), "Alle drie kiezen 5."),
        (voices(5, (4, 4), (5,)), "Alle vier kiezen 4 of 5."),
        (voices(None, (1,), (5,)), "Eén informele stem kiest 1 en één formele stem kiest 5."),
        (voices(2, (), ()), "De bewoner kiest 2."),
        (voices(None, (), (3, 3, 3)), "Drie formele stemmen kiezen 3."),
        ((Voice(1, "own", "Kim"), Voice(5, "unknown")), "Kim kiest 1 en één stem kiest 5."),
        ((), "Nog geen stemmen."),
    ],
)
def test_a_sentence_says_what_the_dots_show(chosen: tuple[Voice, ...], said: str) -> None:
    with translation.override("nl"):
        assert sentence(chosen) == said


def test_the_same_in_english() -> None:
    with translation.override("en"):
        assert sentence(voices(1, (5, 5), (5, 4, 4))) == "Five of the six choose 4 or 5. The resident chooses 1."


@given(VOICES)
def test_each_voice_is_one_dot_and_the_sentence_is_whole(chosen: list[Voice]) -> None:
    option = Option("Een keuze", tuple(chosen))
    assert [len(column) for column in option.columns] == [
        sum(one.value == step for one in chosen) for step in range(1, 6)
    ]
    with translation.override("nl"):
        assert option.sentence.endswith(".") and "%" not in option.sentence


def test_the_table_names_who_has_a_name_and_counts_the_others_together() -> None:
    loes, theo = Voice(3, "formal", "Loes"), Voice(5, "informal", "Theo")
    option = Option("Keuze", (*voices(4, (5, 1, 5), (2,)), loes, theo))
    with translation.override("nl"):
        ((_option, cells),) = Dots((option,)).rows
        assert cells == (
            ("own", "4"),
            ("informal", "Theo\N{NO-BREAK SPACE}5, twee keer 5, 1"),
            ("formal", "Loes\N{NO-BREAK SPACE}3, 2"),
        )
        assert Option("Keuze", ()).told("formal") == "geen"


def test_a_crowd_stands_closer_on_every_choice_alike() -> None:
    few, some, many = (Option("Keuze", voices(None, (3,) * count, ())) for count in (4, 12, 13))
    assert [Dots((one,)).crowd for one in (few, some, many)] == ["", "more", "many"]
    assert Dots((few, many)).crowd == "many" and Dots(()).crowd == ""


def test_the_page_tells_the_dots_in_words_and_keeps_every_reason() -> None:
    why = Voice(3, "formal", "Loes", "Zonder boete <b>leren</b> we niets.")
    page = shown(Option("Ze meldt het zelf", (*voices(4, (5,), (5,)), why)), Option("We zeggen niets", ()))
    assert page.count('<div class="dots"') == page.count('class="dots" aria-hidden="true"') == 2
    assert "“Zonder boete &lt;b&gt;leren&lt;/b&gt; we niets.”" in page and "Loes koos 3" in page
    assert "Drie van de vier kiezen 4 of 5. Eén formele stem kiest 3." in page and "Nog geen stemmen." in page
    assert page.index("Dezelfde stemmen in een tabel") < page.index("<table") and "Loes\N{NO-BREAK SPACE}3" in page
    assert "zonder pet" not in page, "only the shapes that are there stand in the legend"


@pytest.mark.browser
@pytest.mark.parametrize("dark", [False, True])
def test_unfolded_on_a_narrow_screen_it_can_be_used_by_everybody(open_page, axe, dark: bool) -> None:
    page = open_page(width=320, dark=dark)
    page.goto("/stijl/")
    page.evaluate("document.querySelectorAll('main details').forEach(one => one.open = true)")
    axe(page)
    widest = "Math.max(...[...document.querySelectorAll('.dots .shape')].map(one => one.getBoundingClientRect().right))"
    assert page.evaluate(widest) <= 320


@pytest.mark.parametrize(
    ("chosen", "said"),
    [
        (voices(4, (5, 4, 5), (4, 4, 5, 4)), "Jullie liggen hier dicht bij elkaar."),
        (voices(None, (5, 5, 5, 5), (1, 1, 1, 1)), "Jullie staan hier tegenover elkaar. Met een informele pet kiezen"),
        (voices(None, (1, 1, 2, 1), (5, 4, 5, 5)), "Met een formele pet kiezen mensen hoger dan met een informele."),
        (voices(2, (1, 3, 5), (4, 2, 5, 3)), "Eens of oneens is hier niet te zeggen"),
    ],
)
def test_from_eight_voices_on_it_says_how_far_people_agree(chosen: tuple[Voice, ...], said: str) -> None:
    with translation.override("nl"):
        assert said in shown(Option("Een keuze", chosen))


def test_the_numbers_stand_with_what_chance_gives_and_with_both_kinds_of_hats_alike() -> None:
    with translation.override("nl"):
        page = shown(Option("Ze meldt het zelf", voices(None, (5, 5, 5), (4, 4, 4, 5, 5))))
    # Two steps side by side agree .75: six of eight voices lie in that layer, and .6 of the hats' two.
    assert "0,81; bij toeval meestal tussen −0,12 en 0,56. Wegen formeel en informeel samen even zwaar: 0,85." in page


def test_with_too_few_of_a_hat_only_all_together_is_said() -> None:
    with translation.override("nl"):
        page = shown(Option("Ze meldt het zelf", voices(4, (5, 5), (4, 4, 4, 5, 5))))
    assert "bij toeval meestal tussen" in page
    assert "even zwaar:" not in page


@given(VOICES)
def test_of_fewer_than_eight_voices_nothing_is_said_in_a_number(chosen: list[Voice]) -> None:
    with translation.override("nl"):
        assert ("bij toeval" in shown(Option("Een keuze", tuple(chosen)))) == (len(chosen) >= 8)
