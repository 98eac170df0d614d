"""A seed to an endless row of pages: families are planned, their questions laid out."""

from collections.abc import Iterator, Sequence
from itertools import count
from random import Random

from msgspec import Struct

from corpus.days import LEGISLATURES
from corpus.family import Family, Member
from corpus.faults import MISSING, MOSTLY_MISSING, SECOND_COPY
from corpus.html_pages import html_page
from corpus.other_pages import bulletin, pipe_table
from corpus.planning import plan_family
from corpus.planting import plant
from corpus.sheets import FamilyWords, Sheet, draw_sheet
from corpus.text_pages import bilingual_print, table, unilingual_print, web_page

TEXT_LAYOUTS = {
    "web": web_page,
    "unilingual-print": unilingual_print,
    "bilingual-print": bilingual_print,
    "table": table,
    "pipe-table": pipe_table,
    "bulletin": bulletin,
}
HTML_LAYOUTS = ("web", "unilingual-print", "bilingual-print", "bulletin")
_WEIGHTS = {"web": 48, "unilingual-print": 15, "bilingual-print": 28, "table": 6}
_RUN_TOGETHER = 0.05
_FIRST_WITHOUT_BULLETIN = 4
_HOSTS = (
    "https://www.senate.be/www/?MIval=/",
    "https://senate.be/www/?MIval=",
    "http://www.senate.be/www/?MIval=/",
    "https://www.senaat.be/www/?MIval=",
)
_SCRIPTS = {
    "web": "SchriftelijkeVraag",
    "table": "SchriftelijkeVraag",
    "unilingual-print": "SVPrint",
    "bilingual-print": "SVPrintNLFR",
    "pipe-table": "SVPrintNLFR",
}
_FAMILY_BITS = 48


class Printed(Struct, frozen=True):
    """One page: its sheet, the name and the bytes of its file, its address."""

    sheet: Sheet
    file: str
    data: bytes
    url: str


def sheets(seed: int, layouts: Sequence[str]) -> Iterator[Sheet]:
    """The sheets of family after family, without end; `layouts` are those to be used."""
    legislatures = [
        number
        for number in LEGISLATURES
        if (
            "bulletin" in layouts if number < _FIRST_WITHOUT_BULLETIN else {*layouts} - {"bulletin"}
        )
    ]
    weights = [LEGISLATURES[number].weight for number in legislatures]
    serials = dict.fromkeys(legislatures, 1)
    for at in count():
        rng = Random(seed << _FAMILY_BITS | at)
        legislature = rng.choices(legislatures, weights)[0]
        can_run = legislature >= _FIRST_WITHOUT_BULLETIN and _runs_together(rng, layouts)
        family = plan_family(rng, legislature, serials[legislature], can_run)
        serials[legislature] += len(family.members)
        yield from _family_sheets(rng, family, layouts, can_run)


def _runs_together(rng: Random, layouts: Sequence[str]) -> bool:
    if "pipe-table" not in layouts:
        return False
    return rng.random() < _RUN_TOGETHER or not {*layouts} - {"pipe-table", "bulletin"}


def _family_sheets(
    rng: Random, family: Family, layouts: Sequence[str], can_run: bool
) -> Iterator[Sheet]:
    words = FamilyWords(family)
    for member in _present(rng, family):
        own = _layouts_for(member, family, layouts, can_run)
        if not own:
            continue
        layout = rng.choices(own, [_WEIGHTS.get(name, 1) for name in own])[0]
        sheet = draw_sheet(rng, family, member, layout, words)
        yield plant(rng, sheet, is_second_copy=False)
        others = [name for name in own if name != layout]
        if others and rng.random() < SECOND_COPY:
            copy = draw_sheet(rng, family, member, rng.choice(others), words)
            yield plant(rng, copy, is_second_copy=True)


def _present(rng: Random, family: Family) -> list[Member]:
    """The questions that have a page; of some families one or two alone."""
    members = list(family.members)
    if len(members) > 2 and rng.random() < MOSTLY_MISSING:
        return rng.sample(members, rng.randint(1, 2))
    if len(members) == 1:
        return members
    return [member for member in members if rng.random() >= MISSING]


def _layouts_for(
    member: Member, family: Family, layouts: Sequence[str], can_run: bool
) -> list[str]:
    """The layouts a question may have: a pipe table has neither chronology nor relations."""
    if family.legislature < _FIRST_WITHOUT_BULLETIN:
        return ["bulletin"]
    if can_run and len(family.members) == 1 and not member.ties:
        return ["pipe-table"]
    return [name for name in layouts if name in _WEIGHTS]


def print_page(sheet: Sheet, as_html: bool) -> Printed:
    """The file of a sheet: text in UTF-8, or HTML in UTF-8 or Windows-1252."""
    url = _address(sheet)
    if not as_html:
        text = TEXT_LAYOUTS[sheet.layout](sheet)
        return Printed(sheet, f"{sheet.stem}.txt", text.encode(), url)
    is_old = sheet.bits & 1 and not sheet.is_damaged
    charset = "windows-1252" if is_old else "utf-8"
    return Printed(sheet, f"{sheet.stem}.html", html_page(sheet, charset).encode(charset), url)


def _address(sheet: Sheet) -> str:
    host = _HOSTS[sheet.bits % len(_HOSTS)]
    member = sheet.member
    if sheet.layout == "bulletin":
        page = 16_000_000 + member.legislature * 1_000_000 + member.serial
        return f"{host}publications/viewPubDoc&TID={page}&LANG={sheet.language}"
    script = _SCRIPTS[sheet.layout]
    place = f"LEG={member.legislature}&NR={member.serial}"
    return f"{host}Vragen/{script}&{place}&LANG={sheet.language}"
