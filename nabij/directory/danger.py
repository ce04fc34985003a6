"""Words by which somebody says that it is not safe: then the way to safety stands above everything else."""

import re

from nabij.directory.initiatives import OWN
from nabij.directory.spelling import folded

_DANGER = re.compile(
    r"\b(?:"
    r"(?:niet|on)\s?veilig|geweld|mishandel\w*|(?:be)?dreig\w*|gewurgd|verkracht\w*|misbruik\w*|aangerand"
    r"|sla(?:at|an)\s+(?:mij|me|mijn|haar|hem|hen|ons|de kinderen|ze)"
    r"|(?:mij|me|haar|hem|ons|kind\w*|vrouw|man)\s+sla(?:at|an)"
    r"|geslagen|steekt? me|opgesloten|eerwraak|stalk\w*|bang (?:voor|van) (?:hem|haar|mijn|m'n|zijn|de|ze)"
    r"|vrouwenopvang|huisverbod|blijf.van.mijn.lijf\w*"
    r"|zelfmoord|suicid\w*|dood (?:maken|wil)|wil (?:ik )?dood|niet meer leven"
    r"|domestic violence|abuse\w*|not safe|unsafe|hits me|beats me|şiddet|siddet|przemoc|عنف"
    r")\b"
)
# What is looked for besides somebody's own words.
WORDS = ("veilig", "geweld")
_SAFE_NAME = re.compile(r"\bveilig thuis\b")
_SAFE_CODE = re.compile(r"\b(?:veilig|veiligheid|safety|huiselijk[ _-]geweld)\b")


def in_danger(words: str) -> bool:
    """Whether a question says that somebody is not safe; the screen then shows 112 above all."""
    return bool(_DANGER.search(folded(words)))


def leads_to_safety(name: str, *, codes: tuple[str, ...], came_from: str) -> bool:
    """Whether a listing is where one goes when it is not safe; never what anybody put on the map themselves."""
    if came_from.startswith(OWN):
        return False
    return bool(_SAFE_NAME.search(folded(name))) or any(_SAFE_CODE.search(folded(code)) for code in codes)
