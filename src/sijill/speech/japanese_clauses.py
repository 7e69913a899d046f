"""A Japanese word of saying goes in; whom its own clause tells comes out, apart from its sentence.

「Aは「…」と批判したBを呼んだ」: B said it, as the clause tells more of B; 「広報官によると、Bは
「…」と述べた」: what B says begins behind B (`data/ja/expressions.tsv`: told_of_noun, of_speech,
object_marked_before, subject_before, behind_source, own_topic).
"""

from __future__ import annotations

import re

from sijill.citation import Span
from sijill.documents.expressions import ends_in, expression
from sijill.documents.passage import ACTORS, Passage
from sijill.speech.cues import Saying
from sijill.speech.subjects import Actor, Subjects

# A state or a house stands between a clause and the one it tells more of, in so many letters.
_OF_HOUSE = 24
# A source and its sign, and a name with its は, are no longer (code points).
_SOURCE, _TOPIC = 16, 60
# What stands before it of a clause of its own ends in one of these.
_PARTICLE = re.compile("[をにはがでと、。]")


def told_more_of(
    passage: Passage, subjects: Subjects, saying: Saying, start: int, quote: int
) -> Actor | None:
    """Give who says what stands before a saying whose clause tells more of a noun behind it.

    What is said, or called so, begins at `quote`; what is before it from `start` on may name an
    object, or another subject. None where the clause tells more of nobody, or of whom it is about.
    """
    text = passage.text
    clause = expression("ja", "told_of_noun").match(text, saying.start)
    if clause is None or clause.end() < saying.end:
        return None
    if ends_in("ja", "subject_before").search(text, start, quote):
        return None  # 「大統領が「友」と呼んだ首相」
    speech = expression("ja", "of_speech").match(text, saying.start) is not None
    if not speech and not ends_in("ja", "object_marked_before").search(text, start, quote):
        return None  # 「大統領は「裏切り者」と批判した元大臣を解任した」
    near = subjects.inside(clause.end(), clause.end() + _OF_HOUSE, whole=False)
    if not near or _PARTICLE.search(text, clause.end(), near[0].start):
        return None  # 「首相は「…」と述べた声明を大統領に送った」
    return near[0]


def begins_with_subject(passage: Passage, span: Span, saying: Saying | None) -> bool:
    """Say whether a stretch begins with the one who says the rest of it, behind a source."""
    text = passage.text
    if saying is None or saying.is_source or saying.start < span.end:
        return False
    before = text[max(0, span.start - _SOURCE) : span.start]
    if not ends_in("ja", "behind_source").search(before):
        return False
    named = passage.mentions_in(span.start, min(span.end, span.start + _TOPIC), ACTORS)
    topic = expression("ja", "own_topic")
    return any(topic.match(text, m.end, span.end) for m in named)
