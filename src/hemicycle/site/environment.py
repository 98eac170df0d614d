"""A language to the templates that write it: its words, its dates and numbers, its addresses."""

import json
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from jinja2 import BytecodeCache, Environment, FileSystemLoader, StrictUndefined
from jinja2.bccache import Bucket
from markupsafe import Markup

from hemicycle.assets import asset
from hemicycle.site.addresses import LANGUAGES, Addresses, anchor, network_of
from hemicycle.site.words import date_words, number_words, plural, word, words_of

_ADDRESSES_KEPT = 10_000


class Compiled(BytecodeCache):
    """Templates compiled once for all languages, in memory."""

    def __init__(self) -> None:
        self._code: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill a bucket with what was compiled before."""
        code = self._code.get(bucket.key)
        if code is not None:
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what a bucket has."""
        self._code[bucket.key] = bucket.bytecode_to_string()


def environment(language: str, addresses: Addresses, compiled: Compiled) -> Environment:
    """The templates in one language; `compiled` is shared with the other languages.

    In all of them, macros too: `t` the words, `language`, `url(path, parameters)`,
    `local("questions", year=2013)` below the language, `word(table, key)` for codes; the
    filters `number`, `plural`, `form` (the word alone), `in_words` (a date), `fill`
    (words with places), `anchor` (a thing's place on a page) and `jsonld`.
    """
    made = Environment(
        loader=FileSystemLoader(asset("site/templates")),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        bytecode_cache=compiled,
    )

    plain = lru_cache(maxsize=_ADDRESSES_KEPT)(addresses.to)

    def url(path: str, parameters: Mapping[str, object] | None = None) -> str:
        return addresses.to(path, parameters) if parameters else plain(path)

    def local(path: str = "", **parameters: object) -> str:
        return url(f"/{language}/{path}", parameters)

    def named(table: str, key: str) -> str:
        return word(language, table, key) or key

    made.globals.update(
        t=words_of(language),
        language=language,
        languages=LANGUAGES,
        words_of=words_of,
        url=url,
        local=local,
        word=named,
        static_files=addresses.folders,
        network_of=network_of,
        base_url=addresses.base_url,
    )
    made.filters.update(
        number=lambda value: number_words(value, language),
        plural=lambda count, forms: plural(count, forms, language),
        form=lambda count, forms: plural(count, forms, language).partition("\N{NO-BREAK SPACE}")[2],
        in_words=lambda iso: date_words(iso, language),
        fill=_fill,
        jsonld=_jsonld,
        anchor=anchor,
    )
    return made


def _fill(text: str, **values: object) -> str | Markup:
    """Words with `{name}` in them, filled; marked-up values make marked-up text."""
    if any(hasattr(value, "__html__") for value in values.values()):
        return Markup(text).format(**values) if isinstance(text, Markup) else _marked(text, values)
    return text.format(**values)


def _marked(text: str, values: Mapping[str, object]) -> Markup:
    return Markup(Markup.escape(text)).format(**values)


def _jsonld(value: Any) -> Markup:
    """JSON that may stand in a script element, whatever its texts hold."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True)
    for sign in "<>&\u2028\u2029":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return Markup(text)
