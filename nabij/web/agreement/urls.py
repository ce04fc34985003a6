"""The addresses of this area."""

from django.urls import path

from nabij.web.agreement import acts, kinds, practice, proposing, views

urlpatterns = [
    path("buurt/<slug:code>/buurtafspraak/", views.of_neighbourhood, name="agreement"),
    path("buurt/<slug:code>/buurtafspraak/voorstel/", proposing.proposal, name="new_agreement"),
    path("buurt/<slug:code>/buurtafspraak/zo-gaat-het/", practice.of_neighbourhood, name="agreement_practice"),
    path("buurt/<slug:code>/soorten-hulp/", kinds.of_neighbourhood, name="kinds_of_help"),
    path("buurtafspraken/<uuid:agreement>/", views.one_version, name="agreement_version"),
    path("buurtafspraken/<uuid:agreement>/verschil/", views.two_versions, name="agreement_difference"),
    path("buurtafspraken/<uuid:agreement>/opmerkingen/", acts.remarks, name="agreement_remarks"),
    path("buurtafspraken/<uuid:agreement>/handtekeningen/", acts.signatures, name="agreement_signatures"),
    path("buurtafspraken/<uuid:agreement>/intrekking/", acts.withdrawal, name="agreement_withdrawal"),
    path("buurtafspraak-opmerkingen/<uuid:remark>/einde/", acts.remark_ends, name="agreement_remark_ends"),
]
