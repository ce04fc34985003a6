"""What may happen in an invented neighbourhood, and how often."""

# What the rules are about happens more often than the rest; and each neighbourhood has a year of its own kind, so that
# what hangs on each other (an opening in danger, its telling, who heard of it) happens in one.
OFTEN = {
    "somebody_is_let_in": 4,
    "somebody_writes": 3,
    "own_words_are_noted": 3,
    "something_is_sealed": 3,
    "somebody_says_whether_they_keep_it": 3,
    "both_decide": 2,
    "a_promise_is_kept": 3,
    "somebody_comes_back_to_it": 3,
    "somebody_answers": 2,
}
ASKING = dict.fromkeys(
    "a_yes_is_given a_yes_is_taken_back something_is_put_beside somebody_objects something_is_limited a_limit_ends"
    " a_request_is_answered somebody_comes_back_to_it somebody_is_asked_in an_invitation_is_taken_back".split(),
    4,
)
DANGER = dict.fromkeys(
    "somebody_is_trusted the_circle_is_told it_is_judged a_day_passes a_concern_is_shared a_concern_is_answered"
    " the_letters_go_out".split(),
    4,
)
SEALING = ("something_is_sealed", "somebody_says_whether_they_keep_it", "both_decide")
KINDS = {
    "quiet": OFTEN | dict.fromkeys((*ASKING, *DANGER, "the_glass_is_broken"), 0.2)
    | {"a_hat_is_taken_off": 0.5, "somebody_is_asked_in": 2, "an_invitation_is_taken_back": 20}
    | {"somebody_is_let_in": 10, "somebody_writes": 8, "a_story_begins": 2},
    "sealing": OFTEN | dict.fromkeys((*ASKING, *DANGER, "the_glass_is_broken", "somebody_is_away"), 0.2)
    | {"a_story_begins": 4, "they_meet": 3, "a_hat_is_taken_off": 0.2, "a_household_begins": 0.2}
    | {"something_is_sealed": 14, "somebody_says_whether_they_keep_it": 40, "both_decide": 60},
    "asking": OFTEN | ASKING
    | {"somebody_is_let_in": 12, "somebody_writes": 8, "something_is_put_beside": 8, "somebody_objects": 16}
    | {"a_story_begins": 2, "something_is_limited": 8, "a_limit_ends": 6}
    | {"a_yes_is_given": 6, "a_yes_is_taken_back": 12, "a_request_is_answered": 8}
    | {"somebody_is_asked_in": 8, "an_invitation_is_taken_back": 30}
    | dict.fromkeys((*SEALING, *DANGER, "somebody_is_away", "a_household_begins"), 0.2),
    "danger": OFTEN | DANGER
    | {"the_glass_is_broken": 14, "the_circle_is_told": 12, "it_is_judged": 12}
    | {"somebody_writes": 5, "a_story_begins": 4, "they_meet": 4, "somebody_is_away": 0.2, "a_household_begins": 0.2}
    | dict.fromkeys((*SEALING, *ASKING), 0.2) | {"something_is_limited": 3},
    "family": OFTEN
    | {"a_child_is_noted": 12, "a_story_begins": 6, "a_smaller_circle_begins": 4, "somebody_writes": 12}
    | {"own_words_are_noted": 8, "a_network_is_drawn": 4, "who_helps_is_counted": 3, "something_is_learned": 3}
    | {"a_household_begins": 3}
    | dict.fromkeys((*SEALING, *ASKING, *DANGER, "the_glass_is_broken", "somebody_is_away"), 0.2),
}  # fmt: skip
# What may happen, and whether somebody must have been refused it in the walk of `make test`. Who is refused what seldom
# happens (a limit ended, an answer given for another) is held as well, by tests of their own.
ACTS = {
    "somebody_comes_to_live_here": False,
    "they_meet": False,
    "a_child_is_noted": False,
    "a_child_grows_older": False,
    "a_story_begins": False,
    "a_story_between_two_begins": True,
    "a_household_begins": True,
    "a_smaller_circle_begins": True,
    "somebody_is_let_in": True,
    "the_past_is_opened": True,
    "somebody_leaves": True,
    "somebody_writes": True,
    "own_words_are_noted": True,
    "who_helps_is_counted": True,
    "something_is_learned": True,
    "somebody_is_away": True,
    "a_network_is_drawn": True,
    "somebody_is_asked": True,
    "somebody_answers": False,
    "a_promise_is_kept": True,
    "somebody_looks": False,
    "something_is_sealed": True,
    "somebody_says_whether_they_keep_it": True,
    "both_decide": True,
    "a_yes_is_given": True,
    "a_yes_is_taken_back": True,
    "something_is_put_beside": True,
    "somebody_objects": True,
    "something_is_limited": True,
    "a_limit_ends": False,
    "a_request_is_answered": True,
    "somebody_comes_back_to_it": True,
    "somebody_is_asked_in": True,
    "an_invitation_is_taken_back": True,
    "somebody_is_trusted": False,
    "the_glass_is_broken": True,
    "the_circle_is_told": True,
    "it_is_judged": True,
    "a_day_passes": False,
    "a_hat_is_taken_off": True,
    "a_concern_is_shared": False,
    "a_concern_is_answered": True,
    "the_letters_go_out": False,
}
