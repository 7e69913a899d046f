"""A happening goes in; whom the “him” or “her” behind its verb means comes out.

“The generals expelled him”, “named her in 1994” (expression object_pronoun): the verb's object is
no subject that its language's table of pronouns of speakers knows. In Arabic it is written onto
the verb: «عيّنه الرئيس سفيرا».
"""

from __future__ import annotations

from sijill.documents.expressions import expression
from sijill.happenings.drafts import Discourse
from sijill.happenings.triggers import Trigger
from sijill.speech.cues import find_speech_marks
from sijill.speech.speakers import Speakers

# The pronoun stands in the words of the happening, or so near behind them (code points).
_BEHIND = 5


class Objects:
    """Finds the objects of verbs of one discourse that pronouns tell."""

    def __init__(self, discourse: Discourse) -> None:
        self._passage = discourse.passage
        self._speakers = Speakers(discourse.passage, find_speech_marks(discourse.passage))

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
            return None
        gender = self._speakers.said_gender(found.group())
        if "of_woman" in found.groupdict():
            gender = "f" if found["of_woman"] else "m"
        told = self._speakers.before(found.start(), found.group(), gender)
        if told.entity == subject:
            start = self._passage.sentences[trigger.sentence].start
            told = self._speakers.before(start, found.group(), gender)
        return told.entity if told.entity and self._passage.is_person(told.entity) else None
