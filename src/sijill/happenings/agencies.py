"""A body that is named goes in; whether it is the agency of a dateline comes out."""

from __future__ import annotations

from sijill.documents.document import Mention, MentionKind
from sijill.documents.passage import Passage

# A dateline in brackets is no longer than this (code points).
_DATELINE = 60


def is_in_dateline(passage: Passage, start: int) -> bool:
    """Say whether a place lies in a dateline in brackets: 【コロンボ=山田太郎】, 【17日】."""
    head = passage.text[max(0, start - _DATELINE) : start]
    return head.rfind("【") > head.rfind("】")


def is_agency_of_dateline(passage: Passage, mention: Mention) -> bool:
    """Say whether a body is the agency of a dateline: «/وأخ/», “(NW)”."""
    text = passage.text
    if is_in_dateline(passage, mention.start):
        return True
    if mention.kind is not MentionKind.ORGANISATION:
        return False
    before = text[max(0, mention.start - 2) : mention.start].strip()
    behind = text[mention.end : mention.end + 2].strip()
    return before[-1:] in ("/", "(") and behind[:1] in ("/", ")")
