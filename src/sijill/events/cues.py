"""A passage goes in; the words that tell how far its happenings have got come out, in order.

They stand in `data/<language>/status_cues.tsv`. Words that only look like a cue are left out: the
month of May, a plan that reaches into another clause, a putting off to another place.
"""

from __future__ import annotations

from collections.abc import Sequence

from sijill.documents.document import DATE, PERSON, Status
from sijill.documents.expressions import ends_in, expression
from sijill.documents.passage import Passage
from sijill.documents.patterns import Hit, longest, pattern_table
from sijill.documents.stretches import beginning_in
from sijill.event_types import types_with
from sijill.events.put_offs import without_move
from sijill.happenings.triggers import Trigger
from sijill.temporal.chronology import is_after

#: A denied happening.
DENIED = "none"
#: Cues of what lies ahead.
AHEAD = frozenset({"planned", "proposed", "accepted", "invited", "discussed"})
#: Papers, whose words hold dates of their own.
PAPERS = types_with("paper")
# What is signed, and how words tell that it was not.
_SIGNED = PAPERS | {"contract"}
# At these something is proposed.
_MEETINGS = types_with("proposing")
_FALLS_THROUGH = frozenset({"postponed", "cancelled", DENIED})
_CALLED_OFF = frozenset({Status.POSTPONED.value, Status.CANCELLED.value})
# The verb of an English headline is “to” with a verb: “King to visit Lima for talks”.
_HEADLINE_SUBJECT = 90
# The end of a verb stands so near before the word that makes it possible.
_MAY = 8
# “On the table this week: …; …; …”: the colon stands this near.
_OPENS_LIST = 24


def find_cues(passage: Passage) -> list[Hit]:
    """Find the cues of a passage, in order; of those that overlap the longest."""
    table = pattern_table(passage.language, "status_cues", ("status", "where"))
    by_place: dict[tuple[int, int], Hit] = {}
    told = (h for h in table.scan(passage.text) if "\n" not in passage.text[h.start : h.end])
    found = (h for h in told if not _is_in_name(passage, h))
    hits = [h for h in found if not _is_denied_late(passage, h)]
    for hit in longest(_without_plans_over(hits)):
        by_place[hit.start, hit.end] = hit
    cues = [without_move(passage, by_place[key]) for key in sorted(by_place)]
    cues = [cue for cue in cues if _is_cue(passage, cue)]
    if passage.language != "en":
        return cues
    return sorted([*cues, *_headlines(passage, cues)], key=lambda c: (c.start, c.end))


def _is_in_name(passage: Passage, hit: Hit) -> bool:
    """Say whether a word is a part of somebody's name, as «ولا» of «كولا» is."""
    over = passage.mention_over(hit.start, hit.end)
    return over is not None and over.kind is PERSON


def is_of_another(passage: Passage, trigger: Trigger, cue: Hit, date: str | None) -> bool:
    """Say whether a cue beside a trigger tells of something else, or is the deed itself.

    `date` is the day of what the trigger tells.

    «Елшісін кері шақырды»: the word of inviting is the deed. «Меморандум о заводе подписан не
    был»: nobody signs a plant. «اتفقتا على إلغاء التأشيرات»: what they cancel is not the agreement.
    """
    status = cue.row["status"]
    done = trigger.status == Status.HELD.value and trigger.frame == "verb"
    if status == Status.PROPOSED.value and _is_at_meeting(passage, trigger, cue):
        return True
    if status in AHEAD:
        if cue.end <= trigger.start and _is_of_own_verb(passage, trigger, cue):
            return True
        if trigger.type == "agreement" and cue.start <= trigger.start < cue.end:
            return True  # «تم الاتفاق على أن»: what lies ahead is what was agreed on
        is_deed = done and trigger.start <= cue.start and cue.end <= trigger.end
        return is_deed or _is_another_day(passage, cue, date)
    if status == Status.CANCELLED.value and done and trigger.type == "agreement":
        return cue.start >= trigger.end
    if status not in _FALLS_THROUGH or trigger.type in _SIGNED:
        return False
    signing = expression(passage.language, "signing_word")
    return signing.search(passage.text, cue.start, cue.end) is not None


def _is_of_own_verb(passage: Passage, trigger: Trigger, cue: Hit) -> bool:
    """Say whether words of a plan tell what was planned, and a verb behind them what was done.

    «Соглашение предполагали подписать в мае, и в пятницу министры подписали его».
    """
    language, text = passage.language, passage.text
    planned = ends_in(language, "plan_of_own_verb")
    if trigger.frame != "verb" or not planned.search(text, cue.start, cue.end):
        return False
    done = expression(language, "trigger_done")
    return done.search(text[trigger.start : trigger.end]) is not None


def _is_at_meeting(passage: Passage, trigger: Trigger, cue: Hit) -> bool:
    """Say whether something is proposed at a meeting that was held: 「会談では協力を求めた」."""
    if cue.start < trigger.end:
        return False
    if expression(passage.language, "in_course_of").match(passage.text, trigger.end):
        return True  # «сапары барысында бейбітшілік қажет деді»
    if trigger.type not in _MEETINGS:
        return False
    at_which = expression(passage.language, "at_which")
    # The particle may be part of the words of the meeting.
    ends = (trigger.end, trigger.end - 1, trigger.end - 2)
    return any(at_which.match(passage.text, end) is not None for end in ends)


def opens_list(behind: str) -> bool:
    """Say whether the words behind a cue open a list that goes on over semicolons."""
    return ":" in behind[:_OPENS_LIST] and ";" in behind and "." not in behind


def _is_another_day(passage: Passage, cue: Hit, date: str | None) -> bool:
    """Say whether a day to come is the cue, and the happening has one that is over.

    “The forum, which opened on Wednesday and closes tomorrow”.
    """
    day = passage.mention_over(cue.start, cue.end)
    return (
        day is not None
        and day.kind is DATE
        and day.value != date
        and date is not None
        and not is_after(date, passage.document.published)
    )


def _without_plans_over(cues: Sequence[Hit]) -> list[Hit]:
    """Give cues without those of a plan whose words reach over a word of calling off.

    In «كان قد ألغى زيارة كانت مقررة في يناير» the first «كان» is not that of the plan.
    """
    off = [c for c in cues if c.row["status"] in _CALLED_OFF]
    return [
        cue
        for cue in cues
        if cue.row["status"] != Status.PLANNED.value
        or not any(cue.start < o.start and o.end < cue.end for o in off)
    ]


def _is_denied_late(passage: Passage, cue: Hit) -> bool:
    """Say whether words from a plan to its holding tell that it was not held."""
    if cue.row["status"] != "late":
        return False
    denied = expression(passage.language, "late_denied")
    return denied.search(passage.text, cue.start, cue.end) is not None


def _is_cue(passage: Passage, cue: Hit) -> bool:
    """Say whether words that look like a cue are one: the month of May, and years gone by."""
    status, text, language = cue.row["status"], passage.text, passage.language
    if status in AHEAD and expression(language, "cue_breaks").search(text, cue.start, cue.end):
        return False  # «دعوة منها، ثم توجه إلى»: another clause begins within
    if status == "none" and cue.row["where"] == "any":
        done = expression(language, "done_within")
        if done.search(text, cue.start, cue.end):
            return False  # «يرى محللون أن طرد السفير أمس سيضر»: it was done
    if status == "postponed" and expression(language, "hold_breaks").match(
        text, cue.start, cue.end
    ):
        return False  # “to halt the fighting and granted a loan”
    if ends_in(language, "may_be").search(text[max(0, cue.start - _MAY) : cue.end]):
        return False  # «арттыруға болады»: what can be is no plan
    mention = passage.mention_over(cue.start, cue.end)
    is_date = mention is not None and mention.kind is DATE
    if status == "planned" and is_date and mention is not None:
        return not is_after(passage.document.published, mention.value)
    return status != "proposed" or not (is_date or text[cue.start : cue.end] == "May")


def _headlines(passage: Passage, cues: Sequence[Hit]) -> list[Hit]:
    """Give the “to” of every sentence whose subject it follows without another verb."""
    text, found = passage.text, []
    for sentence in passage.sentences:
        # What stands behind “to” is looked at beyond the reach, too: “to the” opens no verb.
        match = expression("en", "headline_to").search(text, sentence.start, sentence.end)
        if (
            match is None
            or match.end() > sentence.start + _HEADLINE_SUBJECT
            or expression("en", "past_verb").search(text, sentence.start, match.start())
        ):
            continue
        here = beginning_in(cues, sentence.start, match.end())
        if not any(c.row["status"] == "verb" or c.end > match.start() for c in here):
            row = {"status": "planned", "where": "before"}
            found.append(Hit(match.start(1), match.end(1), row))
    return found
