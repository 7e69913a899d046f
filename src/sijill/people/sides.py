"""The people of a text go in; who is of one side with whom, and who of another, comes out.

Who travels with somebody is of that one's state; who meets a guest is of another; who takes an
envoy's credentials is of the state to which the envoy is sent. Rules of each language stand in
`data/<language>/expressions.tsv`: of_one_side, came_with_before, came_with_behind (around
whom somebody came with), came_with_between (them and who came), in_company, company_of_pronoun,
company_ends, meets, met_by_case, thanks, credentials, receives_topic (before a host whose guest
is its object), of_the_subject.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cached_property
from operator import attrgetter

from sijill.documents.document import Mention, Sentence
from sijill.documents.expressions import NOTHING, ends_in, expression, found_before
from sijill.languages import WITH_ENDINGS
from sijill.people.clusters import Cluster
from sijill.people.sentence_rules import SentenceRules
from sijill.roles import roles_with

_ENVOYS = frozenset(("ambassador", "consul"))
#: So far before the words of a host the verb of receiving stands (code points).
_VERB = 40
_start = attrgetter("start")


class Sides:
    """Tells sides of a text by its people and sentences."""

    def __init__(
        self, clusters: Sequence[Cluster], rules: SentenceRules, sentences: Sequence[Sentence]
    ) -> None:
        self._clusters = clusters
        self._document = rules.document
        self._tells = rules.tells
        self._sentences = sentences
        self._sentence_starts = [s.start for s in sentences]
        told = [(m, c) for c in clusters for m in (*c.names, *c.posts)]
        #: The names and posts in the order of the text, each with its person.
        self.told: list[tuple[Mention, Cluster]] = sorted(
            told, key=lambda pair: (pair[0].start, -pair[0].end)
        )
        self._told_starts = [m.start for m, _ in self.told]
        # Asked again for each pair of people: what was found before, by the `id` of a cluster.
        self._first_sentences: dict[int, Sentence | None] = {}
        self._leaders: dict[int, Cluster | None] = {}
        #: All who are told in a sentence, by where it starts.
        self._told_in: dict[int, list[tuple[Mention, Cluster]]] = {}

    def sentence_at(self, offset: int) -> Sentence | None:
        """Give the sentence in which a place lies."""
        at = bisect_right(self._sentence_starts, offset) - 1
        return self._sentences[at] if at >= 0 else None

    def is_another_told(self, cluster: Cluster, start: int, end: int) -> bool:
        """Say whether a stretch of the text tells of anybody else."""
        first, last = bisect_left(self._told_starts, start), bisect_left(self._told_starts, end)
        return any(other is not cluster for _, other in self.told[first:last])

    @cached_property
    def _with_guests(self) -> list[tuple[Mention, Cluster]]:
        """The same with the words for guests."""
        guests = [(m, c) for c in self._clusters for m in c.stand_ins]
        return sorted((*self.told, *guests), key=lambda pair: pair[0].start)

    def _paragraph_at(self, offset: int) -> int | None:
        sentence = self.sentence_at(offset)
        return sentence.paragraph if sentence is not None else None

    def sentence_of(self, cluster: Cluster) -> Sentence | None:
        """Give the sentence that tells of somebody first."""
        known, key = self._first_sentences, id(cluster)
        if key not in known:
            first = min(map(_start, (*cluster.names, *cluster.posts)), default=None)
            known[key] = self.sentence_at(first) if first is not None else None
        return known[key]

    def companion(self, cluster: Cluster) -> Cluster | None:
        """Give with whom somebody travels, or whom somebody named, if the text tells whose that is.

        It is who is told last before the sentence that says so, or in it: «同行する», “named him”.
        """
        speaker = self._speaker_of(cluster)
        sentence = self.sentence_of(cluster)
        if speaker is not None or sentence is None:
            return speaker
        came_with = self._came_with(cluster, sentence)
        if came_with is not None or not self._tells("of_one_side", sentence):
            return came_with
        return self._told_with_country(cluster, sentence)

    def _speaker_of(self, cluster: Cluster) -> Cluster | None:
        """Give who speaks of «our minister»: told right behind the words, «…», – деді депутат."""
        text, rule = self._document.text, expression(self._document.language, "post_of_ours")
        for post in cluster.posts if rule is not NOTHING else ():
            end = text.find("»", post.end) if rule.search(post.text) else -1
            if end < 0 or "\n" in text[post.end : end]:
                continue
            at = bisect_left(self._told_starts, end)
            for mention, other in self.told[at : at + 1]:
                is_near = mention.start - end <= _VERB and "." not in text[end : mention.start]
                if is_near and other is not cluster:
                    return other
        return None

    def _came_with(self, cluster: Cluster, sentence: Sentence) -> Cluster | None:
        """Give in whose company a sentence tells somebody to have come.

        «С Лундом прибыл посол», «советник, прилетевший вместе с министром».
        """
        text, language = self._document.text, self._document.language
        between = expression(language, "came_with_between")
        behind = expression(language, "came_with_behind")
        if between is NOTHING and behind is NOTHING:
            return None
        told = [(m, other) for m, other in self._all_told(sentence) if other is not cluster]
        if not told:
            return None
        mine = [m for m in (*cluster.names, *cluster.posts) if m.start < sentence.end]
        start, end = min(m.start for m in mine), max(m.end for m in mine)
        for mention, other in told:
            if mention.start >= end:
                if between.fullmatch(text, end, mention.start):
                    return other
            elif (
                mention.end <= start
                and behind.match(text, mention.end, start)
                and found_before(language, "came_with_before", text, sentence.start, mention.start)
            ):
                return other
        return None

    def _all_told(self, sentence: Sentence) -> list[tuple[Mention, Cluster]]:
        """Give the names, posts and words for guests of a sentence, each with its person."""
        known, key = self._told_in, sentence.start
        if key not in known:
            first = bisect_left(self._everything, (sentence.start,))
            last = bisect_left(self._everything, (sentence.end,), lo=first)
            numbers = sorted([number for _, number in self._everything[first:last]])
            known[key] = [self._everybody[number] for number in numbers]
        return known[key]

    @cached_property
    def _everybody(self) -> list[tuple[Mention, Cluster]]:
        """All names, posts and words for guests, in the order of the people."""
        return [(m, c) for c in self._clusters for m in (*c.names, *c.posts, *c.stand_ins)]

    @cached_property
    def _everything(self) -> list[tuple[int, int]]:
        """Where each of them begins, and its number, in the order of the text."""
        return sorted((m.start, number) for number, (m, _) in enumerate(self._everybody))

    def leader(self, cluster: Cluster) -> Cluster | None:
        """Give whom somebody told behind “accompanied by” or “the delegation included” is with.

        It is who is told last before these words, else, of a pronoun, whom the sentence before is
        about.
        """
        known, key = self._leaders, id(cluster)
        if key not in known:
            known[key] = self._find_leader(cluster)
        return known[key]

    def _find_leader(self, cluster: Cluster) -> Cluster | None:
        sentence = self.sentence_of(cluster)
        if sentence is None:
            return None
        text, language = self._document.text, self._document.language
        rule = expression(language, "in_company")
        if rule is NOTHING:
            return None
        told = rule.search(text, sentence.start, cluster.first)
        if told is None or expression(language, "company_ends").search(
            text, told.end(), cluster.first
        ):
            return None
        end = bisect_left(self._told_starts, told.end())
        here = bisect_left(self._told_starts, sentence.start)
        if here < end:
            leader = self.told[end - 1][1]
        elif expression(language, "company_of_pronoun").search(text, sentence.start, told.end()):
            earlier = self.sentence_at(sentence.start - 2)
            first = bisect_left(self._told_starts, earlier.start) if earlier else here
            if first >= here or any(r.is_counterpart for r in self.told[first][1].readings):
                return None  # “received his counterpart. He is accompanied by …”
            leader = self.told[first][1]
        else:
            return None
        return leader if leader is not cluster else None

    def guest_met(self, cluster: Cluster) -> str:
        """Give the country of the guest whom an officer of a state meets; or ``.

        They are of two states: «визит министра Белиза начался со встречи с президентом». So is
        whom somebody thanks: “Syria's chargé d'affaires thanked General Kabasele”.
        """
        sentence = self.sentence_of(cluster)
        if sentence is None:
            return ""
        is_met = cluster.roles & roles_with("top") and self._tells("meets", sentence)
        by_case = not is_met and self._is_met_by_case(cluster, sentence)
        if not is_met and not by_case and not self._tells("thanks", sentence):
            return ""
        before = bisect_left(self._told_starts, cluster.first)
        here = bisect_left(self._told_starts, sentence.start)
        told = [other for _, other in self.told[here:before] if other.is_told]
        last = self._topic(cluster, sentence) or self._told_with_country(cluster, sentence)
        guests = told or ([last] if last is not None else [])
        trait = "high" if is_met else "state"
        high = [c for c in guests if c.roles & roles_with(trait)]
        countries = {c.country for c in high}
        if len(countries) > 1 and is_met:
            countries = {c.country for c in self._who_meets(sentence, cluster.first) if c in high}
        # Of a guest and a host told both before nobody can say which of the two it was.
        return countries.pop() or "" if len(countries) == 1 else ""

    def _is_met_by_case(self, cluster: Cluster, sentence: Sentence) -> bool:
        """Say whether a case tells who is met: «елші министр X-пен кездесті»."""
        rule = expression(self._document.language, "met_by_case")
        return rule is not NOTHING and any(
            rule.match(self._document.text, m.end, sentence.end) is not None
            for m in (*cluster.names, *cluster.posts)
            if sentence.start <= m.start < sentence.end
        )

    def _topic(self, cluster: Cluster, sentence: Sentence) -> Cluster | None:
        """Give whom «оны» means: who was told last in no case, in the paragraph before it."""
        language, text = self._document.language, self._document.text
        if language not in WITH_ENDINGS:
            return None
        if not expression(language, "receives_topic").search(text, sentence.start, cluster.first):
            return None
        for number in range(bisect_left(self._told_starts, sentence.start) - 1, -1, -1):
            mention, other = self.told[number]
            following = self.told[number + 1]
            if following[1] is other and following[0].start - mention.end == 1:
                continue  # a post before its holder stands in no case of its own
            if "\n" in text[mention.end : sentence.start]:
                return None
            if other is not cluster and other.is_told and not text[mention.end].isalpha():
                return other
        return None

    def receives_envoy(self, cluster: Cluster, country: str) -> bool:
        """Say whether the sentence that first tells of an officer tells of a state's envoy, too.

        “The minister summoned Peru's ambassador”: envoys have to do with others than their own.
        """
        sentence = self.sentence_of(cluster)
        if sentence is None or cluster.roles & _ENVOYS:
            return False
        here = bisect_left(self._told_starts, sentence.start)
        behind = bisect_left(self._told_starts, sentence.end)
        return any(
            reading.role in _ENVOYS and reading.status == "current"
            for _, other in self.told[here:behind]
            if other is not cluster and other.country == country
            for reading in other.readings
        )

    def guest_received(self, cluster: Cluster) -> str:
        """Give the country of whom the text tells that an officer of a state received; or ``.

        «Её встретил в аэропорту вице-премьер»: of the guest's state only envoys greet guests.
        """
        if cluster.roles & _ENVOYS:
            return ""
        received = ends_in(self._document.language, "receives_topic")
        for mention in (*cluster.posts, *cluster.names) if received is not NOTHING else ():
            sentence = self.sentence_at(mention.start)
            begin = max(mention.start - _VERB, sentence.start if sentence else 0)
            if sentence is None or not received.search(self._document.text, begin, mention.start):
                continue
            guests = [(m, c) for m, c in self._with_guests if m.start < mention.start]
            # The guest is whom the paragraph tells of from its beginning.
            topics = (
                c
                for m, c in guests
                if self._paragraph_at(m.start) == sentence.paragraph and m.start < sentence.start
            )
            guest = next(topics, None)
            is_other = guest is not None and guest is not cluster and guest.is_told
            return (guest.country or "") if guest is not None and is_other else ""
        return ""

    def _who_meets(self, sentence: Sentence, offset: int) -> list[Cluster]:
        """Give who is told right before the last word of a meeting before a place, if anybody is.

        «وقّع س وص اتفاقاً، واستهل الوزير البليزي زيارته بلقاء الرئيس ع»: of two the minister.
        """
        rule = expression(self._document.language, "meets")
        verbs = [*rule.finditer(self._document.text, sentence.start, offset)]
        if not verbs:
            return []
        number = bisect_left(self._told_starts, verbs[-1].start()) - 1
        mention, meets = self.told[number] if number >= 0 else (None, None)
        return [meets] if meets and mention and mention.start >= sentence.start else []

    def speaker(self, cluster: Cluster) -> Cluster | None:
        """Give who says something of an officer with whom the clause begins: «قال س إن الوزير ص …».

        Who speaks of «the minister» without a word more means that of the own state.
        """
        sentence, document = self.sentence_of(cluster), self._document
        if sentence is None or not found_before(
            document.language, "that_before", document.text, sentence.start, cluster.first
        ):
            return None
        here = bisect_left(self._told_starts, sentence.start)
        before = self.told[here : bisect_left(self._told_starts, cluster.first)]
        return next((c for _, c in before if c.is_told), None)

    def attends(self, cluster: Cluster) -> bool:
        """Say whether an officer attends what the host gives: «وحضر المقابلة وزير …»."""
        sentence = self.sentence_of(cluster)
        return sentence is not None and self._tells("host_attends", sentence)

    def host_of_envoy(self, cluster: Cluster) -> str:
        """Give the state that an envoy is sent to whose credentials somebody takes; or ``.

        They go to the head of that state, or its minister: “presented her credentials to …”.
        """
        host = next((state for other, state in self._sent if other is not cluster), "")
        if not host or cluster.roles.isdisjoint(roles_with("single")):
            return ""
        sentences = (self.sentence_at(m.start) for m in (*cluster.names, *cluster.posts))
        return host if any(s and self._tells("credentials", s) for s in sentences) else ""

    @cached_property
    def _sent(self) -> list[tuple[Cluster, str]]:
        """Who is sent as an envoy, and to which state, in the order of the people."""
        sent = [(c, r.sent_to) for c in self._clusters for r in c.readings]
        return [(cluster, state) for cluster, state in sent if state]

    def interviewed(self, offset: int) -> Cluster | None:
        """Give who is interviewed where “our consul” is in an answer, “your consul” in a question.

        It is whom the interview introduces first by an office of state.
        """
        text, language = self._document.text, self._document.language
        line = text[text.rfind("\n", 0, offset) + 1 : offset]
        is_ours = expression(language, "relation_of_speaker").match(text[offset : offset + 8])
        is_yours = expression(language, "possessed_by_hearer").match(text[offset : offset + 8])
        label = "answer_label" if is_ours else "question_label" if is_yours else ""
        if not label or expression(language, label).match(line) is None:
            return None
        officers = (c for _, c in self.told if c.roles & roles_with("state"))
        return next(officers, None)

    def told_last(self, offset: int, cluster: Cluster, role: str | None = None) -> Cluster | None:
        """Give the other person told last before a place: whose «his» is.

        «Рядом с гостем сидела его советница»: words for guests count. «Свой» is the subject's:
        who is told first in the sentence. Ministers (`role`) are a head's, if one is told there.
        """
        speaker = self.interviewed(offset)
        if speaker is not None:
            return speaker if speaker is not cluster else None
        own = expression(self._document.language, "of_the_subject")
        sentence = self.sentence_at(offset)
        others = [(m, c) for m, c in self._with_guests if m.start < offset and c is not cluster]
        if sentence is not None and own.match(self._document.text, offset):
            here = [c for m, c in others if m.start >= sentence.start]
            if here:
                return here[0]
        if sentence is not None and role in roles_with("ministry"):
            heads = roles_with("top") | {"vice_president"}
            here = [c for m, c in others if m.start >= sentence.start and c.roles & heads]
            if here:
                return here[-1]
        return others[-1][1] if others else None

    def _told_with_country(self, cluster: Cluster, sentence: Sentence) -> Cluster | None:
        """Give who is told last before somebody with a country, in the sentence or before it.

        Whose country is weighed only stands aside in a row: “Ambassador A, Director B and C”.
        """
        first = cluster.first
        for number in range(bisect_left(self._told_starts, first) - 1, -1, -1):
            mention, other = self.told[number]
            if other is cluster:
                continue
            if other.is_told:
                return other
            if mention.start < sentence.start:
                return None
        return None
