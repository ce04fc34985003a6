"""How quick "Hoe goed klopt de kaart?" is over 50,000 services: `python -m bench.howtrue [--services 5000] [--anew]`.

The map of `bench.opendata` with subjects, places in a hundred neighbourhoods and words about half of the listings. The
page as a visitor asks it: counted on the spot, and as the night kept it.
"""

import statistics
import sys
import time
from collections.abc import Iterator
from datetime import timedelta
from importlib import import_module
from typing import Any

import structlog

from bench.opendata import mapped
from bench.pages import tell

DATABASE = "nabij_how_true"
TIMES, AREAS, SUBJECTS = 20, 100, 40
ADDRESS = "/kaart/hoe-waar/"


def main() -> None:
    mapped(__doc__, database=DATABASE, note="how-true", more=place)
    table(measure())


def place() -> None:
    """Where each is, what it is about, and what was said of it: of every second, from yesterday to three years ago."""
    begun = time.monotonic()
    models, acting = import_module("nabij.directory.models"), import_module("nabij.trust.acting")
    with acting.acting_as(acting.office("beheer"), seconds=3600):
        services = list(models.Service.objects.order_by("id"))
        list(areas())
        subjects = [models.TaxonomyTerm(name=f"Onderwerp {n}", code=f"o{n}") for n in range(SUBJECTS)]
        for rows in (subjects, *around(models, services, subjects)):
            type(rows[0]).objects.bulk_create(rows, batch_size=1000)
    tell("places, subjects and words", begun)


def areas() -> Iterator[Any]:
    there = import_module("nabij.people.models").Neighbourhood.objects
    for n in range(AREAS):
        spot = {"latitude": 52.4 + n // 10 / 50, "longitude": 4.8 + n % 10 / 50}
        yield there.create(code=f"BU0439{n:04}", name=f"Buurt {n}", kind="buurt", **spot)


def around(models: Any, services: list[Any], subjects: list[Any]) -> Iterator[list[Any]]:
    now = import_module("django.utils.timezone").now()
    spots = [(52.4 + n % 97 / 530, 4.8 + n % 89 / 480) for n in range(len(services))]
    places = [models.Location(name=f"Plek {n}", latitude=lat, longitude=lon) for n, (lat, lon) in enumerate(spots)]
    yield places
    both = list(enumerate(zip(services, places, strict=True)))
    yield [models.ServiceAtLocation(service=service, location=place) for _n, (service, place) in both]
    about = {"link_entity": "service", "link_type": "category"}
    yield [
        models.Attribute(**about, link_id=service.pk, taxonomy_term=subjects[n % SUBJECTS]) for n, (service, _) in both
    ]
    yield [
        models.Confirmation(
            service=service,
            found="unreached" if n % 14 == 0 else "right",
            said_by="visitor" if n % 6 == 0 else "owner",
            at=now - timedelta(days=1 + n % 1100),
        )
        for n, (service, _) in both[::2]
    ]


def measure() -> dict[str, tuple[list[float], int]]:
    """{way: (milliseconds, queries)}; the count of the night itself by its seconds on the error output."""
    import_module("nabij.web.limits").LIMITS = ()  # What is measured is one answer, not how often one may ask.
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger("warning"))
    acting, how_true = import_module("nabij.trust.acting"), import_module("nabij.directory.how_true")
    with acting.acting_as(acting.office("beheer")):
        import_module("nabij.directory.models").MapCount.objects.all().delete()
    measured = {"counted on the spot": asked()}
    begun = time.monotonic()
    with acting.acting_as(acting.office("beheer")):
        how_true.count_anew(at=import_module("django.utils.timezone").now())
    tell("counted and kept", begun)
    return measured | {"as the night kept it": asked()}


def asked() -> tuple[list[float], int]:
    asking, client = import_module("bench.asking"), import_module("django.test").Client()
    return [asking.milliseconds(client, ADDRESS) for _ in range(TIMES + 1)][1:], asking.queries(client, ADDRESS)


def table(measured: dict[str, tuple[list[float], int]]) -> None:
    """Markdown: median and 95th percentile in milliseconds, and queries."""
    sys.stdout.write("| how | median | p95 | queries |\n|---|---|---|---|\n")
    for how, (took, queries) in measured.items():
        high = statistics.quantiles(took, n=20)[-1]
        sys.stdout.write(f"| {how} | {statistics.median(took):.0f} ms | {high:.0f} ms | {queries} |\n")


if __name__ == "__main__":
    main()
