"""A verb of receiving goes in; a reception one side of which has no name comes out.

In Arabic host and guest stand behind the verb, one after the other, perhaps with the day between
them: «استقبل الرئيس فلان أمس وزير الدفاع الجورجي»; the guest may be a delegation.
"""

from __future__ import annotations

from sijill.documents.document import DATE, PERSON, PLACE, POST, Mention
from sijill.documents.expressions import ends_in, expression
from sijill.documents.passage import Passage
from sijill.happenings.drafts import UNRANKED, Discourse, Draft
from sijill.happenings.triggers import Trigger
from sijill.people.posts import read_post
from sijill.roles import role_ranks, roles_with

_ROYAL = roles_with("royal")
# A reception has a host and a guest.
_TWO = 2
# The host stands so near behind the verb, perhaps with a title; so the guest behind him.
_NEAR = 24
# What stands apart from whom it is told of.
_ASIDE = (DATE, PLACE)


def reception_behind(discourse: Discourse, trigger: Trigger, status: str) -> Draft | None:
    """Give a reception of which one side is told by a post alone, or is a delegation; else None."""
    passage = discourse.passage
    words = passage.text[trigger.start : trigger.end]
    owned = passage.language == "ar" and ends_in("ar", "guest_written_on").search(words)
    if passage.language != "ar" or trigger.frame != "verb" or owned:
        return None
    if expression("ar", "verb_passive").search(words):
        return _received(discourse, trigger, status)
    sides = _sides_behind(passage, trigger)
    named = [m.entity for m in sides if m.entity is not None]
    if len(named) != 1 or not passage.is_person(named[0]):
        return None
    roles = [
        discourse.roles(m.entity) if m.entity else {read_post(m, (), "ar", {}).role or ""}
        for m in sides
    ]
    ranks = [
        discourse.rank_held(m.entity) if m.entity else role_ranks().get(min(told), UNRANKED)
        for m, told in zip(sides, roles, strict=True)
    ]
    # Who is told by nothing but “a delegation” is an equal.
    below = len(sides) == _TWO and ranks[0] < ranks[1]
    kind = "audience" if roles[0] & _ROYAL else "courtesy_call" if below else "talks"
    if len(sides) < _TWO:  # with the delegation come those of it whom the clause names
        behind = discourse.arguments.actors_in(sides[0].end, trigger.window.end, pronouns=False)
        named += [a.entity for a in discourse.persons(behind) if a.entity not in named]
    return Draft(trigger, kind, status, people=named)


def _received(discourse: Discourse, trigger: Trigger, status: str) -> Draft | None:
    """Give the call of who «استُقبل في القصر», by whom is not told; None for one not named."""
    found = [m.entity for m in _behind(discourse.passage, trigger)[0] if m.entity]
    if len(set(found)) != 1 or not discourse.sentence_hits(trigger, "palace"):
        return None
    return Draft(trigger, "courtesy_call", status, people=found[:1])


def _sides_behind(passage: Passage, trigger: Trigger) -> list[Mention]:
    """Give host and guest, each by his name or by a post without one; of a delegation the host.

    Nothing is given where anything else stands between.
    """
    found, end = _behind(passage, trigger)
    delegation = expression(passage.language, "delegation_behind")
    if len(found) == 1 and delegation.match(passage.text, end):
        return found
    return found if len(found) == _TWO else []


def _behind(passage: Passage, trigger: Trigger) -> tuple[list[Mention], int]:
    """Give the first two who stand right behind a verb, and where what belongs to them ends.

    Nothing but day and place may stand between.
    """
    text, start = passage.text, trigger.end
    found: list[Mention] = []
    for mention in passage.mentions_in(trigger.end, trigger.window.end):
        if mention.start < start or passage.mention_over(mention.start, mention.end) is not mention:
            continue
        between = text[start : mention.start]
        joins = expression(passage.language, "side_before").fullmatch(between)
        if joins is None or len(between) > _NEAR:
            break
        start = mention.end
        if mention.kind in _ASIDE:
            continue
        if mention.kind not in (PERSON, POST):
            return [], start
        if found and mention.entity is not None and found[-1].entity == mention.entity:
            continue  # the post and the name of one
        if len(found) == _TWO:
            break
        found.append(mention)
    return found, start
