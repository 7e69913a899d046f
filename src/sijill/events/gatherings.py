"""A trigger goes in; whether it tells of a gathering that takes place for all who come comes out.

A forum, a show, a match or a concert that is itself what its clause is about («состоится
бизнес-форум») is not that of whoever the text told of before.
"""

from __future__ import annotations

from sijill.documents.expressions import expression
from sijill.documents.passage import Passage
from sijill.events.happenings import Trigger
from sijill.languages import VERB_LAST

_GATHERINGS = frozenset(
    {"business_forum", "exhibition", "sport_encounter", "cultural_encounter", "education_exchange"}
)


def takes_place(passage: Passage, trigger: Trigger) -> bool:
    """Say whether a gathering is itself what the clause of its trigger is about."""
    if trigger.type not in _GATHERINGS:
        return False
    window, language = trigger.window, passage.language
    start = trigger.start if language in VERB_LAST else window.start
    verb = expression(language, "takes_place")
    return verb.search(passage.text, start, window.end) is not None
