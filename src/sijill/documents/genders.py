"""The words of and beside somebody's name go in; the gender that they show comes out, `f` or `m`.

Titles and forms of verbs stand in `data/<language>/subject_signs.tsv`, posts that only women or
only men hold are the rules `womans_post` and `mans_post` of `expressions.tsv`, given names stand
in `world/given_names.tsv`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from sijill.documents.asked_once import asked_once
from sijill.documents.expressions import ends_in, expression
from sijill.documents.last_word import last_joined_word
from sijill.documents.subject_signs import signs
from sijill.tables import open_table
from sijill.text import fold
from sijill.word_tables import WordTable

#: How much each kind of word tells. Of one who is called وزيرة once the masculine form, which is
#: everybody's, says nothing.
TITLE, WOMANS_POST, MANS_POST, GIVEN_NAME, VERB = 5, 5, 1, 3, 2
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_WORD_BEHIND = re.compile(r"[\s—–-]*([^\W\d_]+)")
#: So far from a name its title stands (code points).
_TITLE_BEFORE, _TITLE_BEHIND = 14, 10
#: So far from its subject a verb stands (code points), and a shorter one tells nothing sure.
_VERB, _LEAST_VERB = 30, 5
_VOWEL_SIGNS = "\u064b\u064c\u064d"


class Genders:
    """What has been shown of the gender of several people, each word with its weight."""

    def __init__(self) -> None:
        self._votes: dict[str, dict[str, int]] = {}

    def show(self, who: str | None, gender: str | None, weight: int) -> None:
        """Take in that a word shows somebody's gender; of nobody, or of many, it shows none."""
        if who and gender in ("f", "m"):
            self._votes.setdefault(who, {"f": 0, "m": 0})[gender] += weight

    def show_post(self, who: str | None, gender: str | None) -> None:
        """Take in the gender that a post shows."""
        self.show(who, gender, WOMANS_POST if gender == "f" else MANS_POST)

    def settled(self) -> dict[str, str]:
        """Give the gender of everybody of whom one is shown more than the other."""
        return {
            who: "f" if row["f"] > row["m"] else "m"
            for who, row in self._votes.items()
            if row["f"] != row["m"]
        }


@lru_cache(maxsize=8192)
def verb_gender(word: str, language: str) -> str | None:
    """Tell what a verb's form says of its subject: `f`, `m`, `many`, or None for nothing."""
    folded = fold(word)
    for gender, form in signs(language).verb_forms:
        if form.startswith("-"):
            fits = len(folded) > len(form) and folded.endswith(form[1:])
        elif form.endswith("-"):
            fits = len(folded) > len(form) and folded.startswith(form[:-1])
        else:
            fits = folded == form
        if fits:
            return None if gender == "any" else gender
    return "m" if language == "ar" else None


def gender_of_words(words: Sequence[str], language: str) -> str | None:
    """Tell what `verb_gender` does of words of saying: the last is the verb, a noun tells how.

    «على ما قالت», but «اكتفت بالقول».
    """
    tells_how = len(words) > 1 and expression(language, "said_how").match(words[-1]) is not None
    return verb_gender(words[0 if tells_how else -1], language) if words else None


@asked_once
def _title_genders(language: str) -> WordTable[str | None] | None:
    """Tell what a title says of whom it stands beside: `f`, `m`, or None for any other word.

    None for a language without such titles.
    """
    titles = {gender: signs(language).endings(f"title_{gender}") for gender in ("f", "m")}
    begun = {g: tuple(t[:-1] for t in told if t[-1] == "*") for g, told in titles.items()}

    def told(word: str) -> str | None:
        folded = fold(word)
        for gender, whole in titles.items():
            if folded in whole or folded.startswith(begun[gender]):
                return gender
        return None

    return WordTable(told, most=8192) if any(titles.values()) else None


def title_beside(text: str, start: int, end: int, language: str) -> str | None:
    """Give the gender that a title right before, in or behind a name tells, None for no title.

    A name may have a post before it, with the title between: «الأمريكية، السيد سفيان».
    """
    genders = _title_genders(language)
    if genders is None:
        return None
    near = _WORD.findall(text, max(0, start - _TITLE_BEFORE), start)[-1:]
    near += _WORD.findall(text, start, end)[:2]
    near += _WORD.findall(text, end, end + _TITLE_BEHIND)[:1]
    for word in near:
        gender = genders[word]
        if gender is not None:
            return gender
    return None


def past_tense_beside(text: str, start: int, end: int) -> str | None:
    """Give the gender of a Russian past tense right behind or before a subject, else None."""
    after = _WORD_BEHIND.match(text, end, end + _VERB)
    gender = _gender_of_verb(after.group(1) if after else "")
    if gender is None:
        before = last_joined_word(text, max(0, start - _VERB), start)
        gender = _gender_of_verb(before.group() if before else "")
    return gender


def _gender_of_verb(word: str) -> str | None:
    """Give the gender that a Russian word shows as a verb: `f` or `m`, None for one too short."""
    gender = verb_gender(word, "ru") if len(word) >= _LEAST_VERB else None
    return gender if gender in ("f", "m") else None


def is_feminine_verb(word: str) -> bool:
    """Say whether an Arabic word is a verb of a woman: a feminine one outweighs a post."""
    return expression("ar", "feminine_verb").match(fold(word)) is not None


def name_gender(name: str, language: str) -> str | None:
    """Give `f` for an English name whose first part only women bear; one part alone tells none."""
    words = _WORD.findall(name) if language == "en" else []
    return "f" if len(words) > 1 and words[0] in _given_names_of_women() else None


def post_gender(words: Sequence[str], language: str) -> str | None:
    """Tell the gender a post shows: every Arabic one does, others only few: “queen”, «король».

    «العمدة» and «الخليفة» end as those of women and are none (`masculine` of `subject_signs.tsv`).
    """
    if not words:
        return None
    if language != "ar":
        post = " ".join(words)
        if expression(language, "womans_post").search(post):
            return "f"
        return "m" if expression(language, "mans_post").search(post) else None
    first = words[0].rstrip(_VOWEL_SIGNS)
    if signs("ar").has("masculine", fold(first)):
        return "m"
    return "f" if ends_in("ar", "womans_post").search(first) else "m"


@cache
def _given_names_of_women() -> frozenset[str]:
    """Give the given names that only women bear, in Latin letters."""
    rows = open_table("world/given_names.tsv", ("name", "gender"))
    return frozenset(row["name"] for row in rows if row["gender"] == "f")
