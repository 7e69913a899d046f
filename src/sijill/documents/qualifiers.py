"""The words of a name or post go in; what they say of time, rank and nationality comes out.

Tables: `post_modifiers.tsv` (deputy, former, acting, …) and `demonyms.tsv` (Finnish, японский).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from sijill.documents.asked_once import asked_once
from sijill.documents.document import Sentence
from sijill.documents.expressions import ends_in, expression
from sijill.documents.lexicon import comparable_forms, forms_of, word_classes
from sijill.documents.tokens import words_in
from sijill.immutable import immutable
from sijill.known_words import KnownWords
from sijill.tables import open_table
from sijill.text import fold_word
from sijill.word_tables import WordTable

#: Effects that tell how a post is held; in Japanese they may stand behind the state, too.
TIMES = frozenset(("former", "leaving", "acting", "elect", "honorary"))
#: Effects that tell a post by somebody else who holds it, or one like it.
RELATIONS = frozenset(("counterpart", "predecessor", "successor"))
#: No name of a people is longer (code points).
_LONGEST_PEOPLE = 24
#: So many letters tell which open words may begin one; none of these is
#: shorter, nor any Arabic word.
_HEAD = 3
#: Effects of Japanese words that need not open a post.
_ANYWHERE = frozenset(("acting", "counterpart", "leader", "head", "scholar", "honorary"))


@cache
def modifiers(language: str) -> tuple[tuple[str, bool, str], ...]:
    """Give the rows of `post_modifiers.tsv`: the folded word, whether it is open, its effect."""
    rows = open_table(f"{language}/post_modifiers.tsv", ("word", "effect"))
    return tuple(
        (fold_word(r["word"].rstrip("*")), r["word"].endswith("*"), r["effect"]) for r in rows
    )


@immutable
class _Demonym:
    """A row of `demonyms.tsv`: its folded words, whether the last is open, its place, its code."""

    words: tuple[str, ...]
    is_open: bool
    rank: int
    code: str


_PARTS = re.compile(r"[^-]+|-")


@cache
def _demonyms(
    language: str,
) -> tuple[dict[str, tuple[_Demonym, ...]], dict[str, tuple[int, ...]]]:
    """Give nationality words by their first word, and how long the first words are that are open.

    An open word is found by its beginning; the lengths stand by the first letters.
    """
    found: dict[str, list[_Demonym]] = {}
    lengths: dict[str, set[int]] = {}
    for rank, row in enumerate(open_table(f"{language}/demonyms.tsv", ("word", "code"))):
        whole = tuple(fold_word(row["word"].rstrip("*")).split())
        is_open = row["word"].endswith("*")
        # A word with a hyphen is three in a text: «коста-риканский».
        parted = tuple(part for word in whole for part in _PARTS.findall(word))
        for words in dict.fromkeys((whole, parted)):
            found.setdefault(words[0], []).append(_Demonym(words, is_open, rank, row["code"]))
        if is_open and len(whole) == 1:
            lengths.setdefault(whole[0][:_HEAD], set()).add(len(whole[0]))
    by_head = {head: tuple(sorted(of_head)) for head, of_head in lengths.items()}
    return {word: tuple(alike) for word, alike in found.items()}, by_head


def effects_of(words: Sequence[str], language: str) -> set[str]:
    """Give the effects of the words that change a post: deputy, former, acting, …"""
    found: set[str] = set()
    if language == "ja":
        text = "".join(words)
        for start, end, told in _japanese_effects().find(text):
            # ペルーの前首相; but 国の元首 is no “former” head.
            is_behind = text.endswith("の", 0, start)
            is_time = is_behind and (text[end : end + 1] != "首" or text[end : end + 2] == "首相")
            for effect in told:
                if not start or effect in _ANYWHERE or (is_time and effect in TIMES):
                    found.add(effect)
        return found
    for _, effects in _effects(language).told_among(words):
        found |= effects
    return found


@cache
def _japanese_effects() -> KnownWords[tuple[str, ...]]:
    """Give the effects of each Japanese word; 副 is part of the words of posts themselves."""
    effects: dict[str, list[str]] = {}
    for stem, _, effect in modifiers("ja"):
        if effect != "deputy":
            effects.setdefault(stem, []).append(effect)
    return KnownWords({stem: tuple(found) for stem, found in effects.items()})


@asked_once
def _effects(language: str) -> WordTable[frozenset[str] | None]:
    """Give the effects of each word, None for none."""
    effects, _ = _modifying(language)
    heads = frozenset(word[:_HEAD] for word in effects)
    forms = forms_of(language)

    def effects_of_word(word: str) -> frozenset[str] | None:
        # That most words have none their first letters tell.
        for form in forms[word.rstrip(".") or word]:
            if form[:_HEAD] in heads:
                return _effects_of_word(word, language) or None
        return None

    return WordTable(effects_of_word)


def _effects_of_word(word: str, language: str) -> frozenset[str]:
    effects, stems = _modifying(language)
    found: set[str] = set()
    for form in comparable_forms(word.rstrip(".") or word, language):
        found.update(effects.get(form, ()))
        for stem, effect in stems.get(form[:_HEAD], ()):
            if form.startswith(stem):
                found.add(effect)
    return frozenset(found)


@cache
def _modifying(
    language: str,
) -> tuple[dict[str, list[str]], dict[str, list[tuple[str, str]]]]:
    """Give the effects of each word, and the open ones with theirs by their first letters."""
    effects: dict[str, list[str]] = {}
    stems: dict[str, list[tuple[str, str]]] = {}
    for stem, is_open, effect in modifiers(language):
        effects.setdefault(stem, []).append(effect)
        if is_open:
            stems.setdefault(stem[:_HEAD], []).append((stem, effect))
    return effects, stems


@cache
def joint_words(language: str) -> frozenset[str]:
    """Give the words that join two things told side by side: and, with."""
    return words_with("and", language) | words_with("with", language)


@lru_cache(maxsize=512)
def has_joint_word(gap: str, language: str) -> bool:
    """Say whether a word such as «and» stands in a gap."""
    joint = joint_words(language)
    return len(gap) <= 80 and not joint.isdisjoint(map(fold_word, words_in(gap, language)))


@lru_cache(maxsize=2048)
def is_joint(gap: str, language: str) -> bool:
    """Say whether what stands between two people only joins them: a comma, «and», honorifics."""
    # The first word nearly always tells that it does not.
    return all(map(_joining(language).__getitem__, words_in(gap, language)))


@cache
def _joining(language: str) -> WordTable[bool]:
    """Say of each word or sign whether it may stand where two people are only joined."""
    return WordTable(lambda word: _is_joining(word, language), most=2048)


def _is_joining(word: str, language: str) -> bool:
    if not word[0].isalnum() and word not in ".!?؟。;؛:":
        return True
    folded = fold_word(word)
    return folded in joint_words(language) or "honorific" in word_classes(language).get(folded, ())


def country_of_words(words: Sequence[str], language: str) -> str | None:
    """Give the ISO code that a nationality word among these words tells, or None."""
    if language == "ja":
        found = _japanese_people().search("".join(words))
        return _codes("ja")[found.group()] if found else None
    for index, demonyms in _begun(language).told_among(words):
        for demonym in demonyms:
            if _stands_at(demonym, words, index, language) and not _is_of_no_nation(
                words, index, language
            ):
                return demonym.code
    return None


def _is_of_no_nation(words: Sequence[str], index: int, language: str) -> bool:
    """Say whether the word before a nationality makes it another word: «وزير المالية»."""
    beside = " ".join(words[max(0, index - 1) : index + 1])
    return expression(language, "no_nation").search(beside) is not None


@cache
def _codes(language: str) -> dict[str, str]:
    """Give the codes of nationality words as they are written."""
    return {r["word"]: r["code"] for r in open_table(f"{language}/demonyms.tsv", ("word", "code"))}


@cache
def _japanese_people() -> re.Pattern[str]:
    """Find the names of a state's people in Japanese, which parts no words: ザンビア人留学生.

    What stands before is looked at behind the first sign: so a search leaps to where one begins.
    """
    rests: dict[str, list[str]] = {}
    for word in sorted(_codes("ja"), key=lambda word: (-len(word), word)):
        rests.setdefault(re.escape(word[0]), []).append(re.escape(word[1:]))
    names = [f"{first}(?<![ァ-ヶー]{first})(?:{'|'.join(rest)})" for first, rest in rests.items()]
    return re.compile("|".join(names) or "(?!)")


@asked_once
def _begun(language: str) -> WordTable[tuple[_Demonym, ...] | None]:
    """Give the nationality words that may begin with each word, as told in the table, or None."""
    forms = forms_of(language)
    heads = frozenset(word[:_HEAD] for word in _demonyms(language)[0])

    def begun_by(word: str) -> tuple[_Demonym, ...] | None:
        # That most words are none their first letters tell: what marks a feminine stands last.
        for form in forms[word]:
            if form[:_HEAD] in heads:
                return _begun_by(word, language)
        return None

    return WordTable(begun_by)


def _begun_by(word: str, language: str) -> tuple[_Demonym, ...] | None:
    table, lengths = _demonyms(language)
    found: dict[int, _Demonym] = {}
    for form in _demonym_forms(word, language):
        for demonym in table.get(form, ()):
            found[demonym.rank] = demonym
        for length in lengths.get(form[:_HEAD], ()):
            for demonym in table.get(form[:length], ()):
                if demonym.is_open and len(demonym.words) == 1:
                    found[demonym.rank] = demonym
    if not found:
        return None
    return tuple(sorted(found.values(), key=lambda d: (d.words[0][:2], d.rank)))


def _stands_at(demonym: _Demonym, words: Sequence[str], index: int, language: str) -> bool:
    """Say whether the words after the first one, which is known to stand, follow it."""
    if index + len(demonym.words) > len(words):
        return False
    last = len(demonym.words) - 1
    return all(
        _begins(
            _demonym_forms(words[index + step], language),
            demonym.words[step],
            demonym.is_open and step == last,
        )
        for step in range(1, last + 1)
    )


def _begins(forms: Sequence[str], part: str, is_open: bool) -> bool:
    return part in forms or (is_open and any(f.startswith(part) for f in forms))


def _demonym_forms(word: str, language: str) -> tuple[str, ...]:
    forms = comparable_forms(word, language)
    if language != "ar":
        return forms
    feminine = ends_in("ar", "feminine_of_state")
    return (*forms, *[f[:-1] for f in forms if feminine.search(f)])


def people_before(text: str, end: int) -> int | None:
    """Give where the name of a Japanese text's people that ends at a place begins, or None."""
    found = _japanese_people().finditer(text, max(0, end - _LONGEST_PEOPLE), end)
    return next((m.start() for m in found if m.end() == end), None)


def country_of_word(word: str, language: str) -> str | None:
    """Give the ISO code that one word tells as a nationality, or None."""
    if language == "ja":
        return country_of_words((word,), language)
    for demonym in _begun(language)[word] or ():
        if len(demonym.words) == 1:
            return None if _is_of_no_nation((word,), 0, language) else demonym.code
    return None


def is_demonym(word: str, language: str) -> bool:
    """Say whether one word tells a nationality."""
    return country_of_word(word, language) is not None


def is_people(words: Sequence[str], language: str) -> bool:
    """Say whether words are the name of a people and nothing else: “Sierra Leonean”."""
    return bool(words) and any(
        len(demonym.words) == len(words) and _stands_at(demonym, words, 0, language)
        for demonym in _begun(language)[words[0]] or ()
    )


def nationality_words(
    text: str, sentences: Sequence[Sentence], language: str
) -> tuple[tuple[int, int, str], ...]:
    """Give every word of a text that tells a nationality: start, end, ISO code."""
    if language == "ja":
        codes = _codes("ja")
        return tuple(
            (m.start(), m.end(), codes[m.group()]) for m in _japanese_people().finditer(text)
        )
    return tuple(
        (start, end, country)
        for sentence in sentences
        for start, end, country in _peoples_in(sentence, language)
        if not _is_of_no_nation(
            text[max(0, start - _LONGEST_PEOPLE) : end].split()[-2:], 1, language
        )
    )


def _peoples_in(sentence: Sentence, language: str) -> Iterator[tuple[int, int, str]]:
    """Give the words of a sentence that tell a nationality, one or two: “Sierra Leonean”."""
    last = -1
    for at, _ in _begun(language).told_among([token.text for token in sentence.tokens]):
        if at <= last:
            continue
        token = sentence.tokens[at]
        pair = [t.text for t in sentence.tokens[at : at + 2]]
        if len(pair) == 2 and is_people(pair, language):
            country = country_of_words(pair, language)
            last = at + 1
        else:
            country = country_of_word(token.text, language)
            last = at
        if country:
            yield token.start, sentence.tokens[last].end, country


@asked_once
def words_with(effect: str, language: str) -> frozenset[str]:
    """Give the folded words of `post_modifiers.tsv` that have an effect."""
    return frozenset(stem for stem, _, found in modifiers(language) if found == effect)
