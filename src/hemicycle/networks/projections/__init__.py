"""The networks there are, by the name that `--projection` takes."""

from collections.abc import Mapping
from types import MappingProxyType

from hemicycle.networks.projections import accounts, asking, full, relations, together
from hemicycle.networks.projections.projection import Projection

__all__ = ["PROJECTIONS", "Projection"]

PROJECTIONS: Mapping[str, Projection] = MappingProxyType(
    {
        projection.described.name: projection
        for projection in (
            full.PROJECTION,
            asking.SENATORS,
            asking.YEARS,
            asking.PARTIES,
            together.MINISTERS,
            accounts.PROJECTION,
            together.SUBJECTS,
            together.CONCEPTS,
            together.FAMILIES,
            relations.PROJECTION,
        )
    }
)
"""Every network by name."""
