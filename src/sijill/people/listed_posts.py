"""People and places go in; the posts that a plural tells of each of a list come out.

«Послы Камбоджи Сок Пхирум, Лаоса Кхамла Вонг и Чада Идрис Дебу»: the post is told once, the state
beside every name, before it or behind (“Presidents Li of Peru and Bo of Ghana”). “The ministers of
Peru and Ghana, Li and Bo”: as many states as names, each of its own in turn. «وزيرا تجارة البلدين س
وص»: the states may be told elsewhere; two such are of two of them. The rules of a language stand
in `data/<language>/expressions.tsv`: list_tie, list_joint, list_of, list_led, list_names,
of_both_states; plurals are words of a table (`plural_posts.tsv`), or told by their endings
(several_posts, several_last).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, cached_property
from itertools import chain
from operator import attrgetter

from sijill.documents.document import PERSON, PLACE, POST, Document, Mention, Sentence
from sijill.documents.expressions import NOTHING, ends_in, expression
from sijill.documents.lexicon import LONGEST_POST, begins_post, posts_in
from sijill.documents.mentions_by_kind import of_kind
from sijill.documents.stretches import beginning_in
from sijill.languages import VERB_LAST
from sijill.people.clusters import Cluster
from sijill.people.posts import PostReading
from sijill.roles import roles_with
from sijill.tables import data_path, open_table
from sijill.word_tables import WordTable

#: One name alone makes no list.
_LEAST = 2
#: No more stands between a post and the first place or name of its list (code points).
_REACH = 100
#: So many words of a post stand before its plural: «сыртқы істер министрлерінің орынбасарлары».
_WORDS_BEFORE = 3
#: The words that tell whose kin or staff the list is of stand so near before the post.
_OTHERS = 40


def read_lists(
    document: Document,
    sentences: Sequence[Sentence],
    mentions: Sequence[Mention],
    clusters: Sequence[Cluster],
    country_by_mention: Mapping[str, str],
) -> None:
    """Give everybody in such a list the post with the state beside; clusters change in place."""
    people = {m.start: m for m in of_kind(mentions, PERSON)}
    if len(people) < _LEAST or not _has_plurals(document.language):
        return
    lists = _Lists(document, mentions, people, country_by_mention)
    if not lists.begun:
        return
    owner = {m.id: c for c in clusters for m in c.names}
    told = [
        post
        for sentence in _near(sentences, lists.begun)
        for post in _posts_of_several(sentence, document.language)
    ]
    if document.language in VERB_LAST:
        told += [(r.mention, r.role, r.status) for c in clusters for r in c.readings if r.role]
    for post, role, status in told:
        if ends_in(document.language, "list_of_others").search(
            document.text, max(0, post.start - _OTHERS), post.start
        ):
            continue  # “the wives of the presidents of Peru and Ghana, Ana Li and Eva Bo”
        shared = Mention("", POST, post.start, post.end, "")
        for place, person in lists.in_turn(post):
            if person.id in owner:
                held = PostReading(shared, role, status, country_by_mention[place.id], None)
                _give(owner[person.id], held)
        if document.language in VERB_LAST:
            continue
        for cluster in _two_named(document, post.end, role, lists.seconds, owner):
            if role not in cluster.roles:
                cluster.readings.append(PostReading(shared, role, "current", None, None))
        for place, person in lists.listed(post.end):
            country = country_by_mention[place.id]
            if person.id in owner and role not in owner[person.id].roles:
                owner[person.id].readings.append(
                    PostReading(shared, role, "current", country, None)
                )


def _give(cluster: Cluster, held: PostReading) -> None:
    """Give somebody a post of a state, in the stead of what the same words were taken for."""
    post = held.mention
    cluster.readings[:] = [
        r
        for r in cluster.readings
        if r.mention.end <= post.start or post.end <= r.mention.start or r.country == held.country
    ]
    if not any(r.role == held.role and r.country == held.country for r in cluster.readings):
        cluster.readings.append(held)


def _near(sentences: Sequence[Sentence], begun: Sequence[int]) -> Iterator[Sentence]:
    """Give the sentences that tell a post of such a list, or end right before it."""
    for sentence in sentences:
        at = bisect_left(begun, sentence.start)
        if at < len(begun) and begun[at] < sentence.end + _REACH:
            yield sentence


def _posts_of_several(sentence: Sentence, language: str) -> Iterator[tuple[Mention, str, str]]:
    """Give the posts of several that a sentence tells, with their roles and status."""
    tokens, singulars = sentence.tokens, _singulars(language)
    for at in _may_be_nouns(sentence, language):
        singular = singulars[tokens[at].text]
        if not singular:
            continue
        words = [singular, *(t.text for t in tokens[at + 1 : at + LONGEST_POST])]
        for before in range(min(_WORDS_BEFORE, at), -1, -1):
            first = at - before
            hit = begins_post([*(t.text for t in tokens[first:at]), *words], language)
            if hit is not None and hit.last > before:
                start, end = tokens[first].start, tokens[first + hit.last - 1].end
                yield Mention("", POST, start, end, ""), hit.role, "current"
                break


def _may_be_nouns(sentence: Sentence, language: str) -> Iterable[int]:
    """Give the tokens of a sentence, in order, that may be the noun of a post of several.

    Where no table tells the word of which a plural is, it begins a post itself, or stands in one
    that the sentence tells: few words need be asked whether they are plurals.
    """
    last = len(sentence.tokens)
    if _tabled(language) is not None:
        return range(last)
    begun = [hit.first for hit in posts_in(sentence, language)]
    near = (range(first, min(first + _WORDS_BEFORE + 1, last)) for first in begun)
    return sorted(set(chain.from_iterable(near)))


@cache
def _tabled(language: str) -> dict[str, str] | None:
    """Give the plurals of a language with the word of which each is; None without a table."""
    name = f"{language}/plural_posts.tsv"
    if not data_path(name).exists():
        return None
    return {row["word"]: row["singular"] for row in open_table(name, ("word", "singular"))}


def _has_plurals(language: str) -> bool:
    """Say whether a language has words for posts of several that are told here."""
    signs = ("list_names", "several_posts")
    return any(expression(language, sign) is not NOTHING for sign in signs)


@cache
def _singulars(language: str) -> WordTable[str | None]:
    """Give the word of the post of each that a plural tells; None for any other word."""
    tabled = _tabled(language)
    if tabled is not None:
        return WordTable(lambda word: tabled.get(word) or tabled.get(word.lower()))
    # Where the noun of a post stands last, its plural does.
    sign = "several_last" if language in VERB_LAST else "several_posts"
    is_plural = expression(language, sign).fullmatch
    return WordTable(lambda word: word if is_plural(word) else None)


class _Lists:
    """Names and states of a text that follow one another as a list does."""

    def __init__(
        self,
        document: Document,
        mentions: Sequence[Mention],
        people: Mapping[int, Mention],
        country_by_mention: Mapping[str, str],
    ) -> None:
        self._text, self._language = document.text, document.language
        self._joint = self._sign("list_joint")
        self._people = people
        self._places = {m.start: m for m in of_kind(mentions, PLACE) if m.id in country_by_mention}
        self._mentions = mentions
        #: Two names where the second is only joined to the first, by where the first begins.
        self.seconds = {
            first.start: (first, second)
            for first in people.values()
            if (second := self._joined(first, people)) is not None
        }
        #: Place and name where one stands right behind the other, by where the first begins.
        self._pairs: dict[int, tuple[Mention, Mention]] = {}
        for one, others, sign in (
            (self._places, people, "list_tie"),
            (people, self._places, "list_of"),
        ):
            tie = self._sign(sign)
            for first in one.values():
                gap = tie.match(self._text, first.end)
                other = others.get(gap.end()) if gap is not None else None
                if other is not None:
                    place, person = (other, first) if one is people else (first, other)
                    self._pairs[first.start] = (place, person)
        enough = self.seconds or len(self._pairs) >= _LEAST
        #: Where they begin, in order; nothing where there are none.
        self.begun = sorted((*self.seconds, *self._pairs)) if enough else []

    @cached_property
    def _posts(self) -> frozenset[int]:
        """Where posts begin: who bears one of his own is told of by himself."""
        return frozenset(m.start for m in of_kind(self._mentions, POST))

    @cached_property
    def _in_order(self) -> list[Mention]:
        return sorted(self._places.values(), key=attrgetter("start"))

    def _sign(self, name: str) -> re.Pattern[str]:
        return expression(self._language, name)

    def _joined(self, first: Mention, others: Mapping[int, Mention]) -> Mention | None:
        gap = self._joint.match(self._text, first.end)
        return others.get(gap.end()) if gap is not None else None

    def listed(self, at: int) -> list[tuple[Mention, Mention]]:
        """Give the pairs of a place and a name that follow one another from a place of the text on.

        No pairs where there is but one.
        """
        found: list[tuple[Mention, Mention]] = []
        gap = self._sign("list_tie").match(self._text, at)
        while gap is not None and (pair := self._pairs.get(gap.end())) is not None:
            found.append(pair)
            gap = self._joint.match(self._text, max(m.end for m in pair))
        return found if len(found) >= _LEAST else []

    def in_turn(self, post: Mention) -> list[tuple[Mention, Mention]]:
        """Give the states told behind a post, or before it, each with its name of those behind.

        No pairs unless there are as many names as states, and two at least. States stand before
        the post where the verb stands last: 「ペルーとガーナの外相、李氏と…」.
        """
        before = self._language in VERB_LAST
        places = self._states_before(post) if before else self._states_behind(post.end)
        start = post.end if before or not places else places[-1].end
        gap = self._sign("list_names").match(self._text, start)
        people = self._run(self._people.get(gap.end()), self._people) if gap else []
        if len(places) < _LEAST or len(places) != len(people):
            return []
        if any(m.end in self._posts for m in people):
            return []  # 「…の首相、李氏と朴外相」
        return list(zip(places, people, strict=True))

    def _states_behind(self, at: int) -> list[Mention]:
        first = next((m for m in beginning_in(self._in_order, at, at + _REACH)), None)
        led = self._sign("list_led")
        is_led = first and led.fullmatch(self._text, at, first.start)
        return self._run(first, self._places) if is_led else []

    def _states_before(self, post: Mention) -> list[Mention]:
        told = beginning_in(self._in_order, max(0, post.start - _REACH), post.end)
        places = [m for m in told[-1:] if self._leads(m, post)]
        for place in reversed(told[:-1]):
            if not places or self._joined(place, self._places) is not places[0]:
                break
            places.insert(0, place)
        return places

    def _leads(self, place: Mention, post: Mention) -> bool:
        """Say whether a place is in the words of a post, or leads to them."""
        inside = post.start <= place.start
        led = self._sign("list_led")
        return inside or led.fullmatch(self._text, place.end, post.start) is not None

    def _run(self, first: Mention | None, of: Mapping[int, Mention]) -> list[Mention]:
        """Give a mention and those that are joined one to the other behind it."""
        run: list[Mention] = []
        while first is not None:
            run.append(first)
            first = self._joined(first, of)
        return run


def _two_named(
    document: Document,
    at: int,
    role: str,
    seconds: Mapping[int, tuple[Mention, Mention]],
    owner: Mapping[str, Cluster],
) -> Sequence[Cluster]:
    """Give the two who are named behind a post in the dual; neither is of the other's state.

    It is told that they are of two states, or the post is one of which a state has but one.
    """
    both = expression(document.language, "of_both_states").match(document.text, at)
    two = seconds.get(both.end()) if both is not None else None
    if two is None and role in roles_with("single"):
        two = seconds.get(at + 1)  # «وزيرا الخارجية أحمد كمال وخالد سالم»
    if two is None or {m.id for m in two} - owner.keys():
        return ()
    one, other = owner[two[0].id], owner[two[1].id]
    if one is other:
        return ()
    other.counterpart_of = one
    return (one, other)
