"""The explorer's addresses: what they give, what they refuse."""

import httpx
import pytest


def test_the_way_to_the_explorer_is_in_the_language_of_the_client(client: httpx.Client) -> None:
    found = client.get("/graph", headers={"Accept-Language": "nl"})
    assert (found.status_code, found.headers["location"]) == (302, "/nl/graph")


def test_page_data_and_file_are_of_the_same_network(client: httpx.Client) -> None:
    parameters = {"projection": "full", "around": "question/5-8910", "lang": "fr"}
    page = client.get("/fr/graph", params=parameters)
    data = client.get("/graph/data", params=parameters)
    gexf = client.get("/graph/data.gexf", params=parameters)
    assert [one.status_code for one in (page, data, gexf)] == [200, 200, 200]
    assert page.headers["content-type"] == "text/html; charset=utf-8"
    assert gexf.headers["content-disposition"] == 'attachment; filename="full.gexf"'
    keys = {node["key"] for node in data.json()["graph"]["nodes"]}
    assert "question/5-8910" in keys
    base = 'node id="https://w3id.org/hemicycle/id/'
    assert {part.partition('"')[0] for part in gexf.text.split(base)[1:]} == keys


def test_an_answer_has_a_tag_and_is_the_same_again(client: httpx.Client) -> None:
    first = client.get("/graph/data?projection=minister-minister")
    again = client.get("/graph/data?projection=minister-minister")
    assert first.content == again.content
    tag = {"If-None-Match": first.headers["etag"]}
    assert client.get("/graph/data?projection=minister-minister", headers=tag).status_code == 304


@pytest.mark.parametrize(
    "asked",
    [
        "projection=nope",
        "lang=de",
        "steps=0",
        "from=now",
        "where=colour=red",
        "where=party=no-such-party",
        "&".join(f"around={number}" for number in range(121)),
    ],
)
@pytest.mark.parametrize("path", ["/graph/data", "/graph/data.gexf"])
def test_what_has_no_meaning_is_refused(client: httpx.Client, path: str, asked: str) -> None:
    found = client.get(f"{path}?{asked}")
    assert found.status_code == 400
    assert found.text.strip()


def test_an_unknown_thing_has_no_neighbourhood(client: httpx.Client) -> None:
    found = client.get("/graph/data", params={"around": "person/<script>"}).json()
    assert found["graph"]["nodes"] == []
