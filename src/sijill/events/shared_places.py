"""Drafts of visits go in; those told without a place take it from the other side, or from others.

The visit that a text is about goes to the state of the other side; visits that one sentence tells
by their days go where the sentence says once.
"""

from __future__ import annotations

from collections.abc import Sequence

from sijill.happenings.drafts import Discourse, Draft


def host_state(discourse: Discourse, drafts: Sequence[Draft]) -> None:
    """Give the visit the text is about, told without a place, to the other side's state."""
    for draft in drafts:
        if draft.type != "visit" or draft.status != "held" or draft.place is not None:
            continue
        if len(draft.people) == 1 and draft.people[0] in discourse.pair:
            host = next(p for p in discourse.pair if p != draft.people[0])
            country = discourse.passage.entities[host].country
            draft.place = discourse.arguments.state_of_country(country)
        return


def share_place(draft: Draft, recent: Sequence[Draft]) -> None:
    """Give the visits that one sentence tells by their days the place that it tells once."""
    if draft.type != "visit" or draft.place is None:
        return
    for other in recent:
        same = other.type == draft.type and other.trigger.sentence == draft.trigger.sentence
        if same and other.place is None and other.people == draft.people:
            other.place = draft.place
