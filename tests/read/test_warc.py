"""WARC and WET files: pages of questions are taken, the rest is counted, damage is named."""

import gzip
import io
import time
import zlib
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from hemicycle.errors import ReadError
from hemicycle.page import Page
from hemicycle.read import (
    Listed,
    Passed,
    Spool,
    list_paths,
    passed_lines,
    read_bytes,
    read_listed,
    read_paths,
)

Make = Callable[..., bytes]
URL = "https://www.senate.be/www/?MIval=Vragen/SVPrint&LEG=5&NR=8910&LANG=fr"
OTHER = "https://www.example.org/"
GIVEN_UP = "is damaged in 100 places; the rest is not read; fetch it again"
PAGE = b"<p>Question \xe9crite n\xb0 5-8910</p>"


def each_packed(records: list[bytes]) -> bytes:
    return b"".join(gzip.compress(record, mtime=0) for record in records)


def packed_whole(records: list[bytes]) -> bytes:
    return gzip.compress(b"".join(records), mtime=0)


def packed_in_blocks(records: list[bytes]) -> bytes:
    """Members of 100 bytes each, wherever records begin."""
    data = b"".join(records)
    return b"".join(gzip.compress(data[at : at + 100]) for at in range(0, len(data), 100))


PACKERS: dict[str, Callable[[list[bytes]], bytes]] = {
    "plain": b"".join,
    "each": each_packed,
    "whole": packed_whole,
    "blocks": packed_in_blocks,
}


def read(data: bytes, tmp_path: Path) -> list[Page | ReadError]:
    path = tmp_path / "a.warc.gz"
    path.write_bytes(data)
    return list(read_paths([path]))


def outcomes(data: bytes, tmp_path: Path) -> list[str]:
    return [page.text if isinstance(page, Page) else str(page) for page in read(data, tmp_path)]


def passed(data: bytes, tmp_path: Path, name: str = "a.warc.gz") -> list[str]:
    path = tmp_path / name
    path.write_bytes(data)
    with Spool(tmp_path) as spool:
        return passed_lines(one for one in list_paths([path], spool) if isinstance(one, Passed))


@pytest.mark.parametrize("packer", PACKERS)
def test_page_has_address_and_time_of_its_record(
    packer: str, warc_record: Make, response: Make, tmp_path: Path
) -> None:
    info = warc_record("warcinfo", "", b"software: x\r\n")
    other = warc_record("response", OTHER, response(b"x" * 200))
    page = warc_record("response", URL, response(PAGE))
    (found,) = read(PACKERS[packer]([info, other, page, other]), tmp_path)
    assert found == read_bytes(
        PAGE,
        file=f"a.warc.gz/{len(info) + len(other)}",
        url=URL,
        retrieved_at="2013-08-01T12:00:00Z",
    )


def test_record_that_is_too_large(warc_record: Make, response: Make, tmp_path: Path) -> None:
    bad = warc_record("response", URL, bytes(33 << 20))
    good = warc_record("response", URL, response(b"Vraag"))
    assert outcomes(bad + good, tmp_path) == [
        "a.warc.gz/0: is larger than 32 MB, so not a page",
        "Vraag",
    ]


TRANSPORTS: dict[str, tuple[Callable[[bytes], bytes], dict[str, str]]] = {
    "as it is": (bytes, {}),
    "length told": (bytes, {"Content_Length": "{}"}),
    "gzip": (gzip.compress, {"Content_Encoding": "gzip"}),
    "zlib": (zlib.compress, {"Content_Encoding": "deflate"}),
    "deflate": (lambda body: zlib.compress(body)[2:-4], {"Content_Encoding": "deflate"}),
    "chunks": (
        lambda body: (
            b"".join(
                b"%x;a=b\r\n%s\r\n" % (len(piece), piece)
                for piece in [body[at : at + 7] for at in range(0, len(body), 7)]
            )
            + b"0\r\n\r\n"
        ),
        {"Transfer_Encoding": "chunked"},
    ),
    "undone but told": (bytes, {"Content_Encoding": "gzip", "Transfer_Encoding": "chunked"}),
}


@pytest.mark.parametrize("packer", ["each", "whole", "blocks"])
@given(data=st.data())
@settings(max_examples=60, deadline=None)
def test_damage_never_changes_a_page(
    warc_record: Make, response: Make, packer: str, data: st.DataObject
) -> None:
    texts = [f"Vraag {n} " * 20 for n in range(4)]
    records = [warc_record("response", URL, response(text.encode())) for text in texts]
    packed = bytearray(PACKERS[packer](records))
    packed[data.draw(st.integers(0, len(packed) - 1))] ^= data.draw(st.integers(1, 255))
    with TemporaryDirectory() as place:
        found = read(bytes(packed), Path(place))
    pages = [page for page in found if isinstance(page, Page)]
    assert {page.text for page in pages} <= set(texts)
    assert len(pages) == len(texts) or len(pages) < len(found)


@given(
    bodies=st.lists(
        st.tuples(
            st.one_of(st.text(max_size=60).map(str.encode), st.binary(max_size=60)).map(
                b"Vraag nr. 5-1 ".__add__
            ),
            st.sampled_from(sorted(TRANSPORTS)),
            st.sampled_from(["WARC/1.0", "WARC/1.1"]),
        ),
        min_size=1,
        max_size=6,
    ),
    packer=st.sampled_from(sorted(PACKERS)),
)
@settings(max_examples=60, deadline=None)
def test_pages_are_those_of_a_folder(
    warc_record: Make, response: Make, bodies: list[tuple[bytes, str, str]], packer: str
) -> None:
    records, expected = [], []
    for number, (body, transport, version) in enumerate(bodies):
        send, headers = TRANSPORTS[transport]
        sent = send(body)
        headers = {name: value.format(len(sent)) for name, value in headers.items()}
        url = URL.replace("8910", str(number + 1))
        record = warc_record("response", url, response(sent, **headers))
        records += [record.replace(b"WARC/1.0", version.encode(), 1)]
        records += [warc_record("request", url, b"GET / HTTP/1.1\r\n\r\n")]
        expected.append(outcome(body, url))
    with TemporaryDirectory() as place:
        found = read(PACKERS[packer](records), Path(place))
    assert [without_file(one) for one in found] == [without_file(one) for one in expected]


def outcome(body: bytes, url: str) -> Page | ReadError:
    try:
        return read_bytes(body, file="", url=url, retrieved_at="2013-08-01T12:00:00Z")
    except ReadError as error:
        return error


def without_file(found: Page | ReadError) -> Page | str:
    if isinstance(found, ReadError):
        return found.problem
    return replace(found, source=replace(found.source, file=""))


@pytest.mark.parametrize("kind", ["conversion", "resource"])
def test_text_without_a_response(kind: str, warc_record: Make, tmp_path: Path) -> None:
    record = warc_record(kind, URL, b"Vraag nr. 5-8910\n", Content_Type="text/plain")
    assert outcomes(each_packed([record]), tmp_path) == ["Vraag nr. 5-8910\n"]


def test_rest_is_counted_by_reason(warc_record: Make, response: Make, tmp_path: Path) -> None:
    records = [
        warc_record("warcinfo", "", b""),
        warc_record("request", URL, b"GET / HTTP/1.1\r\n\r\n"),
        warc_record("response", OTHER, response(PAGE)),
        warc_record("response", "https://senate.be/www/?MIval=/index_senate", response(PAGE)),
        warc_record("response", "dns:www.senate.be", b"x"),
        warc_record("response", URL, response(b"", "404 Not Found")),
        warc_record("response", URL, response(b"", "302 Found")),
        warc_record("response", URL, response(b"%PDF", Content_Type="application/pdf")),
        warc_record("resource", URL, b"{}", Content_Type="application/json"),
        warc_record("revisit", URL, b"", WARC_Payload_Digest="sha1:X"),
        warc_record(
            "response", URL.split("?")[0] + "?MIval=publications/viewPubDoc&TID=1", response(PAGE)
        ),
        warc_record("response", URL, response(PAGE)),
    ]
    assert passed(each_packed(records), tmp_path) == [
        "a.warc.gz: 11 records of other pages passed over (3 of another address, "
        "2 of another kind than a page, 2 that are no text, 2 with another status than 200, "
        "1 of another publication, 1 that repeat a page of another file)"
    ]
    assert len(outcomes(each_packed(records), tmp_path)) == 1


def test_file_without_a_page_is_named_alone(
    warc_record: Make, response: Make, tmp_path: Path
) -> None:
    data = each_packed([warc_record("response", OTHER, response(PAGE))])
    (error,) = read(data, tmp_path)
    assert isinstance(error, ReadError)
    assert error.problem == "holds no page"
    assert [found for found in read_paths([tmp_path]) if isinstance(found, ReadError)] == []


@pytest.mark.parametrize(
    "url",
    [
        "http://senate.be/www/?MIval=Vragen/SchriftelijkeVraag&LEG=5&NR=1&LANG=nl",
        "https://www.senaat.be:443/www/?LANG=nl&MIval=%2FVragen%2FSVPrintNLFR&LEG=5&NR=1",
        "https://WWW.SENATE.BE/www/webdriver?MIval=/Vragen/svprint&LEG=5&NR=1",
        "<https://www.senate.be/www/?MIval=Vragen/SVPrint;LEG=5;NR=1>",
        "http://127.0.0.1:8080/www/?MIval=Vragen/SVPrint&LEG=5&NR=1",
    ],
)
def test_forms_of_addresses(url: str, warc_record: Make, response: Make, tmp_path: Path) -> None:
    (page,) = read(each_packed([warc_record("response", url, response(PAGE))]), tmp_path)
    assert isinstance(page, Page)
    assert page.source.url == url.strip("<>")


@pytest.mark.parametrize(
    "url",
    [
        "",
        "https://www.senate.be.example.org/www/?MIval=Vragen/SVPrint&LEG=5&NR=1",
        "https://example.org/?u=https://www.senate.be/www/?MIval=Vragen/SVPrint",
        "ftp://www.senate.be/www/?MIval=Vragen/SVPrint&LEG=5&NR=1",
        "https://www.senate.be/www/?MIval=Vragen/VragenOmUitleg&LEG=5&NR=1",
        "https://www.senate.be/www/?x=Vragen/SVPrint",
        "https://[www.senate.be/www/?MIval=Vragen/SVPrint",
        "https://www.senate.be/www/?MIval=Vragen/SVPrint&x=" + "x" * 1000,
        "https://www.senate.be/www/?" + "&" * 50 + "MIval=Vragen/SVPrint&LEG=5",
    ],
)
def test_other_addresses(url: str, warc_record: Make, response: Make, tmp_path: Path) -> None:
    data = each_packed([warc_record("response", url, response(PAGE))])
    assert passed(data, tmp_path) == [
        "a.warc.gz: 1 record of other pages passed over (1 of another address)"
    ]


def test_bulletin_is_known_by_its_name(warc_record: Make, response: Make, tmp_path: Path) -> None:
    url = "https://www.senate.be/www/?MIval=publications/viewPubDoc&TID=1&LANG=nl"
    body = b"<p>Vragen en Antwoorden</p><p>Vraag?</p>"
    assert len(outcomes(each_packed([warc_record("response", url, response(body))]), tmp_path)) == 1


@pytest.mark.parametrize("field", ["WARC_Payload_Digest", "WARC_Refers_To"])
def test_page_that_was_found_unchanged(
    field: str, warc_record: Make, response: Make, tmp_path: Path
) -> None:
    known = {"WARC_Record_ID": "<urn:uuid:1>", "WARC_Payload_Digest": "sha1:A"}
    first = warc_record("response", URL, response(PAGE), **known)
    later = {field: known.get(field, "<urn:uuid:1>"), "WARC_Date": "2014-01-01T00:00:00Z"}
    again = warc_record("revisit", URL, b"HTTP/1.1 304 Not Modified\r\n\r\n", **later)
    pages = [page for page in read(each_packed([first, again]), tmp_path) if isinstance(page, Page)]
    assert [page.source.retrieved_at for page in pages] == [
        "2013-08-01T12:00:00Z",
        "2014-01-01T00:00:00Z",
    ]
    assert pages[0].source.sha256 == pages[1].source.sha256
    assert pages[1].source.file == f"a.warc.gz/{len(first)}"


BAD_RESPONSES = {
    "short": (b"abc", {"Content_Length": "9"}, "ends after 3 of 9 bytes; fetch the page again"),
    "chunks": (b"3\r\nabc\r\n", {"Transfer_Encoding": "chunked"}, "ends before its last chunk; fetch the page again"),
    "wrong chunk": (b"3\r\nabc\r\nzz\r\n", {"Transfer_Encoding": "chunked"}, "ends before its last chunk; fetch the page again"),
    "br": (b"abc", {"Content_Encoding": "br"}, "is packed as 'br', which is not read"),
    "gzip cut": (gzip.compress(PAGE)[:-3], {"Content_Encoding": "gzip"}, "is cut off; fetch the page again"),
    "gzip broken": (b"\x1f\x8b" + PAGE, {"Content_Encoding": "gzip"}, "is damaged: it does not unpack"),
    "gzip bomb": (gzip.compress(bytes(33 << 20)), {"Content_Encoding": "gzip"}, "is larger than 32 MB, so not a page"),
    "deflate bomb": (zlib.compress(bytes(33 << 20)), {"Content_Encoding": "deflate"}, "is larger than 32 MB, so not a page"),
    "nothing": (b"", {}, "is empty; fetch the page again"),
}  # fmt: skip


@pytest.mark.parametrize("case", BAD_RESPONSES)
def test_bad_response_is_named_and_the_rest_read(
    case: str, warc_record: Make, response: Make, tmp_path: Path
) -> None:
    body, headers, problem = BAD_RESPONSES[case]
    bad = warc_record("response", URL, response(body, **headers))
    good = warc_record("response", URL, response(b"Vraag"))
    found = outcomes(each_packed([bad, good]), tmp_path)
    assert found == [f"a.warc.gz/0: {problem}", "Vraag"]


@pytest.mark.parametrize("packer", PACKERS)
@pytest.mark.parametrize(
    ("fields", "block", "problem"),
    [
        ({"WARC_Truncated": "length"}, None, "was cut off by the crawler (length)"),
        (
            {"WARC_Segment_Number": "1"},
            None,
            "is spread over several records, which are not joined",
        ),
        ({"WARC_Block_Digest": "sha1:A"}, None, "is damaged: its digest is another"),
        ({}, b"not HTTP\r\n\r\n", "is no HTTP response"),
        ({}, b"", "is no HTTP response"),
    ],
)
def test_bad_record_is_named_and_the_rest_read(
    fields: dict[str, str],
    block: bytes | None,
    problem: str,
    packer: str,
    warc_record: Make,
    response: Make,
    tmp_path: Path,
) -> None:
    block = response(PAGE) if block is None else block
    bad = warc_record("response", URL, block, **fields)
    good = warc_record("response", URL, response(b"Vraag"))
    assert outcomes(PACKERS[packer]([bad, good]), tmp_path) == [f"a.warc.gz/0: {problem}", "Vraag"]


@pytest.mark.parametrize("packer", ["plain", "each", "whole"])
@pytest.mark.parametrize("length", ["0", "50", "", "-1", "many", "9" * 12, "9" * 30])
def test_wrong_length_costs_its_record_alone(
    length: str, packer: str, warc_record: Make, response: Make, tmp_path: Path
) -> None:
    bad = warc_record("response", URL, response(PAGE), Content_Length=length)
    good = [warc_record("response", URL, response(b"Vraag %d" % n)) for n in range(2)]
    found = outcomes(PACKERS[packer]([good[0], bad, good[1]]), tmp_path)
    texts = [text for text in found if "Vraag" in text]
    is_lost = packer == "whole" and length == "9" * 12  # nothing can be unpacked twice
    assert texts == (["Vraag 0"] if is_lost else ["Vraag 0", "Vraag 1"])
    (error,) = [text for text in found if "Vraag" not in text]
    assert error.startswith(f"a.warc.gz: record at byte {len(good[0])} is not read: ")


@pytest.mark.parametrize("packer", ["plain", "each", "whole", "blocks"])
def test_cut_off_anywhere(packer: str, warc_record: Make, response: Make, tmp_path: Path) -> None:
    """What is whole is read, and where something is not, a line says so."""
    records = [warc_record("response", URL, response(b"Vraag %d" % n)) for n in range(3)]
    data = PACKERS[packer](records)
    ends = [len(PACKERS[packer](records[:n])) for n in range(4)]
    for end in [*range(1, len(data), 7), *ends[1:]]:
        found = outcomes(data[:end], tmp_path)
        texts = [text for text in found if text.startswith("Vraag")]
        assert texts == [f"Vraag {n}" for n in range(len(texts))]
        assert (
            len(texts) < len(found)
            or (packer in ("plain", "each", "blocks") and end in ends)
            or end == len(data)
        )
        if packer in ("plain", "each"):
            assert len(texts) == sum(end >= whole for whole in ends[1:])


def test_damaged_member_costs_its_record_alone(
    warc_record: Make, response: Make, tmp_path: Path
) -> None:
    members = [
        gzip.compress(warc_record("response", URL, response(b"Vraag %d" % n))) for n in range(4)
    ]
    for at in range(len(members[1])):
        damaged = bytearray(members[1])
        damaged[at] ^= 0x55
        found = outcomes(b"".join([members[0], damaged, *members[2:]]), tmp_path)
        texts = [text for text in found if text.startswith("Vraag")]
        assert [text for text in texts if text != "Vraag 1"] == ["Vraag 0", "Vraag 2", "Vraag 3"]
        assert "Vraag 1" in texts or len(found) > len(texts)


def test_damage_without_end_is_given_up(warc_record: Make, response: Make, tmp_path: Path) -> None:
    bad = [warc_record("response", URL, b"", Content_Length="x") for _ in range(150)]
    found = outcomes(b"".join(bad), tmp_path)
    assert len(found) == 101
    assert found[-1] == f"a.warc.gz: {GIVEN_UP}"


@pytest.mark.parametrize("packer", ["plain", "whole"])
@pytest.mark.parametrize("filler", [b"\n", b"\r\nWARC/", b"x", b"WARC/1.0\n\n"])
def test_megabytes_of_nothing_end_soon(
    filler: bytes, packer: str, warc_record: Make, response: Make, tmp_path: Path
) -> None:
    started = time.process_time()
    good = warc_record("response", URL, response(b"Vraag"))
    nothing = filler * (4_000_000 // len(filler)) + b"\r\n"
    found = outcomes(PACKERS[packer]([nothing, good]), tmp_path)
    assert found[-1] == ("Vraag" if len(found) < 101 else f"a.warc.gz: {GIVEN_UP}")
    assert time.process_time() - started < 10


@pytest.mark.parametrize(
    "header",
    [
        b"WARC/1.0\r\nx: " + b"y" * 70_000 + b"\r\n\r\n",
        b"WARC/1.0\r\n" + b"x: y\r\n" * 20_000 + b"\r\n",
        b"WARC/1.0\r\nno colon\r\n\r\n",
        b"WARC/0.1\r\n\r\n",
    ],
)
def test_header_that_is_none(
    header: bytes, warc_record: Make, response: Make, tmp_path: Path
) -> None:
    good = warc_record("response", URL, response(b"Vraag"))
    found = outcomes(header + good, tmp_path)
    assert found == ["a.warc.gz: record at byte 0 is not read: it has no WARC header", "Vraag"]


def test_fields_over_several_lines(warc_record: Make, response: Make, tmp_path: Path) -> None:
    record = warc_record("response", URL, response(PAGE), X="a\r\n b\r\n\tc")
    assert len(outcomes(record, tmp_path)) == 1
    assert outcomes(record, tmp_path)[0].startswith("Question écrite")


def test_bomb(warc_record: Make, response: Make, tmp_path: Path) -> None:
    records = [
        warc_record("response", URL, response(b"Vraag")),
        warc_record("response", OTHER, bytes(40 << 20)),
        warc_record("response", URL, response(b"Vraag 2")),
    ]
    assert outcomes(each_packed(records), tmp_path) == [
        "Vraag",
        "a.warc.gz: unpacks to over 250 times its size",
        "Vraag 2",
    ]


def test_what_warcio_writes(tmp_path: Path) -> None:
    for packed in (False, True):
        data = io.BytesIO()
        writer = WARCWriter(data, gzip=packed, warc_version="1.1")
        about = writer.create_warcinfo_record("a.warc", {"software": "x"})
        writer.write_record(about)
        about.raw_stream.close()
        headers = StatusAndHeaders("200 OK", [("Content-Type", "text/html")], protocol="HTTP/1.1")
        for _ in range(2):
            record = writer.create_warc_record(
                URL,
                "response",
                payload=io.BytesIO(PAGE),
                http_headers=headers,
                warc_headers_dict={"WARC-Date": "2013-08-01T12:00:00.5Z"},
            )
            writer.write_record(record)
            record.raw_stream.close()
        found = read(data.getvalue(), tmp_path)
        assert [page.text for page in found if isinstance(page, Page)] == [
            "Question écrite n° 5-8910\n"
        ] * 2
        assert isinstance(found[0], Page)
        assert found[0].source.retrieved_at == "2013-08-01T12:00:00.5Z"


def test_pages_are_read_in_any_order_and_more_than_once(
    warc_record: Make, response: Make, tmp_path: Path
) -> None:
    records = [warc_record("response", URL, response(b"Vraag %d" % n)) for n in range(3)]
    path = tmp_path / "a.wet.gz"
    path.write_bytes(each_packed(records))
    with Spool(tmp_path) as spool:
        listed = [one for one in list_paths([path], spool) if isinstance(one, Listed)]
        pages = [read_listed(one) for one in (*reversed(listed), *listed)]
        assert (tmp_path / "spool").is_file()
    assert not (tmp_path / "spool").exists()
    texts = [page.text for page in pages if isinstance(page, Page)]
    assert texts == ["Vraag 2", "Vraag 1", "Vraag 0", "Vraag 0", "Vraag 1", "Vraag 2"]
