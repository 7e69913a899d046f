"""Candidates go in; names that no tagger saw, but that the words beside them tell to be people's,
come out.

A name follows its post («Президенті Вальтер Копа Кондори») or stands before one in apposition
(“Lars Holm, ambassador of Denmark,”), is one told of two (“presidents X and
Y”), a word of kinship (“my daughter Inés”,
«زوجته سعاد») or the first of a byline (“By A and B”); in Arabic it stands before a post in
apposition: «مع غراسييلا زوبيلديا، حاكمة …».
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from functools import cached_property

from sijill.documents.document import PERSON, POST, Document
from sijill.documents.expressions import ends_in, expression
from sijill.documents.lexicon import begins_post
from sijill.documents.qualifiers import is_demonym
from sijill.languages import CASED
from sijill.mentions.candidates import Candidate, Nearby
from sijill.mentions.covered import Covered
from sijill.mentions.found import of_kind
from sijill.mentions.given_names import is_no_name, may_be_name
from sijill.mentions.unknown_names import find_runs
from sijill.register.affixes import affixes
from sijill.tagging.hints import hint_people

#: How sure such a name is; below what a tagger or the register saw.
_SURE = 0.6
#: A post must be this sure to vouch for a name.
_SURE_POST = 0.6
#: So far before a name the word that vouches for it is looked for (code points).
_BEFORE = 32
_MOST_WORDS = 4
#: An unknown name behind a word of kinship is no shorter, and stands elsewhere, too.
_LEAST_AGAIN = 4
_WORDS = re.compile(r"[^\W\d_]{3,}")
_NATION = re.compile(r" ([^ ]+) (?P<behind>[^ ]*)")
#: “Prime Minister Rey of Peru”: behind a title, and before the state, one word is a name, too.
_OF_STATE = re.compile(r" of (?:the )?[A-Z]")
#: A comma, and an article, before a post in apposition; so many letters before it.
_APPOSED, _ARTICLE = re.compile(r", (?:the |an? )?\Z"), 6
_WORD_BEFORE = re.compile(r"(?<!\w)([^\W\d_]{2,})\Z")


def find_vouched(document: Document, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Give the names that stand in no candidate and that a post or a word vouches for."""
    language = document.language
    if language != "ar" and language not in CASED:
        return []
    if language == "ar":
        found = list(_in_arabic(document, candidates))
        covered = Covered(document.text, candidates if found else ())
    else:
        covered = Covered(document.text, candidates)
        found = list(_in_capitals(document, candidates, covered))
    return [c for c in found if not covered.touches(c.start, c.end)]


def _person(start: int, end: int) -> Candidate:
    return Candidate(PERSON, start, end, "vouched", _SURE)


def _in_capitals(
    document: Document, candidates: Sequence[Candidate], covered: Covered
) -> Iterator[Candidate]:
    """Give the names; a run of words whose end is covered is not looked at."""
    text, language = document.text, document.language
    posts = {c.end for c in of_kind(candidates, POST) if c.confidence >= _SURE_POST}
    people = {c.end for c in of_kind(candidates, PERSON)}
    apposed = _appositions(text, candidates)
    kin, byline = ends_in(language, "kin_before"), ends_in(language, "byline_before")
    posts_of_two = expression(language, "posts_of_two")
    second = expression(language, "second_of_two")
    # Headlines may have every word in capitals.
    headline = text.find("\n") if language == "en" else 0
    ends = {c.end for c in candidates if c.kind is not PERSON}
    for begin, end in find_runs(text, language, covered):
        if begin < headline or covered.holds(end - 1):
            continue
        start = _behind_others(text, begin, end, ends)
        is_first = second.match(text, end) is not None
        of_two = posts_of_two.search(text, max(0, start - _BEFORE), end) if is_first else None
        if of_two and of_two.end() >= start:
            if " " in text[of_two.end() : end]:
                yield _person(of_two.end(), end)
            continue
        before = text[max(0, start - _BEFORE) : start]
        is_full = " " in text[start:end]
        is_closed = is_full or (language == "en" and _OF_STATE.match(text, end) is not None)
        is_titled = is_closed and start - 1 in posts and text[start - 1] == " "
        is_kin = is_full or hint_people(text[start:end], language)
        is_enclosed = start - 2 in posts and _is_enclosed(text, start, end, language)
        is_named = is_titled or is_enclosed or (is_full and end in apposed)
        if is_named or (is_kin and kin.search(before)):
            yield _person(start, end)
        elif is_full and (joint := byline.search(before)) is not None:
            line = text.rfind("\n", 0, start) + 1
            stands_alone = text[end : end + 1] in ("\n", "")
            is_next = start - len(joint.group()) in people
            if stands_alone and is_next and _is_byline(text[line:start], language):
                yield _person(start, end)


def _is_enclosed(text: str, start: int, end: int, language: str) -> bool:
    """Say whether words stand between commas, in no list: “the king of Tonga, Taufa, visited”."""
    is_between = text[start - 2 : start] == text[end : end + 2] == ", "
    return is_between and not expression(language, "listed_after").match(text, end + 2)


def _appositions(text: str, candidates: Sequence[Candidate]) -> Set[int]:
    """Give where the commas before posts in apposition stand: “Li Wen, ambassador of Fiji, said”.

    A title stands before its name: “At Blue Nile, President Kos said” tells nobody's name.
    """
    names = {c.start for c in of_kind(candidates, PERSON)}
    posts = [
        c
        for c in of_kind(candidates, POST)
        if c.confidence >= _SURE_POST and text[c.start].islower()
    ]
    commas = ((_APPOSED.search(text, max(0, c.start - _ARTICLE), c.start), c) for c in posts)
    return {comma.start() for comma, c in commas if comma and c.end + 1 not in names}


def _behind_others(text: str, begin: int, end: int, ends: Set[int]) -> int:
    """Give where a run of words begins behind the last other candidate that ends in it.

    «губернатор департамента Магдалена Эктор …»: the place belongs to the post.
    """
    blank = text.rfind(" ", begin + 1, end)
    while blank >= 0 and blank not in ends:
        blank = text.rfind(" ", begin + 1, blank)
    return begin if blank < 0 else blank + 1


def _is_byline(words: str, language: str) -> bool:
    return expression(language, "byline").match(words) is not None


def _in_arabic(document: Document, candidates: Sequence[Candidate]) -> Iterator[Candidate]:
    text = document.text
    yield from _kin(text)
    for byline in expression("ar", "byline_name").finditer(text):
        first = byline.group(1).split()[0]
        if may_be_name(first) and not is_no_name(first):
            yield _person(byline.start(1), byline.end(1))
    people = Nearby(of_kind(candidates, PERSON))
    for post in of_kind(candidates, POST):
        if post.confidence < _SURE_POST:
            continue
        is_behind = text[post.start - 2 : post.start] == "، "
        if is_behind and not people.overlapping(post.at(post.end, post.end + 2)):
            yield from _before_post(text, post.start - 2)


def _kin(text: str) -> Iterator[Candidate]:
    """Find the names behind words of kinship: «زوجته سعاد»."""
    kin = ends_in("ar", "kin_before")
    told = _Told(text)
    for word in _behind_kin(text):
        before = _without_nation(text[max(0, word.start() - _BEFORE) : word.start()])
        cue = kin.search(before)
        if cue is not None and (
            _is_given(word.group())
            or _is_told_again(word.group(), told)
            or _is_company(before[: cue.start()], word.group(), text[word.end() : word.end() + 2])
        ):
            yield _person(*word.span())


class _Told:
    """How often a text tells each word, counted when a name may be told again."""

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def _times(self) -> Mapping[str, int]:
        """How often each word stands there, with what is written onto it."""
        return Counter(_WORDS.findall(self._text))

    def times(self, word: str) -> int:
        """Give how often a word stands there, whatever particles are written onto it."""
        return sum([self._times[front + word] for front in ("", *affixes("ar", "front"))])


def _behind_kin(text: str) -> Iterator[re.Match[str]]:
    """Give the words behind those of kinship, and behind a nationality that stands between.

    Behind that a sign may stand before the word: «زوجته الليبية «سعاد»».
    """
    for cue in expression("ar", "kin_before").finditer(text):
        word = _WORDS.match(text, cue.end())
        if word is not None:
            yield word
        nation = _NATION.match(text, cue.end() - 1)
        if nation is not None and is_demonym(nation.group(1), "ar"):
            yield from _WORDS.finditer(text, *nation.span("behind"))


def _is_told_again(word: str, told: _Told) -> bool:
    """Say whether a word behind one of kinship is told again: «زوجته بيلار», «شكر لبيلار»."""
    may_be_again = len(word) >= _LEAST_AGAIN and may_be_name(word) and not is_no_name(word)
    return may_be_again and told.times(word) > 1


def _is_company(before: str, word: str, behind: str) -> bool:
    """Say whether a word names the kin that somebody comes with: «بحضور كريمته شمسة.».

    An adjective would have the article, as the word of kinship is definite.
    """
    is_with = ends_in("ar", "accompanied_by").search(before) is not None
    is_over = behind[:1] in ("", ".", "،", "؛") or behind == " و"
    return is_with and is_over and may_be_name(word) and not is_no_name(word)


def _is_given(word: str) -> bool:
    return bool(hint_people(word, "ar")) and begins_post([word], "ar") is None


def _without_nation(before: str) -> str:
    """Leave out the nationality between a word of kinship and a name: «زوجته الليبية سعاد»."""
    words = before.split(" ")
    if len(words) > 2 and is_demonym(words[-2], "ar"):
        return " ".join([*words[:-2], ""])
    return before


def _before_post(text: str, end: int) -> Iterator[Candidate]:
    """Find the name before the comma of an apposition: «مع غراسييلا زوبيلديا، حاكمة …»."""
    opens, says = ends_in("ar", "name_opens"), ends_in("ar", "asks_for_subject")
    start = end
    for size in range(1, _MOST_WORDS + 1):
        word = _WORD_BEFORE.search(text, max(0, start - _BEFORE), start)
        if word is None:
            return
        name = word.group(1)
        if size > 2 and expression("ar", "verb_with_object").fullmatch(name):
            yield _person(start + 1, end)  # «ويرافقه ليسلي كغوسي، رئيس …»
            return
        is_joined = name.startswith("و") and may_be_name(name[1:])
        if size > 1 and is_joined:
            yield _person(word.start(1) + 1, end)
            return
        if not may_be_name(name):
            return
        start = word.start(1)
        is_open = opens.search(text, max(0, start - _BEFORE), start) or says.search(
            text, max(0, start - _BEFORE), start
        )
        if size > 1 and is_open:
            yield _person(start, end)
            return
        start -= 1
