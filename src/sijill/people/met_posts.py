"""An Arabic name and a post right behind it go in; whether the post is somebody else's comes out.

Behind a name a post in apposition tells what its bearer is («أحمد كمال وزير الخارجية»); it may as
well be whom he meets: «التقى لارس هولم وزير الخارجية أمس». The verb wants an object, so where
nobody else is told in the sentence the post is that object. A counterpart is always another's, and
so is a bare title: titles stand before names («أطلعت السفيرة نيلدا كروز الوزير على …»). Before a
name it is that of who appoints its bearer, where as what he does stands behind: «عين الرئيس X
سفيرا».
"""

from __future__ import annotations

from collections.abc import Sequence

from sijill.documents.document import PERSON, POST, Document, Mention, Sentence
from sijill.documents.expressions import ends_in, expression
from sijill.documents.patterns import pattern_table
from sijill.people.posts import STATE_ROLES, PostReading

#: So far before a name the verb stands, with the title and the forms of address between.
_VERB = 90
#: “With” stands so near before a name and its title.
_WITH = 40
#: Of more words a name may be two, that of who appoints and of whom.
_ONE_NAME = 3
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


def appointed_by(text: str, told: Sequence[Mention]) -> set[tuple[str, str]]:
    """Give titles before people whom somebody appoints, and these, by their ids.

    `told` are the posts and people of a sentence, in order. A title that says more than one word
    has its name behind it: «عينت رئيسة الجبل الأسود X Y رئيسا للوزراء».
    """
    return {
        (title.id, person.id)
        for title, person, post in zip(told, told[1:], told[2:], strict=False)
        if (title.kind, person.kind, post.kind) == (POST, PERSON, POST)
        and " " not in title.text
        and len(person.text.split()) <= _ONE_NAME
        and text[title.end : person.start] == text[person.end : post.start] == " "
        and expression("ar", "post_taken_up").match(text, post.start) is not None
        and ends_in("ar", "appoints").search(text[max(0, title.start - _WITH) : title.start])
    }


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
