"""What people do who weigh something together: raise it, ask along, give a voice, decide; and their letters."""

import re
from datetime import timedelta

from django.core import mail
from django.utils import timezone
from playwright.sync_api import Locator, expect

from nabij.demo.dilemmas import DilemmaFact, VoiceFact
from nabij.post.models import Letter
from nabij.trust.acting import acting_as, office
from nabij.web.post.jobs import send_letter, write_weighing_letters
from nabij.weighing.models import Dilemma
from tests.conftest import owner
from tests.journeys.hands import Hands


def tells(hands: Hands, fact: DilemmaFact, *, question: str) -> None:
    """Everything but the button."""
    page = hands.page
    hands.write(page.get_by_label("Wat is de vraag?"), question)
    hands.write(page.get_by_label("Wat kunnen jullie kiezen?"), "\n".join(fact.options))
    hands.write(page.get_by_label("Wat weten jullie?"), fact.facts)
    hands.write(page.get_by_label("Wat weten jullie niet?"), fact.unknown)
    page.get_by_label("Tot en met welke dag").fill((timezone.localdate() + timedelta(days=7)).isoformat())


def asks(hands: Hands, name: str, *, mail_to: str = "", part: str = "weegt mee", shown: str = "") -> None:
    """Somebody one knows, or somebody from outside by their mail; whom it concerns is shown without a name."""
    page = hands.page
    people = page.locator("#mensen")
    if not people.locator("details[open]").count():
        hands.press(people.get_by_text("Vraag iemand erbij"))
    if mail_to:
        hands.write(people.get_by_label("Hoe heet die?"), name)
        hands.write(people.get_by_label("Mailadres"), mail_to)
    else:
        people.get_by_label("Wie?", exact=True).select_option(label=name)
    hands.press(people.get_by_label(re.compile(part)))
    hands.press(people.get_by_role("button", name="Vraag"))
    expect(page.get_by_role("status")).to_contain_text("Gevraagd.")
    expect(page.locator("#mensen")).to_contain_text(shown or name)


def gives_voice(hands: Hands, voice: VoiceFact, *, hat: str = "", button: str = "Geef je stem") -> None:
    """A number for every option and why of one, in a hat when they wear one."""
    mine = hands.page.locator("#stem")
    for number, value in enumerate(voice.values, start=1):
        chooses(hands, mine.get_by_role("listitem").nth(number - 1), value)
        if number == voice.about and voice.why:
            hands.write(mine.get_by_label("Waarom?").nth(number - 1), voice.why)
    if hat:
        mine.get_by_label("Met welke pet op?").select_option(label=hat)
    hands.press(mine.get_by_role("button", name=button))


def chooses(hands: Hands, option: Locator, value: int) -> None:
    """By keyboard alone the arrows go through the numbers; Tab comes to the first, as long as none was chosen."""
    if not hands.keyboard:
        option.get_by_label(str(value), exact=True).check()
        return
    hands.reach(option.get_by_label("1", exact=True))
    hands.page.keyboard.press("Space")
    for _step in range(value - 1):
        hands.page.keyboard.press("ArrowRight")
    expect(option.get_by_label(str(value), exact=True)).to_be_checked()


def decides(hands: Hands, fact: DilemmaFact, *, offered: str, kept: str) -> None:
    """What the others said is offered in the box of who thinks otherwise; it is completed, and kept."""
    page = hands.page
    page.reload()
    form = page.locator("#besluit")
    hands.press(form.get_by_label(fact.options[fact.chosen - 1]))
    hands.write(form.get_by_label("Wat gaan jullie doen?"), fact.decision)
    hands.write(form.get_by_label("Waarom?", exact=True), fact.reasons)
    hands.press(form.get_by_role("button", name="Leg het besluit vast"))
    expect(form).to_contain_text("Niet iedereen denkt er zo over.")
    expect(form.get_by_label("Wie denkt anders, en waarom?")).to_have_value(re.compile(re.escape(offered)))
    expect(form.get_by_label("Wat gaan jullie doen?")).to_have_value(fact.decision)
    hands.write(form.get_by_label("Wie denkt anders, en waarom?"), kept)
    hands.press(form.get_by_role("button", name="Leg het besluit vast"))
    expect(page.get_by_role("status")).to_contain_text("Het besluit staat er.")
    expect(page.get_by_role("main")).to_contain_text(fact.minority)


def letters() -> dict[str, str]:
    """All that is due goes out; the newest link of each address, and in no letter what it is about."""
    with owner():
        made = Dilemma.objects.get()
    write_weighing_letters(dilemma=str(made.id))
    with acting_as(office("post")):
        waiting = [str(one.id) for one in Letter.objects.filter(sending__isnull=True, due__lte=timezone.now())]
    for one in waiting:
        send_letter(letter=one)
    found = {}
    for sent in mail.outbox:
        assert made.question not in sent.subject + str(sent.body)
        if link := re.search(r"/brief/\S+/", str(sent.body)):
            found[sent.to[0]] = link[0]
    return found
