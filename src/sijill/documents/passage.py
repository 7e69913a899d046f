"""A document with its sentences, mentions and entities goes in; a passage that answers questions.

Which sentence holds a place, which mentions stand in a stretch, who is named right before or after
a word: what quotations, events, claims and signals all ask.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import accumulate

from sijill.citation import Span
from sijill.documents.deadline import check
from sijill.documents.document import (
    ORGANISATION,
    PERSON,
    POST,
    Document,
    Entity,
    Mention,
    MentionKind,
    Quotation,
    Sentence,
)
from sijill.documents.kept_answers import when_forgetting
from sijill.documents.quotation_marks import Quoted, find_quoted, quoted_around
from sijill.documents.whereabouts import Whereabouts
from sijill.text import to_ascii_digits

#: Mentions that may act: people by name or post, and organisations.
ACTORS = (PERSON, POST, ORGANISATION)
_EDGE = " \t\n\u00a0.,;:!?،؛؟。、…-–—―\"'“”«»()"


class Passage(Whereabouts):
    """One document as the later layers see it; offsets are those of the stored text."""

    def __init__(
        self,
        document: Document,
        sentences: Sequence[Sentence],
        mentions: Iterable[Mention],
        entities: Iterable[Entity],
    ) -> None:
        self.document = document
        self.text = document.text
        self.language = document.language
        self.sentences = tuple(sentences)
        self.mentions = tuple(sorted(mentions, key=lambda m: (m.start, -m.end)))
        self.entities = {e.id: e for e in entities}
        self._kinds: dict[str | None, MentionKind] = {e.id: e.kind for e in self.entities.values()}
        #: Who said what, once that is known.
        self.quotations: tuple[Quotation, ...] = ()
        super().__init__(self.sentences, self.mentions, check)

    @cached_property
    def quoted(self) -> tuple[Quoted, ...]:
        """Every stretch in quotation marks."""
        return find_quoted(self.text)

    @cached_property
    def in_digits(self) -> str:
        """The text with every digit of any script written as 0 to 9, as long as it."""
        return to_ascii_digits(self.text)

    @cached_property
    def outermost(self) -> tuple[Quoted, ...]:
        """The stretches in quotation marks that stand in no other, in order."""
        return tuple(q for q in self.quoted if q.depth == 0)

    def quoted_around(self, offset: int) -> Quoted | None:
        """Give the outermost stretch in quotation marks that holds an offset."""
        return quoted_around(self.outermost, offset)

    @cached_property
    def outer_mentions(self) -> tuple[Mention, ...]:
        """The mentions that stand in no other, sorted."""
        kept: list[Mention] = []
        reached = 0
        for mention in self.mentions:
            if mention.start >= reached or not kept:
                kept.append(mention)
                reached = mention.end
        return tuple(kept)

    @cached_property
    def uncovered(self) -> list[Mention]:
        """The mentions that no other covers whole, though one may overlap them, in order."""
        reach = accumulate((m.end for m in self.mentions), max, initial=0)
        return [
            mention
            for mention, reached in zip(self.mentions, reach, strict=False)
            if reached < mention.end or self.mention_over(mention.start, mention.end) is mention
        ]

    def mentions_of(self, entity_id: str | None) -> list[Mention]:
        """Give the mentions of an entity, in order; for None those that nobody known bears."""
        return self._by_entity.get(entity_id, [])

    @cached_property
    def _by_entity(self) -> dict[str | None, list[Mention]]:
        found: dict[str | None, list[Mention]] = {}
        for mention in self.mentions:
            found.setdefault(mention.entity, []).append(mention)
        return found

    def is_person(self, entity_id: str | None) -> bool:
        """Say whether an id is that of a person of this text."""
        return self._kinds.get(entity_id) is PERSON

    def kind_of(self, entity_id: str | None) -> MentionKind | None:
        """Give the kind of an entity, None when it is not of this text."""
        return self._kinds.get(entity_id)

    def trim(self, start: int, end: int, edge: str = _EDGE) -> Span | None:
        """Take blanks and punctuation off both edges; None when nothing is left."""
        text = self.text
        while start < end and text[start] in edge:
            start += 1
        while end > start and text[end - 1] in edge:
            end -= 1
        return Span(start, end) if start < end else None


_last: list[tuple[tuple[object, ...], Passage]] = []
when_forgetting(_last.clear)


def passage_of(
    document: Document,
    sentences: Sequence[Sentence],
    mentions: Iterable[Mention],
    entities: Iterable[Entity],
) -> Passage:
    """Give the passage of what was read of a document; the last one is kept for the next layer."""
    wanted = (document, sentences, mentions, entities)
    for given, passage in _last:
        if all(mine is theirs for mine, theirs in zip(wanted, given, strict=True)):
            return passage
    passage = Passage(document, sentences, mentions, entities)
    if all(isinstance(part, tuple) for part in wanted[1:]):  # what can be changed is not kept
        _last[:] = [(wanted, passage)]
    return passage


_WORDS = re.compile(r"[^\W_]+")


def count_words(text: str, language: str) -> int:
    """Count words; in Japanese, which writes none apart, two and a half signs count as one."""
    if language == "ja":
        return int(sum(c.isalnum() for c in text) / 2.5 + 0.5)
    return len(_WORDS.findall(text))
