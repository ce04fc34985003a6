"""Who reads a voice: whoever spoke, and until all have spoken or the voices close nobody else, whoever asks."""

from nabij.base.guard import OFFICE, Guard, Policy
from nabij.trust.policies.erasing import ERASED_PEOPLE, for_masking
from nabij.trust.policies.parts import ME
from nabij.trust.policies.terms import SEEN, along
from nabij.weighing.dilemma_rules import REACH, READER, SPEAKS_SO, goes_along, link_see

OPEN = "id = any((select trust.my_open_voices())::uuid[])"
MY_BLIND_VOICES = "any((select trust.my_blind_voices())::uuid[])"
IN_MY_NAME = f"name = trust.my_name_in(dilemma_id) and trust.may_speak(dilemma_id) and {SPEAKS_SO}"
OF_VOICE = "voice_id in (select id from public.weighing_voice)"
VALUES = "trust.may_value(voice_id, option_id)"

VOICES = [
    Guard(
        "weighing_voice",
        grants=("select", "insert", "delete"),
        offices=("select", "insert", "update (name, role)", "delete"),
        policies=(
            Policy("see_own", "select", f"person_id = {ME}", says="You see your own voice."),
            Policy("see_open", "select", OPEN, says="Who thinks along reads every voice, once the voices are open."),
            Policy(
                "add_own",
                "insert",
                check=f"person_id = {ME} and {IN_MY_NAME}",
                says="You speak once, in a hat you wear.",
            ),
            Policy(
                "take_own",
                "delete",
                f"person_id = {ME} and id = {MY_BLIND_VOICES}",
                says="You take your voice away to speak anew, until the voices are open; nothing of it stays.",
            ),
            Policy(
                "link_add",
                "insert",
                check=f"person_id = {READER} and dilemma_id = {REACH} and {IN_MY_NAME}",
                to=OFFICE,
                says="Who was asked by a link speaks by it.",
            ),
            Policy(
                "link_take",
                "delete",
                f"person_id = {READER} and dilemma_id = {REACH} and id = {MY_BLIND_VOICES}",
                to=OFFICE,
                says="Who spoke by a link speaks anew by it, until the voices are open.",
            ),
            link_see(
                f"dilemma_id = {REACH} and (person_id = {READER} or {OPEN})",
                says="A link shows the voice of its reader; the others once the voices are open.",
            ),
            *for_masking(f"person_id = {ERASED_PEOPLE}"),
            *goes_along("A voice goes with the dilemma."),
        ),
    ),
    Guard(
        "weighing_choice",
        grants=("select", "insert", "delete"),
        offices=("select", "insert", "delete"),
        policies=(
            Policy("see_voice", "select", OF_VOICE, says="Whoever reads a voice reads what it says of each option."),
            Policy("add_own", "insert", check=VALUES, says="You value each option of the dilemma in your own voice."),
            Policy(
                "take_own",
                "delete",
                f"voice_id = {MY_BLIND_VOICES}",
                says="What you said goes with your voice when you speak anew.",
            ),
            Policy(
                "link_add",
                "insert",
                check=f"{REACH} is not null and {VALUES}",
                to=OFFICE,
                says="Who speaks by a link values each option.",
            ),
            Policy(
                "link_take",
                "delete",
                f"{REACH} is not null and voice_id = {MY_BLIND_VOICES}",
                to=OFFICE,
                says="What was said by a link goes when it is said anew.",
            ),
            link_see(f"{REACH} is not null and {OF_VOICE}", says="A link shows what a voice it shows says."),
            SEEN,
            along("voice_id", table="weighing_voice", says="What was said of an option goes with the voice."),
        ),
    ),
]
