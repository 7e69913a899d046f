"""The draft of a happening goes in; whether the text tells a particular one comes out.

Much is only spoken of: talks in general, a project of a year's sum, the way to the house of a host.
What makes words a happening is a day or a place of its own, somebody who takes part, or a detail.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from sijill.documents.document import ORGANISATION
from sijill.documents.expressions import expression
from sijill.documents.stretches import beginning_in
from sijill.event_types import types_with
from sijill.events.days import Days
from sijill.events.participants import People
from sijill.happenings.drafts import CONTACTS, OF_PAIR, Discourse, Draft, falls_through
from sijill.happenings.triggers import Trigger
from sijill.languages import BARE_NOUNS, VERB_LAST
from sijill.temporal.chronology import single_day

# “The visit due on Friday is off”: a day makes it a particular one, whoever was to go.
_OFF = frozenset({"postponed", "cancelled"})
# The subject of an Arabic verb stands so near behind it, perhaps with a title (code points).
_SUBJECT = 10
# What one gives another.
_GIVEN = types_with("given")
# Crowds have no names, nor have those who are sent away.
_OF_NAMELESS = frozenset({"protest", "expulsion"})
# It takes two to talk.
_TWO = 2
# A house that is looked round stands so near before the verb.
_HOUSE = 120


def _is_of_days(date: str | None) -> bool:
    """Say whether a date is that of one day, or of the days from one to another."""
    ends = (date or "").split("/")
    return all(single_day(end) is not None for end in ends)


class Particulars:
    """Tells the particular happenings of one discourse from what is only spoken of."""

    def __init__(self, discourse: Discourse, days: Days, people: People) -> None:
        self._discourse = discourse
        self._passage = discourse.passage
        self._arguments = discourse.arguments
        self._days = days
        self._people = people

    def tells_one(self, draft: Draft, before: Sequence[Draft]) -> bool:
        """Say whether there is anything that makes the words a particular happening.

        `before` are the happenings told last: one of them that falls through is told again.
        """
        if draft.status in _OFF and any(
            falls_through(d, draft, self._passage.document.published) for d in before
        ):
            return True
        trigger = draft.trigger
        if draft.type == "relations_established":
            return draft.own_date or (trigger.frame == "verb" and len(draft.people) >= _TWO)
        if trigger.frame == "faint":
            at_place = draft.type != "visit" or draft.place is not None
            return draft.own_date and at_place and bool(draft.people)
        if draft.type == "visit":
            return self._is_visit(draft) and not self._is_way_to_a_host(draft)
        if trigger.frame == "weak":
            alone = draft.type == "talks" and len(draft.people) < _TWO
            somewhere = draft.place is not None and _is_of_days(draft.date)
            if alone and draft.status == "held" and not (draft.own_date and somewhere):
                return False  # whoever held them: “the talks, held in Sinop from 28 to 30 April”
            own = self._arguments.actors_in(
                trigger.window.start, trigger.window.end, pronouns=False
            )
            if draft.type == "ceremony":
                return draft.own_date or draft.place is not None  # “protocol” is no ceremony
            if draft.type == "project" and not own and draft.place is None:
                return single_day(draft.date) is not None  # the sum of a year is no project
            if draft.type in _GIVEN and len(draft.people) >= _TWO:
                return True  # “Japan has pledged 200,000 dollars for the victims in Nepal”
            return draft.own_date or draft.place is not None or len(own) >= 1
        pair = bool(self._arguments.details_in(trigger.window.start, trigger.window.end, "pair"))
        pair = pair or (draft.type in OF_PAIR and bool(self._discourse.pair))
        if draft.type == "talks" and self._is_general(draft):
            return False
        told = draft.own_date or draft.place is not None or bool(draft.people) or pair
        told = told or (trigger.frame == "verb" and bool(self._people.tellers.of(trigger)))
        told = told or self._is_done_by_post(draft)
        return told or (draft.told and draft.status != "held") or bool(draft.details)

    def _is_done_by_post(self, draft: Draft) -> bool:
        """Say whether a Russian verb tells a deed done of somebody by his post alone.

        «Посол возложил цветы к памятнику»: without articles a bare post is a particular one. So are
        those of “the expulsion of two diplomats”, whoever expelled them.
        """
        trigger = draft.trigger
        some = expression(self._passage.language, "sent_off_some")
        if draft.type == "expulsion" and some.match(self._passage.text, trigger.start):
            return True
        if self._passage.language != "ru" or draft.status != "held":
            return False
        if trigger.frame != "verb":
            return draft.type == "expulsion" and trigger.frame == "noun"
        if draft.type in _OF_NAMELESS:
            return True
        return bool(self._arguments.unnamed_posts_in(trigger.window.start, trigger.window.end))

    def _is_general(self, draft: Draft) -> bool:
        """Say whether talks are only spoken of: “the film tells of more than the negotiations”."""
        sentence = self._arguments.span_of(draft.trigger)
        window = draft.trigger.window
        often = expression(self._passage.language, "many_times")
        if not draft.own_date and often.search(self._passage.text, window.start, window.end):
            return True  # “we have held talks four times”
        return (
            draft.trigger.frame == "noun"
            and draft.status == "held"
            and not (draft.own_date or draft.place or draft.details)
            and self._days.of_account(draft.trigger) is None
            and not self._arguments.actors_in(sentence.start, sentence.end)
            and not self._arguments.details_in(sentence.start, sentence.end, "pair")
        )

    def _is_way_to_a_host(self, draft: Draft) -> bool:
        """Say whether a guest only goes to the house of who receives him in the same sentence."""
        trigger, triggers = draft.trigger, self._discourse.triggers
        mention = self._arguments.mention_of(draft.place, trigger)
        if mention is None or not self._arguments.details_in(mention.start, mention.end, "palace"):
            return False
        first = bisect_left(triggers, trigger.end, key=lambda t: t.start)
        return any(
            t.sentence == trigger.sentence and (t.type in CONTACTS or t.type in OF_PAIR)
            for t in triggers[first : first + 2]
        )

    def _is_led_to(self, draft: Draft) -> bool:
        """Say whether the place of a trip stands where the words lead to: behind them."""
        if self._passage.language in VERB_LAST:
            return draft.place is not None
        place = self._arguments.mention_of(draft.place, draft.trigger)
        return place is not None and place.start >= draft.trigger.end

    def _comes_unnamed(self, draft: Draft) -> bool:
        """Say whether a post without a name is the subject of an Arabic verb of arriving.

        «وصل وزير خارجية مالطا إلى ليما أمس»: behind the verb, with a day of its own.
        """
        trigger = draft.trigger
        if self._passage.language != "ar" or not draft.own_date:
            return False
        word = self._passage.text[trigger.start : trigger.window.end].split(" ", 1)[0]
        first = trigger.start + len(word)
        posts = self._arguments.unnamed_posts_in(first, trigger.window.end)
        return bool(posts) and posts[0].start - first <= _SUBJECT

    def _sees_house(self, trigger: Trigger) -> bool:
        """Say whether a house stands right before words of looking round it: «X-ты аралады»."""
        passage = self._passage
        houses = passage.mentions_in(max(0, trigger.start - _HOUSE), trigger.start, (ORGANISATION,))
        seen = expression(passage.language, "sees_house")
        return bool(houses) and seen.match(passage.text, houses[-1].end) is not None

    def _is_visit(self, draft: Draft) -> bool:
        trigger = draft.trigger
        if not draft.people and trigger.type == "arrival" and not self._comes_unnamed(draft):
            return False  # lorries arrive, too
        if trigger.type == "arrival":
            sentence = self._arguments.span_of(trigger)
            return draft.place is not None or bool(
                self._arguments.details_in(sentence.start, sentence.end, "airport")
            )
        if trigger.frame == "weak":
            fell_through = draft.told and draft.status in _OFF
            people = bool(draft.people) or fell_through or self._has_post(trigger)
            if trigger.status == "proposed" and not self._is_led_to(draft):
                return False  # “invited firms to a zone”, “to a cup in September”
            seen = bool(draft.people) and self._sees_house(trigger)
            dated = draft.own_date and people
            return draft.place is not None or dated or seen or self._falls_through(draft)
        return (
            draft.place is not None
            or draft.own_date
            or "visit_format" in draft.details
            or bool(self._arguments.details_in(trigger.start, trigger.end, "days"))
            or self._falls_through(draft)
        )

    def _falls_through(self, draft: Draft) -> bool:
        """Say whether nothing but the visit of somebody is put off or called off in a sentence.

        Whose it is stands beside it: “the trip was called off” takes up one told before.
        """
        is_off = draft.told and draft.status in _OFF
        if not is_off or self._passage.language not in BARE_NOUNS:
            return False
        span, window = self._arguments.span_of(draft.trigger), draft.trigger.window
        if len(beginning_in(self._discourse.triggers, span.start, span.end)) > 1:
            return False
        named = self._arguments.actors_in(window.start, window.end, pronouns=False)
        return self._has_post(draft.trigger) or any(a.entity in draft.people for a in named)

    def _has_post(self, trigger: Trigger) -> bool:
        """Say whether it is told of somebody by his post alone: «визит ганского премьера»."""
        if self._passage.language not in BARE_NOUNS:
            return False
        window = trigger.window
        return bool(self._arguments.unnamed_posts_in(window.start, window.end))
