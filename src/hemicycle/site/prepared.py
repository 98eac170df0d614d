"""What a site makes once for a build, in the order in which visitors want it."""

from collections.abc import Callable

from hemicycle.site.data import SiteData
from hemicycle.site.finding_index import finding_counts
from hemicycle.site.home import figures
from hemicycle.site.legislature import status_counts
from hemicycle.site.listings import LISTINGS
from hemicycle.site.question_choices import count_values
from hemicycle.site.spoken import first_claims, spoken

PREPARED: tuple[Callable[[SiteData], object], ...] = (
    figures,
    count_values,
    status_counts,
    spoken,
    *(listing.count for listing in LISTINGS.values()),
    first_claims,
    finding_counts,
)
"""Each is made by `site.once`, and takes a second or some for a whole archive."""
