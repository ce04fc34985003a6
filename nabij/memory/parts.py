"""What is known about somebody, kind by kind: which rows are theirs, why they are kept, and what is left out.

A test holds every table with personal fields against this page: it is a part here, or stands in `left_out.py` with why.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import Model, Q
from django.utils.translation import gettext_lazy as _

from nabij.directory.models import Confirmation
from nabij.memory.grounds import (
    DUTY,
    FOR_HELP,
    KEPT,
    OWN_WISH,
    SAID_BY_HOUSE,
    SAID_BY_ME,
    SAID_IN_STORY,
    TASK,
    TO_ACCOUNT,
    TO_REACH,
    Said,
)
from nabij.memory.left_out import OUT
from nabij.memory.models import Absence, Handover
from nabij.memory.whose import (
    About,
    asked_in,
    became_of_promise,
    handed_over,
    held,
    looks_at_me,
    mine,
    of_request,
    of_tie,
    released,
    ties,
    told_in,
)
from nabij.moments.models import Attachment, CameBack, FollowUp, Moment, Placing, Presence, Saying, Tie, TieEnd
from nabij.people.families import Birth, Parent
from nabij.people.mandates import Administrator, Proof, Suspension, TakingOff
from nabij.people.models import (
    Account,
    Duty,
    Hat,
    Household,
    HouseholdMember,
    Person,
    ReachableHours,
    Strength,
    WayToReach,
)
from nabij.post.models import Letter, Preference
from nabij.stories.closings import Closing, Reopening
from nabij.stories.concerns import Concern, ConcernAnswer
from nabij.stories.handholds import ReadyLine
from nabij.stories.models import Answer, Draft, Keeping, Lesson, OwnWords, Party, Promise, Resource, Scan, Story, Turn
from nabij.stories.seals import SealTold
from nabij.trust.models import (
    Acquaintance,
    BreakGlass,
    Circle,
    Consent,
    Correction,
    Erasure,
    Extension,
    GlassAttempt,
    GlassReview,
    GlassTelling,
    Hold,
    Invitation,
    InvitationEnd,
    Knock,
    Lifting,
    Limit,
    Look,
    Membership,
    Noted,
    Objection,
    Opening,
    Release,
    Reply,
    Request,
    Trace,
    TrustedThird,
    Withdrawal,
)


@dataclass(frozen=True)
class Part:
    """One kind of what is known about somebody; its fields are those that the model's `privacy` declares.

    whose: which rows. freely: its words are theirs in any circle; otherwise words that stand in somebody else's story
    are left out. shown: on the page, and not in the copy alone. says: the field that stands first on the page.
    """

    key: str
    title: Said
    model: type[Model]
    whose: Callable[[About], Q]
    said_by: Said = SAID_IN_STORY
    why: Said = FOR_HELP
    ground: Said = TASK
    freely: bool = True
    shown: bool = True
    order: str = "id"
    erasable: bool = False
    says: str = ""

    @property
    def keep(self) -> Said:
        return KEPT[self.model.privacy.keep]  # type: ignore[attr-defined]

    def names(self) -> list[str]:
        """The fields of the copy, in the order of the table."""
        out = OUT.get(self.model, {})
        return [one.name for one in self.model._meta.concrete_fields if one.name not in out]

    def rows(self, about: About) -> Any:
        return self.model._default_manager.filter(self.whose(about)).distinct().order_by(self.order)


PARTS: tuple[Part, ...] = (
    Part("persoon", _("Wie je bent"), Person, mine("id"), SAID_BY_ME, TO_REACH),
    Part("account", _("Hoe je inlogt"), Account, mine("person"), SAID_BY_ME, TO_REACH),
    Part("bereik", _("Hoe je bereikt wordt"), WayToReach, mine("person"), SAID_BY_ME, TO_REACH, OWN_WISH),
    Part("uren", _("Wanneer je bereikbaar bent"), ReachableHours, mine("person"), SAID_BY_ME, TO_REACH, OWN_WISH),
    Part("kan", _("Wat je kunt en graag doet"), Strength, mine("person"), SAID_BY_ME, TO_REACH, OWN_WISH, says="what"),
    Part("petten", _("Je petten"), Hat, mine("person"), SAID_BY_ME, TO_REACH),
    Part("diensten", _("Wanneer je dienst had"), Duty, mine("hat__person"), SAID_BY_HOUSE, TO_REACH, shown=False),
    Part(
        "afwezig",
        _("Wanneer je er niet was, en voor wie je waarnam"),
        Absence,
        lambda about: Q(person=about.person) | Q(stand_in=about.person),
        SAID_BY_ME,
        TO_REACH,
        shown=False,
    ),
    Part("overdracht", _("Wie een verhaal zou overnemen"), Handover, handed_over, shown=False),
    Part("bewijzen", _("Welke bewijzen zijn gezien"), Proof, mine("hat__person"), why=TO_REACH, shown=False),
    Part("afgezet", _("Petten die af gingen"), TakingOff, mine("hat__person"), why=TO_REACH, shown=False),
    Part("beheer", _("Wanneer je hier beheerder was"), Administrator, mine("person"), why=TO_REACH, shown=False),
    Part("stilgezet", _("Wanneer je niet kon inloggen"), Suspension, mine("person"), why=TO_REACH, shown=False),
    Part("geboren", _("Wanneer je bent geboren"), Birth, mine("person"), SAID_BY_ME),
    Part("ouders", _("Ouders en kinderen"), Parent, lambda about: Q(child=about.person) | Q(parent=about.person)),
    Part("huisgenoten", _("Je huishouden"), HouseholdMember, mine("person")),
    Part("huishouden", _("Hoe je huishouden heet"), Household, mine("members__person"), shown=False),
    Part("kringen", _("Je kringen"), Circle, lambda about: Q(id__in=about.circles), shown=False),
    Part(
        "lezers",
        _("Wie in jouw kringen leest"),
        Membership,
        lambda about: Q(circle__in=about.own) | Q(person=about.person),
        order="since",
    ),
    Part(
        "geopend",
        _("Voor wie wat er eerder stond openging"),
        Opening,
        lambda about: Q(membership__circle__in=about.own) | Q(membership__person=about.person) | Q(by=about.person),
        shown=False,
    ),
    Part("uitnodigingen", _("Uitnodigingen om mee te lezen"), Invitation, asked_in, order="-at", shown=False),
    Part("aangeklopt", _("Waar je aanklopte"), Knock, mine("person"), SAID_BY_ME, shown=False),
    Part(
        "uitgenodigd",
        _("Wat er van uitnodigingen kwam"),
        InvitationEnd,
        lambda about: Q(by=about.person) | asked_in(about, "invitation__"),
        shown=False,
    ),
    Part(
        "toestemming",
        _("Waar je ja op zei"),
        Consent,
        mine("person"),
        SAID_BY_ME,
        order="-at",
        says="informed",
        shown=False,
    ),
    Part("ingetrokken", _("Welke ja je introk"), Withdrawal, mine("consent__person"), SAID_BY_ME, shown=False),
    Part(
        "genoteerd",
        _("Kringen die je kennen"),
        Noted,
        lambda about: Q(person=about.person, circle__in=about.circles),
        shown=False,
    ),
    Part(
        "bekenden",
        _("Aan wie je bent voorgesteld"),
        Acquaintance,
        lambda about: Q(who=about.person) | Q(person=about.person),
        SAID_BY_HOUSE,
        TO_REACH,
        shown=False,
    ),
    Part("verhalen", _("Je verhaal"), Story, told_in("circle"), shown=False),
    Part("afsluitingen", _("Dat je verhaal is afgesloten"), Closing, told_in("circle"), shown=False),
    Part("heropeningen", _("Dat het weer open ging"), Reopening, told_in("closing__circle"), shown=False),
    Part("klaargezet", _("Lijstjes die in je verhaal klaarstaan"), ReadyLine, told_in("circle"), shown=False),
    Part("partijen", _("Verhalen tussen jou en een ander"), Party, mine("person"), shown=False),
    Part("besloten", _("Besloten notities"), SealTold, told_in("circle"), order="-since"),
    Part(
        "zorgen",
        _("Zorgen die je deelde"),
        Concern,
        mine("by"),
        SAID_BY_ME,
        freely=False,
        shown=False,
        order="-at",
    ),
    Part("antwoord-op-zorgen", _("Antwoorden daarop"), ConcernAnswer, mine("concern__by"), freely=False, shown=False),
    Part("klad", _("Wat je nog aan het schrijven bent"), Draft, mine("person"), SAID_BY_ME, order="-at"),
    Part("eigen-woorden", _("Je eigen woorden"), OwnWords, mine("person"), order="-at", erasable=True, says="words"),
    Part(
        "momenten",
        _("Wat er in jouw verhaal is opgeschreven"),
        Moment,
        lambda about: Q(circle__in=about.own),
        order="-happened_at",
        erasable=True,
        says="line",
    ),
    Part(
        "bijlagen",
        _("Foto’s en papieren in jouw verhaal"),
        Attachment,
        lambda about: Q(circle__in=about.own),
        order="-at",
        says="alt",
    ),
    Part(
        "lessen",
        _("Of het hielp wat in jouw verhaal is geprobeerd"),
        Lesson,
        lambda about: Q(moment__circle__in=about.own),
        shown=False,
    ),
    Part(
        "aanwezig",
        _("Waar je bij was"),
        Presence,
        lambda about: Q(person=about.person, moment__circle__in=about.circles),
        shown=False,
    ),
    Part(
        "terugkomen",
        _("Waar je op terug wilde komen"),
        FollowUp,
        mine("person"),
        SAID_BY_ME,
        freely=False,
        shown=False,
    ),
    Part("teruggekomen", _("Waar je op terugkwam"), CameBack, mine("follow_up__person"), SAID_BY_ME, shown=False),
    Part(
        "afspraken",
        _("Afspraken van jou en voor jou"),
        Promise,
        lambda about: Q(who=about.person) | Q(for_whom=about.person) | Q(circle__in=about.own),
        order="-asked_at",
        erasable=True,
        says="what",
    ),
    Part(
        "antwoorden",
        _("Wat er op een vraag is geantwoord"),
        Answer,
        lambda about: Q(by=about.person) | Q(promise__circle__in=about.own),
        shown=False,
    ),
    Part("gedaan", _("Hoe afspraken gingen"), Keeping, became_of_promise, shown=False),
    Part("keren", _("Hoe het elke keer ging"), Turn, became_of_promise, shown=False),
    Part("geteld", _("Wanneer is geteld wie je helpt"), Scan, told_in("circle"), order="-day", erasable=True),
    Part("hulp", _("Wie of wat je helpt"), Resource, told_in("scan__circle"), order="-id", says="what"),
    Part("banden", _("Mensen om je heen"), Tie, ties, erasable=True),
    Part("plaatsen", _("Waar iemand op de kaart om je heen stond"), Placing, of_tie, shown=False),
    Part("banden-voorbij", _("Wie er niet meer op de kaart om je heen staat"), TieEnd, of_tie, shown=False),
    Part(
        "gezegd",
        _("Wat er over hulp is gezegd"),
        Saying,
        lambda about: (
            (Q(about=about.person) | Q(owner=about.person) | Q(said_by=about.person)) & Q(circle__in=about.circles)
        ),
        erasable=True,
    ),
    Part(
        "klopt-nog",
        _("Wat je op de sociale kaart bevestigde"),
        Confirmation,
        mine("by"),
        SAID_BY_ME,
        TO_REACH,
        shown=False,
    ),
    Part("brieven", _("Brieven aan jou"), Letter, mine("reader"), order="-due"),
    Part("post", _("Hoe je mail wilt"), Preference, mine("person"), SAID_BY_ME, TO_REACH, OWN_WISH, order="-at"),
    Part("gekeken", _("Wie heeft gekeken"), Look, looks_at_me, SAID_BY_HOUSE, TO_ACCOUNT, DUTY, order="-at"),
    Part(
        "sporen",
        _("Wat er veranderde"),
        Trace,
        lambda about: Q(who=about.person) | Q(circle_key__in=about.own),
        SAID_BY_HOUSE,
        TO_ACCOUNT,
        DUTY,
        freely=False,
        shown=False,
        order="-at",
    ),
    Part("noodopeningen", _("Noodopeningen"), BreakGlass, mine("person"), SAID_BY_HOUSE, TO_ACCOUNT, DUTY, order="-at"),
    Part(
        "ingelicht",
        _("Wanneer jij van een noodopening hoorde"),
        GlassTelling,
        mine("glass__person"),
        why=TO_ACCOUNT,
        ground=DUTY,
        shown=False,
    ),
    Part(
        "oordelen",
        _("Wat de vertrouwenspersoon vond"),
        GlassReview,
        mine("glass__person"),
        why=TO_ACCOUNT,
        ground=DUTY,
        shown=False,
    ),
    Part(
        "pogingen",
        _("Wat je in nood zocht"),
        GlassAttempt,
        mine("by"),
        SAID_BY_ME,
        TO_ACCOUNT,
        DUTY,
        freely=False,
        shown=False,
        order="-at",
    ),
    Part("vertrouwd", _("Waar je vertrouwenspersoon was"), TrustedThird, mine("person"), why=TO_ACCOUNT, shown=False),
    Part(
        "bewaard",
        _("Wat niet weg mag"),
        Hold,
        held,
        SAID_BY_HOUSE,
        TO_ACCOUNT,
        DUTY,
        order="-at",
        says="why",
        shown=False,
    ),
    Part("vrijgegeven", _("Wat weer weg mag"), Release, released, SAID_BY_HOUSE, TO_ACCOUNT, DUTY, shown=False),
    Part("verzoeken", _("Wat je hebt gevraagd"), Request, mine("person"), SAID_BY_ME, TO_ACCOUNT, DUTY, shown=False),
    Part("uitstel", _("Uitstel van een antwoord"), Extension, of_request, why=TO_ACCOUNT, ground=DUTY, shown=False),
    Part("besluiten", _("Antwoorden op verzoeken"), Reply, of_request, why=TO_ACCOUNT, ground=DUTY, shown=False),
    Part("gewist", _("Wat er is gewist"), Erasure, of_request, why=TO_ACCOUNT, ground=DUTY, shown=False),
    Part("bezwaren", _("Je bezwaren"), Objection, mine("person"), SAID_BY_ME, TO_ACCOUNT, DUTY, shown=False),
    Part(
        "rechtzettingen",
        _("Wat je ernaast hebt gezet"),
        Correction,
        lambda about: Q(person=about.person) | Q(circle__in=about.own),
        SAID_BY_ME,
        shown=False,
    ),
    Part("beperkingen", _("Wat is beperkt"), Limit, mine("person"), SAID_BY_ME, shown=False),
    Part("opgeheven", _("Welke beperking voorbij is"), Lifting, mine("limit__person"), SAID_BY_ME, shown=False),
)
BY_KEY = {part.key: part for part in PARTS}
