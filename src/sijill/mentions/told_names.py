"""Names told in full go in; places where a part of one stands alone come out.

A family name once told is the same person's wherever it stands: in a case, with particles or
endings written onto it, behind initials, before a Japanese honorific.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from operator import attrgetter

from sijill.documents.document import PERSON, Document, Sentence
from sijill.documents.expressions import expression
from sijill.documents.lexicon import is_post_word, japanese_word_at_start, word_classes
from sijill.documents.patterns import fold_stretch
from sijill.documents.token_places import places_of
from sijill.documents.tokens import ending_cuts
from sijill.languages import WITH_ENDINGS
from sijill.mentions.arabic_echoes import find_arabic_echoes
from sijill.mentions.candidates import Candidate
from sijill.mentions.capital_letters import capital_places
from sijill.mentions.covered import Covered
from sijill.mentions.endings import fits_name
from sijill.register.declension import all_forms
from sijill.text import KANJI, fold, fold_word

#: How sure a name is that only echoes another.
ECHO = 0.5
#: A part of a name must be this long to be looked for: its last one, and the others.
LEAST_LAST, LEAST_OTHER = 3, 4
#: What may stand behind a Japanese name is looked for so far (code points).
_TITLE_REACH = 8

#: A word with what writers join to it: «Munyaneza-Rugira», «О’Халлоран», but not «Kim's».
_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ-](?!s\b)[^\W\d_]+)*")
_INITIALS = re.compile(r"(?<![\w.])(?:[^\W\d_]\.[ \u00a0]?){1,3}\Z")
_KANA = r"\u30a1-\u30ff・＝="
_ONE_KANA = re.compile(f"[{_KANA}]")
#: Shorter katakana is too often part of another word.
_LONG_KANA = re.compile(f"[{_KANA}]{{3,}}")
_ONE_KANJI, _MANY_KANJI = re.compile(f"[{KANJI}々]"), re.compile(f"[{KANJI}々]+")
_BETWEEN = re.compile(r"[・＝=\s]")
_start_of = attrgetter("start")


def find_alone(
    document: Document,
    sentences: Sequence[Sentence],
    people: Iterable[Candidate],
    posts: set[int],
    covered: Covered,
) -> list[Candidate]:
    """Give the parts of people's names that stand where no candidate but a post is.

    `people` are those that are sure; one of a single word counts only when a post vouches for it.
    `posts` are where those end, `covered` what all other candidates cover.
    """
    if document.language == "ja":
        spans = _in_japanese(document.text, people)
    elif document.language == "ar":
        spans = find_arabic_echoes(document.text, sentences, people, posts, covered)
    else:
        spans = _in_capitals(document, sentences, people, posts, covered)
    return [
        Candidate(PERSON, start, end, "echo", ECHO)
        for start, end in spans
        if not covered.touches(start, end)
    ]


def _in_capitals(
    document: Document,
    sentences: Sequence[Sentence],
    people: Iterable[Candidate],
    posts: set[int],
    covered: Covered,
) -> Iterator[tuple[int, int]]:
    """Give the places of parts of names; what begins in what is covered is not looked at."""
    language, text = document.language, document.text
    parts = _parts(text, people, language, posts)
    begins = parts[0].begins | parts[1].begins
    capitals = capital_places(text) if begins else ()
    letters = {
        letter for letter in set(map(text.__getitem__, capitals)) if fold_word(letter)[:1] in begins
    }
    is_covered = covered.holds
    for place in [at for at in capitals if text[at] in letters and not is_covered(at)]:
        number = bisect_right(sentences, place, key=_start_of) - 1
        if number < 0 or place >= sentences[number].end:
            continue
        span = _span_at(document, sentences[number], place, parts, posts)
        if span is not None:
            yield span


def _span_at(
    document: Document,
    sentence: Sentence,
    place: int,
    parts: tuple[_Forms, _Forms],
    posts: set[int],
) -> tuple[int, int] | None:
    """Give the place of the name that the word at a place closes, None if it is no part of one."""
    language, text = document.language, document.text
    last, other = parts
    word = _WORD.match(text, place, sentence.end)
    if word is None:
        return None
    folded = fold_word(word.group())
    end = _end_of(word, folded, last, language)
    is_last = end is not None
    end = end if is_last else _end_of(word, folded, other, language)
    if end is None:
        return None
    words = _words(text, sentence.start, sentence.end)
    at = bisect_left(words, place, key=re.Match.start)
    if at == len(words) or words[at].start() != place or _goes_on(text, words, at, end):
        return None
    if not is_last and _has_before(text, words, at, posts, language):
        return None
    first = at
    while first and _is_joined(text, words, first, other, language):
        first -= 1
    return _with_initials(text, words[first].start()), end


@lru_cache(maxsize=1)
def _words(text: str, start: int, end: int) -> tuple[re.Match[str], ...]:
    """Give the words of a sentence, kept for the other names in it: a list may be all names."""
    return tuple(_WORD.finditer(text, start, end))


def _parts(
    text: str, people: Iterable[Candidate], language: str, posts: set[int]
) -> tuple[_Forms, _Forms]:
    """Give the forms of the last parts of names, and of the others; `posts` are their ends."""
    classes = word_classes(language)
    common = _SmallWords(text)
    last, other = _Forms(language), _Forms(language)
    told: dict[str, list[str]] = {}
    for person in people:
        name = text[person.start : person.end]
        words = told.get(name) or _WORD.findall(name)
        if len(words) > 1 or person.rule == "post" or person.start - 1 in posts:
            told[name] = words
    for words in told.values():
        for number, word in enumerate(words, 1):
            is_last = number == len(words)
            folded = fold_word(word)
            short = LEAST_LAST if is_last else LEAST_OTHER
            if len(word) < short or not word[0].isupper() or classes.get(folded):
                continue
            is_whole = is_last and len(words) > 1
            if not is_whole and (folded in common or is_post_word(word, language)):
                continue
            (last if is_last else other).add(word, folded)
    return last, other


class _Forms:
    """The folded forms of parts of names, made when a word that begins like one is asked about.

    All forms of a part begin with one letter.
    """

    def __init__(self, language: str) -> None:
        self._is_declined = language == "ru"
        self._parts: dict[str, list[str]] = {}
        self._forms: set[str] = set()

    def add(self, part: str, folded: str) -> None:
        """Put a part in, as it is written."""
        self._parts.setdefault(folded[0], []).append(part)

    @property
    def begins(self) -> set[str]:
        """The letters that parts begin with of which nobody has asked."""
        return set(self._parts)

    def __contains__(self, folded: str) -> bool:
        for part in self._parts.pop(folded[:1], ()):
            if self._is_declined:
                self._forms.update(_declined(part).split("\n"))
            else:
                self._forms.add(fold_word(part))
        return folded in self._forms


@lru_cache(maxsize=4096)
def _declined(part: str) -> str:
    """Give the folded forms of a Russian part, each in a line: many texts tell of the same people.

    Folded in one piece: most are no words of any text, and need not be kept as such.
    """
    return fold("\n".join(all_forms(part)))


class _SmallWords:
    """The words of a text that do not begin with a capital, gathered when a name may be one."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._words: set[str] | None = None

    def __contains__(self, word: str) -> bool:
        if not self._may_hold(word):
            return False
        if self._words is None:
            self._words = {w for w in _WORD.findall(self._text) if w[0].islower()}
        return word in self._words

    def _may_hold(self, word: str) -> bool:
        """Say whether the letters of a word stand somewhere with no others beside them."""
        text = self._text
        return word in text and any(
            not text[max(0, start - 1) : start].isalpha() and not text[end : end + 1].isalpha()
            for start, end in places_of(word, text)
        )


def _end_of(word: re.Match[str], folded: str, forms: _Forms, language: str) -> int | None:
    """Give where a part of a name ends in a word, None if the word is none."""
    if folded in forms:
        return word.end()
    if language in WITH_ENDINGS:
        for cut in ending_cuts(word.group(), language):
            name, ending = word.group()[:-cut], word.group()[-cut:]
            if fold_word(name) in forms and fits_name(name, ending):
                return word.end() - cut
    return None


def _goes_on(text: str, words: Sequence[re.Match[str]], at: int, end: int) -> bool:
    """Say whether another word in capitals follows: «the José Martí Order»."""
    if end != words[at].end() or at + 1 == len(words):
        return False
    following = words[at + 1]
    return text[end : following.start()] in (" ", "-") and following.group()[0].isupper()


def _has_before(
    text: str, words: Sequence[re.Match[str]], at: int, posts: set[int], language: str
) -> bool:
    """Say whether a word in capitals stands before that is neither a post nor an honorific."""
    if at == 0:
        return False
    before = words[at - 1]
    if text[before.end() : words[at].start()] not in (" ", "-", ". "):
        return False
    if not before.group()[0].isupper() or before.end() in posts:
        return False
    return "honorific" not in word_classes(language).get(fold_word(before.group()), ())


def _is_joined(
    text: str, words: Sequence[re.Match[str]], at: int, other: _Forms, language: str
) -> bool:
    """Say whether the word before is a part of a name as well: the full name told again."""
    before = words[at - 1]
    return (
        text[before.end() : words[at].start()] == " "
        and before.group()[0].isupper()
        and _end_of(before, fold_word(before.group()), other, language) == before.end()
    )


def _with_initials(text: str, start: int) -> int:
    """Give where a name begins whose initials stand before its family name: «С.Мұқанов»."""
    found = _INITIALS.search(text, max(0, start - 12), start)
    return found.start() if found and found.group()[0].isupper() else start


def _in_japanese(text: str, people: Iterable[Candidate]) -> Iterator[tuple[int, int]]:
    """Find parts of names in katakana, and family names in kanji before what follows a name."""
    kana: set[str] = set()
    kanji: set[str] = set()
    whole: set[str] = set()
    for person in people:
        name = text[person.start : person.end]
        parts = [p for p in _BETWEEN.split(name) if p]
        if len(parts) > 1:
            kana.update(filter(_LONG_KANA.fullmatch, parts))
        elif _LONG_KANA.fullmatch(name):
            kana.add(name)
        run = _MANY_KANJI.match(name)
        if run and len(parts) == 1 and len(name) > 2:
            kanji.add(run.group() if run.end() < len(name) else name[:2])
            whole.add(name)
            if expression("ja", "reading_behind").match(text, person.end):
                kanji.add(name[:1])  # «賀新民（フー・シンミン）», later «賀氏»
    for match in _titled_kana().finditer(text):
        yield match.span()
    for part in sorted(kana):
        for start, end in _apart(part, text, _ONE_KANA):
            if not _ONE_KANA.match(text, end) or _is_title(text, end):
                yield start, end
    for part in sorted(kanji):
        for start, end in _apart(part, text, _ONE_KANJI):
            if _is_title(text, end):
                yield start, end
    for name in sorted(whole):
        over = 0
        for start, end in places_of(name, text):
            if start < over:
                continue  # 林大林 in 林大林大林 stands there once
            over = end
            if not _ONE_KANJI.match(text, end) or _is_title(text, end):
                yield start, end


def _apart(part: str, text: str, signs: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    """Give where a part of a name stands with none of some signs right before it."""
    for start, end in places_of(part, text):
        if not start or not signs.match(text, start - 1):
            yield start, end


@cache
def _titled_kana() -> re.Pattern[str]:
    """Give what finds a name in katakana with an honorific right behind it."""
    classes = word_classes("ja")
    titles = "|".join(sorted((w for w in classes if "honorific" in classes[w]), key=len)[::-1])
    return re.compile(
        rf"(?<![{_KANA}{KANJI}々])[\u30a1-\u30fc][{_KANA}]{{2,}}(?={titles or '(?!)'})"
    )


def _is_title(text: str, at: int) -> bool:
    """Say whether an honorific or a post is written right onto a Japanese name."""
    word = japanese_word_at_start(fold_stretch(text, at, at + _TITLE_REACH))
    return word is not None and any(
        label == "honorific" or label.startswith("post=") for label in word[1]
    )
