"""The people of a text with their posts go in; a counterpart of somebody named holds their post.

“Lund and his Peruvian counterpart”, «ليند ونظيره»: whoever is named last before the word says what
the counterpart is, wherever that person's own post was told. The rules of a language stand in
`data/<language>/expressions.tsv`: counterpart_f, counterpart_m, object_is_topic, counterpart_first
(between a counterpart told first and whose it is).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import replace

from sijill.documents.document import Document, Mention, Sentence
from sijill.documents.expressions import ends_in, expression
from sijill.documents.lexicon import begins_post
from sijill.people.clusters import Cluster
from sijill.people.posts import BODY_ROLES, STATE_ROLES, PostReading

_Told = Sequence[tuple[Mention, Cluster]]
#: So many sentences back whose counterpart it is may be told.
_BACK = 2
#: The office that is held beside another.
_BESIDE = "deputy_head_government"
#: So far before the words of somebody a verb stands (code points).
_VERB = 24


def settle_by_name(
    document: Document,
    clusters: Sequence[Cluster],
    sentences: Sequence[Sentence],
    readings: dict[str, PostReading],
) -> None:
    """Give each counterpart the role of the person named last before it in its sentence.

    `readings` and those of the clusters change in place; where no such person is known to hold an
    office, they stay as they are.
    """
    counterparts = [
        r
        for r in readings.values()
        # «Министр әріптесі» tells itself whose it is.
        if r.is_counterpart and not begins_post(r.mention.text.split()[:1], document.language)
    ]
    if not counterparts:
        return
    people = _People(document, clusters, sentences, readings)
    holders: dict[int, list[Cluster]] = {}
    for cluster in clusters:
        for reading in cluster.readings:
            holders.setdefault(id(reading), []).append(cluster)
    for reading in counterparts:
        owner = people.owner(reading)
        last = _office(owner)
        if owner is None or last is None or people.is_of_another(reading, owner):
            continue
        held_by = holders.get(id(reading), [])
        if held_by and last.role in STATE_ROLES:
            held_by[0].counterpart_of = owner
        # The counterpart of a minister of then was one then, too.
        status = last.status if reading.status == "current" else reading.status
        if (last.role, status) == (reading.role, reading.status):
            continue
        settled = replace(reading, role=last.role, status=status)
        readings[reading.mention.id] = settled
        for cluster in held_by:
            cluster.read_anew(reading, settled)


class _People:
    """The people of a text in its order, and the offices in it that nobody is bound to."""

    def __init__(
        self,
        document: Document,
        clusters: Sequence[Cluster],
        sentences: Sequence[Sentence],
        readings: Mapping[str, PostReading],
    ) -> None:
        self._document = document
        self._sentence_starts = [s.start for s in sentences]
        self._told = sorted(
            ((m, c) for c in clusters for m in (*c.names, *c.posts)),
            key=lambda pair: (pair[0].start, -pair[0].end),
        )
        self._starts = [m.start for m, _ in self._told]
        bound = {m.id for m, _ in self._told}
        self._loose = sorted(
            r.mention.start
            for r in readings.values()
            if r.mention.id not in bound and r.role in STATE_ROLES and not r.is_counterpart
        )

    def owner(self, counterpart: PostReading) -> Cluster | None:
        """Give whose counterpart it is: who is told last before it, in its sentence if anybody is.

        «С кипрским коллегой …»: else who is told right behind; «وأمس التقى نظيره»: else who is told
        last in the sentence before, or in the one before that.
        """
        at = counterpart.mention.start
        number = bisect_right(self._sentence_starts, at) - 1
        begin = self._sentence_starts[number] if number >= 0 else 0
        before = [(m, c) for m, c in self._told_in(begin, at) if m.end <= at]
        owner = _owner(self._document, before, counterpart)
        if owner is None and not before:
            owner = _subject_behind(self._document, self._told, counterpart)
        for earlier in range(number - 1, max(-1, number - 1 - _BACK), -1):
            if owner is not None:
                break
            start, end = self._sentence_starts[earlier : earlier + 2]
            owner = _owner(self._document, self._told_in(start, end), counterpart)
        return owner

    def is_of_another(self, counterpart: PostReading, owner: Cluster) -> bool:
        """Say whether an office without a holder is told between the two.

        «سلّم كالاس الرئيس رسالة من نظيره»: the president's counterpart, whoever that is.
        """
        at = counterpart.mention.start
        last = max(owner.names_told.last_before(at), owner.posts_told.last_before(at))
        return last >= 0 and bisect_left(self._loose, at) > bisect_right(self._loose, last)

    def _told_in(self, start: int, end: int) -> _Told:
        return self._told[bisect_left(self._starts, start) : bisect_left(self._starts, end)]


def counterparts_by_id(clusters: Sequence[Cluster]) -> dict[int, list[Cluster]]:
    """Give those who are told to be somebody's counterparts, by the `id` of that one."""
    found: dict[int, list[Cluster]] = {}
    for cluster in clusters:
        if cluster.counterpart_of is not None:
            found.setdefault(id(cluster.counterpart_of), []).append(cluster)
    return found


def _owner(document: Document, before: _Told, counterpart: PostReading) -> Cluster | None:
    """Give who is told last before a counterpart and may be meant by its «his» or «her».

    Whoever receives him of whom the clause before tells («واستقبله الرئيس») is not.
    """
    mine = {m.id: c for m, c in before}
    hosts = {id(c) for m, c in before if _is_host(document, m)}
    words, language = counterpart.mention.text, document.language
    for gender, other in (("f", "m"), ("m", "f")):
        if expression(language, f"counterpart_{gender}").search(words):
            hosts |= {id(c) for c in mine.values() if c.genders == {other}}
    # “Her Namibian counterpart” is none of Namibia's president.
    hosts |= {id(c) for c in mine.values() if _is_of(c, counterpart.country)}
    people = [c for _, c in before if id(c) not in hosts]
    if not people or counterpart.mention.id in {m.id for m in people[-1].posts}:
        return None
    return people[-1]


def _is_of(cluster: Cluster, country: str | None) -> bool:
    """Say whether the posts of somebody are told to be those of a country."""
    return country is not None and any(
        r.country == country and not r.is_counterpart for r in cluster.readings
    )


def _subject_behind(document: Document, told: _Told, counterpart: PostReading) -> Cluster | None:
    """Give who is told right behind the counterpart with whom a Russian clause begins.

    «С кипрским коллегой Никосом Вурисом Амегавле говорила о портах».
    """
    behind = [(m, c) for m, c in told if m.start >= counterpart.mention.start]
    holder = behind[0][1] if behind else None
    end = max((m.end for m, c in behind[:2] if c is holder), default=0)
    rule = expression(document.language, "counterpart_first")
    return next(
        (c for m, c in behind if c is not holder and rule.fullmatch(document.text, end, m.start)),
        None,
    )


def _is_host(document: Document, mention: Mention) -> bool:
    """Say whether a verb before somebody has for its object whom the text tells of."""
    return (
        ends_in(document.language, "object_is_topic").search(
            document.text, max(0, mention.start - _VERB), mention.start
        )
        is not None
    )


def _office(owner: Cluster | None) -> PostReading | None:
    """Give the office of somebody, one of a state first; of who holds none now, that of then.

    A deputy prime minister who is foreign minister, too, has foreign ministers for counterparts.
    """
    readings = owner.readings if owner else ()
    mine = sorted(readings, key=lambda r: (r.role == _BESIDE, r.mention.start))
    told = [r for r in mine if not r.is_counterpart]
    posts = [r for r in told if r.role in STATE_ROLES] or [r for r in told if r.role in BODY_ROLES]
    now = [r for r in posts if r.status == "current"]
    then = [r for r in posts if r.status == "former"]
    return next(iter((*now, *then)), None)
