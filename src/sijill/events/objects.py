"""A happening goes in; whom the “him” or “her” behind its verb means comes out.

“The generals expelled him”, “named her in 1994” (expression object_pronoun): the verb's object is
no subject that its language's table of pronouns of speakers knows. In Arabic it is written onto
the verb: «عيّنه الرئيس سفيرا».
"""

from __future__ import annotations

import re

from sijill.documents.document import PERSON
from sijill.documents.expressions import expression
from sijill.happenings.drafts import MAIN_RANK, Discourse
from sijill.happenings.triggers import Trigger
from sijill.speech.cues import find_speech_marks
from sijill.speech.speakers import Speakers

# The pronoun stands in the words of the happening, or so near behind them (code points).
_BEHIND = 5


class Objects:
    """Finds the objects of verbs of one discourse that pronouns tell."""

    def __init__(self, discourse: Discourse) -> None:
        self._discourse = discourse
        self._passage = discourse.passage
        self._arguments = discourse.arguments
        self._speakers = Speakers(discourse.passage, find_speech_marks(discourse.passage))
        #: Whom the last Arabic verb of which sentence had for its object.
        self._last: tuple[int, str] | None = None

    def of(self, trigger: Trigger, subject: str | None) -> str | None:
        """Give whom a pronoun that is the object of a trigger's verb means; None without one.

        It is nobody whom its own clause has for a `subject`.
        """
        pronoun = expression(self._passage.language, "object_pronoun")
        end = min(trigger.window.end, trigger.end + _BEHIND)
        if self._passage.language == "ar":  # what ends in these letters behind it is a noun
            words = self._passage.text[trigger.start : trigger.end]
            end = trigger.start + len(words.split(" ", 1)[0])
        found = pronoun.search(self._passage.text, trigger.start, end)
        if found is None:
            return self._appointed(trigger)
        gender = self._speakers.said_gender(found.group())
        if "of_woman" in found.groupdict():
            gender = "f" if found["of_woman"] else "m"
        meant = self.kept(trigger, subject, gender)
        if meant is None:
            meant = self._told_before(trigger, found, gender, subject)
        if meant is not None and self._passage.is_person(meant):
            self.note(trigger, meant)
            return meant
        return None

    def of_verb(self, trigger: Trigger, chosen: list[str], *, beside_one: bool) -> list[str]:
        """Give whom the pronoun on a verb means, else whom the clause leaves out."""
        meant = self.of(trigger, next(iter(chosen), None))
        return [meant] if meant else self.left_out(trigger, chosen, beside_one=beside_one)

    def left_out(self, trigger: Trigger, chosen: list[str], *, beside_one: bool) -> list[str]:
        """Give whom a clause leaves out."""
        return self._discourse.missing(trigger, chosen, beside_one=beside_one)

    def note(self, trigger: Trigger, meant: str) -> None:
        """Keep whom a verb had for its object: the next one of its sentence has the same."""
        self._last = (trigger.sentence, meant)

    def kept(self, trigger: Trigger, subject: str | None, gender: str | None) -> str | None:
        """Give who goes on to be meant in Arabic: «استقبله الملك وقلده وساما», and in a life.

        The object of the verb before in the sentence is that of the next; where a sentence has
        named nobody, who is told of is whom the text is about.
        """
        if self._passage.language != "ar":
            return None
        last = self._last
        if last is not None and last[0] == trigger.sentence and last[1] != subject:
            return last[1] if self._may_be(last[1], gender) else None
        hero = self._speakers.hero
        if hero is None or hero == subject or not self._may_be(hero, gender):
            return None
        start = self._passage.sentences[trigger.sentence].start
        named = self._passage.mentions_in(start, trigger.start, (PERSON,))
        return hero if all(m.entity == subject for m in named) else None

    def _appointed(self, trigger: Trigger) -> str | None:
        """Give who was appointed where no name and no pronoun says so: «وفي عام 2003 عين مديرا»."""
        window = trigger.window
        if trigger.type != "appointment" or self._arguments.actors_in(
            window.start, window.end, pronouns=False
        ):
            return None
        return self.kept(trigger, None, "m" if trigger.frame == "verb" else None)

    def _may_be(self, entity: str, gender: str | None) -> bool:
        """Say whether somebody is not known to be of the other gender."""
        return gender is None or self._speakers.subjects.gender_of(entity) in (None, gender)

    def _told_before(
        self, trigger: Trigger, found: re.Match[str], gender: str | None, subject: str | None
    ) -> str | None:
        told = self._speakers.before(found.start(), found.group(), gender)
        if told.entity == subject:
            start = self._passage.sentences[trigger.sentence].start
            told = self._speakers.before(start, found.group(), gender)
        return self._guest(told.entity, subject, gender) or told.entity

    def _guest(self, told: str | None, subject: str | None, gender: str | None) -> str | None:
        """Give the guest of high rank whom leaders meet, rather than who came along with him."""
        guest, rank = self._discourse.visitor, self._discourse.rank
        if guest in (None, told, subject) or told is None or self._passage.language != "ar":
            return None
        high = rank(guest) <= MAIN_RANK < rank(told)
        return guest if high and self._may_be(guest, gender) else None
