"""Files of interface words to what templates say in one language."""

import tomllib
from functools import lru_cache
from types import SimpleNamespace

from hemicycle.assets import asset
from hemicycle.errors import HemicycleError

_THIN = "\N{NARROW NO-BREAK SPACE}"
_THOUSANDS = {"fr": _THIN, "nl": ".", "en": ","}


@lru_cache(maxsize=8)
def words_of(language: str) -> SimpleNamespace:
    """The words of a language: `words_of("fr").nav.questions`; a misspelt one raises an error.

    Raises HemicycleError where the installation lacks them.
    """
    file = asset("site/words") / f"{language}.toml"
    try:
        tables = tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise HemicycleError(f"cannot be read: {error}", file=file) from error
    return SimpleNamespace(**{name: SimpleNamespace(**table) for name, table in tables.items()})


def word(language: str, table: str, key: str) -> str | None:
    """One word by its name, None where there is none: for codes that the graph may add to."""
    found = getattr(getattr(words_of(language), table), key.replace("-", "_"), None)
    return None if found is None else str(found)


def number_words(value: float, language: str) -> str:
    """A number as a language writes it.

    >>> number_words(12345, "nl"), number_words(0.5, "fr")
    ('12.345', '0,5')
    """
    sign = _THOUSANDS[language]
    whole, point, rest = f"{value:,}".partition(".")
    return whole.replace(",", sign) + ("." if language == "en" else ",") * bool(point) + rest


def plural(count: int, forms: str, language: str) -> str:
    """A count with its word, of two forms with a bar between them; French counts 0 as one.

    >>> [plural(each, "réponse|réponses", "fr").split() for each in (0, 2)]
    [['0', 'réponse'], ['2', 'réponses']]
    """
    one, _, many = forms.partition("|")
    is_one = count == 1 or (language == "fr" and count == 0)
    return f"{number_words(count, language)}\N{NO-BREAK SPACE}{one if is_one else many}"


def date_words(iso: str, language: str) -> str:
    """A day, a month or a year as a language writes it; what is none of them as it is.

    >>> date_words("2013-05-01", "fr"), date_words("2013-05-01", "en"), date_words("2013", "nl")
    ('1er mai 2013', '1 May 2013', '2013')
    >>> date_words("2007-02", "fr"), date_words("2007-13-01", "nl")
    ('février 2007', '2007-13-01')
    """
    fields = iso.split("T")[0].split("-")
    numbers = [int(field) for field in fields if field.isascii() and field.isdigit()]
    if not 2 <= len(numbers) == len(fields) <= 3 or not 1 <= numbers[1] <= 12:
        return iso
    month = f"{words_of(language).date.months[numbers[1] - 1]} {fields[0]}"
    if len(numbers) == 2:
        return month
    return f"{'1er' if language == 'fr' and numbers[2] == 1 else numbers[2]} {month}"
