"""A trigger goes in; how far its happening has got comes out.

A plan, an offer, a postponement or a cancellation is told by the words around the trigger
(`data/<language>/status_cues.tsv`), by the form of the verb, or by a day after that of publication.
What is denied is no happening at all. Words speak of the happening of their own clause: a planned
summit in the sentence of a held visit leaves the visit held.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

from sijill.citation import Span
from sijill.dates import parse_edtf
from sijill.errors import FormatFault
from sijill.languages import VERB_LAST
from sijill.reading.document import MentionKind, Status
from sijill.reading.happenings import Trigger
from sijill.reading.passage import Passage
from sijill.reading.patterns import Hit, longest, pattern_table
from sijill.reading.quotation_marks import quoted_around

#: A denied happening.
DENIED = "none"

# A project is told of while it is a plan; a text that tells of one done says so.
_MOSTLY_PLANS = frozenset({"project", "education_exchange", "contract"})
# Told as agreed, done only later where the day or the meeting for it is still to come.
_PROMISED = frozenset({"partnership_upgrade"})
_JAPANESE_TO_COME = re.compile(
    r"(?:を|に|が)?(?:する|します|行う|行います|行われる|行われます|される|されます|催す|催します"
    r"|開く|開きます|開かれる|受ける|受けます|臨む|臨みます)(?!前|際|こと|など|のは|たび|ため)"
    # A headline leaves the verb out: 「大統領、来月訪日へ」.
    r"|へ(?=[\s、。」】]|\Z)"
)
# Before a noun the form tells no time: 「抗議する農家」; before a word of planning it does.
_JAPANESE_PLAN = re.compile(
    r"(?:を|に|が)?(?:する|します|行う|される)(?:予定|見通し|見込み|方針|意向|考え|運び|。)"
    r"|へ(?=[\s、。」】]|\Z)"
)
_JAPANESE_DONE = re.compile(
    r"(?:を|に|が)?(?:した|しました|行った|行いました|行われ(?!る|ます)|され(?!る|ます)|受け(?!る))"
)
_SENTENCE_TO_COME = {
    "ja": re.compile(
        r"(?:(?<!い)(?:する|れる|行う|臨む|開く|会う|向かう|受ける|訪れる)|(?<!てい)(?:します|れます|います)"
        r"|予定(?:だ|です)?|見通し(?:だ|です)?|見込み(?:だ|です)?)[。」]?\Z"
    ),
    "kk": re.compile(r"(?:[аеи]йды|[аеи]йді|[мбп][ае][қк])[.!»”]*\Z"),
}
# Where words behind a happening have gone on to another one: “talks about a plant that will be …”.
_GOES_ON = {
    "en": re.compile(r"\b(?:said|says|told|added|who|whose|where|when)\b|\w (?:which|that)\b"),
    "ru": re.compile(r"\b(?:где|когда|обсуди\w*|сообщи\w*|заяви\w*|сказал\w*)\b"),
}
# What stands before a happening told in one breath with another: “the dinner and the talks”.
_LISTED = re.compile(
    r"(?:[,،、とや]|\b(?:and|or|и|или|және|мен|пен)|(?:^|\s)و)\s*(?:\w{1,12}\s*){0,2}\Z"
)
# The verb of an English headline is “to” with a verb: “King to visit Lima for talks”.
_HEADLINE = re.compile(
    r"(?<=\w) (to) (?!(?:the|a|an|its|his|her|their|this|that|these|those|our|all|both)\b)(?=[a-z])"
)
_HEADLINE_SUBJECT = 90
_PAST = re.compile(r"\b[a-z]{2,}ed\b")
_ARABIC_TO_COME = re.compile(r"[وف]?س[يتن]\w{3}")
# Where a sentence turns to something else: a cue before it does not reach over it.
_TURN = re.compile(
    r"[;؛。]|\w{4}[.!?؟]\s|\s[–—]\s"
    r"|[,،]\s(?:but|while|whereas|لكن|بينما|فيما|في حين|а|но|ал|бірақ)\s"
)
_NEAR = 90
# How far behind a happening a word stands that describes it, as in «القمة المزمع عقدها».
_RIGHT_BEHIND = 30
_IN_ONE_BREATH = 40
# Words that tell how far something has got stand within this many characters of it.
_REACH = 600


class StatusCues:
    """The cues of one passage, found once."""

    def __init__(self, passage: Passage) -> None:
        self._passage = passage
        table = pattern_table(passage.language, "status_cues", ("status", "where"))
        hits = table.scan(passage.text)
        by_place: dict[tuple[int, int], Hit] = {}
        for hit in longest(hits):
            by_place[hit.start, hit.end] = hit
        self._cues = [by_place[key] for key in sorted(by_place) if self._is_cue(by_place[key])]
        if passage.language == "en":
            self._cues = sorted([*self._cues, *self._headlines()], key=lambda c: (c.start, c.end))
        # Every place where a sentence turns to something else, found once.
        self._turns = [m.span() for m in _TURN.finditer(passage.text)]
        self._quoted = [q for q in passage.quoted if q.depth == 0]

    def _is_cue(self, hit: Hit) -> bool:
        """Say whether words that look like a cue are one: the month of May says nothing."""
        if hit.row["status"] != "proposed":
            return True
        mention = self._passage.mention_over(hit.start, hit.end)
        return self._passage.text[hit.start : hit.end] != "May" and (
            mention is None or mention.kind is not MentionKind.DATE
        )

    def _headlines(self) -> list[Hit]:
        """Give the “to” of every sentence whose subject it follows without another verb."""
        text, found = self._passage.text, []
        for sentence in self._passage.sentences:
            reach = min(sentence.end, sentence.start + _HEADLINE_SUBJECT)
            match = _HEADLINE.search(text, sentence.start, reach)
            if match is None or _PAST.search(text, sentence.start, match.start()):
                continue
            first = bisect_left(self._cues, sentence.start, key=lambda c: c.start)
            last = bisect_left(self._cues, match.end(), key=lambda c: c.start)
            if not any(
                c.row["status"] == "verb" or c.end > match.start() for c in self._cues[first:last]
            ):
                row = {"status": "planned", "where": "before"}
                found.append(Hit(match.start(1), match.end(1), row))
        return found

    def status(
        self, trigger: Trigger, triggers: Sequence[Trigger], date: str | None
    ) -> tuple[str, bool]:
        """Give a status of `Status` by its word, or DENIED, and whether words tell it."""
        told = self._told(trigger, triggers)
        return self._settle(trigger, told, date), bool(told or trigger.status)

    def _settle(self, trigger: Trigger, told: str, date: str | None) -> str:
        if told in ("postponed", "cancelled", DENIED):
            return told
        published = self._passage.document.published
        if told in ("accepted", "unreal"):
            return Status.PLANNED.value
        if told in ("", "held") and trigger.status != "held" and is_after(date, published):
            return Status.PLANNED.value
        if told in ("", "held") and self._is_to_come(trigger):
            return Status.PLANNED.value
        return told or trigger.status or self._by_form(trigger)

    def _is_to_come(self, trigger: Trigger) -> bool:
        """Say whether the verb's own form is that of what lies ahead."""
        text = self._passage.text
        if self._passage.language == "ja":
            form = _JAPANESE_PLAN if trigger.status == "held" else _JAPANESE_TO_COME
            return form.match(text[trigger.end : trigger.end + 14]) is not None
        if self._passage.language == "ar" and trigger.frame == "verb":
            return _ARABIC_TO_COME.match(text, trigger.start, trigger.end) is not None
        return False

    def _by_form(self, trigger: Trigger) -> str:
        """Read the verb's own form where the language shows it, else take the type's usual one."""
        text = self._passage.text
        if self._passage.language == "ja":
            behind = text[trigger.end : trigger.end + 14]
            if _JAPANESE_DONE.match(behind):
                return Status.HELD.value
        if trigger.type in _MOSTLY_PLANS and trigger.frame != "verb":
            return Status.PLANNED.value
        to_come = _SENTENCE_TO_COME.get(self._passage.language)
        if to_come is not None:
            # The sentence's own verb comes last, and speaks for the nouns before it.
            sentence = self._passage.sentences[trigger.sentence]
            if to_come.search(text[max(trigger.end, sentence.end - 16) : sentence.end]):
                return Status.PLANNED.value
        return Status.HELD.value

    def is_ahead(self, trigger: Trigger) -> bool:
        """Say whether something is only said to lie ahead: “a day before the summit”."""
        return trigger.frame != "verb" and any(
            cue.row["status"] == "ahead" and 0 <= trigger.start - cue.end <= 14
            for cue in self._before(trigger)
        )

    def points_back(self, trigger: Trigger) -> bool:
        """Say whether the words before a trigger point back to it: “after the talks”."""
        behind = self._passage.text[trigger.end : trigger.end + 3]
        if self._passage.language == "ja" and behind.startswith(("には", "後", "で、", "終了")):
            return True
        return any(
            cue.row["status"] == "back" and cue.end <= trigger.start <= cue.end + 12
            for cue in self._before(trigger)
        )

    def _before(self, trigger: Trigger) -> list[Hit]:
        """Give the few cues right before a trigger."""
        last = bisect_left(self._cues, trigger.start, key=lambda c: c.start)
        return self._cues[max(0, last - 6) : last]

    def _told(self, trigger: Trigger, triggers: Sequence[Trigger]) -> str:
        passage = self._passage
        sentence = passage.sentences[trigger.sentence]
        reach = Span(
            max(sentence.start, trigger.start - _REACH), min(sentence.end, trigger.end + _REACH)
        )
        first = bisect_left(triggers, reach.start, key=lambda t: t.start)
        last = bisect_left(triggers, reach.end, key=lambda t: t.start)
        siblings = triggers[first:last]
        found: list[tuple[int, int, str, bool]] = []
        for cue in self._cues[bisect_left(self._cues, reach.start, key=lambda c: c.start) :]:
            if cue.start >= reach.end:
                break
            status, where = cue.row["status"], cue.row["where"]
            if status in ("back", "ahead", "verb"):
                continue
            distance = self._distance(cue, trigger, siblings, where, status)
            if distance is not None:
                found.append((_PRIORITY[status], distance, status, cue.start >= trigger.end))
        if trigger.status == "held" and trigger.type in _PROMISED:
            found += self._promised(trigger, triggers, last)
        if not found:
            return ""
        found.sort()
        best, behind = found[0][2], found[0][3]
        if best in ("planned", "proposed", "accepted") and trigger.status == "held":
            # A finished verb after “it is planned” belongs to another clause; what two sides have
            # agreed to do is done at the meeting that lies ahead.
            return best if trigger.type in _PROMISED and behind else ""
        return best

    def _promised(
        self, trigger: Trigger, triggers: Sequence[Trigger], last: int
    ) -> list[tuple[int, int, str, bool]]:
        """See what is agreed for the time of something planned: “… during the coming summit”."""
        at = bisect_left(triggers, trigger.end, 0, last, key=lambda t: t.start)
        if (
            at == last
            or triggers[at].sentence != trigger.sentence
            or not self.points_back(triggers[at])
        ):
            return []
        told = self._told(triggers[at], triggers)
        return [(_PRIORITY[told], 0, told, True)] if told in ("planned", "proposed") else []

    def _distance(
        self, cue: Hit, trigger: Trigger, siblings: Sequence[Trigger], where: str, status: str
    ) -> int | None:
        text = self._passage.text
        inside = cue.start < trigger.end and trigger.start < cue.end
        if inside:
            return None if where == "before" and cue.start > trigger.start else 0
        # What somebody says in quotation marks about a plan is not about the words outside.
        around = quoted_around(self._quoted, cue.start)
        if around is not None and not around.start <= trigger.start < around.end:
            return None
        before = cue.end <= trigger.start
        if where == "before" and not before:
            return None
        if where == "after" and before:
            return None
        start, end = (cue.end, trigger.start) if before else (trigger.end, cue.start)
        between = text[start:end]
        if status == "unreal" and between.strip():
            return None
        if where == "near" and not before and len(between) > _RIGHT_BEHIND:
            return None
        turn = bisect_left(self._turns, (start, start))
        if turn < len(self._turns) and self._turns[turn][1] <= end:
            return None
        goes_on = _GOES_ON.get(self._passage.language)
        if goes_on is not None and not before and goes_on.search(between):
            return None
        strong = status in ("postponed", "cancelled", DENIED)
        rivals = [t for t in siblings if t is not trigger and start <= t.start and t.end <= end]
        if rivals and self._is_list(before, trigger, rivals):
            rivals = []
        if strong:
            if len(between) > _NEAR:
                return None
            # One word of putting off speaks of one happening: the nearest.
            if rivals:
                return None
            if status == DENIED and len(between) > 45:
                return None
        elif self._is_cut_off(before, rivals):
            return None
        return len(between)

    def _is_list(self, before: bool, trigger: Trigger, rivals: Sequence[Trigger]) -> bool:
        """Say whether happenings are told in one breath: “the dinner and the talks are put off”."""
        row = [*rivals, trigger] if before else [trigger, *rivals]
        text = self._passage.text
        return all(t.frame != "verb" and t.status != "held" for t in row) and all(
            one.end <= other.start <= one.end + _IN_ONE_BREATH
            and _LISTED.search(text[one.end : other.start]) is not None
            for one, other in pairwise(row)
        )

    def _is_cut_off(self, before: bool, rivals: Sequence[Trigger]) -> bool:
        """Say whether another happening between keeps a plan's words to itself."""
        finished = any(r.status == "held" for r in rivals)
        if before or self._passage.language in VERB_LAST:
            return finished
        return bool(rivals)


_PRIORITY = {
    DENIED: 0,
    "cancelled": 1,
    "postponed": 2,
    "unreal": 3,
    "accepted": 4,
    "proposed": 5,
    "planned": 6,
    "held": 7,
}


def is_after(date: str | None, published: str | None) -> bool:
    """Say whether a happening's day lies wholly after the day of publication."""
    if not date or not published:
        return False
    try:
        first, last = parse_edtf(date), parse_edtf(published)
    except FormatFault:
        return False
    if first.start is None or last.end is None:
        return False
    return first.start > last.end
