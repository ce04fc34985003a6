"""The policies that the count of our own does not exercise both ways, by the test that tries them instead.

Where a `::` stands it is that one test, allowed and refused; the others are of offices alone, by the job they do.
"""

BY_PLACE = {
    "tests/directory imports every table of the social map as the office, and confirms": """
        directory_accessibility.office_beheer
        directory_address.office_beheer directory_attribute.office_beheer
        directory_confirmation.goes_after_its_term directory_confirmation.office_beheer
        directory_contact.office_beheer directory_costoption.office_beheer
        directory_funding.office_beheer directory_language.office_beheer
        directory_location.office_beheer directory_metadata.office_beheer
        directory_metatabledescription.office_beheer directory_organization.office_beheer
        directory_organizationidentifier.office_beheer directory_phone.office_beheer
        directory_program.office_beheer directory_requireddocument.office_beheer
        directory_schedule.office_beheer directory_searchword.office_beheer
        directory_servicearea.office_beheer directory_serviceatlocation.office_beheer
        directory_servicemeaning.office_beheer directory_taxonomy.office_beheer
        directory_taxonomyterm.office_beheer""",
    "tests/rules/test_who_keeps_the_social_map.py::test_of_every_table_only_the_own_rows_change": """
        directory_organization.keep_list directory_service.keep_list directory_location.keep_list
        directory_serviceatlocation.keep_list directory_address.keep_list directory_phone.keep_list
        directory_contact.keep_list directory_schedule.keep_list directory_language.keep_list
        directory_taxonomyterm.keep_list directory_attribute.keep_list directory_accessibility.keep_list
        directory_servicearea.keep_list""",
    "tests/rules/test_who_keeps_the_social_map.py::test_the_words_and_meaning_of_another_list_are_not_theirs": """
        directory_servicemeaning.insert_of_list directory_servicemeaning.update_of_list
        directory_searchword.learn_words""",
    "tests/rules/test_who_keeps_the_social_map.py::test_who_keeps_a_list_says_two_are_one_in_no_other_name": """
        directory_twin.say_own""",
    "tests/rules/test_who_keeps_the_social_map.py::test_who_keeps_a_list_lets_go_of_what_it_names_no_more": """
        directory_letgo.say_own directory_letgo.office_beheer""",
    "tests/directory/test_confirming.py::test_somebody_confirms_in_their_own_name_and_not_in_another_s": """
        directory_confirmation.add_own""",
    "tests/web/test_said_by_mistake.py::test_the_link_of_a_word_takes_that_word_back_and_nobody_else_does": """
        directory_confirmation.link_take_back""",
    "tests/directory/test_what_a_keeper_writes.py::test_of_every_table_one_keeps_the_own_rows_alone": """
        directory_address.keep_own directory_address.link_keep_own directory_attribute.keep_own
        directory_attribute.link_keep_own directory_contact.keep_own directory_contact.link_keep_own
        directory_language.keep_own directory_language.link_keep_own directory_location.keep_own
        directory_location.link_keep_own directory_phone.keep_own directory_phone.link_keep_own
        directory_schedule.keep_own directory_schedule.link_keep_own directory_service.keep_own_insert
        directory_service.keep_own_update directory_service.link_keep_own_insert
        directory_service.link_keep_own_update
        directory_serviceatlocation.keep_own directory_serviceatlocation.link_keep_own""",
    "tests/directory/test_what_a_keeper_writes.py::test_a_subject_is_added_and_neither_renamed_nor_taken_away": """
        directory_taxonomyterm.keep_own_insert directory_taxonomyterm.link_keep_own_insert""",
    "tests/directory/test_entering_oneself.py::test_one_makes_only_what_one_keeps_findable": """
        directory_servicemeaning.insert_of_own directory_servicemeaning.update_of_own
        directory_servicemeaning.link_insert_of_own directory_servicemeaning.link_update_of_own
        directory_searchword.learn_own_words directory_searchword.link_learn_own_words""",
    "tests/directory/test_entering_oneself.py::test_by_its_link_one_keeps_that_one_and_no_other": """
        directory_initiative.link_see directory_initiative.link_change directory_initiativeanswer.link_see""",
    "tests/directory/test_entering_oneself.py::test_what_waits_is_seen_by_who_sent_it_and_who_coordinates": """
        directory_initiativeanswer.answer_place""",
    "tests/memory/test_forgetting_what_one_put_on_the_map.py::test_the_name_and_number_go_and_of_another_they_stay": """
        directory_initiative.office_rights directory_initiativeanswer.office_rights""",
    "tests/memory/test_forgetting_what_one_put_on_the_map.py::test_without_a_request_the_map_stays": """
        directory_contact.office_rights directory_phone.office_rights directory_service.office_rights
        directory_location.office_rights directory_serviceatlocation.office_rights directory_address.office_rights
        directory_schedule.office_rights directory_language.office_rights
        directory_attribute.office_rights directory_servicemeaning.office_rights directory_searchword.rights_learn
        directory_initiative.rights_leave directory_initiative.rights_left""",
    "tests/directory/test_when_it_goes.py::test_after_half_a_year_what_does_not_stand_on_the_map_goes": """
        directory_initiativeanswer.along_initiative_id""",
    "tests/directory/test_confirming.py::test_a_visitor_says_right_or_unreached_and_in_no_other_voice": """
        directory_confirmation.add_visitor""",
    "tests/bridge/test_a_contact_that_went_well.py::test_whose_referral_ended_well_speaks_of_that_listing_alone": """
        directory_confirmation.add_contact directory_confirmation.link_contact""",
    "tests/web/test_an_owner_answers.py::test_the_database_holds_the_link_to_its_own_listings": """
        directory_service.link_update directory_phone.link_insert directory_phone.link_update
        directory_phone.link_delete
        directory_schedule.link_insert directory_schedule.link_delete directory_servicemeaning.link_insert
        directory_servicemeaning.link_update directory_searchword.link_insert directory_confirmation.link_insert
        directory_ownerletter.link_select directory_ownerstop.link_select
        directory_ownerstop.link_insert directory_ownerchange.link_select directory_ownerchange.link_insert""",
    "tests/web/test_who_keeps_it_is_asked.py::test_an_old_address_has_no_link": """
        directory_contact.link_delete""",
    "tests/web/test_how_true_the_map_is.py::test_administration_counts_and_nobody_else": """
        directory_mapcount.office_beheer""",
    "tests/directory/test_asking_owners.py asks and remembers": """
        directory_ownerstop.office_reminders post_envelope.office_reminders""",
    "tests/api/test_for_everybody.py::test_the_database_itself_holds_back_and_who_is_logged_in_reads_it": """
        directory_contact.see_public directory_phone.see_public""",
    "tests/web logs in, and tests/embedded holds the sessions and the throttle": """
        mfa_authenticator.office_door socialaccount_socialaccount.office_door
        trust_session.bewaren_see trust_session.goes_when_over trust_session.office_beheer
        trust_session.office_door trust_throttle.bewaren_see trust_throttle.goes_when_over
        trust_throttle.office_door web_tally.office_door""",
    "tests/rules/test_who_stands_in_the_bridge.py::test_an_ask_for_another_goes_on_with_whoever_stands_in": """
        bridge_askending.add_charged""",
    "tests/rules/test_who_stands_in_the_bridge.py::test_an_introduction_is_heard_of_by_whoever_stands_in": """
        bridge_introduction.see_charged""",
    "tests/rules/test_who_stands_in_the_bridge.py::test_an_introduction_is_taken_back_by_whoever_stands_in": """
        bridge_introductionoutcome.add_charged""",
    "tests/web/test_partners.py::test_nobody_writes_or_answers_outside_the_two": """
        bridge_partneranswer.add_own""",
    "tests/rules/test_who_offers_for_another.py::test_a_link_answers_and_stops_the_one_thing_of_its_reader": """
        bridge_heardoffer.link_see bridge_offer.link_see bridge_offerending.link_add bridge_offerending.link_see
        bridge_offeryes.link_add bridge_offeryes.link_see""",
    "tests/post/test_envelopes.py hands over, opens and lets go": """
        post_envelope.administrators_insert post_envelope.bewaren_see post_envelope.goes_when_over
        post_envelope.office_door_beheer post_envelope.office_post""",
    "tests/memory/test_forgetting_what_was_weighed.py::test_a_voice_stays_without_a_name_and_the_decision_stands": """
        weighing_workingtogether.office_rights""",
    "tests/memory/test_forgetting_what_was_told.py lets go of who told it and of nobody else": """
        weighing_precedentteller.along_person_id weighing_precedentteller.goes_when_nobody_tells_it""",
    "tests/trust/test_what_weighing_keeps.py runs the job that deletes": """
        weighing_backing.along_deviation_id weighing_backingasked.along_deviation_id
        weighing_deviation.along_decision_id weighing_review.along_deviation_id
        weighing_came.along_decision_id weighing_choice.along_voice_id weighing_decision.along_dilemma_id
        weighing_dilemmacircle.along_circle_id weighing_dilemmacircle.along_dilemma_id
        weighing_option.along_dilemma_id weighing_participant.along_dilemma_id
        weighing_participantend.along_participant_id weighing_perspective.along_dilemma_id
        weighing_voice.along_dilemma_id weighing_workingtogether.along_decision_id""",
    "tests/trust/test_what_goes_in_time.py runs the job that deletes": """
        bridge_handingon.along_ask_id bridge_handingon.along_referral_id
        bridge_handingon.along_introduction_id bridge_handingon.along_party_id
        bridge_penholder.along_person_id bridge_remark.along_person_id
        bridge_askending.along_ask_id bridge_asker.along_ask_id bridge_askyes.along_ask_id
        bridge_contradiction.along_ask_id bridge_contradiction.along_offer_id
        bridge_offerasked.along_offer_id bridge_offerending.along_offer_id bridge_offerpause.along_offer_id
        bridge_safeguard.along_person_id bridge_side.along_introduction_id
        bridge_introductionanswer.along_side_id bridge_introductionoutcome.along_introduction_id
        bridge_meeting.along_introduction_id bridge_howitwent.along_introduction_id
        bridge_notagain.along_one_id bridge_notagain.along_other_id
        memory_handover.along_circle_id mfa_authenticator.along_user_id mfa_authenticator.bewaren_see
        moments_cameback.along_follow_up_id moments_presence.along_moment_id
        moments_placing.along_tie_id moments_tieend.along_tie_id
        moments_timespent.along_moment_id stories_silenceanswer.along_circle_id bridge_lookrest.along_circle_id
        moments_presence.goes_when_forgotten moments_saying.goes_when_forgotten
        moments_tie.goes_when_forgotten people_administrator.along_person_id
        people_birth.along_person_id people_hat.goes_when_nobody_wears_it
        people_household.goes_when_empty people_householdmember.along_person_id
        people_parent.along_child_id people_parent.along_parent_id
        people_proof.along_hat_id people_reachablehours.along_person_id people_signpost.goes_when_nobody_keeps_it
        people_strength.along_person_id people_suspension.along_person_id
        people_takingoff.along_hat_id people_waytoreach.along_person_id post_sending.along_letter_id
        post_preference.along_person_id
        socialaccount_socialaccount.along_user_id socialaccount_socialaccount.bewaren_see
        stories_answer.along_promise_id stories_concernanswer.along_concern_id
        stories_keeperanswer.along_keeper_id stories_keeping.along_promise_id
        stories_feed.along_person_id stories_reopening.along_closing_id stories_turn.along_promise_id
        stories_party.along_story_id stories_promise.goes_when_forgotten
        stories_sealagreement.along_review_id stories_sealedline.along_note_id
        stories_sealkeeper.along_note_id stories_sealopening.along_note_id
        stories_sealopening.bewaren_see stories_sealreview.along_note_id
        stories_lesson.along_moment_id stories_resource.along_scan_id
        stories_sealtold.along_note_id stories_storycircle.along_circle_id
        trust_acquaintance.along_person_id trust_acquaintance.along_who_id
        trust_breakglass.goes_after_its_term trust_consent.along_circle_id
        trust_correction.along_circle_id trust_deletion.office_beheer_bewaren
        trust_deletion.office_bewaren_add trust_erasure.along_request_id
        trust_extension.along_request_id trust_forgetting.office_logs_retention
        trust_glassattempt.goes_after_its_term trust_glassreview.along_glass_id
        trust_merge.along_circle_id trust_merge.along_double_circle_id trust_merge.along_double_id
        trust_merge.along_person_id trust_mergeend.along_merge_id
        trust_glasstelling.along_glass_id trust_hold.goes_after_its_term
        trust_invitationend.along_invitation_id trust_knock.along_invitation_id
        trust_lifting.along_limit_id trust_limit.along_circle_id trust_membership.along_circle_id
        trust_noted.along_circle_id trust_noted.along_person_id trust_objection.along_request_id
        trust_opening.along_membership_id trust_release.along_hold_id trust_reply.along_request_id
        trust_request.goes_after_its_term trust_rightsreview.goes_after_its_term
        trust_session.along_account_id trust_trustedthird.goes_after_its_term
        trust_withdrawal.along_consent_id moments_attachment.along_moment_id
        web_tally.bewaren_see web_tally.goes_after_its_term""",
    "tests/trust/test_what_the_bridge_keeps.py runs the job that deletes": """
        bridge_heardoffer.goes_after_its_term bridge_offeryes.along_heard_id""",
    "tests/memory/test_forgetting_what_was_agreed.py erases": """
        bridge_penholder.office_rights bridge_remark.office_rights""",
    "tests/memory/test_forgetting.py erases": """
        bridge_heardoffer.office_rights bridge_offeryes.office_rights
        mfa_authenticator.office_rights people_administrator.office_rights
        people_birth.office_rights people_parent.office_rights
        people_proof.office_rights people_reachablehours.office_rights people_strength.office_rights
        people_suspension.office_rights people_takingoff.office_rights
        socialaccount_socialaccount.office_rights stories_party.office_rights
        stories_concernanswer.office_rights stories_sealedline.office_rights stories_sealtold.office_rights
        stories_sealopening.office_rights stories_draft.office_rights trust_session.office_rights
        trust_trustedthird.office_rights""",
    "tests/memory/test_a_name_goes.py names nobody": """
        moments_attachment.office_rights_find moments_attachment.office_rights_mask
        moments_followup.office_rights_find moments_followup.office_rights_mask
        moments_saying.office_rights_find moments_saying.office_rights_mask moments_tie.office_rights_find
        moments_tie.office_rights_mask stories_answer.office_rights_find stories_answer.office_rights_mask
        stories_keeping.office_rights_find stories_keeping.office_rights_mask
        stories_ownwords.office_rights_find stories_ownwords.office_rights_mask
        stories_promise.office_rights_find stories_promise.office_rights_mask
        stories_resource.office_rights_find stories_resource.office_rights_mask
        stories_scan.office_rights_find stories_story.office_rights_find stories_story.office_rights_mask
        stories_turn.office_rights_find stories_turn.office_rights_mask
        trust_circle.office_rights_find trust_circle.office_rights_mask trust_correction.office_rights_find
        trust_correction.office_rights_mask""",
    "tests/rules/test_who_reads_a_referral.py::test_of_a_child_under_twelve_a_parent_reads_it": """
        bridge_referral.see_parent""",
    "tests/rules/test_who_reads_a_referral.py::test_no_answer_is_asked_again_then_of_the_stand_in_then_of_the_team": """
        bridge_receiver.office_reminders_add""",
    "tests/web/test_referrals_on_screen.py::test_whoever_is_outside_answers_by_letter_once": """
        bridge_receiver.link_see bridge_referral.link_see bridge_referralstep.link_add
        bridge_referralstep.link_see""",
    "tests/trust/test_a_referral_goes.py runs the job that deletes, and erases": """
        bridge_receiver.along_referral_id bridge_referralstep.along_referral_id bridge_thanks.along_referral_id
        bridge_receiver.office_rights_find bridge_receiver.office_rights_mask
        bridge_referralstep.office_rights_find bridge_referralstep.office_rights_mask""",
    "tests/rules/test_who_helps.py::test_who_came_later_sees_what_was_counted_since": """
        stories_scan.see_later""",
    "tests/rules/test_administration_without_content.py"
    "::test_a_letter_of_an_administrator_is_a_welcome_without_words": """
        post_letter.administrators_insert""",
    "tests/cli/test_welcoming.py::test_somebody_new_gets_a_log_in_and_a_hat": """
        post_letter.office_beheer""",
    "tests/rules/test_a_sealed_note.py::test_without_a_second_nothing_is_decided_and_another_is_asked": """
        stories_sealkeeper.add_keeper""",
    "tests/rules/test_a_sealed_note.py::test_both_open_it_and_it_stands_in_the_story_under_its_writers_name": """
        stories_sealopening.add_keeper stories_sealopening.see_keeper""",
    "tests/rules/test_why_and_with_whom.py::test_a_member_notes_the_yes_of_a_resident_without_a_login": """
        trust_consent.add_noted""",
    "tests/rules/test_who_is_invited.py::test_a_letter_lets_its_own_reader_in_and_nobody_else": """
        trust_invitationend.link_add trust_membership.link_join trust_membership.link_see""",
}
NOT_TRIED = {name: place for place, names in BY_PLACE.items() for name in names.split()}
