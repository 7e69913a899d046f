"""Candidates that share words, or hold words of another kind, go in; they come out parted.

A title before a name is the post's («Crown Princess Elina»), a state behind a post belongs to it
(«министром иностранных дел Филиппин Хуаном Баутистой») and one before a Kazakh post is no part of
the name before it, a dateline's place is no part of its
agency («Hanoi (Red River News Agency)»), and forms of address and currencies are no names.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, cached_property

from sijill.documents.datelines import agency_behind
from sijill.documents.document import DATE, ORGANISATION, PERSON, PLACE, POST, Document, Token
from sijill.documents.expressions import expression
from sijill.documents.lexicon import begins_post, comparable_forms, forms_of, word_classes
from sijill.documents.tokens import first_word, tokenize
from sijill.languages import CASED, WITH_ENDINGS
from sijill.mentions.arabic_envoys import with_envoys
from sijill.mentions.arabic_posts_in_names import with_posts_between
from sijill.mentions.candidates import Candidate, Nearby
from sijill.mentions.found import of_kind
from sijill.mentions.kazakh_posts import with_kazakh_posts
from sijill.money_words import money_words
from sijill.roles import roles_with
from sijill.tagging.hints import is_given_name
from sijill.text import fold
from sijill.word_tables import WordTable

#: A state of the register is at least this sure.
STATE = 0.9
#: A full name has so many words at least.
_FULL = 2
#: A family name by which two people side by side are told apart has so many letters at least.
_LEAST_FAMILY = 4
#: Posts that are somebody's, and the offices whose they are.
_AIDES = frozenset(("special_envoy", "presidential_aide", "senior_official"))
_SERVED = roles_with("high")
_SIGNS = " \t\n,،、"
_WORD = re.compile(r"[^\W\d_]+")
#: What «و» is written onto inside of a name.
_AND = re.compile(r"\s(?P<whole>و(?P<name>\w+))")
_CODE, _CODE_LENGTH = re.compile(r"[A-Z]{3}"), 3
#: No case ending is longer (code points).
_CASE = 5


def put_apart(
    document: Document, candidates: Sequence[Candidate], known: Sequence[Candidate]
) -> list[Candidate]:
    """Give the candidates with shared words on one side only; what is no name at all falls out.

    `known` are candidates of the register.
    """
    language = document.language
    states = {k.start: k for k in of_kind(known, PLACE) if k.confidence >= STATE}
    closing = {s.end: s for s in states.values()} if language == "kk" else {}
    bodies = {c.start: c for c in of_kind(candidates, ORGANISATION)}
    places: dict[int, list[Candidate]] = {}
    for place in (*of_kind(candidates, PLACE), *of_kind(known, PLACE)):
        if place.start in bodies:
            places.setdefault(place.start, []).append(place)
    posts = of_kind(candidates, POST)
    near = Nearby(posts)
    ends = {p.end: p for p in posts}
    longer: dict[Candidate, Candidate] = {}
    out: list[Candidate] = []
    for candidate in candidates:
        c = candidate
        if c.rule != "tagger":
            out.append(c)
            continue
        if c.kind is PERSON:
            c = _behind_title(document, c, near.overlapping(c))
            state = states.get(c.start)
            before = ends.get(c.start - 1) if state and language != "en" else None
            if state and before and state.end < c.end and document.text[before.end] == " ":
                # not in 「外相のアルバ・ポリウス」
                longer[before] = before.at(before.start, state.end)
                c = _stripped(document, c.at(state.end, c.end))
            if c.end in closing:
                c = _before_state(document, c, closing[c.end], near)
            body = bodies.get(c.end + 1)
            opens = body and expression(language, "opens_body").search(
                document.text, c.start, c.end
            )
            if body and opens and opens.start() > c.start:
                longer[body] = body.at(opens.start() + 1, body.end)
                c = _trimmed(document, c.at(c.start, opens.start()))
        elif c.kind is not DATE:
            if c.kind is ORGANISATION:
                c = _without_dateline(document, c, places.get(c.start, ()))
                if _is_currency(document, c):
                    continue
            # Arabic forms of address are posts, too: «الشيخ».
            if language != "ar" and _is_address(document, c):
                continue
        out.append(c)
    if longer:
        starts = {c.start for c in longer}
        out = [longer.get(c, c) if c.start in starts else c for c in out]
    parted = _two_posts(document, out)
    if language == "ar":
        parted = with_posts_between(document, _with_joined_names(document, parted))
        parted = with_envoys(document, parted, known)
    elif language == "ru":
        parted = _owned_posts(document, parted)
    elif language == "kk":
        parted = with_kazakh_posts(document, parted, known)
    return _two_people(document, parted) if language in CASED else parted


def _with_joined_names(document: Document, candidates: Iterable[Candidate]) -> list[Candidate]:
    """Give the candidates with people whose names «و» joins as two."""
    out: list[Candidate] = []
    for c in candidates:
        if c.kind is PERSON:
            out += _joined_names(document, c)
        else:
            out.append(c)
    return out


def _joined_names(document: Document, c: Candidate) -> Iterator[Candidate]:
    """Give each of those that one name was taken for: «أحمد كمال وخالد سالم» are two people.

    The word behind «و» is a given name without it, and none with it, as «وليد» is.
    """
    start = c.start
    for joint in _AND.finditer(document.text, c.start, c.end):
        if is_given_name(joint["name"], "ar") and not is_given_name(joint["whole"], "ar"):
            yield c.at(start, joint.start())
            start = joint.start("name")
    yield c if start == c.start else c.at(start, c.end)


def _owned_posts(document: Document, candidates: list[Candidate]) -> list[Candidate]:
    """Make one post of an aide's and the one whose aide it is: «спецпредставителя президента».

    An office in a case that governs nothing stands right behind one that is somebody's.
    """
    text = document.text
    posts = [c for c in candidates if c.kind is POST]
    behind = {c.start: c for c in posts if text[c.start].islower()}
    longer: dict[Candidate, Candidate] = {}
    gone: set[Candidate] = set()
    for c in posts:
        owner = behind.get(c.end + 1) if text[c.end : c.end + 1] == " " else None
        if owner is None or owner is c:
            continue
        mine, theirs = (begins_post(text[p.start : p.end].split(), "ru") for p in (c, owner))
        if mine and theirs and mine.role in _AIDES and theirs.role in _SERVED:
            longer[c] = c.at(c.start, owner.end)
            gone.add(owner)
    if not longer:
        return candidates
    return [longer.get(c, c) for c in candidates if c not in gone]


def _two_people(document: Document, candidates: list[Candidate]) -> list[Candidate]:
    """Make two people of two names side by side, where the text tells the second one elsewhere.

    No comma parts a Kazakh subject from its object: «Анджей Вронский Сок Пхирунды қабылдады».
    """
    text = document.text
    names = [c for c in candidates if c.kind is PERSON]
    pairs = document.language == "kk"
    if not pairs and not any(_may_be_long(text[c.start : c.end]) for c in names):
        return candidates
    words = [(c, tokenize(text, document.language, c.start, c.end)) for c in names]
    people = [(c, tokens) for c, tokens in words if tokens]
    told = _Told(people, document.language)
    parted: dict[int, list[Candidate]] = {}
    for c, tokens in people:
        cut = _second_begins(document, c, tokens, told) if len(tokens) > _FULL else None
        if pairs and len(tokens) == _FULL and told.are_two_families(tokens):
            cut = 1
        if cut is not None:
            parted[id(c)] = [c.at(c.start, tokens[cut - 1].end), c.at(tokens[cut].start, c.end)]
    return [part for c in candidates for part in parted.get(id(c), (c,))] if parted else candidates


def _may_be_long(name: str) -> bool:
    """Say whether a name may have more words than two, signs among them."""
    return not name.replace(" ", "", 1).isalpha()


class _Told:
    """The people of a text, each with the words of the name."""

    def __init__(self, people: Sequence[tuple[Candidate, Sequence[Token]]], language: str) -> None:
        self._people = people
        self._language = language

    @cached_property
    def _names(self) -> dict[tuple[int, str], list[Sequence[Token]]]:
        """The names by how many words they have, and by each form of the first one."""
        forms = forms_of(self._language)
        names: dict[tuple[int, str], list[Sequence[Token]]] = {}
        for _, name in self._people:
            for form in forms[name[0].text]:
                names.setdefault((len(name), form), []).append(name)
        return names

    def holds(self, tokens: Sequence[Token]) -> bool:
        """Say whether words are a name of them, each in some form of it."""
        forms = forms_of(self._language)
        return any(
            all(
                not set(forms[mine.text]).isdisjoint(forms[t.text])
                for mine, t in zip(tokens, name, strict=True)
            )
            for first in forms[tokens[0].text]
            for name in self._names.get((len(tokens), first), ())
        )

    def beside(self, c: Candidate) -> list[Sequence[Token]]:
        """Give the names of all others."""
        return [name for o, name in self._people if o.start != c.start or o != c]

    def are_two_families(self, tokens: Sequence[Token]) -> bool:
        """Say whether two words are the family names of two others: «Боатенг Стоянович», who met.

        No given name is told as either of them; two short ones are hard to tell apart.
        """
        first, last = (forms_of(self._language)[t.text] for t in tokens)
        known = self._families_by_form
        if len(tokens[0].text) < _LEAST_FAMILY or known.keys().isdisjoint(first):
            return False
        one = {name for form in first for name in known.get(form, ())}
        other = {name for form in last for name in known.get(form, ())}
        me = {t.text for t in tokens}
        return bool(one - me) and bool(other - me) and one.isdisjoint(other)

    @cached_property
    def _families_by_form(self) -> dict[str, set[str]]:
        """The given names of those who are told by a full name, by each form of the family's."""
        found: dict[str, set[str]] = {}
        for _, name in self._people:
            for form in forms_of(self._language)[name[-1].text] if len(name) >= _FULL else ():
                found.setdefault(form, set()).add(name[0].text)
        return found

    @cached_property
    def families(self) -> frozenset[str]:
        """The second words of names of two."""
        return frozenset(name[-1].text for _, name in self._people if len(name) == _FULL)


def _second_begins(
    document: Document, c: Candidate, tokens: Sequence[Token], told: _Told
) -> int | None:
    """Give which word of a long name begins that of a second person; None for one person.

    `told` are all people, this one among them.
    """
    language, last = document.language, len(tokens) - 1
    classes = word_classes(language)
    for index in range(_FULL, len(tokens) - _FULL + 1):
        if "name_part" in classes.get(tokens[index].folded, ()):
            continue  # “Khalid bin Saud Al Harthy”, told elsewhere as Al Harthy
        if told.holds(tokens[index:]):
            return index
    if language in WITH_ENDINGS:
        # «Ан Ким Лиді қабылдады», where another is told as «Мин Ли» and as «Ли».
        others = told.beside(c)
        families = [words[-1].folded for words in others if len(words) >= _FULL]
        singles = [words[0].text for words in others if len(words) == 1]
        end = tokens[-1].end + _CASE
        word = "".join(_WORD.findall(document.text, tokens[-1].start, end)[:1])
        if _is_another(word, families, singles, language):
            return last
    # «С Рохитой Абейсекерой Мотлоги говорила», where another is told as «Лесего Мотлоги».
    if tokens[-1].text not in told.families:
        return None
    oblique = expression(language, "oblique_name")
    return last if oblique.fullmatch(" ".join(t.text for t in tokens[:-1])) else None


def _is_another(word: str, families: Sequence[str], singles: Sequence[str], language: str) -> bool:
    """Say whether a word is the family name that somebody else is told by, with a case here.

    `families` are folded, `singles` the names of one word as they stand.
    """
    forms = set(comparable_forms(word, language))
    return not (forms - {fold(word)}).isdisjoint(families) and any(
        not forms.isdisjoint(comparable_forms(single, language)) for single in singles
    )


def _two_posts(document: Document, candidates: list[Candidate]) -> list[Candidate]:
    """Make two posts of «وزير الخارجية ونظيره» and “minister and his Peruvian counterpart”."""
    text, joins = document.text, expression(document.language, "joins_counterpart")
    parted: dict[int, tuple[Candidate, Candidate]] = {}
    for c in [c for c in candidates if c.kind is POST]:
        join = joins.search(text, c.start, c.end)
        if join is not None and c.start < join.start() < join.end() < c.end:
            parted[id(c)] = c.at(c.start, join.start()), c.at(join.end(), c.end)
    return [part for c in candidates for part in parted.get(id(c), (c,))] if parted else candidates


def _stripped(document: Document, c: Candidate) -> Candidate:
    start = c.start
    while start < c.end and document.text[start] in _SIGNS:
        start += 1
    return c.at(start, c.end)


def _trimmed(document: Document, c: Candidate) -> Candidate:
    end = c.end
    while end > c.start and document.text[end - 1] in _SIGNS:
        end -= 1
    return c.at(c.start, end)


def _behind_title(document: Document, c: Candidate, posts: Sequence[Candidate]) -> Candidate:
    """Begin a name behind the title that a post ends with."""
    for post in posts:
        if post.start <= c.start < post.end < c.end:
            words = [t.text for t in tokenize(document.text, document.language, c.start, post.end)]
            title = begins_post(words, document.language)
            if title is not None and title.last == len(words):
                return _stripped(document, c.at(post.end, c.end))
    return c


def _before_state(document: Document, c: Candidate, state: Candidate, posts: Nearby) -> Candidate:
    """End a Kazakh name before the state of the post behind it: «… Зеленко Италия министрі»."""
    if state.start <= c.start:
        return c
    if not posts.overlapping(c.at(state.start, state.end + len(" ") + 1)):
        return c
    end = state.start
    while end > c.start and document.text[end - 1] in _SIGNS:
        end -= 1
    return c.at(c.start, end)


def _without_dateline(document: Document, c: Candidate, places: Iterable[Candidate]) -> Candidate:
    """Leave the place before an agency in brackets outside; `places` begin where a body does.

    A body that the bracket behind it closes ends there: “(The Gulf Herald) – Costa Rica”.
    """
    words = document.text[c.start : c.end]
    closed = words.find(")")
    if closed > 0 and "(" not in words[:closed]:
        return c.at(c.start, c.start + closed)
    for place in places:
        if place.end >= c.end:
            continue
        agency = agency_behind(document.text, place.end, c.end)
        if agency is not None:
            return c.at(*agency)
    return c


def _is_address(document: Document, c: Candidate) -> bool:
    """Say whether there is nothing but forms of address: «Dr.», HM."""
    text, language = document.text, document.language
    may_open = _may_open_address(language)
    blank = text.find(" ", c.start, c.end)
    if not may_open[text[c.start : c.end if blank < 0 else blank]]:
        return False
    if blank > 0 and not may_open[text[text.rindex(" ", c.start, c.end) + 1 : c.end]]:
        return False
    tokens = tokenize(text, language, c.start, c.end)
    words = [t.folded for t in tokens if t.text[0].isalnum()]
    return bool(words) and all(_is_honorific(word, language) for word in words)


@cache
def _may_open_address(language: str) -> WordTable[bool]:
    """Say of what stands before a blank whether a form of address may begin with it: signs may."""

    def may_open(part: str) -> bool:
        word = first_word(part, language, 0, len(part))
        return not word[:1].isalnum() or _is_honorific(fold(word), language)

    return WordTable(may_open)


def _is_honorific(folded: str, language: str) -> bool:
    return "honorific" in word_classes(language).get(folded.rstrip("."), ())


def _is_currency(document: Document, c: Candidate) -> bool:
    """Say whether an organisation is the code of a currency beside an amount: EUR 14 million."""
    if c.end - c.start != _CODE_LENGTH or not _CODE.fullmatch(document.text, c.start, c.end):
        return False
    word = document.text[c.start : c.end]
    after = document.text[c.end : c.end + 2].strip()
    before = document.text[max(0, c.start - 2) : c.start].strip()
    return word in _currencies() and (after[:1].isdigit() or before[-1:].isdigit())


@cache
def _currencies() -> frozenset[str]:
    return frozenset(word.id for word in money_words("en", "currency"))
