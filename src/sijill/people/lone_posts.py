"""Posts that stand alone, and words for guests, go in; each is bound to the person it means.

A post alone («the president», 大統領) goes to the person known to hold it, told before or, in a
headline, after; «the expert» to whoever was introduced last; «the guest» to the one from abroad.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import islice
from operator import attrgetter

from sijill.documents.document import PERSON, POST, Document, Mention, Sentence
from sijill.documents.expressions import ends_in, expression
from sijill.documents.qualifiers import is_demonym, words_with
from sijill.documents.stand_ins import is_stand_in
from sijill.documents.stretches import over
from sijill.documents.tokens import words_in
from sijill.houses.bodies import Bodies
from sijill.languages import WITH_ENDINGS
from sijill.people.best_holders import best_holder
from sijill.people.clusters import MANY, Cluster
from sijill.people.guests import find_guest
from sijill.people.owned_posts import owning_state
from sijill.people.posts import STATE_ROLES, PostReading, may_stand_for
from sijill.people.short_posts import of_ministry
from sijill.register.entries import Register
from sijill.roles import roles_with
from sijill.tagging.features import stem
from sijill.text import fold

#: Words that describe somebody introduced before, whatever the post was, and how far back.
_DESCRIPTIONS = {"expert"}
_REACH = 700
#: In a text of very many people only those told so near to a post can hold it.
_FAR = 3000
#: So far into its body a text still tells who the headline speaks of (code points).
_LEAD = 120
#: So far before an apposition its comma stands (code points).
_APPOSED = 24
#: Of these nobody is called an expert.
_BESIDE_SCHOLARS = {"athlete", "artist", "citizen", "royal_family"}
#: So much of its words must a post share with what somebody was called; shorter words tell nothing.
_ALIKE, _SHORT = 0.5, 3
_GUEST_ROLES = roles_with("high")
_RULER = "monarch"
#: Who serves one person, not a state.
_AIDES = {"senior_official", "presidential_aide"}
_BREAK = re.compile(r"\n\s*(?=\S)")
_start = attrgetter("start")


class _Near:
    """The people of a text, by the places where they are named: of very many few are meant."""

    def __init__(self, clusters: Sequence[Cluster]) -> None:
        told = [(m.start, n) for n, c in enumerate(clusters) for m in (*c.names, *c.posts)]
        self._told = sorted(told)
        self._clusters = clusters

    def to(self, place: int) -> list[Cluster]:
        """Give those who are told not far from a place, in their order."""
        first = bisect_left(self._told, (place - _FAR, 0))
        last = bisect_left(self._told, (place + _FAR, 0))
        return [self._clusters[n] for n in sorted({n for _, n in self._told[first:last]})]


def may_ask_country(
    mentions: Sequence[Mention],
    readings: Mapping[str, PostReading],
    clusters: Sequence[Cluster],
    language: str,
) -> bool:
    """Say whether it may hang on somebody's country to whom `bind_stand_ins` binds a mention.

    A guest's does, and the holder's of a post that tells a country or whose it is. Of a queen it
    shows whether she rules, which is asked of any post.
    """
    if any(_RULER in c.roles for c in clusters):
        return True
    bound = {p.id for c in clusters for p in c.posts}
    for mention in mentions:
        if mention.kind is PERSON:
            if is_stand_in(mention, language):
                return True
        elif mention.kind is POST and mention.id not in bound:
            reading = readings[mention.id]
            if reading.country or reading.is_home or reading.is_possessed:
                return True
    return False


def bind_stand_ins(
    document: Document,
    mentions: Sequence[Mention],
    readings: Mapping[str, PostReading],
    clusters: Sequence[Cluster],
    bodies: Bodies,
    register: Register,
    sentences: Sequence[Sentence],
) -> None:
    """Bind the posts that stand alone, and words such as «the guest»; clusters change in place."""
    owner = {p.end: c for c in clusters for p in c.posts}
    bound = {p.id for c in clusters for p in c.posts}
    everybody, near = clusters, _Near(clusters) if len(clusters) > MANY else None
    ordered = sorted(mentions, key=_start)
    countries = bodies.country_by_mention
    for mention in ordered:
        clusters = near.to(mention.start) if near is not None else everybody
        if mention.kind is POST and mention.id not in bound:
            reading = readings[mention.id]
            holder = (
                _described(mention, reading, clusters, document.text, document.language)
                if reading.role in _DESCRIPTIONS and reading.is_bare
                else best_holder(mention, reading, clusters, bodies, document, sentences)
            )
            if holder is not None and reading.is_bare and _is_late(mention, holder, document):
                holder = None
            if holder is not None and reading.is_possessed:
                state = owning_state(reading, document, sentences, ordered, countries, register)
                if state is not None and holder.country not in (None, state):
                    holder = None
                if reading.role in _AIDES and holder is not None:
                    holder = _aide_of_owner(mention, holder, clusters)
            if holder is not None and reading.country and _is_of_any(mention, document, sentences):
                holder = None
            holder = _apposed(mention, reading, owner, document) or holder
            if holder is None:
                holder = _of_headline(mention, reading, clusters, document)
            if holder is None:
                holder = _speaks_next(mention, reading, clusters, document, sentences)
            if holder is None and reading.body_mention is None:
                holder = _known(reading, clusters, register, document.published)
            if holder is None and reading.is_bare:
                holder = _introduced(mention, reading, clusters)
            if holder is None and reading.is_bare and reading.is_leader:
                holder = _led_by(mention, clusters, document.language)
            if holder is None and not reading.is_counterpart and not reading.relation:
                holder = _called_alike(mention, reading, clusters, document)
            if holder is not None:
                holder.settle()  # by what was told of him before
                holder.posts.append(mention)
                holder.readings.append(of_ministry(reading, holder.roles, document.language))
                owner[mention.end] = holder
                if reading.country and not holder.is_told and reading.status == "current":
                    holder.country, holder.is_told = reading.country, True
        elif mention.kind is PERSON and is_stand_in(mention, document.language):
            guest = find_guest(mention, document, mentions, clusters, bodies, sentences)
            if guest is not None:
                guest.stand_ins.append(mention)


def _aide_of_owner(
    mention: Mention, holder: Cluster, clusters: Sequence[Cluster]
) -> Cluster | None:
    """Give who holds a post such as «her press secretary»; None where it is another's aide.

    Whose aide is meant is told last before; who was told as one before she was told at all is not
    hers: «Spokesman Li agreed. Ambassador Ekdahl was ill. Her press secretary said …».
    """
    told = holder.last_before(mention.start)
    others = [c for c in clusters if c is not holder and c.names]
    owner = max(others, key=lambda c: c.last_before(mention.start), default=None)
    is_later = owner is not None and owner.last_before(mention.start) >= owner.first > told
    return None if is_later else holder


def _apposed(
    mention: Mention, reading: PostReading, owner: Mapping[int, Cluster], document: Document
) -> Cluster | None:
    """Take for what stands between commas behind a post its holder: “The minister, a boxer, …”.

    `owner` are the holders of posts by where those end. Offices of state are another's.
    """
    text, language = document.text, document.language
    if reading.role is None or reading.role in STATE_ROLES:
        return None
    opened = ends_in(language, "apposed_before")
    comma = opened.search(text, max(0, mention.start - _APPOSED), mention.start)
    is_closed = expression(language, "apposed_behind").match(text, mention.end) is not None
    return owner.get(comma.start()) if comma is not None and is_closed else None


def _is_late(mention: Mention, holder: Cluster, document: Document) -> bool:
    """Say whether a post in the body of a text would name somebody told only in a later part.

    Headline and lead look ahead; after them «the president» is one whom the reader knows.
    """
    if holder.last_before(mention.start) >= 0:
        return False
    is_ahead = document.text.find("\n", mention.start, holder.first) >= 0
    return is_ahead and _second_paragraph(document.text) < mention.start


@lru_cache(maxsize=1)
def _second_paragraph(text: str) -> int:
    """Give where the second paragraph behind the first line begins; the end where none does."""
    begun = islice(_BREAK.finditer(text), 1, 2)
    return next((found.end() for found in begun), len(text))


def _is_of_any(mention: Mention, document: Document, sentences: Sequence[Sentence]) -> bool:
    """Say whether whoever holds a post is meant: «ガーナ大統領の来訪は2012年以来».

    In Japanese, which has no articles, a count or a rarity says so; after headline and lead.
    """
    generic = words_with("any", document.language)
    if not generic or document.text.count("\n", 0, mention.start) < 3:
        return False
    sentence = over(sentences, mention.start)
    rest = document.text[mention.end : sentence.end] if sentence is not None else ""
    return any(word in rest for word in generic)


def _of_headline(
    mention: Mention, reading: PostReading, clusters: Sequence[Cluster], document: Document
) -> Cluster | None:
    """Take for the first post of a lead who is named in the headline and has no post yet.

    So do interviews: the headline quotes somebody, the lead tells who it is.
    """
    headline = document.text.find("\n")
    if headline < 0 or not headline < mention.start < headline + _LEAD or reading.role is None:
        return None
    first = [c for c in clusters if c.first < headline]
    alone = len(first) == 1 and not first[0].readings
    return first[0] if alone and not any(c.posts for c in first) else None


def _speaks_next(
    mention: Mention,
    reading: PostReading,
    clusters: Sequence[Cluster],
    document: Document,
    sentences: Sequence[Sentence],
) -> Cluster | None:
    """Take for a guest told by a post alone who is named first in the sentence behind.

    “The prime minister of Solomon Islands landed. “I am here to listen,” Nathaniel Kilua said.”
    """
    if reading.role not in _GUEST_ROLES or not reading.country or reading.status != "current":
        return None
    number = bisect_right(sentences, mention.start, key=lambda s: s.start) - 1
    if number < 0 or number + 1 >= len(sentences):
        return None
    here, behind = sentences[number], sentences[number + 1]
    if behind.paragraph != here.paragraph:
        return None
    told = [c for c in clusters if c.names_told.last_before(behind.end) >= here.start]
    goes_on = expression(document.language, "speaks_on")
    opening = [
        c
        for c in told
        for m in c.names
        if m.start == behind.start and goes_on.match(document.text, m.end)
    ]
    if opening and not any(here.start <= m.start < here.end for c in told for m in c.names):
        told = opening  # “Deng was speaking alongside Diaz”: whom a sentence opens with
    # Nobody else is named in the two, and who is has no post and was not told before.
    if len(told) != 1 or told[0].readings or told[0].first < behind.start:
        return None
    return told[0]


def _known(
    reading: PostReading, clusters: Sequence[Cluster], register: Register, published: str | None
) -> Cluster | None:
    """Take the one person of the text whom the register knows in a post that nobody here bears."""
    found = []
    for cluster in clusters:
        entry = register.entries.get(cluster.register_id or "")
        if entry is None or cluster.posts or cluster.last_before(reading.mention.start) < 0:
            continue
        for term in entry.terms:
            since, until = term.since or "", term.until
            day = published or "9999"
            in_office = since <= day and (until is None or day <= until)
            if term.post == reading.role and in_office and reading.country in (None, term.body):
                found.append(cluster)
                break
    return found[0] if len(found) == 1 else None


def _described(
    mention: Mention, reading: PostReading, clusters: Sequence[Cluster], text: str, language: str
) -> Cluster | None:
    """Take for «the expert» who was told last before and holds no high office.

    Any diplomat, professor or head of a society is an expert once introduced; one who is told only
    later is not meant. «The curator» is whoever was called one.
    """
    if expression(language, "any_expert_behind").match(text, mention.end):
        return None  # 「専門家の作業部会」: of whichever experts
    told = [
        c
        for c in clusters
        if c.last_before(mention.start) >= max(0, mention.start - _REACH)
        and not {r.role for r in c.readings if r.status == "current"} & _GUEST_ROLES
        and not (reading.gender == "f" and c.genders == {"m"})
        and not (reading.gender == "m" and "f" in c.genders)
    ]
    same = [c for c in told if any(may_stand_for(reading.role, r) for r in c.roles)]
    known = [c for c in told if c.readings and not c.roles <= _BESIDE_SCHOLARS]
    words = _stems(mention.text, language)
    called = [
        c
        for c in same
        if words and any(_holds_all(_stems(p.text, language), words) for p in c.posts)
    ]
    pool = called or same or known
    return max(pool, key=lambda c: c.last_before(mention.start), default=None)


def _holds_all(called: frozenset[str], words: frozenset[str]) -> bool:
    """Say whether all words stand among others, maybe with an ending: «сақтаушысы»."""
    return all(any(other.startswith(word) for other in called) for word in words)


def _introduced(
    mention: Mention, reading: PostReading, clusters: Sequence[Cluster]
) -> Cluster | None:
    """Take for «the tattooist» who was told last before and has no post yet.

    A profession is often told only so; nobody before whom it could mean is passed over for it.
    """
    if reading.role is None or reading.role in STATE_ROLES or reading.status != "current":
        return None
    told = [
        c
        for c in clusters
        if c.names and c.last_before(mention.start) >= max(0, mention.start - _REACH)
    ]
    last = max(told, key=lambda c: c.last_before(mention.start), default=None)
    return last if last is not None and not last.readings else None


def _led_by(mention: Mention, clusters: Sequence[Cluster], language: str) -> Cluster | None:
    """Take for a Kazakh «Төрайым» who was told last before it by a post that this word ends.

    The word that tells who leads a house says alone neither which nor what it is.
    """
    words = fold(mention.text)
    if language not in WITH_ENDINGS or " " in words:
        return None
    told = [
        (p.start, n)
        for n, c in enumerate(clusters)
        for p in c.posts
        if mention.start - _REACH <= p.start < mention.start
        and fold(p.text).split()[-1].startswith(words)
    ]
    return clusters[max(told)[1]] if told else None


def _called_alike(
    mention: Mention, reading: PostReading, clusters: Sequence[Cluster], document: Document
) -> Cluster | None:
    """Take for a post of the headline who is called by its words: “Fund chief” is the fund's.

    Headlines tell nobody who is not told again; elsewhere such a post may well be nobody's.
    """
    words = _stems(mention.text, document.language)
    if mention.start > document.text.find("\n"):
        return None
    best, best_key = None, (0.0, 0)
    for cluster in clusters:
        last = cluster.last_before(mention.start)
        if reading.gender and cluster.genders and reading.gender not in cluster.genders:
            continue
        if reading.country and cluster.country not in (None, reading.country):
            continue
        for post in cluster.posts:
            shared = len(words & _stems(post.text, document.language)) / max(1, len(words))
            key = (shared, last if last >= 0 else -cluster.first)
            if shared >= _ALIKE and key > best_key:
                best, best_key = cluster, key
    return best


def _stems(words: str, language: str) -> frozenset[str]:
    """Give what is compared of the words of a post, without nationalities and short words."""
    return frozenset(
        stem(word, language)
        for word in words_in(words, language)
        if len(word) > _SHORT and not is_demonym(word, language)
    )
