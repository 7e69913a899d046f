"""What stands in quotation marks goes in; which of it is somebody's words comes out.

A stretch is direct speech when a word of saying leads up to it or follows it, or when it stands by
itself after speech; it is a part of reported speech when it follows “that” or “called it”; names,
titles and words held at arm's length are neither.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from sijill.documents.document import (
    DIRECT,
    INDIRECT,
    MIXED,
    ORGANISATION,
    PERSON,
    PLACE,
    POST,
    QuotationKind,
)
from sijill.documents.expressions import ends_in, expression
from sijill.documents.passage import ACTORS, Passage, count_words
from sijill.documents.patterns import Hit, pattern_table
from sijill.documents.quotation_marks import MARKS, Quoted
from sijill.documents.stretches import beginning_in
from sijill.immutable import immutable
from sijill.speech.cues import BESIDE_MARKS, Saying, SpeechMarks, is_participle
from sijill.speech.dialogue import find_turns, split_quoted
from sijill.speech.headlines import speaker_behind_colon
from sijill.speech.said_so import said_so

# How far a word of saying may stand from the marks, its subject between them (code points).
_REACH = 110
# The clause of a word of saying opens this near behind it.
_OPENS_WITHIN = 71
# A stretch by itself is speech only when it is longer than a name.
_LEAST_WORDS_ALONE = 3
# Between marks inside of a sentence and the word of saying stands hardly more than a subject.
_MOST_BETWEEN = 4
_SENTENCES = re.compile(r"\w{3}[.!?؟]\s+\w")
_BLANK = re.compile(rf"[\s.,;:!?،؛؟。、…\-–—―()\[\]ـ{MARKS}]*\Z")
_LEADS = re.compile(r"[:：]\s*(?:بـ)?[\s\-–—]*\Z")
# Between a Japanese topic and what is said: where, when, to whom, in what.
_ADVERBIAL = re.compile(r"[^「」。]{1,40}(?:で|に|へ|には|にも|、)\Z")
_TOPIC = re.compile(r"[^\W\d_]は(?!じめ|るば|っき)")
_WORD = re.compile(r"[^\W\d_]+")
# How near behind marks the name of who speaks begins and ends, a verb before it (code points).
_NEAR_NAME = 60
# A preposition written before marks: «قال لـ«الوطن»».
_PREPOSITION = re.compile(r"(?:^|\s)[وف]?[لبك]ـ?\Z")
_COMMA_AND_DASH = re.compile(r"\s*,\s*[–—-]\s+[^\W\d_]")
_COMMA_AND_WORD = re.compile(r"\s*[،,]\s*(?=[^\W\d_])")
_STOP_OR_COLON = re.compile(r"[.!?؟:]\s")
_FULL_STOP = re.compile(r"[.!?؟]")
_STOP = re.compile(r"[.;!?؟؛]\s")
_ARABIC_STOP = re.compile(r"[.؛:]")
# A name in marks has few words, and all but the short ones have capitals.
_MOST_OF_NAME, _SHORT = 4, 2
# No name, and no word for a title with its own ending, is longer (code points).
_LONGEST_NAME = 200
#: Between a word for a title and the marks stand no more (code points).
_BESIDE = 12
_NAME_LIKE = (PERSON, ORGANISATION, PLACE)


@immutable
class Judged:
    """A quoted stretch with what it is: direct, mixed (with its marks), or nothing by itself.

    `says_more` is true for a stretch that makes reported speech around it mixed.
    """

    quoted: Quoted
    kind: QuotationKind | None
    saying: Saying | None
    before: bool
    says_more: bool


def judge_quoted(passage: Passage, marks: SpeechMarks) -> tuple[Judged, ...]:
    """Judge every outermost quoted stretch of a passage, in order."""
    titles = pattern_table(passage.language, "title_nouns").scan(passage.text)
    outermost = passage.outermost
    judged: list[Judged] = []
    for number, quoted in enumerate(outermost):
        parts = split_quoted(passage, marks, quoted)
        for part, words in parts:
            after = words.saying is not None and words.saying.start < part.start
            judged.append(Judged(part, DIRECT, words.saying, after, True))
        if parts:
            continue
        following = outermost[number + 1].outer.start if number + 1 < len(outermost) else None
        judged.append(_judge(passage, marks, titles, quoted, following, judged))
    judged += _turns(passage, marks)
    return tuple(sorted(judged, key=lambda j: j.quoted.outer.start))


def _turns(passage: Passage, marks: SpeechMarks) -> list[Judged]:
    """Give the speech that dashes and labels open; its span is all of it: there are no marks."""
    found = []
    for part in find_turns(passage, marks):
        if part.is_marked and (
            passage.quoted_around(part.span.start) or passage.quoted_around(part.span.end)
        ):
            continue
        before = part.saying is not None and part.saying.start < part.span.start
        stretch = Quoted(part.span.start, part.span.end, part.span, 0, "–")
        kind = DIRECT if part.is_marked else INDIRECT
        found.append(Judged(stretch, kind, part.saying, before, True))
    return found


def _judge(
    passage: Passage,
    marks: SpeechMarks,
    titles: list[Hit],
    quoted: Quoted,
    following: int | None,
    earlier: list[Judged],
) -> Judged:
    nothing = Judged(quoted, None, None, False, False)
    if is_name(passage, titles, quoted):
        return nothing
    text = passage.text
    first = passage.sentence_at(quoted.outer.start)
    last = passage.sentence_at(quoted.outer.end - 1)
    left_start = _words_begin(earlier, first.start)
    left = text[left_start : quoted.outer.start]
    right_end = min(last.end, following) if following is not None else last.end
    right_end = max(right_end, quoted.outer.end)
    right = text[quoted.outer.end : right_end]
    words = count_words(text[quoted.start : quoted.end], passage.language)

    if _LEADS.search(left):
        saying = _last_saying(marks, left_start, quoted.outer.start)
        heading = first.paragraph == 0
        if heading and saying is None and not _BLANK.match(right.partition("\n")[0]):
            return Judged(quoted, None, None, False, True)
        if saying or heading or passage.mentions_in(left_start, quoted.outer.start, ACTORS):
            return Judged(quoted, DIRECT, saying, True, True)
        if words >= _LEAST_WORDS_ALONE and count_words(left, passage.language) <= 6:
            return Judged(quoted, DIRECT, None, True, True)
    if passage.language == "ja":
        return _judge_japanese(passage, marks, quoted, left_start, left, right, words)

    # Words before the marks belong to the same sentence: a part of it is quoted.
    whole = _BLANK.match(left) is not None
    opens_headline = first.paragraph == 0 and whole and words >= _LEAST_WORDS_ALONE
    if opens_headline and speaker_behind_colon(passage, marks, quoted.outer.end) is not None:
        return Judged(quoted, DIRECT, None, False, True)
    leads_out = whole and right.lstrip()[:1] in (",", "—", "–", "-")
    if _is_titled(passage, quoted) and not leads_out:
        return nothing
    after = _saying_after(passage, marks, quoted.outer.end, right_end, whole=whole)
    lead = _lead(passage, marks, left_start, quoted)
    inside = not whole and (
        _in_report(marks, left_start, quoted.outer.start) or _ends_clause(passage, quoted, left)
    )
    near = after is not None and _is_near(passage, quoted.outer.end, after.start)
    if after and (whole or (lead is None and words >= _LEAST_WORDS_ALONE and near and not inside)):
        return Judged(quoted, DIRECT, after, False, True)
    if lead:
        return lead
    if whole and _leads_out(passage, marks, quoted, right):
        return Judged(quoted, DIRECT, None, False, True)
    if _BLANK.match(left) and _BLANK.match(right):
        spoken_before = bool(earlier) and earlier[-1].kind is DIRECT
        if words >= _LEAST_WORDS_ALONE or (spoken_before and words > 1):
            return Judged(quoted, DIRECT, None, False, True)
    return Judged(quoted, None, None, False, _says_more(passage, quoted))


def _words_begin(earlier: Sequence[Judged], start: int) -> int:
    """Give where what leads to marks begins: in their sentence, behind words quoted before.

    A name in marks belongs to what leads to them: «وقالت روخاس لصحيفة «الأفق»: «…»».
    """
    for one in reversed(earlier):
        if one.quoted.outer.end <= start:
            break
        if one.kind is not None or one.says_more:
            return one.quoted.outer.end
    return start


def _is_titled(passage: Passage, quoted: Quoted) -> bool:
    """Say whether a few words all have capitals, as names of papers and firms do."""
    if passage.language not in ("ru", "kk", "en"):
        return False
    inside = passage.text[quoted.start : quoted.end]
    words = _WORD.findall(inside)
    long = [w for w in words if len(w) > _SHORT]
    return (
        0 < len(words) <= _MOST_OF_NAME
        and words[0][0].isupper()
        and inside[-1].isalpha()
        and all(w[0].isupper() for w in long)
    )


def _leads_out(passage: Passage, marks: SpeechMarks, quoted: Quoted, right: str) -> bool:
    """Say whether what follows marks tells by its signs that they hold speech.

    Russian and Kazakh set a comma and a dash («…», – разводит руками режиссёр), English a comma
    inside of the marks (“I raised it,” Seo confides), Arabic a comma behind them («…»، أقرّ داوود);
    then the verb may be any.
    """
    if passage.language in ("ru", "kk"):
        return _COMMA_AND_DASH.match(right) is not None
    if passage.language == "ar":
        comma = _COMMA_AND_WORD.match(right)
        at = quoted.outer.end + (comma.end() if comma else 0)
        return comma is not None and bool(passage.mentions_in(at, at + _NEAR_NAME, ACTORS))
    if passage.language == "en" and passage.text[quoted.end - 1] in ",?!":
        at = quoted.outer.end + len(right) - len(right.lstrip())
        actor = passage.mention_over(at, at + 1)
        pronoun = bool(beginning_in(marks.pronouns, at, at + 1))
        return pronoun or (actor is not None and actor.kind in ACTORS)
    return False


def _goes_on_with_who(passage: Passage, start: int) -> bool:
    """Say whether who says it is told from a place on: 「…」と`アン・ベル市長は述べ`た."""
    end = start
    for named in passage.mentions_in(start, start + _NEAR_NAME, (PERSON, POST)):
        end = named.end if named.start <= end else end
    says = expression("ja", "speaker_says")
    return end > start and says.match(passage.text, end) is not None


def _judge_japanese(
    passage: Passage,
    marks: SpeechMarks,
    quoted: Quoted,
    left_start: int,
    left: str,
    right: str,
    words: int,
) -> Judged:
    at = quoted.outer.end
    saying = next(iter(beginning_in(marks.sayings, at, at + 1)), None)
    if saying and saying.naming:
        return Judged(quoted, MIXED, saying, False, True)
    content = _after_topic(passage, marks, left_start, quoted.outer.start)
    gap = passage.text[content : quoted.outer.start]
    # 「着工は来年で変わらず、「…」と語った」: a clause with a topic of its own is reported, too.
    aside = _ADVERBIAL.match(gap) is not None and not _TOPIC.search(gap)
    # 「大臣から、延期に触れつつ、「…」と述べました」: ministries report all of it.
    aside = aside and not passage.text[:content].endswith(("から、", "より、"))
    whole = _BLANK.match(gap) is not None or aside
    if saying:
        if whole:
            return Judged(quoted, DIRECT, saying, False, True)
        return Judged(quoted, None, saying, False, True)
    told = right.startswith("と") and quoted.outer.end not in marks.stops
    if told and whole and (words >= _LEAST_WORDS_ALONE or _goes_on_with_who(passage, at + 1)):
        # 「…」と祝った: what is neither a name nor written somewhere is said, whatever the verb.
        return Judged(quoted, DIRECT, None, False, True)
    if passage.sentence_at(quoted.outer.start).paragraph == 0:
        # A headline sets who speaks right before the marks, or the words in front.
        actor = passage.mention_over(quoted.outer.start - 1, quoted.outer.start)
        led = (actor is not None and actor.kind in ACTORS) or not left.strip()
        led = led and not _heads_topic(passage, quoted)
        if led and passage.mentions_in(0, passage.sentences[0].end, ACTORS):
            return Judged(quoted, DIRECT, None, True, True)
    alone = _BLANK.match(right) is not None or right[:1] == "。"
    is_told = words >= _LEAST_WORDS_ALONE or content > left_start
    if alone and whole and (is_told or said_so(passage.text, at)):
        return Judged(quoted, DIRECT, None, False, True)
    return Judged(quoted, None, None, False, words >= 2)


def _heads_topic(passage: Passage, quoted: Quoted) -> bool:
    """Say whether a headline names its topic in marks: 「湯気の外交」を語る, no words of anybody.

    A noun with more of the sentence written onto it; who speaks would stand behind the marks.
    """
    if not expression("ja", "noun_ends_headline").search(passage.text, quoted.start, quoted.end):
        return False
    behind = passage.mention_over(quoted.outer.end, quoted.outer.end + 1)
    is_over = passage.text[quoted.outer.end : quoted.outer.end + 1] in (
        "",
        "\n",
        " ",
        "\u3000",
        "、",
    )
    return not is_over and (behind is None or behind.kind not in ACTORS)


def _after_topic(passage: Passage, marks: SpeechMarks, start: int, end: int) -> int:
    """Give where a Japanese topic ends: the last one that an actor bears, else the first."""
    topics = [h for h in beginning_in(marks.topics, start, end) if h.end <= end]
    borne = [
        h
        for h in topics
        if any(
            passage.mention_over(at - 1, at) is not None
            for at in (h.start, h.start - 1, h.start - 2)
            if at > start
        )
    ]
    if borne:
        last = max(h.end for h in borne if h.start == borne[-1].start)
        # 「学長が率いる代表団は」: who leads a group is no topic.
        led = expression("ja", "led_group").match(passage.text, last - 1, end)
        return led.end() if led else last
    first = min((h.start for h in topics), default=None)
    return max((h.end for h in topics if h.start == first), default=start)


def is_name(passage: Passage, titles: list[Hit], quoted: Quoted) -> bool:
    """Say whether a quoted stretch is a name or a title, by its mention or the word before it."""
    outer = quoted.outer
    near = max(0, outer.start - _LONGEST_NAME), outer.end + _LONGEST_NAME
    for mention in passage.mentions_in(*near, _NAME_LIKE):
        if mention.end < quoted.end:
            continue  # as nearly all
        if mention.start > quoted.start:
            break
        if mention.start <= outer.start and mention.end >= outer.end:
            return True
        if mention.start == quoted.start and mention.end == quoted.end:
            return True
    for hit in beginning_in(titles, near[0], outer.end + 2):
        if hit.end < outer.start - _BESIDE:
            continue
        if hit.row.get("where") == "after":
            if outer.end <= hit.start <= outer.end + 1:
                return True
        elif hit.end <= outer.start:
            between = passage.text[hit.end : outer.start]
            if ":" in between:
                continue
            if len(between) <= _BESIDE and "\n" not in between and count_words(between, "en") <= 1:
                return True
    return False


def _says_more(passage: Passage, quoted: Quoted) -> bool:
    """Say whether quoted words inside a sentence are somebody's, not a name with a capital."""
    inside = passage.text[quoted.start : quoted.end]
    letter = next((c for c in inside if c.isalpha()), "")
    if not letter:
        return True
    if passage.language in ("ru", "kk", "en"):
        return letter.islower()
    return True


def _last_saying(marks: SpeechMarks, start: int, end: int) -> Saying | None:
    for saying in reversed(beginning_in(marks.sayings, start, end)):
        if saying.end <= end:
            return saying
    return None


def _is_near(passage: Passage, start: int, end: int) -> bool:
    """Say whether hardly more than a subject stands between marks and a word of saying."""
    gap = passage.text[start:end]
    for mention in reversed(passage.mentions_in(start, end)):
        if passage.mention_over(mention.start, mention.end) is mention:
            gap = gap[: mention.start - start] + gap[mention.end - start :]
    return count_words(gap, passage.language) <= _MOST_BETWEEN


def _in_report(marks: SpeechMarks, start: int, end: int) -> bool:
    """Say whether a conjunction after a word of saying has opened the clause that goes on there."""
    saying = _last_saying(marks, start, end)
    return saying is not None and any(
        o.end < end for o in beginning_in(marks.openers, saying.end, end)
    )


def _ends_clause(passage: Passage, quoted: Quoted, left: str) -> bool:
    """Say whether marks hold the end of a Kazakh clause of somebody: «оның «жат емес екенін»»."""
    language = passage.language
    whose = ends_in(language, "whose_clause").search(left)
    ends = ends_in(language, "clause_as_object")
    return whose is not None and ends.search(passage.text[quoted.start : quoted.end]) is not None


def _saying_after(
    passage: Passage, marks: SpeechMarks, start: int, end: int, *, whole: bool
) -> Saying | None:
    """Find the word of saying that follows a quoted stretch, a `whole` sentence: “…”, he said."""
    for saying in beginning_in(marks.sayings, start, min(end, start + _REACH)):
        if saying.takes.isdisjoint(BESIDE_MARKS):
            if saying.is_source:
                return saying
            return None
        between = passage.text[start : saying.start]
        if _STOP_OR_COLON.search(between):
            return None
        if passage.language == "ar" and is_participle(passage.text[saying.start : saying.end]):
            return None
        return None if _opens_clause(passage, marks, saying, whole=whole) else saying
    return None


def _opens_clause(passage: Passage, marks: SpeechMarks, saying: Saying, *, whole: bool) -> bool:
    """Say whether a word of saying behind marks tells what a clause of its own says.

    Behind a whole sentence in marks the clause of another word is not its own: “…,” she said,
    adding that it was late.
    """
    if passage.language not in ("ar", "en", "ru"):
        return False
    opener = next(iter(beginning_in(marks.openers, saying.end, saying.end + _OPENS_WITHIN)), None)
    if opener is None or _FULL_STOP.search(passage.text[saying.end : opener.start]):
        return False
    return not (whole and beginning_in(marks.sayings, saying.end, opener.start))


def _lead(passage: Passage, marks: SpeechMarks, left_start: int, quoted: Quoted) -> Judged | None:
    """Judge a stretch by the word of saying before it in its sentence."""
    saying = _last_saying(marks, left_start, quoted.outer.start)
    if saying is None:
        if passage.language == "kk":
            return _lead_kazakh(passage, marks, quoted)
        return None
    between = passage.text[saying.end : quoted.outer.start]
    if len(between) > _REACH or _STOP.search(between):
        return None
    if passage.language == "kk":
        return _lead_kazakh(passage, marks, quoted)
    openers = beginning_in(marks.openers, saying.end, quoted.outer.start)
    opener = [h for h in openers if h.end <= quoted.outer.start]
    if opener:
        if _BLANK.match(passage.text[opener[-1].end : quoted.outer.start]) and _ends_there(
            passage, quoted
        ):
            # Several sentences are no clause of the one that opens them.
            whole = _SENTENCES.search(passage.text, quoted.inner.start, quoted.inner.end)
            kind = DIRECT if whole else MIXED
            return Judged(quoted, kind, saying, True, True)
        return None
    if saying.naming:
        return Judged(quoted, MIXED, saying, True, True)
    if "quote" in saying.takes:
        if not _only_subject(passage, marks, saying.end, quoted.outer.start):
            return None
        if passage.language == "ar" and _is_told(passage, marks, quoted, between):
            return None
        return Judged(quoted, DIRECT, saying, True, True)
    return None


def _is_told(passage: Passage, marks: SpeechMarks, quoted: Quoted, between: str) -> bool:
    """Say whether Arabic marks hold a name: «قالت «رواند إير»، الخميس، إن», «قال لـ«الوطن»»."""
    if count_words(passage.text[quoted.start : quoted.end], "ar") > _MOST_OF_NAME or ":" in between:
        return False
    if _PREPOSITION.search(between):
        return True
    end = quoted.outer.end
    return any(
        end <= o.start < end + _NEAR_NAME and not _ARABIC_STOP.search(passage.text[end : o.start])
        for o in beginning_in(marks.openers, end, end + _NEAR_NAME)
    )


def _lead_kazakh(passage: Passage, marks: SpeechMarks, quoted: Quoted) -> Judged | None:
    end = quoted.outer.end
    for saying in beginning_in(marks.sayings, end, end + _REACH)[:1]:
        between = passage.text[quoted.outer.end : saying.start]
        if saying.naming and _BLANK.match(between):
            return Judged(quoted, MIXED, saying, False, True)
        return None
    return None


def _ends_there(passage: Passage, quoted: Quoted) -> bool:
    """Say whether the clause ends with the marks."""
    rest = passage.text[quoted.outer.end : quoted.outer.end + 2]
    return not rest or rest[0] in ".,;،؛\n!?" or rest.strip() == "" or not rest[0].isspace()


def _only_subject(passage: Passage, marks: SpeechMarks, start: int, end: int) -> bool:
    """Say whether nothing but a subject, a hearer or a short phrase stands between."""
    gap = passage.text[start:end]
    if gap.rstrip().endswith((",", ":", "،", "—", "–")):
        return True
    for mention in reversed(passage.mentions_in(start, end)):
        if passage.mention_over(mention.start, mention.end) is mention:
            gap = gap[: mention.start - start] + gap[mention.end - start :]
    near = (*beginning_in(marks.hearers, start, end), *beginning_in(marks.pronouns, start, end))
    for hit in near:
        if hit.end <= end:
            gap = gap.replace(passage.text[hit.start : hit.end], "", 1)
    return count_words(gap, passage.language) <= (3 if passage.language == "ar" else 1)
