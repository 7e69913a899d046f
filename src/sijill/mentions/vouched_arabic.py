"""Candidates of an Arabic text go in; names and titles that their neighbours vouch for come out.

Arabic writes no capitals, and a tagger passes over names that it does not know. What follows a verb
or preposition is a noun, and behind a full post so governed stands its holder: «التقت وزيرة خارجية
بلاده إلس مارتنس». A title with the article right before a name is the bearer's: «العين مازن …».
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain
from operator import attrgetter

from sijill.documents.document import PERSON, PLACE, POST, Document, Sentence
from sijill.documents.expressions import ends_in, expression
from sijill.documents.lexicon import begins_post, word_classes
from sijill.documents.qualifiers import RELATIONS, effects_of, is_demonym
from sijill.mentions.candidates import Candidate, Nearby
from sijill.mentions.describing_names import describes
from sijill.mentions.found import nearby, of_kind
from sijill.mentions.given_names import asks_for_noun, is_no_name, may_be_name
from sijill.tagging.hints import given_names
from sijill.text import fold

#: How sure such a name or title is; below what a tagger or the register saw.
_SURE = 0.6
#: A post must be this sure to vouch for a name, and a name for its title.
_SURE_NEIGHBOUR = 0.9
#: … and the words for a counterpart are surer than a tagger that sees some of them.
_SURE_WHOLE = 0.9999
#: The name beside another in a list must be this sure.
_SURE_LISTED = 0.5
#: So much before a post and behind it is looked at (code points).
_BEFORE, _BEHIND = 24, 64
#: A name that only a post vouches for has so many words.
_NAME_WORDS = (2, 3)
#: One of a single word is longer than this, with the blank before it (code points).
_LEAST_ALONE = 4
_WORD = re.compile(r" ([^\W\d_]+)")
_EACH = re.compile(r"(?<![^\W\d_])([^\W\d_]+)")
_WORDS_BEFORE = re.compile(r"(?:[^\W\d_]+ ){0,4}[^\W\d_]+\Z")
_OVER = re.compile(r"\s*(?:[،.؛:!؟»)]|$)")
_tokens_of, _text_of = attrgetter("tokens"), attrgetter("text")
_TITLE = re.compile(r"(?<!\w)(?:[وفبك]?(ال[^\W\d_]{2,})|ل(ل[^\W\d_]{2,})) \Z")


def find_neighbours(
    document: Document, sentences: Sequence[Sentence], candidates: Sequence[Candidate]
) -> list[Candidate]:
    """Give the names behind full posts, and the titles before names, that no candidate covers."""
    if document.language != "ar":
        return []
    beside = nearby(candidates)
    owned = [c for c in _owned(document) if not beside.overlapping(c)]
    for c in _counterparts(document, candidates):
        around = beside.overlapping(c)
        is_whole = any((o.start, o.end) == (c.start, c.end) for o in around)
        if not is_whole and all(c.contains(o) and o.kind in (PLACE, POST) for o in around):
            owned.append(c)
    found = [
        *_titles(document, candidates),
        *_holders(document, [*of_kind(candidates, POST), *owned]),
        *_before_clauses(document),
        *_regnal(document, candidates),
        *_listed(document.text, candidates),
        *_behind_verbs(document.text, sentences, beside),
    ]
    found = [c for c in found if not beside.overlapping(c)]
    return [*owned, *found, *_surer(document, candidates)]


def _surer(document: Document, candidates: Sequence[Candidate]) -> Iterator[Candidate]:
    """Tell again of the full names that stand right behind a sure post: no place is meant there."""
    posts = {c.end for c in of_kind(candidates, POST) if c.confidence >= _SURE_NEIGHBOUR}
    for c in of_kind(candidates, PERSON):
        is_behind = c.rule == "tagger" and c.start - 1 in posts
        if is_behind and " " in document.text[c.start : c.end]:
            yield c.at(c.start, c.end)


def _owned(document: Document) -> Iterator[Candidate]:
    """Find the posts of «his country»: «رئيسة بلادها», «وزير خارجية بلاده»."""
    text = document.text
    for country in expression("ar", "his_country").finditer(text):
        words = _WORDS_BEFORE.search(text, max(0, country.start() - _BEHIND), country.start())
        starts = [m.start(1) for m in _EACH.finditer(words.group())] if words else []
        for offset in starts:
            start = (words.start() if words else 0) + offset
            told = begins_post(text[start : country.start()].split(), "ar")
            if told is not None and told.last == len(text[start : country.start()].split()):
                yield Candidate(POST, start, country.end(), "owned", _SURE_NEIGHBOUR)
                break


def _counterparts(document: Document, candidates: Sequence[Candidate]) -> Iterator[Candidate]:
    """Find «نظيره», «بنظيرتها البيروفية», «نظيره من توفالو», «سلفه»: always somebody's office."""
    text = document.text
    ends: dict[int, int] = {}
    for word in expression("ar", "counterpart_word").finditer(text):
        start, end = word.span(1)
        while (nation := _WORD.match(text, end)) and is_demonym(nation.group(1), "ar"):
            end = nation.end()
        state = expression("ar", "counterpart_of").match(text, end)
        if state is not None:
            ends = ends or {c.start: c.end for c in of_kind(candidates, PLACE)}
            end = ends.get(state.end(), end)
        yield Candidate(POST, start, end, "owned", _SURE_WHOLE)


def _before_clauses(document: Document) -> Iterator[Candidate]:
    """Find the name that a clause of offices follows: «من بايرون كابيل الذي شغل المنصب»."""
    text = document.text
    for clause in expression("ar", "office_clause").finditer(text):
        words = _WORDS_BEFORE.search(text, max(0, clause.start() - _BEHIND), clause.start())
        each = [*_EACH.finditer(words.group())] if words else []
        for count in _NAME_WORDS:
            if words is None or len(each) <= count:
                break
            start = words.start() + each[-count].start(1)
            names = text[start : clause.start()].split()
            if all(map(may_be_name, names)) and asks_for_noun(text, start):
                yield Candidate(PERSON, start, clause.start(), "vouched", _SURE)
                break


def _titles(document: Document, candidates: Sequence[Candidate]) -> Iterator[Candidate]:
    """Find the one word with the article before a sure name that tells what its bearer is."""
    text, classes = document.text, word_classes("ar")
    for person in of_kind(candidates, PERSON):
        if person.confidence < _SURE_NEIGHBOUR:
            continue
        # A single word, so that what stands before it need not be looked through.
        begin = max(0, person.start - _BEFORE)
        begin = max(begin, text.rfind(" ", begin, max(begin, person.start - 1)) + 1)
        title = _TITLE.search(text, begin, person.start)
        if title is None:
            continue
        group = 1 if title.group(1) else 2
        word = title.group(group)
        whole = word if group == 1 else f"ا{word}"
        told = begins_post([whole], "ar")
        bare = fold(whole).removeprefix("ال")
        is_address = "honorific" in (*classes.get(bare, ()), *classes.get(fold(whole), ()))
        if told is not None and not is_address:
            yield Candidate(POST, *title.span(group), "title", _SURE)


def _holders(document: Document, posts: Sequence[Candidate]) -> Iterator[Candidate]:
    """Find the name behind a post of several words that a verb or preposition governs."""
    text = document.text
    for post in posts:
        if post.confidence < _SURE_NEIGHBOUR:
            continue
        words = text[post.start : post.end].split()
        is_full = len(words) > 1 or bool(effects_of(words, "ar") & RELATIONS)
        if is_full and asks_for_noun(text, post.start):
            alone = ends_in("ar", "takes_no_object").search(
                text, max(0, post.start - _BEFORE), post.start
            )
            name = _name_behind(text, post.end, 1 if alone and len(words) > 1 else 2)
            if name is not None:
                yield Candidate(PERSON, *name, "vouched", _SURE)


def _regnal(document: Document, candidates: Sequence[Candidate]) -> Iterator[Candidate]:
    """Find the name and number behind a post: no noun without the article has an adjective with it.

    «أوفد ملك إسواتيني مسواتي الرابع …».
    """
    for post in of_kind(candidates, POST):
        name = expression("ar", "name_regnal").match(document.text, post.end)
        if name is not None and may_be_name(name.group(1).split()[0]):
            yield Candidate(PERSON, *name.span(1), "vouched", _SURE)


def _listed(text: str, candidates: Sequence[Candidate]) -> Iterator[Candidate]:
    """Find the name beside another one in a list: «هم: ألوسين جالوه، وماري كول، و…»."""
    before, behind = ends_in("ar", "name_in_list_before"), expression("ar", "name_in_list_behind")
    for person in of_kind(candidates, PERSON):
        if person.confidence < _SURE_LISTED or " " not in text[person.start : person.end]:
            continue
        left = before.search(text, max(0, person.start - _BEHIND), person.start)
        for one in (left, behind.match(text, person.end, person.end + _BEHIND)):
            if one is None:
                continue
            if all(may_be_name(w) and not is_no_name(w) for w in one.group(1).split()):
                yield Candidate(PERSON, one.start(1), one.end(1), "vouched", _SURE)


def _behind_verbs(
    text: str, sentences: Sequence[Sentence], candidates: Nearby
) -> Iterator[Candidate]:
    """Find the known given name and what follows it where a verb or preposition asks for a noun.

    One that a candidate covers is left out. Blanks stand around it, so that it is a whole token.
    """
    tokens = [*chain.from_iterable(map(_tokens_of, sentences))]
    for at in given_names([*map(_text_of, tokens)], "ar"):
        start = tokens[at].start
        if candidates.within(start, start + 1) or describes(tokens[at].text, "ar"):
            continue
        name = _name_behind(text, start - 1, 2) if asks_for_noun(text, start) else None
        if name is not None:
            yield Candidate(PERSON, *name, "vouched", _SURE)


def _name_behind(text: str, start: int, least: int) -> tuple[int, int] | None:
    """Give the words behind a post that can only be a name, as it is over behind them.

    A name has two words at least, or one where the verb before takes no object: «وصلت وزيرة البيئة
    سوهارتيني».
    """
    end, count = start, 0
    is_held = expression("ar", "held_next").match
    while count <= _NAME_WORDS[1] and not is_held(text, end):
        word = _WORD.match(text, end, start + _BEHIND)
        if word is None or not may_be_name(word.group(1)) or is_no_name(word.group(1)):
            break
        end, count = word.end(), count + 1
    is_long = end - start > _LEAST_ALONE and not text[start:end].endswith("ة")
    if count > _NAME_WORDS[1] or count < least or (count < 2 and not is_long):
        return None
    following = _WORD.match(text, end)
    is_over = (
        _OVER.match(text, end) is not None
        or (following is not None and _is_known(following.group(1)))
        or is_held(text, end) is not None
    )
    return (start + 1, end) if is_over else None


def _is_known(word: str) -> bool:
    """Say whether a word is known to be no name: a small one, or a post with or without article."""
    return is_no_name(word) or begins_post([word], "ar") is not None
