"""The pieces of a batch to where those of each cluster stand, in pieces and then in dumps."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from msgspec import Struct

from hemicycle.pipeline.batches import BatchDone
from hemicycle.pipeline.written import Lengths, Pieces, pieces
from hemicycle.shards import Stretch


class ClusterPlaces(Struct, frozen=True):
    """Where one cluster stands as N-Quads, as Turtle and as JSON-LD."""

    nq: Stretch
    ttl: Stretch
    jsonld: Stretch

    @property
    def lengths(self) -> Lengths:
        """How many bytes there are of each."""
        return Lengths(self.nq.length, self.ttl.length, self.jsonld.length)


def batch_places(batch: BatchDone) -> Iterator[ClusterPlaces]:
    """The clusters of a batch, in its pieces."""
    return places_in(pieces(batch.stem), batch.written.lengths, Lengths(0, 0, 0))


def dump_places(
    folder: Path, lengths: Iterable[Lengths], before: Lengths
) -> Iterator[ClusterPlaces]:
    """The clusters of a build in its dumps; `before` is what stands ahead of the first."""
    dumps = folder / "hemicycle"
    return places_in(pieces(dumps), lengths, before)


def places_in(
    files: Pieces, lengths: Iterable[Lengths], before: Lengths
) -> Iterator[ClusterPlaces]:
    """Clusters that stand one after another in three files."""
    nq, ttl, jsonld = before.nq, before.ttl, before.jsonld
    for one in lengths:
        yield ClusterPlaces(
            Stretch(str(files.nq), nq, one.nq),
            Stretch(str(files.ttl), ttl, one.ttl),
            Stretch(str(files.jsonld), jsonld, one.jsonld),
        )
        nq, ttl, jsonld = nq + one.nq, ttl + one.ttl, jsonld + one.jsonld
