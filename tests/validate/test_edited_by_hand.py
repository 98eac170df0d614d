"""Files that somebody else wrote, or edited: a report or an error, and never a traceback."""

from pathlib import Path

import pytest

from hemicycle.errors import ReadError
from hemicycle.validate import SHAPE, Report, as_html, as_text
from hemicycle.validation import validate_paths

BUILD = Path(__file__).parents[2] / "graphs" / "hemicycle.ttl"
ASKED = 'hc:askedOn "2013-04-30"^^xsd:date'
FIRST = 'hc:firstAnswerOn "2013-07-15"^^xsd:date'


def edited(folder: Path, old: str, new: str) -> tuple[Path, int]:
    """A copy of the build in which something was changed once, and the line of it."""
    text = BUILD.read_text(encoding="utf-8")
    assert old in text
    before, _, after = text.partition(old)
    file = folder / "edited.ttl"
    file.write_text(f"{before}{new}{after}", encoding="utf-8")
    return file, before.count("\n") + 1


def broken(report: Report) -> set[str]:
    return {result.shape.removeprefix(SHAPE) for result in report.results}


@pytest.mark.parametrize(
    ("old", "new", "shapes"),
    [
        (ASKED, 'hc:askedOn "30 avril 2013"', {"ReadQuestion-askedOn", "Rule-post-held-when-asked"}),
        (ASKED, 'hc:askedOn "30/4/2013"^^xsd:date', {"ReadQuestion-askedOn", "Rule-post-held-when-asked"}),
        (FIRST, 'hc:firstAnswerOn "mai 2013"^^xsd:date', {"QuestionFamily-firstAnswerOn"}),
        (FIRST, "hc:firstAnswerOn [ ]", {"QuestionFamily-firstAnswerOn"}),
        (FIRST, f"{FIRST} , 'x'^^xsd:date", {"QuestionFamily-firstAnswerOn"}),
        (FIRST, f"{FIRST} ; hc:lastAnswrOn '2014-01-30'", {"QuestionFamilyShape"}),
        ("hc:memberCount 19", "hc:memberCount 18", {"Rule-family-counted"}),
    ],
)  # fmt: skip
def test_what_was_changed_is_named_with_its_line(
    old: str, new: str, shapes: set[str], tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    file, line = edited(tmp_path, old, new)
    report = validate_paths([file])
    assert broken(report) == shapes
    places = {(one.place.file, one.place.line) for one in report.results if one.place}
    assert (str(file), line) in places
    assert caplog.text == ""


def test_what_is_no_turtle_any_more_is_named_with_its_line(tmp_path: Path) -> None:
    file, line = edited(tmp_path, ASKED, "hc:askedOn 30 avril 2013")
    with pytest.raises(ReadError) as caught:
        validate_paths([file])
    assert (caught.value.file, caught.value.line) == (str(file), line)


@pytest.mark.parametrize("text", ["", "<http://a.example> <http://b.example> 5 ."])
def test_a_foreign_file_is_said_to_be_one(text: str, tmp_path: Path) -> None:
    file = tmp_path / "foreign.ttl"
    file.write_text(text, encoding="utf-8")
    report = validate_paths([file])
    assert len(report.errors) == len(report.focus_counts)
    said = "No shape found a node to look at: this is no graph of Hemicycle's."
    assert as_text(report).startswith(f"{said}\n")
    assert "conforms to the shapes" not in as_text(report)
    assert as_html(report).count("this is no graph of Hemicycle") == 2  # title and heading


def test_triples_that_stand_as_a_term_are_refused(tmp_path: Path) -> None:
    file = tmp_path / "foreign.ttl"
    said = "<http://a.example> <http://b.example> <http://c.example>"
    file.write_text(f"{said} . <http://a.example> <http://b.example> <<( {said} )>> .")
    with pytest.raises(ReadError, match="a triple") as caught:
        validate_paths([file])
    assert caught.value.remedy
