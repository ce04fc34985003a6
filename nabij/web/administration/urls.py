"""Where administration is kept, and what everybody may read of it."""

from django.urls import path

from nabij.web.administration import groups, hats, house, people, rights

urlpatterns = [
    path("beheer/", house.home, name="administration"),
    path("beheer/mensen/", people.people, name="administration_people"),
    path("beheer/mensen/<uuid:person>/", people.person, name="administration_person"),
    path("beheer/mensen/<uuid:person>/mailadres/", people.mail, name="administration_mail"),
    path("beheer/mensen/<uuid:person>/stilstand/", people.stop, name="administration_stop"),
    path("beheer/mensen/<uuid:person>/stilstand/einde/", people.go_on, name="administration_go_on"),
    path("beheer/mensen/<uuid:person>/beheerder/", people.appointed, name="administration_appointed"),
    path("beheer/mensen/<uuid:person>/beheerder/einde/", people.dismissed, name="administration_dismissed"),
    path("beheer/mensen/<uuid:person>/petten/", people.granted, name="administration_granted"),
    path("beheer/petten/", hats.hats, name="administration_hats"),
    path("beheer/petten/<uuid:hat>/bewijzen/", hats.proofs, name="administration_proofs"),
    path("beheer/petten/<uuid:hat>/einde/", hats.taken_off, name="administration_taken_off"),
    path("beheer/bewijzen/", hats.rules, name="administration_rules"),
    path("beheer/bewijzen/<uuid:rule>/einde/", hats.rule_ends, name="administration_rule_ends"),
    path("beheer/groepen/", groups.groups, name="administration_groups"),
    path("beheer/plekken/", groups.places, name="administration_places"),
    path("beheer/diensten/", groups.duties, name="administration_duties"),
    path("beheer/diensten/<uuid:duty>/einde/", groups.duty_ends, name="administration_duty_ends"),
    path("beheer/instellingen/", house.settings, name="administration_settings"),
    path("beheer/instellingen/<slug:key>/", house.setting, name="administration_setting"),
    path("beheer/rechten/", rights.page, name="administration_rights"),
    path("beheer/rechten/overzicht.<str:kind>", rights.export, name="administration_export"),
    path("spelregels/", house.terms, name="terms"),
]
