"""People and the sentences that tell of them go in; who faces whom as guest and host, and who
travels with whom or in whose stead, comes out.

「アルズ氏は首相と会談した」「空港では外相が出迎えた」: whoever is met, called on, written to or
greets is of the other state than whom the text is telling of. The rules of a language with
particles stand in `data/<language>/expressions.tsv`: `faced_behind` follows the name of who is met
by the subject, `greets_behind` that of who receives, `comes_along_behind` those of who travel with
the subject told before, `topic_behind` that of the subject, and `both_parties` that of two subjects
who sign or talk with each other (`both_attend`, where the sentence tells of what two sides hold);
`stands_in` opens what is told of who goes for somebody.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence

from sijill.documents.document import Document, Mention, Sentence
from sijill.documents.expressions import NOTHING, expression
from sijill.immutable import immutable
from sijill.people.clusters import Cluster

#: So many sentences back in the paragraph a subject is gone on with.
_BACK = 3


Pairs = Mapping[int, Sequence[Cluster]]


def who_is_with_whom(
    document: Document, sentences: Sequence[Sentence], told: Sequence[tuple[Mention, Cluster]]
) -> tuple[Pairs, Pairs]:
    """Give the others whom each person faces, and whom they travel with, by the `id` of a cluster.

    `told` are the names and posts of all people in the order of the text. Most face nobody.
    """
    language = document.language
    if expression(language, "topic_behind") is NOTHING:
        return {}, {}
    met, greets = expression(language, "faced_behind"), expression(language, "greets_behind")
    along = expression(language, "comes_along_behind")
    topics = _Topics(document, sentences, told)
    facing: list[tuple[Cluster, Cluster | None]] = [*topics.parties()]
    beside: list[tuple[Cluster, Cluster | None]] = []
    for mention, cluster in told:
        if met.match(document.text, mention.end):
            facing.append((cluster, topics.before(mention, cluster, here=True)))
        elif greets.match(document.text, mention.end):
            facing.append((cluster, topics.before(mention, cluster, here=False)))
        elif along.match(document.text, mention.end):
            beside.append((cluster, topics.before(mention, cluster, here=True)))
    return _by_person(facing), _by_person(beside)


def who_stands_in(
    document: Document, sentences: Sequence[Sentence], told: Sequence[tuple[Mention, Cluster]]
) -> Pairs:
    """Give in whose stead somebody goes, and who goes in somebody's, by the `id` of a cluster.

    «Вместо него в Таиланд отправится министр Ли»: the last one told before, of the same state.
    """
    rule = expression(document.language, "stands_in")
    pairs: list[tuple[Cluster, Cluster | None]] = []
    for found in rule.finditer(document.text):
        number = bisect_right(sentences, found.start(), key=lambda s: s.start) - 1
        at = bisect_left(told, found.end(), key=lambda pair: pair[0].start)
        if not 0 < at < len(told) or told[at][0].end > sentences[max(0, number)].end:
            continue
        if told[at - 1][1] is not told[at][1]:
            pairs.append((told[at][1], told[at - 1][1]))
    return _by_person(pairs)


def _by_person(pairs: Sequence[tuple[Cluster, Cluster | None]]) -> Pairs:
    found: dict[int, list[Cluster]] = {}
    for one, other in pairs:
        if other is not None and not any(other is known for known in found.get(id(one), ())):
            found.setdefault(id(one), []).append(other)
            found.setdefault(id(other), []).append(one)
    return found


@immutable
class _Topic:
    """A subject; `partner` is who is it together with the holder, if anybody is."""

    mention: Mention
    holder: Cluster
    partner: Cluster | None


class _Topics:
    """The people of a text who are the subject of what is told of them."""

    def __init__(
        self,
        document: Document,
        sentences: Sequence[Sentence],
        told: Sequence[tuple[Mention, Cluster]],
    ) -> None:
        self._document, self._sentences = document, sentences
        self._starts = [s.start for s in sentences]
        self._topics = [*self._find(told)]
        self._topic_starts = [t.mention.start for t in self._topics]

    def _find(self, told: Sequence[tuple[Mention, Cluster]]) -> Iterator[_Topic]:
        text, language = self._document.text, self._document.language
        rule, joins = expression(language, "topic_behind"), expression(language, "joins_two")
        partner: Cluster | None = None
        last: tuple[Mention, Cluster] | None = None
        for mention, cluster in told:
            if last is not None and last[1] is not cluster:
                is_joint = joins.fullmatch(text, last[0].end, mention.start) is not None
                partner = last[1] if is_joint else None
            last = (mention, cluster)
            if rule.match(text, mention.end):
                yield _Topic(mention, cluster, partner)

    def parties(self) -> Iterator[tuple[Cluster, Cluster]]:
        """Give the two who sign or talk with each other: 「A運輸相とB運輸相が署名した」."""
        text, language = self._document.text, self._document.language
        mutual, met = expression(language, "both_parties"), expression(language, "faced_behind")
        between, attend = expression(language, "two_sided"), expression(language, "both_attend")
        for topic in self._topics:
            sentence = self._sentences[self._number(topic.mention)]
            behind = mutual.match(text, topic.mention.end, sentence.end)
            if behind is None and between.search(text, sentence.start, topic.mention.start):
                behind = attend.match(text, topic.mention.end, sentence.end)
            if topic.partner is not None and behind and not met.search(text, *behind.span()):
                yield topic.partner, topic.holder

    def _number(self, mention: Mention) -> int:
        return max(0, bisect_right(self._starts, mention.start) - 1)

    def before(self, mention: Mention, cluster: Cluster, *, here: bool) -> Cluster | None:
        """Give the last subject before a mention, in its sentence if `here`, or before it.

        None where another paragraph begins, where two are the subject together, or `cluster` is.
        """
        number = self._number(mention)
        first, paragraph = number, self._sentences[number].paragraph
        while (
            first > 0
            and number - first < _BACK
            and self._sentences[first - 1].paragraph == paragraph
        ):
            first -= 1
        end = mention.start if here else self._sentences[number].start
        at = bisect_left(self._topic_starts, end) - 1
        if at < 0 or self._topic_starts[at] < self._sentences[first].start:
            return None
        topic = self._topics[at]
        return topic.holder if topic.partner is None and topic.holder is not cluster else None
