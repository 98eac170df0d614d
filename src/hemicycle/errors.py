"""HemicycleError, the root of all that can go wrong, and what kinds there are.

HemicycleError
├─ FetchError        a round of asking cannot begin, or cannot go on
│  ├─ BrokenError      no whole answer came this time
│  └─ RefusedError     an answer that is never taken
├─ EndpointError     a store elsewhere cannot be reached, refuses, or answers what is no answer
│  └─ BrokenOffError   no whole answer this time
├─ ReadError         a file or folder could not be read
├─ ParseError        a page is none of the forms the Senate publishes
├─ AuthorityError    an authority file does not say what linking needs
├─ QueryError        a query is unknown or does not parse
├─ ShapeError        a shapes graph cannot be used
├─ ExportError       a format is unknown, or its file cannot be written
└─ BuildError        a build was not done; what stood there before still stands
"""

from pathlib import Path


class HemicycleError(Exception):
    """Something the user can act on: which file, which line, what to do.

    >>> str(ReadError("is empty", file="5-8906.txt", remedy="fetch the page again"))
    '5-8906.txt: is empty; fetch the page again'
    >>> str(ParseError("no form of the Senate's", file="a.html", line=3))
    "a.html, line 3: no form of the Senate's"
    """

    def __init__(
        self,
        problem: str,
        *,
        file: str | Path | None = None,
        line: int | None = None,
        remedy: str | None = None,
    ) -> None:
        self.problem = problem
        self.file = None if file is None else str(file)
        self.line = line
        self.remedy = remedy
        super().__init__(problem)

    def __str__(self) -> str:
        place = self.file or ""
        if self.line is not None:
            place += f"{', ' if place else ''}line {self.line}"
        text = f"{place}: {self.problem}" if place else self.problem
        return f"{text}; {self.remedy}" if self.remedy else text


class FetchError(HemicycleError):
    """A round of asking cannot begin, or cannot go on; what was kept stays."""


class BrokenError(FetchError):
    """No whole answer came this time; the same address may be tried again."""


class RefusedError(FetchError):
    """The answer is one that is never taken: too large, led elsewhere, undecodable."""


class EndpointError(HemicycleError):
    """A SPARQL store cannot be reached, refuses, or answers what is no answer.

    `file` is the address, without query and without anything secret.
    """


class BrokenOffError(EndpointError):
    """No whole answer came this time; the same request may be sent again."""


class ReadError(HemicycleError):
    """A file or folder could not be read."""


class ParseError(HemicycleError):
    """A page is none of the forms the Senate publishes."""


class AuthorityError(HemicycleError):
    """An authority file does not say what linking needs."""


class QueryError(HemicycleError):
    """A query is unknown or does not parse."""


class ShapeError(HemicycleError):
    """A shapes graph cannot be used."""


class ExportError(HemicycleError):
    """A format is unknown, or its file cannot be written."""


class BuildError(HemicycleError):
    """A build was not done; what stood there before still stands."""
