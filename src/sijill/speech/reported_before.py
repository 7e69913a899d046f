"""Words of saying go in; reported speech that stands before them comes out.

For Kazakh and Japanese, whose verb closes what it reports: the content begins after the subject,
a converb or an earlier report, and ends before деп, the verb, or と.
"""

from __future__ import annotations

import re
from functools import cache

from sijill.citation import Span
from sijill.documents.document import ORGANISATION, Mention
from sijill.documents.expressions import expression
from sijill.documents.passage import ACTORS, Passage, count_words
from sijill.documents.quotation_marks import CLOSING
from sijill.documents.stretches import beginning_in, touching
from sijill.speech.cues import Saying, SpeechMarks
from sijill.speech.reported import EDGE, Report, overlaps_any, report_of_sentence_before
from sijill.speech.said_so import noun_start, without_called
from sijill.tables import open_table

# What a Kazakh clause must end in to be the content of a verb of saying: a verbal noun with its
# case ending, or деп. From a grammar, not from texts.
_KAZAKH_CONTENT = re.compile(
    r"(?:[ғгқк][аеын]н\w{0,3}(?:ын|ін|н)|т[ыі]н(?:ын|ін|дарын|дерін|дығын|дігін|\w{0,4}н)"
    r"|(?:т[ыі]н|[ғқ]ан|[гк]ен)(?:ына|іне|дығына|дігіне)"
    r"|екен(?:ін|дігін|діктерін|іне|дерін)|ғанын|генін|қанын|кенін"
    r"|(?:лы|лі|ды|ді|ты|ті|сы|сі)[ғг]?[ыі]?н[ае]?|у(?:ды|ді|ға|ге|ын|ін)|м[ае]йтын\w{0,4}"
    r"|жоқ\w{0,2}т\w{0,4}н|бар\w{0,2}\s?екен\w{0,4})\Z"
)
#: The rule for what ministries report of talks.
OFFICIAL = "official"
# Reports are found in the order of the text: only the last few can overlap a new one.
_NEAR_REPORTS = 8
_NOMINATIVE = re.compile(r"ол|олар|өзі")
_CONVERB = re.compile(r"\wп,\s")
#: When what is offered was offered: «Аккраға барғанда несие беруді ұсынды».
_TIME = re.compile(r"(?:\S+\s){0,4}\S+(?:ғанда|генде|қанда|кенде),?\s")
_OFFERED = re.compile(r"у(?:ды|ді|ға|ге)\s*\Z")
#: What is called something stands before it, in the accusative.
_OBJECT = re.compile(r"(?:\S+\s){0,5}?\S+(?:н[ыі]|[дт][ыі]|[ыі]н)\s")
_SUBJECT, _NAMED = 2, 2
#: What stands between a name and its は, a place or an age in brackets, too (code points).
_TAIL = 40
#: A Japanese noun that is asked for has so many signs at least: 撤回.
_SHORTEST = 2
_DEP = re.compile(r"\s(?:деп|деген)\s*\Z")
_SIGNS_AHEAD = re.compile(r"[,\s]+")
_LAST_WORD = re.compile(r"[\w-]+\Z")
_PARTED = re.compile(r"[:;]\s")
_MARKED = re.compile(r"[«»“”\"]")
_STOP = re.compile(r"[.:;]")
_POSSESSIVE = re.compile(r"[нтд][ыі]ң")
_HEAD = re.compile(r"[^、。「」は]{2,40}(?:は|が、|から、)、?")
_BLANKS = re.compile(r"[、。\s]*")
_LOOSE_TOPIC = re.compile(r"の[^、。「」は]{1,16}(?:は|が、|から、)、?")
_TOPIC = re.compile(
    r"(?:氏|さん|ら|陛下|殿下|\(\d+\)|(?:(?!、).){0,2})?(?:[(（][^)）]{1,30}[)）])?"
    r"(?:は|が|も|から|より)(?:、|,)?"
)


def find_reports_before(
    passage: Passage, marks: SpeechMarks, blocked: list[Span], used: set[Saying]
) -> list[Report]:
    """Find the reports of all words of saying that direct speech has not used."""
    finder = _japanese if passage.language == "ja" else _kazakh
    found: list[Report] = []
    last_end = reached = 0
    for saying in marks.sayings:
        if saying in used or touching(blocked, saying.start, saying.start + 1):
            if saying in used:
                last_end = max(last_end, saying.end)
            continue
        report = finder(passage, marks, saying, last_end)
        if report is None:
            continue
        if touching(blocked, report.start, report.end):
            continue
        # Most stand behind all that were found before.
        if report.start < reached and overlaps_any(report, found[-_NEAR_REPORTS:]):
            continue
        found.append(report)
        reached = max(reached, report.end)
        last_end = saying.end if not saying.is_source else last_end
    if passage.language == "ja":
        found.extend(_hearsay(passage, marks, blocked))
    return found


def _hearsay(passage: Passage, marks: SpeechMarks, blocked: list[Span]) -> list[Report]:
    """Read a sentence that ends in という and names no source: it goes on with who spoke before."""
    found = []
    for closer in marks.closers:
        sentence = passage.sentence_at(closer.start)
        if beginning_in(marks.sayings, sentence.start, sentence.end) or sentence.paragraph == 0:
            continue
        if touching(blocked, sentence.start, closer.end):
            continue
        # 「学校の名は「泉」という」 tells a name.
        if passage.text[closer.start - 1] in CLOSING:
            continue
        saying = Saying(closer.start, closer.end, frozenset({"clause"}))
        nobody = Span(sentence.start, sentence.start)
        report = _report(passage, sentence.start, closer.start, saying, nobody, "hearsay")
        if report is not None:
            found.append(report)
    return found


# ---- Kazakh --------------------------------------------------------------------------------------


def _kazakh(passage: Passage, marks: SpeechMarks, saying: Saying, floor: int) -> Report | None:
    sentence = passage.sentence_at(saying.start)
    text = passage.text
    if saying.is_source:
        rest = text[saying.end : sentence.end]
        comma = _SIGNS_AHEAD.match(rest)
        if not comma or not rest.strip(" ,."):
            return None
        start = saying.end + comma.end()
        end = _kazakh_end(passage, marks, start, sentence.end)
        return _report(passage, start, end, saying, Span(sentence.start, saying.start), "according")
    if "back" in saying.takes:
        return report_of_sentence_before(passage, saying)
    begin = _behind_colon(passage, max(sentence.start, floor), saying.start)
    start, subject = _kazakh_subject(passage, marks, begin, saying.start)
    if saying.naming:
        return _named(passage, saying, start, subject)
    end = saying.start
    when = _TIME.match(text[start:end].lstrip()) if _OFFERED.search(text[start:end]) else None
    if when is not None and "noun" in saying.takes:
        start = end - len(text[start:end].lstrip()) + when.end()
    before = text[start:end].rstrip()
    deep = "deep" in saying.takes
    dep = _DEP.search(text[start:end])
    if dep:
        end = start + dep.start()
    elif before.endswith(",") and "quote" in saying.takes:
        # «Керуен ертең шығады, деді ол»: a whole sentence without marks.
        end = start + len(before) - 1
    elif not deep:
        bare = before.rstrip('»”"')
        word = _LAST_WORD.search(bare, bare.rfind(" ") + 1)
        if word is None or not _fits(word.group(), saying):
            return None
        if expression("kk", "celebrated").fullmatch(word.group()) is not None:
            return None  # «отыз жылдығын атап өтті»: marked the day, and said nothing
    if count_words(text[start:end], "kk") < 2:
        return None
    return _report(passage, start, end, saying, subject, "before the verb")


def _behind_colon(passage: Passage, start: int, end: int) -> int:
    """Give where what somebody says begins behind the words that he speaks to: «… жоқ: X …»."""
    for sign in reversed(list(_PARTED.finditer(passage.text[start:end]))):
        at = start + sign.end()
        over = passage.mention_over(at, at + 1)
        if over is not None and over.kind in ACTORS and over.start == at:
            return at if not _has_ending(passage.text, over) else start
    return start


def _named(passage: Passage, saying: Saying, start: int, subject: Span) -> Report | None:
    """Give what somebody calls something without marks: «Y-ды [порттардың бірі] деп атады»."""
    text = passage.text[start : saying.start]
    called = _OBJECT.match(text.lstrip())
    if called is None or _MARKED.search(text) or subject.end - subject.start < _SUBJECT:
        return None
    begin = saying.start - len(text.lstrip()) + called.end()
    if count_words(passage.text[begin : saying.start], "kk") < _NAMED:
        return None
    return _report(passage, begin, saying.start, saying, subject, "before the verb")


def _fits(word: str, saying: Saying) -> bool:
    if _KAZAKH_CONTENT.search(word.casefold()):
        return True
    return "noun" in saying.takes


def _kazakh_end(passage: Passage, marks: SpeechMarks, start: int, limit: int) -> int:
    return limit


def _kazakh_subject(passage: Passage, marks: SpeechMarks, start: int, end: int) -> tuple[int, Span]:
    """Give where the content may begin, and the stretch of the subject before it."""
    text = passage.text
    at = start
    subject_end = start
    for hits in (marks.openers, marks.pronouns):
        for hit in beginning_in(hits, start, end):
            if hit.start == at and hit.end <= end:
                at = hit.end
    is_told = any(
        hit.end == at and _NOMINATIVE.fullmatch(text[hit.start : hit.end].casefold())
        for hit in beginning_in(marks.pronouns, start, at)
    )
    # «Ол министр X ақпанда келетінін растады»: behind «ол» all is what he says.
    chain = [
        m
        for m in ([] if is_told else passage.mentions_in(start, end, ACTORS))
        if passage.mention_over(m.start, m.end) is m
    ]
    subject: Mention | None = None
    for mention in chain:
        gap = text[at : mention.start]
        if count_words(gap, "kk") > 3 or _STOP.search(gap):
            break
        if subject is not None and _is_another(text, subject, mention):
            break
        if _has_ending(text, mention) and not _is_possessor(text, mention, chain):
            # Someone told, with, or of whom: the subject came before, or comes later.
            if count_words(gap, "kk") == 0 and mention is not chain[0]:
                break
            continue
        at = mention.end
        subject_end = at
        subject = mention
    unnamed = beginning_in(marks.nobodies, start, end)
    for hit in (*beginning_in(marks.pronouns, start, end), *unnamed):
        near = start <= hit.start < start + 40 and hit.end <= end and hit.start >= at
        # «Маккарти оның «келетінін» айтты»: whose coming it is belongs to what is told.
        near = near and (subject is None or not text[hit.start : hit.end].endswith("ың"))
        if near and count_words(text[at : hit.start], "kk") <= 2:
            at = hit.end
            subject_end = hit.end
            break
    for hit in beginning_in(marks.openers, at, end):
        gap = text[at : hit.start]
        if hit.start >= at and hit.end < end and not gap.strip(" ,"):
            at = hit.end
    converb = _CONVERB.search(text, at, end)
    if converb is not None and count_words(text[at : converb.end()], "kk") <= 8:
        at = converb.end()
    # «X форумда жоба тоқтамайды деді»: on what occasion it was said is no part of it.
    occasion = expression("kk", "occasion_of_saying").match(text, at, end)
    if occasion is not None and count_words(text[occasion.end() : end], "kk") > 1:
        at = occasion.end()
    return at, Span(start, max(start + 1, subject_end))


def _is_another(text: str, subject: Mention, mention: Mention) -> bool:
    """Say whether somebody right behind a subject is somebody else: «X Президент Y келетінін»."""
    if None in (subject.entity, mention.entity) or subject.entity == mention.entity:
        return False
    if text[subject.end : mention.start] != " " or _has_ending(text, subject):
        return False
    # «Клиника директоры» is of the clinic.
    return subject.kind is not ORGANISATION or not text[mention.start].islower()


def _has_ending(text: str, mention: Mention) -> bool:
    return text[mention.end : mention.end + 1].isalpha()


def _is_possessor(text: str, mention: Mention, chain: list[Mention]) -> bool:
    ending = _POSSESSIVE.match(text[mention.end : mention.end + 3])
    following = [m for m in chain if mention.end < m.start <= mention.end + 6]
    return ending is not None and bool(following)


def text_find(text: str, sign: str, start: int, end: int) -> int:
    """Give where a sign stands in a stretch, its end when it does not."""
    at = text.find(sign, start, end)
    return end if at < 0 else at


# ---- Japanese ------------------------------------------------------------------------------------


def _japanese(passage: Passage, marks: SpeechMarks, saying: Saying, floor: int) -> Report | None:
    sentence = passage.sentence_at(saying.start)
    if saying.is_source:
        start = saying.end
        end = sentence.end
        closer = beginning_in(marks.closers, start + 1, sentence.end)
        if closer:
            end = closer[0].start
        sayings = beginning_in(marks.sayings, start + 1, end)
        inner = [s for s in sayings if not s.is_source]
        if inner and not closer:
            return None
        return _report(passage, start, end, saying, Span(sentence.start, saying.start), "according")
    if saying.naming:
        return None
    if "front" in saying.takes:
        named = Span(saying.start, saying.end)
        return _report(passage, sentence.start, saying.start, saying, named, "before the verb")
    begin = max(sentence.start, floor if floor <= saying.start else sentence.start)
    start, subject = _japanese_subject(passage, marks, begin, sentence.start, saying.start)
    end = saying.start
    if "through" in saying.takes:
        end = text_find(passage.text, "を", saying.start, saying.end)
    if "noun" in saying.takes and passage.text[end - 1] == "、" and end > begin:
        # 「大統領と会談し、支援を約束した」: only what the words themselves hold is promised.
        start, end = end, text_find(passage.text, "を", saying.start, saying.end)
    start = without_called(passage.text, start, end)
    start = noun_start(passage.text, start, end) if "noun" in saying.takes else start
    if end - start < (_SHORTEST if "noun" in saying.takes else 3):
        return None
    if _is_with_whom(passage, saying, end):
        return None
    # 「大臣から、…旨述べました」: the style of ministries, where all between is reported.
    official = passage.text[max(0, start - 3) : start].startswith("から")
    official = official or passage.text.startswith("旨", saying.start)
    rule = OFFICIAL if official else "before the verb"
    return _report(passage, start, end, saying, subject, rule)


def _is_with_whom(passage: Passage, saying: Saying, end: int) -> bool:
    """Say whether と tells with whom somebody spoke: 「ホリンカ氏と電話で話し」."""
    spoke = expression("ja", "spoke_with").match(passage.text, saying.start)
    named = [m for m in passage.mentions_in(max(0, end - _TAIL), end, ACTORS) if m.end <= end]
    titles = passage.text[named[-1].end : end] if spoke and named else "…"
    return spoke is not None and titles in ("", "氏", "さん")


def _japanese_subject(
    passage: Passage, marks: SpeechMarks, begin: int, sentence_start: int, end: int
) -> tuple[int, Span]:
    text = passage.text
    best: tuple[int, Span] | None = None
    # 「謝意を表明した上で、王も訪日を楽しみにしている旨述べた」: who thanked says so of the king.
    goes_on = begin > sentence_start and expression("ja", "speaker_goes_on").match(text, begin, end)
    chain = [
        m
        for m in ([] if goes_on else passage.mentions_in(begin, end, ACTORS))
        if passage.mention_over(m.start, m.end) is m
    ]
    for mention in chain:
        tail = text[mention.end : mention.end + _TAIL]
        topic = _TOPIC.match(
            tail,
        )
        if topic and best is None:
            best = (mention.end + topic.end(), Span(begin, mention.end))
            break
        loose = _LOOSE_TOPIC.match(
            text[mention.end : mention.end + 24],
        )
        if loose and best is None and mention.kind is ORGANISATION:
            best = (mention.end + loose.end(), Span(mention.end + 1, mention.end + loose.end()))
            break
    if best is None:
        for hit in (*marks.pronouns, *marks.nobodies):
            if begin <= hit.start < begin + 25 and hit.end < end:
                best = (hit.end, Span(begin, hit.end))
                break
    if best is None and begin == sentence_start:
        first = _HEAD.match(text[begin:end])
        if first:
            best = (begin + first.end(), Span(begin, begin + first.end()))
    if best is None:
        plain = _BLANKS.match(text[begin:end])
        offset = begin + (plain.end() if plain else 0)
        if begin > sentence_start:
            # After an earlier report of the sentence: the verb's ending, then a comma.
            comma = text.find("、", begin, end)
            if 0 <= comma <= begin + 12:
                offset = comma + 1
        best = (offset, Span(begin, begin))
    if text[max(0, best[0] - 3) : best[0]].startswith("から"):
        # 「大臣から、…」: the ministry's style reports all of it.
        return best
    return _after_adverbials(passage, best[0], end), best[1]


@cache
def _adverbials() -> tuple[re.Pattern[str], ...]:
    """Build what may stand between a Japanese topic and its content, from the table of frames.

    when: a phrase that ends in one of the words, then a comma; where: one that needs no comma;
    did: what the speaker did before speaking.
    """
    words: dict[str, list[str]] = {"when": [], "where": [], "did": []}
    for row in open_table("ja/speech_frames.tsv", ("pattern", "role")):
        if row["role"] in words:
            words[row["role"]].append(re.escape(row["pattern"]))
    when, where, did = ("|".join(sorted(words[k])) for k in ("when", "where", "did"))
    return (
        re.compile(rf"[^、。「」]{{1,24}}?(?:{when})、"),
        re.compile(rf"[^、。「」は]{{0,24}}?(?:{where})(?![あはすきし])"),
        re.compile(rf"[^、。「」が]{{0,40}}?(?:{did})、"),
    )


def _after_adverbials(passage: Passage, start: int, end: int) -> int:
    text = passage.text
    for _ in range(3):
        for pattern in _adverbials():
            match = pattern.match(text[start:end])
            if match and end - start - match.end() > 5:
                start += match.end()
                break
        else:
            break
    return start


def _report(
    passage: Passage, start: int, end: int, saying: Saying, subject: Span, rule: str
) -> Report | None:
    span = passage.trim(start, end, EDGE)
    least = _SHORTEST if "noun" in saying.takes and passage.language == "ja" else 3
    if span is None or span.end - span.start < least:
        return None
    return Report(span.start, span.end, saying, subject, rule)
