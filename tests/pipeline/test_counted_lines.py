"""Lines that are counted, and stretches of files: what a build that goes on from another rests on."""

from collections import Counter
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given
from hypothesis import strategies as st

from hemicycle.counted import count_runs, counted_lines, recount, said_in
from hemicycle.runs import write_run
from hemicycle.shards import Stretch, copy_stretches

ODD = st.sampled_from([b"a\n", b"b\n", b"b c\n", b"1 d\n", b"\n"])
LINES = st.lists(ODD | st.integers(0, 200).map(lambda number: b"%d\n" % number))


def count_file(lines: list[list[bytes]], folder: Path, name: str) -> Path:
    """Several runs, counted."""
    runs = [folder / f"{name}-{number}" for number in range(len(lines))]
    for run, said in zip(runs, lines, strict=True):
        write_run(said, run)
    count_runs(runs, folder / name)
    return folder / name


@given(st.lists(LINES, max_size=3), LINES, st.data())
def test_recounting_is_counting_what_is_said_now(
    before: list[list[bytes]], come: list[bytes], data: st.DataObject
) -> None:
    said = Counter(line for lines in before for line in lines)
    gone = Counter(data.draw(st.lists(st.sampled_from(sorted(said.elements()))))) if said else said
    gone &= said
    now = said + Counter(come) - gone
    change = {line: now[line] - said[line] for line in now | said if now[line] != said[line]}
    with TemporaryDirectory() as name:
        folder = Path(name)
        old = count_file(before, folder, "old")
        moved = dict(recount(old, change, folder / "new"))
        expected = count_file([list(now.elements())], folder, "expected")
        assert (folder / "new").read_bytes() == expected.read_bytes()
        assert list(counted_lines(folder / "new")) == sorted(now)
        assert said_in(folder / "new", said + now) == set(now)
    assert moved == {
        line: 1 if now[line] else -1 for line in change if bool(now[line]) != bool(said[line])
    }


@given(st.binary(max_size=60), st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60))))
def test_stretches_are_copied_as_they_are_named(data: bytes, cuts: list[tuple[int, int]]) -> None:
    pairs = [sorted((min(one, len(data)), min(other, len(data)))) for one, other in cuts]
    with TemporaryDirectory() as name:
        file = Path(name) / "file"
        file.write_bytes(data)
        out = BytesIO()
        copy_stretches((Stretch(str(file), one, other - one) for one, other in pairs), out)
    assert out.getvalue() == b"".join(data[one:other] for one, other in pairs)
