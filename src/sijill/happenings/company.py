"""The subject of a sentence goes in; who is joined to it by “and” or “with” comes out.

«Ә компаниясы мен Б холдингі зауыт салу туралы келісімшартқа қол қойды»: where the verb comes last,
another happening may stand between a verb and its subject, and both who do it are told before that
(`data/<language>/expressions.tsv`: company_after). Elsewhere it stands there in a clause of
its own: “Lee and Kim, who landed on Monday, signed …” (clause_of_company).
"""

from __future__ import annotations

from sijill.documents.expressions import NOTHING, expression
from sijill.happenings.actors import Actor
from sijill.happenings.arguments import Arguments
from sijill.happenings.triggers import Trigger
from sijill.languages import VERB_LAST

# A post with the state it is of may stand between the word and a name (code points).
_POST = 80


def joined_to(arguments: Arguments, subject: Actor | None, trigger: Trigger) -> list[Actor]:
    """Give those joined to a subject that stands before the window of its verb, in order."""
    passage = arguments.passage
    if subject is None or subject.end > trigger.window.start:
        return []
    clause = expression(passage.language, "clause_of_company")
    if passage.language not in VERB_LAST and clause is NOTHING:
        return []
    joint = expression(passage.language, "company_after")
    found: list[Actor] = []
    last = subject
    for actor in arguments.actors_in(subject.end, trigger.window.start, pronouns=False):
        between = passage.text[last.end : actor.start]
        if not joint.match(between) or len(between) > _POST or "," in between:
            break
        found.append(actor)
        last = actor
    if found and passage.language not in VERB_LAST:
        of_both = clause.match(passage.text, last.end, trigger.window.start)
        return found if of_both else []
    return found
