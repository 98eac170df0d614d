"""Invented senators, and the name of their party on a day."""

from datetime import date
from random import Random

from msgspec import Struct

_FIRST = {
    "nl": "Annelies:f Bram:m Elke:f Dirk:m Greet:f Filip:m Ilse:f Joris:m Katrien:f Lode:m",
    "fr": "Aurélie:f Benoît:m Chloé:f Damien:m Élise:f François:m Ghislaine:f Hervé:m Joëlle:f",
}
_LAST = {
    "nl": "Aertsbeek|Van den Hoeck|Claessens|De Wintere|D'haenens|de Brouckel|Van dermolen|"
    "Goossaert|Verlinde|Wouterloot|Van Rijckel|Peetersen|Moerdijck",
    "fr": "Lambrechin|Delvigne|Dubuissart|Van Goidsart|Noiret|D'Harmont|Collignard|Mathieux|"
    "de Sélis|Herbigny|Servaisin|Wauthoz",
}


class Change(Struct, frozen=True):
    """A party's name from a day on."""

    since: date
    name: str


_ALWAYS = date(1995, 1, 1)
_PARTIES = {
    "nl": (
        (Change(_ALWAYS, "VLD"), Change(date(2007, 2, 11), "Open Vld")),
        (Change(_ALWAYS, "CVP"), Change(date(2001, 9, 29), "CD&V")),
        (Change(_ALWAYS, "Volksunie"), Change(date(2001, 10, 13), "N-VA")),
        (
            Change(_ALWAYS, "SP"),
            Change(date(2001, 8, 25), "sp.a"),
            Change(date(2021, 3, 21), "Vooruit"),
        ),
        (
            Change(_ALWAYS, "Agalev"),
            Change(date(2003, 11, 15), "Groen!"),
            Change(date(2012, 1, 13), "Groen"),
        ),
        (Change(_ALWAYS, "Vlaams Blok"), Change(date(2004, 11, 14), "Vlaams Belang")),
    ),
    "fr": (
        (Change(_ALWAYS, "PRL"), Change(date(2002, 3, 24), "MR")),
        (Change(_ALWAYS, "PS"),),
        (
            Change(_ALWAYS, "PSC"),
            Change(date(2002, 5, 18), "cdH"),
            Change(date(2022, 3, 17), "Les Engagés"),
        ),
        (Change(_ALWAYS, "Ecolo"),),
    ),
}


class Senator(Struct, frozen=True):
    """Someone who asks; `sex` is f or m, `party` the one of the day of asking."""

    first: str
    last: str
    sex: str
    party: str

    @property
    def name(self) -> str:
        """First name and surname."""
        return f"{self.first} {self.last}"

    def in_bulletin(self, language: str) -> str:
        """`Mme Delvigne`, `de heer Claessens`."""
        form = {"frf": "Mme", "frm": "M.", "nlf": "mevrouw", "nlm": "de heer"}
        return f"{form[language + self.sex]} {self.last}"


def draw_senator(rng: Random, language: str, day: date) -> Senator:
    """A senator of the language group; the same surname always has the same party."""
    first, _, sex = rng.choice(_FIRST[language].split()).partition(":")
    names = _LAST[language].split("|")
    at = rng.randrange(len(names))
    parties = _PARTIES[language]
    party = [change.name for change in parties[at % len(parties)] if change.since <= day][-1]
    return Senator(first, names[at], sex, party)
