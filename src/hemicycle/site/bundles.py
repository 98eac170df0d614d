"""The name of a script to whether it was bundled: `make site` does, a plain checkout has none."""

from hemicycle.assets import asset

BUNDLES = "bundles"


def has_bundle(name: str) -> bool:
    """Whether static/bundles/ holds a file: `editor.js` or `explorer.js`."""
    return (asset("site/static") / BUNDLES / name).is_file()
