"""A title joined of two is cut where French ends: at least 98 of 100, and every printed one."""

import importlib.util
from pathlib import Path

BENCH = Path(__file__).parent.parent.parent / "bench" / "title_cuts.py"


def test_titles_are_cut_where_french_ends() -> None:
    spec = importlib.util.spec_from_file_location("title_cuts", BENCH)
    assert spec is not None
    assert spec.loader is not None
    bench = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(bench)
    assert [pair for pair in bench.printed_titles() if not bench.is_cut_right(pair)] == []
    made = bench.made_titles()
    wrong = [pair for pair in made if not bench.is_cut_right(pair)]
    assert len(wrong) <= 0.02 * len(made), wrong
