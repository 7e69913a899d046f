"""Candidates of an Arabic text go in; names that a tagger cut or missed come out whole.

«رئيس وزراء كازاخستان مارات إبراهيموف»: a tagger that does not know the given name may take it for
part of neither the post nor the name. Between a post with its state and a family name nothing else
can stand, unless a verb does: so the word must be a known name, or the post be governed by «with».
«زار وزير خارجية ليتوانيا كالي فارغا كازاخستان»: what stands between a visitor's post and the state
that he visited is his name.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from sijill.documents.document import ORGANISATION, PERSON, PLACE, POST, Document
from sijill.documents.expressions import ends_in, expression
from sijill.documents.lexicon import begins_post, is_name_part, word_classes
from sijill.documents.qualifiers import is_demonym
from sijill.mentions.candidates import Candidate, Nearby
from sijill.mentions.found import found_of, nearby, of_kind
from sijill.tagging.hints import hint_people
from sijill.temporal.calendar import atoms_of
from sijill.text import fold
from sijill.word_tables import WordTable

#: So many letters before a post are looked at; a post this sure is one.
_BEFORE, _SURE, _LEADS = 12, 0.9, 24
_SHORTEST = 3
#: So many words are kept of those that stand where names do.
_MOST_WORDS = 8192
_TIMES = ("day", "weekday", "month", "season", "unit")
#: How sure a visitor's name is; it has so many words.
_VISITOR = 0.7
_WORDS_OF_NAME = (2, 3)
#: What finds one name behind a royal title, and how sure it is: more than that it is a place.
TITLED, _TITLED = "titled", 0.8
#: Behind a title so much is looked at (code points).
_BEHIND = 48
_NAMES_BEHIND = tuple(
    re.compile(rf" ((?:[^\W\d_]+ ){{{size - 1}}}[^\W\d_]+) ") for size in _WORDS_OF_NAME
)
_NAME_ALONE = re.compile(r"[^\W\d_]{3,}(?!\w)")
#: A name behind «and»; what is left of a shorter word may be any word.
_AND = re.compile(r"(?<!\w)و([^\W\d_]{4,})")
# How sure a place is that a verb of visiting asks for.
_DESTINATION = 0.9
#: What a tagger may draw on over such a place.
_DRAWN_ON = frozenset((PERSON, PLACE))
# A verb stands so near before its subject (code points), in the same clause.
_CLAUSE = 90
_PUNCTUATION = re.compile(r"[.،؛:«»!؟]")
_LAST_WORD = re.compile(r"(?<=\s)([^\W\d_]+(?:-[^\W\d_]+)*)\s\Z")
#: A place this sure ends a post.
_KNOWN = 0.75


def with_given_names(document: Document, candidates: list[Candidate]) -> list[Candidate]:
    """Give the candidates with family names begun where their given names do."""
    if document.language != "ar":
        return candidates
    candidates = found_of(_without_given(document.text, candidates))
    near = candidates.near()
    posts = {c.end: c for c in of_kind(candidates, POST) if c.confidence >= _SURE}
    longer: dict[int, Candidate] = {}
    for c in of_kind(candidates, PERSON):
        start = _start(document, c, posts, near) if c.rule == "tagger" else None
        if start is not None:
            longer[id(c)] = c.at(start, c.end)
    return [longer.get(id(c), c) for c in candidates] if longer else candidates


def _without_given(text: str, candidates: list[Candidate]) -> list[Candidate]:
    """Leave the given name before a family name out of the post: «وزير النقل والتر» + «ماتا».

    Behind a noun with the article, or a known place, no noun without it belongs to a post.
    """
    people = {c.start for c in of_kind(candidates, PERSON) if c.rule == "tagger"}
    places = of_kind(candidates, PLACE)
    known = {c.end for c in places if c.confidence >= _KNOWN}
    others = Nearby((*places, *of_kind(candidates, ORGANISATION)))
    shorter: dict[int, Candidate] = {}
    for c in of_kind(candidates, POST):
        is_before = c.rule == "tagger" and c.end + 1 in people
        word = _LAST_WORD.search(text, c.start, c.end + 1) if is_before else None
        if word is None or not _goes_on_name(word.group(1)):
            continue
        end = word.start(1) - 1
        # «والي جهة فاس مكناس», «بنك نيبال راسترا»
        is_other = any(o.start > c.start for o in others.overlapping(c.at(end + 1, c.end)))
        is_over = end in known or _is_closed(text[c.start : end].split())
        if is_over and not is_other:
            shorter[id(c)] = c.at(c.start, end)
    return [shorter.get(id(c), c) for c in candidates] if shorter else candidates


def _is_closed(words: Sequence[str]) -> bool:
    """Say whether a post is over: it ends with the article, and not with «جامعة الملك»."""
    return (
        len(words) > 0
        and expression("ar", "with_article").match(words[-1]) is not None
        and (len(words) == 1 or begins_post([words[-1]], "ar") is None)
    )


def _goes_on_name(word: str) -> bool:
    """Say whether a word behind a closed post is a name, and no particle is written onto it."""
    goes_on = expression("ar", "post_goes_on").fullmatch(word)
    return not goes_on and may_be_name(word) and not is_no_name(word)


def part_at_and(document: Document, candidates: list[Candidate]) -> list[Candidate]:
    """Give names with «و» written onto a name that the text tells elsewhere as those of two.

    «كولار وأحمدوف» of a headline are two where the text names أوسكار كولار and تالغات أحمدوف; so
    are two full names.
    """
    if document.language != "ar":
        return candidates
    text = document.text
    people = of_kind(candidates, PERSON)
    told = {fold(word) for c in people for word in text[c.start : c.end].split()}
    parted: dict[int, list[Candidate]] = {}
    for c in people:
        rest, before = c, []
        for word in _AND.finditer(text, c.start, c.end) if c.rule == "tagger" else ():
            is_told = fold(word.group(1)) in told - {fold(word.group())}
            if (is_told or _joins_two(text, rest, word)) and word.start() >= rest.start:
                if word.start() > rest.start:
                    before.append(rest.at(rest.start, word.start() - 1))
                rest = rest.at(word.start(1), c.end)
        if rest is not c:
            parted[id(c)] = [*before, rest]
    return [part for c in candidates for part in parted.get(id(c), (c,))] if parted else candidates


def _joins_two(text: str, c: Candidate, word: re.Match[str]) -> bool:
    """Say whether «و» stands between two names: «بوريس كوفاتش وماريان بيتريتش».

    Of two of both states a tagger may have seen the first by half: «في البلدين، إيفو [سيك ومي دا]».
    """
    before, behind = text[c.start : word.start()].split(), text[word.end() : c.end].split()
    if not before or not may_be_name(word.group(1)) or hint_people(word.group(), "ar"):
        return False
    is_full = bool(behind) and len(before) >= len(_WORDS_OF_NAME)
    return is_full or _is_of_both(text, c.start)


def find_visitors(document: Document, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Give the names between the post of a visitor and the state that is the verb's object."""
    if document.language != "ar":
        return []
    text = document.text
    around = nearby(candidates)
    states = {c.start for c in of_kind(candidates, PLACE) if c.confidence >= _SURE}
    visits = ends_in("ar", "visits_state")
    found = []
    for post in of_kind(candidates, POST):
        if post.confidence < _SURE:
            continue
        if not visits.search(text[max(0, post.start - _BEFORE) : post.start]):
            continue
        behind = next(
            (m for p in _NAMES_BEHIND if (m := p.match(text, post.end)) and m.end() in states),
            None,
        )
        if behind is None:
            continue
        name = Candidate(PERSON, *behind.span(1), "visitor", _VISITOR)
        is_free = all(c.kind is POST for c in around.overlapping(name))
        if is_free and all(map(may_be_name, behind.group(1).split())):
            found.append(name)
    return found


def _without_object(document: Document, c: Candidate) -> Candidate:
    """Take the noun that a verb before a name holds or makes off the end of the name."""
    if c.kind is not PERSON:
        return c
    noun = expression(document.language, "held_behind").search(document.text, c.start, c.end)
    return c if noun is None or noun.start() <= c.start else c.at(c.start, noun.start())


def without_destinations(document: Document, candidates: list[Candidate]) -> list[Candidate]:
    """Take the place that is the verb's object off the name of who goes there.

    «زارت الوزيرة ريتا ثابا لاباز»: the tagger may read three names of a person. A known place ends
    it, a verb of visiting stands before it in the clause, and no other place right behind it.
    Nor is a noun what a verb holds or makes part of a name: «أجرى الوزير إدريس نور محادثات».
    """
    if document.language != "ar":
        return candidates
    text = document.text
    places = of_kind(candidates, PLACE)
    known = {c.end: c for c in places if c.rule != "tagger"}
    starts = {c.start for c in places}
    visits = expression("ar", "visits_state")
    out: list[Candidate] = []
    for told in candidates:
        if told.rule != "tagger" or told.kind not in _DRAWN_ON:
            out.append(told)
            continue
        c = _without_object(document, told)
        place = known.get(c.end)
        cut = (
            place is not None
            and c.start < place.start
            and text[place.start - 1].isspace()
            and c.end + 1 not in starts
        )
        found = list(visits.finditer(text, max(0, c.start - _CLAUSE), c.start)) if cut else []
        if cut and found and place and not _PUNCTUATION.search(text, found[-1].end(), c.start):
            out.append(replace(c.at(c.start, place.start - 1), kind=PERSON))
            out.append(replace(place, rule="destination", confidence=_DESTINATION))
        else:
            out.append(c)
    return out


def is_visited(document: Document, place: Candidate, near: Nearby) -> bool:
    """Say whether a place stands where the object of a visitor's verb does: «زار الرئيس نور ليما».

    Right behind the name that a tagger read there, with a verb of visiting before it in the clause.
    """
    if document.language != "ar":
        return False
    text, at = document.text, place.start - 1
    names = [c for c in near.within(max(0, at - 1), at) if c.kind is PERSON and c.end == at]
    if not names or not text[at : at + 1].isspace():
        return False
    begin = min(c.start for c in names)
    found = list(expression("ar", "visits_state").finditer(text, max(0, begin - _CLAUSE), begin))
    return bool(found) and _PUNCTUATION.search(text, found[-1].end(), begin) is None


def find_titled(document: Document, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Give the one name behind a royal title that stands where no other noun can.

    A title with the article governs no noun: what is in apposition to it is a name, where another
    post explains it, «الأمير سورين، ولي عهد …», or where the verb or preposition before asks for
    nothing more, «وصل الأمير هاكون إلى …».
    """
    if document.language != "ar":
        return []
    text, around = document.text, nearby(candidates)
    found = []
    for title in expression("ar", "royal_title").finditer(text):
        word = _NAME_ALONE.match(text, title.end())
        if word is None or not may_be_name(word.group()):
            continue
        person = Candidate(PERSON, *word.span(), TITLED, _TITLED)
        overlapping = around.overlapping(person)
        if any(c.kind is not POST and c.kind is not PLACE for c in overlapping):
            continue
        behind = text[word.end() : word.end() + _BEHIND]
        is_explained = behind.startswith("،") and begins_post(behind[1:].split(), "ar")
        if is_explained or _is_all(document, title, word, candidates):
            found.append(person)
    return found


def _is_all(
    document: Document,
    title: re.Match[str],
    word: re.Match[str],
    candidates: Sequence[Candidate],
) -> bool:
    """Say whether a title and the word behind it are all that their verb or preposition asks for.

    Before them may stand a post: «وصل ولي العهد الأمير …». Words of a manner, those with «his»
    behind them and those that may be a preposition's («رحب الملك بقرار») are no names unless lists
    know them.
    """
    text = document.text
    if not expression("ar", "name_closed_behind").match(text, word.end()):
        return False
    is_known = hint_people(word.group(), "ar") != ""
    if not is_known and expression("ar", "no_title_holder").fullmatch(word.group()):
        return False
    posts = (c for c in of_kind(candidates, POST) if c.end == title.start() - 1)
    start = min((c.start for c in posts), default=title.start())
    return ends_in("ar", "takes_no_object").search(text, max(0, start - _LEADS), start) is not None


def _start(
    document: Document, c: Candidate, posts: dict[int, Candidate], near: Nearby
) -> int | None:
    """Give where the given name before a family name begins; None where there is none."""
    text = document.text
    before = _LAST_WORD.search(text, max(0, c.start - _BEFORE * 2), c.start)
    if before is None:
        return None
    word, start = before.group(1), before.start(1)
    post = posts.get(start - 1)
    is_full = " " in text[c.start : c.end]
    if near.overlapping(c.at(start, before.end(1))) or not may_be_name(word) or is_no_name(word):
        return None
    if "-" in word:
        return start  # «هانس-يورغ»: no other word of Arabic has a hyphen
    if post is None:
        begins = _is_subject(text, start) or _names_both(text, start)
        return start if begins and not is_full else None
    governs = ends_in("ar", "governs_post").search(text[max(0, post.start - _BEFORE) : post.start])
    alone = ends_in("ar", "takes_no_object").search(text, max(0, post.start - _LEADS), post.start)
    is_named = alone is not None or hint_people(word, "ar") != ""
    if not is_full:
        is_named = is_named or governs is not None or asks_for_noun(text, post.start)
    return start if is_named else None


def _is_of_both(text: str, at: int) -> bool:
    """Say whether who is named at a place, or a word before it, is the first of two states' two."""
    word = _LAST_WORD.search(text, max(0, at - _LEADS), at)
    return _names_both(text, at) or (word is not None and _names_both(text, word.start(1)))


def _names_both(text: str, at: int) -> bool:
    """Say whether the names of two of both states begin: «وزيرا التعليم في البلدين، توماس …»."""
    return ends_in("ar", "both_named_before").search(text, max(0, at - _LEADS), at) is not None


def _is_subject(text: str, at: int) -> bool:
    """Say whether a verb that needs its subject stands right before a place: «وقالت نونيس شديد»."""
    return ends_in("ar", "asks_for_subject").search(text[max(0, at - _BEFORE) : at]) is not None


def asks_for_noun(text: str, at: int) -> bool:
    """Say whether a verb, preposition or «that» stands right before a place.

    Each is a single word, so that what stands before the last one need not be looked through.
    """
    before = text[max(0, at - _LEADS) : at]
    return ends_in("ar", "asks_for_noun").search(before, before.rfind(" ", 0, -1) + 1) is not None


def is_no_name(word: str) -> bool:
    """Say whether a word is one of those small ones, or of a form, that no name is."""
    return _no_names()[word]


@cache
def _no_names() -> WordTable[bool]:
    no_name = expression("ar", "no_name_word")
    return WordTable(lambda word: no_name.fullmatch(word) is not None, most=_MOST_WORDS)


def may_be_name(word: str) -> bool:
    """Say whether a word is neither a known word nor one with the article."""
    return _possible_names()[word]


@cache
def _possible_names() -> WordTable[bool]:
    """Say of each word whether it may be a name: a text asks of many a word several times."""
    return WordTable(_is_unknown, most=_MOST_WORDS)


def _is_unknown(word: str) -> bool:
    if is_name_part(fold(word), "ar"):
        return True
    if len(word) < _SHORTEST or expression("ar", "with_article").match(word):
        return False
    if word_classes("ar").get(fold(word)) or begins_post([word], "ar") or is_demonym(word, "ar"):
        return False
    # «كالي» might be «ك» and «إلى», which no word before a name is.
    return not any(a.kind in _TIMES for a in atoms_of(word, "ar"))
