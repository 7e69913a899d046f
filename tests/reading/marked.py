"""Texts with marks written into them, for tests: ⟦person#e1:Anna Li⟧, ⟦date=2025-01-06:Monday⟧.

Posts go with a person: ⟦post#e1!head_of_state:President⟧. Marks may nest.
"""

import re
from dataclasses import replace

from sijill.documents.document import (
    Document,
    Entity,
    HeldPost,
    Mention,
    MentionKind,
)
from sijill.documents.sentences import split_sentences

_MARK = re.compile(r"⟦(\w+)(?:#(\w+))?(?:!(\w+))?(?:=([\w/.\-]+))?(?:@(\w\w))?:|⟧")


def read_marked(marked, language, *, published=None):
    """Give document, sentences, mentions and entities of a marked text."""
    text, mentions, open_marks, entities = "", [], [], {}
    last = 0
    for match in _MARK.finditer(marked):
        text += marked[last : match.start()]
        last = match.end()
        if match.group() == "⟧":
            kind, entity, value, start = open_marks.pop()
            mentions.append(Mention("", kind, start, len(text), text[start:], entity, value))
            continue
        name, entity, role, value, country = match.groups()
        kind = MentionKind(name)
        open_marks.append((kind, entity, value, len(text)))
        if entity:
            own = MentionKind.PERSON if kind is MentionKind.POST else kind
            known = entities.setdefault(entity, Entity(entity, own, entity))
            if role:
                known = replace(known, posts=(*known.posts, HeldPost(role)))
            entities[entity] = replace(known, country=country or known.country)
    text += marked[last:]
    assert not open_marks
    mentions.sort(key=lambda m: (m.start, -m.end))
    numbered = tuple(replace(m, id=f"m{n}") for n, m in enumerate(mentions, 1))
    document = Document("t", text, language, published)
    return document, split_sentences(text, language), numbered, tuple(entities.values())
