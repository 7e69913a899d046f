"""A visit's trigger goes in; whom an invitation means to come comes out.

“She invited the President to visit Lima”: the President is to travel, not she who asks him. The
words stand in `data/<language>/expressions.tsv` (invites, invites_verb, invitation_taken,
object_marked, recipient).
"""

from __future__ import annotations

from sijill.citation import Span
from sijill.documents.document import POST
from sijill.documents.expressions import expression
from sijill.documents.passage import ACTORS
from sijill.happenings.actors import Actor
from sijill.happenings.drafts import Discourse
from sijill.happenings.triggers import Trigger
from sijill.languages import VERB_LAST

# An invitation stands so near to the visit it asks for, and its being taken up so near to it.
_NEAR = 130
_TAKEN = 40
# A post written onto a name is no longer than this (code points).
_POST_BEHIND = 40


class Invitations:
    """Finds the guests of the visits of one discourse that are asked for."""

    def __init__(self, discourse: Discourse) -> None:
        self._discourse = discourse
        self._arguments = discourse.arguments
        self._passage = discourse.passage

    def guest(self, trigger: Trigger, host: Actor | None) -> list[str] | None:
        """Give whom an invitation means to come, [] where he is not named.

        `host` is who does what the clause tells; None where no invitation is told, or where it
        was taken up by who does.
        """
        words = self._words(trigger)
        if words is None or self._is_taken(trigger, words):
            return None
        inviter = host.entity if host else None
        asked = [a.entity for a in self._asked(trigger, words)]
        if len(asked) > 1 or self._names_inviter(words):
            asked = [a for a in asked if a != inviter]
        asked = asked or self._recipients(trigger, words)
        if asked:
            return asked[:1]
        if inviter is None or not self._passage.is_person(inviter):
            return None
        start, end = sorted((trigger.start, words.start))
        if start == end:  # «Президентін Лимаға шақырды»: the visit has no word of its own
            start = self._arguments.span_of(trigger).start
        if self._arguments.unnamed_posts_in(start, max(end, trigger.start)):
            return []
        # Who asks does not come.
        alone: list[str] | None = [] if trigger.start == words.start else None
        return self._discourse.other_side(trigger, inviter) or alone

    def _words(self, trigger: Trigger) -> Span | None:
        """Give the words of inviting that the visit depends on: before it, or where verbs end."""
        language, text = self._passage.language, self._passage.text
        sentence = self._arguments.span_of(trigger)
        invites = expression(language, "invites")
        if language in VERB_LAST:
            behind = invites.search(text, trigger.start, min(sentence.end, trigger.end + _NEAR))
            return Span(*behind.span()) if behind else None
        first = max(sentence.start, trigger.start - _NEAR)
        words = [
            m
            for m in invites.finditer(text, first, trigger.end)
            if m.start() <= trigger.start or m.end() <= trigger.end
        ]
        return Span(*words[-1].span()) if words else None

    def _is_taken(self, trigger: Trigger, words: Span) -> bool:
        text, language = self._passage.text, self._passage.language
        taken = expression(language, "invitation_taken")
        if language in VERB_LAST:
            end = min(words.end + _TAKEN, self._arguments.span_of(trigger).end)
            found = taken.search(text, words.start, end)
            # «… шақырдым, ол шақыруды қабыл алды»: it was taken up by whom it was for.
            return found is not None and "," not in text[words.end : found.start()]
        return taken.search(text, max(0, words.start - _TAKEN), words.start) is not None

    def _names_inviter(self, words: Span) -> bool:
        """Say whether who invites stands behind the verb: «دعا الرئيس نظيره»."""
        verb = expression(self._passage.language, "invites_verb")
        return verb.match(self._passage.text, words.start) is not None

    def _recipients(self, trigger: Trigger, words: Span) -> list[str]:
        """Give to whom an invitation is brought: «نقل رسالة إلى الرئيس X تتضمن دعوة لزيارة …»."""
        text, language = self._passage.text, self._passage.language
        start = self._arguments.span_of(trigger).start
        goals = expression(language, "recipient").finditer(text, start, words.start)
        ends = {m.end() for m in goals}
        gives = expression(language, "hands_letter")
        given = None if ends else gives.search(text, max(start, words.start - _NEAR), words.start)
        if not ends and given is None:
            return []
        told = self._arguments.actors_in(start, words.start, pronouns=False)
        persons = self._discourse.persons(told)
        if given is None:
            return [a.entity for a in persons if a.start in ends]
        # «سلمت السفيرة الرئيس رسالة», «نقلت تحياته وسلمت الرئيس رسالة»: the first one brings it.
        behind = [a.entity for a in persons if given.start("whom") <= a.start < given.end("whom")]
        return behind[-1:] if len(persons) > 1 else []

    def _asked(self, trigger: Trigger, words: Span) -> list[Actor]:
        """Give the people whom the words of inviting have for their object."""
        language, text = self._passage.language, self._passage.text
        if language not in VERB_LAST and words.start > trigger.start:
            # The words are the invitation itself: whom it is to stands right behind them.
            behind = self._arguments.actors_in(words.end, trigger.window.end)
            return self._discourse.persons(behind)[:1]
        if language not in VERB_LAST:
            end = max(trigger.start, words.end)
            stop = self._passage.mention_over(end - 1, end)
            actors = self._arguments.actors_in(words.end, stop.end if stop else trigger.end)
            return self._discourse.persons(actors)
        start = self._arguments.span_of(trigger).start
        actors = self._discourse.persons(self._arguments.actors_in(start, words.start))
        marked = expression(language, "object_marked")
        found = []
        for actor in actors:
            # «Президент Карлос Веганы»: the ending stands behind the name, or a post behind it.
            told = self._passage.mentions_in(actor.start, words.start, ACTORS)
            chain = [m.end for m in told if m.entity == actor.entity]
            end = max([actor.end, *(e for e in chain if e <= actor.end + _POST_BEHIND)])
            for post in self._passage.mentions_in(end, end + _POST_BEHIND, (POST,)):
                end = post.end if post.start == end else end
            if marked.match(text, end):
                found.append(actor)
        return found
