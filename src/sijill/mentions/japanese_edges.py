"""Candidates of a Japanese text go in; the same with whole words at their edges come out.

No blank parts Japanese words, so that a tagger cuts them: «謀総長» is the end of «参謀総長», and
what «最高財務責任者» begins with is no part of the company's name. A word of a post in the table
stands whole in a post or not at all in another name.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from sijill.documents.document import ORGANISATION, PERSON, PLACE, POST, Document
from sijill.documents.expressions import expression
from sijill.documents.lexicon import classes_at_end, find_japanese_words
from sijill.documents.patterns import fold_stretch
from sijill.mentions.candidates import Candidate

#: Words of posts are looked for so far around a candidate (code points).
_AROUND = 12
# Forms of address have at most so many signs.
_LONGEST_ADDRESS = 3
#: What words beside a name of a body tell that it is one.
_BODY_WORDS = frozenset(("organisation", "firm"))


def with_whole_words(document: Document, candidates: Iterable[Candidate]) -> list[Candidate]:
    """Put the edges of a tagger's candidates right; other languages are left as they are."""
    if document.language != "ja":
        return list(candidates)
    mended = (_mend(document, c) if c.rule == "tagger" else c for c in candidates)
    return [_as_venue(document.text, c) for c in mended if c is not None]


def _as_venue(text: str, c: Candidate) -> Candidate:
    """Make a place of a house in which something happens: 「大統領府で会談した」.

    «大統領府は発表した»: the same house may speak.
    """
    is_house = c.kind is ORGANISATION and expression("ja", "venue_house").search(
        text[c.start : c.end]
    )
    inside = is_house and expression("ja", "venue_after").match(text, c.end)
    return replace(c, kind=PLACE) if inside else c


def _mend(document: Document, c: Candidate) -> Candidate | None:
    """Put the edges of one candidate right; None for one that is no name."""
    if c.kind is POST:
        return _whole_post(document.text, c)
    if c.kind is PERSON:
        late = expression("ja", "late_before").match(document.text, c.start, c.end - 1)
        c = c.at(late.end(), c.end) if late else c
        tail = expression("ja", "both_addressed").search(document.text, c.start + 1, c.end + 1)
        c = c.at(c.start, tail.start()) if tail else c
        address = expression("ja", "address_tail")
        for end in range(c.end, c.end + _LONGEST_ADDRESS):
            # The name may have the first sign of it alone: 山崎容|疑者.
            tail = address.search(document.text, c.start + 1, end)
            if tail is not None and tail.start() < c.end:
                c = c.at(c.start, tail.start())
                break
        words = _post_words(document.text, c)
        is_of_post = any(
            s <= c.start and c.end <= e and (s, e) != (c.start, c.end) for s, e in words
        )
        return None if is_of_post else c
    if c.kind is ORGANISATION:
        return _whole_body(document.text, c)
    return c


def _post_words(text: str, c: Candidate) -> list[tuple[int, int]]:
    """Give where the words of posts stand that share a character with a candidate."""
    begin, end = max(0, c.start - _AROUND), min(c.end + _AROUND, len(text))
    folded = fold_stretch(text, begin, end)
    if len(folded) != end - begin:
        return []
    return [
        (begin + start, begin + end)
        for start, end, labels in find_japanese_words(folded)
        if begin + start < c.end
        and c.start < begin + end
        and any(label.startswith("post=") for label in labels)
    ]


def _whole_post(text: str, c: Candidate) -> Candidate:
    """Begin and end a post with whole words."""
    words = _post_words(text, c)
    start = min((s for s, e in words if s < c.start and e >= c.end), default=c.start)
    last = max((s for s, e in words if e == c.end), default=None)
    ends = [e for s, e in words if e > c.end and s >= start and (last is None or s <= last)]
    return c.at(start, max(ends, default=c.end))


def _whole_body(text: str, c: Candidate) -> Candidate | None:
    """Leave outside of a body what tells a time before it, and the word of a post behind it.

    None for what is none: 「同行の外相」 travels along, where the text has told of no bank.
    """
    if expression("ja", "same_bank").fullmatch(text, c.start, c.end) and not expression(
        "ja", "bank_told"
    ).search(text, 0, c.start):
        return None
    lead = expression("ja", "body_lead").match(text, c.start, c.end)
    if lead is not None and lead.end() < c.end:
        c = c.at(lead.end(), c.end)
    if not _ends_as_body(text[c.start : c.end]):
        cut = min((s for s, e in _post_words(text, c) if c.start < s and e > c.end), default=c.end)
        c = c.at(c.start, cut)
    tail = expression("ja", "body_tail").search(text, c.start + 1, c.end)
    c = c.at(c.start, tail.start()) if tail else c
    # «ギラケド サンゴ礁センターの…»: who answers in an interview stands before a blank.
    blank = expression("ja", "blank_in_body").search(text, c.start, c.end)
    if blank is not None:
        first, second = c.at(c.start, blank.start()), c.at(blank.end(), c.end)
        c = second if _ends_as_body(text[second.start : second.end]) else first
    if expression("ja", "player_sign").match(text, c.start, c.end):
        return None  # «FWディアロ» is a player
    bare = text[c.start : c.end].strip("（）()")
    is_post = bare.isascii() and any(e - s >= len(bare) for s, e in _post_words(text, c))
    return None if is_post else c


def _ends_as_body(name: str) -> bool:
    """Say whether a name ends in a word for bodies: «選挙管理委員会»."""
    return any(_BODY_WORDS & {*classes} for _, classes in classes_at_end(name, "ja"))
