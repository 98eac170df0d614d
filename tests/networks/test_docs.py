"""docs/networks.md names every projection, key, format and colour."""

from pathlib import Path

from hemicycle.export import FORMATS
from hemicycle.networks import PROJECTIONS
from hemicycle.networks.looks import LOOKS, hexadecimal
from hemicycle.networks.selection import KEYS

TEXT = (Path(__file__).parents[2] / "docs" / "networks.md").read_text("utf-8")


def test_the_page_names_all_there_is() -> None:
    formats = [form.name for form in FORMATS.values() if form.is_network]
    rows = [
        f"| `{kind}` | `{hexadecimal(look.colour)}` | {look.shape} |"
        for kind, look in LOOKS.items()
    ]
    wanted = [f"`{name}`" for name in (*PROJECTIONS, *KEYS, *formats)] + rows
    assert [text for text in wanted if text not in TEXT] == []
