"""Words for “the two ministers” go in; the ministers told before whom they mean come out.

“The two foreign ministers”, 両外相: who is minister of another house is none of them, and where
the text names but one of the two, it is that one alone (`data/<language>/expressions.tsv`:
foreign_ministers).
"""

from __future__ import annotations

from sijill.documents.document import PERSON
from sijill.documents.expressions import expression
from sijill.happenings.drafts import Discourse
from sijill.happenings.triggers import Trigger
from sijill.roles import roles_with

_MINISTERS = roles_with("ministry")
_HEADS = _MINISTERS - {"deputy_minister"}
_FOREIGN = frozenset({"foreign_minister"})
_TWO = 2


def ministers_meant(discourse: Discourse, trigger: Trigger) -> list[str]:
    """Give the two ministers that a trigger's sentence means, [] where it means none."""
    told = discourse.sentence_hits(trigger, "pair:minister")
    if not told:
        return []
    text, language = discourse.passage.text, discourse.passage.language
    foreign = expression(language, "foreign_ministers")
    is_foreign = any(foreign.search(text, hit.start, hit.end) for hit in told)
    if is_foreign and (found := _told_before(discourse, trigger, _FOREIGN)):
        return found
    for roles in (_HEADS, _MINISTERS):
        found = _told_before(discourse, trigger, roles)
        if len(found) == _TWO:
            return found
    return []


def _told_before(discourse: Discourse, trigger: Trigger, roles: frozenset[str]) -> list[str]:
    """Give the last two people of such roles, of two countries, named before; fewer if no more."""
    passage = discourse.passage
    found: list[str] = []
    countries: set[str | None] = set()
    for mention in reversed(passage.mentions_in(0, trigger.start, (PERSON,))):
        entity = passage.entities.get(mention.entity or "")
        if entity is None or entity.id in found or entity.country in countries:
            continue
        if discourse.roles(entity.id) & roles:
            found.insert(0, entity.id)
            countries.add(entity.country)
        if len(found) == _TWO:
            break
    return found
