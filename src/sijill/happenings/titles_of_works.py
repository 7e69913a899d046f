"""A passage goes in; which of its words stand in the title of a work comes out.

The novel “The Banquet of Crows” is no banquet. What stands beside the marks of a title is told in
`data/<language>/title_nouns.tsv`.
"""

from __future__ import annotations

from sijill.citation import Span
from sijill.documents.kept_answers import kept_while_read
from sijill.documents.passage import Passage
from sijill.documents.patterns import pattern_table
from sijill.happenings.triggers import Trigger

# The noun stands so near before the marks (code points): a blank, and perhaps a comma.
_BESIDE = 3
# No title is longer (code points).
_LONGEST = 80


def is_in_title(passage: Passage, trigger: Trigger) -> bool:
    """Say whether the words of a trigger end in the title of a book, a film or a song.

    They may begin before it: “his film ‘A Visit to Lima’”.
    """
    titles = _titles(passage)
    return bool(titles) and any(t.start < trigger.end <= t.end for t in titles)


@kept_while_read
def _titles(passage: Passage) -> tuple[Span, ...]:
    nouns = pattern_table(passage.language, "title_nouns").scan(passage.text)
    ends = {hit.end for hit in nouns if hit.row["where"] == "before"}
    return tuple(
        quoted.inner
        for quoted in passage.quoted
        if quoted.end - quoted.start <= _LONGEST
        and any(end in ends for end in range(quoted.outer.start - _BESIDE, quoted.outer.start))
    )
