"""The languages that Sijill reads, tells and shows, by ISO 639-1 code."""

from __future__ import annotations

#: Arabic first: right-to-left is the normal case.
LANGUAGES = ("ar", "en", "ru", "kk", "ja")

#: Those in which a script can be written and spoken so far.
NARRATED = ("ar", "en")

#: Those in which the verb ends its clause.
VERB_LAST = ("kk", "ja")

#: Those that run from right to left, among them some that only names and headlines are in.
RIGHT_TO_LEFT = ("ar", "fa", "he", "ps", "ug", "ur")
