"""A file of definitions/ to a table: what its rows are, and where each column's values stand."""

from pathlib import Path as File
from typing import Literal

import msgspec
from msgspec import Struct

from hemicycle.assets import asset
from hemicycle.errors import ExportError

DEFINITIONS = "tables/definitions"

ORDER = (
    "questions",
    "answers",
    "sections",
    "sub-answers",
    "events",
    "families",
    "accounts",
    "services",
)
"""The tables as they are listed: the whole before its parts."""

Kind = Literal["text", "reference", "iri", "integer", "date", "boolean"]
"""What a column's values are; a reference is the last segment of an IRI of ours."""


class Words(Struct, frozen=True, forbid_unknown_fields=True):
    """The same in the three languages of the data's readers."""

    en: str
    fr: str
    nl: str


class Column(Struct, frozen=True, forbid_unknown_fields=True):
    """One column: how its values are reached, and what they are.

    `path` is one path or several whose values stand together; `several` says that
    more than one value is nothing odd; `refers_to` is `table.column`, the key that
    every value is one of.
    """

    name: str
    path: str | tuple[str, ...]
    title: Words
    kind: Kind = "text"
    several: bool = False
    refers_to: str | None = None

    @property
    def paths(self) -> tuple[str, ...]:
        """The paths, one or several."""
        return (self.path,) if isinstance(self.path, str) else self.path

    @property
    def is_typed(self) -> bool:
        """Whether a cell holds one value of its kind, or none: no text says two days at once."""
        return not self.several and self.kind not in ("text", "reference")


class Table(Struct, frozen=True, forbid_unknown_fields=True):
    """One table: a row for each thing of a class, of which every path in `where` finds something.

    The first column, not declared, is `iri`. Where a column takes one value alone
    the last one, not declared either, is `disagreements`: what it had to leave out.
    """

    name: str
    rows: str
    title: Words
    description: Words
    columns: tuple[Column, ...]
    where: tuple[str, ...] = ()

    @property
    def all_columns(self) -> tuple[Column, ...]:
        """The columns, declared or not, in the order of a row's cells."""
        typed = any(column.is_typed for column in self.columns)
        return (_IRI, *self.columns, *((_DISAGREEMENTS,) if typed else ()))

    @property
    def header(self) -> tuple[str, ...]:
        """The names of all columns."""
        return tuple(column.name for column in self.all_columns)


_IRI = Column("iri", (), Words("IRI", "IRI", "IRI"), "iri")
_DISAGREEMENTS = Column(
    "disagreements",
    (),
    Words(
        "What a column cannot hold: its name, and all that pages say",
        "Ce qu'une colonne ne peut contenir : son nom, et tout ce que disent les pages",
        "Wat een kolom niet kan bevatten: haar naam, en alles wat de pagina's zeggen",
    ),
    several=True,
)


def load_tables() -> tuple[Table, ...]:
    """Every table, in order; raises ExportError where a declaration is wrong."""
    return tuple(load_table(asset(DEFINITIONS) / f"{name}.toml") for name in ORDER)


def find_table(name: str) -> Table:
    """The table of this name; raises ExportError where there is none."""
    if name not in ORDER:
        raise ExportError(f"no table is called {name!r}", remedy=f"there is {', '.join(ORDER)}")
    return load_table(asset(DEFINITIONS) / f"{name}.toml")


def load_table(file: File) -> Table:
    """The table that a file declares; raises ExportError where it is no declaration."""
    try:
        return msgspec.toml.decode(file.read_bytes(), type=Table)
    except (OSError, UnicodeDecodeError, msgspec.MsgspecError) as error:
        raise ExportError(f"declares no table: {error}", file=file) from error
