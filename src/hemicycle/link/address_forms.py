"""The path of an address to the account it names: one row a form."""

import re
from urllib.parse import quote, unquote

from msgspec import Struct

from hemicycle.link.platforms import PLATFORMS

_TAIL = r"/?(?:[?#].*)?"
"""What may stand behind an address and name nothing else."""


class Form(Struct, frozen=True):
    """One form of a platform's addresses: the path, the kind of account, its one address."""

    path: re.Pattern[str]
    kind: str
    url: str


class Named(Struct, frozen=True):
    """The account that an address names."""

    kind: str
    handle: str
    url: str


def _form(path: str, kind: str, url: str) -> Form:
    named = path.replace("<slug>", r"(?P<handle>[^/?#\s]{2,120})").replace(
        "<name>", r"(?P<handle>[A-Za-z0-9_.-]{2,64})"
    )
    return Form(re.compile(named + _TAIL), kind, f"https://{url}")


_FACEBOOK, _LINKEDIN, _YOUTUBE = "www.facebook.com", "www.linkedin.com", "www.youtube.com"
_FORMS = {
    "facebook": (
        _form(r"pages/(?:[^?#]{1,200}[/-])?(?P<handle>\d{6,20})", "page", f"{_FACEBOOK}/{{}}"),
        _form("groups/<slug>", "group", f"{_FACEBOOK}/groups/{{}}"),
        _form(
            r"profile\.php\?(?:[^#]{1,100}&)?id=(?P<handle>\d{3,20})(?:&[^#]{0,200})?",
            "profile",
            f"{_FACEBOOK}/profile.php?id={{}}",
        ),
        _form(
            r"people/[^/?#]{1,100}/(?P<handle>\d{6,20})",
            "profile",
            f"{_FACEBOOK}/profile.php?id={{}}",
        ),
        _form(r"[^/?#\s]{1,100}-(?P<handle>\d{9,20})", "page", f"{_FACEBOOK}/{{}}"),
        _form(
            r"(?:pg/)?(?P<handle>[A-Za-z0-9.]{3,50})(?:/(?:timeline|info|about|home|likes))?",
            "page",
            f"{_FACEBOOK}/{{}}",
        ),
    ),
    "twitter": (
        _form(
            r"@?(?P<handle>\w{1,15})(?:/(?:with_replies|media|followers|following))?",
            "profile",
            "twitter.com/{}",
        ),
    ),
    "linkedin": (
        _form("company/<slug>(?:/[^?#]{0,60})?", "company-page", f"{_LINKEDIN}/company/{{}}"),
        _form("school/<slug>", "company-page", f"{_LINKEDIN}/school/{{}}"),
        _form("showcase/<slug>", "company-page", f"{_LINKEDIN}/showcase/{{}}"),
        _form("in/<slug>", "profile", f"{_LINKEDIN}/in/{{}}"),
        _form("pub/<slug>(?:/[^?#]{0,60})?", "profile", f"{_LINKEDIN}/pub/{{}}"),
        _form(
            r"groups(?:/[^?#]{0,100})?\?(?:[^#]{1,60}&)?gid=(?P<handle>\d{2,12})(?:&[^#]{0,200})?",
            "group",
            f"{_LINKEDIN}/groups/{{}}",
        ),
        _form(
            r"groups/(?:[^/?#]{1,100}-)?(?P<handle>\d{2,12})",
            "group",
            f"{_LINKEDIN}/groups/{{}}",
        ),
    ),
    "youtube": (
        _form(
            r"channel/(?P<handle>UC[\w-]{22})(?:/\w{1,20})?", "channel", f"{_YOUTUBE}/channel/{{}}"
        ),
        _form(r"user/<name>(?:/\w{1,20})?", "channel", f"{_YOUTUBE}/user/{{}}"),
        _form(r"c/<slug>(?:/\w{1,20})?", "channel", f"{_YOUTUBE}/c/{{}}"),
        _form(r"@<slug>(?:/\w{1,20})?", "channel", f"{_YOUTUBE}/@{{}}"),
        _form(r"(?P<handle>[A-Za-z0-9]{3,30})", "channel", f"{_YOUTUBE}/{{}}"),
    ),
    "flickr": (
        _form(
            r"(?:photos|people)/(?P<handle>[A-Za-z0-9@_-]{2,40})(?:/(?:sets|albums)/?\d{0,20})?",
            "profile",
            "www.flickr.com/photos/{}",
        ),
        _form(
            r"groups/(?P<handle>[A-Za-z0-9@_-]{2,40})(?:/pool)?",
            "group",
            "www.flickr.com/groups/{}",
        ),
    ),
    "google-plus": (
        _form(
            r"(?:u/\d/)?(?:b/\d{1,25}/)?(?P<handle>\+[^/?#\s]{2,60}|\d{21})(?:/\w{1,20})?",
            "page",
            "plus.google.com/{}",
        ),
    ),
    "vimeo": (
        _form("channels/<name>", "channel", "vimeo.com/channels/{}"),
        _form(r"(?P<handle>[A-Za-z][\w-]{1,60})", "channel", "vimeo.com/{}"),
    ),
    "reddit": (
        _form("r/<name>", "group", "www.reddit.com/r/{}"),
        _form("u(?:ser)?/<name>", "profile", "www.reddit.com/user/{}"),
    ),
    "instagram": (_form("<name>", "profile", "www.instagram.com/{}"),),
    "tiktok": (_form("@<name>", "profile", "www.tiktok.com/@{}"),),
    "threads": (_form("@<name>", "profile", "www.threads.net/@{}"),),
    "bluesky": (_form("profile/<slug>", "profile", "bsky.app/profile/{}"),),
    "mastodon": (_form(r"(?:web/)?@(?P<handle>\w{1,30})", "profile", "{host}/@{}"),),
    "telegram": (_form("(?:s/)?<name>", "channel", "t.me/{}"),),
    "pinterest": (_form(r"<name>(?:/[\w-]{1,60})?", "profile", "www.pinterest.com/{}"),),
    "whatsapp": (_form("channel/<name>", "channel", "whatsapp.com/channel/{}"),),
    "snapchat": (_form("add/<name>", "profile", "www.snapchat.com/add/{}"),),
    "yammer": (_form("<name>(?:/[^?#]{0,80})?", "group", "www.yammer.com/{}"),),
    "netlog": (_form("<name>", "profile", "netlog.com/{}"),),
    "foursquare": (_form("<name>", "profile", "foursquare.com/{}"),),
    "slideshare": (_form("<name>", "profile", "www.slideshare.net/{}"),),
    "myspace": (_form("<name>", "profile", "myspace.com/{}"),),
    "dailymotion": (_form("<name>", "channel", "www.dailymotion.com/{}"),),
    "issuu": (_form(r"<name>(?:/docs/?[\w-]{0,80})?", "profile", "issuu.com/{}"),),
    "storify": (_form("<name>", "profile", "storify.com/{}"),),
}


def read_path(platform: str, path: str, host: str = "") -> Named | None:
    """The account that the path behind a platform's host names; None where it is something else.

    Only where each server is a host of its own is `host` looked at: there it is
    part of the handle.

    >>> read_path("facebook", "groups/healthbelgium/")
    Named(kind='group', handle='healthbelgium', url='https://www.facebook.com/groups/healthbelgium')
    >>> read_path("mastodon", "@fodbosa", "mastodon.social").handle
    'fodbosa@mastodon.social'
    >>> read_path("twitter", "SPF_Finances/status/123") is None
    True
    """
    reserved = PLATFORMS[platform].reserved
    for form in _FORMS[platform]:
        found = form.path.fullmatch(path)
        if found is not None and found["handle"].lower() not in reserved:
            handle = unquote(found["handle"])
            url = form.url.format(quote(handle, safe="@+:._~-"), host=host)
            handle = f"{handle}@{host}" if platform == "mastodon" else handle
            return Named(form.kind, handle, url)
    return None
