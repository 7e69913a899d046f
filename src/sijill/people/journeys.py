"""A person and a place behind them go in; whether the place is where they travel comes out.

Who visits a country is not of it: “Minister Diaz visited Minsk” tells nothing for Belarus. The
verbs and nouns of travel stand in `data/<language>/expressions.tsv`: `journey_between` ends right
before the place, `journey_before` stands before the person with `journey_link` between person and
place, and `journey_behind` follows the place where the verb comes last. Where the place comes
first, `reached_before` ends right before it and `reached_behind` stands between it and the person:
«в Дили прибыл министр».
"""

from __future__ import annotations

from sijill.documents.document import Document
from sijill.documents.expressions import ends_in, expression

#: So many letters before a person, and between person and place, are looked at (code points).
_BEFORE, _BETWEEN = 60, 90


def is_goal(document: Document, begins: int, person: tuple[int, int], place: int, end: int) -> bool:
    """Say whether a place (from `place` to `end`) is where the person before it travels.

    `begins` is where the sentence begins, `person` where the person's name begins and ends; all
    are offsets in code points.
    """
    text, language = document.text, document.language
    if not 0 <= place - person[1] <= _BETWEEN:
        return False
    gap = text[person[1] : place]
    if ends_in(language, "journey_between").search(gap):
        return True
    if expression(language, "journey_behind").match(text, end):
        return True
    before = text[max(begins, person[0] - _BEFORE) : person[0]]
    return bool(
        expression(language, "journey_link").fullmatch(gap)
        and ends_in(language, "journey_before").search(before)
    )


def is_reached(document: Document, place: int, end: int, person: int) -> bool:
    """Say whether a place (from `place` to `end`) is where the person behind it has come.

    «В Дили прибыл министр», «в Лиму ждут президента»: `person` is where the name or post begins;
    all are offsets in code points.
    """
    text, language = document.text, document.language
    if not 0 <= person - end <= _BETWEEN:
        return False
    gap = expression(language, "reached_behind").fullmatch(text[end:person])
    before = text[max(0, place - _BEFORE) : place]
    return gap is not None and ends_in(language, "reached_before").search(before) is not None
