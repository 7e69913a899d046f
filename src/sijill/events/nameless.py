"""A meeting's trigger goes in; whether it is with somebody whom the text does not name comes out.

「フィジー外相との会談は中止となった」: whom it was with is told by his post, and whom the text told
of before has met others (`data/<language>/expressions.tsv`: met_by_post).
"""

from __future__ import annotations

from sijill.documents.expressions import expression
from sijill.happenings.arguments import Arguments
from sijill.happenings.triggers import Trigger

# The post stands so near before the word of the meeting (code points).
_NEAR = 24


def meets_nameless(arguments: Arguments, trigger: Trigger) -> bool:
    """Say whether a post that nobody named bears is all that tells whom a meeting was with."""
    if trigger.frame != "noun":
        return False
    with_post = expression(arguments.passage.language, "met_by_post")
    start = max(trigger.window.start, trigger.start - _NEAR)
    posts = arguments.unnamed_posts_in(start, trigger.start)
    return bool(posts) and (
        with_post.fullmatch(arguments.passage.text, posts[-1].end, trigger.start) is not None
    )
