"""The languages that addresses of pages begin with."""

LANGUAGES = ("en", "fr", "nl")
"""The first where a client has no wish that can be met."""
