"""The same graph gives the same bytes, whatever the seed of hashes and the order of loading."""

import os
import subprocess
import sys
from pathlib import Path

DATA = Path(__file__).parent / "data.trig"
SCRIPT = """
import sys
from pathlib import Path
from pyoxigraph import parse
from hemicycle.export import FORMATS, PROJECTIONS, Request, export
from hemicycle.mint import Mint
from hemicycle.store import write_store

data, folder, turn = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3] == "turn"
quads = list(parse(path=data))
store = write_store(folder / "store", reversed(quads) if turn else quads, Mint())
for projection in PROJECTIONS:
    (folder / "out" / projection).mkdir(parents=True)
    for name, form in FORMATS.items():
        if form.is_network or projection == "full":
            out = folder / "out" / projection / name
            export(name, Request(store=store, mint=Mint(), out=out, projection=projection))
"""


def files_written(folder: Path, seed: str, order: str) -> dict[str, bytes]:
    folder.mkdir()
    environment = {**os.environ, "PYTHONHASHSEED": seed}
    arguments = [sys.executable, "-c", SCRIPT, str(DATA), str(folder), order]
    subprocess.run(arguments, check=True, env=environment, timeout=300)
    files = (file for file in (folder / "out").rglob("*") if file.is_file())
    return {str(file.relative_to(folder)): file.read_bytes() for file in files}


def test_seeds_and_orders_change_no_byte(tmp_path: Path) -> None:
    one = files_written(tmp_path / "one", "1", "keep")
    two = files_written(tmp_path / "two", "2", "turn")
    assert [name for name in one if one[name] != two.get(name)] == []
    assert set(one) == set(two)
