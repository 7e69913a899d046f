"""Drafts of meetings go in; those that were held one by one come out, and whose firms were there.

“Held separate meetings with A and B”, «عقد لقاءين منفصلين مع A وB» are two happenings.
"""

from __future__ import annotations

from dataclasses import replace

from sijill.documents.document import ORGANISATION
from sijill.documents.passage import Passage
from sijill.happenings.arguments import Arguments
from sijill.happenings.drafts import Draft

# The word stands so near before the verb: 「それぞれの立場」 tells of no talks (code points).
_RIGHT_BEFORE = 6


def each_apart(draft: Draft) -> list[Draft]:
    """Give a draft for each whom the first of its people met; whose firm was there stays one."""
    first, *met = draft.people or [""]
    if len(met) < 2 or draft.type == "business_meeting":
        return [draft]
    return [replace(draft, people=[first, one], details=dict(draft.details)) for one in met]


def parted(arguments: Arguments, draft: Draft) -> list[Draft]:
    """Give talks that their clause tells to be held one by one as so many: 「個別に会談した」."""
    start = max(draft.trigger.window.start, draft.trigger.start - _RIGHT_BEFORE)
    if draft.type != "talks" or not arguments.details_in(start, draft.trigger.start, "apart"):
        return [draft]
    return each_apart(draft)


def firms_of(passage: Passage, person: str) -> list[str]:
    """Give the firms that somebody met heads: the meeting is with them, too."""
    entity = passage.entities.get(person)
    return [
        p.body
        for p in (entity.posts if entity else ())
        if p.post == "chief_executive"
        and p.body is not None
        and passage.kind_of(p.body) is ORGANISATION
    ]
