"""Who stands near a trigger goes in; who of them only tells its setting comes out.

Who held an office then, or whose house stands beside, takes no part; and words that name nobody are
not always of whom the text told of before.
"""

from __future__ import annotations

from collections.abc import Sequence

from sijill.documents.expressions import ends_in, expression
from sijill.documents.passage import Passage
from sijill.event_types import types_with
from sijill.happenings.actors import Actor
from sijill.happenings.drafts import OF_PAIR, Discourse, Draft
from sijill.happenings.triggers import Trigger

# The words that make somebody a mark of time or place stand so near before him (code points).
_AHEAD = 64


def without_setting(passage: Passage, actors: Sequence[Actor]) -> list[Actor]:
    """Leave out who only tells when, where or over whom: «ещё при министре Ли», «Лидің ісі»."""
    before = ends_in(passage.language, "setting_before")
    behind = expression(passage.language, "setting_behind")
    text = passage.text
    return [
        a
        for a in actors
        if not before.search(text[max(0, a.start - _AHEAD) : a.start])
        and not behind.match(text, a.end)
    ]


def without_carried(discourse: Discourse, draft: Draft) -> list[str]:
    """Leave to an item of a diary only whom it names: whose day it is stands in the head."""
    if not discourse.arguments.chronology.is_diary:
        return draft.people
    sentence = discourse.arguments.span_of(draft.trigger)
    here = discourse.arguments.actors_in(sentence.start, sentence.end, pronouns=False)
    named = {a.entity for a in here}
    return [p for p in draft.people if p in named]


def leaves_out_who(passage: Passage, trigger: Trigger, actors: Sequence[Actor]) -> bool:
    """Say whether a clause names nobody who does it: «ثم أجرى محادثات مع نظيره فلان»."""
    if not actors or passage.language == "en":
        return not actors and _points_back(passage, trigger)
    between = passage.text[trigger.start : actors[0].start]
    return expression(passage.language, "with_whom").search(between) is not None


def _points_back(passage: Passage, trigger: Trigger) -> bool:
    """Say whether words that name nobody can be of who was told before.

    English names who does; in Russian only the verb of one does not: «Затем посетила порт», but
    «выслали двоих» and «открыта выставка» are nobody's.
    """
    language = passage.language
    if language == "kk" and trigger.type in OF_PAIR and trigger.frame == "noun":
        return False  # «Екеуара әңгімеден кейін …»: of the two who met, whoever was told last
    if language != "ru" or trigger.type in OF_PAIR | types_with("carried_on"):
        return language != "en"
    verb = expression(language, "verb_of_one")
    return verb.search(passage.text, trigger.start, trigger.end) is not None
