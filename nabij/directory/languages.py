"""Languages by name (Dutch, English or their own) and by code, so that one question finds all ways of writing them."""

_NAMES = {
    "nl": "nederlands dutch",
    "en": "engels english",
    "tr": "turks turkish türkçe turkce",
    "ar": "arabisch arabic عربي العربية",
    "ti": "tigrinya tigrigna",
    "fa": "farsi perzisch persian dari",
    "pl": "pools polish polski",
    "fr": "frans french français francais",
    "es": "spaans spanish español espanol",
    "ru": "russisch russian русский",
    "uk": "oekraïens oekraiens ukrainian українська",
    "de": "duits german deutsch",
    "so": "somalisch somali",
    "ber": "berbers berber tamazight riffijns",
    "pap": "papiaments papiamento papiamentu",
    "pt": "portugees portuguese português",
    "it": "italiaans italian italiano",
    "ro": "roemeens romanian română",
    "bg": "bulgaars bulgarian български",
    "hu": "hongaars hungarian magyar",
    "el": "grieks greek ελληνικά",
    "zh": "chinees chinese mandarin kantonees cantonese 中文",
    "ur": "urdu",
    "hi": "hindi",
    "pa": "punjabi panjabi",
    "ps": "pasjtoe pashto",
    "ku": "koerdisch kurdish kurmanci sorani",
    "he": "hebreeuws hebrew",
    "yi": "jiddisch yiddish",
    "ht": "creole haïtiaans-creools haitian-creole",
    "id": "indonesisch indonesian",
    "vi": "vietnamees vietnamese",
    "ja": "japans japanese",
    "ko": "koreaans korean",
    "sk": "slowaaks slovak",
    "cs": "tsjechisch czech",
    "sr": "servisch serbian",
    "hr": "kroatisch croatian",
    "bs": "bosnisch bosnian",
    "sq": "albanees albanian",
    "ngt": "gebarentaal nederlandse-gebarentaal sign-language",
}

_CODES = {name.replace("-", " "): code for code, names in _NAMES.items() for name in names.split()}
_LONG = {"nld": "nl", "dut": "nl", "eng": "en", "tur": "tr", "ara": "ar", "pol": "pl", "fra": "fr", "fre": "fr"}
_LONG |= {"spa": "es", "rus": "ru", "deu": "de", "ger": "de", "por": "pt", "ita": "it", "fas": "fa", "tir": "ti"}


def code_of(said: str) -> str:
    """The code of a language by its name or code; empty when we do not know it."""
    word = said.strip().lower().replace("-", " ")
    if word in _NAMES:
        return word
    return _LONG.get(word, "") or _CODES.get(word, "")


def name_of(code: str) -> str:
    """The Dutch name of a language, or the code itself."""
    return _NAMES.get(code, code).split()[0].replace("-", " ")
