"""The policies that the count of our own does not exercise both ways, by where they are tried instead."""

BY_PLACE = {
    "tests/directory imports every table of the social map as the office, and confirms": """
        bridge_kindofhelp.office_beheer directory_accessibility.office_beheer
        directory_address.office_beheer directory_attribute.office_beheer
        directory_confirmation.add_own directory_confirmation.goes_after_its_term
        directory_confirmation.office_beheer directory_contact.office_beheer
        directory_costoption.office_beheer directory_funding.office_beheer
        directory_language.office_beheer directory_location.office_beheer
        directory_metadata.office_beheer directory_metatabledescription.office_beheer
        directory_organization.office_beheer directory_organizationidentifier.office_beheer
        directory_phone.office_beheer directory_program.office_beheer
        directory_requireddocument.office_beheer directory_schedule.office_beheer
        directory_searchword.office_beheer directory_servicearea.office_beheer
        directory_serviceatlocation.office_beheer directory_servicemeaning.office_beheer
        directory_taxonomy.office_beheer directory_taxonomyterm.office_beheer""",
    "tests/web logs in, and tests/embedded holds the sessions and the throttle": """
        mfa_authenticator.office_door socialaccount_socialaccount.office_door
        trust_session.bewaren_see trust_session.goes_when_over trust_session.office_beheer
        trust_session.office_door trust_throttle.bewaren_see trust_throttle.goes_when_over
        trust_throttle.office_door web_tally.office_door""",
    "tests/trust/test_what_goes_in_time.py runs the job that deletes": """
        mfa_authenticator.along_user_id mfa_authenticator.bewaren_see
        people_administrator.along_person_id people_birth.along_person_id
        people_parent.along_child_id people_parent.along_parent_id people_proof.along_hat_id
        people_suspension.along_person_id people_takingoff.along_hat_id
        socialaccount_socialaccount.along_user_id socialaccount_socialaccount.bewaren_see
        stories_concernanswer.along_concern_id stories_keeperanswer.along_keeper_id
        stories_sealagreement.along_review_id stories_sealedline.along_note_id
        stories_sealkeeper.along_note_id stories_sealopening.along_note_id
        stories_sealopening.bewaren_see stories_sealreview.along_note_id
        stories_sealtold.along_note_id trust_breakglass.goes_after_its_term
        trust_correction.along_circle_id trust_erasure.along_request_id trust_erasure.bewaren_see
        trust_erasure.term_alone trust_extension.along_request_id
        trust_glassattempt.goes_after_its_term trust_glassreview.along_glass_id
        trust_glasstelling.along_glass_id trust_invitationend.along_invitation_id
        trust_knock.along_invitation_id trust_knock.bewaren_see trust_knock.term_or_request
        trust_lifting.along_limit_id trust_limit.along_circle_id trust_objection.along_request_id
        trust_reply.along_request_id trust_request.goes_after_its_term
        trust_rightsreview.goes_after_its_term trust_session.along_account_id
        trust_trustedthird.goes_after_its_term web_tally.bewaren_see web_tally.goes_after_its_term
        moments_cameback.along_follow_up_id moments_presence.along_moment_id
        moments_presence.goes_when_forgotten moments_saying.goes_when_forgotten
        moments_tie.goes_when_forgotten people_hat.goes_when_nobody_wears_it
        people_household.goes_when_empty people_householdmember.along_person_id
        people_person.goes_when_forgotten people_reachablehours.along_person_id
        people_strength.along_person_id people_waytoreach.along_person_id
        post_sending.along_letter_id post_sending.bewaren_see stories_answer.along_promise_id
        stories_keeping.along_promise_id stories_lesson.along_moment_id stories_party.along_story_id
        stories_promise.goes_when_forgotten stories_storycircle.along_circle_id
        trust_acquaintance.along_person_id trust_acquaintance.along_who_id
        trust_consent.along_circle_id trust_deletion.office_beheer_bewaren
        trust_deletion.office_bewaren_add trust_forgetting.office_logs_retention
        trust_hold.goes_after_its_term trust_membership.along_circle_id trust_noted.along_circle_id
        trust_noted.along_person_id trust_opening.along_membership_id trust_release.along_hold_id
        trust_release.bewaren_see trust_release.office_beheer trust_release.office_beheer_add
        trust_release.see_hold trust_withdrawal.along_consent_id""",
    "tests/rules/test_what_one_may_do_about_ones_data.py": """
        moments_followup.hide_limited trust_correction.hide_limited trust_objection.see_circle""",
    "tests/rules/test_who_came_later.py": """
        moments_followup.see_later moments_saying.see_later moments_tie.see_later
        stories_ownwords.see_later""",
    "only in scenes of tests/rules and tests/people; to be brought here": """
        trust_knock.see_own
        moments_moment.see_left people_householdmember.end_own people_strength.see_open
        stories_answer.add_noted trust_circle.see_maker""",
    "tests/memory/test_forgetting.py erases": """
        mfa_authenticator.office_rights people_administrator.office_rights
        people_birth.office_rights people_parent.office_rights people_proof.office_rights
        people_suspension.office_rights people_takingoff.office_rights
        socialaccount_socialaccount.office_rights stories_sealopening.office_rights
        trust_knock.office_rights trust_release.office_rights trust_session.office_rights
        trust_trustedthird.office_rights
        people_hat.office_rights people_householdmember.office_rights
        people_reachablehours.office_rights people_strength.office_rights
        people_waytoreach.office_rights post_sending.office_rights stories_party.office_rights
        trust_erasure.office_rights trust_erasure.see_request""",
    "tests/rules/test_administration_without_content.py": """
        people_suspension.administrators_insert people_suspension.see_own
        people_takingoff.add_wearer""",
    "tests/rules/test_breaking_the_glass.py": """
        people_waytoreach.see_glass trust_look.see_glass""",
    "tests/post sends letters": """
        post_letter.administrators_insert post_letter.office_beheer post_sending.office_post
        post_sending.see_letter""",
    "tests/rules/test_a_sealed_note.py": """
        stories_sealkeeper.add_keeper stories_sealopening.add_keeper stories_sealopening.see_keeper""",
    "tests/rules/test_why_and_with_whom.py": """
        trust_consent.add_noted""",
    "tests/rules/test_who_is_invited.py": """
        trust_invitationend.add_confirmed trust_invitationend.link_add trust_knock.office_door
        trust_knock.see_inviter trust_membership.link_join trust_membership.link_see""",
    "tests/rules/test_families.py": """
        trust_look.see_young""",
}
NOT_TRIED = {name: place for place, names in BY_PLACE.items() for name in names.split()}
