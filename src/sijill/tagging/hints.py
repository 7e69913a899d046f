"""Tokens go in; what the lists of cities and of people's names know of them comes out.

The lists (`gazetteer.tsv`, `name_parts.tsv`) are hints that a tagger weighs, never a reason by
themselves: half of all names of cities are also words or people's names.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from itertools import takewhile

from sijill.documents.lexicon import comparable_forms
from sijill.known_words import KnownWords
from sijill.languages import CASED
from sijill.register.declension import CASES
from sijill.tables import cell_list, open_columns, open_table
from sijill.text import fold, fold_word
from sijill.word_tables import WordTable

_SOFT = "аяоеёыийьэую"
#: The accents of letters that are taken apart.
_ACCENTS = re.compile("[\u0300-\u036f]+")
#: What folding still changes in Cyrillic small letters.
_UNUSUAL = re.compile("[^\\x00-\\x5fa-z{|}~а-яіәғқңөұүһ]")
#: Places of more words than this are left out.
MOST_WORDS = 4
_GIVEN = frozenset(("given", "both"))
#: So many words are kept that stood behind one of a listed place.
_MOST_BEHIND = 8192


def plain(word: str) -> str:
    """Fold a word and drop the accents of Latin letters: Zahlé and Zahle are one."""
    folded = fold_word(word)
    if folded.isascii():
        return folded
    bare = unicodedata.normalize("NFD", folded)
    if any("\u0300" <= c <= "\u036f" for c in bare) and bare[0] < "\u0250":
        return "".join(c for c in bare if not "\u0300" <= c <= "\u036f")
    return folded


def keys(word: str, language: str) -> tuple[str, ...]:
    """Give the forms under which a word of a sentence may stand in a list of names."""
    if language in CASED and not word[:1].isupper():
        return ()
    if language == "en":
        return (plain(word),)
    if language in ("ru", "kk"):
        if language == "kk":
            forms = list(comparable_forms(word, language))
        else:
            folded, endings = fold_word(word), _case_endings()
            forms = [
                folded[:end]
                for end in range(len(folded), max(len(folded) - 4, 2), -1)
                if folded[end:] in endings
            ]
        return tuple(dict.fromkeys(_root(f) for f in forms))
    return comparable_forms(word, language)


@cache
def _case_endings() -> frozenset[str]:
    """Give what Russian cases put behind the stem of a name, nothing at all among it."""
    found = {""}
    for row in open_table("ru/declension.tsv", ("ending", *CASES)):
        for form in (form for case in CASES for form in cell_list(row[case])):
            pairs = zip(row["ending"], form, strict=False)
            shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
            found.add(form[shared:])
    return frozenset(found)


def _root(word: str) -> str:
    """Drop the last vowel, which changes with the case: Москва, Москвы."""
    return word[:-1] if len(word) > 3 and word[-1] in _SOFT else word


def entry_form(word: str, language: str) -> str:
    """Give the form under which a word of a listed name is kept."""
    return _form_of(plain(word) if language == "en" else fold_word(word), language)


def _form_of(folded: str, language: str) -> str:
    if language in ("ru", "kk"):
        return _root(folded)
    if language == "ar" and len(folded) > 4:
        return folded.removeprefix("ال")
    return folded


def _forms_of(folded: Sequence[str], language: str) -> Sequence[str]:
    """Do for many words what `_form_of` does for one."""
    if language in ("ru", "kk"):
        return [w[:-1] if len(w) > 3 and w[-1] in _SOFT else w for w in folded]
    if language == "ar":
        return [w[2:] if len(w) > 4 and w[:2] == "ال" else w for w in folded]
    return folded


def _fold_all(names: Sequence[str], language: str) -> list[str]:
    """Fold the names of a whole list at once: there are tens of thousands of them."""
    if not names:
        return []
    joined = "\n".join(names)
    if language in ("ru", "kk"):
        return _UNUSUAL.sub(lambda sign: fold(sign.group()), joined.lower()).split("\n")
    if language != "en":
        return fold(joined).split("\n")
    # Most have plain letters alone; of the others the lower case is not yet what is wanted.
    folded = joined.lower().replace("`", "'").split("\n")
    others = [number for number, name in enumerate(names) if not name.isascii()]
    apart = unicodedata.normalize("NFD", fold("\n".join([names[number] for number in others])))
    bare = unicodedata.normalize("NFC", _ACCENTS.sub("", apart)).split("\n")
    for number, name in zip(others, bare, strict=False):
        folded[number] = name
    return folded


@cache
def _single_places(language: str) -> dict[str, None]:
    """Give the forms of places of one word; those of others are among them, and do no harm."""
    return dict.fromkeys(_forms_of(_folded_places(language), language))


@cache
def _longer_places(language: str) -> dict[str, list[str]]:
    """Give the folded names of places of more words by the form of the first one."""
    several = [name for name in _folded_places(language) if " " in name]
    firsts = _forms_of([name.split(None, 1)[0] for name in several], language)
    found: dict[str, list[str]] = {}
    for first, name in zip(firsts, several, strict=True):
        found.setdefault(first, []).append(name)
    return found


@lru_cache(maxsize=1)
def _folded_places(language: str) -> list[str]:
    (names,) = open_columns(f"{language}/gazetteer.tsv", ("name",))
    return [
        name.replace("-", " - ") if "-" in name else name for name in _fold_all(names, language)
    ]


@lru_cache(maxsize=8192)
def _entries(first: str, language: str) -> tuple[tuple[str, ...], ...]:
    """Give the places that begin with a form: each the forms of its words, the longest first."""
    named = [name.split() for name in _longer_places(language).get(first, ())]
    found = {
        tuple([_form_of(word, language) for word in words])
        for words in named
        if len(words) <= MOST_WORDS + 1
    }
    if first in _single_places(language):
        found.add((first,))
    return tuple(sorted(found, key=lambda e: (-len(e), e)))


@cache
def _name_parts(language: str) -> dict[str, str]:
    names, places = open_columns(f"{language}/name_parts.tsv", ("name", "where"))
    forms = _forms_of(_fold_all(names, language), language)
    return dict(zip(forms, places, strict=True))


def begins_listed_place(word: str, language: str) -> bool:
    """Say whether a word as it stands, nothing cut off, begins a listed place."""
    return bool(_entries(entry_form(word, language), language))


#: What follows a word in listed places, each by the first form of it. The empty ending of a word
#: that is a place alone stands by the empty form.
_Endings = Mapping[str, list[tuple[str, ...]]]
#: What the lists know of a word: what follows it in places, and where it stands in names of people.
_Listed = tuple[_Endings, str]


@cache
def _listed(language: str) -> WordTable[_Listed | None]:
    """Give what the lists know of each word; None of most.

    It is looked up in all lists at once when it is met for the first time.
    """
    single, longer = _single_places(language), _longer_places(language)
    parts = _name_parts(language)

    def look_up(word: str) -> _Listed | None:
        endings: dict[str, list[tuple[str, ...]]] = {}
        where = ""
        for form in keys(word, language):
            if form in longer:
                for _, *ending in _entries(form, language):
                    endings.setdefault(ending[0] if ending else "", []).append(tuple(ending))
            elif form in single:
                endings[""] = [()]
            where = where or parts.get(form, "")
        return (endings, where) if endings or where else None

    return WordTable(look_up)


def _listed_among(words: Sequence[str], language: str) -> list[tuple[int, _Listed]]:
    """Give the places of the words that the lists know, with what they know of each."""
    # Of words without a capital the lists know nothing, where there are capitals: see `keys`.
    return _listed(language).told_among(words, language in CASED)


def hint_places(words: Sequence[str], language: str) -> list[str]:
    """Say for each token whether a known city begins (`B`) or goes on (`I`) in it, else ``."""
    return _mark_places(_listed_among(words, language), words, language)


def may_begin_place(word: str, language: str) -> bool:
    """Say whether a known city may begin in a word: where not, `hint_places` does not begin one."""
    row = _listed(language)[word]
    return row is not None and bool(row[0])


def place_length(words: Sequence[str], language: str) -> int:
    """Give how many words the known city has that `hint_places` begins in the first; 0 for none."""
    row = _listed(language)[words[0]]
    is_small = language in CASED and not words[0][:1].isupper()
    return 0 if row is None or not row[0] or is_small else _end(row[0], words, 1, language)


def _mark_places(
    listed: Iterable[tuple[int, _Listed]], words: Sequence[str], language: str
) -> list[str]:
    out = [""] * len(words)
    reached = 0
    for place, (endings, _) in listed:
        end = _end(endings, words, place + 1, language) if endings and place >= reached else 0
        if end:
            out[place:end] = ["B", *["I"] * (end - place - 1)]
            reached = end
    return out


def _end(endings: _Endings, words: Sequence[str], begin: int, language: str) -> int:
    """Give where the longest of endings ends that stands in a sentence, 0 when none does."""
    end = begin if "" in endings else 0
    if begin == len(words) or (end and len(endings) == 1):
        return end  # nothing may follow
    for form in _forms_behind(language)[words[begin]]:
        for ending in endings.get(form, ()):
            if begin + len(ending) > end and _stands_at(ending, words, begin, language):
                end = begin + len(ending)
    return end


def _stands_at(forms: Sequence[str], words: Sequence[str], begin: int, language: str) -> bool:
    told = _forms_behind(language)
    return begin + len(forms) <= len(words) and all(
        form in told[words[place]] for place, form in enumerate(forms, begin)
    )


@cache
def _forms_behind(language: str) -> WordTable[tuple[str, ...]]:
    """Give the forms under which each word may go on a listed place.

    Few words stand behind the first one of such a place, and mostly the same.
    """
    return WordTable(lambda word: (*keys(word, language), fold_word(word)), _MOST_BEHIND)


def hint_people(word: str, language: str) -> str:
    """Say where a word stands in names of people: given, family, both, or `` when not known."""
    row = _listed(language)[word]
    return row[1] if row else ""


def is_given_name(word: str, language: str) -> bool:
    """Say whether a word as it stands, nothing cut off, is listed as a given name."""
    return _name_parts(language).get(entry_form(word, language)) in _GIVEN


def given_names(words: Sequence[str], language: str) -> list[int]:
    """Give the places of those words that `hint_people` knows as given names, whatever else."""
    return [place for place, row in _listed(language).told_among(words) if row[1] in _GIVEN]


def hint_words(words: Sequence[str], language: str) -> list[str]:
    """Say for each token what `hint_places` and `hint_people` do, one behind the other."""
    listed = _listed_among(words, language)
    out = _mark_places(listed, words, language)
    for place, (_, where) in listed:
        out[place] += where
    return out


@cache
def _japanese() -> KnownWords[str]:
    labels: dict[str, str] = {}
    (cities,) = open_columns("ja/gazetteer.tsv", ("name",))
    labels.update((name, "city") for name in _fold_all(cities, "ja"))
    parts, places = open_columns("ja/name_parts.tsv", ("name", "where"))
    for part, where in zip(_fold_all(parts, "ja"), places, strict=True):
        if len(part) > 1:
            labels.setdefault(part, where)
    return KnownWords(labels)


def hint_characters(folded: str) -> list[str]:
    """Say for each character of folded Japanese text which listed name it lies in, else ``."""
    out = [""] * len(folded)
    reached = 0
    for start, end, label in _japanese().find(folded):
        if start < reached or _cuts_kana(folded, start, end):
            continue
        out[start:end] = [f"I:{label}"] * (end - start)
        out[end - 1] = f"E:{label}"
        out[start] = f"B:{label}"
        reached = end
    return out


def _cuts_kana(text: str, start: int, end: int) -> bool:
    """Say whether a name in kana is only a piece of a longer word in kana."""
    before = start and _is_kana(text[start - 1]) and _is_kana(text[start])
    after = end < len(text) and _is_kana(text[end]) and _is_kana(text[end - 1])
    return bool(before or after)


def _is_kana(character: str) -> bool:
    return "\u30a1" <= character <= "\u30fa" or character == "ー"
