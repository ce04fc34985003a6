"""The one line: how Nabij reads "@Riet naar de markt, mist haar zus #eenzaam !vrijdag Ineke bellen".

Pure: text, names and a day in; a reading out, of which only what is set or tapped is ever kept.
"""

from nabij.moments.oneline.reader import LONGEST_LINE, TooLong, read
from nabij.moments.oneline.reading import (
    ComeBack,
    Known,
    Mention,
    Offer,
    Problem,
    Reading,
    Span,
    Theme,
    Whose,
    for_others,
    for_search,
)

__all__ = [
    "LONGEST_LINE",
    "ComeBack",
    "Known",
    "Mention",
    "Offer",
    "Problem",
    "Reading",
    "Span",
    "Theme",
    "TooLong",
    "Whose",
    "for_others",
    "for_search",
    "read",
]
