"""The addresses of this area."""

from django.urls import path

from nabij.web.mine import answering, asking, consents, copies, letters, views

urlpatterns = [
    path("mijn/", views.mine, name="mine"),
    path("mijn-gegevens/", views.moved, name="mine_before"),
    path("mijn/wat/<slug:kind>/", views.kind, name="mine_kind"),
    path("mijn/verzoeken/", asking.requests, name="my_requests"),
    path("mijn/bezwaren/", asking.objections, name="my_objections"),
    path("mijn/rechtzettingen/", asking.corrections, name="my_corrections"),
    path("mijn/beperkingen/", asking.limits, name="my_limits"),
    path("mijn/beperkingen/<uuid:limit>/einde/", asking.limit_ends, name="limit_ends"),
    path("mijn/toestemmingen/<uuid:consent>/intrekking/", consents.withdrawal, name="consent_withdrawal"),
    path("mijn/post/", letters.my_post, name="my_post"),
    path("mijn/uitvoer/", copies.own_copy, name="own_copy"),
    path("mijn/papier/", copies.own_paper, name="own_paper"),
    path("verzoeken/", answering.requests, name="requests"),
    path("verzoeken/<uuid:request_id>/", answering.request, name="request"),
    path("verzoeken/<uuid:request_id>/uitstel/", answering.extension, name="extension"),
    path("verzoeken/<uuid:request_id>/wissing/", answering.erasure, name="erasure"),
    path("mensen/<uuid:person>/verzoeken/", asking.noted, name="noted_request"),
    path("mensen/<uuid:person>/papier/", copies.paper, name="paper"),
]
