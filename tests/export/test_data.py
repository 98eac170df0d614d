"""The data the exports are tested with: every mention stands where it says."""

from pathlib import Path

from pyoxigraph import Quad

from hemicycle.mint import Mint
from hemicycle.namespaces import HC

HERE = Path(__file__).parent


def test_every_mention_stands_where_it_says(quads: frozenset[Quad]) -> None:
    values: dict[str, dict[str, str]] = {}
    for quad in quads:
        term = str(quad.predicate)[1:-1].removeprefix(str(HC._NS))
        if term in ("source", "start", "end", "exact"):
            values.setdefault(str(quad.subject), {})[term] = getattr(quad.object, "value", "")
    mentions = {subject: found for subject, found in values.items() if "/mention/" in subject}
    wrong = {}
    for subject, found in mentions.items():
        key = str(Mint().path(found["source"])).removeprefix("text/")
        text = (HERE / "texts" / f"{key}.txt").read_text("utf-8")
        words = text[int(found["start"]) : int(found["end"])]
        if words != found["exact"]:
            wrong[subject] = (words, found["exact"])
    assert mentions
    assert wrong == {}
