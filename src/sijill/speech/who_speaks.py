"""What is said in a text goes in; who says it comes out.

Before and behind a word of saying, in the order of the language; without one, by whoever spoke
before, by the name before a colon, or by the topic of the sentence.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from sijill.citation import Span
from sijill.documents.document import Quotation, Sentence
from sijill.documents.passage import Passage, count_words
from sijill.documents.quotation_marks import CLOSING, OPENING
from sijill.languages import VERB_LAST
from sijill.speech.arbitration import RULE, Found
from sijill.speech.cues import Saying, is_passive
from sijill.speech.headlines import speaker_behind_colon
from sijill.speech.japanese_clauses import told_more_of
from sijill.speech.reported import Report
from sijill.speech.said_so import said_so
from sijill.speech.speaker import NOBODY, Speaker
from sijill.speech.speakers import Speakers
from sijill.speech.speakers_arabic import arabic_source, arabic_speaker

_SAID_ENDS = re.compile(rf"[.;!?؟؛](?:\s|\Z)|[:,،]\s*[{OPENING}]")
_COMMA = re.compile(r"[,:]\s")
_LEAST_WORDS_OF_HEADLINE = 4
_SURE = 0.55


def speaker_of(
    passage: Passage, speakers: Speakers, item: Found, earlier: Sequence[Quotation]
) -> Speaker:
    """Give who says what was found; `earlier` are the quotations told before it, in order."""
    if item.saying is not None and is_passive(passage, item.saying):
        return NOBODY
    if item.report is not None:
        return _speaker_of_report(passage, speakers, item.report)
    assert item.judged is not None
    judged = item.judged
    outer = judged.quoted.outer
    sentence = passage.sentence_at(outer.start)
    saying = judged.saying
    if saying is None:
        named = (
            speaker_behind_colon(passage, speakers.marks, outer.end)
            if sentence.paragraph == 0
            else None
        )
        if named is not None:
            return speakers.named_in(named.start, named.end) or NOBODY
        spoken = _behind_speech(earlier, sentence.start, outer.start)
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
        spoken = _behind_speech(earlier, sentence.start, outer.start)
        return _verb_last(passage, speakers, saying, spoken, outer.start, last.end)
    return _around(passage, speakers, saying, outer.end, last.end, quoted_before=True)


def _behind_speech(earlier: Sequence[Quotation], start: int, end: int) -> int:
    """Give where what is said before `end` ends; `start` when that is further on."""
    return max([start, *[q.end for q in earlier if q.end <= end]])


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
        named = _told_more_of(passage, speakers, saying, start, quote)
        named = named or speakers.topic_in(start, quote)
    else:
        named = speakers.subject_after(saying.end, min(end, saying.end + 90))
        if named is None and passage.text[saying.end : end].strip(f" .{CLOSING}"):
            named = speakers.subject_after(saying.end, end)
        named = named or speakers.after_verb(saying.end, end) or speakers.subject_in(start, quote)
    named = named or speakers.pronoun_in(start, quote) or speakers.unnamed_in(start, quote)
    return named or speakers.before(quote)


def _told_more_of(
    passage: Passage, speakers: Speakers, saying: Saying, start: int, quote: int
) -> Speaker | None:
    """Give whom the clause of a Japanese word of saying tells more of, who said it."""
    actor = told_more_of(passage, speakers.subjects, saying, start, quote)
    return speakers.told(actor, 0.85) if actor else None


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
    match = _SAID_ENDS.search(text[saying.end : end])
    if match:
        stop = saying.end + match.start()
    if passage.language == "ar":
        return arabic_speaker(speakers, saying, stop, quoted_before=quoted_before)
    if "of" in saying.takes:  # «газета приводит слова Ли: «…»»
        quoted = speakers.named_in(saying.end, stop)
        if quoted is None or not passage.is_person(quoted.entity):
            # «слова премьера его пресс-служба»: whose the house is tells whose the words are.
            quoted = speakers.pronoun_in(saying.end, stop) or quoted
        if quoted is not None:
            return quoted
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
    if "inside" in saying.takes:  # «…, — обратился Ли к послам»
        begin = text.index(" ", saying.start, saying.end)
        named = speakers.subject_after(begin, saying.end, speakers.gender_of(saying))
        if named is not None:
            return named
    comma = _COMMA.search(text[saying.end : stop])
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
            named = _told_more_of(passage, speakers, saying, sentence.start, report.start)
            named = named or speakers.topic_in(subject.start, subject.end)
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
        owned = speakers.owned(pronoun, sentence.end)
        return owned or speakers.before(sentence.start, words, speakers.said_gender(words))
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
