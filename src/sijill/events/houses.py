"""A happening goes in; whether it was in a house that takes part in it, such as a university, of
which no town is told, comes out.
"""

from __future__ import annotations

from itertools import pairwise

from sijill.documents.document import ORGANISATION, Mention
from sijill.documents.passage import Passage
from sijill.event_types import types_with
from sijill.happenings.arguments import Arguments
from sijill.happenings.drafts import Draft
from sijill.happenings.triggers import Trigger

_IN_A_HOUSE = types_with("in_a_house")
# A town told beside its house stands so near (code points).
_BESIDE = 12


def is_in_house(draft: Draft, passage: Passage, arguments: Arguments) -> bool:
    """Say whether the house where it was takes part, and no place is told beside it.

    “At the university in Bergen”, 「バルパライソの国会で」 tell the place, too.
    """
    if draft.type not in _IN_A_HOUSE:
        return False
    house = any(passage.kind_of(p) is ORGANISATION for p in draft.people)
    if not house or draft.place is None:
        return house
    place = arguments.mention_of(draft.place, draft.trigger)
    if place is None:  # told in another clause: “at the university in Bergen, where he spoke”
        sentence = arguments.span_of(draft.trigger)
        told = passage.mentions_in(sentence.start, draft.trigger.start)
        return not any(
            town.entity == draft.place
            and _is_house(body, draft)
            and 0 < town.start - body.end <= _BESIDE
            for body, town in pairwise(told)
        )
    if draft.type == "lecture" and place.end > draft.trigger.start:
        return False
    near = passage.mentions_in(max(0, place.start - _BESIDE), place.end + _BESIDE)
    return not any(_is_house(mention, draft) for mention in near)


def _is_house(mention: Mention, draft: Draft) -> bool:
    return mention.kind is ORGANISATION and mention.entity in draft.people


def house_before(trigger: Trigger, arguments: Arguments) -> list[str]:
    """Give the university that the sentence has told of before somebody lectures there."""
    sentence = arguments.span_of(trigger)
    houses = [
        a.entity
        for a in arguments.actors_in(sentence.start, trigger.start, pronouns=False)
        if a.kind is ORGANISATION and arguments.details_in(a.start, a.end, "university")
    ]
    return houses[-1:]


def house_meant(trigger: Trigger, arguments: Arguments) -> list[str]:
    """Give the house that “the university” means, where the words are no mention: the last."""
    if not arguments.details_in(trigger.start, trigger.end, "university"):
        return []
    told = arguments.passage.mentions_in(0, trigger.start, (ORGANISATION,))
    for mention in reversed(told):
        if arguments.details_in(mention.start, mention.end, "university"):
            return [mention.entity] if mention.entity else []
    return []


def mission_told(last: Draft | None, trigger: Trigger) -> list[str]:
    """Give the embassy told right before, which a clause without a subject goes on with.

    «أُغلقت السفارة في 2004، ولم تُفتح من جديد إلا في 2011»; `last` is the mission told last.
    """
    if last is None or trigger.sentence - last.trigger.sentence > 1:
        return []
    return list(last.people)
