"""A post that stands alone goes in with the people of a text; the one whom it suits best comes out.

By role, state and body, and by who is on the reader's mind there: told before, often, in the lead,
and by these very words.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from sijill.documents.document import Document, Mention, Sentence
from sijill.documents.expressions import expression
from sijill.documents.heads import lead_end
from sijill.documents.qualifiers import words_with
from sijill.houses.bodies import Bodies
from sijill.people.clusters import Cluster
from sijill.people.genders import sure_gender, verb_beside
from sijill.people.ministries import are_of_others
from sijill.people.nationality import is_possible
from sijill.people.posts import STATE_ROLES, PostReading, may_stand_for
from sijill.people.short_posts import DEPUTY
from sijill.roles import roles_with
from sijill.text import fold

#: A country weighed for somebody is not given up from this lead on.
_SURE_LEAD = 0.8
#: What makes somebody come to mind where a post stands alone, as texts to learn from show.
_FITTING, _TOLD_BEFORE, _SAME_WORDS, _SAME_SENTENCE, _IN_LEAD = 2.0, 3.0, 1.2, 2.0, 1.5
_OFTEN, _MOST_TOLD = 0.2, 8
#: … and somebody whose post holds the words comes to mind before one called otherwise.
_PART_OF_WORDS = 0.4
#: Whom the sentence before began with goes on, where such a post opens the next: more than nearness
#: tells two people of one sentence apart, and less than all else.
_GOES_ON, _OPENING = 0.15, 6
#: Nearness counts so much, and falls to nothing over so many code points.
_NEARNESS = ((0.5, 300), (0.25, 1500))
#: Who has left an office is meant by its name less than who holds it.
_LEFT = 0.7
#: Whoever was told last fits so much less as the counterpart of somebody.
_JUST_TOLD = 0.6
_ROYAL = roles_with("royal")
_MINISTERS = roles_with("ministry")
#: What a Kazakh noun that belongs to somebody ends in.
_POSSESSED = ("ы", "і", "сы", "сі")


def best_holder(
    mention: Mention,
    reading: PostReading,
    clusters: Sequence[Cluster],
    bodies: Bodies,
    document: Document,
    sentences: Sequence[Sentence],
) -> Cluster | None:
    """Give the person whom a post that stands alone suits best; None where it suits nobody."""
    if words_with("skipped", document.language):  # only an article tells that one is meant
        clusters = _called_so(mention, reading, clusters)
    best: Cluster | None = None
    best_key = (0.0, 0)
    number = bisect_right(sentences, mention.start, key=lambda s: s.start)
    sentence = sentences[number - 1].start if number else 0
    gender = verb_beside(document, mention.start, mention.end)
    alone = _tells_no_house(mention, reading, document)
    # “The minister arrived on Sunday” tells of the guest, whoever the host that was named first.
    guest = expression(document.language, "guest_behind").match(document.text, mention.end)
    is_told_on = alone and guest is None
    goes_on = _goes_on(mention, clusters, sentences, number - 1) if is_told_on else None
    for cluster in clusters:
        fit = _fit(reading, cluster, bodies, document.language, alone=alone)
        if fit <= 0:
            continue
        if gender and sure_gender(cluster, document) not in (None, gender):
            continue
        last = cluster.last_before(mention.start)
        if reading.is_counterpart and last == _last_told(clusters, mention):
            # «Met his counterpart» speaks of the other one, not of the one just told.
            fit -= _JUST_TOLD
        if fit <= 0:
            continue
        weight = _FITTING * fit + _salience(mention, cluster, document, sentence)
        weight += _GOES_ON if cluster is goes_on else 0.0
        key = (weight, last if last >= 0 else -cluster.first)
        if best is None or key > best_key:
            best, best_key = cluster, key
    return best


def _goes_on(
    mention: Mention, clusters: Sequence[Cluster], sentences: Sequence[Sentence], number: int
) -> Cluster | None:
    """Give whom the sentence before named first, for a post that opens its sentence."""
    if number < 1 or mention.start - sentences[number].start > _OPENING:
        return None
    before = sentences[number - 1]
    if before.paragraph != sentences[number].paragraph:
        return None
    told = ((c.names_told.last_before(before.end), n) for n, c in enumerate(clusters))
    named = [(at, n) for at, n in told if at >= before.start]
    return clusters[min(named)[1]] if named else None


def _last_told(clusters: Sequence[Cluster], mention: Mention) -> int:
    """Give where anybody is told last before a mention; -1 if nobody is."""
    return max((c.last_before(mention.start) for c in clusters), default=-1)


def _fit(
    reading: PostReading, cluster: Cluster, bodies: Bodies, language: str, *, alone: bool
) -> float:
    """Say how well the words of a post fit a person: role, country, body; 0 for not at all.

    `alone` says that it is one bare word.
    """
    if not cluster.readings:
        return 2.0 if reading.role in cluster.beside and reading.is_bare else 0.0
    same = [r for r in cluster.readings if r.role == reading.role]
    if reading.role == "minister" and (
        alone or any(r.role == "foreign_minister" for r in cluster.readings)
    ):
        # “The minister” is of foreign affairs as well as of any other house, and none the more
        # for having been called so before.
        same = []
    near = [r for r in cluster.readings if r.role and may_stand_for(reading.role, r.role)]
    if not near or (reading.role == "university_head" and not same):
        # «The professor» may be the rector; «the rector» is no professor.
        return 0.0
    if language == "ja" and not same and expression("ja", "portfolio").search(reading.mention.text):
        return 0.0  # 農業相 is not the foreign minister
    held = same or near
    if reading.role in _MINISTERS and are_of_others(
        reading.mention.text, (r.mention.text for r in cluster.readings), language
    ):
        return 0.0
    if reading.role == "ambassador" and all(r.role == "consul" for r in held):
        # No honorary consul is called ambassador, and none the “ambassador in New Delhi”; he is a
        # diplomat.
        honorary = all(r.status == "honorary" for r in held)
        if honorary or not reading.is_bare or reading.sent_to is not None:
            return 0.0
    score = 2.0 if same else 1.0
    if reading.role == "minister" and all(r.role == "deputy_minister" for r in held):
        score -= DEPUTY
    if reading.gender and cluster.genders and reading.gender not in cluster.genders:
        return 0.0
    if reading.status != "current" and all(r.status != reading.status for r in held):
        return 0.0
    if reading.status == "current" and all(r.status == "former" for r in held):
        score -= _LEFT
    countries = {r.country for r in held if r.country} or cluster.countries
    if reading.country:
        if countries and reading.country not in countries:
            return 0.0
        if not countries and cluster.country != reading.country:
            if cluster.is_told or cluster.lead > _SURE_LEAD:
                return 0.0
            if not is_possible(reading.role, reading.status, reading.country):
                return 0.0
            score -= 0.9
        score += 0.5 if countries else 0.2
    elif reading.is_home and bodies.home_country:
        score += 0.5 if bodies.home_country in (countries or (cluster.country,)) else -0.5
    if reading.body_mention is not None:
        mine = bodies.index_by_mention.get(reading.body_mention.id)
        theirs = {bodies.index_by_mention.get(r.body_mention.id) for r in held if r.body_mention}
        if theirs and mine not in theirs and reading.country is None:
            return 0.0
    return score


def _tells_no_house(mention: Mention, reading: PostReading, document: Document) -> bool:
    """Say whether a post is told by one bare word, of whatever house: «министр», “the minister”."""
    if not reading.is_bare or document.language == "ja" or " " in mention.text:
        return False
    house = expression(document.language, "house_behind")
    return house.match(document.text, mention.end) is None


def _called_so(
    mention: Mention, reading: PostReading, clusters: Sequence[Cluster]
) -> Sequence[Cluster]:
    """Give those told before by the very words of a post that is no office of state, else all.

    “The ombudsman” is whoever was called one, and no other official.
    """
    if reading.role in STATE_ROLES or not reading.is_bare:
        return clusters
    words = fold(mention.text)
    called = [
        c
        for c in clusters
        for told in ({w for w, first in c.posts_told.first_of.items() if first < mention.start},)
        if words in told or any(_begins_or_ends(post, words) for post in told)
    ]
    return called or clusters


def _salience(mention: Mention, cluster: Cluster, document: Document, sentence: int) -> float:
    """Say how much somebody is on the reader's mind where a post stands alone.

    Told before is better than told only later, as in a headline; told often and in the lead better
    than told last; called by these very words better than by others. Who is named in the same
    sentence is another: «Aas said the minister would come».
    """
    at = mention.start
    last = cluster.last_before(at)
    told = cluster.count_before(at)
    words, called = fold(mention.text), cluster.posts_told.first_of
    weight = _OFTEN * min(told, _MOST_TOLD)
    if last >= 0:
        weight += _TOLD_BEFORE
        weight += sum(share * max(0.0, 1 - (at - last) / far) for share, far in _NEARNESS)
    if words in called:
        weight += _SAME_WORDS
    elif any(_begins_or_ends(post, words) for post in called) or (
        cluster.roles & _ROYAL
        and any(
            # Of two rulers «сұлтан» is the «Бруней сұлтаны».
            post.endswith(tuple(f" {words.rstrip('ь')}{ending}" for ending in _POSSESSED))
            for post in called
        )
    ):
        weight += _PART_OF_WORDS
    if cluster.names_told.last_before(at) >= sentence:
        weight -= _SAME_SENTENCE
    if cluster.first < lead_end(document.text):
        weight += _IN_LEAD
    return weight


def _begins_or_ends(post: str, words: str) -> bool:
    """Say whether a post holds words at one of its ends: “Tonga's president” holds “president”.

    «المدرب» is «مدرب المنتخب»: governed, an Arabic noun has no article.
    """
    if words.startswith("ال") and post.startswith(f"{words[2:]} "):
        return True
    return post.startswith(f"{words} ") or post.endswith(f" {words}")
