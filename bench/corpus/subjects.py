"""What a family of questions is about: title, keywords and the things it asks."""

from random import Random

from msgspec import Struct

from corpus.bodies import ASPECTS, INFORMED_AT
from corpus.pairs import Pair
from corpus.title_words import common_keywords, endings, run_together_keywords
from corpus.topics import Topic, topics

_ACCOUNTS_ASKED = 0.3


class Subject(Struct, frozen=True):
    """What all questions of a family share but for asker and day."""

    topic: Pair
    title: Pair
    keywords: tuple[Pair, ...]
    aspects: tuple[int, ...]
    style: str


def draw_subject(rng: Random, is_requalified: bool) -> Subject:
    """A subject; questions made of another kind have a title without segments."""
    topic = rng.choice(topics())
    title = topic.name if is_requalified else _title(rng, topic)
    keywords = (*topic.keywords, *rng.sample(common_keywords(), rng.randint(1, 4)))
    aspects = rng.sample(range(len(ASPECTS)), rng.randint(3, 7))
    if rng.random() < _ACCOUNTS_ASKED and INFORMED_AT not in aspects:
        aspects[0] = INFORMED_AT
    style = rng.choice("))).°")
    return Subject(topic.name, title, keywords, tuple(sorted(aspects)), style)


def _title(rng: Random, topic: Topic) -> Pair:
    segments = [*topic.segments, *rng.sample(endings(), rng.randint(0, 3))]
    return Pair(
        " - ".join(segment.fr for segment in segments),
        " - ".join(segment.nl for segment in segments),
    )


def draw_run_together(rng: Random) -> tuple[Pair, ...]:
    """Keywords for a page that loses the borders between them."""
    return tuple(rng.sample(run_together_keywords(), rng.randint(2, 4)))
