"""A trigger goes in; whether its gathering is for all who come, and who gives it, comes out.

A forum, a show, a match or a concert that is itself what its clause is about («состоится
бизнес-форум») is not that of whoever the text told of before.
"""

from __future__ import annotations

from sijill.documents.document import ORGANISATION
from sijill.documents.expressions import ends_in, expression
from sijill.documents.passage import Passage
from sijill.event_types import types_with
from sijill.happenings.actors import Actor
from sijill.happenings.triggers import Trigger
from sijill.languages import VERB_LAST

_GATHERINGS = types_with("gathering")


def takes_place(passage: Passage, trigger: Trigger) -> bool:
    """Say whether a gathering is itself what the clause of its trigger is about."""
    if trigger.type not in _GATHERINGS:
        return False
    window, language = trigger.window, passage.language
    start = trigger.start if language in VERB_LAST else window.start
    verb = expression(language, "takes_place")
    return verb.search(passage.text, start, window.end) is not None


def gives_meal(passage: Passage, trigger: Trigger, actor: Actor) -> bool:
    """Say whether a body gives a meal: “a dinner given by the chamber”, «تقيمها الغرفة»."""
    if actor.kind is not ORGANISATION or actor.start < trigger.end:
        return False
    between = passage.text[trigger.start : actor.start]
    return ends_in(passage.language, "given_by").search(between) is not None
