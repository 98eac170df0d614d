"""Addresses, hosts, robots.txt and waits: the rules, apart from any run."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hemicycle.fetch import (
    LANGUAGES,
    LAYOUTS,
    SENATE,
    FetchError,
    Language,
    Layout,
    Manners,
    RefusedError,
    addresses,
    check_manners,
    read_numbers,
    read_origin,
    read_question,
)
from hemicycle.fetch.origin import check_target
from hemicycle.fetch.robots import Robots, Rule, read_robots

numbers = st.builds("{}-{}".format, st.integers(1, 99), st.integers(1, 999_999))
layouts: st.SearchStrategy[Layout] = st.sampled_from(sorted(LAYOUTS))


@given(st.sets(numbers, min_size=1, max_size=9), layouts)
def test_each_page_has_its_own_address_and_file(questions: set[str], layout: Layout) -> None:
    found = [one for q in questions for one in addresses(q, LANGUAGES, layout, SENATE)]
    assert len({one.url for one in found}) == len({one.stem for one in found}) == len(found)
    assert {one.question for one in found} == questions


@pytest.mark.parametrize("text", ["", "5", "5-", "5-0", "05-1", "5-1-2", "5-1234567", "٥-1", "x"])
def test_what_is_no_number_of_a_question(text: str) -> None:
    with pytest.raises(FetchError, match="is no number of a question; write"):
        read_question(text)


@pytest.mark.parametrize("text", ["", "8918-8900", "1-", "-1", "1,,2", "0", "a", "1-9999999"])
def test_what_are_no_numbers(text: str) -> None:
    with pytest.raises(FetchError, match="are no numbers of questions; write"):
        read_numbers(5, text)


@pytest.mark.parametrize(
    "text",
    ["", "https://", "ftp://x.be", "https://x.be/www", "https://me@x.be", "x.be:99999", "http://["],
)
def test_what_is_no_host(text: str) -> None:
    with pytest.raises(FetchError, match="is no host; write"):
        read_origin(text)


@pytest.mark.parametrize(
    ("home", "target", "is_good"),
    [
        (SENATE, "https://senate.be/x", True),
        (SENATE, "https://WWW.SENAAT.BE/x", True),
        (SENATE, "https://www.senate.be:443/x", True),
        (SENATE, "http://www.senate.be/x", False),
        (SENATE, "https://www.senate.be:8443/x", False),
        (SENATE, "https://www.senate.be.example.org/x", False),
        (SENATE, "https://example.org/www.senate.be", False),
        (SENATE, "javascript:alert(1)", False),
        ("http://www.senate.be", "https://www.senate.be/x", True),
        ("http://localhost:8000", "http://localhost:8001/", False),
        ("http://localhost:8000", "http://127.0.0.1:8000/", False),
        ("https://mirror.example.org", "https://www.senate.be/", False),
    ],
)
def test_whom_an_address_may_lead_to(home: str, target: str, is_good: bool) -> None:
    if is_good:
        check_target(target, read_origin(home))
        return
    with pytest.raises(RefusedError, match="leads to"):
        check_target(target, read_origin(home))


@pytest.mark.parametrize("delay", [0.0, 0.99, -1.0, float("nan")])
def test_no_host_but_this_machine_is_hurried(delay: float) -> None:
    with pytest.raises(FetchError, match=r"is too short for www\.senate\.be"):
        check_manners(Manners(delay=delay), read_origin(SENATE))
    if delay >= 0:
        check_manners(Manners(delay=delay), read_origin("localhost:8000"))


@pytest.mark.parametrize("contact", ["a\r\nX: b", "Zoë", "a (b)", "a\0"])
def test_a_contact_that_no_header_can_hold(contact: str) -> None:
    with pytest.raises(FetchError, match="cannot stand in a header"):
        check_manners(Manners(contact=contact), read_origin(SENATE))


PAGE = "/www/?MIval=Vragen/SVPrint&LEG=5&NR=8910&LANG=fr"


@pytest.mark.parametrize(
    ("text", "is_allowed"),
    [
        ("", True),
        ("nonsense", True),
        ("Disallow: /", True),
        ("User-agent: *\nDisallow:", True),
        ("User-agent: *\nDisallow: /", False),
        ("\ufeffUser-agent: *\r\nDisallow: / # all\r\n", False),
        ("User-agent: *\nDisallow: /\n\nUser-agent: Hemicycle/9\nDisallow: /private", True),
        ("User-agent: a\nUser-agent: HEMICYCLE\nDisallow: /www\n\nUser-agent: *\nAllow: /", False),
        ("User-agent: hemicycle\nAllow: /\n\nUser-agent: hemicycle\nDisallow: /www/", False),
        ("User-agent: *\nDisallow: /www/\nAllow: /www/?MIval=Vragen/SV", True),
        ("User-agent: *\nDisallow: /www/\nAllow: /www/", True),
        ("User-agent: *\nDisallow: /*LANG=fr$", False),
        ("User-agent: *\nDisallow: /*LANG=f$", True),
        ("User-agent: *\nDisallow: /*Vragen%2FSVPrint", False),
        ("User-agent: *\nDisallow: /WWW/", True),
        ("User-agent: *\nSitemap: /x\nCrawl-delay: 2\nDisallow: /www", False),
    ],
)
def test_what_robots_let_us_ask(text: str, is_allowed: bool) -> None:
    assert read_robots(text.encode(), "Hemicycle").allows(PAGE) is is_allowed


@given(st.text("ab*$"), st.text("ab$", max_size=8))
def test_patterns_match_as_rfc_9309_says(pattern: str, path: str) -> None:
    ends = pattern.endswith("$")
    pieces = [re.escape(piece) for piece in pattern.removesuffix("$").split("*")]
    expected = re.compile(".*".join(pieces) + (r"\Z" if ends else ""), re.DOTALL)
    matches = not Robots((Rule(False, pattern),)).allows(path)
    assert matches is (expected.match(path) is not None)


@given(st.binary(max_size=300))
def test_any_robots_are_read(data: bytes) -> None:
    read_robots(data, "Hemicycle").allows(PAGE)


def test_hostile_robots_are_read_at_once() -> None:
    pattern = "/" + "*a" * 50_000 + "$"
    robots = read_robots(f"User-agent: *\nDisallow: {pattern}\n".encode(), "Hemicycle")
    assert robots.allows("/" + "a" * 20_000)


def test_the_documentation_has_every_layout() -> None:
    written: list[Language] = list(LANGUAGES)
    text = (Path(__file__).parent.parent.parent / "docs" / "fetching.md").read_text()
    for layout in LAYOUTS:
        [address, *_] = addresses("5-8910", written, layout, "")
        assert f"| `{layout}` | `{address.url}`" in text
