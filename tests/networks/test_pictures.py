"""A picture shows every node and edge once, names that do not overlap, legend, title, source."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from pyoxigraph import Store

from hemicycle.export import Request, export
from hemicycle.export.labels import Label, labels_of
from hemicycle.export.picture import HEIGHT, WIDTH, picture_of
from hemicycle.mint import Mint
from hemicycle.networks import PROJECTIONS, build_network
from hemicycle.networks.finish import finished
from hemicycle.networks.looks import LOOKS

SVG = "{http://www.w3.org/2000/svg}"
SPOTS = st.tuples(st.floats(0, 1300), st.floats(0, 1100), st.text(min_size=1, max_size=60))


@pytest.mark.parametrize("name", PROJECTIONS)
def test_svg_shows_the_whole_network(name: str, store: Store, tmp_path: Path) -> None:
    file = tmp_path / "n.svg"
    export("svg", Request(store=store, mint=Mint(), out=file, projection=name))
    network = finished(build_network(store, Mint(), name))
    root = etree.parse(file).getroot()
    kinds = {node.kind for node in network.nodes}
    titles = sorted(
        mark.findtext(f"{SVG}title") or ""
        for shape in ("circle", "polygon")
        for mark in root.iter(f"{SVG}{shape}")
    )
    assert titles == sorted(
        [*(node.label for node in network.nodes), *(LOOKS[kind].names["fr"] for kind in kinds)]
    )
    assert len(list(root.iter(f"{SVG}line"))) == len(network.edges)
    texts = [text.text or "" for text in root.iter(f"{SVG}text")]
    assert network.described.title["fr"] in texts
    assert any(text.startswith("Source : questions écrites du Sénat") for text in texts)


@pytest.mark.parametrize("name", PROJECTIONS)
def test_everything_stands_on_the_page(name: str, store: Store) -> None:
    picture = picture_of(finished(build_network(store, Mint(), name)))
    for mark in picture.marks:
        assert mark.half < mark.x < WIDTH - mark.half
        assert mark.half < mark.y < HEIGHT - mark.half


@given(st.lists(SPOTS, max_size=60))
def test_names_do_not_overlap(spots: list[tuple[float, float, str]]) -> None:
    wanted = [Label(x, y, text, 12.0, 5.0, 3) for x, y, text in spots]
    boxes = []
    for label in labels_of(wanted, WIDTH):
        width = len(label.text) * 7.2
        left = label.x - width * {"start": 0, "middle": 0.5, "end": 1}[label.anchor]
        boxes.append((left, label.y - 10.2, left + width, label.y + 3))
    for number, one in enumerate(boxes):
        for other in boxes[:number]:
            apart = one[2] <= other[0] + 0.1 or other[2] <= one[0] + 0.1
            assert apart or one[3] <= other[1] + 0.1 or other[3] <= one[1] + 0.1


def test_png_is_the_same_page(store: Store, tmp_path: Path) -> None:
    image = pytest.importorskip("PIL.Image", reason="Pillow is not installed")
    font = pytest.importorskip("PIL.ImageFont")
    try:
        font.truetype("DejaVuSans.ttf", 10)
    except OSError:
        pytest.skip("no font DejaVu Sans")
    file = tmp_path / "n.png"
    export("png", Request(store=store, mint=Mint(), out=file))
    with image.open(file) as found:
        assert found.size == (WIDTH, HEIGHT)
        pixels = found.convert("RGB")
        picture = picture_of(finished(build_network(store, Mint())))
        last = picture.marks[-1]
        assert pixels.getpixel((round(last.x), round(last.y))) == last.colour
        assert pixels.getpixel((3, 3)) == (255, 255, 255)
