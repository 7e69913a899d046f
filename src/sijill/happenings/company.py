"""The subject of a sentence goes in; who is joined to it by “and” or “with” comes out.

«Ә компаниясы мен Б холдингі зауыт салу туралы келісімшартқа қол қойды»: where the verb comes last,
another happening may stand between a verb and its subject, and both who do it are told before that
(`data/<language>/expressions.tsv`: company_after). Elsewhere it stands there in a clause of
its own: “Lee and Kim, who landed on Monday, signed …” (clause_of_company). “A of Peru and his
wife, B,” are told in one breath, too, though a state and a word of kin stand between
(of_state_behind, joined_kin, names_open).
"""

from __future__ import annotations

from collections.abc import Sequence

from sijill.documents.document import PERSON, PLACE, Mention
from sijill.documents.expressions import NOTHING, ends_in, expression
from sijill.documents.passage import ACTORS, Passage
from sijill.documents.qualifiers import has_joint_word
from sijill.event_types import types_with
from sijill.happenings.actors import Actor
from sijill.happenings.arguments import Arguments
from sijill.happenings.triggers import Trigger
from sijill.languages import VERB_LAST

# A post with the state it is of may stand between the word and a name (code points).
_POST = 80
# No clause between a verb and those who do it is longer, nor they themselves.
_CLAUSE = 240
# What opens a clause is no longer.
_OPENING = 40
# Two who come together are named so near to each other, with a joint so short (code points).
_COUPLE, _JOINT = 80, 6
# So far before a name its own post and the name joined to it are looked for.
_CHAIN = 160
# Of whom another trigger took one away: “A and B agreed in a telephone call”.
_REMOTE = types_with("remote")


def joined_to(
    arguments: Arguments, subject: Actor | None, trigger: Trigger, actors: Sequence[Actor]
) -> list[Actor]:
    """Give those joined to a subject that stands before the window of its verb, in order.

    `actors` are those in the window. A call with one person in it has the one joined to him.
    """
    passage = arguments.passage
    if trigger.type in _REMOTE and passage.language not in VERB_LAST:
        told = {a.entity: a for a in (*actors, *([subject] if subject else ())) if a.start < a.end}
        persons = [a for a in told.values() if passage.is_person(a.entity)]
        return _other_of(arguments, persons[0], trigger) if len(persons) == 1 else []
    if subject is None or subject.end > trigger.window.start:
        return []
    begin = trigger.window.start
    clause = expression(passage.language, "clause_of_company")
    is_far = clause is NOTHING or begin - subject.end > _CLAUSE
    if is_far and passage.language not in VERB_LAST:
        return []
    joint = expression(passage.language, "company_after")
    found: list[Actor] = []
    last = subject
    for actor in arguments.actors_in(subject.end, begin, pronouns=False):
        between = passage.text[last.end : actor.start]
        if not joint.match(between) or len(between) > _POST or "," in between:
            break
        found.append(actor)
        last = actor
    if found and passage.language not in VERB_LAST:
        of_both = clause.match(passage.text, last.end, begin)
        return found if of_both else []
    return found


def joined_before(passage: Passage, subject: Actor) -> list[str]:
    """Give who is told in one breath before somebody: “King Olaf and Queen Ingrid land”."""
    begin = passage.sentences[passage.sentence_index(subject.start)].start
    before = passage.mentions_in(max(begin, subject.start - _CHAIN), subject.start, ACTORS)
    start = min((m.start for m in before if m.entity == subject.entity), default=subject.start)
    named = [m for m in before if m.kind is PERSON and start - _COUPLE <= m.start < m.end <= start]
    last = named[-1] if named else None
    if last is None or last.entity in (None, subject.entity):
        return []
    end = _end_with_posts(passage, last, start)
    with_state = _end_with_state(passage, end, start)
    gap = passage.text[with_state:start]
    short = len(gap) <= _JOINT and has_joint_word(gap, passage.language)
    if not short and not expression(passage.language, "joined_kin").fullmatch(gap):
        return []
    # “An adviser to Omar of Kenya, and Minister Odera”: only who opens the clause is joined.
    opens = ends_in(passage.language, "names_open")
    first = min(m.start for m in before if m.entity == last.entity)
    plain = short and with_state == last.end
    is_free = plain or opens.search(passage.text[max(begin, first - _OPENING) : first]) is not None
    return [last.entity] if is_free and last.entity else []


def _other_of(arguments: Arguments, one: Actor, trigger: Trigger) -> list[Actor]:
    """Give the one other person of a sentence who is joined to somebody, before him or behind."""
    passage, span = arguments.passage, arguments.span_of(trigger)
    beside = arguments.actors_in(
        max(span.start, one.start - _CHAIN), min(span.end, one.end + _CHAIN), pronouns=False
    )
    persons = [a for a in beside if passage.is_person(a.entity)]
    at = next((n for n, a in enumerate(persons) if a.entity == one.entity), len(persons))
    for other in persons[at + 1 : at + 2]:
        if one.entity in joined_before(passage, other):
            return [other]
    joined = joined_before(passage, persons[at]) if at < len(persons) else []
    return [a for a in persons[:at] if a.entity in joined]


def _end_with_posts(passage: Passage, name: Mention, end: int) -> int:
    """Give where a name ends with what commas tell of its bearer: “Omar, the president, and”."""
    told = passage.mentions_in(name.end, end, ACTORS)
    last = max((m.end for m in told if m.entity == name.entity), default=name.end)
    return last if passage.text.startswith(",", last) else name.end


def _end_with_state(passage: Passage, at: int, end: int) -> int:
    """Give where a name ends with the state that it is of: “Omar of Kenya”."""
    led = expression(passage.language, "of_state_behind").match(passage.text, at, end)
    states = passage.mentions_in(led.end(), end, (PLACE,)) if led else []
    return states[0].end if led and states and states[0].start == led.end() else at
