"""The file with what a site makes once: it says the same as the store, or is left aside."""

from hashlib import sha256
from pathlib import Path
from typing import NoReturn

import msgspec
import pytest
from msgspec.structs import replace

from hemicycle.manifest import READY_FILE, FileFacts, read_manifest, write_manifest
from hemicycle.opened import OpenBuild, open_build
from hemicycle.query import TEXTS_FOLDER
from hemicycle.site import Addresses, Site, SiteData, question_values, ready_bytes
from hemicycle.site.page_addresses import things_with_pages
from hemicycle.site.ready import FORM, ready_values

GRAPHS = Path(__file__).parents[2] / "graphs"


@pytest.fixture(scope="module")
def build() -> OpenBuild:
    return open_build(GRAPHS)


@pytest.fixture(scope="module")
def content(build: OpenBuild) -> bytes:
    return ready_bytes(build)


def _with(build: OpenBuild, folder: Path, content: bytes, listed: str | None = None) -> OpenBuild:
    """The same build in another folder, with a file, and its checksum in the manifest."""
    manifest = read_manifest(build.folder)
    others = tuple(facts for facts in manifest.files if facts.name != READY_FILE)
    facts = FileFacts(READY_FILE, len(content), listed or sha256(content).hexdigest())
    write_manifest(folder, replace(manifest, files=(*others, facts)))
    (folder / READY_FILE).write_bytes(content)
    (folder / TEXTS_FOLDER).symlink_to(build.texts)
    return replace(build, folder=folder)


def _refused(site: SiteData) -> NoReturn:
    raise AssertionError("made, and not taken from the file")


def test_the_file_says_what_the_store_says(
    build: OpenBuild, content: bytes, tmp_path: Path
) -> None:
    given = ready_values(SiteData(_with(build, tmp_path, content), Addresses()))
    store = SiteData(build, Addresses())
    assert {make.__name__ for make in given} == {
        "overview", "family_lines", "answer_days", "spoken", "first_claims", "finding_counts",
        "things_with_pages",
    }  # fmt: skip
    assert given == {make: make(store) for make in given}


def test_pages_are_the_same_and_nothing_is_counted(
    build: OpenBuild, content: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paths = ("/fr/", "/nl/senators", "/en/services", "/fr/families", "/en/questions.csv",
             "/nl/findings", "/fr/service/spf-securite-sociale")  # fmt: skip
    made = Site(SiteData(build, Addresses()))
    expected = [made.page(path, {}) for path in paths]
    monkeypatch.setattr("hemicycle.site.overview.question_values", _refused)
    site = Site.open(_with(build, tmp_path, content))
    assert [site.page(path, {}) for path in paths] == expected
    assert list(site.addresses()) == list(made.addresses())


def test_the_same_build_gives_the_same_bytes(content: bytes) -> None:
    assert ready_bytes(open_build(GRAPHS)) == content


def test_with_a_table_or_without_the_bytes_are_the_same(
    build: OpenBuild, content: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert (GRAPHS / question_values.TABLE).is_file()
    monkeypatch.setattr(question_values, "TABLE", "tables/nothing.csv")
    assert ready_bytes(build) == content


def test_a_file_of_another_build_or_form_is_left_aside(
    build: OpenBuild, content: bytes, tmp_path: Path
) -> None:
    form, *rest = msgspec.msgpack.decode(content)
    assert form == FORM
    for number, (given, listed) in enumerate(
        [
            (content, "0" * 64),
            (content[:-1], None),
            (b"", None),
            (msgspec.msgpack.encode([FORM + 1, *rest]), None),
            (msgspec.msgpack.encode({"form": FORM}), None),
        ]
    ):
        folder = tmp_path / str(number)
        folder.mkdir()
        other = _with(build, folder, given, listed)
        assert ready_values(SiteData(other, Addresses())) == {}, number
        page = Site.open(other).page("/fr/", {})
        assert page is not None and page.title == "Hemicycle"


def test_without_a_file_all_is_made(build: OpenBuild, tmp_path: Path) -> None:
    assert ready_values(SiteData(replace(build, folder=tmp_path), Addresses())) == {}


def test_plain_files_have_their_own_pages(build: OpenBuild, content: bytes, tmp_path: Path) -> None:
    files = SiteData(_with(build, tmp_path, content), Addresses("", True))
    assert things_with_pages not in ready_values(files)
