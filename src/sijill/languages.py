"""The folders of the data go in; the languages that Sijill reads and tells come out, by kind.

A language is a folder `data/<ISO 639-1 code>` that holds `language.tsv` (columns `trait`, `value`,
`source`); its other tables give it words. `tools/new_language.py` begins one.
"""

from __future__ import annotations

from collections.abc import Iterable

from sijill.errors import TableFault
from sijill.tables import data_path, open_table

_TRAITS = frozenset(
    {
        "rank",
        "narrated",
        "right_to_left",
        "verb_last",
        "endings",
        "cased",
        "bare_nouns",
        "home",
        "comma",
        "letters",
    }
)


def _read() -> dict[str, dict[str, str]]:
    """Give the traits of each language in the order of their ranks."""
    found: dict[str, dict[str, str]] = {}
    for path in sorted(data_path("").glob("*/language.tsv")):
        rows = open_table(f"{path.parent.name}/language.tsv", ("trait", "value"))
        traits = {row["trait"]: row["value"] for row in rows}
        unknown = sorted(set(traits) - _TRAITS)
        if unknown or not traits.get("rank", "").isdigit():
            what = f"no trait “{unknown[0]}”" if unknown else "no rank that is a number"
            raise TableFault(
                what, path=str(path), remedy=f"The traits are: {', '.join(sorted(_TRAITS))}."
            )
        found[path.parent.name] = traits
    return dict(sorted(found.items(), key=lambda item: (int(item[1]["rank"]), item[0])))


_BY_CODE = _read()


def _with(trait: str) -> tuple[str, ...]:
    return tuple(code for code, traits in _BY_CODE.items() if traits.get(trait) == "yes")


#: Those that are read, by ISO 639-1 code; Arabic first: right-to-left is the normal case.
LANGUAGES = tuple(_BY_CODE)

#: Those that tables of all languages have a column for (`world/`, `protocol/`), English first. Of
#: others a table of their own folder tells the names.
COLUMNS = ("en", "ar", "ru", "kk", "ja")

#: Those in which a script can be written and spoken so far.
NARRATED = _with("narrated")

#: Those in which the verb ends its clause.
VERB_LAST = _with("verb_last")

#: Those that write case endings onto names, so that a name is not a word of its own.
WITH_ENDINGS = _with("endings")

#: Those that begin names with a capital letter.
CASED = _with("cased")

#: Those without articles: a bare noun may be a particular one, and a case or particle says whose.
BARE_NOUNS = _with("bare_nouns")

#: The state that a text means which names none, where a language has a home.
HOMES = {code: traits["home"] for code, traits in _BY_CODE.items() if traits.get("home")}

#: The writing system that texts of a language are in, where its table tells it.
LETTERS = {code: traits["letters"] for code, traits in _BY_CODE.items() if traits.get("letters")}

#: Those that run from right to left, among them some that only names and headlines are in.
RIGHT_TO_LEFT = tuple(dict.fromkeys((*_with("right_to_left"), "fa", "he", "ps", "ug", "ur")))

#: What parts the items of a list, where that is no comma as in English.
_COMMAS = {code: traits["comma"] for code, traits in _BY_CODE.items() if traits.get("comma")}
#: Stands in its own width of blank.
_WIDE_COMMA = "、"


def listed(items: Iterable[str], language: str) -> str:
    """Write a list as a language does: “A, B”, «أ، ب», A、B."""
    comma = _COMMAS.get(language, ",")
    return (comma if comma == _WIDE_COMMA else f"{comma} ").join(items)
