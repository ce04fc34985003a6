"""How one comes in: one line on a story, which the resident may change; what stood there before is kept."""

from nabij.memory.carrying import carried
from nabij.memory.leaving import checks
from nabij.stories.models import OwnWords
from tests.web.asking import logged_in
from tests.world import AT, World


def test_it_stands_on_the_story_and_the_resident_changes_it(world: World) -> None:
    page, story = f"/verhalen/{world.riets_story.id}/binnenkomen/", f"/verhalen/{world.riets_story.id}/"
    marieke, riet = logged_in(world, "marieke"), logged_in(world, "riet")
    assert page in marieke.get(story).content.decode()
    assert not_said(world) == 1
    assert marieke.post(page, {"words": "Twee keer kort bellen."}).status_code == 302
    assert "Twee keer kort bellen." in logged_in(world, "jan").get(story).content.decode()
    assert "Twee keer kort bellen." in riet.get(page).content.decode(), "what stands there can be changed"
    assert riet.post(page, {"words": "Achterom, de hond blaft even."}).status_code == 302
    shown = marieke.get(story).content.decode()
    assert "Achterom" in shown and "Twee keer" not in shown
    assert "Achterom" in marieke.get(f"{story}tekst/").content.decode()
    assert "Nog geen eigen woorden van Riet" in shown, "it does not take the place of what she wants"
    assert not_said(world) == 0
    with world.acting("riet"):
        kept = OwnWords.objects.filter(kind="way_in").order_by("at")
        assert [(one.noted_by.name, one.person.name) for one in kept] == [
            ("Marieke Bos", "Riet Kuiper"),
            ("Riet Kuiper", "Riet Kuiper"),
        ]
    for said, sentence in (("", "Eén zin is genoeg"), ("x" * 301, "300")):
        wrong = riet.post(page, {"words": said})
        assert wrong.status_code == 400 and sentence in wrong.content.decode() and said in wrong.content.decode()
    outsider = logged_in(world, "yusuf")
    assert outsider.get(page).status_code == outsider.post(page, {"words": "Door het raam."}).status_code == 404


def not_said(world: World) -> int:
    """What the leaving page counts for Marieke."""
    with world.acting("marieke"):
        everything = [one for _kind, items in carried(by=world.marieke, at=AT) for one in items]
        counts = checks(by=world.marieke, everything=everything)
        return next(one.count for one in counts if one.words == "Verhalen waar niet staat hoe je binnenkomt")
