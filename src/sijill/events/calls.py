"""Two drafts go in; whether talks and a call are one happening comes out, and the call of both.

“They discussed trade”, told behind a call, or “spoke today”, told below a headline of one, are
that call in other words.
"""

from __future__ import annotations

from collections.abc import Sequence

from sijill.documents.document import PLACE
from sijill.documents.expressions import expression
from sijill.happenings.drafts import Discourse, Draft, take_details
from sijill.happenings.place_signs import stands_as_place

# The words for a telephone stand so near to “in” or “by”, and before their own ending.
_MEANS = 24


class Calls:
    """Compares talks and calls of one discourse."""

    def __init__(self, discourse: Discourse) -> None:
        self._passage = discourse.passage
        self._arguments = discourse.arguments

    def is_told_of(self, draft: Draft, recent: Sequence[Draft]) -> bool:
        """Say whether words of talking only tell of the call before them: “They discussed …”."""
        calls = [d for d in recent if d.type == "phone_call"][-1:]
        if draft.type != "talks" or draft.status != "held" or not calls:
            return False
        words = self._passage.text[draft.trigger.start : draft.trigger.end]
        if expression(self._passage.language, "talked_over").fullmatch(words) is None:
            return False
        paragraphs = [
            self._passage.sentences[d.trigger.sentence].paragraph for d in (calls[0], draft)
        ]
        near = paragraphs[1] - paragraphs[0] <= 1 and not self._has_own_place(draft)
        return near and set(draft.people) <= set(calls[0].people) and calls[0].status == "held"

    def _has_own_place(self, draft: Draft) -> bool:
        """Say whether a sentence begins with where something was: “at a meeting in Riga they …”."""
        start = self._passage.sentences[draft.trigger.sentence].start
        return any(
            stands_as_place(self._passage, m, is_state=self._arguments.is_state(m.entity))
            for m in self._passage.mentions_in(start, draft.trigger.start, (PLACE,))
        )

    def is_by_telephone(self, one: Draft, other: Draft) -> bool:
        """Say whether talks and a call in one clause are one: “discussed in a telephone call”."""
        if {one.type, other.type} != {"talks", "phone_call"} or one.status != other.status:
            return False
        language, text = self._passage.language, self._passage.text
        call, talks = (one, other) if one.type == "phone_call" else (other, one)
        between = text[one.trigger.end : other.trigger.start]
        is_new = expression(language, "clause_begins", "[;؛:。]").search(between)
        if one.trigger.sentence != other.trigger.sentence or is_new or talks.place is not None:
            return False
        if not (set(call.people) <= set(talks.people) or set(talks.people) <= set(call.people)):
            return False
        begin = max(self._arguments.span_of(call.trigger).start, call.trigger.start - _MEANS)
        means = expression(language, "by_telephone")
        found = means.search(text, begin, call.trigger.end + _MEANS)
        return found is not None and found.end() > call.trigger.start

    def names_call(self, headline: Draft, drafts: Sequence[Draft]) -> bool:
        """Say whether a headline tells that those who “spoke today” did so by telephone.

        What they did becomes a call.
        """
        if headline.type != "phone_call":
            return False
        text, spoke = self._passage.text, expression(self._passage.language, "spoke_word")
        for draft in drafts:
            words = spoke.search(text, draft.trigger.start, draft.trigger.end)
            same = draft.type == "talks" and draft.status == headline.status and not draft.place
            if same and words and set(draft.people) & set(headline.people):
                draft.type = "phone_call"
                return True
        return False

    def make_call(self, earlier: Draft, draft: Draft) -> None:
        """Make one call of talks and the call that they were, in whichever order they are told."""
        if draft.type == "phone_call":
            earlier.trigger = draft.trigger
        earlier.type, earlier.place = "phone_call", None
        earlier.people = list(dict.fromkeys([*earlier.people, *draft.people]))
        if draft.own_date and not earlier.own_date:
            earlier.date, earlier.own_date = draft.date, True
        take_details(self._arguments, earlier, draft)
