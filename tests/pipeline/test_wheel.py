"""The wheel, installed in an empty environment elsewhere, builds the two documents."""

import subprocess
import sys
import venv
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture(scope="module")
def python(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The interpreter of an environment that holds the wheel, and our own packages beside it."""
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, ROOT],
        check=True,
        capture_output=True,
    )
    (wheel,) = folder.glob("*.whl")
    venv.create(folder / "venv", with_pip=False)
    interpreter = folder / "venv" / "bin" / "python"
    target = folder / "installed"
    subprocess.run(
        [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--target", target, wheel],
        check=True,
        capture_output=True,
    )
    (site,) = (folder / "venv" / "lib").glob("python*/site-packages")
    ours = next(Path(path) for path in sys.path if path.endswith("site-packages"))
    (site / "all.pth").write_text(f"{target}\n{ours}\n", encoding="utf-8")
    return interpreter


def test_the_wheel_builds_the_documents(python: Path, tmp_path: Path) -> None:
    where = subprocess.run(
        [python, "-c", "import hemicycle; print(hemicycle.__file__)"],
        capture_output=True,
        text=True,
        cwd=tmp_path,
        check=True,
    )
    assert not Path(where.stdout.strip()).is_relative_to(ROOT)
    subprocess.run(
        [python, "-m", "hemicycle", "build", ROOT / "tests" / "documents", "--out", "out"],
        cwd=tmp_path,
        check=True,
        capture_output=True,
    )
    built = (tmp_path / "out" / "hemicycle.nq").read_bytes()
    assert built == (ROOT / "graphs" / "hemicycle.nq").read_bytes()
