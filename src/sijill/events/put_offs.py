"""Drafts and what is told behind them go in; plans that a later sentence puts off are put off.

“It has been postponed”, «Её отложили», «الزيارة أُجلت»: such words name no happening of their own,
but speak of the plan told right before them (`data/<language>/expressions.tsv`: it_is_put_off,
it_is_called_off).
"""

from __future__ import annotations

from collections.abc import Sequence

from sijill.documents.document import DATE, PLACE, Status
from sijill.documents.expressions import ends_in, expression
from sijill.documents.passage import Passage
from sijill.documents.patterns import Hit
from sijill.event_types import types_with
from sijill.events.days import Days
from sijill.happenings.denials import find_denied
from sijill.happenings.drafts import Draft
from sijill.languages import VERB_LAST
from sijill.temporal.chronology import first_day, last_day

# So many sentences behind a plan, at most, its being put off is told (an interviewer asks why).
_SOON = 3
_PLANS = frozenset({Status.PLANNED.value, Status.PROPOSED.value, Status.CANCELLED.value})
_TOLD_SINCE = frozenset({Status.HELD.value, Status.PLANNED.value})
_AHEAD = frozenset({Status.PLANNED.value, Status.POSTPONED.value})
# Words that tell of the plan before that it was put off, or fell through.
_LATER = (("it_is_put_off", Status.POSTPONED), ("it_is_called_off", Status.CANCELLED))
# What people come together for can be put off as a whole.
_OF_PEOPLE = types_with("whole")
# Some words name what else can be: “the dinner”, “the ceremony”, “the event”.
_AT_COURT = frozenset({"audience"})
_NAMED = (
    ("names_a_meal", types_with("meal")),
    ("names_a_ceremony", frozenset({"ceremony", "decoration", "signing"})),
    ("names_a_gathering", types_with("gathering")),
)
_PUT_OFF = _OF_PEOPLE.union(_AT_COURT, *(kinds for _, kinds in _NAMED))
# “Was not” stands this near before the words.
_NEAR = 24
# A stop of a visit is made so many days, at most, behind its first.
_LONGEST_VISIT = 8
# Where something is moved to stands so near to the words.
_MOVED = 40


def put_off(passage: Passage, drafts: Sequence[Draft], days: Days) -> None:
    """Set status and new day of the last plan told before such words; drafts are in order."""
    for name, status in _LATER:
        if any(d.status in _PLANS and d.type in _PUT_OFF for d in drafts):
            _take_off(passage, drafts, name, status, days)


def _take_off(
    passage: Passage, drafts: Sequence[Draft], name: str, status: Status, days: Days
) -> None:
    language, text = passage.language, passage.text
    denied = find_denied(passage)
    behind = expression(language, "not_called_off_behind")
    for match in expression(language, name).finditer(text):
        before = text[max(0, match.start() - _NEAR) : match.start()]
        if ends_in(language, "not_called_off").search(before):
            continue
        if behind.match(text, match.end()) or any(d.start <= match.start() < d.end for d in denied):
            continue
        number = passage.sentence_index(match.start())
        earlier = [
            d
            for d in drafts
            if d.trigger.end <= match.start() and number - d.trigger.sentence <= _SOON
        ]
        if any(
            match.start() <= d.trigger.start < match.end() and d.status == status.value
            for d in drafts
        ):
            continue  # “it was first to be in May, but the visit fell through”: told already
        meant = _meant(language, match.group(), earlier)
        if meant and all(d.status in _PLANS and not is_stop(d, drafts) for d in meant):
            to = days.new_day_behind(match.end()) if status is Status.POSTPONED else None
            for draft in meant:
                draft.status, draft.date = status.value, to or draft.date


def _meant(language: str, words: str, earlier: Sequence[Draft]) -> Sequence[Draft]:
    """Give which of the happenings told before the words speak of: the last one of people.

    “The trip” is the last visit, with what was to be done on it in the same breath (“… to travel to
    Lima for the joint commission”); “both appointments” are all plans of the sentence before. “The
    dinner” is a meal, and “the audience” is no visit.
    """
    if earlier and expression(language, "all_of_them").search(words):
        last = earlier[-1].trigger.sentence
        return [d for d in earlier if d.trigger.sentence == last and d.status in _PLANS]
    for name, kinds in _NAMED:
        if expression(language, name).search(words):
            return [d for d in earlier if d.type in kinds][-1:]
    is_part = expression(language, "names_a_part").search(words) is not None
    of_people = [
        d
        for d in earlier
        if (d.type != "visit" if is_part else d.type not in _AT_COURT)
        and d.type in _OF_PEOPLE | _AT_COURT
    ]
    visits = [n for n, d in enumerate(of_people) if d.type == "visit"]
    if visits and expression(language, "names_a_trip").search(words):
        trip = of_people[visits[-1]]
        behind = of_people[visits[-1] :]
        return [d for d in behind if d.trigger.sentence == trip.trigger.sentence]
    return of_people[-1:]


def is_stop(trip: Draft, drafts: Sequence[Draft]) -> bool:
    """Say whether a trip is only a stop of a visit told before: on a later day, by its guest.

    What is put off as a whole is the visit: «На 13 июня запланировано посещение порта».
    """
    day = first_day(trip.date)
    if trip.type != "visit" or day is None:
        return False
    return any(
        d.type == "visit"
        and d is not trip
        and d.status in _PLANS | {Status.POSTPONED.value}
        and d.trigger.start < trip.trigger.start
        and (not trip.people or not d.people or bool(set(d.people) & set(trip.people)))
        and (first := first_day(d.date)) is not None
        and 0 < (day - first).days <= _LONGEST_VISIT
        for d in drafts
    )


def planned_first(passage: Passage, draft: Draft, earlier: Sequence[Draft]) -> Draft | None:
    """Give the happening told before of which a draft only tells for when it was planned at first.

    “It was originally planned for October but put off”: what was put off and then held, or planned
    again, is one happening, and the first day is none of it. None where the draft tells its own.
    """
    sentence = passage.sentences[draft.trigger.sentence]
    first = expression(passage.language, "planned_at_first")
    put_off = expression(passage.language, "was_put_off")
    if not first.search(passage.text, sentence.start, sentence.end):
        return None
    here = put_off.search(passage.text, sentence.start, sentence.end) is not None
    here = here or is_dated_anew(passage, draft)
    return next(
        (
            d
            for d in earlier
            if d.type == draft.type
            and _is_told_since(d, draft, here=here)
            and d.trigger.sentence != draft.trigger.sentence
            and (not d.people or not draft.people or set(d.people) & set(draft.people))
        ),
        None,
    )


def is_dated_anew(passage: Passage, draft: Draft) -> bool:
    """Say whether a draft's sentence only tells for when a plan was set at first.

    «Алғашында сапар наурызға белгіленген еді»: what is planned for May is planned, not put off.
    """
    sentence = passage.sentences[draft.trigger.sentence]
    start, end = sentence.start, sentence.end
    anew = expression(passage.language, "since_planned_anew").search(passage.text, start, end)
    off = expression(passage.language, "it_is_called_off").search(passage.text, start, end)
    return anew is not None and off is None


def _is_told_since(one: Draft, first: Draft, *, here: bool) -> bool:
    """Say whether a happening told before is what was put off: held, or planned for a later day.

    Where the words for the first plan do not say that it was put off (`here`), those before did.
    """
    if not here:
        return one.status == Status.POSTPONED.value and first.status in _TOLD_SINCE
    if one.status == Status.HELD.value:
        return True
    new, old = first_day(one.date), last_day(first.date)
    return one.status in _AHEAD and bool(new and old and new > old)


def is_moved(passage: Passage, start: int, end: int) -> bool:
    """Say whether words of putting off tell of another place, not of another day.

    «Штаб-квартира переносится в Белград», «келіссөз Женеваға ауыстырылды».
    """
    language, text = passage.language, passage.text
    if language in VERB_LAST:
        goal = expression(language, "goal_after")
        return any(
            (led := goal.match(text, m.end)) and not text[led.end() : start].strip()
            for m in passage.mentions_in(max(0, start - _MOVED), start, (PLACE,))
        )
    led_to = expression(language, "moved_to")
    places = passage.mentions_in(end, min(end + _MOVED, len(text)), (PLACE,))
    return any(
        led_to.fullmatch(text, end, m.start)
        and not passage.mentions_in(m.end, m.end + _NEAR, (DATE,))
        for m in places
    )


def without_move(passage: Passage, cue: Hit) -> Hit:
    """Give a cue of putting off that tells of another place as one of a plan, others unchanged."""
    if cue.row["status"] != Status.POSTPONED.value or not is_moved(passage, cue.start, cue.end):
        return cue
    return Hit(cue.start, cue.end, {**cue.row, "status": Status.PLANNED.value})
