"""A trigger and its type go in; who takes part comes out, by the rule of the type.

A visit lists those who travel, a lecture its speaker and the house, relations the states, a project
its bodies; whoever is not named again is the one, or the pair, of before.
"""

from __future__ import annotations

from collections.abc import Sequence

from sijill.documents.document import ORGANISATION, PERSON, PLACE, POST
from sijill.documents.expressions import ends_in, expression
from sijill.event_types import types_with
from sijill.events.groups import Groups
from sijill.events.houses import house_before, house_meant, is_in_house, mission_told
from sijill.events.ministers import ministers_meant
from sijill.events.nameless import meets_nameless
from sijill.events.objects import Objects
from sijill.events.offices import appointed
from sijill.events.settings import leaves_out_who, without_carried, without_setting
from sijill.events.sides import Sides
from sijill.events.states import BY_A_STATE, States, whom_from
from sijill.events.tellers import Tellers
from sijill.events.travellers import Travellers
from sijill.happenings.actors import Actor
from sijill.happenings.company import joined_to
from sijill.happenings.drafts import OF_PAIR, Discourse, Draft, who_takes_part
from sijill.happenings.gatherings import gives_meal, takes_place
from sijill.happenings.triggers import Trigger
from sijill.languages import VERB_LAST
from sijill.roles import roles_with

# Between people: a body named beside them only tells of it.
_OF_PEOPLE = types_with("of_people")
_MINISTERS = roles_with("ministry")
_LEADERS = roles_with("top")
_ROYAL = roles_with("royal")
# What is done on paper, or between two capitals, has no place of its own.
_NOWHERE = types_with("nowhere")
# Whoever a verb before a name tells of begins so near behind it (code points).
_ATTRIBUTE = 30
# A post written onto a name is no longer than this (code points).
_POST_BEHIND = 40
# The verb of a noun stands so near behind it: 講演を行った (code points).
_VERB_BEHIND = 5
_OF_TWO = types_with("of_two")
_WITH_ANOTHER = OF_PAIR | _OF_TWO
_FOR_GUEST = types_with("for_guest")
_TWO = 2
# What is told one after another in a paragraph is done where the first was.
_AT_ONE_PLACE = types_with("one_place")
# What may be told to be “there”.
_SOMEWHERE = types_with("somewhere")
# Where no people are named, the two states do it.
_BETWEEN_STATES = types_with("between_states")


class People:
    """Finds who takes part in the happenings of one discourse."""

    def __init__(self, discourse: Discourse) -> None:
        self._discourse = discourse
        self._arguments = discourse.arguments
        self._passage = discourse.passage
        self._states = States(discourse)
        self.tellers = Tellers(discourse)
        self._travellers = Travellers(discourse, self.tellers)
        self._sides = Sides(discourse)
        self._groups = Groups(discourse)
        self.objects = Objects(discourse)
        #: The last talks, audience or ceremony told.
        self._last: Draft | None = None
        self._mission: Draft | None = None
        self._has_company = False

    def people(self, trigger: Trigger, kind: str) -> list[str]:
        """Give the entity ids of those who take part, each once, in the order of the text."""
        who = who_takes_part().get(kind, "all")
        if who == "none":
            return []
        if who == "states":
            return self._states.between(trigger, kind)
        actors, subject = self._actors(trigger)
        if who == "travellers":
            # What somebody tells of a trip of their own is no part of the visit of the text.
            says = expression(self._passage.language, "says_i")
            own = subject is not None and says.search(
                self._passage.text, subject.start, subject.end
            )
            return self._travellers.of(trigger, None if own else subject)
        bodies = [a.entity for a in actors if a.kind is ORGANISATION]
        if who == "givers":
            giver = self._states.giving(trigger, actors)
            return [*giver, *bodies] if bodies else self._states.between(trigger, kind)
        if who == "missions":
            persons = [a.entity for a in actors if a.kind is PERSON]
            states = self._states.opening(trigger)
            openers = [a.entity for a in self._discourse.persons(actors) if a.end <= trigger.start]
            if bodies and openers and self._passage.language == "en":
                return [*openers, *bodies]  # “she and Lam are to open the consulate”
            told = [*states, *(bodies or persons)]
            return states if len(states) == _TWO else told or mission_told(self._mission, trigger)
        if who == "bodies":
            told = self._bodies(trigger, actors, subject, bodies)
            is_of_states = kind == "contract" and trigger.frame == "verb" and not told
            return self._states.agreeing(trigger, actors) if is_of_states else told
        if kind in _BETWEEN_STATES:
            actors, subject = self._states.without_nameless(actors, subject)
            states = self._states.agreeing(trigger, actors)
            if states:
                return states
        people = self._all(trigger, actors, subject)
        if kind == "honorary_degree" and not any(map(self._passage.is_person, people)):
            return [*self._discourse.fallback(trigger, [])[:1], *people]
        if who == "one":
            acts = self._states.acting(trigger, kind, people)
            if kind in BY_A_STATE and (not acts or all(map(self._arguments.is_state, acts))):
                announcing = self.tellers.announcing(trigger)
                if announcing and self._passage.language == "kk":
                    return announcing  # the state in the report is only whose they are
            acts = acts or self._one(trigger, kind, actors, people)
            return acts or (self.tellers.announcing(trigger) if kind in BY_A_STATE else [])
        if who == "speaker":
            return self._who_speaks(trigger, people)
        return people or self._states.exchanging(trigger, kind)

    def _actors(self, trigger: Trigger) -> tuple[list[Actor], Actor | None]:
        """Give who stands in the clause of a trigger and does not only tell of it; its subject."""
        window, tellers = trigger.window, self.tellers.of(trigger)
        near = self._arguments.actors_in(window.start, window.end)
        free = without_setting(self._passage, near)
        actors = [a for a in free if a.entity not in tellers]
        subject = self._arguments.subject(trigger)
        if subject and subject not in free and not without_setting(self._passage, [subject]):
            subject = next((a for a in actors[::-1] if a.end <= trigger.start), None)
        if subject is not None and subject.entity in tellers:
            subject = actors[0] if actors and actors[0].end <= trigger.start else None
            subject = subject or self.tellers.told_first(trigger)
        if earlier := self.tellers.one_before(trigger):
            subject = earlier
            actors = [a for a in actors if a.kind is ORGANISATION or a == earlier]
        elif company := joined_to(self._arguments, subject, trigger, actors):
            actors = [*([subject] if subject else []), *company, *actors]
        return actors, subject

    def _bodies(
        self,
        trigger: Trigger,
        actors: Sequence[Actor],
        subject: Actor | None,
        bodies: list[str],
    ) -> list[str]:
        """Give the bodies that do something; where only a person is named, that one."""
        if trigger.status == "proposed":
            # Who proposes it belongs to it, with the body that is to do it.
            bodies = bodies or house_meant(trigger, self._arguments)
            return list(dict.fromkeys([*([subject.entity] if subject else []), *bodies]))
        bodies = bodies or ([subject.entity] if subject else [])
        bodies += [o for o in self._owners(trigger, actors) if o not in bodies]
        if subject is not None and self._is_partner(trigger, subject):
            bodies = list(dict.fromkeys([*self._body_before(trigger), *bodies]))
        return bodies

    def _one(
        self, trigger: Trigger, kind: str, actors: Sequence[Actor], people: list[str]
    ) -> list[str]:
        """Give the one person to whom something happens."""
        beside = self._arguments.actors_in(trigger.end, trigger.end + _ATTRIBUTE)
        if self._passage.language in VERB_LAST and beside:
            gap = self._passage.text[trigger.end : beside[0].start]
            if not gap.strip():
                return [beside[0].entity]  # «首相となった水谷氏», «президент болып сайланған Х»
        meant = self.objects.of(trigger, people[0] if people else None)
        objects = [a.entity for a in actors if a.start >= whom_from(trigger, kind)]
        objects = [meant, *objects] if meant else objects
        people = [*objects, *(people if actors or not meant else ())]
        if kind == "appointment":
            # «تتولى رئاسة الوزراء»: somebody takes the office, and not the office.
            return appointed(self._discourse, trigger, objects, people)
        return people[:1]

    def _who_speaks(self, trigger: Trigger, people: Sequence[str]) -> list[str]:
        """Give who holds a speech, and the house in which it is held."""
        persons = [p for p in people if self._passage.is_person(p)]
        bodies = [p for p in people if not self._passage.is_person(p)]
        if not persons and not self._names_nobody(trigger):
            # «10日には大学で講演する»: whom the report follows, the guest of its visit.
            guest = self._discourse.visitor
            persons = [guest] if guest is not None else self._discourse.fallback(trigger, [])
        return persons[:1] + (bodies[:1] or house_before(trigger, self._arguments))

    def _owners(self, trigger: Trigger, actors: Sequence[Actor]) -> list[str]:
        """Give the bodies named before that own one taking part: «المركز التابع له», “its centre”.

        Who tells of what its own house has done is no mere teller.
        """
        text, language = self._passage.text, self._passage.language
        sentence = self._arguments.span_of(trigger)
        found: list[str] = []
        for actor in actors:
            before = text[max(sentence.start, actor.start - 30) : actor.start]
            owned = ends_in(language, "owned_before").search(before) or expression(
                language, "owned_after"
            ).match(text[actor.end : actor.end + 30])
            if actor.kind is not ORGANISATION or not owned:
                continue
            named = self._arguments.actors_in(sentence.start, actor.start, pronouns=False)
            found += [a.entity for a in named if a.kind is ORGANISATION][-1:]
        return found

    def _is_partner(self, trigger: Trigger, actor: Actor) -> bool:
        """Say whether the first one told is only whom it was done with: «أنشأت مع وكيلها X»."""
        between = self._passage.text[trigger.start : actor.start]
        begins = expression(self._passage.language, "partner_begins")
        return trigger.frame == "verb" and begins.match(between) is not None

    def _body_before(self, trigger: Trigger) -> list[str]:
        """Give the body that the sentence before tells of last."""
        earlier = self._passage.sentences[max(0, trigger.sentence - 1)]
        bodies = self._passage.mentions_in(
            earlier.start, min(earlier.end, trigger.start), (ORGANISATION,)
        )
        return [m.entity for m in bodies[-1:] if m.entity]

    def _all(self, trigger: Trigger, actors: list[Actor], subject: Actor | None) -> list[str]:
        if two := self._two_meant(trigger):
            return two
        chosen: dict[str, None] = {}
        if subject is not None:
            chosen.setdefault(subject.entity)
        elif self._arguments.are_met(actors, trigger.start):
            chosen.update(dict.fromkeys(self._travellers.meeting(trigger)))
        elif leaves_out_who(self._passage, trigger, actors) and not takes_place(
            self._passage, trigger
        ):
            carried = self._travellers.carried(trigger)
            if carried:
                chosen.setdefault(carried.entity)
        stands_before = any(a.end <= trigger.start for a in actors) or (
            # «天皇陛下との会見は19日で、…»: who is met has no name, and stands before the word.
            self._passage.language == "ja"
            and bool(self._arguments.unnamed_posts_in(trigger.window.start, trigger.end))
        )
        if self._passage.language in VERB_LAST and stands_before:
            actors = [a for a in actors if a.start < trigger.end]
        for actor in actors:
            chosen.setdefault(actor.entity)
        # Arabic verbs have the object written on: «منحته الجامعة».
        written_on = trigger.frame == "verb" and self._has_object_written_on(trigger)
        topicless = (
            self._passage.language in VERB_LAST
            and len(chosen) == 1
            and trigger.type in OF_PAIR
            and self._arguments.topic(self._arguments.span_of(trigger).start, trigger.start) is None
        )
        named = [p for p in chosen if self._passage.is_person(p)]
        if len(named) == 1 and trigger.type in _WITH_ANOTHER and self._is_with_pronoun(trigger):
            # “The minister held talks with him”: the other one was told before.
            for entity in self._discourse.other_side(trigger, named[0]):
                chosen.setdefault(entity)
        if written_on or topicless:
            # An order may come from the head of one's own state; whom one meets is from abroad.
            abroad = topicless and trigger.type != "decoration"
            whom = self.objects.of_verb if written_on else self.objects.left_out
            for entity in whom(trigger, list(chosen), beside_one=abroad):
                if self._may_be_meant(trigger.type, entity):
                    chosen.setdefault(entity)
        people = list(chosen)
        persons = [p for p in people if self._passage.is_person(p)]
        if trigger.type == "banquet":
            persons += [a.entity for a in actors if gives_meal(self._passage, trigger, a)]
        return persons if persons and trigger.type in _OF_PEOPLE else people

    def _has_object_written_on(self, trigger: Trigger) -> bool:
        word = self._passage.text[trigger.start : trigger.end].split(" ")[0]
        return ends_in(self._passage.language, "object_written_on").search(word) is not None

    def _is_with_pronoun(self, trigger: Trigger) -> bool:
        window = trigger.window
        with_one = expression(self._passage.language, "with_pronoun")
        return with_one.search(self._passage.text, window.start, window.end) is not None

    def _names_nobody(self, trigger: Trigger) -> bool:
        """Say whether somebody without a name speaks, or nobody does: English names who does."""
        window = trigger.window
        unnamed = self._arguments.unnamed_posts_in(window.start, window.end)
        spoke = expression(self._passage.language, "spoke")
        end = trigger.end + _VERB_BEHIND
        is_verb = trigger.frame != "noun" or spoke.search(self._passage.text, trigger.start, end)
        return self._passage.language == "en" or bool(unnamed) or not is_verb

    def _may_be_meant(self, kind: str, entity: str) -> bool:
        """Say whether somebody may take part unnamed: only a monarch gives an audience."""
        if kind != "audience" or entity == self._discourse.visitor:
            return True
        return "monarch" in self._discourse.roles(entity)

    def _two_meant(self, trigger: Trigger) -> list[str]:
        """Give whom “they” who talk are: the two, of two countries, of the sentence before."""
        if trigger.type not in OF_PAIR or not trigger.sentence:
            return []
        said = self._passage.text[trigger.window.start : trigger.start]
        if expression(self._passage.language, "they_before").search(said) is None:
            return []
        earlier = self._passage.sentences[trigger.sentence - 1]
        named = self._arguments.actors_in(earlier.start, earlier.end, pronouns=False)
        two = [a.entity for a in self._discourse.persons(named)]
        countries = {self._passage.entities[p].country for p in two}
        return two if earlier.paragraph and len(two) == len(countries) == _TWO else []

    def fill_pair(self, draft: Draft) -> None:
        """Give a happening between two sides the pair that the text means, and its house."""
        two = self._groups.meant(draft) or self._sides.meant(draft)
        if two:
            draft.people = two
        else:
            self._fill_pair(draft)
        draft.people = without_carried(self._discourse, draft)
        self._sides.note(draft)
        self._groups.note(draft)
        if draft.type == "visit":
            self._travellers.note(draft)
            self._travellers.forget_carried(draft)
            if draft.people:
                company = self._travellers.companions(draft, is_first=not self._has_company)
                self._has_company = True
                draft.people += [p for p in company if p not in draft.people]
        if draft.type in _NOWHERE or is_in_house(draft, self._passage, self._arguments):
            draft.place = None
        elif draft.type in ("embassy_opened", "embassy_closed"):
            self._keep_seat(draft)
        elif draft.type in _AT_ONE_PLACE and draft.status == "held":
            self._keep_place(draft, elsewhere=bool(two) and self._sides.met_before)
        elif draft.type == "visit" and draft.status == "held" and draft.place:
            self._last = None if self._arguments.is_state(draft.place) else draft
        if draft.place is None and draft.type in _SOMEWHERE:
            draft.place = self._place_meant(draft.trigger)

    def _place_meant(self, trigger: Trigger) -> str | None:
        """Give the town that “there” means, before a trigger: the last one told."""
        sentence, text = self._arguments.span_of(trigger), self._passage.text
        there = expression(self._passage.language, "there").search(
            text, sentence.start, trigger.end
        )
        if there is None:
            return None
        earlier = self._passage.sentences[max(0, trigger.sentence - 1)]
        before = self._passage.mentions_in(earlier.start, there.start(), (PLACE,))
        towns = [m.entity for m in before if m.entity and not self._arguments.is_state(m.entity)]
        return towns[-1] if towns else None

    def _fill_guest(self, draft: Draft, persons: Sequence[str], guest: str) -> None:
        """Give a welcome, or a meal that somebody gives, the guest whom it is for."""
        if not persons and draft.type == "banquet" and guest in self._discourse.pair:
            draft.people = list(dict.fromkeys([*draft.people, *self._discourse.pair]))
        elif guest not in draft.people and len(persons) < 2:
            draft.people.append(guest)

    def _keep_place(self, draft: Draft, *, elsewhere: bool) -> None:
        """Leave talks, welcome or order where the same people, or the guest, were told to be.

        The next paragraph leaves them in a house; “the two sides” may be `elsewhere`.
        """
        last, self._last = self._last, draft
        if draft.place is not None or last is None or last.place is None:
            return
        here = self._passage.sentences[draft.trigger.sentence].paragraph
        behind = here - self._passage.sentences[last.trigger.sentence].paragraph
        same = not draft.people or bool(set(draft.people) & set(last.people))
        days = {draft.date, last.date} - {None} if last.type != "visit" else set()
        in_house = not behind or (last.type != "visit" and self._is_named(last.place, "palace"))
        if draft.type != last.type and self._is_named(last.place, "sight"):
            return  # “laid a wreath at the memorial and was received by the president”
        if behind <= 1 and same and len(days) <= 1 and in_house and not elsewhere:
            draft.place = last.place

    def _keep_seat(self, draft: Draft) -> None:
        """Leave a mission that was closed and opened again where the sentence before has it."""
        last, self._mission = self._mission, draft
        draft.people = self._states.without_owner(draft.people)
        near = last is not None and 0 <= draft.trigger.sentence - last.trigger.sentence <= 1
        if draft.place is None and last is not None and near:
            draft.place = last.place

    def _is_named(self, place: str, kind: str) -> bool:
        """Say whether the name of a place says what it is: a palace, or a sight."""
        return any(
            self._arguments.details_in(m.start, m.end, kind)
            for m in self._passage.mentions_of(place)
        )

    def _fill_pair(self, draft: Draft) -> None:
        discourse = self._discourse
        if draft.type in _OF_TWO and meets_nameless(self._arguments, draft.trigger):
            draft.people = draft.people[:1] or self._travellers.meeting(draft.trigger)[:1]
            return
        means_pair = bool(discourse.sentence_hits(draft.trigger, "pair"))
        are_told = means_pair and draft.type in (*OF_PAIR, "phone_call")
        if are_told and (ministers := ministers_meant(discourse, draft.trigger)):
            bodies = [p for p in draft.people if not self._passage.is_person(p)]
            draft.people = [*ministers, *bodies]
            return
        window = draft.trigger.window
        if not draft.people:
            posts = expression(self._passage.language, "two_posts")
            if posts.search(self._passage.text, window.start, window.end):
                return  # «التقى وزيرا خارجية البلدين»: no pair of before, but these two
        if not draft.people and draft.status != "held":
            rule = expression(self._passage.language, "signed_by_states")
            words = self._passage.text[draft.trigger.start : draft.trigger.end]
            states = self._arguments.main_states() if rule.match(words) else ()
            if len(states) == _TWO:
                draft.people = list(states)
                return
        if draft.type == "summit" and draft.status != "held":
            # A minister only speaks of what the leaders will do, and so does who was told before.
            named = {a.entity for a in self._arguments.actors_in(window.start, window.end)}
            draft.people = [p for p in draft.people if p in named and self._may_lead(p)]
        persons = [p for p in draft.people if self._passage.is_person(p)]
        if draft.type in _FOR_GUEST and discourse.visitor is not None:
            self._fill_guest(draft, persons, discourse.visitor)
            return
        one_side = draft.type in OF_PAIR and len(persons) < 2 and bool(discourse.pair)
        one_side = one_side and not draft.alone
        if len(draft.people) == _TWO and all(map(self._arguments.is_state, draft.people)):
            one_side = False  # «وقع البلدان اتفاقا»: the two states did, whoever signed for them
        if draft.type == "summit" and draft.status != "held" and not (persons or means_pair):
            one_side = False  # to a summit ahead others may come than the two who last met
        pair = discourse.pair
        if len(persons) == 1 and persons[0] not in pair and persons[0] in discourse.main_pair:
            pair = list(discourse.main_pair)
        if draft.type == "audience" and persons and not self._has_royal(pair):
            pair = []  # whoever receives is of a house, and no premier of the text
        fits = means_pair or not persons or persons[0] in pair
        pair = [p for p in pair if p in persons or self._may_be_meant(draft.type, p)]
        lone = len(draft.people) == len(persons) or (means_pair and draft.type == "signing")
        if one_side and fits and lone:
            draft.people = list(dict.fromkeys([*draft.people, *pair]))
        self._fill_partner(draft)
        persons = [p for p in draft.people if self._passage.is_person(p)]
        # Two who sign on the side do not take the place of those who talk.
        meets = (
            draft.type in OF_PAIR | {"audience", "courtesy_call", "phone_call"}
            and len(persons) == 2
        )
        if meets and (
            not discourse.pair or set(persons) & set(discourse.pair) or self._lead_states(persons)
        ):
            discourse.pair = persons

    def _fill_partner(self, draft: Draft) -> None:
        """Give a meeting of which only whom was met is named the one who is told of before.

        «国王と会談した» and «Сұлтанмен кездесті» leave out who did.
        """
        if draft.type not in _OF_TWO or len(draft.people) != 1:
            return
        language, text, trigger = self._passage.language, self._passage.text, draft.trigger
        actors = self._arguments.actors_in(trigger.window.start, trigger.window.end)
        if language not in VERB_LAST or {a.entity for a in actors} != set(draft.people):
            return
        told = self._passage.mentions_in(trigger.window.start, trigger.start)
        end = max((m.end for m in told if m.entity in draft.people), default=None)
        if end is None:
            return
        for post in self._passage.mentions_in(end, end + _POST_BEHIND, (POST,)):
            end = post.end if post.start == end else end
        if expression(language, "met_after").match(text, end, end + _POST_BEHIND):
            draft.people = [*self._discourse.fallback(trigger, draft.people), *draft.people]

    def _may_lead(self, entity: str) -> bool:
        """Say whether somebody may sit at a summit: a leader, or one whose post is not told."""
        roles = self._discourse.roles(entity)
        return not roles or bool(roles & (_LEADERS | _ROYAL)) or not roles & _MINISTERS

    def _has_royal(self, people: Sequence[str]) -> bool:
        return any(self._discourse.roles(p) & _ROYAL for p in people)

    def _lead_states(self, persons: Sequence[str]) -> bool:
        """Say whether two who meet lead two states: a history tells of several such pairs."""
        countries = {self._passage.entities[p].country for p in persons}
        return len(countries) > 1 and all(self._discourse.roles(p) & _LEADERS for p in persons)
