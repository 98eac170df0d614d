"""A sound sheet to one that has a fault, where chance plants one."""

from datetime import timedelta
from random import Random

from msgspec.structs import replace

from corpus.family import Happening, Tie
from corpus.faults import STRAY_LINES, UNKNOWN_EVENTS, UNKNOWN_RELATIONS, happens
from corpus.sheets import Sheet

_WITH_CHRONOLOGY = ("web", "unilingual-print", "bilingual-print", "table")
_WITH_HEAD = ("web", "unilingual-print", "bilingual-print")


def plant(rng: Random, sheet: Sheet, is_second_copy: bool) -> Sheet:
    """The sheet with what faults.RATES plant on such a page; its `faults` name them."""
    if is_second_copy and happens(rng, "contradicting-dates"):
        sheet = _ask_later(sheet)
    if sheet.layout == "bulletin":
        return _named(sheet, "no-header") if happens(rng, "no-header") else sheet
    if sheet.language == "nl" == sheet.languages[0] and happens(rng, "damaged-accents"):
        sheet = _named(sheet, "damaged-accents")
    if sheet.layout in _WITH_CHRONOLOGY:
        sheet = _plant_labels(rng, sheet)
    if sheet.layout in _WITH_HEAD and happens(rng, "unread-line"):
        sheet = replace(_named(sheet, "unread-line"), stray=STRAY_LINES[sheet.language])
    return sheet


def _named(sheet: Sheet, kind: str) -> Sheet:
    return replace(sheet, faults=(*sheet.faults, kind))


def _ask_later(sheet: Sheet) -> Sheet:
    """The page says that the question was asked, and sent, a day later than its other page."""
    day = sheet.asked_on + timedelta(days=1)
    sent = [Happening(event.kind, day) for event in sheet.happenings[:1]]
    happenings = (*sent, *sheet.happenings[1:])
    return replace(_named(sheet, "contradicting-dates"), asked_on=day, happenings=happenings)


def _plant_labels(rng: Random, sheet: Sheet) -> Sheet:
    also = [tie for tie in sheet.ties if tie.kind == "also-asked"]
    if also and happens(rng, "one-sided-also-asked"):
        dropped = rng.choice(also)
        ties = tuple(tie for tie in sheet.ties if tie != dropped)
        sheet = replace(_named(sheet, "one-sided-also-asked"), ties=ties)
    if happens(rng, "unknown-event-label"):
        shown_in = "nl" if sheet.layout == "bilingual-print" else sheet.language
        day = sheet.happenings[-1].on + timedelta(days=3)
        event = Happening("unknown", day, UNKNOWN_EVENTS[shown_in])
        sheet = replace(_named(sheet, "unknown-event-label"), happenings=(*sheet.happenings, event))
    if happens(rng, "unknown-relation-label"):
        label = UNKNOWN_RELATIONS[sheet.language]
        target = f"{sheet.member.legislature}-{rng.randint(1, 900)}"
        tie = Tie("unknown", "written-question", target, label)
        sheet = replace(_named(sheet, "unknown-relation-label"), ties=(*sheet.ties, tie))
    return sheet
