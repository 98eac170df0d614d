"""What a change touches, found without tying the whole archive together anew."""

from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hemicycle.clusters import Tied
from hemicycle.page import Source
from hemicycle.pipeline import touched
from hemicycle.pipeline.archive import Archive, members, tied_clusters
from hemicycle.pipeline.graph import Own
from hemicycle.pipeline.kept import Before
from hemicycle.pipeline.ledger import Ledger
from hemicycle.pipeline.pages import DonePage
from hemicycle.pipeline.touched import Place, onward_from
from hemicycle.shards import Stretch
from hemicycle.validate.compiled import Checked

Pages = Mapping[int, tuple[int, list[int], int]]
"""By a number that makes its key: a page's question, those its relations name, its version."""

numbers = st.integers(1, 9)
page = st.tuples(numbers, st.lists(numbers, max_size=2), st.integers(0, 1))
pages = st.dictionaries(st.integers(0, 20), page, min_size=1, max_size=20)


@pytest.fixture(autouse=True, scope="module")
def always() -> Iterator[None]:
    """However much is touched, go on from the last build."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(touched, "MOST", 99.0)
        yield


def archive_of(read: Pages) -> Archive:
    found: dict[str, tuple[DonePage, ...]] = {}
    for number, (question, others, version) in read.items():
        key = f"{number:02}"
        where = Stretch(f"shard-{question}-{others}-{version}", 100 * number, 100)
        source = Source(file=key, url=None, retrieved_at=None, sha256=key, encoding="utf-8")
        named = tuple(f"question/5-{other}" for other in others)
        tied = Tied(key=key, question=f"question/5-{question}", others=named)
        found[key] = (DonePage(tied=tied, source=source, record=where, linked=where),)
    return Archive(pages=found, older={})


def before_of(archive: Archive) -> Before:
    keys = tuple(tuple(page.key for page in ties) for ties in tied_clusters(archive))
    own = Own(Checked((), (), {}), Counter(), Ledger())
    return Before(Path("out"), archive, keys, (), own, {}, "")


@given(pages, pages)
def test_the_clusters_that_change_are_those_that_differ_when_all_are_tied(
    read_before: Pages, read_now: Pages
) -> None:
    before, now = before_of(archive_of(read_before)), archive_of(read_now)
    old = [members(ties, before.archive) for ties in tied_clusters(before.archive)]
    ties = tied_clusters(now)
    new = [members(cluster, now) for cluster in ties]
    onward = onward_from(before, now)
    assert onward is not None
    assert onward.places == tuple(
        Place(tuple(page.key for page in cluster), old.index(one) if one in old else None)
        for cluster, one in zip(ties, new, strict=True)
    )
    assert onward.gone == tuple(one for one in old if one not in new)
    assert onward.new == tuple(one for one in new if one not in old)
