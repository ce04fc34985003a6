"""By which words somebody is found by name: small letters, without accents, each word of the name apart."""

from django.contrib.postgres.fields import ArrayField
from django.db.models import Func, TextField, Value
from django.db.models.functions import Lower

ACCENTED, PLAIN = "áàäâãåéèëêíìïîóòöôõúùüûçñ", "aaaaaaeeeeiiiiooooouuuucn"
NO_LETTERS = "[^[:alpha:]]+"


def words_of_name(column: str) -> str:
    """In SQL, as the index on people has it; said otherwise, the index would not be used."""
    return f"regexp_split_to_array(translate(lower({column}), '{ACCENTED}', '{PLAIN}'), '{NO_LETTERS}')"


class WordsOfName(Func):
    """The same, for the index."""

    function = "regexp_split_to_array"
    output_field = ArrayField(TextField())

    def __init__(self, column: str) -> None:
        plain = Func(Lower(column), Value(ACCENTED), Value(PLAIN), function="translate")
        super().__init__(plain, Value(NO_LETTERS))
