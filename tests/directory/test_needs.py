"""What somebody needs besides the subject: that it is free, that a wheelchair gets in, their age, by whom it is."""

import pytest

from nabij.directory.needs import Needs
from nabij.directory.search import find
from nabij.trust.acting import NOBODY, acting_as
from tests.directory.conftest import NOW

SERVICES = (
    "id,name,status,fees_description,minimum_age,maximum_age\n"
    "gratis,Soep,active,Gratis. Neem een kom mee.,,\n"
    "betaald,Eettafel,active,,,\n"
    "allebei,Kookclub,active,Gratis.,12,18\n"
    "onbekend,Wandelen,active,,65,\n"
    "bellen,Nachtlijn,active,Kosteloos,18,\n"
)
COSTS = (
    "id,service_id,option,currency,amount,amount_description\n"
    "c1,betaald,per maaltijd,EUR,4,Vier euro.\n"
    "c2,allebei,met een pas,EUR,0,Gratis\n"
    "c3,allebei,anders,EUR,2,\n"
)
LOCATIONS = (
    "id,name,location_type,latitude,longitude\n"
    "zaal,Zaal,physical,52.5,4.9\nkelder,Kelder,physical,52.5,4.9\nhof,Hof,physical,52.5,4.9\n"
    "lijn,Telefoon,virtual,,\n"
)
PLACES = (
    "id,service_id,location_id\n"
    "p1,gratis,zaal\np2,betaald,kelder\np3,allebei,hof\np4,onbekend,zaal\np5,onbekend,kelder\np6,bellen,lijn\n"
)
ACCESS = (
    "id,location_id,description,details\n"
    "a1,zaal,Een rolstoel kan naar binnen: er is geen drempel.,\n"
    "a2,kelder,Niet met een rolstoel: er is een trap.,\n"
    "a3,hof,Toegankelijk voor een rolstoel: nee.,Wel brede paden.\n"
)
TERMS = "id,code,name\nf,by_whom:formal,formeel\ni,by_whom:informal,informeel\n"
SUBJECTS = (
    "id,link_id,taxonomy_term_id,link_type,link_entity\n"
    "s1,gratis,i,by_whom,service\ns2,betaald,f,by_whom,service\ns3,allebei,i,by_whom,service\n"
    "s4,allebei,f,by_whom,service\n"
)


@pytest.fixture
def some(folder, bring):
    bring(
        folder(
            services=SERVICES,
            cost_options=COSTS,
            locations=LOCATIONS,
            service_at_locations=PLACES,
            accessibility=ACCESS,
            taxonomy_terms=TERMS,
            attributes=SUBJECTS,
        )
    )


def names(**needs):
    with acting_as(NOBODY):
        return {hit.service.name for hit in find(words="", at=NOW, needs=Needs(**needs))}


EVERYTHING = {"Soep", "Eettafel", "Kookclub", "Wandelen", "Nachtlijn"}


@pytest.mark.parametrize(
    ("needs", "wanted"),
    [
        ({}, EVERYTHING),
        ({"free": True}, {"Soep", "Nachtlijn"}),
        ({"wheelchair": True}, {"Soep", "Wandelen", "Nachtlijn"}),
        ({"age": 70}, {"Soep", "Eettafel", "Wandelen", "Nachtlijn"}),
        ({"age": 15}, {"Soep", "Eettafel", "Kookclub"}),
        ({"age": 0}, {"Soep", "Eettafel"}),
        ({"by_whom": "informal"}, {"Soep", "Kookclub"}),
        ({"by_whom": "formal"}, {"Eettafel", "Kookclub"}),
        ({"free": True, "wheelchair": True, "age": 10}, {"Soep"}),
    ],
)
def test_only_what_meets_it_is_found(some, needs, wanted):
    """What is free for some is not free, what nobody knows is no yes, and a telephone has no doorstep."""
    assert names(**needs) == wanted
