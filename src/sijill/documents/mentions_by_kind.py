"""The mentions of a text go in; those of one kind come out.

Who is who is asked in some thirty steps, each of which looks at the names, posts, places or houses
alone: they are parted once.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property

from sijill.documents.document import Mention, MentionKind


class Mentions(tuple[Mention, ...]):
    """The mentions of a text, or some of them, parted where somebody asks."""

    @cached_property
    def by_kind(self) -> Mapping[MentionKind, Sequence[Mention]]:
        """Those of each kind, in their order."""
        found: dict[MentionKind, list[Mention]] = {kind: [] for kind in MentionKind}
        for mention in self:
            found[mention.kind].append(mention)
        return found

    @cached_property
    def in_order(self) -> Sequence[Mention]:
        """All in the order of the text, of those that begin together the longer first."""
        return _sorted(self)


def _sorted(mentions: Sequence[Mention]) -> Sequence[Mention]:
    return sorted(mentions, key=lambda m: (m.start, -m.end))


def in_order(mentions: Sequence[Mention]) -> Sequence[Mention]:
    """Give mentions in the order of the text, of those that begin together the longer first."""
    return mentions.in_order if isinstance(mentions, Mentions) else _sorted(mentions)


def of_kind(mentions: Sequence[Mention], kind: MentionKind) -> Sequence[Mention]:
    """Give the mentions of one kind, in their order."""
    if isinstance(mentions, Mentions):
        return mentions.by_kind[kind]
    return [m for m in mentions if m.kind is kind]
