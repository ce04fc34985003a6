"""Two people write at once: who saves second sees the first's text beside their own, and nothing is lost."""

import pytest
from django.utils import timezone

from nabij.moments.models import Tie
from nabij.moments.network import add
from nabij.moments.tieline import read_tie
from nabij.stories.models import OwnWords
from tests.web.asking import logged_in


@pytest.fixture
def two(world):
    """Marieke and Riet each have the same page open."""
    return logged_in(world, "marieke"), logged_in(world, "riet")


def words_of(world):
    with world.acting("riet"):
        return list(OwnWords.objects.order_by("-at", "-id").values_list("words", "matters"))


def test_own_words_of_two_stand_side_by_side_until_one_chooses(world, two):
    first, second = two
    page = f"/verhalen/{world.riets_story.id}/woorden/"
    began = first.get(page).context["began"]
    assert began == ""
    assert first.post(page, {"began": began, "words": "Naar de markt.", "matters": "de hond"}).status_code == 302
    mine = {"began": began, "words": "Samen eten.", "matters": ""}
    answer = second.post(page, mine)
    text = answer.content.decode()
    assert answer.status_code == 409
    assert "Naar de markt." in text and "Samen eten." in text and "Marieke bewaarde dit" in text
    assert 'name="keep-words" value="both" checked' in text
    assert 'name="keep-matters" value="theirs" checked' in text
    assert words_of(world) == [("Naar de markt.", "de hond")], "nothing is written before somebody chose"

    shown = {"began": answer.context["at_once"].began}
    third = first.post(page, {**shown, "words": "Weer naar buiten.", "matters": "de hond"})
    assert third.status_code == 302
    again = second.post(page, {**mine, **shown, "keep-words": "theirs"})
    assert again.status_code == 409, "what was chosen was about other words"
    assert "Samen eten." in again.content.decode() and "Weer naar buiten." in again.content.decode()

    chosen = {"began": again.context["at_once"].began, "keep-words": "both", "keep-matters": "theirs"}
    assert second.post(page, {**mine, **chosen}).status_code == 302
    assert words_of(world)[0] == ("Weer naar buiten.\nSamen eten.", "de hond")
    assert len(words_of(world)) == 3
    # Said twice with one press too many, or only theirs stays: nothing more is written.
    second.post(page, {**mine, **chosen, "words": "Weer naar buiten.\nSamen eten.", "keep-words": "mine"})
    assert len(words_of(world)) == 3


def test_what_both_say_of_one_tie_stands_side_by_side(world, two):
    first, second = two
    with world.acting("marieke"):
        said = {"circle": world.riets_story.circle, "owner": world.riet, "by": world.marieke, "told_by": world.riet}
        tie = add(at=timezone.now(), **said, **vars(read_tie("zus Els, dichtbij, geeft soep")))
    url = f"/banden/{tie.id}/"
    fields = {"began": str(tie.id), "kind": tie.kind, "weight": tie.weight, "called": "zus", "takes": ""}
    assert first.post(url, {**fields, "gives": "soep en brood"}).status_code == 302
    mine = {**fields, "gives": "elke dag soep", "takes": "gezelschap"}
    answer = second.post(url, mine)
    assert answer.status_code == 409
    text = answer.content.decode()
    assert "soep en brood" in text and "elke dag soep" in text and "Marieke bewaarde dit" in text
    assert [(one.name, one.chosen) for one in answer.context["at_once"].fields] == [
        ("gives", "both"),
        ("takes", "mine"),
    ]
    now = answer.context["one"].tie
    chosen = {"began": str(now.id), "keep-gives": "both", "keep-takes": "mine"}
    assert second.post(f"/banden/{now.id}/", {**mine, **chosen}).status_code == 302
    with world.acting("riet"):
        last = Tie.objects.current().get()
        assert (last.gives, last.takes) == ("soep en brood; elke dag soep", "gezelschap")
        assert Tie.objects.count() == 3, "what was said before stays to be read"
    assert second.get(url).url == f"/banden/{last.id}/", "the old address leads to what is said now"
    first.post(f"/banden/{last.id}/einde/")
    assert second.post(f"/banden/{last.id}/", {**mine, "gives": "kaas"}).status_code == 400
