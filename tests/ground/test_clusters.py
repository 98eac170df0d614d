"""Clusters hold what relations tie, batches hold whole clusters, whatever the order."""

from hypothesis import given
from hypothesis import strategies as st

from hemicycle.clusters import Tied, batches, clusters

questions = st.integers(1, 12).map(lambda number: f"question/5-{number}")
others = st.lists(
    questions | st.integers(1, 4).map(lambda number: f"oral-question/5-{number}"), max_size=3
)
pages = st.lists(st.tuples(questions, others), max_size=12).map(
    lambda rows: [
        Tied(key=f"{number:016x}", question=question, others=tuple(named))
        for number, (question, named) in enumerate(rows)
    ]
)


@given(pages)
def test_every_page_stands_in_one_cluster(given_pages: list[Tied]) -> None:
    found = [page for cluster in clusters(given_pages) for page in cluster]
    assert sorted(found, key=lambda page: page.key) == given_pages


@given(pages)
def test_two_pages_share_a_cluster_when_a_chain_of_names_ties_them(
    given_pages: list[Tied],
) -> None:
    found = clusters(given_pages)
    names = [
        {name for page in cluster for name in (page.question, *page.others)} for cluster in found
    ]
    for number, mine in enumerate(names):
        assert all(mine.isdisjoint(other) for other in names[number + 1 :])
    for cluster in found:
        assert _reached(cluster) == set(cluster)


def _reached(cluster: tuple[Tied, ...]) -> set[Tied]:
    """The pages that the first one leads to, a step at a time."""
    reached = {cluster[0]}
    while True:
        names = {name for page in reached for name in (page.question, *page.others)}
        wider = {page for page in cluster if not names.isdisjoint((page.question, *page.others))}
        if wider <= reached:
            return reached
        reached |= wider


@given(pages, st.randoms())
def test_the_order_of_pages_makes_no_difference(given_pages: list[Tied], chance: object) -> None:
    shuffled = sorted(given_pages, key=lambda page: hash((page.key, str(chance))))
    assert clusters(shuffled) == clusters(given_pages)


@given(pages, st.integers(1, 5))
def test_batches_hold_whole_clusters_in_their_order(given_pages: list[Tied], size: int) -> None:
    found = clusters(given_pages)
    batched = list(batches(found, size))
    assert [cluster for batch in batched for cluster in batch] == found
    for batch in batched:
        assert sum(map(len, batch[:-1])) < size
