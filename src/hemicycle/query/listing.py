"""Named queries to the page that lists them: docs/queries.md."""

from collections.abc import Iterable, Iterator

from hemicycle.query.named import NamedQuery, Parameter

HEAD = """# Named queries

`hemicycle query NAME --store DIR` asks one of these; `--bind parameter=value` gives a parameter,
`--format` chooses the form of the rows. Each is a file of `src/hemicycle/queries/`; titles and
descriptions are there in French and Dutch too. An IRI is given in full, as a CURIE or as a path
below the base: `question/5-8906`.
Where a query stops at a number of rows and reaches it, the command says so beside the rows.

This page is written by `python -m hemicycle.query.listing > docs/queries.md`.
"""


def queries_page(queries: Iterable[NamedQuery]) -> str:
    """The page in Markdown, one section a query, in the order they come."""
    return "\n".join([HEAD, *(line for query in queries for line in _section(query))])


def _section(query: NamedQuery) -> Iterator[str]:
    yield f"## {query.name}\n"
    yield f"{query.title['en']}. {query.description['en']}\n"
    for parameter in query.parameters:
        yield f"- `{parameter.name}` ({parameter.kind}): {_described(parameter)}"
    if query.parameters:
        yield ""


def _described(parameter: Parameter) -> str:
    if parameter.default is None:
        return f"{parameter.description}; must be given"
    if parameter.default == "":
        return parameter.description
    return f"{parameter.description}; `{parameter.default}` unless given"


if __name__ == "__main__":
    import sys

    from hemicycle.query.named import named_queries

    sys.stdout.write(queries_page(named_queries()))
