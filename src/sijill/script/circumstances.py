"""An event goes in; when and where it was, as a narrator would say it next, come out."""

from __future__ import annotations

from functools import cache

from sijill.dates import parse_edtf, sort_key
from sijill.documents.document import Status
from sijill.event_types import types_with
from sijill.record.items import EventItem
from sijill.script.facts import Story
from sijill.script.hours import hour
from sijill.script.narration.calendar import part_of_day
from sijill.script.narration.words import Words
from sijill.script.roles import is_state
from sijill.script.teller import Teller
from sijill.tables import open_table

_PARTS = {"forenoon": "morning", "night": "evening"}
#: What lasts through an interval; anything else happened at some moment within it.
_LASTING = types_with("lasting")


#: What can be said to be in a state; two people meet at some place in it.
_IN_A_STATE = types_with("in_a_state")


def status_suffix(story: Story, event: EventItem) -> str:
    """Give the end of the pattern key for how far an event has got."""
    if event.status is Status.HELD:
        return ""
    now = story.names.now
    dated = event.status is Status.PLANNED and event.date is not None and now is not None
    if dated and sort_key(event.date)[1] < sort_key(now)[0]:
        return ".planned_past"
    return f".{event.status.value}"


def when(teller: Teller, event: EventItem) -> dict[str, Words] | None:
    """Say when an event was: day, and the hour or part of the day where it is told."""
    same = teller.is_same_day(event.date)
    at = _hour(teller, event)
    if same and at:
        return at
    date = teller.when(
        event.date, within=event.type not in _LASTING, came_about=event.status is Status.HELD
    )
    if date is None and same:
        return at
    if date is None or at is None:
        return date
    return {lang: _joined(date[lang], at[lang]) for lang in date}


def _joined(left: Words, right: Words) -> Words:
    # A year is spoken as an aside, and an aside is closed before the hour.
    pause = "," if ", " in left.say else ""
    return Words(f"{left.show} {right.show}", f"{left.say}{pause} {right.say}")


def _hour(teller: Teller, event: EventItem) -> dict[str, Words] | None:
    said = hour(teller, event)
    if said is not None:
        return said
    part = event.details.get("part_of_day")
    if isinstance(part, str):
        told = {lang: part_of_day(_PARTS.get(part, part), lang) for lang in teller.languages}
        if all(told.values()):
            return {lang: words for lang, words in told.items() if words}
    return None


def place(story: Story, teller: Teller, event: EventItem) -> dict[str, Words] | None:
    """Say where an event was, unless that was just said or the place takes part in it."""
    if event.place is None or story.names.entity(event.place) is None:
        return None
    if event.place in event.participants and not is_state(story, event.place):
        return None
    if is_common_noun(story, event.place):
        return None
    if is_state(story, event.place) and event.type not in _IN_A_STATE:
        return None
    return teller.where(event.place)


@cache
def _place_words() -> frozenset[str]:
    return frozenset(r["word"] for r in open_table("en/place_words.tsv", ("word",)))


def is_common_noun(story: Story, place_id: str) -> bool:
    """Say whether a place has no name but a word such as Palace, spelled out in other letters."""
    entity = story.names.entity(place_id)
    if entity is None or not entity.transliterated:
        return False
    return (entity.names.get("en") or "").strip() in _place_words()


def is_dated_day(event: EventItem) -> bool:
    """Say whether the day of an event is told."""
    return event.date is not None and parse_edtf(event.date).is_day
