"""An Arabic name and a post right behind it go in; whether the post is somebody else's comes out.

Behind a name a post in apposition tells what its bearer is («أحمد كمال وزير الخارجية»); it may as
well be whom he meets: «التقى لارس هولم وزير الخارجية أمس». The verb wants an object, so where
nobody else is told in the sentence the post is that object. A counterpart is always another's, and
so is a bare title: titles stand before names («أطلعت السفيرة نيلدا كروز الوزير على …»).
"""

from __future__ import annotations

from collections.abc import Sequence

from sijill.documents.document import PERSON, Document, Mention, Sentence
from sijill.documents.expressions import ends_in, expression
from sijill.documents.patterns import pattern_table
from sijill.people.posts import STATE_ROLES, PostReading

#: So far before a name the verb stands, with the title and the forms of address between.
_VERB = 90
#: “With” stands so near before a name and its title.
_WITH = 40
_MEETS = frozenset({"meeting", "reception"})


def is_of_another(
    document: Document,
    sentence: Sentence,
    post: Mention,
    person: Mention,
    reading: PostReading,
    told: Sequence[Mention],
) -> bool:
    """Say whether a post right behind a name is not that of its bearer.

    `told` are the people and posts of the sentence. Only blanks stand between name and post.
    """
    text = document.text
    if post.start < person.end or text[person.end : post.start].strip():
        return False
    if reading.is_counterpart and not reading.mention.text.startswith("ال"):
        return True
    ahead = text[max(sentence.start, person.start - _WITH) : person.start]
    if ends_in("ar", "appointed_him").search(ahead):
        return True  # «عينه الرئيس أحمد كمال سفيرا»: whom the pronoun means
    if reading.role not in STATE_ROLES:
        return False
    if " " not in post.text and post.text.startswith("ال"):
        return True
    if any(m.start >= post.end or (m.kind is PERSON and m.end <= person.start) for m in told):
        return False  # whom he met is told behind, or he is whom another met
    before = text[max(sentence.start, person.start - _WITH) : person.start]
    if ends_in("ar", "met_with").search(before) is not None:
        return False  # «اجتمع … مع أحمد كمال وزير الخارجية»
    over = expression("ar", "object_is_over").match(text, post.end, sentence.end)
    return over is not None and _is_met(text, sentence.start, person.start)


def _is_met(text: str, begin: int, end: int) -> bool:
    """Say whether a verb of meeting stands before a name, in one clause with it."""
    table = pattern_table("ar", "event_triggers", ("type", "status", "frame"))
    begin = max(begin, end - _VERB)
    return any(
        h.row["frame"] == "verb"
        and h.row["type"] in _MEETS
        and expression("ar", "clause_sign").search(text, h.end, end) is None
        for h in table.scan(text, begin, end)
    )
