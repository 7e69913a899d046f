"""The name of a place and the words beside it go in; whether something happens there comes out."""

from __future__ import annotations

from sijill.citation import Span
from sijill.documents.document import PLACE, Mention
from sijill.documents.expressions import ends_in, expression
from sijill.documents.passage import Passage
from sijill.event_types import types_with
from sijill.languages import VERB_LAST

#: What one state does to another, most often for something that happened at some place.
_FOR_A_CAUSE = types_with("for_a_cause")

#: So near (code points) stand the words before and behind a place that tell that it is one.
_BEFORE, _BEHIND = 14, 16
#: … and the words before it by which somebody goes on to it.
_GOING_ON = 40
#: … and so near the “where” of its clause.
_CLAUSE = 90
#: No name of a place before it is longer.
_NAME = 60


def stands_as_place(passage: Passage, mention: Mention, *, is_state: bool) -> bool:
    """Say whether the words beside a place tell that something is there: “in”, で."""
    text, language = passage.text, passage.language
    if passage.mention_over(mention.start, mention.end) is not mention:
        return False
    is_of = expression(language, "state_of_after").match(text, mention.end, mention.end + 1)
    if is_of and is_state:
        return False  # 北朝鮮の核: a state that something is of is no place of it
    before = text[max(0, mention.start - _BEFORE) : mention.start]
    beside = ends_in(language, "beside_before").search(before) is not None
    if beside and is_state:
        return False  # «у Сербии есть»: a state has something, a palace stands there
    after = expression(language, "place_after").match(text[mention.end : mention.end + _BEHIND])
    return beside or bool(after) or ends_in(language, "place_before").search(before) is not None


def is_elsewhere(passage: Passage, kind: str, words: Span, place: Mention) -> bool:
    """Say whether a place behind the words of a happening is where one goes on to, or of a cause.

    «Вручил ноту протеста из-за ареста моряков в Гуаякиле»: the note was handed over elsewhere.
    """
    if is_left_for(passage, place):
        return True
    if kind not in _FOR_A_CAUSE or passage.language in VERB_LAST:
        return False
    cause = expression(passage.language, "cause_told")
    return cause.search(passage.text, words.start, place.start) is not None


def is_home_of(passage: Passage, place: Mention) -> bool:
    """Say whether a place is where somebody lives or comes from: “who resides in Lima”.

    What that one does is done elsewhere.
    """
    before = passage.text[max(0, place.start - _GOING_ON) : place.start]
    return ends_in(passage.language, "lives_in").search(before) is not None


def is_gone_to_later(passage: Passage, place: Mention) -> bool:
    """Say whether somebody is told to leave for a place only behind what the sentence tells.

    «قبل مغادرته إلى ليما، التقى …», “before leaving for Lima she met …”.
    """
    before = passage.text[max(0, place.start - _GOING_ON) : place.start]
    return ends_in(passage.language, "leaves_later").search(before) is not None


def is_of_cause(passage: Passage, kind: str, words: Span, place: Mention) -> bool:
    """Say whether a place is of a cause that is told before the verb: «Янгонда … байланысты …»."""
    if kind not in _FOR_A_CAUSE or passage.language not in VERB_LAST:
        return False
    cause = expression(passage.language, "cause_told_behind")
    return cause.search(passage.text, place.end, words.start) is not None


def is_left_for(passage: Passage, place: Mention) -> bool:
    """Say whether somebody goes on to a place from where he was: 「次の訪問国…へ向かった」.

    Elsewhere the verb stands before the place: “… before flying on to Yerevan”.
    """
    if passage.language not in VERB_LAST:
        before = passage.text[max(0, place.start - _GOING_ON) : place.start]
        return ends_in(passage.language, "goes_on_to").search(before) is not None
    leaves = expression(passage.language, "leaves_for")
    return leaves.match(passage.text, place.end) is not None


def is_stay(passage: Passage, place: Mention, start: int, end: int) -> bool:
    """Say whether words from `start` to `end` tell of a stay in a place: «Лимада екі күн болды»."""
    text, language = passage.text, passage.language
    stays = expression(language, "stays").match(text, start, end)
    near = expression(language, "stay_after").fullmatch(text, place.end, start)
    return stays is not None and near is not None


def place_of_clause(passage: Passage, words: int, near: Mention | None) -> str | None:
    """Give the place of which the clause of `words` tells, where another one stands before it.

    “Flew to Lima from Oslo, where she had met the king”, «من أوسلو حيث التقى». It is the one found
    near by where the clause tells none.
    """
    found, at = (near.entity, near.start) if near is not None else (None, 0)
    where = expression(passage.language, "where_clause")
    told = where.search(passage.text, max(0, words - _CLAUSE), words)
    if told is None or told.start() <= at:
        return found
    beside = passage.mentions_in(max(0, told.start() - _NAME), told.start(), (PLACE,))
    return next((m.entity for m in beside if m.end == told.start() and m.entity), found)
