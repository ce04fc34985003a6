"""Every field says how private it is, exactly once."""

from collections import Counter
from typing import cast

from django.apps import apps
from django.db.models import Model

from nabij.base.guard import Guard
from nabij.base.privacy import Keep, Privacy
from nabij.cli.guarding import declared


class Declared(Model):
    """What the tests read of a model of ours."""

    privacy: Privacy

    class Meta:
        abstract = True


def our_models() -> list[type[Declared]]:
    """Every model of ours; a table that a many-to-many field would make by itself has no place to say anything."""
    models = apps.get_models(include_auto_created=True)
    return [cast(type[Declared], model) for model in models if model.__module__.startswith("nabij.")]


def test_every_table_says_how_long_it_is_kept() -> None:
    silent = [model._meta.label for model in our_models() if not isinstance(model.__dict__.get("privacy"), Privacy)]
    assert silent == []


def test_every_field_is_declared_once() -> None:
    wrong = {}
    for model in our_models():
        fields = Counter(field.name for field in model._meta.concrete_fields)
        declared = Counter(model.privacy.declared())
        if fields != declared:
            wrong[model._meta.label] = {"silent": fields - declared, "too much": declared - fields}
    assert wrong == {}


def test_no_table_is_made_behind_a_field() -> None:
    assert [model._meta.label for model in our_models() if model._meta.auto_created] == []


LOGS = "only ever added to; a word of its own forgets what is five years old"
MET = "goes with its introduction"
# Rows whose term is held elsewhere, with the reason.
TERM_ELSEWHERE = {
    "trust_trace": LOGS,
    "trust_look": LOGS,
    "trust_processing": LOGS,
    "trust_noted": "goes with the person, whose rule holds these months",
    "trust_release": "goes with its hold",
    "trust_knock": "goes with its invitation",
    "trust_invitationend": "goes with its invitation",
    "trust_extension": "goes with its request",
    "trust_reply": "goes with its request",
    "trust_erasure": "goes with its request",
    "trust_objection": "goes with its request",
    "trust_glasstelling": "goes with the broken glass",
    "trust_glassreview": "goes with the broken glass",
    "stories_concernanswer": "goes with its concern",
    "bridge_receiver": "goes with its referral",
    "bridge_referralstep": "goes with its referral",
    "bridge_thanks": "goes with its referral",
    "post_sending": "goes with its letter",
    **dict.fromkeys(("bridge_side", "bridge_introductionoutcome", "bridge_meeting", "bridge_howitwent"), MET),
    "bridge_introductionanswer": MET,
    **dict.fromkeys(
        (
            "weighing_dilemmacircle",
            "weighing_option",
            "weighing_participant",
            "weighing_participantend",
            "weighing_perspective",
            "weighing_voice",
            "weighing_choice",
            "weighing_decision",
            "weighing_came",
            "weighing_workingtogether",
        ),
        "goes with its dilemma",
    ),
    **dict.fromkeys(
        ("weighing_deviation", "weighing_backingasked", "weighing_backing", "weighing_review"), "goes with its decision"
    ),
    "bridge_offerpause": "goes with its offer",
    "bridge_offerending": "goes with its offer",
    "bridge_offeryes": "goes with what was written down",
    "bridge_asker": "goes with its ask",
    "bridge_askyes": "goes with its ask",
    "bridge_askending": "goes with its ask",
    "directory_initiativeanswer": "goes with what was sent in",
    "trust_session": "goes as soon as it has ended",
    "post_envelope": "goes as soon as it was sent or came too late",
    "trust_throttle": "goes as soon as it is over",
}


def rules_of_deletion() -> dict[str, str]:
    """{table: every rule by which its rows go} of the office that deletes."""
    guards = [one for room in declared().values() for one in room.values() if isinstance(one, Guard)]
    return {
        guard.table: " ".join(one.using for one in guard.policies if one.name.startswith(("goes_", "along_")))
        for guard in guards
    }


def test_whatever_is_about_people_and_has_an_end_has_a_rule_that_lets_it_go() -> None:
    rules = rules_of_deletion()
    kept = {Keep.FOREVER, Keep.LISTING}
    ends = [model._meta.db_table for model in our_models() if model.privacy.keep not in kept]
    assert ends
    assert {table for table in ends if not rules.get(table)} == {"trust_trace", "trust_look", "trust_processing"}
    assert all("= 'bewaren'" in rule for rule in rules.values() if rule)


def test_the_rule_holds_the_term_that_the_model_says() -> None:
    rules, wrong = rules_of_deletion(), []
    for model in our_models():
        privacy, table = model.privacy, model._meta.db_table
        if privacy.keep.term and table not in TERM_ELSEWHERE:
            held = f"interval '{privacy.keep.term}'" in rules[table]
            if not held or not privacy.since or privacy.since not in rules[table]:
                wrong.append(table)
    assert wrong == []
    assert {one for one in TERM_ELSEWHERE if one not in rules} == set()


def test_what_goes_with_a_story_asks_its_purpose() -> None:
    stories = {model._meta.db_table for model in our_models() if model.privacy.keep is Keep.STORY}
    asks = ("trust.over(", "trust.circle_over(", "trust.follow_up_over(", "trust.term_over(", "hung_on.id")
    assert {table for table in stories if not any(word in rules_of_deletion()[table] for word in asks)} == set()


def test_what_is_about_somebody_is_not_kept_for_ever() -> None:
    """Public things (groups, places) stay; a row with personal fields has an end."""
    forever = [
        model._meta.label
        for model in our_models()
        if model.privacy.keep is Keep.FOREVER and (model.privacy.personal or model.privacy.sensitive)
    ]
    assert forever == []
