"""A family's seed to the words of its question and of its answers, in one language.

The same seed draws the same sentences and figures in French and in Dutch.
"""

from msgspec import Struct

from corpus import account_sentences as on_accounts
from corpus import answer_sentences as told
from corpus import more_answer_sentences as more
from corpus import question_sentences as asked
from corpus.blocks import DASH, LETTER, NUMBER, Block
from corpus.offices import Service
from corpus.slots import Slots, pool

ASPECTS = (
    *(told.FIGURES, told.SPREAD, told.MEASURES, told.RULES, told.BUDGET, told.TOGETHER),
    *(more.INFORMED, more.STAFF, more.RESULTS),
)
"""The sentences that answer each of question_sentences.ASKED, in its order."""

INFORMED_AT = 6
_SUB_QUESTIONS = 0.25
_HAS_LIST = 0.15
_HAS_ACCOUNTS = 0.1  # of answers on how citizens are informed, half of all: rare, as on real pages
_DENIES = 0.25


class Told(Struct, frozen=True, gc=False):
    """One section of an answer: its heading, if it has one, and its paragraphs."""

    heading: str | None
    blocks: tuple[Block, ...]


def question_blocks(
    slots: Slots, aspects: tuple[int, ...], style: str, is_transversal: bool
) -> list[Block]:
    """The paragraphs of a question: what it is about, then what it asks, numbered."""
    rng = slots.rng
    blocks = [Block(slots.paragraph(asked.CONTEXT, 3, 6)) for _ in range(rng.randint(2, 3))]
    if is_transversal:
        blocks.append(Block(slots.sentence(asked.TRANSVERSAL)))
    blocks.append(Block(slots.sentence(asked.LEADS)))
    questions = pool(asked.ASKED, slots.language)
    for number, aspect in enumerate(aspects, 1):
        text = slots.fill(questions[aspect])
        blocks.append(Block(text, f"{number}{style}", (number,), NUMBER))
        if rng.random() < _SUB_QUESTIONS:
            count = 2 + int(rng.random() * 3)
            lines = pool(asked.SUB_ASKED, slots.language)[:count]
            blocks += [Block(line, f"{'abcd'[at]})", (), LETTER) for at, line in enumerate(lines)]
    if rng.random() < 0.3:
        blocks.append(Block(slots.sentence(asked.CLOSINGS)))
    return blocks


def short_blocks(slots: Slots) -> list[Block]:
    """The paragraphs of a short question without numbers."""
    rng = slots.rng
    blocks = [Block(slots.paragraph(asked.CONTEXT, 3, 6)) for _ in range(rng.randint(1, 3))]
    return [*blocks, *(Block(slots.sentence(asked.SHORT)) for _ in range(rng.randint(1, 2)))]


def answer_sections(
    slots: Slots, aspects: tuple[int, ...], style: str, services: tuple[Service, ...]
) -> list[Told]:
    """The sections of an answer, one a service; only the first may stand without heading."""
    sections = []
    has_first_heading = slots.rng.random() < 0.5 and len(services) > 1
    for at, service in enumerate(services):
        slots.name_service(service)
        blocks = _opening(slots, at, has_first_heading)
        blocks += _told(slots, aspects, style)
        blocks.append(Block(slots.sentence(more.ENDS)))
        heading = service.name.get(slots.language) if at or has_first_heading else None
        sections.append(Told(heading, tuple(blocks)))
    return sections


def refusal(slots: Slots) -> list[Told]:
    """The answer of a minister who is not competent."""
    return [Told(None, tuple(Block(text) for text in pool(more.NOT_COMPETENT, slots.language)))]


def _opening(slots: Slots, at: int, has_heading: bool) -> list[Block]:
    if at or has_heading or slots.rng.random() < 0.4:
        return []
    return [Block(slots.sentence(more.OPENINGS))]


def _told(slots: Slots, aspects: tuple[int, ...], style: str) -> list[Block]:
    """One numbered answer for each aspect; the first two now and then in one."""
    blocks: list[Block] = []
    number = 1
    joins = len(aspects) > 2 and slots.rng.random() < 0.1
    for aspect in aspects[1:] if joins else aspects:
        numbers = (1, 2) if joins and number == 1 else (number,)
        label = (" et " if slots.language == "fr" else " en ").join(map(str, numbers)) + style
        blocks.append(Block(slots.paragraph(ASPECTS[aspect], 4, 7), label, numbers, NUMBER))
        blocks += _further(slots, aspect)
        number = numbers[-1] + 1
    return blocks


def _further(slots: Slots, aspect: int) -> list[Block]:
    """What follows a part's first paragraph: more of it, accounts, a list."""
    rng = slots.rng
    if aspect == INFORMED_AT and rng.random() < _HAS_ACCOUNTS:
        return _accounts(slots)
    blocks = [Block(slots.paragraph(ASPECTS[aspect], 3, 6)) for _ in range(rng.randint(1, 2))]
    if rng.random() < _HAS_LIST:
        lines = pool(more.LISTED, slots.language)
        blocks += [Block(slots.fill(line), "-", (), DASH) for line in lines]
    return blocks


def _accounts(slots: Slots) -> list[Block]:
    """Accounts on platforms, listed or told; or that there are none."""
    rng = slots.rng
    if rng.random() < _DENIES:
        return [Block(slots.sentence(on_accounts.DENIED))]
    if rng.random() < 0.5:
        return [Block(slots.paragraph(on_accounts.TOLD, 2, 4))]
    lines = pool(on_accounts.LISTED_ACCOUNTS, slots.language)
    first = rng.randint(0, 2)
    listed = [Block(slots.fill(line)) for line in lines[first : first + rng.randint(2, 4)]]
    return [Block(slots.sentence(on_accounts.PRESENT)), *listed]
