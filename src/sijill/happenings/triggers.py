"""A passage goes in; the places where its words tell a happening come out, each with its clause.

The words stand in `data/<language>/event_triggers.tsv`. Of words that overlap the longest counts;
words inside a name tell nothing.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace
from itertools import pairwise

from sijill.citation import Span
from sijill.documents.document import DATE, ORGANISATION, PERSON, PLACE, POST, Mention, Status
from sijill.documents.expressions import ends_in, expression
from sijill.documents.passage import Passage
from sijill.documents.patterns import Hit, pattern_table
from sijill.documents.stretches import beginning_in
from sijill.event_types import types_with
from sijill.happenings.chains import leads_to_come
from sijill.happenings.habits import is_habit
from sijill.immutable import immutable
from sijill.languages import VERB_LAST
from sijill.speech.quoted_speech import is_name
from sijill.temporal.calendar import find_atoms

# Kinds of mention whose words are a name: a post may well hold “visit”, a place may not.
_NAMES = (
    PERSON,
    ORGANISATION,
    PLACE,
    POST,
    DATE,
)
_PUT_OFF = "postponement"
_CALL = "phone_call"
_GOING = frozenset({"visit", "arrival"})
# Frames of words that tell a happening only with what stands beside them.
SLIGHT = frozenset({"weak", "faint"})
# A pattern with a gap weighs as much as so many characters, less one for so many of its length.
_FULL = 24
_LOOSE = 8
# Verbs of this frame ask somebody to come, and so near before them stands where to (code points).
_ASKED, _WHERE_TO = "asked", 60
# Meetings that a text may tell of as of a body: “the joint commission”.
_BODIES_THAT_MEET = types_with("series")
# Happenings that bear names as bodies do.
_NAMED = types_with("named")
# How far behind a meeting those may stand whom it was with (code points).
_WITH = 40
# A title in quotation marks has so many letters at most; what is longer is speech.
_LONGEST_TITLE = 60
# The Arabic article, alone and behind the preposition that it is written with.
_ARTICLES = ("ال", "لل")
# A place stands so near before the word that tells of being there.
_AT = 24
# A verb of two words has so many letters at most.
_VERB = 30
# What is agreed on stands this near behind “agreed to”.
_RIGHT_BEHIND = 16
_FULL_STOP = "。"
_COMMA = re.compile(r"[,،、]")
# Another word written onto a verb before it; “re-opened” and “co-signed” are verbs themselves.
_PART = 8
_PART_BEFORE = re.compile(r"[^\W\d_]{3}-\Z")


@immutable
class Trigger:
    """Words that tell a happening: span, type or reception/meeting, what the form tells.

    `window` is the stretch of its sentence that may hold its people, day and place; `sentence` the
    number of that sentence.
    """

    start: int
    end: int
    type: str
    status: str
    frame: str
    sentence: int
    window: Span

    @property
    def span(self) -> Span:
        """The place of the words."""
        return Span(self.start, self.end)


def find_triggers(passage: Passage) -> tuple[Trigger, ...]:
    """Find the triggers of a passage, in order, with their windows."""
    table = pattern_table(passage.language, "event_triggers", ("type", "status", "frame"))
    by_sentence: dict[int, list[Hit]] = {}
    hits = [h for h in table.scan(passage.text) if h.row["type"] != _PUT_OFF]
    for hit in _chosen(passage, hits):
        if hit.row["type"] == "stop" or is_habit(passage, hit) or _is_half_a_word(passage, hit):
            continue
        by_sentence.setdefault(passage.sentence_index(hit.start), []).append(hit)
    triggers: list[Trigger] = []
    for number, told in sorted(by_sentence.items()):
        sentence = passage.sentences[number]
        # Very general words tell nothing beside words that tell a happening, nor does the name of
        # a commission that does something else there.
        deeds = [h for h in told if not _is_body(passage, h)] or told
        sure = [h for h in deeds if h.row["frame"] != "faint" or _is_stay(passage, h)]
        hits = _joined(sure or deeds)
        for at, hit in enumerate(hits):
            before, after = sentence.start, sentence.end
            if at:
                before = _edge(passage, hits[at - 1].end, hit.start)
            if at + 1 < len(hits):
                after = _stop(passage, hit.end, hits[at + 1].start) or _edge(
                    passage, hit.end, hits[at + 1].start
                )
            if at and _is_agreed(passage, triggers[-1], hit):
                before = triggers[-1].window.start  # who agrees will do it
            met = hits[at - 1] if at and _are_met(hits[at - 1], hit) else None
            if met is not None:
                # “Met compatriots and the athlete X”: the meeting goes on behind them.
                meeting = triggers.pop()
                window = Span(meeting.window.start, max(after, hit.end))
                triggers.append(replace(meeting, window=window))
                start, end = met.start, met.end
                edge = _COMMA.search(passage.text, hit.end, hit.end + _WITH)
                after = edge.start() if edge else hit.end
                before = meeting.window.start
            else:
                start, end = hit.start, hit.end
            triggers.append(
                Trigger(
                    start,
                    end,
                    hit.row["type"],
                    _status(passage, hit),
                    "verb" if hit.row["frame"] == _ASKED else hit.row["frame"],
                    number,
                    Span(min(before, start), max(after, end)),
                )
            )
    return tuple(triggers)


def _is_half_a_word(passage: Passage, hit: Hit) -> bool:
    """Say whether a verb is the end of a compound: “a Soviet-built trawler”."""
    if hit.row["frame"] == "noun":
        return False
    return _PART_BEFORE.search(passage.text[max(0, hit.start - _PART) : hit.start]) is not None


def _status(passage: Passage, hit: Hit) -> str:
    """Give what the form of the words tells, or the verb that they go on to."""
    told = hit.row["status"]
    open_ended = told in ("", "held") and hit.row["frame"] != "noun"
    if open_ended and leads_to_come(passage, hit.start, hit.end):
        return "planned"
    return told


def find_postponements(passage: Passage) -> tuple[Trigger, ...]:
    """Find where the act of putting something off is told, in order; its window is its sentence.

    They stand apart from the triggers: the same words tell the status of what is put off.
    """
    table = pattern_table(passage.language, "event_triggers", ("type", "status", "frame"))
    found = []
    for hit in _chosen(passage, [h for h in table.scan(passage.text) if h.row["type"] == _PUT_OFF]):
        number = passage.sentence_index(hit.start)
        sentence = passage.sentences[number]
        window = Span(min(sentence.start, hit.start), max(sentence.end, hit.end))
        row = hit.row
        found.append(
            Trigger(hit.start, hit.end, _PUT_OFF, row["status"], row["frame"], number, window)
        )
    return tuple(found)


def _is_stay(passage: Passage, hit: Hit) -> bool:
    """Say whether words of being stand behind a place and before a comma: «Кигалиде болып, …»."""
    if hit.row["type"] not in _GOING or passage.text[hit.end : hit.end + 1] != ",":
        return False
    places = passage.mentions_in(max(0, hit.start - _AT), hit.start, (PLACE,))
    led = expression(passage.language, "stay_behind_place")
    return bool(places) and led.fullmatch(passage.text, places[-1].end, hit.start) is not None


def _joined(hits: list[Hit]) -> list[Hit]:
    """Make one of a call and the word right behind it that says it was by phone."""
    out: list[Hit] = []
    for hit in hits:
        last = out[-1] if out else None
        beside = last is not None and hit.start - last.end <= 1
        if last and beside and hit.row["type"] == last.row["type"] == _CALL:
            out[-1] = Hit(last.start, hit.end, last.row)
        else:
            out.append(hit)
    return out


def _are_met(meeting: Hit, others: Hit) -> bool:
    """Say whether a word of compatriots only tells whom a meeting right before it was with."""
    return (
        meeting.row["type"] == "meeting"
        and others.row["type"] == "diaspora_meeting"
        and 0 <= others.start - meeting.end <= _WITH
    )


def _is_agreed(passage: Passage, agreed: Trigger, deed: Hit) -> bool:
    """Say whether a deed is what states agreed to right before it: “agreed to begin talks”.

    Ministers who agree that there shall be talks need not be those who will hold them.
    """
    opens = agreed.type == "agreement" and agreed.frame == "verb"
    beside = 0 <= deed.start - agreed.end <= _RIGHT_BEHIND
    if not (opens and beside) or passage.language in VERB_LAST:
        return False
    between = expression(passage.language, "between_whom")
    told = between.search(passage.text, deed.start, deed.end + _RIGHT_BEHIND)
    if told and passage.mentions_in(told.end(), told.end() + _RIGHT_BEHIND, (PLACE,)):
        return False  # “agreed to host talks between Peru and Chile”
    start, end = agreed.window.start, agreed.window.end
    return bool(passage.mentions_in(start, end, (PLACE,))) and not passage.mentions_in(
        start, end, (PERSON, POST)
    )


# Where a new clause begins between two happenings; a comma alone only when nothing else does.
_SIGN = "[;؛]"
_WEAK_SIGN = re.compile(r"[,،、](?!\d)|:\s|\s[–—-]\s")


def _stop(passage: Passage, start: int, end: int) -> int:
    """Give the end of a happening's own sentence in direct speech of several, 0 where none ends."""
    return passage.text.find(_FULL_STOP, start, end) + 1


def _edge(passage: Passage, start: int, end: int) -> int:
    """Give where the words of one happening end and those of the next begin."""
    if start >= end:
        return end
    stop = passage.text.rfind(_FULL_STOP, start, end)
    if stop >= 0:
        return stop + 1  # direct speech of several sentences stands in one
    for pattern in (expression(passage.language, "clause_begins", _SIGN), _WEAK_SIGN):
        edges = [
            m
            for m in pattern.finditer(passage.text, start, end)
            if passage.mention_over(m.start(), m.end()) is None
        ]
        edges = _without_day(passage, edges)
        # “…, whereas A and B had talks”: the “and” joins names, the comma parts clauses.
        signed = [m for m in edges if not m.group()[0].isspace()]
        # Where the verb comes last, its comma ends the clause: «リマを訪れ、翌年、…».
        done = expression(passage.language, "deed_ends").search(passage.text, start - 2, end)
        if done is not None and passage.language in VERB_LAST:
            return done.end()
        if edges:
            named = None if signed else _behind_names(passage, edges[-1].end(), end)
            return named or (signed or edges)[-1].start() + 1
    return start if passage.language in VERB_LAST else end


def _behind_names(passage: Passage, start: int, end: int) -> int | None:
    """Give where a clause begins behind «and» and a name: «встретился с А и министром Б, возложил».

    The comma right before the next verb parts the two, where nothing but the name stands before it.
    """
    comma = passage.text.rfind(",", start, end)
    if comma < 0 or passage.text[comma + 1 : end].strip():
        return None
    names = passage.mentions_in(start, comma, (PERSON, POST))
    if not names or names[0].start != start or names[-1].end != comma:
        return None
    gaps = (passage.text[a.end : b.start] for a, b in pairwise(names) if b.start > a.end)
    return comma + 1 if not any(gap.strip() for gap in gaps) else None


def _without_day(passage: Passage, signs: list[re.Match[str]]) -> list[re.Match[str]]:
    """Leave out two commas that only enclose a day: «استقبل فلان، أمس، فلانا الذي يزور …»."""
    inside: set[int] = set()
    for number, (one, other) in enumerate(pairwise(signs)):
        told = passage.text[one.end() : other.start()].strip()
        at = passage.text.find(told, one.end()) if told else -1
        date = passage.mention_over(at, at + len(told)) if told else None
        if date is not None and date.kind is DATE and not date.start < one.end():
            inside |= {number, number + 1}
    return [sign for number, sign in enumerate(signs) if number not in inside]


def _chosen(passage: Passage, hits: list[Hit]) -> list[Hit]:
    """Keep of overlapping hits the longest, a strong one before a weak one of the same length."""
    stops = {h.start: h.end for h in hits if h.row["type"] == "stop" and _is_tight(h)}
    free = [
        h
        for h in _without_parted(hits)
        # «Принял приглашение» receives nobody, whatever the second word tells of.
        if h.end >= stops.get(h.start, 0)
        and not _inside_name(passage, h)
        and not _begins_noun(passage, h)
        and not _is_month(passage, h)
        and not _is_of_figure(passage, h)
        and not _is_in_title(passage, h)
        and not _ends_in_another_verb(passage, h)
        and not _asks_nowhere(passage, h)
    ]
    ranked = sorted(
        free,
        key=lambda h: (
            -_weight(passage, h),
            h.row["frame"] in SLIGHT,
            h.start,
            h.row["type"],
        ),
    )
    # Kept hits never overlap: in order of their starts, only the two neighbours can be touched.
    kept: list[Hit] = []
    starts: list[int] = []
    for hit in ranked:
        at = bisect_left(starts, hit.end)
        if at and kept[at - 1].end > hit.start:
            continue
        kept.insert(at, hit)
        starts.insert(at, hit.start)
    return kept


def _without_parted(hits: list[Hit]) -> list[Hit]:
    """Leave out loose matches whose last words are part of words that tell nothing.

    «大使館の開館時間»: no embassy is opened, though 大使館 and 開館 stand near each other.
    """
    stops = sorted((h.start, h.end) for h in hits if h.row["type"] == "stop" and _is_tight(h))
    return [h for h in hits if _is_tight(h) or not any(s < h.end < e for s, e in stops)]


def _is_tight(hit: Hit) -> bool:
    """Say whether a pattern has no gap."""
    return "~" not in hit.row["pattern"]


def _weight(passage: Passage, hit: Hit) -> int:
    """Weigh a hit: by its length, or with gaps by how many words it holds together, and how near.

    Of two patterns with gaps the tighter match is the likelier one, and one in a single clause.
    """
    length = hit.end - hit.start
    gaps = hit.row["pattern"].count("~")
    if not gaps:
        return length
    if passage.language in VERB_LAST and hit.row["type"] != "stop":
        # 「大使館を置いたが、3年後に閉鎖」: over the end of a clause words hardly belong together.
        ends = (expression(passage.language, e) for e in ("deed_ends", "deed_ends_finite"))
        if any(e.search(passage.text, hit.start, hit.end) is not None for e in ends):
            return 1
    elif hit.row["type"] != "stop":
        parted = expression(passage.language, "clause_within")
        if parted.search(passage.text, hit.start, hit.end) is not None:
            return 1  # “the accord has to be ratified after it was signed”
    commas = len(_COMMA.findall(passage.text, hit.start, hit.end))
    return _FULL * (gaps + 1) // 2 - length // _LOOSE - commas


def _is_in_title(passage: Passage, hit: Hit) -> bool:
    """Say whether words stand in the name of a work or the like: «роман «Изгнание посла»»."""
    around = [
        quoted
        for quoted in beginning_in(passage.quoted, hit.end - _LONGEST_TITLE, hit.start + 1)
        if hit.end <= quoted.end <= quoted.start + _LONGEST_TITLE
    ]
    if not around:
        return False
    words = pattern_table(passage.language, "title_nouns").scan(passage.text)
    return any(is_name(passage, words, quoted) for quoted in around)


def _asks_nowhere(passage: Passage, hit: Hit) -> bool:
    """Say whether a bare verb of asking names no place to come to: «сабырға шақырды».

    «Веганы Лимаға шақырды» asks him to visit it.
    """
    if hit.row["frame"] != _ASKED:
        return False
    begin = max(0, hit.start - _WHERE_TO)
    called = expression(passage.language, "envoy_called")
    if called.search(passage.text, begin, hit.start) is not None:
        return True
    to_it = expression(passage.language, "asked_to_place")
    near = passage.mentions_in(begin, hit.start, (PLACE,))
    return not any(to_it.fullmatch(passage.text, m.end, hit.start) for m in near)


def _begins_noun(passage: Passage, hit: Hit) -> bool:
    """Say whether what looks like a finished Arabic verb is a noun, or begins a place's name.

    «النقل» has the article; «عين الباشا» and «نصب الشهداء» appoint nobody.
    """
    row = hit.row
    if passage.language != "ar" or row["frame"] != "verb":
        return False
    if (
        row["status"] == Status.HELD.value
        and passage.text[max(0, hit.start - 2) : hit.start] in _ARTICLES
    ):
        return True
    word = passage.text[hit.start : hit.end].split(" ", 1)[0]
    over = passage.mention_over(hit.start, hit.start + len(word))
    begins = over is not None and over.start == hit.start and over.kind is PLACE
    return begins and row["type"] == "appointment"


def _is_month(passage: Passage, hit: Hit) -> bool:
    """Say whether words begin with the name of a month: “put off until March at the request of”."""
    if not (passage.language == "en" and passage.text[hit.start].isupper()):
        return False
    end = hit.start + len(passage.text[hit.start : hit.end].split(" ", 1)[0])
    over = passage.mention_over(hit.start, end)
    return (
        over is not None
        and over.kind is DATE
        and any(a.kind == "month" for a in find_atoms(passage.text, hit.start, end, "en"))
    )


def _is_of_figure(passage: Passage, hit: Hit) -> bool:
    """Say whether what comes somewhere is a figure: “exports came to 12 million”."""
    if hit.row["type"] not in _GOING:
        return False
    behind = expression(passage.language, "figure_behind").match(passage.text, hit.end)
    if behind is None:
        return False
    over = passage.mention_over(behind.end() - 1, behind.end())
    return over is None or over.kind is not DATE  # “arrived 12 May”


def _inside_name(passage: Passage, hit: Hit) -> bool:
    """Say whether words are a part of a name, and not of that of a commission that may meet."""
    mention = passage.mention_over(hit.start, hit.end)
    if mention is None or mention.kind not in _NAMES:
        return False
    return not _is_body(passage, hit) and not _is_named_happening(mention, hit)


def _is_named_happening(mention: Mention, hit: Hit) -> bool:
    """Say whether words end what only looks like a body: «Перу мәдениетінің апталығы»."""
    body = mention.kind is ORGANISATION and mention.end == hit.end
    return body and hit.row["type"] in _NAMED and hit.row["frame"] == "noun"


def _ends_in_another_verb(passage: Passage, hit: Hit) -> bool:
    """Say whether the last word of a pattern with a gap belongs to another verb: «… атап өтті»."""
    if "~" not in hit.row["pattern"]:
        return False
    verb = ends_in(passage.language, "another_verb")
    return verb.search(passage.text[max(hit.start, hit.end - _VERB) : hit.end]) is not None


def _is_body(passage: Passage, hit: Hit) -> bool:
    """Say whether words name a body that may meet, or end its name: “the joint commission”."""
    if hit.row["type"] not in _BODIES_THAT_MEET or hit.row["frame"] == "weak":
        return False
    mention = passage.mention_over(hit.start, hit.end)
    return mention is not None and mention.kind is ORGANISATION and mention.end == hit.end
