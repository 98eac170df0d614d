"""Networks of a large archive: of some questions they are what a scan of the whole store gives."""

from pathlib import Path

import pytest

from hemicycle.networks import PROJECTIONS, build_network, read_selection
from hemicycle.opened import open_build
from hemicycle.site import Site, graph_networks
from hemicycle.site.graph_choice import read_choice
from hemicycle.site.graph_networks import Networks
from hemicycle.site.near_questions import near_questions

GRAPHS = Path(__file__).parents[2] / "graphs"
EVERY = read_selection(["legislature=5"])


@pytest.fixture(scope="module")
def site() -> Site:
    return Site.open(open_build(GRAPHS))


@pytest.fixture
def large(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if the archive were large."""
    monkeypatch.setattr(graph_networks, "SMALL", 0)


@pytest.mark.usefixtures("large")
@pytest.mark.parametrize("name", PROJECTIONS)
def test_looking_up_finds_what_scanning_finds(site: Site, name: str) -> None:
    choice = read_choice([("projection", name), ("where", "legislature=5")])
    found = Networks(site.data).find(choice)
    build = site.data.build
    assert found.network == build_network(build.store, build.mint, name, selection=EVERY)
    assert (found.questions, found.all_questions) == (19, 19)


def _numbers(site: Site, things: tuple[str, ...], *where: str) -> list[str]:
    found = near_questions(site.data, things, read_selection(where)).questions
    return [iri.rpartition("/")[2] for iri in found]


def test_a_thing_has_the_questions_it_is_tied_to(site: Site) -> None:
    both = ["5-8906", "5-8910"]
    assert _numbers(site, ("person/martine-taelman",)) == both
    assert _numbers(site, ("concept/5116",)) == both
    assert _numbers(site, ("post/minister-van-werk",)) == ["5-8910"]
    assert _numbers(site, ("service/spf-securite-sociale",)) == ["5-8906"]
    assert _numbers(site, ("account/twitter-profile-santebelgique",)) == ["5-8906"]
    assert len(_numbers(site, ("family/5-8900",))) == 19
    assert len(_numbers(site, ("question/5-8906",))) == 19
    assert _numbers(site, ("family/5-8900",), "status=answered") == both


def test_the_latest_stand_for_all(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    assert _numbers(site, ()) == ["5-8906", "5-8910"]  # those of known day
    assert near_questions(site.data, (), read_selection(())).all == 19
    years = read_selection((), since="2014-01-01", until="2014-12-31")
    assert near_questions(site.data, (), years).questions == ()


@pytest.mark.usefixtures("large")
def test_a_page_does_not_wait_for_a_large_network(site: Site) -> None:
    site = Site.open(site.data.build)
    page = site.page("/en/graph", {"projection": "full"})
    assert page is not None
    assert 'data-list="/en/graph?projection=full&amp;list=1"' in page.html
    assert 'id="list"' in page.html and "martine-taelman" not in page.html
    whole = site.page("/en/graph", {"projection": "full", "list": "1"})
    assert whole is not None
    assert "martine-taelman" in whole.html
    assert "The picture is made of 2 questions, the latest of 19\xa0questions." in whole.html


@pytest.mark.usefixtures("large")
def test_what_counts_is_made_of_all_questions_where_somebody_asks_for_it(site: Site) -> None:
    networks = Networks(Site.open(site.data.build).data)
    part, whole = read_choice([]), read_choice([("all", "1")])
    assert (networks.find(part).questions, networks.find(part).all_questions) == (2, 19)
    assert networks.is_slow(whole)
    assert (networks.find(whole).questions, networks.find(whole).all_questions) == (19, 19)
    assert not networks.is_slow(whole)
    page = site.page("/en/graph", {"list": "1"})
    assert page is not None
    assert 'href="/en/graph?all=1"' in page.html


@pytest.mark.usefixtures("large")
@pytest.mark.parametrize("thing", ["person/nobody", "no thing", "question/0-0", "account/x"])
def test_around_nothing_there_is_something_to_see(site: Site, thing: str) -> None:
    page = site.page("/en/graph", {"projection": "full", "around": thing, "list": "1"})
    assert page is not None
