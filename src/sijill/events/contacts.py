"""A word of receiving, meeting or speaking goes in; which kind of contact it was comes out.

The rank of host and guest decides: a monarch grants an audience, a higher office takes a courtesy
call, equals hold talks; an artist, an athlete or compatriots make an encounter. Two hosts are two
happenings, and so are four guests received one after another.
"""

from __future__ import annotations

from collections.abc import Sequence

from sijill.documents.document import DATE, PLACE, POST
from sijill.documents.expressions import ends_in, expression
from sijill.documents.passage import ACTORS
from sijill.documents.stand_ins import is_stand_in
from sijill.events.apart import each_apart, firms_of
from sijill.events.participants import People
from sijill.events.settings import without_setting
from sijill.events.sides_behind import reception_behind
from sijill.happenings.actors import Actor
from sijill.happenings.drafts import Discourse, Draft
from sijill.happenings.triggers import Trigger
from sijill.happenings.verb_genders import gender_told
from sijill.languages import VERB_LAST
from sijill.people.posts import read_post
from sijill.roles import roles_with

_ROYAL = roles_with("royal")
_ENCOUNTERS = {
    "artist": "cultural_encounter",
    "athlete": "sport_encounter",
    "diaspora_member": "diaspora_meeting",
    "chief_executive": "business_meeting",
    "business_association": "business_meeting",
}
# A guest of this rank or above is the guest; others named beside are of the party.
_GUEST_RANK = 20
# “This” stands right before the meeting it points at (code points).
_THIS = 8
# A post right before a verb begins so far before it at most (code points).
_POST = 40
# Guests told only by their number (“four presidents”) are named in this many sentences after.
_NAMED_WITHIN = 12


class Contacts:
    """Settles the contacts of one discourse."""

    def __init__(self, discourse: Discourse, people: People) -> None:
        self._discourse = discourse
        self._people = people
        self._arguments = discourse.arguments
        self._passage = discourse.passage
        self._host: str | None = None

    def drafts(self, trigger: Trigger, status: str) -> list[Draft]:
        """Give the drafts of a trigger that tells who met whom, or who spoke to whom."""
        if trigger.type == "speech":
            return self._speeches(trigger, status)
        if self._discourse.sentence_hits(trigger, "airport"):
            return []  # who meets a guest at the airport is a signal
        if trigger.type == "reception":
            return self._receptions(trigger, status)
        if trigger.type == "credentials":
            return self._credentials(trigger, status)
        return self.meetings(trigger, status)

    def _speeches(self, trigger: Trigger, status: str) -> list[Draft]:
        """Settle a speech by who listens: a parliament, a university, or nobody of note."""
        sentence = self._arguments.span_of(trigger)
        stop = min(trigger.window.end, trigger.end + 80, sentence.end)
        for role, kind in (("parliament", "parliament_address"), ("university", "lecture")):
            if self._arguments.details_in(trigger.start, stop, role):
                people = self._people.people(trigger, kind)
                return [Draft(trigger, kind, status, people=people)]
        return []

    def _credentials(self, trigger: Trigger, status: str) -> list[Draft]:
        """Settle the handing over of credentials: an audience of a monarch, else a call."""
        people = self._people.people(trigger, "courtesy_call")
        if not any("ambassador" in self._discourse.roles(p) for p in people):
            # «عينه الرئيس سفيرا، فقدم أوراق اعتماده إلى الملك»
            envoy = self._people.objects.kept(trigger, None, gender_told(trigger, self._passage))
            people = list(dict.fromkeys([*([envoy] if envoy else []), *people]))
        monarch = any("monarch" in self._discourse.roles(p) for p in people)
        if monarch:
            return [Draft(trigger, "audience", status, people=people)]
        return self._unnamed_monarch(trigger, status, people) or [
            Draft(trigger, "courtesy_call", status, people=people)
        ]

    def _kind_of_reception(self, host: str, guest: str | None) -> str:
        roles = self._discourse.roles(host)
        if roles & _ROYAL or (not roles and self._discourse.roles(guest or "") & {"monarch"}):
            return "audience"
        rank = self._discourse.rank_held
        if guest is not None and rank(host) < rank(guest):
            return "courtesy_call"
        return "talks"

    # -- receptions -----------------------------------------------------------------------------

    def _receptions(self, trigger: Trigger, status: str) -> list[Draft]:
        if self._is_by_a_place(trigger):
            return self._coming_to_a_place(trigger, status)
        if unnamed := reception_behind(self._discourse, trigger, status):
            return [unnamed]
        hosts, guests = self.sides(trigger)
        hosts = [h for h in dict.fromkeys(hosts) if h not in guests and self._passage.is_person(h)]
        drafts = self._unnamed_monarch(trigger, status, [*guests, *hosts])
        if drafts and not (hosts and guests):
            return drafts
        if not hosts and guests and self._is_by_unnamed_head(trigger):
            return [Draft(trigger, "courtesy_call", status, people=guests)]
        if not hosts and guests and self._host is not None and self._host not in guests:
            hosts = [self._host]
        apart = bool(self._discourse.sentence_hits(trigger, "apart"))
        if hosts and not guests:
            guests = self._named_after(trigger, hosts) if apart else []
            guests = guests or self._discourse.received_by(trigger, hosts[0])
        if not hosts or not guests:
            return drafts
        if self._is_object_first(trigger, hosts[0], guests[0]):
            hosts, guests = guests[:1], [*hosts, *guests[1:]]
        self._host = hosts[0]
        guests = [self._meant(trigger, hosts[0], guest) for guest in guests]
        self._people.objects.note(trigger, guests[0])
        for host in hosts:
            kind = self._kind_of_reception(host, guests[0])
            others = [
                h
                for h in hosts
                if h != host
                and self._discourse.rank(h) >= _GUEST_RANK
                and self._kind_of_reception(h, guests[0]) == kind
            ]
            if apart and len(guests) > 1:
                drafts += each_apart(Draft(trigger, kind, status, people=[host, *guests]))
            else:
                people = list(dict.fromkeys([host, *guests, *others]))
                drafts.append(Draft(trigger, kind, status, people=people))
        return drafts

    def _is_object_first(self, trigger: Trigger, first: str, second: str) -> bool:
        """Say whether who is received is told first, where cases let him: «Гостя принял премьер».

        A post in the nominative right behind the verb says so, else that the second outranks him.
        """
        if self._passage.language != "ru":
            return False
        text, at = self._passage.text, trigger.end
        posts = self._passage.mentions_in(at, at + _POST, (POST,))
        is_post = text[at + 1 : at + 2].islower() or any(m.start == at + 1 for m in posts)
        if is_post and expression("ru", "subject_behind").match(text, at) is not None:
            return True
        return self._discourse.rank(second) < self._discourse.rank(first)

    def _is_by_unnamed_head(self, trigger: Trigger) -> bool:
        """Say whether the head of a state whom no name tells receives: «қонақты Президент …»."""
        language = self._passage.language
        if language not in VERB_LAST:
            return False
        start = max(trigger.window.start, trigger.start - _POST)
        posts = self._passage.mentions_in(start, trigger.start, (POST,))
        if not posts or posts[-1].entity is not None:
            return False
        is_next = not self._passage.text[posts[-1].end : trigger.start].strip()
        return is_next and read_post(posts[-1], (), language, {}).role in roles_with("top")

    def _meant(self, trigger: Trigger, host: str, guest: str) -> str:
        """Give the guest whom a pronoun or «гостью» means; whoever is named is himself."""
        window, language = trigger.window, self._passage.language
        named = [
            m
            for m in self._passage.mentions_in(window.start, window.end)
            if m.entity == guest and not is_stand_in(m, language)
        ]
        return guest if named else self._discourse.guest_of(host, guest)

    def _is_by_a_place(self, trigger: Trigger) -> bool:
        """Say whether a city or a state receives somebody: “Lima receives the President”."""
        if self._passage.language in VERB_LAST or trigger.frame != "verb":
            return False
        sentence = self._passage.sentences[trigger.sentence]
        start = max(sentence.start, trigger.start - _THIS * 4)
        places = self._passage.mentions_in(start, trigger.start, (PLACE,))
        if not places:
            return False
        last = places[-1]
        opens = not self._passage.text[self._behind_day(sentence.start) : last.start].strip(" ,")
        return opens and not self._passage.text[last.end : trigger.start].strip()

    def _behind_day(self, start: int) -> int:
        """Give where a sentence goes on behind the day that opens it: «Во вторник Лима …»."""
        text = self._passage.text
        days = self._passage.mentions_in(start, start + _POST, (DATE,))
        opens = bool(days) and len(text[start : days[0].start].split()) <= 1
        return days[0].end if opens else start

    def _coming_to_a_place(self, trigger: Trigger, status: str) -> list[Draft]:
        """Read «Лилонгве принимал министра Аду» as a visit of the guest who stands right behind."""
        text, window = self._passage.text, trigger.window
        if not expression(self._passage.language, "place_receives").match(text, trigger.start):
            return []
        named = self._arguments.actors_in(trigger.end, window.end, pronouns=False)
        guests = [a.entity for a in self._discourse.persons(named)]
        return [Draft(trigger, "visit", status, people=guests[:1])] if guests else []

    def sides(self, trigger: Trigger) -> tuple[list[str], list[str]]:
        """Give hosts and guests of a reception, as the language orders them."""
        text = self._passage.text
        language = self._passage.language
        actors = self._discourse.persons(
            self._arguments.actors_in(trigger.window.start, trigger.window.end)
        )
        subject = self._arguments.subject(trigger)
        after = [a for a in actors if a.start >= trigger.end]
        before = [a for a in actors if a.end <= trigger.start]
        words = text[trigger.start : trigger.end].rstrip()
        if ends_in(language, "passive_alone").search(words):
            # “was received at the Palace”: nobody says by whom, if not “by” behind the place.
            hosts = [a.entity for a in after if self._is_told_by(trigger, a)]
            return hosts, [subject.entity] if subject else []
        if ends_in(language, "by_whom").search(words):
            # The post of the host may be a part of the words: «принята президентом».
            hosts = [a.entity for a in actors if a.end >= trigger.end]
            return hosts, [subject.entity] if subject else []
        if language == "ar":
            return self._arabic_sides(trigger, subject, before, after)
        if language in VERB_LAST:
            # «Министрді Президент қабылдады»: the case tells who is received, not the order.
            marked = expression(language, "object_marked")
            received = [a.entity for a in before if marked.match(text, a.end)]
            people = [a.entity for a in before]
            hosts = [p for p in people if p not in received] if received else people
            at = expression(language, "received_at").match(text, trigger.start)
            hosts = hosts[-1:] if at else hosts[:1]  # «Президенттің қабылдауында болды»
            return hosts, [p for p in people if p not in hosts]
        if subject is None and len(after) < 2:
            subject = self._arguments.carried(trigger)
        hosts = [subject.entity] if subject else [a.entity for a in after[:1]]
        return hosts, [a.entity for a in after if a.entity not in hosts]

    def _is_told_by(self, trigger: Trigger, actor: Actor) -> bool:
        """Say whether “by” stands right before an actor: “was received in Lima by the King”."""
        between = self._passage.text[trigger.end : actor.start].rstrip()
        between = between.removesuffix(" the").rstrip()
        return ends_in(self._passage.language, "by_whom").search(between) is not None

    def _arabic_sides(
        self,
        trigger: Trigger,
        subject: Actor | None,
        before: Sequence[Actor],
        after: Sequence[Actor],
    ) -> tuple[list[str], list[str]]:
        text = self._passage.text
        written_on = (
            ends_in("ar", "guest_written_on").search(text[trigger.start : trigger.end]) is not None
        )
        if trigger.frame == "noun":
            # The trigger may hold the first word of the host: «استقبال الإمبراطور».
            named = self._arguments.actors_in(trigger.start, trigger.window.end)
            named = [a for a in self._discourse.persons(named) if a.end >= trigger.end]
            return self._arabic_noun_sides(trigger, named)
        leads = bool(before) and not text[before[-1].end : trigger.start].strip()
        if written_on:
            guests = [subject.entity] if subject and subject.start < trigger.start else []
            hosts = [a.entity for a in after]
            meant = None if guests else self._people.objects.of(trigger, next(iter(hosts), None))
            guests = guests or ([meant] if meant and meant not in hosts else [])
            return hosts, guests or self._discourse.fallback(trigger, hosts)
        if leads:
            return [before[-1].entity], [a.entity for a in after]
        if not after:
            return ([subject.entity] if subject else []), []
        guests = [a.entity for a in after[1:]] or [a.entity for a in before[-1:]]
        return [after[0].entity], guests

    def _arabic_noun_sides(
        self, trigger: Trigger, after: Sequence[Actor]
    ) -> tuple[list[str], list[str]]:
        """Read «استقبال الإمبراطور والوزيرة للرئيس»: the guest is told with ل, alone or in له."""
        text = self._passage.text
        to = expression("ar", "to_written_on")
        guests = [a.entity for a in after if to.match(text[max(0, a.start - 1) : a.start])]
        hosts = [a.entity for a in after if a.entity not in guests]
        end = after[-1].end if after else trigger.end
        if not guests and expression("ar", "guest_in_pronoun").match(text[end : end + 6]):
            guests = self._discourse.fallback(trigger, hosts)
        return (hosts, guests) if guests else ([], [])

    def _named_after(self, trigger: Trigger, hosts: Sequence[str]) -> list[str]:
        """Give the guests that a text names after telling only how many they were."""
        number = trigger.sentence
        last = min(number + _NAMED_WITHIN, len(self._passage.sentences) - 1)
        found: dict[str, None] = {}
        for index in range(number, last + 1):
            sentence = self._passage.sentences[index]
            for actor in self._arguments.actors_in(sentence.start, sentence.end, pronouns=False):
                if self._passage.is_person(actor.entity) and actor.entity not in hosts:
                    if index > number:
                        found.setdefault(actor.entity)
                    break
        # “Four presidents”: as many as are told.
        sentence = self._passage.sentences[number]
        told = self._arguments.number_in(trigger.end, sentence.end)
        guests = list(found)
        if told is not None:
            return guests[:told] if len(guests) >= told else []
        return guests

    def _unnamed_monarch(self, trigger: Trigger, status: str, others: Sequence[str]) -> list[Draft]:
        """Read “was received by the Emperor”, who is not named, as an audience."""
        for post in self._arguments.unnamed_posts_in(trigger.window.start, trigger.window.end):
            reading = read_post(post, (), self._passage.language, {})
            if reading.role != "monarch":
                continue
            persons = [p for p in others if self._passage.is_person(p)]
            ranked = [p for p in persons if self._discourse.rank(p) < _GUEST_RANK]
            guests = ranked[:1] or persons[:1] or self._discourse.fallback(trigger, [])
            return [Draft(trigger, "audience", status, people=guests)]
        return []

    # -- meetings -------------------------------------------------------------------------------

    def meetings(self, trigger: Trigger, status: str) -> list[Draft]:
        """Settle a meeting by whom was met, one draft for each kind of them."""
        window = trigger.window
        near = self._arguments.actors_in(window.start, window.end)
        told = without_setting(self._passage, near)
        # «На встрече А с Б, сообщила В»: who only tells of it was not there.
        tellers = self._people.tellers.of(trigger)
        actors = [a for a in told if a.entity not in tellers]
        subject = self._arguments.subject(trigger)
        if subject is not None and subject.entity in tellers:
            is_verb = trigger.frame == "verb"  # «газета пишет, что министр прилетит и встретится»
            told_first = self._people.tellers.told_first(trigger) if is_verb else None
            # “The minister said that the border was open and met …”: nobody else is told to do it.
            is_own = is_verb and self._passage.is_person(subject.entity)
            subject = told_first or (subject if is_own else None)
        elif subject is not None and not without_setting(self._passage, [subject]):
            subject = next((a for a in actors[::-1] if a.end <= trigger.start), None)
        persons = self._discourse.persons(actors)
        if trigger.frame == "noun" and len(persons) >= 2:
            subject = persons[0]
            if self._discourse.roles(subject.entity) & _ENCOUNTERS.keys():
                # “During a meeting with the head of the firm, the President …”
                subject = min(persons, key=lambda a: self._discourse.rank(a.entity))
        elif subject is None and not self._unnamed_subject(trigger):
            carried = self._arguments.carried(trigger)
            subject = carried if carried and carried.entity not in tellers else None
        first = [subject.entity] if subject else []
        if not persons and self._points_back(trigger):
            first, others = self._met_before(trigger)
        else:
            others = [a.entity for a in actors if a.entity not in first]
        if subject is not None and not any(map(self._passage.is_person, others)):
            met = self._people.objects.of(trigger, subject.entity)  # «التقاه نظيره سليم»
            others = [met] if met else others
        if subject is not None and not others and self._is_met(trigger, subject):
            # «التقى المصارع سامي»: nobody else is told, so the verb speaks of the one before.
            before = self._told_of_before(trigger)
            if before is not None and before != subject.entity:
                first, others = [before], [subject.entity]
        plain = "courtesy_call" if trigger.type == "call" else "talks"
        by_kind: dict[str, list[str]] = {}
        for other in others:
            roles = self._discourse.roles(other)
            kind = next((k for role, k in _ENCOUNTERS.items() if role in roles), None)
            if kind is None and not self._passage.is_person(other):
                continue
            if kind is None:
                royal = bool(roles & {"monarch"}) or bool(
                    first and self._discourse.roles(first[0]) & {"monarch"}
                )
                kind = "audience" if royal else plain
            by_kind.setdefault(kind, []).append(other)
            if kind == "business_meeting":
                by_kind[kind] += firms_of(self._passage, other)
        if not by_kind:
            monarch = self._unnamed_monarch(trigger, status, first)
            if monarch or not (self._is_of_two(trigger) or self.meets_posts(trigger)):
                return monarch
            if not self._meets_post(trigger):
                return [Draft(trigger, plain, status)]
            # English names who meets; “You also met the Prime Minister” asks somebody.
            named = self._passage.language != "en" or self._arguments.subject(trigger) is not None
            of_one = [Draft(trigger, plain, status, people=first, alone=True)]
            return of_one if first and named else []
        drafts = [
            Draft(trigger, kind, status, people=list(dict.fromkeys([*first, *met])))
            for kind, met in by_kind.items()
        ]
        is_apart = bool(first) and self._arguments.details_in(window.start, window.end, "apart")
        return [one for d in drafts for one in each_apart(d)] if is_apart else drafts

    def meets_posts(self, trigger: Trigger) -> bool:
        """Say whether those who met are told by their posts alone, and not by name.

        «التقى وزيرا خارجية البلدين», “she met the minister of fisheries”.
        """
        text, window = self._passage.text, trigger.window
        two = expression(self._passage.language, "two_posts")
        if trigger.frame != "verb" or not self._passage.sentences[trigger.sentence].paragraph:
            return False
        told = two.search(text, window.start, window.end) is not None
        return told or self._meets_post(trigger)

    def _meets_post(self, trigger: Trigger) -> bool:
        """Say whether a post that nobody named bears stands right behind a verb of meeting."""
        text, window = self._passage.text, trigger.window
        two = expression(self._passage.language, "two_posts")
        posts = self._arguments.unnamed_posts_in(trigger.end, window.end)
        if trigger.frame != "verb" or not posts or self._passage.language in VERB_LAST:
            return False
        gap = text[trigger.end : posts[0].start]
        if self._passage.language == "ar":  # «التقى الوزير كيسبي وزير الصيد»
            for named in self._passage.mentions_in(trigger.end, posts[0].start, ACTORS):
                gap = gap.replace(f" {named.text}", "", 1)
        beside = expression(self._passage.language, "beside_verb").fullmatch(gap) is not None
        return beside and two.match(text, posts[0].start) is None

    def _is_of_two(self, trigger: Trigger) -> bool:
        """Say whether two met who were told before: “two days later they met in Geneva”."""
        text, language, window = self._passage.text, self._passage.language, trigger.window
        if trigger.frame != "verb" or not self._passage.sentences[trigger.sentence].paragraph:
            return False
        dual = expression(language, "dual_verb").match(text, trigger.start, trigger.end)
        sides = expression(language, "two_sides").search(text, window.start, window.end)
        many = expression(language, "group_meant").search(text, window.start, window.end)
        if dual is None and sides is None and many is None:
            return False
        # “They met shipbuilders”, «олар жұмысшылармен кездесті»: whom they met is not each other.
        whom = expression(language, "whom_they_met")
        behind = expression(language, "whom_they_met_behind")
        return whom.search(text, window.start, trigger.end) is None and (
            behind.match(text, trigger.end) is None
        )

    def _is_met(self, trigger: Trigger, person: Actor) -> bool:
        """Say whether somebody right behind an Arabic verb of meeting is rather who was met.

        Nobody meets alone: where the clause ends with the one who is named, he is whom another met.
        """
        if self._passage.language != "ar" or trigger.frame != "verb":
            return False
        if self._discourse.roles(person.entity) & _ENCOUNTERS.keys():
            return True
        told = self._passage.mentions_in(person.start, trigger.window.end)
        end = max((m.end for m in told if m.entity == person.entity), default=person.end)
        text = self._passage.text
        ends = expression("ar", "nobody_else_behind").match(text, end)
        # In «التقاه سليم» the verb itself holds whom Salim met.
        owned = ends_in("ar", "guest_written_on").search(text[trigger.start : trigger.end])
        return ends is not None and owned is None and person.start >= trigger.end

    def _told_of_before(self, trigger: Trigger) -> str | None:
        """Give whom a verb without a subject means, else the one person of the sentence before."""
        if carried := self._arguments.carried(trigger):
            return carried.entity
        earlier = self._passage.sentences[max(0, trigger.sentence - 1)]
        named = self._discourse.persons(
            self._arguments.actors_in(earlier.start, earlier.end, pronouns=False)
        )
        return named[0].entity if len(named) == 1 and earlier.paragraph > 0 else None

    def _points_back(self, trigger: Trigger) -> bool:
        """Say whether “this meeting” is the one that the sentence before speaks of."""
        start = max(self._passage.sentences[trigger.sentence].start, trigger.start - _THIS)
        return bool(self._arguments.details_in(start, trigger.start, "this"))

    def _met_before(self, trigger: Trigger) -> tuple[list[str], list[str]]:
        """Give who met whom in the sentence before; one alone met whom the text is about."""
        if not trigger.sentence:
            return [], []
        earlier = self._passage.sentences[trigger.sentence - 1]
        named = [
            a.entity
            for a in self._discourse.persons(self._arguments.actors_in(earlier.start, earlier.end))
        ]
        hero = self._discourse.protagonist()
        if len(named) == 1 and hero is not None and hero not in named:
            named.insert(0, hero)
        if len(named) < 2:
            return [], []
        first = hero if hero in named else min(named, key=self._discourse.rank)
        return [first], [n for n in named if n != first]

    def _unnamed_subject(self, trigger: Trigger) -> bool:
        """Say whether the subject is a post whose holder the text does not name here."""
        if self._passage.language != "ar":
            return False
        posts = self._passage.mentions_in(trigger.end, trigger.window.end, (POST,))
        if not posts or posts[0].entity is not None or posts[0].start - trigger.end > 3:
            return False
        # «والتقت وزير الزراعة»: a woman met him.
        of_woman = expression("ar", "feminine_as_written").search(posts[0].text.split(" ")[0])
        return of_woman is not None or gender_told(trigger, self._passage) != "f"
