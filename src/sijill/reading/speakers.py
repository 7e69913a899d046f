"""A quotation's surroundings go in; who speaks comes out.

A speaker is a person or an organisation of the text, told by name, post or description next to the
word of saying; by a pronoun or a verb's ending, which take up the subject of the clause before; or
nobody we know. Of two who could be meant, neither is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from sijill.reading.document import MentionKind, Sentence
from sijill.reading.lexicon import word_classes
from sijill.reading.passage import Passage, count_words
from sijill.reading.patterns import Hit
from sijill.reading.speech import Saying, SpeechMarks
from sijill.reading.subjects import Actor, Subjects, signs, verb_gender
from sijill.text import fold

_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
#: How many words may stand between a subject and its verb, without a comma.
_NEAR = 3
_STOP = re.compile(r"[.;!?؟؛\n]")


#: How far a subject may stand before its verb (code points).
FARTHEST_SUBJECT = 900


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
        self.passage = passage
        self.marks = marks
        self.text = passage.text
        self._language = passage.language
        self.signs = signs(passage.language)
        self.subjects = Subjects(passage)
        self._last: Speaker | None = None
        self._last_end = 0
        self._spoken: list[tuple[int, int]] = []

    def remember(self, speaker: Speaker, start: int, end: int, cue_end: int) -> None:
        """Keep a speaker for the pronouns that follow; what was said tells no subject."""
        self._spoken.append((start, end))
        if speaker.entity is not None or speaker.known:
            self._last, self._last_end = speaker, max(end, cue_end)

    # -- one actor -------------------------------------------------------------------------------

    def _speaker(self, actor: Actor, words: str | None, confidence: float) -> Speaker:
        return Speaker(actor.entity, words, confidence)

    def told(self, actor: Actor, confidence: float, gender: str | None = None) -> Speaker:
        """Give the speaker whom an actor's own words name, if the verb's gender allows it."""
        words = actor.mentions[0].text
        named = next((m for m in actor.mentions if m.kind is MentionKind.PERSON), None)
        words = named.text if named and actor.mentions[0].entity is None else words
        agrees = self.subjects.fits(actor, gender) or gender == "many"
        if agrees:
            told = Speaker(actor.entity, words, confidence)
            if not actor.is_post or gender != "f" or self.subjects.gender_of(actor.entity):
                return told
            # The feminine is told on purpose: of two, the one known to be a woman is meant.
            return self._other_holder(actor, "f", sure=True) or told
        if not actor.is_post:
            # The name is plain: the gender was misjudged, or the verb goes with another word.
            return Speaker(actor.entity, words, 0.6)
        return self._other_holder(actor, gender) or Speaker(None, words, 0.5)

    def _other_holder(
        self, actor: Actor, gender: str | None, *, sure: bool = False
    ) -> Speaker | None:
        """Find the other bearer of a post: «отрезал министр» is not the woman minister."""
        mine = self.passage.entities.get(actor.entity or "")
        roles = {p.post for p in mine.posts} if mine else set()
        if not roles:
            return None
        others = [
            a
            for a in self.subjects.inside(max(0, actor.start - 1200), actor.start)
            if a.entity != actor.entity
            and self.passage.is_person(a.entity)
            and self.subjects.gender_of(a.entity) in ((gender,) if sure else (None, gender))
            and roles & {p.post for p in self.passage.entities[a.entity or ""].posts}
        ]
        entities = {a.entity for a in others}
        if len(entities) != 1:
            return None
        return Speaker(others[0].entity, actor.mentions[0].text, 0.6)

    def named_in(self, start: int, end: int, *, nearest: str = "first") -> Speaker | None:
        """Find who is named in a stretch; `nearest` says which of several: first or last."""
        actors = self.subjects.inside(start, end, whole=self._language != "ja")
        if nearest == "last":
            actors.reverse()
        body: Speaker | None = None
        unnamed: Speaker | None = None
        for actor in actors:
            words = actor.mentions[0].text
            # “Told the agency the minister”: a person speaks rather than the body beside him.
            if self.passage.is_person(actor.entity):
                return Speaker(actor.entity, words, 0.9)
            if actor.entity is not None:
                body = body or Speaker(actor.entity, words, 0.8)
            elif actor.is_post:
                unnamed = unnamed or Speaker(None, words, 0.6)
        return unnamed or body

    def topic_in(self, start: int, end: int, *, nearest: str = "last") -> Speaker | None:
        """Find who bears は, が or から in a Japanese stretch; else the topic that names nobody."""
        actors = [
            a
            for a in self.subjects.inside(start, end, whole=False)
            if not self._in_byline(a.start) and not self._is_quoted(a)
        ]
        topics = [a for a in actors if self.subjects.can_be_subject(a)]
        if topics:
            return self.told(topics[-1 if nearest == "last" else 0], 0.9)
        topic = re.match(r"[^、。「」]{1,40}?(?:は|が)(?=[、\w「]|\Z)", self.text[start:end])
        loose = [a for a in actors if self.text[a.end : a.end + 1] not in tuple("のへにをと")]
        if topic and not any(a.end <= start + topic.end() for a in loose):
            return Speaker(None, topic.group()[:-1], 0.6)
        return self.told(loose[-1 if nearest == "last" else 0], 0.7) if loose else None

    def _in_byline(self, offset: int) -> bool:
        opening = self.text.rfind("【", max(0, offset - 40), offset)
        return opening >= 0 and "】" not in self.text[opening:offset]

    def subject_in(self, start: int, end: int, *, nearest: str = "first") -> Speaker | None:
        """Find who is named in a stretch as a subject can be; see `named_in`."""
        actors = [a for a in self.subjects.inside(start, end) if self.subjects.can_be_subject(a)]
        if not actors:
            return None
        return self.told(actors[-1 if nearest == "last" else 0], 0.9)

    def heading(self, start: int, colon: int) -> Speaker | None:
        """Find who is named by all the words before a colon: “Li: we shall go”."""
        actors = self.subjects.inside(start, colon)
        if not actors or self.text[actors[-1].end : colon].strip(' "”»'):
            return None
        last = actors[-1]
        if not self.subjects.can_be_subject(last):
            return None
        ahead = self.text[start : last.start]
        edge = max((m.end() for m in re.finditer(r"[.!?…؟|]\s*|^", ahead)), default=0)
        rest = [w for w in _WORD.findall(ahead[edge:]) if fold(w) not in ("و", "and", "и")]
        titles = all("honorific" in word_classes(self._language).get(fold(w), ()) for w in rest)
        return self.told(last, 0.9) if titles else None

    def by_name(self, *words: str) -> str | None:
        """Give the one person of the text whose name all these words are parts of."""
        folded = {fold(w) for w in words}
        found = {
            e.id
            for e in self.passage.entities.values()
            if e.kind is MentionKind.PERSON and folded <= set(_WORD.findall(fold(e.name)))
        }
        long = max((len(w) for w in folded), default=0) > 2
        return next(iter(found)) if len(found) == 1 and long else None

    def pointed(self, start: int, end: int, gender: str | None) -> Speaker | None:
        """Read a pronoun or a speaker without a name that begins at a place."""
        for hit in self.marks.pronouns:
            if hit.start == start:
                words = self.text[hit.start : hit.end]
                return self._titled(words, hit.start) or self.before(
                    hit.start, words, self.said_gender(words) or gender
                )
        for hit in self.marks.nobodies:
            if hit.start == start:
                return Speaker(None, self.text[hit.start : hit.end], 0.8)
        return None

    def unnamed_in(self, start: int, end: int) -> Speaker | None:
        """Find a speaker without a name (“court officials”) in a stretch."""
        for hit in self.marks.nobodies:
            if start <= hit.start and hit.end <= end:
                return Speaker(None, self.text[hit.start : hit.end], 0.8)
        return None

    # -- pronouns and endings --------------------------------------------------------------------

    def pronoun_in(self, start: int, end: int) -> Speaker | None:
        """Find a pronoun in a stretch and give whom it points back to."""
        for hit in reversed(self.marks.pronouns):
            if start <= hit.start and hit.end <= end:
                words = self.text[hit.start : hit.end]
                titled = self._titled(words, hit.start)
                return titled or self.before(hit.start, words, self.said_gender(words))
        return None

    def said_gender(self, words: str) -> str | None:
        """Tell the gender or number that a pronoun shows."""
        for word in _WORD.findall(words):
            for gender in ("f", "m", "many"):
                if self.signs.has(f"said_{gender}", fold(word)):
                    return gender
        return None

    def gender_of(self, saying: Saying) -> str | None:
        """Tell the gender or number that a word of saying shows of its subject."""
        words = _WORD.findall(self.text[saying.start : saying.end])
        return verb_gender(words[-1], self._language) if words else None

    def pronouns_in(self, start: int, end: int) -> list[Hit]:
        """Give the pronouns of a stretch, in order."""
        return [p for p in self.marks.pronouns if start <= p.start and p.end <= end]

    def opening(self, start: int, end: int) -> Speaker | None:
        """Find a subject at the head of a Kazakh sentence whose verb, at its end, is its own."""
        sentence = self.passage.sentence_at(end)
        for actor in self.subjects.inside(max(sentence.start, start), end)[:1]:
            ahead = self.text[sentence.start : actor.start]
            if self.subjects.can_be_subject(actor) and count_words(ahead, "kk") <= _NEAR:
                return self.told(actor, 0.75)
        return None

    def _titled(self, words: str, offset: int) -> Speaker | None:
        """Find whom «فخامته» means: who was called «فخامة …» last."""
        folded = fold(words)
        if self._language != "ar" or len(folded) < 4:
            return None
        title = re.sub(r"(?:ته|تها|ه|ها)\Z", "", folded)
        if len(title) < 3:
            return None
        found = None
        gender = self.said_gender(words)
        for actor in self.subjects.inside(max(0, offset - 3000), offset):
            if not self.passage.is_person(actor.entity):
                continue
            if not self.subjects.fits(actor, gender):
                continue
            for word in reversed(fold(self.text[max(0, actor.start - 26) : actor.start]).split()):
                bare = re.sub(r"\A[وف]?[بل]?(?=\w{3})", "", word)
                if bare.startswith(title) and not word.endswith(("ته", "تها")):
                    found = Speaker(actor.entity, words, 0.75)
                if "honorific" not in word_classes("ar").get(bare, ()):
                    break
        return found

    def before(self, offset: int, words: str | None = None, gender: str | None = None) -> Speaker:
        """Give whom a pronoun or a bare verb at `offset` points back to.

        First who spoke in the sentence, or its subject; then who spoke in the sentence before, or
        its subject; never a name in another role.
        """
        passage = self.passage
        number = passage.sentence_index(offset)
        sentence = passage.sentences[number]
        spoke = self._last is not None and self._last_end > sentence.start
        if spoke and self._last is not None and self._last_fits(gender):
            return Speaker(self._last.entity, words, 0.75)
        # “He” and “она” are people; an Arabic verb's ending and “ол” may be a body.
        personal = words is not None and gender in ("f", "m") and self._language in ("en", "ru")
        found = self._subject_of(sentence.start, offset, gender, personal=personal)
        pointed = self._pronoun_subject(sentence.start, found.start if found else offset, gender)
        if pointed is not None:
            return Speaker(pointed.entity, words, 0.65)
        if found is not None:
            shown = words if found.entity else words or found.mentions[0].text
            return Speaker(found.entity, shown, 0.65)
        for back in (1, 2, 3):
            if number - back < 0:
                break
            earlier = passage.sentences[number - back]
            # A sentence that tells of nobody leaves whom the one before it was about.
            empty = back > 1 and not self._people_in(passage.sentences[number - back + 1])
            if back > 1 and not empty and (back > 2 or earlier.paragraph != sentence.paragraph):
                break
            if earlier.paragraph == 0 and sentence.paragraph != 0:
                break
            found = self._subject_of(
                max(earlier.start, self._last_end if self._last else 0),
                earlier.end,
                gender,
                personal=personal,
            )
            spoke = self._last is not None and self._last_end > earlier.start
            # Where somebody else has opened a sentence since, it is that one's words.
            if (
                spoke
                and self._last is not None
                and self._last_fits(gender)
                and not (
                    found is not None and found.entity != self._last.entity and self._opens(found)
                )
            ):
                return Speaker(self._last.entity, words, 0.75 if back == 1 else 0.6)
            if spoke and found is None:
                found = self._subject_of(earlier.start, earlier.end, gender, personal=personal)
            if found is not None:
                shown = words if found.entity else words or found.mentions[0].text
                return Speaker(found.entity, shown, 0.6 if back == 1 else 0.5)
            if spoke:
                break
            alone = self._only_person(earlier, gender) if words else None
            if alone is not None:
                return Speaker(alone, words, 0.5)
            if self._still_told_of(earlier.start, earlier.end, gender) and self._last is not None:
                return Speaker(self._last.entity, words, 0.55)
        return Speaker(None, words, 0.3, known=False)

    def _pronoun_subject(self, start: int, end: int, gender: str | None) -> Speaker | None:
        """Give whom the first pronoun of a clause means: «ورحب جلالته بالضيوف، مؤكدا»."""
        for hit in self.marks.pronouns:
            if not start <= hit.start < hit.end <= end:
                continue
            words = self.text[hit.start : hit.end]
            attached = self.text[max(0, hit.start - 1) : hit.start]
            shown = self.said_gender(words)
            if attached.isalpha() and attached not in ("و", "ف"):
                continue
            if not shown or (gender and shown != gender):
                continue
            found = self._titled(words, hit.start)
            if found is None and hit.start > self.passage.sentence_at(hit.start).start + 40:
                return None
            found = found or self.before(hit.start, words, shown)
            return found if found.entity is not None else None
        return None

    def _people_in(self, sentence: Sentence) -> set[str | None]:
        """Give the people whom a sentence tells of; None for a post that nobody bears."""
        return {
            a.entity
            for a in self.subjects.inside(sentence.start, sentence.end)
            if a.is_post or self.passage.is_person(a.entity)
        }

    def _only_person(self, sentence: Sentence, gender: str | None) -> str | None:
        """Give the one person of a sentence, in whatever role, if a pronoun can mean that one."""
        people = self._people_in(sentence)
        entity = next(iter(people)) if len(people) == 1 else None
        if entity is None or gender == "many":
            return None
        known = self.subjects.gender_of(entity)
        return entity if gender is None or known is None or known == gender else None

    def _still_told_of(self, start: int, end: int, gender: str | None) -> bool:
        """Say whether a stretch tells of the last speaker, and of no other person."""
        people = {
            a.entity for a in self.subjects.inside(start, end) if self.passage.is_person(a.entity)
        }
        return self._last is not None and people == {self._last.entity} and self._last_fits(gender)

    def _last_fits(self, gender: str | None) -> bool:
        if self._last is None:
            return False
        if gender == "many":
            return self._last.entity is None
        known = self.subjects.gender_of(self._last.entity)
        return gender is None or known is None or known == gender

    def _opens(self, actor: Actor) -> bool:
        """Say whether an actor stands at the head of its sentence."""
        start = self.passage.sentence_at(actor.start).start
        return count_words(self.text[start : actor.start], "en") <= 4

    def _subject_of(
        self, start: int, end: int, gender: str | None, *, personal: bool = False
    ) -> Actor | None:
        """Give the one actor of a stretch that its verbs can have for a subject."""
        actors = [
            a
            for a in self.subjects.inside(start, end)
            if self.subjects.can_be_subject(a)
            and not any(s <= a.start and a.end <= e for s, e in self._spoken)
        ]
        for number, actor in enumerate(actors):
            if self.subjects.fits(actor, gender) and not self._is_quoted(actor):
                if self._language == "ar" and self._is_aside(actor):
                    continue
                if personal and self.passage.kind_of(actor.entity) is MentionKind.ORGANISATION:
                    continue
                following = actors[number + 1] if number + 1 < len(actors) else None
                if following is not None and self._is_pair(actor, following):
                    return None
                return actor
        return None

    def _is_aside(self, actor: Actor) -> bool:
        """Say whether an Arabic name follows a comma: it explains a word before it."""
        return self.text[: actor.start].rstrip()[-1:] == "،"

    def _is_quoted(self, actor: Actor) -> bool:
        return any(q.start <= actor.start and actor.end <= q.end for q in self.passage.quoted)

    def _is_pair(self, one: Actor, other: Actor) -> bool:
        """Say whether two are told together, so that either can be meant."""
        gap = fold(self.text[one.end : other.start]).strip()
        return gap in ("و", "and", "и", "және", "と", "мен", "пен", "бен")

    # -- subjects on either side of a verb ---------------------------------------------------------

    def subject_before(self, start: int, saying: Saying) -> Speaker | None:
        """Find the subject of a verb that stands after it: “Jonas Berg, who …, said”."""
        text, at = self.text, saying.start
        gender = self.gender_of(saying)
        relative = self.subjects.antecedent(at)
        if relative is not None:
            return self.told(relative, 0.85)
        start = max(start, at - FARTHEST_SUBJECT)
        cut = max(start, self._clause_start(start, at))
        for pronoun in self.marks.pronouns:
            if max(cut, at - 40) <= pronoun.start and pronoun.end <= at:
                gap = text[pronoun.end : at]
                if count_words(gap, "en") <= 2 and "," not in gap:
                    words = text[pronoun.start : pronoun.end]
                    return self.before(pronoun.start, words, self.said_gender(words) or gender)
        inside = self.subjects.inside(cut, at)
        nobody = next((n for n in self.marks.nobodies if cut <= n.start and n.end <= at), None)
        if (
            nobody is not None
            and not any(a.start > nobody.end for a in inside)
            and count_words(text[nobody.end : at], "en") <= _NEAR
        ):
            return self.unnamed_in(nobody.start, at)
        if self._goes_on(at, saying):
            if self._last is not None and self._last_end > self.passage.sentence_at(at).start:
                return Speaker(self._last.entity, None, 0.75)
            first = self.subjects.first_in(start, at, gender=gender)
            return self.told(first, 0.75) if first else None
        last = inside[-1] if inside else None
        if last is not None and self.subjects.can_be_subject(last):
            gap = text[last.end : at]
            if "," not in gap and count_words(gap, "en") <= _NEAR:
                return self.told(last, 0.85, gender)
        first = self.subjects.first_in(cut, at, gender=None if gender == "many" else gender)
        if first is not None and self._heads(first, cut):
            return self.told(first, 0.85)
        return self._speaking_body(cut, at, gender)

    def _speaking_body(self, start: int, end: int, gender: str | None) -> Speaker | None:
        """Find the body in which a Russian plural is said: «в министерстве заявили»."""
        if gender != "many" or self._language != "ru":
            return None
        for actor in self.subjects.inside(start, end):
            ahead = _WORD.findall(self.text[max(start, actor.start - 20) : actor.start])[-1:]
            kind = self.passage.kind_of(actor.entity)
            if kind is MentionKind.ORGANISATION and ahead and fold(ahead[0]) in ("в", "во"):
                return Speaker(actor.entity, actor.mentions[0].text, 0.7)
        return None

    def _heads(self, actor: Actor, cut: int) -> bool:
        """Say whether an actor can head the clause that begins at `cut`: no other noun leads it."""
        ahead = self.text[cut : actor.start]
        return count_words(ahead, "en") <= 6 or ahead.rstrip().endswith(",")

    def _goes_on(self, at: int, saying: Saying) -> bool:
        """Say whether a verb shares the subject told before: “…, and added”, “…, adding”."""
        match = re.search(r"([^\W\d_]+)\s+\Z", self.text[max(0, at - 20) : at])
        if match and self.signs.has("and", fold(match.group(1))):
            return True
        word = fold(self.text[saying.start : saying.end])
        if self._language == "en":
            return word.endswith("ing")
        return self._language == "ru" and word.endswith(("в", "вши"))

    def _clause_start(self, start: int, end: int) -> int:
        """Give the start of the last clause before a verb: after a semicolon or a full stop."""
        cut = start
        for match in re.finditer(r"[;:]\s|\.\s|,\s(?:but|while|а|но)\s", self.text[start:end]):
            at = start + match.end()
            if self.passage.mention_over(at - 1, at) is None:
                cut = at
        named = self.subjects.inside(cut, end)
        spoken = any(cut <= p.start < end for p in self.marks.pronouns)
        return cut if named or spoken else start

    def subject_after(self, start: int, end: int, gender: str | None = None) -> Speaker | None:
        """Find the subject of a verb that stands before it: “said Hope Tuilagi”."""
        if start >= end:
            return None
        actors = self.subjects.inside(start, end, whole=False)
        free = [a for a in actors if self.subjects.can_be_subject(a)]
        # “Told the agency the minister”: a person speaks rather than the body beside him.
        people = [a for a in free if a.is_post or self.passage.is_person(a.entity)]
        first = next(iter((*people, *free, *actors)), None)
        at = first.start if first else end
        nobody = next((n for n in self.marks.nobodies if start <= n.start and n.end <= end), None)
        if nobody is not None and nobody.start <= at:
            return self.unnamed_in(start, end)
        pronoun = next((p for p in self.marks.pronouns if start <= p.start and p.end <= end), None)
        if pronoun is not None and pronoun.start < at:
            return self.pronoun_in(pronoun.start, pronoun.end)
        if first is None:
            return None
        return self.told(first, 0.9, gender)

    def source_after(self, start: int, end: int) -> Speaker:
        """Find whom “according to” names: the words right after it, and no later ones."""
        head = self._head(start, end)
        if head is not None:
            return head
        match = re.search(r"[,،;:]|\s[–—-]\s", self.text[start:end])
        stop = start + match.start() if match else min(end, start + 60)
        pronoun = next((p.start for p in self.pronouns_in(start + 1, stop)), stop)
        inner = self.passage.trim(start, pronoun)
        return Speaker(None, self.text[inner.start : inner.end] if inner else None, 0.6)

    def _head(self, start: int, end: int) -> Speaker | None:
        """Find the actor, pronoun or unnamed one with at most a few plain words before it."""
        actors = self.subjects.inside(start, end)
        stop = actors[0].start if actors else end
        for hit in self.marks.pronouns:
            if start <= hit.start < stop and count_words(self.text[start : hit.start], "en") == 0:
                return self.pronoun_in(hit.start, hit.end)
        gap = self.text[start:stop]
        nobody = next(
            (n for n in self.marks.nobodies if start <= n.start and n.end <= min(end, stop)), None
        )
        if nobody is not None and count_words(self.text[start : nobody.start], "en") <= 2:
            return self.unnamed_in(nobody.start, nobody.end)
        if not actors or _STOP.search(gap) or re.search(r"[,،:]", gap):
            return None
        words = [fold(w) for w in _WORD.findall(gap)]
        if len(words) > 3 or any(
            self.signs.has(sign, w)
            for w in words
            for sign in ("said_f", "said_m", "said_many", "aside")
        ):
            return None
        return self.told(actors[0], 0.9)

    def after_verb(self, start: int, end: int) -> Speaker | None:
        """Read plain words after a verb as its subject: «заметил Ш. Ноорани», «деді елші»."""
        match = re.match(r"[\s,–—-]*((?:[^\W\d_]\.\s?)*[^,.;:!?«“\"\n]*)", self.text[start:end])
        words = _WORD.findall(match.group(1)) if match else []
        if not words or len(words) > 4:
            return None
        verb = _WORD.findall(self.text[max(0, start - 30) : start])[-1:]
        if self._language == "kk" and verb and not verb[0].endswith(("ді", "ды", "ті", "ты")):
            return None  # a converb goes on: «айтып, шағымданды»
        if self._language == "kk" and words[-1].endswith(("ді", "ды", "ті", "ты", "еді", "екен")):
            return None
        for word in reversed(words):
            named = self.by_name(word) if word[0].isupper() else None
            if named is not None:
                return Speaker(named, match.group(1).strip() if match else word, 0.75)
        plain = self._language == "kk" or words[0][0].isupper()
        return Speaker(None, match.group(1).strip() if match else "", 0.6) if plain else None

    def clause_words(self, start: int, end: int) -> Speaker | None:
        """Give the words before a verb as a speaker whom nobody names: “the notice says”."""
        if self._goes_nowhere(start, end):
            return None
        start = max(start, end - FARTHEST_SUBJECT)
        match = re.search(r"(?:[^.;:,]|,(?=\d))*\Z", self.text[start:end])
        inner = self.passage.trim(start + match.start(), end) if match else None
        if inner is None:
            return None
        words = self.text[inner.start : inner.end].split()
        return Speaker(None, " ".join(words[:8]), 0.6)

    def _goes_nowhere(self, start: int, end: int) -> bool:
        words = _WORD.findall(self.text[start:end])
        return not words or all(self.signs.has("and", fold(w)) for w in words)
