"""An Arabic text and the names of people in it go in; places where a part of one stands alone come
out.

Somebody is told again by the last part of the name, with the part before it where the text has
both, by a name of one word that stood behind a post, or by the given name where a noun is asked
for: «وصعد زمهرت إلى المسرح».
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from sijill.documents.document import Sentence, Token
from sijill.documents.expressions import ends_in
from sijill.documents.lexicon import word_classes
from sijill.documents.quotation_marks import MARKS
from sijill.documents.token_places import places_of, tokens_ending
from sijill.documents.tokens import proclitic_cuts
from sijill.mentions.arabic_joins import ALIAS
from sijill.mentions.candidates import Candidate
from sijill.mentions.covered import Covered
from sijill.mentions.describing_names import describes
from sijill.mentions.given_names import TITLED, asks_for_noun, is_no_name, may_be_name
from sijill.text import fold

#: A part of a name must be this long to be looked for: its last one, and the others.
_LEAST_LAST, _LEAST_OTHER = 3, 4
#: No verb is longer (code points).
_BEFORE = 16


class _Parts:
    """The parts of the names of a text, as they are written: folded, «علي» would also be «على»."""

    def __init__(self, text: str, people: Iterable[Candidate], posts: set[int]) -> None:
        self.last: set[str] = set()
        self.first: set[str] = set()
        #: For each part of a name those that stand before it.
        self.before: dict[str, set[str]] = {}
        classes = word_classes("ar")
        for person in people:
            parts = text[person.start : person.end].strip(MARKS).split()
            part = parts[-1]
            for one, other in pairwise(parts):
                self.before.setdefault(other, set()).add(one)
            if len(part) < _LEAST_LAST or classes.get(fold(part)):
                continue
            is_told = len(parts) > 1 or person.rule in (TITLED, ALIAS)
            is_alone = person.start - 1 in posts or person.rule == "vouched"
            if is_told or (is_alone and _stands_for_one(part)):
                self.last.add(part)
            if len(parts) > 1 and _stands_for_one(parts[0]):
                self.first.add(parts[0])
        self.first -= self.last


def _stands_for_one(word: str) -> bool:
    """Say whether a single part of a name is hardly any other word."""
    if len(word) < _LEAST_OTHER or not may_be_name(word) or is_no_name(word):
        return False
    return not (describes(word, "ar") or word_classes("ar").get(fold(word)))


def find_arabic_echoes(
    text: str,
    sentences: Sequence[Sentence],
    people: Iterable[Candidate],
    posts: set[int],
    covered: Covered,
) -> Iterator[tuple[int, int]]:
    """Give where parts of names stand, without the particles written onto them.

    `posts` are the places where posts end. Of what is covered some may be given, too.
    """
    parts = _Parts(text, people, posts)
    ends = {
        end
        for part in (*parts.last, *parts.first)
        for start, end in places_of(part, text)
        if not covered.touches(start, end)
    }
    for sentence, at in tokens_ending(sentences, ends):
        tokens = sentence.tokens
        begin = _start(text, tokens[at], parts)
        if begin is not None:
            yield _with_parts_before(tokens, at, begin, parts), tokens[at].end


def _start(text: str, token: Token, parts: _Parts) -> int | None:
    """Give where a part of a name begins in a word; None if it is none."""
    for cut in (0, *proclitic_cuts(token.text, "ar")):
        word = token.text[cut:]
        if word in parts.last:
            return token.start + cut
        if word in parts.first and (cut or _is_noun_asked(text, token.start)):
            return token.start + cut
    return None


def _is_noun_asked(text: str, at: int) -> bool:
    """Say whether a verb or preposition stands right before a place."""
    alone = ends_in("ar", "takes_no_object").search(text, max(0, at - _BEFORE), at)
    return alone is not None or asks_for_noun(text, at)


def _with_parts_before(tokens: Sequence[Token], at: int, start: int, parts: _Parts) -> int:
    """Begin a part of a name with those that the text tells before it: «ل» + «تورنر كول»."""
    while at and start == tokens[at].start and tokens[at - 1].end + 1 == start:
        at -= 1
        told, word = parts.before.get(tokens[at + 1].text, ()), tokens[at].text
        cut = next((c for c in (0, *proclitic_cuts(word, "ar")) if word[c:] in told), None)
        if cut is None:
            break
        start = tokens[at].start + cut
    return start
