"""Posts of a text go in; those whose word is of sport and of film come out as what the text is of.

A Japanese 監督 trains a team where the text speaks of matches, and directs a film elsewhere; a
state's 代表 plays for it there. The rules stand in `data/<language>/expressions.tsv`:
trainer_word, player_word, sport_told, film_told.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from sijill.documents.document import Document
from sijill.documents.expressions import expression
from sijill.people.posts import PostReading


def settle_trainers(
    document: Document, readings: Mapping[str, PostReading]
) -> dict[str, PostReading]:
    """Give the posts by mention, with those of trainers and players as an athlete's."""
    text, language = document.text, document.language
    word = expression(language, "trainer_word")
    player = expression(language, "player_word")
    settled = dict(readings)
    theirs = [
        key
        for key, r in readings.items()
        if (r.role == "artist" and word.search(r.mention.text))
        or (r.country is not None and player.search(r.mention.text))
    ]
    if not theirs or expression(language, "sport_told").search(text) is None:
        return settled
    if expression(language, "film_told").search(text) is None:
        for key in theirs:
            settled[key] = replace(readings[key], role="athlete", is_leader=False)
    return settled
