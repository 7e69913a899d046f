"""A clause with a word of saying goes in; where its parts begin and end comes out.

Where reported content stops, whom a verb's subject and hearer take up, what a dateline is: the
edges that `sijill.speech.reported` cuts along.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from operator import attrgetter

from sijill.citation import Span
from sijill.documents.datelines import dateline_end
from sijill.documents.document import DATE, PERSON, POST, Mention
from sijill.documents.expressions import expression
from sijill.documents.lexicon import word_classes
from sijill.documents.passage import ACTORS, Passage, count_words
from sijill.documents.quotation_marks import CLOSING
from sijill.documents.stretches import beginning_in
from sijill.documents.subject_signs import signs
from sijill.speech.cues import Saying, SpeechMarks
from sijill.text import fold

_COMMA = re.compile(r"[,،](?!\d)")
_COMMA_OR_DASH = re.compile(r"[,،](?!\d)|\s[–—-]\s")
# What parts the clause that a source is put into from the one before.
_PARTED = re.compile(r"[,;:]\s(?!\d)|\s[–—-]\s")
_SEMICOLON = re.compile(rf"[;؛]\s|(?<=[{CLOSING}]):\s")
_LAST_COMMA = re.compile(r"[,،]\s*[وف]?\Z")
_AND_WRITTEN_ON = re.compile(r"\sو\Z")
_CONJUNCTION = re.compile(r"[,،]?\s(?:and|but|и|а|но)\s(?:also\s|также\s)?\Z")
_SOMEBODY = re.compile(r"(?:the|a|an|his|her)\s\w+(?:\s\w+)?\s(?=that\b|he\b|she\b|it\b|the\b)")
_SMALL_WORDS = re.compile(r"(?:(?:on|in|the|a|at|late|early|earlier)\s)*")
_SIGN = re.compile(r"[.,،:]")
_WORD = re.compile(r"[^\W\d_]+")
_start = attrgetter("start")
# “Told the board that …”: somebody is told whom the text does not name.


# Reported content is seldom longer than a paragraph (code points); the longest of our training
# texts has 420.
LONGEST_CONTENT = 1500
# A subject with an apposition has at most so many words that are no names.
_WORDS_OF_SUBJECT = 4
# A particle set off by commas («впрочем», “for his part”) has at most so many words.
_PARTICLE = 3
# Languages whose finite verbs `expressions.tsv` tells.
_VERBS_KNOWN = ("en", "ru")


# Between what is denied and the verb stand its subject and the day (code points).
_LONGEST_SUBJECT, _DAY = 120, 16
# Who is asked, in the dative, and whose or from where they are; then what they are to do.
_ASKED = re.compile(r"\s*\w+(?:ам|ям)\s(?=\w)")
_MORE_ASKED = re.compile(r"\s*(?:(?:и|из|от)\s+)?(?=[А-ЯЁ])")
_INFINITIVE = re.compile(r"\s+\w+(?:ть|ти|чь)(?:ся|сь)?\b")


class ClauseEdges:
    """The edges of one passage; `blocked` are stretches of direct speech, with their marks."""

    def __init__(self, passage: Passage, marks: SpeechMarks, blocked: list[Span]) -> None:
        self._passage = passage
        self._marks = marks
        self._blocked = blocked
        self._text = passage.text

    def _is_blocked(self, offset: int) -> bool:
        if not self._blocked:
            return False  # as in most texts
        at = bisect_right(self._blocked, offset, key=_start) - 1
        return at >= 0 and offset < self._blocked[at].end

    def _content_start(self, start: int, end: int) -> int:
        sentence = self._passage.sentence_at(start)
        if sentence.start == start:
            mentions = self._passage.mentions_in(start, min(end, start + 60))
            if mentions and mentions[0].start - start < 3:
                behind = dateline_end(self._text, start, end)
                if behind > start:
                    return behind
        opened = expression(self._passage.language, "told_that").match(self._text[start:end])
        return start + opened.end() if opened else start

    def _clause_end(self, start: int, limit: int) -> int:
        """Give the end of a clause: a break, the next word of saying, direct speech, or `limit`."""
        limit = min(limit, start + LONGEST_CONTENT)
        end = limit
        at = bisect_left(self._blocked, start, key=_start)
        if at < len(self._blocked) and self._blocked[at].start < end:
            end = self._blocked[at].start
        for hit in beginning_in(self._marks.breaks, start + 9, end):
            if not self._in_quotes(hit.start):
                end = hit.start
                break
        semicolon = _SEMICOLON.search(self._text[start:end])
        if semicolon and not self._in_quotes(start + semicolon.start()):
            end = start + semicolon.start()
        for saying in self._sayings_in(start + 4, end):
            if self._in_quotes(saying.start):
                continue
            before = self._text[max(start, saying.start - 24) : saying.start]
            comma = _LAST_COMMA.search(before)
            if comma:
                edge = saying.start - len(before) + comma.start()
                if self._passage.language == "ru" and self._lacks_verb(start, edge):
                    continue  # «напоминает: прежний инвестор, турецкий, обещал»: its own verb
                end = edge
                break
            if self._passage.language == "ar" and _AND_WRITTEN_ON.search(before):
                end = saying.start - 1
                break
            conjunction = _CONJUNCTION.search(before)
            if conjunction:
                end = max(start, saying.start - 24) + conjunction.start()
                break
        return end

    def _phrase_end(self, start: int, limit: int) -> int:
        """Give the end of a noun phrase: the clause's end, or a comma that opens no new part."""
        end = self._clause_end(start, limit)
        relative = expression(self._passage.language, "relative_of_phrase")
        for match in _COMMA.finditer(self._text[start:end]):
            comma = start + match.start()
            if self._in_quotes(comma) or self._passage.mention_over(comma, comma + 1):
                continue
            rest = self._text[comma + 1 : end].lstrip()
            if self._passage.language == "ar" and rest.startswith("و") and comma - start > 3:
                continue
            if relative.match(self._text, comma, end):
                continue  # «обещал помочь фермерам, которые потеряли урожай»
            return comma
        return end

    def _in_quotes(self, offset: int) -> bool:
        return self._passage.quoted_around(offset) is not None

    def _sayings_in(self, start: int, end: int) -> Sequence[Saying]:
        return beginning_in(self._marks.sayings, start, end)

    def _openers_in(self, start: int, end: int) -> bool:
        return bool(beginning_in(self._marks.openers, start, end))

    def _skip_asked(self, at: int, limit: int) -> int:
        """Step over who is asked in Russian: «предложил коллегам из Перу и Чада создать фонд»."""
        hearer = _ASKED.match(self._text, at, limit)
        at = hearer.end() if hearer else at
        end = at
        while (joint := _MORE_ASKED.match(self._text, end, limit)) is not None:
            mention = self._passage.mention_over(joint.end(), joint.end() + 1)
            if mention is None or mention.start != joint.end():
                return at
            end = mention.end
        return end if _INFINITIVE.match(self._text, end, limit) else at

    def _skip_hearer(self, saying: Saying, at: int, limit: int) -> int | None:
        """Step over who is told and when: “told the daily Kapital on Friday”."""
        moved = True
        told = "told" in saying.takes
        while moved:
            moved = False
            while at < limit and self._text[at] == " ":
                at += 1
            for hit in self._marks.hearers:
                if hit.start == at:
                    at, moved = hit.end, True
                    break
            if moved:
                continue
            mention = self._mention_near(at, limit)
            if mention is not None:
                name = mention.kind.value
                if name == "date" or (told and name in ("person", "post", "organisation")):
                    at, moved = mention.end, True
                    told = name == "date" and told
                    if self._text[at : at + 3] == " in " and name != "date":
                        continue
        if "told" in saying.takes and told and at <= saying.end + 1:
            # Somebody is told, but nobody we know: “told the board”.
            match = _SOMEBODY.match(
                self._text[at:limit],
            )
            if not match:
                return None
            at += match.end()
        return at

    def _mention_near(self, at: int, limit: int) -> Mention | None:
        match = _SMALL_WORDS.match(self._text[at:limit])
        begin = at + (match.end() if match else 0)
        for mention in self._passage.mentions_in(begin, min(limit, begin + 120)):
            if mention.start == begin or (
                mention.start < begin + 16
                and mention.kind.value == "organisation"
                and self._text[begin : mention.start].count(" ") <= 2
            ):
                return mention
            if mention.start > begin + 16:
                break
        return None

    def _may_lead(self, gap: str) -> bool:
        """Say whether a word before an actor belongs to it: a title, «المتحدث»; not «تسليم»."""
        words = gap.split()
        if len(words) != 1 or self._passage.language != "ar":
            return len(words) < 2
        word = fold(words[0])
        return word.startswith("ال") or "honorific" in word_classes("ar").get(word, ())

    def _skip_subject(self, at: int, limit: int) -> int:
        """Step over the subject after a verb: posts, names, forms of address, and asides."""
        start = at
        while at < limit:
            while at < limit and self._text[at] in " \n":
                at += 1
            mention = next(
                (
                    m
                    for m in self._passage.mentions_in(at, limit, ACTORS)
                    if m.start - at <= 12
                    and not _SIGN.search(self._text[at : m.start])
                    and self._may_lead(self._text[at : m.start])
                ),
                None,
            )
            said = (self._marks.pronouns, self._marks.nobodies)
            pronoun = next((p for hits in said for p in beginning_in(hits, at, at + 1)), None)
            if self._passage.language != "ar" and at == start:
                return at
            if mention is not None:
                at = mention.end
            elif pronoun is not None:
                at = pronoun.end
            elif self._text[at : at + 1] in ",،":
                closing = _COMMA.search(self._text[at + 1 : limit])
                if closing is None or closing.start() > 70:
                    break
                at += closing.start() + 2
            elif at > start and (behind := self._behind_setting(at, limit)):
                at = behind
            else:
                break
        return at

    def _behind_setting(self, at: int, limit: int) -> int:
        """Give where words begin behind where they were said: «أكد خلال لقائه نظيره | حرص بلاده».

        0 where no such setting stands.
        """
        told_at = expression(self._passage.language, "setting_before_told")
        found = told_at.match(self._text, at, limit)
        return found.end() if found else 0

    def _chain_end(self, start: int, limit: int) -> int:
        end = start
        for mention in self._passage.mentions_in(start, limit):
            if mention.start <= end + 2:
                end = max(end, mention.end)
        return end

    def _closes(self, saying: Saying, tail: int, *, inverted: bool) -> bool:
        """Say whether a verb closes a content: “, he said on Monday”; not “Bo, 58, asked a friend”.

        Only when, where and to whom may follow it; its subject first when that stands behind it.
        """
        if "told" in saying.takes or (inverted and self._passage.language == "ru"):
            return True
        at = saying.end
        actors = self._passage.mentions_in(at, tail, ACTORS)
        if inverted and actors and not self._text[at : actors[0].start].strip(" "):
            at = self._chain_end(actors[0].start, tail)
        elif inverted:
            return self._may_be_subject(at, tail) or bool(actors and actors[0].start < at + 25)
        rest = self._text[at:tail].lstrip()
        begin = tail - len(rest)
        first = self._passage.mention_over(begin, begin + 1)
        return (
            not rest
            or not rest[0].isalpha()
            or (first is not None and first.kind is DATE)
            or any(hit.start == begin for hit in (*self._marks.tails, *self._marks.hearers))
        )

    def _lacks_verb(self, start: int, end: int) -> bool:
        """Say whether a stretch has no finite verb, names and relative clauses aside."""
        language = self._passage.language
        aside = [
            m.span() for m in expression(language, "relative").finditer(self._text, start, end)
        ]
        return all(
            self._passage.mention_over(match.start(), match.start() + 1) is not None
            or any(first <= match.start() < last for first, last in aside)
            for match in expression(language, "finite_verb").finditer(self._text, start, end)
        )

    def _in_apposition(self, start: int, end: int) -> bool:
        """Say whether a stretch is a subject with who or what it is: “The owner, a bank, …”."""
        for match in _COMMA.finditer(self._text, start, end):
            comma = match.start()
            if self._passage.mention_over(comma, comma + 1) is not None:
                continue
            named = sum(
                count_words(self._text[m.start : m.end], self._passage.language)
                for m in self._passage.mentions_in(start, comma)
                if self._passage.mention_over(m.start, m.end) is m
            )
            words = count_words(self._text[start:comma], self._passage.language)
            return words - named <= _WORDS_OF_SUBJECT
        return False

    def _is_subject_alone(self, begin: int, comma: int) -> bool:
        """Say whether a name and a particle stand there: “Li, however, is sure of the contrary”."""
        first = next(iter(self._passage.mentions_in(begin, comma, ACTORS)), None)
        if first is None or first.start != begin:
            return False
        rest = self._text[self._chain_end(begin, comma) : comma]
        words = count_words(rest, self._passage.language)
        return (
            rest.lstrip()[:1] == ","
            and words <= _PARTICLE
            and (words == 1 or self._lacks_verb(begin, comma))
        )

    def _is_inserted(self, source: Saying, begin: int, limit: int) -> bool:
        """Say whether a source stands between a subject and its verb: “The daily, citing X, wrote”.

        Then what stands before it is that subject and no content.
        """
        told = any(not s.is_source for s in self._sayings_in(source.end, limit))
        verbs = self._passage.language in _VERBS_KNOWN
        return told and verbs and self._lacks_verb(begin, source.start)

    def _opening_before(self, source: Saying, start: int) -> int | None:
        """Give where a content opens into which its source is put: «Тариф, по словам главы, вырос».

        What stands before the source has no verb yet and goes on behind it. None for a clause that
        is whole, and for a joint alone: «но, по словам главы, тариф вырос».
        """
        if self._passage.language != "ru":
            return None
        text = self._text
        parted = [m.end() for m in _PARTED.finditer(text, start, source.start)]
        opens = max((at for at in parted if text[at : source.start].strip(" ,")), default=start)
        ahead = expression("ru", "clause_opener").sub("", text[opens : source.start].strip(" ,"))
        over = self._passage.mention_over(max(0, opens - 1), opens)
        if not ahead or (over is not None and over.end > opens) or self._is_blocked(opens):
            return None
        return opens if self._lacks_verb(opens, source.start) else None

    def _is_somebody(self, start: int) -> bool:
        """Say whether a person stands there, past forms of address: «رحب بفخامة الرئيس»."""
        classes = word_classes(self._passage.language)
        for match in _WORD.finditer(self._text[start : start + 60]):
            at = start + match.start()
            over = self._passage.mention_over(at, at + 1)
            if over is not None:
                return over.kind in (PERSON, POST)
            if "honorific" not in classes.get(fold(match.group()), ()):
                return False
        return False

    def _denied_before(self, saying: Saying, start: int) -> Span | None:
        """Give the noun phrase before the subject of a verb of denial, None where none stands."""
        language, text = self._passage.language, self._text
        if not expression(language, "verb_of_denial").fullmatch(text, saying.start, saying.end):
            return None
        noun = expression(language, "fronted_noun").search(text, start, saying.start)
        if noun is None or noun.end() < saying.start - _LONGEST_SUBJECT:
            return None
        told = self._passage.mentions_in(noun.start(), saying.start, ACTORS)
        subjects = [p.start for p in self._marks.pronouns if p.end + 1 == saying.start]
        subjects = subjects or [m.start for m in told if m.end + 1 >= saying.start - _DAY]
        end = min((at for at in subjects if at > noun.start()), default=None)
        return Span(noun.start(), end) if end is not None else None

    def _is_taken(self, saying: Saying, tail: int, *, inverted: bool) -> bool:
        """Say whether a verb behind a comma says what stands behind it, or none: “, urged X to”.

        Then what stands before the comma is its own subject, or another clause.
        """
        language = self._passage.language
        if expression(language, "unsaid_before").search(
            self._text[max(0, saying.start - 24) : saying.start]
        ) or self._openers_in(saying.end, saying.end + 4):
            return True
        taken = expression(language, "own_content")
        return inverted and taken.match(self._text[saying.start : tail + 8]) is not None

    def _may_be_subject(self, at: int, limit: int) -> bool:
        """Say whether English words after a verb can be its subject: “said the mayor”."""
        begin = at + len(self._text[at:limit]) - len(self._text[at:limit].lstrip())
        word = self._text[begin:limit].split(" ", 1)[0]
        known = (*self._marks.nobodies, *self._marks.pronouns)
        return (
            not word
            or not word[0].islower()
            or any(signs("en").has(sign, fold(word)) for sign in ("article", "subject_head"))
            or any(hit.start == begin for hit in known)
        )

    def _comma_after(self, at: int, limit: int) -> int | None:
        """Give the comma behind a source, past what else is told of it."""
        for match in _COMMA_OR_DASH.finditer(self._text[at:limit]):
            comma = at + match.start()
            if self._passage.mention_over(comma, comma + 1) is not None:
                continue
            rest = self._text[comma + 1 : limit]
            behind, language = comma + 1 + len(rest) - len(rest.lstrip()), self._passage.language
            if expression(language, "source_goes_on").match(self._text, behind, limit):
                continue  # “According to Li, who leads the talks, …”
            if article := expression(language, "article_behind").match(self._text, behind):
                behind = article.end()
            following = self._passage.mention_over(behind, behind + 1)
            before = self._passage.trim(at, comma)
            # “According to the minister, Anna Li, …”: a second name for the same one.
            if (
                following is not None
                and before is not None
                and following.kind in ACTORS
                and self._text[following.end : following.end + 1] in (",", "،")
                and self._same_speaker(before, following.entity)
            ):
                continue
            return comma
        return None

    def _same_speaker(self, before: Span, entity: str | None) -> bool:
        named = {m.entity for m in self._passage.mentions_in(before.start, before.end, ACTORS)}
        return entity is not None and entity in named

    def _comma_of_subject(self, closing: int, start: int) -> int | None:
        """Give the comma before a subject with an apposition or a clause that a comma closes.

        “…, Li, the deputy minister, said”, “…, Li, who leads the talks, said”: what stands before
        both is the content. None where no such subject stands before `closing`.
        """
        clause = expression(self._passage.language, "source_goes_on")
        opening = self._text.rfind(",", start, closing)
        if opening < 0:
            return None
        first = closing - len(self._text[opening + 1 : closing].lstrip())
        named = self._passage.mention_over(opening - 1, opening)
        also = self._passage.mention_over(closing - 1, closing)
        if named is None or named.kind not in ACTORS:
            return None
        if clause.match(self._text, first, closing + 1) is None:
            between = self._text[opening + 1 : also.start] if also is not None else "-"
            is_same = also is not None and also.entity is not None and also.entity == named.entity
            if not is_same or not self._is_article(between):
                return None
        comma = self._text.rfind(",", start, named.start)
        leads = comma > start and self._is_article(self._text[comma + 1 : named.start])
        return comma if leads else None

    def _is_article(self, gap: str) -> bool:
        """Say whether nothing stands behind a comma but an article, or nothing at all."""
        article, bare = expression(self._passage.language, "article_behind"), gap.lstrip()
        return not bare or article.fullmatch(bare) is not None
