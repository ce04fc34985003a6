"""Every address of the product; each area's own stand in `web/<area>/urls.py`."""

from django.urls import include, path

from nabij.web import wellknown

urlpatterns = [
    path(".well-known/security.txt", wellknown.security),
    path("robots.txt", wellknown.robots),
    path("", include("nabij.api.urls")),
    path("brief/", include("nabij.web.letter.urls")),
    path("klopt-nog/", include("nabij.web.owner.urls")),
    path("afmelding/", include("nabij.web.post.urls")),
    path("inloggen/", include("nabij.web.login.urls")),
    path("", include("nabij.web.hat.urls")),
    path("", include("nabij.web.administration.urls")),
    path("stijl/", include("nabij.web.gallery.urls")),
    path("", include("nabij.web.front.urls")),
    path("", include("nabij.web.today.urls")),
    path("", include("nabij.web.drafts.urls")),
    path("", include("nabij.web.attachment.urls")),
    path("", include("nabij.web.family.urls")),
    path("", include("nabij.web.story.urls")),
    path("", include("nabij.web.merge.urls")),
    path("", include("nabij.web.circle.urls")),
    path("", include("nabij.web.invite.urls")),
    path("", include("nabij.web.nearest.urls")),
    path("", include("nabij.web.matching.urls")),
    path("", include("nabij.web.memory.urls")),
    path("", include("nabij.web.away.urls")),
    path("", include("nabij.web.leaving.urls")),
    path("", include("nabij.web.network.urls")),
    path("", include("nabij.web.paper.urls")),
    path("", include("nabij.web.nearness.urls")),
    path("", include("nabij.web.scan.urls")),
    path("", include("nabij.web.silence.urls")),
    path("", include("nabij.web.work.urls")),
    path("", include("nabij.web.offer.urls")),
    path("", include("nabij.web.ask.urls")),
    path("", include("nabij.web.mine.urls")),
    path("", include("nabij.web.calendar.urls")),
    path("", include("nabij.web.seal.urls")),
    path("", include("nabij.web.glass.urls")),
    path("", include("nabij.web.concern.urls")),
    path("", include("nabij.web.agreement.urls")),
    path("", include("nabij.web.introduction.urls")),
    path("", include("nabij.web.referral.urls")),
    path("", include("nabij.web.together.urls")),
    path("", include("nabij.web.weighing.urls")),
    path("", include("nabij.web.partner.urls")),
    path("", include("nabij.web.people.urls")),
    path("", include("nabij.web.neighbourhood.urls")),
    path("", include("nabij.web.register.urls")),
    path("", include("nabij.web.lists.urls")),
    path("", include("nabij.web.initiative.urls")),
    path("", include("nabij.web.map.urls")),
]
handler400 = "nabij.web.errors.bad_request"
handler403 = "nabij.web.errors.forbidden"
handler404 = "nabij.web.errors.not_found"
handler500 = "nabij.web.errors.broken"
