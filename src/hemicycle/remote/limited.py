"""A SELECT to the same with a limit: a store elsewhere sends no more rows than are wanted."""

from hemicycle.remote.lexer import Token, tokens


def with_limit(query: str, most: int) -> str:
    """A SELECT that parses, giving so many rows at most; its own limit stays where it is lower.

    >>> with_limit("SELECT * { ?a ?b ?c } LIMIT 9", 5)
    'SELECT * { ?a ?b ?c } LIMIT 5'
    >>> with_limit("SELECT * { ?a ?b ?c } VALUES ?a { 1 }", 5)
    'SELECT * { ?a ?b ?c } LIMIT 5 VALUES ?a { 1 }'
    """
    found = list(tokens(query))
    solid = [at for at, token in enumerate(found) if not token.is_blank]
    place, is_limit = _place(found, solid)
    if is_limit:
        found[place] = Token("word", str(min(int(found[place].text), most)))
    elif place < len(found):
        found.insert(place, Token("word", f"LIMIT {most} "))
    else:
        found.append(Token("word", f"\nLIMIT {most}"))  # behind a comment that may end the query
    return "".join(token.text for token in found)


def _place(found: list[Token], solid: list[int]) -> tuple[int, bool]:
    """Where the query's own limit stands; where it has none, where one may."""
    depth = 0
    for number, at in enumerate(solid):
        token = found[at]
        if token.text in ("{", "("):
            depth += 1
        elif token.text in ("}", ")"):
            depth -= 1
        elif depth == 0 and token.word == "LIMIT":
            return solid[number + 1], True
        elif depth == 0 and token.word == "VALUES":
            return at, False
    return len(found), False
