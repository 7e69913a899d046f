"""An organisation of the tagger goes in; the same with its edges put right comes out.

In Russian the adjective of a nation belongs to a body («узбекский МИД»), what works in a company
does not («цех ОАО «X»»), and several bodies told in one word are none («мэриями Лиона и Гента»).
In Arabic a known body ends before where something of it was: «جامعة الأمم المتحدة» + «في طوكيو
لحظة تاريخية». In English somebody's years in a town are no body: “His Prague years”.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from sijill.documents.document import PLACE, Document, Token
from sijill.documents.expressions import expression
from sijill.documents.last_word import word_before
from sijill.documents.lexicon import begins_post, word_classes
from sijill.documents.qualifiers import is_demonym, words_with
from sijill.documents.quotation_marks import MARKS
from sijill.documents.tokens import tokenize
from sijill.mentions.candidates import Candidate
from sijill.text import fold

#: So many letters before a body are looked at for the adjective of a nation.
BEFORE = 28
#: Abbreviations are no shorter.
SHORTEST = 2


def mend_body(document: Document, c: Candidate) -> list[Candidate]:
    """Give the body with the right edges, or none where the word means several."""
    tokens = tokenize(document.text, "ru", c.start, c.end)
    words = [t for t in tokens if t.text[0].isalnum()]
    if not words:
        return [c]
    told_to = expression("ru", "told_to_outlet").match(document.text, c.start, c.end)
    if told_to and begins_post([t.text for t in words[1:]], "ru") and words[1].text.islower():
        return []  # «рассказал газете министр»
    first = words[0]
    is_several = expression("ru", "several_bodies").match(document.text, first.start)
    if is_several and not any(t.text in MARKS for t in tokens):
        return []
    if expression("ru", "place_body").match(document.text, c.start):
        return [replace(c, kind=PLACE)]
    before = word_before(document.text, c.start, BEFORE)
    if before and first.text.islower() and _is_post([before, first.text]):
        return []
    c = _without_hearers(document, c, words)
    classes = word_classes("ru")
    quote = document.text.find("«", c.start, c.end)
    is_post = quote > c.start and first.text.islower() and begins_post([first.text], "ru")
    if is_post and "organisation" not in classes.get(first.folded, ()):
        return [c.at(quote, c.end)]  # «корреспонденту «Зари»»
    for at, word in enumerate(words[1:], 1):
        is_form = word.text.isupper() and "legal_form" in classes.get(word.folded, ())
        if is_form and all(w.text.islower() for w in words[:at]):
            return [c if is_demonym(words[at - 1].text, "ru") else c.at(word.start, c.end)]
    if before.islower() and is_demonym(before, "ru"):
        return [c.at(c.start - len(before) - 1, c.end)]
    return [c]


def is_owned_place(document: Document, c: Candidate, known: Sequence[Candidate]) -> bool:
    """Say whether an English body is but a known place with whose it is: “His Prague years”."""
    owner, _, rest = document.text[c.start : c.end].partition(" ")
    if fold(owner) not in words_with("possessed", "en") or not rest:
        return False
    return is_place(c.at(c.end - len(rest), c.end), known)


def is_place(c: Candidate, known: Sequence[Candidate]) -> bool:
    """Say whether the words of a candidate are a known place."""
    return any(k.kind is PLACE and (k.start, k.end) == (c.start, c.end) for k in known)


def without_whereabouts(
    c: Candidate, text: str, bodies: Sequence[Candidate], places: Mapping[int, int]
) -> Candidate:
    """End an Arabic organisation where the known one in it ends and «في» follows.

    `places` are the ends of known places by where they begin. A place alone behind «في» may belong
    to the name: «جامعة نيويورك في أبوظبي». Nor is whom a source there told it to part of the name:
    «مصدر في السفارة لـ«الأمة»».
    """
    heard = expression("ar", "told_to_outlet").search(text, c.start, c.end)
    if heard is not None:
        return c.at(c.start, heard.start())
    for body in bodies:
        if not c.contains(body):
            continue
        behind = expression("ar", "in_behind").match(text, body.end)
        if behind and behind.end() < c.end and places.get(behind.end()) != c.end:
            return c.at(c.start, body.end)
    return c


def _is_post(words: list[str]) -> bool:
    """Say whether two words are one post: «глава правительства».

    «Директор ассоциации» is one, too, but an association is a body of its own.
    """
    post = begins_post(words, "ru")
    return post is not None and post.last == len(words) and post.role == "head_of_government"


def _without_hearers(document: Document, c: Candidate, words: list[Token]) -> Candidate:
    """End an abbreviation before who is told something and before the next post."""
    if len(words) == 1 or not words[0].text.isupper() or len(words[0].text) < SHORTEST:
        return c
    rest = [w.text for w in words[1:]]
    if words[1].start == words[0].end + 1 and document.text[words[0].end] == "-":
        return _without_hearers(document, c, words[1:])  # «ТАСИ-ТВ»
    if not all(word.islower() for word in rest):
        return c
    is_parted = expression("ru", "told_to_behind").fullmatch(rest[0]) or begins_post(rest, "ru")
    return c.at(c.start, words[0].end) if is_parted else c
