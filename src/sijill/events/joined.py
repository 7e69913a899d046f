"""Drafts of a text go in; those whom a later sentence joins to one of them are added.

“Mitsui takes part in the project”: who is told to take part in a definite happening told just
before belongs to it. The words stand in `data/<language>/joining_words.tsv`. A meal given for “the
presidents” is given for those whom the text named as such.
"""

from __future__ import annotations

from collections.abc import Sequence

from sijill.documents.document import ORGANISATION, PERSON, POST, Sentence
from sijill.documents.expressions import expression
from sijill.documents.patterns import Hit, pattern_table
from sijill.documents.stretches import beginning_in
from sijill.event_types import types_with
from sijill.happenings.actors import Actor
from sijill.happenings.drafts import Discourse, Draft, who_takes_part
from sijill.languages import VERB_LAST

# A definite happening is one of this sentence or of the few before it.
_SENTENCES_BACK = 3
# “In the project” stands this near to “takes part” (code points).
_NEAR = 90
# Who joins stands within so many characters of “takes part”, however long the sentence.
_REACH = 400
# Who sat at a meeting of ministers is told in this many sentences behind it.
_SENTENCES_AHEAD = 4
# Fewer than so many people named together are no group.
_GROUP = 3
_GIVEN_FOR_A_GROUP = types_with("for_group")
_CLAUSE_END = "[.;؛。]"


class Joined:
    """Adds to the drafts of one discourse those who join them."""

    def __init__(self, discourse: Discourse) -> None:
        self._discourse = discourse
        self._arguments = discourse.arguments
        self._passage = discourse.passage
        table = pattern_table(self._passage.language, "joining_words", ("role",))
        hits = table.scan(self._passage.text)
        self._joins = [h for h in hits if h.row["role"] == "join"]
        self._represents = [h for h in hits if h.row["role"] == "represents"]
        self._named = [h for h in hits if h.row["role"] not in ("join", "represents")]

    def add(self, drafts: Sequence[Draft]) -> None:
        """Add participants to the drafts, which stand in the order of the text."""
        for join in self._joins:
            number = self._passage.sentence_index(join.start)
            sentence = self._passage.sentences[number]
            named = self._named_near(join, sentence)
            draft = self._meant(drafts, named, number, join.start) if named else None
            if draft is None or named is None:
                continue
            bodies_only = who_takes_part().get(draft.type) == "bodies"
            for actor in self._who(join, named, sentence):
                if bodies_only and actor.kind is not ORGANISATION:
                    continue
                if self._passage.text[actor.start : actor.end].islower():
                    continue  # «оған екі елден 180 компания қатысты»: of no house
                if actor.entity not in draft.people:
                    draft.people.append(actor.entity)
        for draft in drafts:
            if draft.type in _GIVEN_FOR_A_GROUP and draft.status == "held":
                self._add_group(draft)
            if draft.type == "ministerial_dialogue":
                self._add_ministers(draft, drafts)

    def _named_near(self, join: Hit, sentence: Sentence) -> Hit | None:
        near = [
            h
            for h in beginning_in(self._named, join.start - 2 * _NEAR, join.end + _NEAR)
            if sentence.start <= h.start
            and h.end <= sentence.end
            and max(join.start - h.end, h.start - join.end) <= _NEAR
        ]
        return min(near, key=lambda h: (abs(h.start - join.start), h.start)) if near else None

    def _meant(self, drafts: Sequence[Draft], named: Hit, number: int, before: int) -> Draft | None:
        """Give the draft that “the project” means: the last one of its kind told just before."""
        kinds = set(named.row["role"].split("/"))
        last = max(0, number - _SENTENCES_BACK)
        for draft in reversed(drafts):
            at = draft.trigger
            if at.start >= before or draft.type not in kinds:
                continue
            return draft if at.sentence >= last else None
        return None

    def _who(self, join: Hit, named: Hit, sentence: Sentence) -> list[Actor]:
        """Give who joins: behind an Arabic verb, elsewhere before it, else behind it."""
        text = self._passage.text
        start = max(sentence.start, join.start - _REACH)
        end = min(sentence.end, join.end + _REACH)
        before = self._actors(start, join.start)
        clause_end = expression(self._passage.language, "who_begins", _CLAUSE_END)
        stop = clause_end.search(text, max(join.end, named.end), end)
        after = self._actors(join.end, stop.start() if stop else end)
        if self._passage.language == "ar":
            return after or before[-1:]
        return before or after

    def _actors(self, start: int, end: int) -> list[Actor]:
        return self._arguments.actors_in(start, end, pronouns=False)

    # -- ministers ------------------------------------------------------------------------------

    def _add_ministers(self, draft: Draft, drafts: Sequence[Draft]) -> None:
        """Add the ministers whom the next sentences tell to have sat there for their countries."""
        if draft.status != "held" or any(self._passage.is_person(p) for p in draft.people):
            return
        number = draft.trigger.sentence
        stop = min(
            [number + _SENTENCES_AHEAD + 1, len(self._passage.sentences)]
            + [
                d.trigger.sentence
                for d in drafts
                if d.type == draft.type and d.trigger.start > draft.trigger.start
            ]
        )
        for sentence in self._passage.sentences[number:stop]:
            if not any(sentence.start <= h.start < sentence.end for h in self._represents):
                continue
            for post in self._passage.mentions_in(sentence.start, sentence.end, (POST,)):
                person = post.entity or ""
                is_minister = "foreign_minister" in self._discourse.roles(person)
                if is_minister and person not in draft.people:
                    draft.people.append(person)

    # -- groups ---------------------------------------------------------------------------------

    def _add_group(self, draft: Draft) -> None:
        window = draft.trigger.window
        told = self._arguments.details_in(window.start, window.end, "group")
        if not told or any(self._named_behind(h) for h in told):
            return
        for person in self._members(told[0].start):
            if person not in draft.people:
                draft.people.append(person)

    def _members(self, before: int) -> list[str]:
        """Give those who were named in one breath as “the presidents” before a place."""
        groups = self._arguments.details_in(0, before, "group")
        for hit in reversed(groups):
            named = self._named_behind(hit)
            if named:
                return named
        return []

    def _named_behind(self, group: Hit) -> list[str]:
        sentence = self._passage.sentence_at(group.start)
        start, end = group.end, sentence.end
        if self._passage.language in VERB_LAST:
            start, end = sentence.start, group.start
        found: dict[str, None] = {}
        for mention in beginning_in(self._passage.outer_mentions, start, end):
            if mention.kind is PERSON and self._passage.is_person(mention.entity):
                found.setdefault(mention.entity or "")
        return list(found) if len(found) >= _GROUP else []
