"""A line of an answer to the service whose name it is, when it is nothing else.

A page does not say which services there are, and no file is asked: a line is told by
its form and by the words that names of federal bodies begin with.
"""

import re

from msgspec import Struct

LONGEST_HEADING = 160

_SERVICES = (
    *("SPF", "SPP", "FOD", "POD", "FÖD"),
    *("Service public fédéral", "Services publics fédéraux", "Service public de programmation"),
    *("Services publics de programmation", "Federale overheidsdienst"),
    *("Programmatorische overheidsdienst", "Programmatorische federale overheidsdienst"),
)
_BODIES = (
    *("Régie des", "Régie du", "Regie der", "Regie van", "Régie", "Regie"),
    *("Office national", "Office central", "Office de", "Office des", "Office belge"),
    *("Rijksdienst voor", "Nationale Dienst", "Dienst voor", "Dienst Vreemdelingenzaken"),
    *("Office des étrangers", "Rijksinstituut voor", "Nationaal Instituut", "Instituut voor"),
    *("Institut national", "Institut belge", "Institut pour", "Institut royal", "Institut des"),
    *("Belgisch Instituut", "Koninklijk Instituut", "Koninklijk Belgisch Instituut"),
    *("Agence fédérale", "Agence pour", "Federaal Agentschap", "Agentschap voor"),
    *("Fonds des", "Fonds de", "Fonds du", "Fonds voor", "Banque-carrefour", "Kruispuntbank"),
    *("Caisse auxiliaire", "Hulpkas voor", "Hulpkas", "Police fédérale", "Federale politie"),
    *("Ministère de la Défense", "Ministerie van Landsverdediging", "Défense", "Landsverdediging"),
    *("La Défense", "Defensie", "Chancellerie", "Kanselarij", "Bureau fédéral", "Federaal Bureau"),
    *("Federaal Planbureau", "Sûreté de l'État", "Veiligheid van de Staat", "Centre fédéral"),
    *("Federaal Kenniscentrum", "Musées royaux", "Koninklijke Musea", "Bibliothèque royale"),
    *("Koninklijke Bibliotheek", "Archives générales", "Archives de l'État", "Rijksarchief"),
    *("Observatoire royal", "Koninklijke Sterrenwacht", "Administration générale"),
    *("Algemene administratie", "Loterie nationale", "Nationale Loterij", "Banque nationale"),
    *("Nationale Bank", "Coopération technique belge", "Belgische Technische Coöperatie"),
)
_ACRONYMS = (
    *("INAMI", "RIZIV", "ONEM", "ONEm", "RVA", "ONSS", "RSZ", "ONSSAPL", "RSZPPO", "ONP", "RVP"),
    *("ONAFTS", "RKW", "INASTI", "RSVZ", "AFSCA", "FAVV", "AFMPS", "FAGG", "AFCN", "FANC"),
    *("FAT", "FAO", "FMP", "FBZ", "ONVA", "RJV", "CAPAC", "HVW", "CAAMI", "HZIV", "BCSS", "KSZ"),
    *("OSSOM", "DOSZ", "SFP", "FPD", "SdPSP", "PDOS", "IBPT", "BIPT", "SNCB", "NMBS", "Infrabel"),
    *("bpost", "Belgacom", "Belgocontrol", "Selor", "SELOR", "Fedasil", "FEDASIL", "Fedict"),
    *("IRM", "KMI", "IRSNB", "KBIN", "IASB", "BIRA", "ISP", "WIV", "CTB", "BTC", "IGN", "NGI"),
    *("BELNET", "Belnet", "BELSPO", "FIT", "IFA", "OFO", "INCC", "NICC", "FSMA", "BNB", "NBB"),
)
"""Federal bodies that are called by letters; most other letters are no services (PME, TVA)."""


_LEADS = (
    *("En ce qui concerne", "Pour ce qui concerne", "Pour ce qui est", "Concernant", "Pour"),
    *("Quant", "S'agissant", "Au niveau", "Au sein", "Du côté", "Wat betreft", "Wat", "Voor"),
    *("Met betrekking tot", "Inzake", "Betreffende", "Aangaande", "Binnen", "Bij", "Au", "À"),
)
_ARTICLES = r"(?:(?:de\s+)?(?:les?\s+|la\s+|l['’])|du\s+|des\s+|aux?\s+|à\s+la\s+|de\s+|het\s+)"


def _one_of(words: tuple[str, ...]) -> str:
    """Words as alternatives, the longer ones first, with any apostrophe and blanks."""
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace("'", "['’]").replace("\\ ", r"\s+") for word in ordered)


_SERVICE = re.compile(
    rf"(?:(?-i:{_one_of(_SERVICES[:5])})|{_one_of(_SERVICES[5:])})\s+\S", re.IGNORECASE
)
_BODY = re.compile(rf"(?:{_one_of(_BODIES)})(?!\w)|(?-i:{_one_of(_ACRONYMS)})\s*$", re.IGNORECASE)
_LEAD = re.compile(rf"(?:{_one_of(_LEADS)})(?=[\s'’])\s*{_ARTICLES}?", re.IGNORECASE)
_MARK = re.compile(r"(?:[A-Z]|[IVX]{1,4})\s?[.)]\s+|[-–•]\s+")
_ARTICLE = re.compile(r"(?:Les?\s+|La\s+|L['’]|De\s+|Het\s+)", re.IGNORECASE)
_CLOSING = re.compile(r"\s+betreft$", re.IGNORECASE)
_VERB = re.compile(
    r"\s(?:est|sont|a|ont|dispose|disposent|utilise|utilisent|possède|communique|recourt|peut|peuvent"
    r"|doit|sera|seront|était|fait|compte|qui|que"
    r"|is|zijn|heeft|hebben|beschikt|beschikken|gebruikt|gebruiken|maakt|werkt|kan|kunnen|moet"
    r"|wordt|worden|werd|werden|zal|zullen|die|dat)\s",
    re.IGNORECASE,
)
_SENTENCE_END = (".", ";", ",", "?", "!", "…")


class Heading(Struct, frozen=True, gc=False):
    """A service's name at [start, end) of a line.

    `is_service` where the name says that it is a public service (SPF, FOD …),
    `is_led` where words lead to it (`Pour le SPF X :`), `is_closed` by a colon.
    """

    start: int
    end: int
    is_service: bool
    is_led: bool
    is_closed: bool


def read_heading(text: str) -> Heading | None:
    """The service that a line is the name of; None for any other line.

    >>> read_heading("SPF Securité Sociale") is not None
    True
    >>> read_heading("SPF Emploi : il est présent.") is None
    True
    >>> read_heading("Pour la Régie des bâtiments :")
    Heading(start=8, end=27, is_service=False, is_led=True, is_closed=True)
    """
    if len(text) > LONGEST_HEADING:
        return None
    name = text.rstrip(" :\u00a0")
    is_closed = ":" in text[len(name) :]
    if not name or name[-1].isdigit() or name.endswith(_SENTENCE_END):
        return None
    mark = _MARK.match(name)
    start = mark.end() if mark else 0
    plain = _named(name, start, is_led=False, is_closed=is_closed)
    if plain or not is_closed:
        return plain
    lead = _LEAD.match(name, start) or _ARTICLE.match(name, start)
    closing = _CLOSING.search(name)
    inner = name[: closing.start()] if closing else name
    return _named(inner, lead.end(), is_led=True, is_closed=True) if lead else None


def _named(name: str, start: int, *, is_led: bool, is_closed: bool) -> Heading | None:
    """The heading whose service's name is `name[start:]`."""
    if not name[start : start + 1].isupper() and not name.startswith("bpost", start):
        return None
    is_service = _SERVICE.match(name, start) is not None
    if not is_service and not _BODY.match(name, start):
        return None
    is_row = "|" in name or "\t" in name
    if is_row or ":" in name or ". " in name[start:] or _VERB.search(name, start):
        return None
    return Heading(start, len(name), is_service, is_led, is_closed)
