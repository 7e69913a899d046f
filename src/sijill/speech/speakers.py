"""A quotation's surroundings go in; who speaks comes out.

A speaker is a person or an organisation of the text, told by name, post or description next to the
word of saying; by a pronoun or a verb's ending (`sijill.speech.antecedents`); or nobody we know.
"""

from __future__ import annotations

import re

from sijill.documents.datelines import in_brackets
from sijill.documents.document import ORGANISATION
from sijill.documents.expressions import expression
from sijill.documents.lexicon import word_classes
from sijill.documents.passage import count_words
from sijill.documents.patterns import Hit
from sijill.documents.qualifiers import words_with
from sijill.documents.quotation_marks import CLOSING, MARKS, OPENING
from sijill.documents.stretches import beginning_in
from sijill.speech.antecedents import Antecedents
from sijill.speech.cues import Saying, folded_word_before
from sijill.speech.speaker import Speaker
from sijill.speech.subjects import Actor
from sijill.text import fold, is_kanji

_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
#: How many words may stand between a subject and its verb, without a comma.
_NEAR = 3
#: How far before its verb a subject is looked for (code points): a sentence may be very long.
FARTHEST_SUBJECT = 900
#: A clause shorter than this (code points) has no room for a subject of its own.
_SHORT_HEAD = 25
#: The longest head of a relative clause (words) that is one plain noun with its adjectives.
_LONG_HEAD = 6
_STOP = re.compile(r"[.;!?؟؛\n]")
_EDGE = re.compile(r"[.!?…؟|]\s*|^")
_SOURCE_ENDS = re.compile(r"[,،;:]|\s[–—-]\s")
_COMMA = re.compile(r"[,،:]")
_IN_BRACKETS = re.compile(r"\([^)]*\)")
_SIGN_OR_MARK = re.compile(rf"[.;:!?{MARKS}\n]")
_PLAIN_WORDS = re.compile(rf"[\s,–—-]*((?:[^\W\d_]\.\s?)*[^,.;:!?{OPENING}\n]*)")
#: Whose somebody is stands before a plain noun: «его [сын]»; then at most a word, and the name.
_PLAIN_NOUN = re.compile(r"\s([^\W\d_]+(?:-[^\W\d_]+)?)(?!\w)")
_NAMED_BEHIND = re.compile(r"(?:\s[^\W\d_]+)?,?\s")
_CLAUSE_ENDS = re.compile(r"[.;:]|,(?!\d)")


class Speakers(Antecedents):
    """Finds speakers in one passage."""

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
            # 「大使が批判した後、数百人が…を求めた」: the crowd asks.
            last_end = self.passage.sentence_at(topics[-1].start).end
            other = expression("ja", "topic_of_clause").match(self.text, topics[-1].end, last_end)
            if other is not None:
                named = self.named_in(*other.span("who"), nearest="last")
                return named or Speaker(None, other["who"], 0.6)
            # 「学長が率いる代表団は」: the group speaks, not who leads it.
            last = topics[-1 if nearest == "last" else 0]
            led = expression("ja", "led_group").match(self.text[last.end : end])
            if led is not None:
                return Speaker(None, led.group("group"), 0.6)
            return self.told(topics[-1 if nearest == "last" else 0], 0.9)
        topic = expression("ja", "plain_topic").match(self.text[start:end])
        loose = [a for a in actors if self._stands_alone(a)]
        if topic and not any(a.end <= start + topic.end() for a in loose):
            return Speaker(None, topic.group()[:-1], 0.6)
        return self.told(loose[-1 if nearest == "last" else 0], 0.7) if loose else None

    def _stands_alone(self, actor: Actor) -> bool:
        """Say whether a Japanese actor has no other role and is no part of a longer word."""
        after = self.text[actor.end : actor.end + 1]
        if self.text[actor.start - 1 : actor.start] in ("(", "（"):
            return False
        return not self.signs.has("other_role", after) and not is_kanji(after)

    def _in_byline(self, offset: int) -> bool:
        return in_brackets(self.text, offset)

    def subject_in(self, start: int, end: int, *, nearest: str = "first") -> Speaker | None:
        """Find who is named in a stretch as a subject can be; see `named_in`."""
        actors = [a for a in self.subjects.inside(start, end) if self.subjects.can_be_subject(a)]
        if not actors:
            return None
        return self.told(actors[-1 if nearest == "last" else 0], 0.9)

    def heading(self, start: int, colon: int) -> Speaker | None:
        """Find who is named by all the words before a colon: “Li: we shall go”."""
        actors = self.subjects.inside(start, colon)
        if not actors or self.text[actors[-1].end : colon].strip(f" {CLOSING}"):
            return None
        last = actors[-1]
        if not self.subjects.can_be_subject(last):
            return None
        ahead = self.text[start : last.start]
        edge = max((m.end() for m in _EDGE.finditer(ahead)), default=0)
        joint = words_with("and", self._language)
        rest = [w for w in _WORD.findall(ahead[edge:]) if fold(w) not in joint]
        titles = all("honorific" in word_classes(self._language).get(fold(w), ()) for w in rest)
        return self.told(last, 0.9) if titles else None

    def unnamed_in(self, start: int, end: int) -> Speaker | None:
        """Find a speaker without a name (“court officials”) in a stretch."""
        for hit in beginning_in(self.marks.nobodies, start, end):
            if hit.end <= end:
                return Speaker(None, self.text[hit.start : hit.end], 0.8)
        return None

    def opening(self, start: int, end: int) -> Speaker | None:
        """Find a subject at the head of a Kazakh sentence whose verb, at its end, is its own."""
        sentence = self.passage.sentence_at(end)
        for actor in self.subjects.inside(max(sentence.start, start), end)[:1]:
            ahead = self.text[sentence.start : actor.start]
            if self.subjects.can_be_subject(actor) and count_words(ahead, "kk") <= _NEAR:
                return self.told(actor, 0.75)
        return None

    def subject_before(self, start: int, saying: Saying) -> Speaker | None:
        """Find the subject of a verb that stands after it: “Carl Lund, who …, said”."""
        text, at = self.text, saying.start
        gender = self.gender_of(saying)
        relative = self.subjects.antecedent(at)
        if relative is not None:
            return self.told(relative, 0.85)
        start = max(start, at - FARTHEST_SUBJECT)
        cut = max(start, self._clause_start(start, at))
        for pronoun in beginning_in(self.marks.pronouns, max(cut, at - 40), at):
            if pronoun.end <= at:
                gap = text[pronoun.end : at]
                if count_words(gap, "en") <= 2 and "," not in gap:
                    words = text[pronoun.start : pronoun.end]
                    return self.before(pronoun.start, words, self.said_gender(words) or gender)
        inside = self.subjects.inside(cut, at)
        nobody = next((n for n in beginning_in(self.marks.nobodies, cut, at) if n.end <= at), None)
        if (
            nobody is not None
            and not any(a.start > nobody.end for a in inside)
            and count_words(text[nobody.end : at], "en") <= _NEAR
        ):
            return self.unnamed_in(nobody.start, at)
        # “…, and the president said”: a new subject that no mention covers.
        new = expression(self._language, "new_subject").search(text[max(cut, at - 60) : at])
        if new is not None and not self.subjects.inside(at - len(new.group(1)), at):
            return Speaker(None, new.group(1).strip(), 0.6)
        if self._goes_on(at, saying):
            if self._last is not None and self._last_end > self.passage.sentence_at(at).start:
                return Speaker(self._last.entity, None, 0.75)
            first = self.subjects.first_in(start, at, gender=gender)
            return self.told(first, 0.75) if first else self._plain_subject(start, at)
        headed = self._before_relative(cut, at)
        if headed is not None:
            return headed
        last = inside[-1] if inside else None
        if last is not None and (
            self.subjects.can_be_subject(last)
            or expression(self._language, "as_told_before").search(text[cut : last.start])
        ):
            gap = text[last.end : at]
            if "," not in gap and count_words(gap, "en") <= _NEAR:
                return self.told(last, 0.85, gender)
        first = self.subjects.first_in(cut, at, gender=None if gender == "many" else gender)
        if first is not None and self._heads(first, cut):
            return self.told(first, 0.85)
        return self._speaking_body(cut, at, gender)

    def _before_relative(self, cut: int, at: int) -> Speaker | None:
        """Read a plain noun with a relative clause as subject: “The group, led by Li, intends”.

        Whoever is told inside of such a clause is not its subject.
        """
        inserted = expression(self._language, "inserted_clause").search(self.text[cut:at])
        if inserted is None:
            return None
        head = cut + inserted.start()
        words = _WORD.findall(self.text[cut:head])
        actors = self.subjects.inside(cut, head)
        if not words or len(words) > _LONG_HEAD or any(map(self.subjects.can_be_subject, actors)):
            return None
        return Speaker(None, self.text[cut:head].strip(), 0.6)

    def _plain_subject(self, start: int, at: int) -> Speaker | None:
        """Read the words that head a sentence whose verb goes on: “Gendarmes …, claiming that”.

        None for a sentence that a pronoun heads: whom it means is told before.
        """
        sentence = self.passage.sentence_at(at)
        head = max(start, sentence.start)
        words = list(_WORD.finditer(self.text, head, at))[:3]
        if not words or at - head < _SHORT_HEAD:
            return None
        if beginning_in(self.marks.pronouns, head, words[-1].start() + 1):
            return None
        return Speaker(None, self.text[words[0].start() : words[-1].end()], 0.5)

    def _speaking_body(self, start: int, end: int, gender: str | None) -> Speaker | None:
        """Find the body in which a Russian plural is said: «в министерстве заявили»."""
        if gender != "many" or self._language != "ru":
            return None
        for actor in self.subjects.inside(start, end):
            ahead = _WORD.findall(self.text[max(start, actor.start - 20) : actor.start])[-1:]
            kind = self.passage.kind_of(actor.entity)
            inside = bool(ahead) and self.signs.has("inside", fold(ahead[0]))
            if kind is ORGANISATION and inside:
                return Speaker(actor.entity, actor.mentions[0].text, 0.7)
        return None

    def _heads(self, actor: Actor, cut: int) -> bool:
        """Say whether an actor can head the clause that begins at `cut`: no other noun leads it."""
        ahead = self.text[cut : actor.start]
        return count_words(ahead, "en") <= 6 or ahead.rstrip().endswith(",")

    def _goes_on(self, at: int, saying: Saying) -> bool:
        """Say whether a verb shares the subject told before: “…, and added”, “…, adding”."""
        before = folded_word_before(self.text, at)
        if before is not None and self.signs.has("and", before):
            return True
        word = fold(self.text[saying.start : saying.end])
        return word.endswith(self.signs.endings("converb_ending"))

    def _clause_start(self, start: int, end: int) -> int:
        """Give the start of the last clause before a verb: after a semicolon or a full stop."""
        cut = start
        parted = expression(self._language, "clause_parted", r"[;:]\s|\.\s")
        for match in parted.finditer(self.text[start:end]):
            at = start + match.end()
            if self.passage.mention_over(at - 1, at) is None:
                cut = at
        named = self.subjects.inside(cut, end)
        spoken = bool(beginning_in(self.marks.pronouns, cut, end))
        return cut if named or spoken else start

    def subject_after(self, start: int, end: int, gender: str | None = None) -> Speaker | None:
        """Find the subject of a verb that stands before it: “said Mary Otene”."""
        if start >= end:
            return None
        actors = self.subjects.inside(start, end, whole=False)
        free = [a for a in actors if self.subjects.can_be_subject(a)]
        # “Told the agency the minister”: a person speaks rather than the body beside him.
        people = [a for a in free if a.is_post or self.passage.is_person(a.entity)]
        first = next(iter((*people, *free, *actors)), None)
        at = first.start if first else end
        near = beginning_in(self.marks.nobodies, start, end)
        nobody = next((n for n in near if n.end <= end), None)
        if nobody is not None and nobody.start <= at:
            return self.unnamed_in(start, end)
        pronoun = next(iter(self.pronouns_in(start, end)), None)
        if pronoun is not None and pronoun.start < at and not self._owns(pronoun, first):
            owned = self.owned(pronoun, end)
            return owned or self.pronoun_in(pronoun.start, pronoun.end)
        if first is None:
            return None
        behind = [a for a in actors if a.start > first.start]
        return self._with_name([first, *behind], 0.9, gender)

    def _owns(self, pronoun: Hit, actor: Actor | None) -> bool:
        """Say whether a pronoun only tells whose somebody is: «заявил её представитель Ли»."""
        owner = expression(self._language, "owner_before")
        text = self.text
        return (
            actor is not None
            and (actor.is_post or self.passage.is_person(actor.entity))
            and owner.fullmatch(text, pronoun.start, pronoun.end) is not None
            and not text[pronoun.end : actor.start].strip()
        )

    def owned(self, pronoun: Hit, end: int) -> Speaker | None:
        """Read who is somebody's by a plain noun: «рассказал его сын», «его сын, врач Адам Ли».

        None for a pronoun that is no owner, or has no such noun behind it before `end`.
        """
        owner = expression(self._language, "owner_before")
        noun = _PLAIN_NOUN.match(self.text, pronoun.end, end)
        is_owner = owner.fullmatch(self.text, pronoun.start, pronoun.end) is not None
        if noun is None or not is_owner or not noun.group(1).islower():
            return None
        actors = self.subjects.inside(pronoun.start, end, whole=False)
        if actors and (
            actors[0].start in (pronoun.start, noun.start(1))  # «его представитель Ли»
            or _NAMED_BEHIND.fullmatch(self.text, noun.end(), actors[0].start)
        ):
            return self._with_name(actors, 0.85)
        return Speaker(None, self.text[pronoun.start : noun.end()], 0.6)

    def source_after(self, start: int, end: int) -> Speaker:
        """Find whom “according to” names: the words right after it, and no later ones."""
        head = self._head(start, end)
        if head is not None:
            return head
        match = _SOURCE_ENDS.search(self.text[start:end])
        stop = start + match.start() if match else min(end, start + 60)
        pronoun = next((p.start for p in self.pronouns_in(start + 1, stop)), stop)
        inner = self.passage.trim(start, pronoun)
        return Speaker(None, self.text[inner.start : inner.end] if inner else None, 0.6)

    def _head(self, start: int, end: int) -> Speaker | None:
        """Find the actor, pronoun or unnamed one with at most a few plain words before it."""
        actors = self.subjects.inside(start, end)
        stop = actors[0].start if actors else end
        for hit in beginning_in(self.marks.pronouns, start, stop):
            if count_words(self.text[start : hit.start], "en") == 0:
                if actors and not self.text[hit.end : actors[0].start].strip():
                    # «по оценке её директора Ли»: hers, but he speaks
                    return self._with_name(actors, 0.85)
                owned = self.owned(hit, end)
                return owned or self.pronoun_in(hit.start, hit.end)
        gap = self.text[start:stop]
        nobody = next(
            (n for n in beginning_in(self.marks.nobodies, start, stop) if n.end <= min(end, stop)),
            None,
        )
        if nobody is not None and count_words(self.text[start : nobody.start], "en") <= 2:
            return self.unnamed_in(nobody.start, nobody.end)
        if not actors or _STOP.search(gap) or _COMMA.search(gap):
            return None
        words = [fold(w) for w in _WORD.findall(gap)]
        if len(words) > 3 or any(
            self.signs.has(sign, w)
            for w in words
            for sign in ("said_f", "said_m", "said_many", "aside")
        ):
            return None
        return self._with_name(actors, 0.9)

    def _with_name(
        self, actors: list[Actor], confidence: float, gender: str | None = None
    ) -> Speaker:
        """Give whom the first actor names; for a post that nobody bears, the name close behind.

        «по словам посла в Чаде и Мали (по совместительству) Анны Ли»
        """
        first = actors[0]
        told = self.told(first, confidence, gender)
        if told.entity is not None or not first.is_post or self._language == "ja":
            return told
        for later in actors[1:2]:
            gap = _IN_BRACKETS.sub(" ", self.text[first.end : later.start])
            plain = not _SIGN_OR_MARK.search(gap) and len(_WORD.findall(gap)) < 5
            if plain and not later.is_post and self.passage.is_person(later.entity):
                return Speaker(later.entity, told.text, 0.75)
        return told

    def after_verb(self, start: int, end: int) -> Speaker | None:
        """Read plain words after a verb as its subject: «заметил Ш. Ноорани», «деді елші»."""
        match = _PLAIN_WORDS.match(self.text[start:end])
        words = _WORD.findall(match.group(1)) if match else []
        if not words or len(words) > 4:
            return None
        verb = _WORD.findall(self.text[max(0, start - 30) : start])[-1:]
        finite = self.signs.endings("finite_ending")
        if self._language == "kk" and verb and not verb[0].endswith(finite):
            return None  # a converb goes on: «айтып, шағымданды»
        if words[-1].endswith((*finite, *self.signs.endings("evidential_ending"))):
            return None
        for word in reversed(words):
            named = self.by_name(word) if word[0].isupper() else None
            if named is not None:
                return Speaker(named, match.group(1).strip() if match else word, 0.75)
        said = match.group(1).strip() if match else ""
        plain = self._language == "kk" or words[0][0].isupper()
        return Speaker(None, said, 0.6) if plain else None

    def clause_words(self, start: int, end: int) -> Speaker | None:
        """Give the words before a verb as a speaker whom nobody names: “the notice says”."""
        if self._goes_nowhere(start, end):
            return None
        start = max(start, end - FARTHEST_SUBJECT)
        begin = start
        for sign in _CLAUSE_ENDS.finditer(self.text, start, end):
            begin = sign.end()
        for joint in expression(self._language, "clause_joint").finditer(self.text, begin, end):
            begin = joint.end()  # “was left unsigned after Brussels asked”
        inner = self.passage.trim(begin, end)
        if inner is None:
            return None
        words = self.text[inner.start : inner.end].split()
        return Speaker(None, " ".join(words[:8]), 0.6)

    def _goes_nowhere(self, start: int, end: int) -> bool:
        words = _WORD.finditer(self.text, start, end)
        return all(self.signs.has("and", fold(word.group())) for word in words)
