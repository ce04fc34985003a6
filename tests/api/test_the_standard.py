"""Every answer of the open data fits HSDS 3.0 as it was published, with unknown fields forbidden."""

import json

import pytest

from tests.api.standard import LISTS, Standard
from tests.directory.conftest import LISTINGS

EVERY = 25  # Of a large map one in so many is read whole.


def every_answer_fits(ask, standard, *, step=1, page=100):
    assert ask("")["version"] == "3.0"
    for many, table in LISTS.items():
        first = ask(many, per_page=page)
        assert standard.faults_of_page(many, first) == []
        last = ask(many, per_page=page, page=max(first["total_pages"], 1))
        assert standard.faults_of_page(many, last) == []
        assert last["total_items"] == first["total_items"] == page * max(first["total_pages"] - 1, 0) + last["size"]
        for thing in (first["contents"] + last["contents"])[::step]:
            whole = ask(f"{many}/{thing['id']}")
            assert whole["id"] == thing["id"]
            assert standard.faults(table, whole) == []
    for many in ("services", "organizations", "service_at_locations"):
        assert standard.faults_of_page(many, ask(many, full="true", per_page=40), full=True) == []
    with_services = ask("organizations", full_service="true", per_page=10)
    assert standard.faults_of_page("organizations", with_services, full=True) == []
    offering = next(
        one["organization_id"] for one in ask("services", per_page=500)["contents"] if "organization" in one
    )
    assert ask(f"organizations/{offering}", full_service="true")["services"]
    minimal = ask("services", minimal="true")
    assert standard.faults_of_page("services", minimal) == []
    assert minimal["size"] == minimal["total_items"] > 0


def test_the_example_neighbourhood_fits(ask, standard, bring):
    bring(LISTINGS)
    every_answer_fits(ask, standard)


@pytest.mark.large
def test_the_map_of_miami_fits(ask, standard, bring, reference):
    bring(reference / "data" / "hsds-miami211")
    every_answer_fits(ask, standard, step=EVERY)


@pytest.mark.parametrize("name", ["hsds-spec-3", "hsds-oruk-mocks"])
def test_maps_with_everything_in_them_fit(name, ask, standard, bring, reference):
    bring(reference / "data" / name)
    every_answer_fits(ask, standard)


def test_an_empty_map_fits(ask, standard):
    for many in LISTS:
        page = ask(many)
        assert standard.faults_of_page(many, page) == []
        assert (page["total_items"], page["total_pages"], page["empty"], page["last_page"]) == (0, 0, True, True)


def test_the_check_itself_sees_a_typing_error(standard: Standard, reference):
    told = json.loads((reference / "standards" / "hsds-3.0" / "examples" / "service_full.json").read_text())
    assert standard.faults("service", told) == []
    assert standard.faults("service", told | {"nmae": "x"})
    assert standard.faults("service", told | {"status": "open"})
    assert standard.faults("service", told | {"url": "geen adres"})
    told["phones"][0]["nummer"] = "1"
    assert standard.faults("service", told)
