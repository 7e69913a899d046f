"""Sentences, mentions and entities go in; what people say in the text comes out.

Direct, indirect and mixed quotations, with speaker and word of saying. The text of a quotation is
exact to the code point: what stands in marks is never touched.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace

from sijill.citation import Span
from sijill.documents.document import (
    Document,
    Entity,
    Mention,
    Quotation,
    QuotationKind,
    Sentence,
)
from sijill.documents.passage import ACTORS, Passage, count_words, passage_of
from sijill.documents.quotation_marks import CLOSING, OPENING
from sijill.documents.stretches import beginning_in, touching
from sijill.documents.subject_signs import signs
from sijill.languages import VERB_LAST
from sijill.speech.antecedents import NOBODY, Speaker
from sijill.speech.arbitration import RULE, Found, arbitrate
from sijill.speech.cues import Saying, SpeechMarks, find_speech_marks, is_passive
from sijill.speech.interviews import Turn, find_interview, turn_at
from sijill.speech.quoted_speech import Judged, judge_quoted
from sijill.speech.reported import EDGE, Clauses, Report
from sijill.speech.reported_before import find_reports_before
from sijill.speech.said_so import said_so
from sijill.speech.speakers import Speakers
from sijill.speech.speakers_arabic import arabic_source, arabic_speaker
from sijill.text import fold

_LEAST_WORDS_OF_HEADLINE = 4
# Post, name and outlet of who speaks in a headline stand so near to each other (code points).
_BESIDE_COLON = 4
_SURE = 0.55
# Inside of direct speech only reports that grammar shows plainly are told, and no whole speech.
_SURE_RULES = frozenset({"that", "bare", "colon", "according", "before the verb"})
_MOST_INSIDE = 0.85


def find_quotations(
    document: Document,
    sentences: Sequence[Sentence],
    mentions: Iterable[Mention],
    entities: Iterable[Entity],
) -> tuple[Quotation, ...]:
    """Find the quotations of a document, in order, with ids q1, q2 …; none for an empty one."""
    passage = passage_of(document, sentences, mentions, entities)
    if not passage.sentences:
        return ()
    marks = find_speech_marks(passage)
    judged = judge_quoted(passage, marks)
    found = find_said(passage, marks, judged)
    found = arbitrate(passage, marks, judged, found)
    found += _second_hand(passage, marks, found)
    found.sort(key=lambda f: (f.span.start, -f.span.end))
    return _with_speakers(passage, marks, found)


def find_said(passage: Passage, marks: SpeechMarks, judged: Sequence[Judged]) -> list[Found]:
    """Find by rules alone what is said in a passage, in order."""
    found: list[Found] = []
    used: set[Saying] = set()
    for item in judged:
        if item.kind is None:
            continue
        span = item.quoted.inner if item.kind is QuotationKind.DIRECT else item.quoted.outer
        found.append(Found(span, item.kind, item.saying, item, None))
        if item.saying is not None:
            used.add(item.saying)
    blocked = [f.judged.quoted.outer for f in found if f.judged]
    blocked.sort(key=lambda b: b.start)
    reports = (
        find_reports_before(passage, marks, blocked, used)
        if passage.language in VERB_LAST
        else Clauses(passage, marks, blocked).reports(used)
    )
    reports += _headline(passage, blocked)
    unsaid = [i.quoted.inner for i in judged if i.kind is None]
    for report in reports:
        # «السفير "أشاد بعمق الروابط"»: who says that he lauded is not told.
        if report.saying is not None and touching(unsaid, report.saying.start, report.saying.end):
            continue
        first = bisect_left(judged, report.start, key=lambda i: i.quoted.outer.start)
        last = bisect_left(judged, report.end, key=lambda i: i.quoted.outer.start)
        inside = judged[first:last]
        whole = next((i for i in inside if i.quoted.outer == report.span), None)
        if whole is not None and passage.language == "ja":
            # 「…」と話した: nothing but the marked words is reported; 〜を「…」 calls it so.
            is_called = passage.text[report.start - 1 : report.start] == "を"
            kind = QuotationKind.MIXED if is_called else QuotationKind.DIRECT
            span = report.span if is_called else whole.quoted.inner
            found.append(Found(span, kind, report.saying, whole, None))
            continue
        quotes_more = any(
            item.says_more
            and report.start <= item.quoted.outer.start
            and item.quoted.outer.end <= report.end
            for item in inside
        )
        kind = QuotationKind.MIXED if quotes_more else QuotationKind.INDIRECT
        found.append(Found(report.span, kind, report.saying, None, report))
    found.sort(key=lambda f: (f.span.start, -f.span.end))
    return found


def _second_hand(passage: Passage, marks: SpeechMarks, found: Sequence[Found]) -> list[Found]:
    """Find what others say inside of what somebody says: “He asked who would pay”."""
    direct = [f for f in found if f.kind is QuotationKind.DIRECT or _is_turn(f)]
    if not direct:
        return []
    starts = [f.span.start for f in direct]
    used = {f.saying for f in found if f.saying is not None}
    reports = (
        find_reports_before(passage, marks, [], used)
        if passage.language in VERB_LAST
        else Clauses(passage, marks, []).reports(used)
    )
    inside = []
    for report in reports:
        around = direct[max(0, bisect_right(starts, report.start) - 1)].span
        span = passage.trim(report.start, min(report.end, around.end), EDGE)
        if span is None or not around.contains(span):
            continue
        if report.saying is None or report.rule not in _SURE_RULES:
            continue
        if span.end - span.start > _MOST_INSIDE * (around.end - around.start):
            continue
        ahead = re.findall(r"[^\W\d_]+", passage.text[around.start : report.saying.start])[-2:]
        if any(signs(passage.language).has("first_person", fold(word)) for word in ahead):
            continue
        inner = replace(report, end=span.end)
        inside.append(Found(span, QuotationKind.INDIRECT, report.saying, None, inner))
    return inside


def _is_turn(found: Found) -> bool:
    """Say whether it is the whole answer behind a label of an interview."""
    return found.judged is not None and found.kind is QuotationKind.INDIRECT


def _headline(passage: Passage, blocked: list[Span]) -> list[Report]:
    """Read a headline of the form “speaker: words”."""
    first = passage.sentences[0]
    text = passage.text
    line_end = text.find("\n", first.start)
    line_end = len(text) if line_end < 0 else line_end
    colon = re.search(r":\s", text[first.start : line_end])
    if not colon:
        return []
    at = first.start + colon.start()
    named = passage.mentions_in(first.start, at, ACTORS)
    rest = passage.trim(at + 1, line_end, EDGE)
    if not named or named[-1].end < at - 1 or rest is None:
        return []
    begin = at
    for mention in reversed(named):
        if mention.end >= begin - _BESIDE_COLON:
            begin = min(begin, mention.start)
    if re.search(r"[^\W\d_]", text[first.start : begin]):
        return []  # “Tokyo receives Li: the Palace in the morning”: nobody's words
    if any(b.start < rest.end and rest.start < b.end for b in blocked):
        return []
    saying = Saying(at, at + 1, frozenset())
    return [Report(rest.start, rest.end, saying, Span(first.start, at), "headline")]


def _with_speakers(
    passage: Passage, marks: SpeechMarks, found: list[Found]
) -> tuple[Quotation, ...]:
    speakers = Speakers(passage, marks)
    turns = find_interview(passage)
    out: list[Quotation] = []
    by_saying: dict[Saying, Speaker] = {}
    open_yet: list[Found] = []  # those begun before, of which one may hold the next
    for number, item in enumerate(found, 1):
        open_yet = [f for f in open_yet if f.span.end > item.span.start]
        open_yet.append(item)
        speaker = by_saying.get(item.saying) if item.saying is not None else None
        if speaker is None:
            speaker = _speaker(passage, marks, speakers, item, out)
            speaker = _in_interview(passage, turns, item, speaker)
            around = next((f for f in open_yet if _holds(f, item)), None)
            if around is not None:
                speaker = _nested(passage, speakers, around, item, speaker, out)
        if item.saying is not None:
            by_saying[item.saying] = speaker
        asked = turn_at(turns, item.span.start)
        if asked and asked.asks and asked.words is not None and speaker.entity is None:
            continue  # «Газеты писали, что …?»: a question tells nobody's words
        cue = item.saying.span if item.saying and not _is_sign(passage, item.saying) else None
        end = max(item.span.end, item.saying.end if item.saying else 0)
        speakers.remember(speaker, item.span.start, item.span.end, end)
        out.append(
            Quotation(
                f"q{number}",
                item.kind,
                item.span.start,
                item.span.end,
                passage.text[item.span.start : item.span.end],
                speaker.entity,
                speaker.text,
                cue,
                f"quotation {item.rule}",
                round(speaker.confidence * (0.95 if item.judged else 0.8), 3),
            )
        )
    return tuple(out)


def _holds(outer: Found, inner: Found) -> bool:
    """Say whether a quotation stands inside of a longer one that marks or a turn's sign open."""
    return outer.judged is not None and outer.span.contains(inner.span) and outer.span != inner.span


def _nested(
    passage: Passage,
    speakers: Speakers,
    around: Found,
    item: Found,
    speaker: Speaker,
    earlier: Sequence[Quotation],
) -> Speaker:
    """Give who says what is quoted inside of somebody's speech: not that one, unless “I said”.

    The one person whom the words before name as a subject is meant; of several it is open.
    """
    begun = beginning_in(earlier, around.span.start, around.span.start + 1)
    teller = begun[0].speaker if begun else None
    if speaker.entity is None or speaker.entity != teller:
        return speaker
    ahead = re.findall(r"[^\W\d_]+", passage.text[around.span.start : item.span.start])[-4:]
    if any(signs(passage.language).has("first_person", fold(word)) for word in ahead):
        return speaker
    actors = speakers.subjects.inside(around.span.start, item.span.start)
    named = {
        a.entity
        for a in actors
        if passage.is_person(a.entity) and speakers.subjects.can_be_subject(a)
    } - {teller}
    told = next(iter(named)) if len(named) == 1 else None
    return Speaker(told, speaker.text, 0.5 if told else 0.3)


def _in_interview(
    passage: Passage, turns: Sequence[Turn], item: Found, speaker: Speaker
) -> Speaker:
    """Give who asks or answers a line, where its own words name nobody."""
    if not turns:
        return speaker
    turn = turn_at(turns, item.span.start)
    if turn is not None and turn.words is not None and _is_turn(item):
        text = speaker.text if speaker.entity == turn.speaker else None
        return Speaker(turn.speaker, text, 0.7, known=turn.speaker is not None)
    if speaker.text is not None:
        return speaker
    if turn is None:
        # What is told between the turns is told of who answers, unless it names somebody else.
        turn = next((t for t in turns if not t.asks), None)
        if turn is None or speaker.entity is not None:
            return speaker
        first = passage.text.rfind("\n", 0, item.span.start) + 1
        named = {m.entity for m in passage.mentions_in(first, item.span.start) if m.entity}
        if any(passage.is_person(entity) for entity in named - {turn.speaker}):
            return speaker
    elif turn.asks and item.saying is not None:
        return speaker
    return Speaker(turn.speaker, None, 0.7, known=turn.speaker is not None)


def _is_sign(passage: Passage, saying: Saying) -> bool:
    return passage.text[saying.start : saying.end] in (":", "：")


def _speaker(
    passage: Passage,
    marks: SpeechMarks,
    speakers: Speakers,
    item: Found,
    earlier: list[Quotation],
) -> Speaker:
    if item.saying is not None and is_passive(passage, item.saying):
        return NOBODY
    if item.report is not None:
        return _speaker_of_report(passage, speakers, item.report)
    assert item.judged is not None
    judged = item.judged
    outer = judged.quoted.outer
    sentence = passage.sentence_at(outer.start)
    saying = judged.saying
    spoken = max([sentence.start, *(q.end for q in earlier if q.end <= outer.start)])
    if saying is None:
        told = _speaker_of_marks(passage, speakers, spoken, outer.start, sentence)
        so = said_so(passage.text, outer.end) if passage.language == "ja" else None
        if so is not None:  # 「…」。社長はそう語る
            told = speakers.named_in(so.start, so.end, nearest="last") or told
        elif passage.language == "ja" and not told.known:
            # 「…」とロムド氏は会場を沸かせた: who speaks may follow.
            end = passage.sentence_at(outer.end - 1).end
            told = speakers.topic_in(outer.end + 1, end) or told
        return told
    last = passage.sentence_at(max(outer.end - 1, saying.start))
    if saying.is_source and passage.language not in VERB_LAST:
        return _source(passage, speakers, saying, Span(saying.end, max(saying.end, last.end)))
    if judged.before:
        return _around(passage, speakers, saying, sentence.start, outer.start)
    if passage.language in VERB_LAST:
        return _verb_last(passage, speakers, saying, spoken, outer.start, last.end)
    return _around(passage, speakers, saying, outer.end, last.end, quoted_before=True)


def _speaker_of_marks(
    passage: Passage, speakers: Speakers, start: int, end: int, sentence: Sentence
) -> Speaker:
    """Find who says what stands in marks without a word of saying.

    A stretch by itself goes on with who spoke before; a colon or a Japanese topic names who speaks.
    """
    if passage.language == "ja":
        named = speakers.topic_in(start, end)
        return named or _alone(passage, speakers, end)
    ahead = passage.text[start:end].rstrip()
    if ahead.endswith((":", "：")):
        colon = start + len(ahead) - 1
        named = speakers.heading(start, colon)
        if named is not None:
            return named
        if sentence.paragraph == 0:
            return NOBODY
        found = speakers.subject_in(start, colon)
        # A clause with words of its own has a subject of its own: “one of the farmers asked:”.
        if found is None and count_words(passage.text[start:colon], "en") > 2:
            return NOBODY
        return found or speakers.before(end)
    return _alone(passage, speakers, end)


def _alone(passage: Passage, speakers: Speakers, at: int) -> Speaker:
    """Find who says marked words that stand alone; the answer to a question is anybody's."""
    ahead = passage.text[:at].rstrip(f" \n{OPENING}–—-")
    return NOBODY if ahead.endswith(("?", "？", "؟")) else speakers.before(at)


def _verb_last(
    passage: Passage, speakers: Speakers, saying: Saying, start: int, quote: int, end: int
) -> Speaker:
    """Find who says marked words before a Kazakh or Japanese verb."""
    if passage.language == "ja":
        named = speakers.topic_in(start, quote)
    else:
        named = speakers.subject_after(saying.end, min(end, saying.end + 90))
        if named is None and passage.text[saying.end : end].strip(f" .{CLOSING}"):
            named = speakers.subject_after(saying.end, end)
        named = named or speakers.after_verb(saying.end, end) or speakers.subject_in(start, quote)
    named = named or speakers.pronoun_in(start, quote) or speakers.unnamed_in(start, quote)
    return named or speakers.before(quote)


def _around(
    passage: Passage,
    speakers: Speakers,
    saying: Saying,
    start: int,
    end: int,
    *,
    quoted_before: bool = False,
) -> Speaker:
    """Look for the subject of a word of saying on both sides of it, in the language's order."""
    text = passage.text
    stop = end
    match = re.search(rf"[.;!?؟؛](?:\s|\Z)|[:,،]\s*[{OPENING}]", text[saying.end : end])
    if match:
        stop = saying.end + match.start()
    if passage.language == "ar":
        return arabic_speaker(speakers, saying, stop, quoted_before=quoted_before)
    before = speakers.subject_before(start, saying)
    if before is not None:
        return before
    after = _inverted(passage, speakers, saying, stop, quoted_before=quoted_before)
    if after is not None:
        return after
    if quoted_before:
        plain = speakers.after_verb(saying.end, stop)
        if plain is not None:
            return plain
    # Somebody is told, but nobody we know: “the notice says”.
    unnamed = speakers.clause_words(start, saying.start)
    return unnamed or speakers.before(saying.start, None, speakers.gender_of(saying))


def _inverted(
    passage: Passage, speakers: Speakers, saying: Saying, stop: int, *, quoted_before: bool
) -> Speaker | None:
    """Find a subject right after its verb: “, said Li”; in Russian also at a sentence's head."""
    text = passage.text
    sentence = passage.sentence_at(saying.start)
    heads = not text[sentence.start : saying.start].strip()
    if not quoted_before and not (passage.language == "ru" and heads):
        return None
    if quoted_before and passage.language == "en" and not _closes(passage, speakers, saying, stop):
        return None
    comma = re.search(r"[,:]\s", text[saying.end : stop])
    near = saying.end + comma.start() if comma and not quoted_before else stop
    return speakers.subject_after(saying.end, near, speakers.gender_of(saying))


def _closes(passage: Passage, speakers: Speakers, saying: Saying, stop: int) -> bool:
    """Say whether what follows a verb is its subject and not what it tells: “announced Li for May”.

    Only verbs that take a noun phrase leave that open; their subject then ends the clause.
    """
    if "noun" not in saying.takes:
        return True
    actors = speakers.subjects.inside(saying.end, stop)
    return (
        not actors or not passage.text[actors[0].end : stop].strip(f" ,.;{CLOSING}")[:1].isalnum()
    )


def _speaker_of_report(passage: Passage, speakers: Speakers, report: Report) -> Speaker:
    saying = report.saying
    subject = report.subject
    if saying is None:
        return speakers.subject_in(subject.start, subject.end, nearest="last") or NOBODY
    sentence = passage.sentence_at(saying.start)
    if report.rule == "headline":
        # “Li: a portrait” tells of somebody; words said are a few more.
        said = passage.text[report.start : report.end]
        if count_words(said, passage.language) < _LEAST_WORDS_OF_HEADLINE:
            return NOBODY
        return speakers.heading(subject.start, subject.end) or NOBODY
    if "back" in saying.takes:
        return speakers.named_in(subject.start, subject.end) or NOBODY
    if saying.is_source:
        return _source(passage, speakers, saying, subject)
    if passage.language in VERB_LAST:
        rest = passage.text[saying.end : sentence.end].strip(" .")
        if passage.language == "kk" and rest and report.start <= sentence.start:
            # «Керуен ертең шығады, деді ол»: nothing stands before the content.
            return _verb_last(passage, speakers, saying, sentence.start, report.start, sentence.end)
        if passage.language == "ja":
            named = speakers.topic_in(subject.start, subject.end)
            if named is None and not saying.is_source and report.rule != "hearsay":
                named = speakers.topic_in(sentence.start, report.start)
        else:
            named = speakers.after_verb(saying.end, sentence.end)
            named = named or speakers.subject_in(subject.start, subject.end)
        pronoun = speakers.pronoun_in(subject.start, subject.end)
        unnamed = speakers.unnamed_in(subject.start, subject.end)
        if named is None and pronoun is None and unnamed is None and passage.language == "kk":
            named = speakers.opening(sentence.start, saying.start)
        told = named or pronoun or unnamed or speakers.before(sentence.start)
        # A sentence without a subject goes on only with one told right before it.
        return told if told.confidence >= _SURE or told.text else NOBODY
    if passage.language == "ar":
        stop = subject.end if subject.end > saying.end else saying.end
        return arabic_speaker(speakers, saying, stop)
    if report.rule == "before" or (report.rule == RULE and saying.start >= report.end):
        return _before_content(passage, speakers, saying, report)
    return _around(passage, speakers, saying, sentence.start, sentence.end)


def _before_content(
    passage: Passage, speakers: Speakers, saying: Saying, report: Report
) -> Speaker:
    """Find who is told after the content: “…, she recalled”, whom the content does not name."""
    pronoun = next(
        (p for p in speakers.pronouns_in(report.subject.start, report.subject.end)), None
    )
    if pronoun is not None:
        words = passage.text[pronoun.start : pronoun.end]
        sentence = passage.sentence_at(saying.start)
        return speakers.before(sentence.start, words, speakers.said_gender(words))
    return _around(
        passage, speakers, saying, report.subject.start, report.subject.end, quoted_before=True
    )


def _source(passage: Passage, speakers: Speakers, saying: Saying, subject: Span) -> Speaker:
    words = passage.text[saying.start : saying.end]
    if "source:carry" in saying.takes:
        return speakers.before(saying.start, words, speakers.said_gender(words))
    if passage.language in VERB_LAST:
        named = speakers.named_in(subject.start, subject.end, nearest="last")
        pronoun = speakers.pronoun_in(subject.start, subject.end)
        return named or pronoun or _words(passage, subject)
    if passage.language == "ar":
        return arabic_source(speakers, saying, subject.end)
    return speakers.source_after(subject.start, subject.end)


def _words(passage: Passage, span: Span) -> Speaker:
    inner = passage.trim(span.start, min(span.end, span.start + 80))
    return Speaker(None, passage.text[inner.start : inner.end] if inner else None, 0.6)
