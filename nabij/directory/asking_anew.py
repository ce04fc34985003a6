"""Whoever does what stands on the map asks for a new link themselves, by typing their mail address."""

from datetime import datetime

from django.db.models import F, TextField, Value
from django.db.models.functions import Coalesce, Lower, NullIf, Trim

from nabij.directory.asking_owners import Due, ask
from nabij.directory.correcting import stopped
from nabij.directory.owners import OwnerLetter, hash_of_address
from nabij.directory.sure_of_all import shown


def ask_anew(*, address: str, at: datetime) -> OwnerLetter | None:
    """A mail when listings on show stand with this address and it did not say that it wants none; else nothing.

    Acts as the office 'reminders'. Whoever typed the address is not told which of the two it was.
    """
    typed = address.strip().lower()
    theirs = Lower(Trim(Coalesce(NullIf(Trim("email"), Value("", output_field=TextField())), F("organization__email"))))
    rows = shown().alias(address=theirs).filter(address=typed).order_by("name", "id")
    listed = dict(rows.values_list("pk", "name"))
    if not typed or not listed or stopped(hash_of_address(typed)):
        return None
    return ask([Due(typed, listed, OwnerLetter.Why.ASKED)], at=at)[0]
