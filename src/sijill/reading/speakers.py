"""A quotation's surroundings go in; who speaks comes out.

A speaker is a person or an organisation of the text, told by name, post or description next to the
word of saying; by a pronoun or a verb's ending, which point back; or nobody we know.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from sijill.citation import Span
from sijill.reading.document import Mention, MentionKind
from sijill.reading.passage import ACTORS, Passage, count_words
from sijill.reading.speech import SpeechMarks
from sijill.text import fold


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks: an entity id or None, the words that say so, and how sure that is.

    `known` is true when the words name somebody, whether an entity or an unnamed person.
    """

    entity: str | None
    text: str | None
    confidence: float
    known: bool = True


NOBODY = Speaker(None, None, 0.3, known=False)


class Speakers:
    """Finds speakers in one passage; remembers who spoke last."""

    def __init__(self, passage: Passage, marks: SpeechMarks) -> None:
        self._passage = passage
        self._marks = marks
        self._last: Speaker | None = None
        self._last_end = 0

    def remember(self, speaker: Speaker, end: int) -> None:
        """Keep a speaker for the pronouns that follow."""
        if speaker.entity is not None or speaker.known:
            self._last, self._last_end = speaker, end

    def named_in(self, start: int, end: int, *, nearest: str = "first") -> Speaker | None:
        """Find who is named in a stretch; `nearest` says which of several: first or last."""
        mentions = [
            m
            for m in self._passage.mentions_in(start, end, ACTORS)
            if self._passage.mention_over(m.start, m.end) is m
            or (m.entity is not None and not self._shadowed(m))
        ]
        mentions = [m for m in mentions if not self._inside_blocked(m)]
        if nearest == "last":
            mentions.reverse()
        unnamed: Speaker | None = None
        body: Speaker | None = None
        for mention in mentions:
            entity = self._speaking_entity(mention)
            # “Told the agency the minister”: a person speaks rather than the body beside him.
            if entity is not None and self._passage.is_person(entity):
                return Speaker(entity, mention.text, 0.9)
            if entity is not None and body is None:
                body = Speaker(entity, mention.text, 0.8)
            elif entity is None and mention.kind is MentionKind.POST and unnamed is None:
                unnamed = Speaker(None, mention.text, 0.6)
        return unnamed or body

    def _shadowed(self, mention: Mention) -> bool:
        """Say whether a mention stands inside another that acts: a place's or body's name."""
        over = self._passage.mention_over(mention.start, mention.end)
        return over is not None and over is not mention

    def _inside_blocked(self, mention: Mention) -> bool:
        return False

    def _speaking_entity(self, mention: Mention) -> str | None:
        kind = self._passage.kind_of(mention.entity)
        if kind in (MentionKind.PERSON, MentionKind.ORGANISATION):
            return mention.entity
        return None

    def unnamed_in(self, start: int, end: int) -> Speaker | None:
        """Find a speaker without a name (“court officials”) in a stretch."""
        for hit in self._marks.nobodies:
            if start <= hit.start and hit.end <= end:
                return Speaker(None, self._passage.text[hit.start : hit.end], 0.8)
        return None

    def pronoun_in(self, start: int, end: int) -> Speaker | None:
        """Find a pronoun in a stretch and give whom it points back to."""
        for hit in reversed(self._marks.pronouns):
            if start <= hit.start and hit.end <= end:
                words = self._passage.text[hit.start : hit.end]
                titled = self._titled(words, hit.start)
                return titled or self.before(hit.start, words)
        return None

    def _titled(self, words: str, offset: int) -> Speaker | None:
        """Find whom «فخامته» means: who was called «فخامة …» last."""
        folded = fold(words)
        if self._passage.language != "ar" or len(folded) < 4:
            return None
        title = re.sub(r"(?:ته|تها|ه|ها)\Z", "", folded)
        if len(title) < 3:
            return None
        start = max(0, offset - 3000)
        found = None
        for mention in self._passage.mentions_in(
            start, offset, (MentionKind.PERSON, MentionKind.POST)
        ):
            if not self._passage.is_person(mention.entity):
                continue
            ahead = fold(self._passage.text[max(0, mention.start - 26) : mention.start]).split()
            if any(
                word.lstrip("ولب").startswith(title) and not word.endswith("ته")
                for word in ahead[-3:]
            ):
                found = Speaker(mention.entity, words, 0.75)
        return found

    def before(self, offset: int, words: str | None = None) -> Speaker:
        """Give whom a pronoun or a bare verb ending at `offset` points back to."""
        passage = self._passage
        sentence_number = passage.sentence_index(offset)
        sentence = passage.sentences[sentence_number]
        if self._last is not None:
            last_number = passage.sentence_index(max(0, self._last_end - 1))
            if sentence_number - last_number <= 1 and not self._other_subject(
                self._last_end, offset
            ):
                return Speaker(self._last.entity, words, 0.75)
        for number in range(sentence_number, max(-1, sentence_number - 3), -1):
            earlier = passage.sentences[number]
            end = min(earlier.end, offset)
            for mention in passage.mentions_in(
                earlier.start, end, (MentionKind.PERSON, MentionKind.POST)
            ):
                if passage.is_person(mention.entity) and mention.end <= offset:
                    if number == sentence_number and passage.language == "ja":
                        continue
                    return Speaker(mention.entity, words, 0.6)
        if self._last is not None and sentence.paragraph >= 0:
            return Speaker(self._last.entity, words, 0.5)
        return Speaker(None, words, 0.3, known=False)

    def _other_subject(self, start: int, end: int) -> bool:
        """Say whether a sentence between begins with somebody else."""
        passage = self._passage
        if self._last is None:
            return True
        for number in range(passage.sentence_index(start) + 1, passage.sentence_index(end) + 1):
            sentence = passage.sentences[number]
            stop = min(sentence.end, end)
            first = next(
                (
                    m
                    for m in passage.mentions_in(
                        sentence.start, stop, (MentionKind.PERSON, MentionKind.POST)
                    )
                    if passage.is_person(m.entity)
                ),
                None,
            )
            if first is not None and first.entity != self._last.entity:
                return count_words(passage.text[sentence.start : first.start], "en") <= 4
        return False

    def subject_before(self, start: int, saying_start: int) -> Speaker | None:
        """Find the subject of a verb that stands after it: “Jonas Berg, who …, said”."""
        passage = self._passage
        text = passage.text
        start = max(start, self._clause_start(start, saying_start))
        near = passage.trim(start, saying_start)
        if near is None:
            return None
        for pronoun in self._marks.pronouns:
            if start <= pronoun.start and pronoun.end <= saying_start:
                gap = text[pronoun.end : saying_start]
                if count_words(gap, "en") <= 2 and "," not in gap:
                    words = text[pronoun.start : pronoun.end]
                    named = self.named_in(start, pronoun.start, nearest="first")
                    if named and named.entity and passage.is_person(named.entity):
                        return Speaker(named.entity, words, 0.6)
                    return self.before(pronoun.start, words)
        mentions = [
            m
            for m in passage.mentions_in(start, saying_start, ACTORS)
            if passage.mention_over(m.start, m.end) is m
        ]
        if not mentions:
            return self.unnamed_in(start, saying_start)
        last = mentions[-1]
        gap = text[last.end : saying_start]
        nobody = [h for h in self._marks.nobodies if last.end <= h.start and h.end <= saying_start]
        if nobody:
            return self.unnamed_in(last.end, saying_start)
        chosen = last if "," not in gap and count_words(gap, "en") <= 3 else mentions[0]
        entity = self._speaking_entity(chosen)
        if entity is None and chosen.kind is not MentionKind.POST:
            for mention in mentions:
                if self._speaking_entity(mention):
                    chosen, entity = mention, self._speaking_entity(mention)
                    break
        return Speaker(entity, chosen.text, 0.85)

    def _clause_start(self, start: int, end: int) -> int:
        """Give the start of the last clause before a verb: after a semicolon or a full stop."""
        cut = start
        for match in re.finditer(r"[;:]\s|\.\s", self._passage.text[start:end]):
            at = start + match.end()
            if self._passage.mention_over(at - 1, at) is None:
                cut = at
        return (
            cut
            if self._passage.mentions_in(cut, end, ACTORS)
            or any(cut <= p.start < end for p in self._marks.pronouns)
            else start
        )

    def subject_after(self, start: int, end: int) -> Speaker | None:
        """Find the subject of a verb that stands before it: “said Hope Tuilagi”."""
        if start >= end:
            return None
        named = self.named_in(start, end)
        pronoun = next((p for p in self._marks.pronouns if start <= p.start and p.end <= end), None)
        nobody = next((n for n in self._marks.nobodies if start <= n.start and n.end <= end), None)
        first = min(
            (m.start for m in self._passage.mentions_in(start, end, ACTORS)),
            default=end,
        )
        if nobody is not None and nobody.start <= first:
            return self.unnamed_in(start, end)
        if pronoun is not None and pronoun.start < first:
            return self.pronoun_in(pronoun.start, pronoun.end)
        return named

    def stretch(self, span: Span) -> str:
        """Give the words of a stretch."""
        return self._passage.text[span.start : span.end]
