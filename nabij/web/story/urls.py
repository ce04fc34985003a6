"""The addresses of this area."""

from django.urls import path

from nabij.web.story import acts, closing, coming, going, handholds, promising, views

urlpatterns = [
    path("verhalen/", views.stories, name="stories"),
    path("verhalen/nieuw/", acts.new, name="new_story"),
    path("mijn-verhaal/", acts.mine, name="my_story"),
    path("verhalen/<uuid:story>/", views.story, name="story"),
    path("verhalen/<uuid:story>/tekst/", views.as_text, name="story_as_text"),
    path("verhalen/<uuid:story>/woorden/", acts.own_words, name="own_words"),
    path("verhalen/<uuid:story>/binnenkomen/", coming.way_in, name="way_in"),
    path("verhalen/<uuid:story>/opnieuw/", coming.began_again, name="began_again"),
    path("verhalen/<uuid:story>/hoe-het-gaat/", going.how_it_goes, name="how_it_goes"),
    path("verhalen/<uuid:story>/afsluiting/", closing.close, name="closing"),
    path("verhalen/<uuid:story>/heropening/", closing.reopen, name="reopening"),
    path("verhalen/<uuid:story>/houvast/", handholds.in_story, name="take_in"),
    path("houvastregels/<uuid:line>/", handholds.line, name="ready_line"),
    path("buurt/<slug:code>/houvast/", handholds.of_neighbourhood, name="handholds"),
    path("verhalen/<uuid:story>/afspraken/", promising.new_promise, name="new_promise"),
    path("verhalen/<uuid:story>/mensen/", acts.people, name="people_around"),
    path("verhalen/<uuid:story>/gezegd/", acts.saying, name="saying"),
    path("afspraken/<uuid:promise>/", promising.promise, name="promise"),
    path("afspraken/<uuid:promise>/andere-dag/", promising.other_day, name="promise_other_day"),
    path("afspraken/<uuid:promise>/naleving/", promising.keeping, name="promise_keeping"),
    path("afspraken/<uuid:promise>/overdracht/", promising.handover, name="promise_handover"),
]
