"""One answer of tests/linking to what a careful reader notes in it, and to what the linker notes.

An answer stands in a file of its own: its text by language, and the notes. The linker sees
it as the Senate prints it: the answer is put into a page, which is read, parsed and linked.
"""

import tomllib
import unicodedata
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from hemicycle.link import Authority, link
from hemicycle.links import Account, Linked, Mention
from hemicycle.parse import parse
from hemicycle.read import read_bytes

Notes = dict[str, set[str]]
"""What is noted, one line a fact, by the kind of fact."""

GOLD = Path(__file__).parent.parent / "tests" / "linking"
SETS = ("development", "held-out", "held-out-2", "held-out-3")
KINDS = (
    "accounts",
    "named",
    "services",
    "owners",
    "statements",
    "sections",
    "languages",
    "stances",
)
MONTHS = {
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "nl": "januari februari maart april mei juni juli augustus september oktober november december",
}
WEB = {
    "fr": """Question écrite n° 5-1
de Jean Dupont (PS) du {asked}
au vice-premier ministre
Médias sociaux
Chronologie
{digits}Envoi question
{digits}Réponse
Question n° 5-1 du {asked} : (Question posée en français)
{question}
Réponse reçue le {on} :
{answer}""",
    "nl": """Schriftelijke vraag nr. 5-1
van Jean Dupont (PS) d.d. {asked}
aan de vice-eersteminister
Sociale media
Chronologie
{digits}Verzending vraag
{digits}Antwoord
Vraag nr. 5-1 d.d. {asked} : (Vraag gesteld in het Nederlands)
{question}
Antwoord ontvangen op {on} :
{answer}""",
}
BOTH = """SÉNAT DE BELGIQUE BELGISCHE SENAAT
________________
Session 2012-2013 Zitting 2012-2013
________________
{fr_on} {nl_on}
________________
Question écrite n° 5-1 Schriftelijke vraag nr. 5-1
de Jean Dupont (PS)
van Jean Dupont (PS)
au vice-premier ministre
aan de vice-eersteminister
________________
Médias sociaux Sociale media
________________
________ ________
{digits}Envoi question
{digits}Réponse
{digits}Verzending vraag
{digits}Antwoord
________ ________
Question n° 5-1 du {fr_on} : (Question posée en français) Vraag nr. 5-1 d.d. {nl_on} : (Vraag gesteld in het Frans)
Les services de votre département utilisent-ils ces réseaux ?
Gebruiken de diensten van uw departement deze netwerken?
Réponse reçue le {fr_on} : Antwoord ontvangen op {nl_on} :
{fr}
{nl}"""  # noqa: E501  the line is as the Senate prints it
ASKED = {
    "fr": "Les services de votre département utilisent-ils ces réseaux ?",
    "nl": "Gebruiken de diensten van uw departement deze netwerken?",
}


def written(day: date, language: str) -> str:
    """A day as the Senate writes it."""
    return f"{day.day} {MONTHS[language].split()[day.month - 1]} {day.year}"


def page_of(gold: Mapping[str, Any]) -> str:
    """The page an answer stands in: a web page, or a bilingual one to print."""
    on, answer = gold["on"], gold["answer"]
    digits = f"{on.day}/{on.month}/{on.year}"
    if len(answer) > 1:
        page = BOTH.format(
            digits=digits, fr_on=written(on, "fr"), nl_on=written(on, "nl"), **answer
        )
    else:
        ((language, text),) = answer.items()
        day = written(on, language)
        page = WEB[language].format(
            digits=digits,
            asked=day,
            on=day,
            question=gold.get("question", ASKED[language]),
            answer=text,
        )
    return page.replace("\n", "\n\n")


def folded(platform: str, handle: str) -> str:
    """A handle without what no platform, or not this one, tells accounts apart by.

    >>> folded("facebook", "SPF.Finances")
    'spffinances'
    """
    plain = unicodedata.normalize("NFC", unquote(handle)).casefold()
    plain = plain.removeprefix({"google-plus": "+", "rss": "www."}.get(platform, "@"))
    return plain.replace(".", "") if platform == "facebook" else plain


def key(platform: str, kind: str, handle: str | None, name: str | None) -> str:
    """One account, as both sides write it down."""
    if handle is not None:
        return f"{platform} {kind} {folded(platform, handle)}"
    return f"{platform} {kind} «{(name or '').casefold()}»"


def noted_by_reader(gold: Mapping[str, Any]) -> Notes:
    """What the file says that is to be noted."""
    notes: Notes = {kind: set() for kind in KINDS}
    for account in gold.get("accounts", []):
        handle = account.get("handle")
        said = key(account["platform"], account["kind"], handle, account.get("name"))
        notes["accounts" if handle is not None else "named"].add(said)
        if owner := account.get("owner"):
            notes["owners"].add(f"{said} held by {owner}")
        if service := account.get("spokesperson_of"):
            notes["owners"].add(f"{said} of a spokesperson of {service}")
        notes["languages"] |= {f"{said} in {tag}" for tag in account.get("languages", [])}
        notes["stances"].add(f"{said} {account.get('stance', 'claimed')}")
    notes["services"] = set(gold.get("services", []))
    notes["statements"] = set(gold.get("statements", []))
    notes["sections"] = in_order(gold.get("sections", []))
    return notes


def noted_by_linker(gold: Mapping[str, Any], authority: Authority) -> Notes:
    """What the linker notes in the page of an answer."""
    page = read_bytes(page_of(gold).encode("utf-8"), file="answer.txt")
    linked = link(parse(page), page.text, authority)
    notes: Notes = {kind: set() for kind in KINDS}
    accounts = {account.path: account for account in linked.accounts}
    for mention in linked.mentions:
        if mention.kind == "account":
            note_account(notes, accounts[mention.body], mention)
        elif mention.kind in ("service", "service-heading"):
            notes["services"].add(mention.body.removeprefix("service/"))
    notes["statements"] = {
        f"{said.stance} {said.platform} {(said.service or '-').removeprefix('service/')}"
        for said in linked.statements
    }
    notes["sections"] = in_order(section_services(linked))
    return notes


def note_account(notes: Notes, account: Account, mention: Mention) -> None:
    """Add what one mention says of its account."""
    said = key(account.platform, account.kind, account.handle, account.name)
    notes["accounts" if account.handle is not None else "named"].add(said)
    if owner := mention.attribution:
        role = "held by" if owner.role == "holder" else "of a spokesperson of"
        notes["owners"].add(f"{said} {role} {owner.service.removeprefix('service/')}")
    notes["languages"] |= {f"{said} in {tag}" for tag in mention.languages}
    notes["stances"].add(f"{said} {mention.stance}")


def section_services(linked: Linked) -> list[str]:
    """The services of an answer's sections, in their order, where it has several."""
    answers = linked.record.answers
    paths = sorted(linked.section_services)
    if not answers or len(answers[0].sections) < 2:  # one section speaks for whom it names
        return []
    return [linked.section_services[path].removeprefix("service/") for path in paths]


def in_order(services: Iterable[str]) -> set[str]:
    """Services as facts that keep their order.

    >>> sorted(in_order(["onem", "onss"]))
    ['1 onem', '2 onss']
    """
    return {f"{place} {service}" for place, service in enumerate(services, start=1)}


def read_gold(path: Path) -> dict[str, Any]:
    """The text and the notes of one file."""
    with path.open("rb") as file:
        return tomllib.load(file)
