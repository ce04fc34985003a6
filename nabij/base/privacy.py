"""How private a field is, said on the model itself. A shape test refuses a field about which nothing is said.

privacy = Privacy(keep=Keep.STORY, plain="id at", personal="name", sensitive="line", since="at")
"""

from dataclasses import dataclass
from enum import StrEnum


class Keep(StrEnum):
    """How long a row stays. The register of processing and the retention job read it."""

    FOREVER = "as long as the installation"
    LISTING = "as long as its listing stands in the social map"
    PERSON = "as long as the person is known here"
    ACCOUNT = "as long as the account"
    STORY = "as long as the story's purpose says"
    LOG = "five years from writing"
    YEAR = "one year after it ended"
    MONTHS = "six months after the last moment"
    SHORT = "thirty days"

    @property
    def term(self) -> str:
        """The same as an interval of PostgreSQL; empty when it hangs on something else than time alone."""
        return TERMS.get(self, "")


# An account that nobody used for two years, and whose person is in no circle, is no account any more.
TERMS = {
    Keep.ACCOUNT: "24 months",
    Keep.LOG: "5 years",
    Keep.YEAR: "1 year",
    Keep.MONTHS: "6 months",
    Keep.SHORT: "30 days",
}


@dataclass(frozen=True)
class Privacy:
    """The class of every field of a model; each argument lists field names, separated by spaces.

    plain: says nothing about anybody. personal: about a person. sensitive: health, money, quarrel, faith, what was
    confided. since: the field from which its term counts, where it has one of its own.
    """

    keep: Keep
    plain: str = "id"
    personal: str = ""
    sensitive: str = ""
    since: str = ""

    def declared(self) -> list[str]:
        return f"{self.plain} {self.personal} {self.sensitive}".split()

    def class_of(self, field: str) -> str:
        for name in ("sensitive", "personal", "plain"):
            if field in getattr(self, name).split():
                return name
        raise KeyError(field)
