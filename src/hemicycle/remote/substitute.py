"""A query and values for its parameters to a query with the values in it.

The local store takes values beside a query; the protocol has no place for them. So they go
into the text as VALUES, as the library writes terms: at the head of every SELECT that names
the variable, as do all around it, and of every group within that reads it; and in the place
of UNDEF where a query says `VALUES ?name { UNDEF }`. That is what the local store does.
"""

from collections.abc import Container, Iterator, Mapping, Sequence

from msgspec import Struct

from hemicycle.errors import QueryError
from hemicycle.remote.lexer import Token, tokens
from hemicycle.remote.sparql_text import Term, term_text

_HEADS = ("SELECT", "ASK", "DESCRIBE", "CONSTRUCT")


class _Group(Struct):
    """A group that is open: the values it may be told, where, and what it was told already.

    One that is a whole SELECT, or no group of a query at all, has no place.
    """

    visible: frozenset[str]
    place: int | None
    told: dict[str, str]


class _Head(Struct):
    """What is known of a query's head until its group opens."""

    names: set[str]
    is_all: bool
    has_template: bool
    depth: int = 0


def substituted(text: str, values: Mapping[str, Term | Sequence[Term]]) -> str:
    """The text of a query that parses, with a value, or several, for some of its variables.

    Raises QueryError for `CONSTRUCT WHERE`, whose group can hold no values.

    >>> from pyoxigraph import Literal
    >>> substituted("SELECT ?x WHERE { ?y ?z ?x }", {"x": Literal("a")})
    'SELECT ?x WHERE { VALUES ?x { "a" } ?y ?z ?x }'
    """
    writer = _Writer({name: _text(found) for name, found in values.items()})
    for token in _without_open(list(tokens(text)), values):
        writer.take(token)
    return "".join(writer.out)


def _without_open(found: list[Token], values: Container[str]) -> Iterator[Token]:
    """The tokens without `VALUES ?name { UNDEF }` of a name that has no value.

    It says nothing, and Virtuoso 7.2 fails over it in some queries (error SR586).
    """
    solid = [at for at, token in enumerate(found) if not token.is_blank]
    left_out: set[int] = set()
    for at in range(len(solid) - 4):
        clause = [found[place] for place in solid[at : at + 5]]
        words = [token.word or token.text for token in clause]
        if [words[0], *words[2:]] == ["VALUES", "{", "UNDEF", "}"] and words[1][1:] not in values:
            left_out.update(solid[at : at + 5])
    return (token for at, token in enumerate(found) if at not in left_out)


def _text(found: Term | Sequence[Term]) -> str:
    return term_text(found) if isinstance(found, Term) else " ".join(map(term_text, found))


class _Writer:
    """Copies tokens, and writes values where they belong."""

    def __init__(self, values: Mapping[str, str]) -> None:
        self.out: list[str] = []
        self._values = values
        self._groups = [_Group(frozenset(values), None, {})]
        self._head: _Head | None = None
        self._last: list[Token] = []

    def take(self, token: Token) -> None:
        """Copy one token; what it opens, closes or names is remembered."""
        self.out.append(self._replaced(token))
        if token.is_blank:
            return
        if token.word in _HEADS:
            self._begin(token.word)
        elif self._head is not None and not self._opens(token):
            self._name(token, self._head)
        elif token.text == "{":
            self._open()
        elif token.text == "}":
            self._groups.pop()
        elif token.kind == "variable":
            self._tell(token.text[1:])
        self._last = [*self._last[-2:], token]

    def _replaced(self, token: Token) -> str:
        if token.word == "UNDEF" and len(self._last) == 3:
            values, variable, brace = self._last
            name = variable.text[1:]
            if values.word == "VALUES" and brace.text == "{" and name in self._values:
                self._say(self._groups[-2], name, "")
                return self._values[name]
        return token.text

    def _begin(self, word: str) -> None:
        self._groups[-1].place = None
        self._head = _Head(set(), word != "SELECT", word == "CONSTRUCT")

    def _opens(self, token: Token) -> bool:
        head = self._head
        return token.text == "{" and head is not None and not (head.depth or head.has_template)

    def _name(self, token: Token, head: _Head) -> None:
        """One token of a head: a variable it names, an expression's bracket, `*`."""
        if token.kind == "variable" and head.depth == 0:
            head.names.add(token.text[1:])
        elif token.text == "*" and head.depth == 0:
            head.is_all = True
        elif token.text in ("(", "{"):
            head.depth += 1
        elif token.text in (")", "}"):
            head.depth -= 1
            head.has_template = head.has_template and head.depth > 0
        elif token.word == "WHERE" and head.has_template:
            raise QueryError(
                "a query of the form CONSTRUCT WHERE takes no values",
                remedy="write CONSTRUCT { … } WHERE { … }",
            )

    def _tell(self, name: str) -> None:
        """Say a value at the head of the group that is open, once, if it may know it."""
        group = self._groups[-1]
        if name in group.visible and name not in group.told:
            self._say(group, name, f" VALUES ?{name} {{ {self._values[name]} }}")

    def _say(self, group: _Group, name: str, clause: str) -> None:
        if group.place is not None:
            group.told[name] = clause
            self.out[group.place] = "".join(group.told.values())

    def _open(self) -> None:
        """A group opens; that of a SELECT is told all values that it names."""
        head, inside = self._head, self._groups[-1].visible
        self._head = None
        if head is not None and not head.is_all:
            inside &= head.names
        self._groups.append(_Group(inside, len(self.out), {}))
        self.out.append("")
        if head is not None:
            for name in sorted(inside):
                self._tell(name)
