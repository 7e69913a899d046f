"""The languages that Sijill reads, tells and shows, by ISO 639-1 code."""

from __future__ import annotations

#: Arabic first: right-to-left is the normal case.
LANGUAGES = ("ar", "en", "ru", "kk", "ja")

#: Those in which a script can be written and spoken so far.
NARRATED = ("ar", "en")

#: What each language calls itself.
NATIVE_NAMES = {
    "ar": "العربية",
    "en": "English",
    "ru": "русский",
    "kk": "қазақ тілі",
    "ja": "日本語",
}

#: Those that run from right to left.
RIGHT_TO_LEFT = frozenset({"ar"})
