"""A platform's key to its traits: hosts, kinds of account, handles."""

import re

from msgspec import Struct

from hemicycle.link.fold import vocabulary


class Platform(Struct, frozen=True, kw_only=True):
    """What the accounts of one platform are like.

    `kind` is what an account is where its address or name does not tell; `at`
    says that handles are printed with an @, `folds` that their case tells
    nothing apart. `reserved` are paths that are no accounts; `url` is the address
    of a handle.
    """

    hosts: tuple[str, ...] = ()
    kind: str = "profile"
    handle: re.Pattern[str] | None = None
    at: bool = False
    folds: bool = True
    reserved: frozenset[str] = frozenset()
    url: str | None = None


def _handle(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.ASCII)


PLATFORMS = {
    "facebook": Platform(
        hosts=("facebook.com", "fb.com"),
        url="https://www.facebook.com/{}",
        kind="page",
        handle=_handle(r"[A-Za-z0-9.]{3,50}"),
        reserved=vocabulary(
            "about ads apps business careers event.php events groups hashtag help home.php l.php "
            "legal login login.php media note.php notes pages people permalink.php photo photo.php "
            "photos plugins policies privacy profile.php reel search share share.php sharer "
            "sharer.php story.php terms video video.php videos watch"
        ),
    ),
    "twitter": Platform(
        hosts=("twitter.com", "x.com"),
        url="https://twitter.com/{}",
        handle=_handle(r"\w{1,15}"),
        at=True,
        reserved=vocabulary(
            "about download explore hashtag home i intent login privacy search settings share "
            "signup status statuses tos"
        ),
    ),
    "linkedin": Platform(hosts=("linkedin.com",)),
    "youtube": Platform(
        hosts=("youtube.com",),
        url="https://www.youtube.com/@{}",
        kind="channel",
        handle=_handle(r"[\w.-]{3,30}"),
        at=True,
        reserved=vocabulary(
            "about account channel channels embed feed hashtag live playlist redirect results "
            "shorts trends upload user watch"
        ),
    ),
    "instagram": Platform(
        hosts=("instagram.com",),
        url="https://www.instagram.com/{}",
        handle=_handle(r"[\w.]{1,30}"),
        at=True,
        reserved=vocabulary("about accounts explore p reel reels stories tv"),
    ),
    "tiktok": Platform(
        hosts=("tiktok.com",),
        handle=_handle(r"[\w.]{2,24}"),
        at=True,
        url="https://www.tiktok.com/@{}",
    ),
    "threads": Platform(
        hosts=("threads.net", "threads.com"),
        handle=_handle(r"[\w.]{1,30}"),
        at=True,
        url="https://www.threads.net/@{}",
    ),
    "bluesky": Platform(
        hosts=("bsky.app",),
        url="https://bsky.app/profile/{}",
        handle=_handle(r"[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,5}"),
        at=True,
    ),
    "mastodon": Platform(hosts=("mastodon.social",), at=True),
    "telegram": Platform(
        hosts=("t.me", "telegram.me"),
        kind="channel",
        url="https://t.me/{}",
        handle=_handle(r"[A-Za-z]\w{3,31}"),
        at=True,
        reserved=vocabulary("joinchat share"),
    ),
    "flickr": Platform(hosts=("flickr.com",), folds=False),
    "pinterest": Platform(
        hosts=("pinterest.com", "pinterest.fr", "pinterest.be", "pinterest.nl"),
        reserved=vocabulary("explore pin search source"),
    ),
    "google-plus": Platform(hosts=("plus.google.com",), kind="page", folds=False),
    "whatsapp": Platform(hosts=("whatsapp.com",), kind="channel", folds=False),
    "yammer": Platform(hosts=("yammer.com",), kind="group"),
    "netlog": Platform(hosts=("netlog.com",)),
    "foursquare": Platform(hosts=("foursquare.com",), reserved=vocabulary("v")),
    "vimeo": Platform(
        hosts=("vimeo.com",), kind="channel", reserved=vocabulary("album groups watch")
    ),
    "slideshare": Platform(hosts=("slideshare.net",), reserved=vocabulary("search featured")),
    "myspace": Platform(hosts=("myspace.com",), reserved=vocabulary("video music")),
    "snapchat": Platform(hosts=("snapchat.com",)),
    "dailymotion": Platform(
        hosts=("dailymotion.com",), kind="channel", reserved=vocabulary("video playlist embed")
    ),
    "issuu": Platform(hosts=("issuu.com",), reserved=vocabulary("search explore")),
    "storify": Platform(hosts=("storify.com",)),
    "reddit": Platform(hosts=("reddit.com",)),
    "hyves": Platform(),
    "blog": Platform(kind="page"),
    "rss": Platform(kind="feed", folds=False),
}
"""By the last step of `platform/…`; wikipedia is none here, as its pages are no accounts."""

OTHER = Platform()
"""What is known of a platform that an authority file alone names."""

BY_HOST = {host: key for key, platform in PLATFORMS.items() for host in platform.hosts}

BELOW = {
    ".hyves.nl": "hyves",
    ".wordpress.com": "blog",
    ".blogspot.com": "blog",
    ".blogspot.be": "blog",
    ".skynetblogs.be": "blog",
}
"""Hosts below which each account has a host of its own."""
