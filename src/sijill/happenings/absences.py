"""A passage goes in; who stayed away from what its words tell comes out, sentence by sentence.

“Was absent from the signing”, «غاب عن مراسم الوداع», «қабылдауға қатыспады»: the dinner may well
have been held, but without them (`data/<language>/expressions.tsv`: stays_away).
"""

from __future__ import annotations

from sijill.citation import Span
from sijill.documents.document import PERSON, POST, Mention
from sijill.documents.expressions import expression
from sijill.documents.passage import Passage
from sijill.happenings.triggers import Trigger
from sijill.immutable import immutable
from sijill.languages import VERB_LAST

# What somebody stayed away from is named this near to the words for it (code points).
_NEAR = 90
# “A and B”: so little stands between two who are named in one breath.
_JOINT = 6


@immutable
class Absence:
    """Words of staying away, the sentence they stand in, and the ids of those who did."""

    words: Span
    sentence: int
    people: frozenset[str]

    def concerns(self, trigger: Trigger) -> bool:
        """Say whether a happening of the same sentence is what they stayed away from."""
        gap = max(trigger.start - self.words.end, self.words.start - trigger.end)
        return trigger.sentence == self.sentence and trigger.frame != "verb" and gap <= _NEAR


def find_absences(passage: Passage) -> list[Absence]:
    """Find who stayed away, in order; words without somebody beside them tell nothing."""
    found = []
    for match in expression(passage.language, "stays_away").finditer(passage.text):
        people = _who(passage, match.start(), match.end())
        if people:
            number = passage.sentence_index(match.start())
            found.append(Absence(Span(*match.span()), number, frozenset(people)))
    return found


def _who(passage: Passage, start: int, end: int) -> set[str]:
    """Give the subject: the last one before the verb, in Arabic the first behind it."""
    sentence = passage.sentence_at(start)
    kinds = (PERSON, POST)
    before = _people(passage.mentions_in(sentence.start, start, kinds))
    behind = _people(passage.mentions_in(end, sentence.end, kinds))
    if passage.language == "ar":
        row = behind or before[::-1]
    elif passage.language in VERB_LAST:
        row = before
    else:
        row = before[::-1] or behind
    people: set[str] = set()
    last: Mention | None = None
    for mention in row:
        if last is not None and not _is_joined(last, mention) and mention.entity not in people:
            break
        people.add(mention.entity or "")
        last = mention
    return people


def _people(mentions: list[Mention]) -> list[Mention]:
    return [m for m in mentions if m.entity is not None]


def _is_joined(one: Mention, other: Mention) -> bool:
    first, second = sorted((one, other), key=lambda m: m.start)
    return 0 < second.start - first.end <= _JOINT
