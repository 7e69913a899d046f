"""The traces of all sources go in; which of them are versions of one text, sentence by sentence,
comes out.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from sijill.citation import Citation, cite
from sijill.documents.document import Reading
from sijill.reuse.likely_pairs import likely_pairs
from sijill.reuse.pairing import Bead, Pairing, pair
from sijill.reuse.traces import Trace, trace_of

#: From this share of common weight two texts are versions of one, if besides so many sentences
#: surely answer each other: of short texts a larger share. Long texts on one event that are no
#: versions have .44 in common at most, translations .54 and more; short ones may have .65 and are
#: told apart by their sentences: .6 of them at most, .67 and more. Measured with
#: `benchmarks/voices.py`, which is to be run again when one of these or an anchor's weight changes.
ONE_TEXT = 0.5
_FIRM_OF_SHORT, _FIRM_OF_LONG = (3, 0.65), (5, 0.35)


@dataclass(frozen=True, slots=True)
class Answer:
    """One place of two versions: the words of each side; an empty one is missing there."""

    left: tuple[Citation, ...]
    right: tuple[Citation, ...]
    likeness: float


@dataclass(frozen=True, slots=True)
class TextPair:
    """Two sources that are versions of one text, and what answers what, in the left one's order.

    `likeness` is the share of names, numbers and dates that they have in common in answering
    sentences, 0 to 1.
    """

    left: str
    right: str
    likeness: float
    answers: tuple[Answer, ...]


@dataclass(frozen=True)
class Versions:
    """All pairs of versions.

    To ask what the other version of a sentence says, give any citation in it:

        for words in versions.others(claim.citations[0]):
            print(words.source_id, words.exact)
    """

    pairs: tuple[TextPair, ...]
    _by_source: dict[str, list[tuple[TextPair, bool]]] = field(default_factory=dict, repr=False)

    def others(self, words: Citation) -> tuple[Citation, ...]:
        """Give the sentences that answer the sentences these words stand in, in other versions.

        In order of sources. Empty when the source has no other version, or the other version has
        nothing in this place.
        """
        return tuple(c for answer in self.answers(words) for c in answer.right)

    def answers(self, words: Citation) -> tuple[Answer, ...]:
        """Give the same with the sentences asked for: they stand on the left."""
        if not self._by_source:
            for pair_ in self.pairs:
                self._by_source.setdefault(pair_.left, []).append((pair_, True))
                self._by_source.setdefault(pair_.right, []).append((pair_, False))
        found = []
        for pair_, is_left in self._by_source.get(words.source_id, ()):
            for answer in pair_.answers:
                own, other = (answer.left, answer.right)
                if not is_left:
                    own, other = other, own
                if any(own_words.span.overlaps(words.span) for own_words in own):
                    found.append(Answer(own, other, answer.likeness))
        return tuple(sorted(found, key=lambda a: (a.right, a.left)))


def aligned(
    readings: Sequence[Reading],
    texts: Mapping[str, str],
    entity_by_local: Mapping[str, str] | None = None,
) -> Versions:
    """Find the versions of one text in different languages and lay them side by side.

    `texts` maps source ids to stored texts; `entity_by_local` maps "<source id>#<local id>" to
    canonical ids, without it names meet by the register alone. To ask what the other version of a
    sentence says: `aligned(...).others(citation)`. Only likely pairs are compared, so time grows
    with the number of texts, not with its square.
    """
    told = (r for r in readings if texts.get(r.source_id))
    traces = (trace_of(r, texts[r.source_id], entity_by_local) for r in told)
    return _side_by_side({t.source_id: t for t in traces}, texts)


def _side_by_side(traces: Mapping[str, Trace], texts: Mapping[str, str]) -> Versions:
    pairs = []
    for left, right in likely_pairs(traces):
        one, other = traces[left], traces[right]
        if not share_half(one.figures, other.figures):
            continue
        found = pair(one.sentences, other.sentences, least=ONE_TEXT)
        if are_versions(found):
            pairs.append(_text_pair(one, other, found, texts))
    return Versions(tuple(pairs))


def versions_in(
    sources: Iterable[str], traces: Mapping[str, Trace], texts: Mapping[str, str]
) -> Versions:
    """Lay side by side the versions among the sources of one voice, of each language the fullest.

    `traces` and `texts` are by source id; those of other sources make no difference.
    """
    fullest: dict[str, Trace] = {}
    for trace in (traces[s] for s in sources if s in traces):
        known = fullest.get(trace.language)
        if known is None or trace.mentions > known.mentions:
            fullest[trace.language] = trace
    told = {t.source_id: t for t in fullest.values() if texts.get(t.source_id)}
    return _side_by_side(told, texts)


def are_versions(pairing: Pairing) -> bool:
    """Say whether two texts are one, or the one a part of the other."""
    return pairing.covered >= ONE_TEXT and any(
        pairing.firm >= number and pairing.answered >= share
        for number, share in (_FIRM_OF_SHORT, _FIRM_OF_LONG)
    )


def share_half(one: Collection[str], other: Collection[str]) -> bool:
    """Say whether half of the smaller set is in the other; an empty one speaks for nothing."""
    return 2 * len(set(one) & set(other)) >= min(len(one), len(other))


def _text_pair(one: Trace, other: Trace, found: Pairing, texts: Mapping[str, str]) -> TextPair:
    def answer(bead: Bead) -> Answer:
        sides = []
        for trace, which in ((one, bead.left), (other, bead.right)):
            text = texts[trace.source_id]
            spans = (trace.sentences[n].span for n in which)
            sides.append(tuple(cite(trace.source_id, text, span) for span in spans))
        return Answer(sides[0], sides[1], round(bead.likeness, 3))

    return TextPair(
        one.source_id, other.source_id, round(found.covered, 3), tuple(map(answer, found.beads))
    )
