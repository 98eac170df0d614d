"""Lines of N-Triples to how often each property and each class stands in them."""

from collections import Counter
from collections.abc import Iterable

_TYPE = b"<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
_CLASS = b"a "


def count_lines(lines: Iterable[bytes], counts: Counter[bytes]) -> None:
    r"""Add to the counts: a property by its IRI in angle brackets, a class by that behind `a `.

    >>> counts = Counter()
    >>> count_lines([b"<s> %b <C> .\n" % _TYPE, b'<s> <p> "o" .\n'], counts)
    >>> sorted(counts.items())[-1]
    (b'a <C>', 1)
    """
    for line in lines:
        _, predicate, rest = line.split(b" ", 2)
        counts[predicate] += 1
        if predicate == _TYPE:
            counts[_CLASS + rest.split(b" ", 1)[0]] += 1
