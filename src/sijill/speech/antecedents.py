"""A pronoun, a verb's ending or a name goes in; whom it means comes out.

A pronoun takes up who spoke or the subject of the clause before, with its gender: never a name in
another role. Of two who could be meant, neither is.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from functools import cached_property

from sijill.documents.document import ORGANISATION, PERSON, Sentence
from sijill.documents.expressions import ends_in, expression
from sijill.documents.genders import gender_of_words
from sijill.documents.lexicon import word_classes
from sijill.documents.passage import Passage, count_words
from sijill.documents.patterns import Hit
from sijill.documents.stretches import beginning_in
from sijill.documents.subject_signs import signs
from sijill.speech.cues import Saying, SpeechMarks
from sijill.speech.speaker import Speaker, shown
from sijill.speech.subjects import Actor, subjects_of
from sijill.text import fold

_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
#: Shorter Russian names are not compared without their endings.
_LEAST_DECLINED = 5
#: Whom a pronoun means is looked for in so many sentences before its own.
_FURTHEST_BACK = 3
#: “She” goes back over so many sentences that have the same word before anybody else.
_LONGEST_CHAIN = 8
#: So far before a name a comma stands (code points).
_ASIDE = 8


class Antecedents:
    """Finds whom words point back to in one passage; remembers who spoke last."""

    def __init__(self, passage: Passage, marks: SpeechMarks) -> None:
        self.passage = passage
        self.marks = marks
        self.text = passage.text
        self._language = passage.language
        self.signs = signs(passage.language)
        self.subjects = subjects_of(passage)
        self._last: Speaker | None = None
        self._last_end = 0
        # The last one who spoke and is a person, and where.
        self._person: tuple[str, int] | None = None
        self._chain = 0
        # Stretches of speech in order, none touching another.
        self._spoken_starts: list[int] = []
        self._spoken_ends: list[int] = []

    def remember(self, speaker: Speaker, start: int, end: int, cue_end: int) -> None:
        """Keep a speaker for the pronouns that follow; what was said tells no subject."""
        if self._spoken_ends and start <= self._spoken_ends[-1]:
            self._spoken_ends[-1] = max(self._spoken_ends[-1], end)
        else:
            self._spoken_starts.append(start)
            self._spoken_ends.append(end)
        if speaker.entity is not None or speaker.known:
            self._last, self._last_end = speaker, max(end, cue_end)
            if speaker.entity is not None and self.passage.is_person(speaker.entity):
                self._person = (speaker.entity, start)

    def told(self, actor: Actor, confidence: float, gender: str | None = None) -> Speaker:
        """Give the speaker whom an actor's own words name, if the verb's gender allows it."""
        words = actor.mentions[0].text
        if actor.is_post and self._is_indefinite(actor):
            return Speaker(None, words, 0.6)
        if actor.mentions[0].entity is None:
            words = next((m.text for m in actor.mentions if m.kind is PERSON), words)
        if actor.entity is None and actor.is_post and self._is_definite(actor):
            # “The Dane said”: what the reader must know already is whom the text has told of.
            meant = self.before(actor.start, words, gender)
            if meant.entity is not None and self.passage.is_person(meant.entity):
                return Speaker(meant.entity, words, min(confidence, meant.confidence))
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

    def _is_indefinite(self, actor: Actor) -> bool:
        """Say whether a post is anybody's: “a diplomat at her mission said”."""
        words = _WORD.findall(self.text[max(0, actor.start - 30) : actor.start])[-2:]
        return any(self.signs.has("indefinite", fold(word)) for word in words)

    def _is_definite(self, actor: Actor) -> bool:
        """Say whether a post has an article and nothing that tells whose it is."""
        words = _WORD.findall(actor.mentions[0].text)
        if self._language == "ar":
            return len(words) == 1 and words[0].startswith("ال")
        if self._language != "en" or len(words) > 2:
            return False
        ahead = _WORD.findall(self.text[max(0, actor.start - 12) : actor.start])[-1:]
        return bool(ahead) and self.signs.has("definite", fold(ahead[0]))

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
            and roles & {p.post for p in self.passage.entities[a.entity or ""].posts}
            and self.subjects.gender_of(a.entity) in ((gender,) if sure else (None, gender))
        ]
        entities = {a.entity for a in others}
        if len(entities) != 1:
            return None
        return Speaker(others[0].entity, actor.mentions[0].text, 0.6)

    def by_name(self, *words: str) -> str | None:
        """Give the one person of the text whose name all these words are parts of."""
        folded = {fold(w) for w in words}
        found = {who for who, parts in self._names if all(self._is_part(w, parts) for w in folded)}
        long = max((len(w) for w in folded), default=0) > 2
        return next(iter(found)) if len(found) == 1 and long else None

    @cached_property
    def _names(self) -> list[tuple[str, list[str]]]:
        """The people of the text, each with the parts of the name, folded."""
        people = [e for e in self.passage.entities.values() if e.kind is PERSON]
        return [(person.id, _WORD.findall(fold(person.name))) for person in people]

    def _is_part(self, word: str, parts: list[str]) -> bool:
        """Say whether a word is one of a name's parts, in whatever case it stands."""
        if word in parts:
            return True
        if self._language != "ru" or len(word) < _LEAST_DECLINED:
            return False
        length = max(4, len(word) - 3)
        return any(p[:length] == word[:length] for p in parts if abs(len(p) - len(word)) < 4)

    def pointed(self, start: int, end: int, gender: str | None) -> Speaker | None:
        """Read a pronoun or a speaker without a name that begins at a place."""
        for hit in beginning_in(self.marks.pronouns, start, start + 1):
            words = self.text[hit.start : hit.end]
            return self._titled(words, hit.start) or self.before(
                hit.start, words, self.said_gender(words) or gender
            )
        for hit in beginning_in(self.marks.nobodies, start, start + 1):
            return Speaker(None, self.text[hit.start : hit.end], 0.8)
        return None

    def pronoun_in(self, start: int, end: int) -> Speaker | None:
        """Find a pronoun in a stretch and give whom it points back to."""
        for hit in reversed(beginning_in(self.marks.pronouns, start, end)):
            if hit.end <= end:
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
        return gender_of_words(words, self._language)

    def pronouns_in(self, start: int, end: int) -> list[Hit]:
        """Give the pronouns of a stretch, in order."""
        return [p for p in beginning_in(self.marks.pronouns, start, end) if p.end <= end]

    def _titled(self, words: str, offset: int) -> Speaker | None:
        """Find whom «فخامته» means: who was called «فخامة …» last."""
        folded = fold(words)
        if self._language != "ar" or len(folded) < 4:
            return None
        title = ends_in("ar", "title_suffix").sub("", folded)
        if len(title) < 3:
            return None
        gender = self.said_gender(words)
        for actor in reversed(self.subjects.inside(max(0, offset - 3000), offset)):
            is_called = self.passage.is_person(actor.entity) and self._bears(actor, title)
            if is_called and self.subjects.fits(actor, gender):
                return Speaker(actor.entity, words, 0.75)
        return None

    def _bears(self, actor: Actor, title: str) -> bool:
        """Say whether an Arabic title stands before an actor, perhaps with others behind it."""
        for word in reversed(fold(self.text[max(0, actor.start - 26) : actor.start]).split()):
            bare = expression("ar", "written_on_title").sub("", word)
            if bare.startswith(title) and not ends_in("ar", "his_title").search(word):
                return True
            if "honorific" not in word_classes("ar").get(bare, ()):
                return False
        return False

    def before(self, offset: int, words: str | None = None, gender: str | None = None) -> Speaker:
        """Give whom a pronoun or a bare verb at `offset` points back to.

        First who spoke in the sentence, or its subject; then who spoke in the sentence before, or
        its subject; never a name in another role.
        """
        number = self.passage.sentence_index(offset)
        # “He” and “она” are people; an Arabic verb's ending and “ол” may be a body.
        personal = words is not None and gender in ("f", "m") and self._language in ("en", "ru")
        found = self._in_sentence(number, offset, words, gender, personal=personal)
        back = 1
        while found is None and back <= _FURTHEST_BACK and self._reaches(number, back):
            found = self._in_earlier(number, back, words, gender, personal=personal)
            back += 1
        if found is None and personal:
            found = self._over_body(number, words, gender)
        return found or Speaker(None, words, 0.3, known=False)

    def _over_body(self, number: int, words: str | None, gender: str | None) -> Speaker | None:
        """Give the person of a paragraph who spoke before a body did.

        «Визит остаётся в силе, сказал Кима. Газета писала, что он отложен. “Это не так”, — заявил
        он».
        """
        if self._person is None or self._last is None or self._last.entity == self._person[0]:
            return None
        entity, start = self._person
        near = self.passage.sentences[number].paragraph == self.passage.sentence_at(start).paragraph
        fits = near and self.subjects.gender_of(entity) in (None, gender)
        return Speaker(entity, words, 0.5) if fits else None

    def _in_sentence(
        self, number: int, offset: int, words: str | None, gender: str | None, *, personal: bool
    ) -> Speaker | None:
        """Give whom a pronoun or a bare verb points back to in its own sentence, or from it."""
        sentence = self.passage.sentences[number]
        spoke = self._last is not None and self._last_end > sentence.start
        if spoke and self._last is not None and self._last_fits(gender, personal=personal):
            return Speaker(self._last.entity, words, 0.75)
        if personal and (hero := self._hero_at(number, offset, gender)) is not None:
            return Speaker(hero, words, 0.65)
        found = self._subject_of(sentence.start, offset, gender, personal=personal)
        if personal and (found is None or self.subjects.gender_of(found.entity) is None):
            # “He was met by Nina. “You are late,” she said”: the one known woman is meant.
            known = self._only_known(number, offset, gender)
            if known is not None and not (found is None and self._is_told_of(number - 1, gender)):
                return Speaker(known, words, 0.6)
        if personal and found is None:
            # “The ministry, summing up the visit of Rojas, notes that he met …”.
            spoken_of = self._spoken_of(sentence.start, offset, gender)
            if spoken_of is not None:
                return Speaker(spoken_of, words, 0.6)
        pointed = self._pronoun_subject(sentence.start, found.start if found else offset, gender)
        if pointed is not None:
            return Speaker(pointed.entity, words, 0.65)
        return shown(found, words, 0.65) if found is not None else None

    def _reaches(self, number: int, back: int) -> bool:
        """Say whether whom a sentence means may stand so many sentences before it."""
        if number - back < 0:
            return False
        sentence, earlier = self.passage.sentences[number], self.passage.sentences[number - back]
        if back > 1:
            between = self.passage.sentences[number - back + 1]
            if self._last is not None and self._last_end > between.start:
                return False
            # A sentence that tells of nobody leaves whom the one before it was about.
            is_far = back > 2 or earlier.paragraph != sentence.paragraph
            if is_far and self._people_in(between):
                return False
        return earlier.paragraph != 0 or sentence.paragraph == 0

    def _in_earlier(
        self, number: int, back: int, words: str | None, gender: str | None, *, personal: bool
    ) -> Speaker | None:
        """Give whom a pronoun or a bare verb points back to in a sentence before its own."""
        earlier = self.passage.sentences[number - back]
        begin = max(earlier.start, self._last_end if self._last else 0)
        found = self._subject_of(begin, earlier.end, gender, personal=personal)
        spoke = self._last is not None and self._last_end > earlier.start
        # Where somebody else has opened a sentence since, it is that one's words.
        if (
            spoke
            and self._last is not None
            and self._last_fits(gender, personal=personal)
            and not (found is not None and found.entity != self._last.entity and self._opens(found))
        ):
            return Speaker(self._last.entity, words, 0.75 if back == 1 else 0.6)
        if spoke and found is None:
            found = self._subject_of(earlier.start, earlier.end, gender, personal=personal)
        same = self._same_pronoun(earlier, words, found) if personal and words else None
        if same is not None and (told := self._of_chain(same, words, gender)) is not None:
            return told
        if found is not None:
            return shown(found, words, 0.6 if back == 1 else 0.5)
        if spoke:
            return None
        alone = self._only_person(earlier, gender) if words else None
        if alone is not None:
            return Speaker(alone, words, 0.5)
        if self._still_told_of(earlier.start, earlier.end, gender) and self._last is not None:
            return Speaker(self._last.entity, words, 0.55)
        return None

    def _same_pronoun(self, sentence: Sentence, words: str, found: Actor | None) -> Hit | None:
        """Give the same “she” of a sentence where it stands before anybody that it could mean.

        “On Monday she met her counterpart, Ibrahim. The next day she flew to Brussels.”
        """
        for hit in self.pronouns_in(sentence.start, sentence.end):
            if found is not None and found.start < hit.start:
                return None
            if self.said_gender(self.text[hit.start : hit.end]) == self.said_gender(words):
                return hit
        return None

    def _of_chain(self, same: Hit, words: str | None, gender: str | None) -> Speaker | None:
        """Give whom the same pronoun of the sentence before means; chains are not endless."""
        if self._chain >= _LONGEST_CHAIN:
            return None
        self._chain += 1
        told = self.before(same.start, words, gender)
        self._chain -= 1
        return Speaker(told.entity, words, 0.6) if told.entity is not None else None

    def _hero_at(self, number: int, offset: int, gender: str | None) -> str | None:
        """Give whom the text is about to a pronoun that nobody stands before in its paragraph.

        An obituary or a portrait goes on with “he” over all of its paragraphs; it names its hero
        first, and half as often again as anybody.
        """
        passage = self.passage
        sentence = passage.sentences[number]
        opens = number and passage.sentences[number - 1].paragraph != sentence.paragraph
        if not opens or passage.mentions_in(sentence.start, offset, (PERSON,)):
            return None
        hero = self.hero
        return hero if self.subjects.gender_of(hero) in (None, gender) else None

    @cached_property
    def hero(self) -> str | None:
        """Whom the text is about: who is named first, and half as often again as anybody."""
        counts = Counter(
            m.entity
            for m in self.passage.mentions
            if m.kind is PERSON and m.entity and self.passage.is_person(m.entity)
        )
        ranked = counts.most_common(2)
        if not ranked or (len(ranked) > 1 and 2 * ranked[0][1] <= 3 * ranked[1][1]):
            return None
        # The counter keeps the order of the text.
        return ranked[0][0] if next(iter(counts)) == ranked[0][0] else None

    def _spoken_of(self, start: int, end: int, gender: str | None) -> str | None:
        """Give the one person of whom a body speaks in a clause, when a pronoun can mean that."""
        actors = self.subjects.inside(start, end)
        people = {a.entity for a in actors if a.is_post or self.passage.is_person(a.entity)}
        entity = next(iter(people)) if len(people) == 1 else None
        body = actors[0] if actors else None
        if entity is None or body is None or not self.subjects.can_be_subject(body):
            return None
        if self.passage.kind_of(body.entity) is not ORGANISATION:
            return None
        return entity if self.subjects.gender_of(entity) in (None, gender) else None

    def _is_told_of(self, number: int, gender: str | None) -> bool:
        """Say whether “he” goes on with whom the sentence before is about, named by name alone.

        “Tokaev was received, and stayed for lunch with the Crown Prince. He saw …”
        """
        if gender != "m" or number < 0:
            return False
        sentence = self.passage.sentences[number]
        told = self._subject_of(sentence.start, sentence.end, gender, personal=True)
        return told is not None and self._opens(told) and not told.is_post

    def _only_known(self, number: int, offset: int, gender: str | None) -> str | None:
        """Give the one person near a place who is known to be a woman, or a man, as asked for.

        Near is the same sentence and the one before; None when the last speaker may be meant.
        """
        if self._last is not None and self.subjects.gender_of(self._last.entity) == gender:
            return None
        start = self.passage.sentences[max(0, number - 1)].start
        fitting = {
            a.entity
            for a in self.subjects.inside(start, offset)
            if self.passage.is_person(a.entity)
            and not self._is_quoted(a)
            and self.subjects.gender_of(a.entity) == gender
        }
        return next(iter(fitting)) if len(fitting) == 1 else None

    def _pronoun_subject(self, start: int, end: int, gender: str | None) -> Speaker | None:
        """Give whom the first pronoun of a clause means: «ورحب جلالته بالضيوف، مؤكدا»."""
        for hit in self.pronouns_in(start, end):
            words = self.text[hit.start : hit.end]
            attached = self.text[max(0, hit.start - 1) : hit.start]
            shown = self.said_gender(words)
            if attached.isalpha() and not self.signs.has("joined", attached):
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
        if self._last is None or not self._last_fits(gender):
            return False
        inside = self.subjects.inside(start, end)
        return {a.entity for a in inside if self.passage.is_person(a.entity)} == {self._last.entity}

    def _last_fits(self, gender: str | None, *, personal: bool = False) -> bool:
        if self._last is None:
            return False
        if personal and self.passage.kind_of(self._last.entity) is ORGANISATION:
            return False  # “he” is no newspaper
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
            if not self._is_spoken(a) and self.subjects.can_be_subject(a)
        ]
        for number, actor in enumerate(actors):
            aside = self._is_aside(actor) or self._is_quoted(actor)
            if not aside and self.subjects.fits(actor, gender):  # what all of one's mentions show
                if personal and self.subjects.is_beside(actor, gender):
                    continue
                following = actors[number + 1] if number + 1 < len(actors) else None
                if following is not None and self._is_pair(actor, following):
                    return None
                return actor
        return None

    def _is_aside(self, actor: Actor) -> bool:
        """Say whether an Arabic name follows a comma: it explains a word before it."""
        ahead = self.text[max(0, actor.start - _ASIDE) : actor.start].rstrip()
        return self._language == "ar" and ahead[-1:] == "،"

    def _is_spoken(self, actor: Actor) -> bool:
        """Say whether an actor stands in what was said: it tells no subject."""
        at = bisect_right(self._spoken_starts, actor.start) - 1
        return at >= 0 and actor.end <= self._spoken_ends[at]

    def _is_quoted(self, actor: Actor) -> bool:
        around = self.passage.quoted_around(actor.start)
        return around is not None and actor.end <= around.end

    def _is_pair(self, one: Actor, other: Actor) -> bool:
        """Say whether two are told together, so that either can be meant."""
        gap = fold(self.text[one.end : other.start]).strip()
        return self.signs.has("pair", gap)
