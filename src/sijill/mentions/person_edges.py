"""A candidate for a person goes in; the people and posts that its words name come out.

What stands before a name is left outside («Mr», «known as», «colleagues of»), a post before it is
one of its own, and words that no name holds part two names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, cached_property

from sijill.documents.document import POST, Document, Token
from sijill.documents.expressions import ends_in, expression
from sijill.documents.lexicon import (
    begins_post,
    comparable_forms,
    is_name_part,
    roles_begun_by,
    word_classes,
)
from sijill.documents.qualifiers import joint_words
from sijill.documents.quotation_marks import CLOSING, OPENING
from sijill.documents.stand_ins import is_alias_cue, is_guest
from sijill.documents.tokens import tokenize
from sijill.languages import CASED, WITH_ENDINGS
from sijill.mentions.arabic_joins import end_of_arabic
from sijill.mentions.candidates import Candidate, Nearby
from sijill.mentions.edge_signs import without_signs
from sijill.mentions.post_edges import ROYAL_ROLES, SPLIT_ROLES, is_honorific
from sijill.text import fold
from sijill.word_tables import WordTable

#: A word of so few letters may stand small inside of a name: Maria das Dores.
_SHORT = 3
#: A word that a verb must follow is no longer, with the blanks around it (code points).
_SHORT_WORD = 9
#: Posts that end no name, as «Шах» does.
_HIGH_OFFICES = SPLIT_ROLES - ROYAL_ROLES
_INITIALS = re.compile(r"(?<![^\W_])(?:[^\W\d_]\. ?){1,3}\Z")
#: “H.E. Paulina Vera”, “S.E. Juan Sosa”: a form of address, not initials.
_EXCELLENCY = re.compile(r"[HS]\.\s?E\.\s?")
_DASHES = frozenset("—–")
#: What a word before a name may be.
_ADDRESS, _ALIAS = "address", "alias"
_NEXT_WORD = re.compile(r" ([^\W\d_]+)")
_FAMILY = re.compile(r"\. ?([^\W\d_]{3,})")


class Taken:
    """Where candidates stand."""

    def __init__(self, candidates: Sequence[Candidate]) -> None:
        self._candidates = candidates
        self._near = Nearby(candidates)

    @cached_property
    def _ends(self) -> dict[int, list[int]]:
        """Where those end that begin at each place, in order: few ask for them."""
        ends: dict[int, list[int]] = {}
        for c in self._candidates:
            ends.setdefault(c.start, []).append(c.end)
        return ends

    def is_taken(self, start: int, end: int) -> bool:
        """Say whether any stands in a stretch."""
        return bool(self._near.within(start, end))

    def end_from(self, start: int, before: int) -> int | None:
        """Give the end of the first one that begins at a place and ends before another."""
        return next((end for end in self._ends.get(start, ()) if end < before), None)


def mend_person(document: Document, c: Candidate, taken: Taken) -> list[Candidate]:
    """Put the edges of one person right; it may become several, with their posts, or none."""
    language = document.language
    c = _with_family(document, c)
    speech = expression(language, "speaks_to_you").search(document.text, c.start, c.end)
    if speech is not None:
        if speech.start() == c.start:
            return []
        c = c.at(c.start, speech.start())
    tokens = _without_lead(document, c)
    if is_guest(document.text[c.start : c.end], language) and not any(
        t.text[0].isupper() for t in tokens[1:]
    ):
        return [c]
    tokens = _without_words_before(document, tokens)
    if not tokens:
        return []
    head = _post_before(document, c, tokens, taken)
    if head is not None:
        post, rest = head
        return [post, *mend_person(document, without_signs(document, c.at(rest, c.end)), taken)]
    if language == "ar":
        comma = next((n for n, t in enumerate(tokens) if t.text in "،,"), None)
        if comma is not None and comma + 1 < len(tokens):
            # «بفارو، إدريس لحلو»: the name stands behind the comma.
            return mend_person(document, c.at(tokens[comma + 1].start, c.end), taken)
    ahead = ends_in(language, "verb_must_follow")
    for token in tokens[:2]:
        if ahead.search(document.text, max(0, token.start - _SHORT_WORD), token.start):
            return []  # «ضحك الرئيس حين رآني»: what begins there is a clause
    if language not in CASED:
        is_arabic = language == "ar"
        end = end_of_arabic(document.text, tokens) if is_arabic else c.end
        return [c.at(tokens[0].start, end)]
    is_like_most = all(t.text[0].isupper() for t in tokens)
    found = []
    for part in map(_trimmed, (tokens,) if is_like_most else _parts(tokens, language)):
        if part and (is_like_most or any(t.text[0].isupper() for t in part)):
            end = _with_name_part(document, _with_capitals(document, part[-1].end, taken))
            found.append(c.at(_with_initials(document, part[0].start), end))
    return found


def _without_lead(document: Document, c: Candidate) -> list[Token]:
    """Give the words of a name without those that only lead up to it."""
    lead = expression(document.language, "person_lead").match(document.text, c.start, c.end)
    start = lead.end() if lead else c.start
    return list(tokenize(document.text, document.language, start, c.end))


def _without_words_before(document: Document, tokens: list[Token]) -> list[Token]:
    """Leave forms of address, «known as», and whose kin or colleague somebody is, outside."""
    text, language = document.text, document.language
    cue_of = _cues(language)
    relation, whose = expression(language, "post_relation"), expression(language, "whose_name")
    first = 0
    while len(tokens) - first > 1:
        start, end, word, _ = tokens[first]
        cue = cue_of[word]
        # «Сеньор-Торибионг» is a name
        is_address = cue == _ADDRESS and tokens[first + 1].text != "-"
        if not (
            is_address
            or cue == _ALIAS
            or relation.fullmatch(text, start, end)
            or whose.fullmatch(text, start, end)  # «زملاء سوكو»
        ):
            break
        first += 1
    if len(tokens) - first > 1 and tokens[first].text == ".":
        first += 1
    return tokens[first:]


@cache
def _cues(language: str) -> WordTable[str]:
    """Say of each word whether it tells that a name follows: a form of address, «known as»."""
    in_name = expression(language, "address_in_name")

    def cue(word: str) -> str:
        if is_alias_cue(word, language):
            return _ALIAS
        # «سيد أحمد»: without an article it is part of the name.
        is_address = is_honorific(word, language) and not in_name.fullmatch(word)
        return _ADDRESS if is_address else ""

    return WordTable(cue)


def _post_before(
    document: Document, c: Candidate, tokens: Sequence[Token], taken: Taken
) -> tuple[Candidate, int] | None:
    """Give the post that opens the words of a name, and where the rest begins; None without one."""
    if SPLIT_ROLES.isdisjoint(roles_begun_by(tokens[0].text, document.language)):
        return None
    post = begins_post([t.text for t in tokens], document.language)
    if post is None or post.role not in SPLIT_ROLES or not 0 < post.last < len(tokens):
        return None
    last, rest = tokens[post.last - 1].end, tokens[post.last].start
    after = taken.end_from(rest, c.end)
    if after is not None:  # «Президент Казахстана Токаев»: the state belongs to the post
        last = rest = after
    return Candidate(POST, tokens[0].start, last, c.rule, c.confidence), rest


def _parts(tokens: Sequence[Token], language: str) -> Iterator[list[Token]]:
    """Part the words of a candidate where a small word, a joining one or a comma stands."""
    part: list[Token] = []
    for index, token in enumerate(tokens):
        if part and token.text in _DASHES:
            # «…, — сказал Лоог. — Они …»: speech goes on behind the name.
            part = part[:-1] if part[-1].text == "." else part
            break
        is_word = token.text[0].isalpha() and (index == 0 or tokens[index - 1].text != "-")
        # A short small word between two capitalised ones belongs to the name: Maria das Dores.
        if len(token.text) <= _SHORT and 0 < index < len(tokens) - 1:
            is_word = is_word and not tokens[index + 1].text[0].isupper()
        is_parted = token.text in ",:"  # «Уроженка Суфриера, Ожье», «Озолс: Спасибо»
        if token.text[0].islower() and (is_word or token.folded in joint_words(language)):
            # «Зеленко и Бабаев» are two, «Мария да Силва» is one.
            is_parted = not is_name_part(token.folded, language)
        if is_parted:
            yield part
            part = []
        else:
            part.append(token)
    yield part


def _trimmed(part: list[Token]) -> list[Token]:
    """Leave signs at the edges of a name outside, but for those that close or open it."""
    while part and not part[-1].text[-1].isalnum() and part[-1].text not in f".{CLOSING})":
        del part[-1]
    while part and not part[0].text[0].isalnum() and part[0].text not in f"{OPENING}(":
        del part[0]
    return part


def _with_family(document: Document, c: Candidate) -> Candidate:
    """Take the family name in behind an initial that stands alone: «Р.Балчюнайте»."""
    family = _FAMILY.match(document.text, c.end) if c.end - c.start == 1 else None
    return c.at(c.start, family.end()) if family and family.group(1)[0].isupper() else c


def _with_initials(document: Document, start: int) -> int:
    """Take in the initials before a family name: «В. Гайдукевич», R. A. Premasundara."""
    before = document.text[max(0, start - 12) : start]
    initials = _INITIALS.search(before) if before.endswith((".", ". ")) else None
    if initials and _EXCELLENCY.fullmatch(initials.group()):
        return start
    if initials and all(c.isupper() for c in initials.group() if c.isalpha()):
        return start - len(initials.group())
    return start


def _with_capitals(document: Document, end: int, taken: Taken) -> int:
    """Take in a capitalised word right behind a name: «Орхан Али Йылмаз»."""
    text = document.text
    if not text[end + 1 : end + 2].isupper():
        return end
    following = _NEXT_WORD.match(text, end, end + 40)
    word = following.group(1) if following else ""
    if not word:
        return end
    if document.language in WITH_ENDINGS:
        word = min(comparable_forms(word, document.language), key=len)
    elif word.isupper():
        return end
    start = end + 1
    stop = start + len(word)
    if word_classes(document.language).get(fold(word)) or taken.is_taken(start, stop):
        return end
    # «Милан Обрадович Президентті шақырды»: the post is somebody else's.
    post = begins_post([word], document.language)
    return end if post is not None and post.role in _HIGH_OFFICES else stop


def _with_name_part(document: Document, end: int) -> int:
    """Take in a particle that belongs to the name behind it: «Асанбек кызы»."""
    if document.language not in ("ru", "kk"):
        return end
    after = _NEXT_WORD.match(document.text, end, end + 16)
    if not after or len(after.group(1)) < 4 or not after.group(1).islower():
        return end
    known = word_classes(document.language).get(fold(after.group(1)), ())
    return after.end() if "name_part" in known else end
