"""A post told to be somebody's goes in; the state whose it is, told before it, comes out.

“Hungary recalled its envoy”, «سحبت إثيوبيا سفيرها», «Катар отозвал своего посла»: whose words are
not a person's is told by `owned_by_state` in `data/<language>/expressions.tsv`.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence

from sijill.documents.document import DATE, PLACE, Document, Mention, Sentence
from sijill.documents.expressions import expression
from sijill.documents.stretches import over
from sijill.people.posts import STATE_ROLES, PostReading
from sijill.register.entries import Register


def owning_state(
    reading: PostReading,
    document: Document,
    sentences: Sequence[Sentence],
    mentions: Sequence[Mention],
    countries: Mapping[str, str],
    register: Register,
) -> str | None:
    """Give the country whose the post is; None where no state, or somebody else, is told before.

    `mentions` are in their order; `countries` are those of places and bodies by mention.
    """
    post = reading.mention
    whose = expression(document.language, "owned_by_state")
    if not reading.is_bare or reading.is_counterpart or reading.role not in STATE_ROLES:
        return None
    sentence = over(sentences, post.start) if whose.match(post.text) else None
    if sentence is None:
        return None
    first, last = (
        bisect_left(mentions, at, key=lambda m: m.start) for at in (sentence.start, post.start)
    )
    for mention in reversed(mentions[first:last]):
        if mention.kind is DATE:
            continue
        code = countries.get(mention.id, "")
        state = register.entries.get(code.lower())
        own = (code.lower(), state.capital if state is not None else None)
        known = mention.value is not None and bool(code)
        is_state = mention.kind is PLACE and known and mention.value in own
        if is_state or mention.kind is not PLACE:
            return code if is_state else None
    return None
