"""A word for a guest and the people of a text go in; the person whom it means comes out.

The guest is who came from abroad, and whom the text is about: told early and often. Whoever is
named before in the sentence is another («X received the guest»), and so is one of the other gender.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cache
from operator import attrgetter

from sijill.documents.document import PLACE, Document, Mention, Sentence
from sijill.documents.expressions import expression
from sijill.documents.heads import lead_end
from sijill.documents.mentions_by_kind import of_kind
from sijill.documents.qualifiers import country_of_words
from sijill.documents.stretches import over
from sijill.houses.bodies import Bodies
from sijill.people.clusters import Cluster
from sijill.people.genders import gender_of
from sijill.roles import roles_with
from sijill.tables import open_table

_HIGH = roles_with("high")
_start = attrgetter("start")
#: What makes somebody more likely to be the guest, as texts to learn from show.
_TOLD, _FOREIGN, _DIGNITARY, _AT_HOME, _IN_LEAD = 0.3, 0.4, 0.7, -1.3, 2.0
#: Mentions beyond this many make nobody more likely; nor does being told this long ago.
_MOST_TOLD, _NEAR = 8, 500


def find_guest(
    mention: Mention,
    document: Document,
    mentions: Sequence[Mention],
    clusters: Sequence[Cluster],
    bodies: Bodies,
    sentences: Sequence[Sentence],
) -> Cluster | None:
    """Give the person told before whom «the guest» means, None if nobody is told."""
    told = [c for c in clusters if c.names and c.last_before(mention.start) >= 0]
    told = told or [c for c in clusters if c.last_before(mention.start) >= 0]
    belongs = country_of_words(mention.text.split(), document.language)
    if belongs:
        told = [c for c in told if c.country == belongs] or told
    gender = _gender(mention.text, document.language)
    if gender:
        shown = {id(c): gender_of(c, document) for c in told}
        told = [c for c in told if shown[id(c)] in (None, gender)] or told
        if gender == "f":
            # That it is a woman is told on purpose; one of the house is no guest there.
            women = [c for c in told if shown[id(c)] == "f"]
            home = _host(mention, mentions, bodies, document)
            told = [c for c in women if c.country is None or c.country != home] or (
                [c for c in told if home and c.country not in (None, home)] or women or told
            )
    sentence = over(sentences, mention.start)
    if sentence is not None:
        told = [c for c in told if c.last_before(mention.start) < sentence.start] or told
    host = None if belongs else _host(mention, mentions, bodies, document)
    return max(
        told,
        key=lambda c: (_weight(c, host, mention, document), c.last_before(mention.start)),
        default=None,
    )


def _gender(words: str, language: str) -> str | None:
    """Tell the gender that a word for a guest shows: «гостья», الضيفة."""
    written = set(words.casefold().split())
    for gender, told in _gendered(language).items():
        if told & written:
            return gender
    return None


@cache
def _gendered(language: str) -> dict[str, frozenset[str]]:
    """Give the words by gender; unfolded, for ضيفه is his guest and ضيفة a woman."""
    rows = open_table(f"{language}/stand_ins.tsv", ("word", "class"))
    classes = {"f": "guest_woman", "m": "guest_man"}
    return {
        gender: frozenset(row["word"].casefold() for row in rows if row["class"] == group)
        for gender, group in classes.items()
    }


def _host(
    mention: Mention, mentions: Sequence[Mention], bodies: Bodies, document: Document
) -> str | None:
    """Give the country where the guest is: most of the cities told so far, else the text's own.

    Where endings tell it, so do states that people are in or go to, but no city they come from.
    """
    text, language = document.text, document.language
    there, from_there = (expression(language, n) for n in ("guest_there_after", "guest_from_after"))
    told = [
        bodies.country_by_mention[m.id]
        for m in sorted(of_kind(mentions, PLACE), key=_start)
        if m.start < mention.start
        and m.id in bodies.country_by_mention
        and (m.id not in bodies.states or there.match(text, m.end))
        and not from_there.match(text, m.end)
    ]
    if bodies.home_country:
        told.append(bodies.home_country)
    if not told:
        return None
    weight = Counter(told)
    weight[told[0]] += 1
    weight[told[-1]] += 1
    return max(dict.fromkeys(told), key=lambda country: weight[country])


def _weight(cluster: Cluster, host: str | None, mention: Mention, document: Document) -> float:
    """Say how likely somebody is to be the guest: one from abroad, of the lead, told often."""
    at = mention.start
    told = cluster.names_told.count_before(at) + cluster.posts_told.count_before(at)
    weight = _TOLD * min(told, _MOST_TOLD)
    if cluster.country and host:
        weight += _FOREIGN if cluster.country != host else _AT_HOME
        roles = {r.role for r in cluster.readings if r.status == "current"}
        if cluster.country != host and roles & _HIGH:
            weight += _DIGNITARY
    if cluster.first < lead_end(document.text):
        weight += _IN_LEAD
    weight -= 2 * cluster.first / max(1, len(document.text))
    nearness = 1 - (mention.start - cluster.last_before(mention.start)) / _NEAR
    return weight + max(0.0, nearness)
