"""A word for a guest in its text goes in; whether it means nobody in particular comes out.

“The guest inspected the guard” is a person of the text; “she was a guest of the fair”, «почётным
гостем праздника» and ضيف الشرف say what somebody was. The ways to say so stand in
`data/<language>/expressions.tsv`: `guest_nobody_word` is the whole word or words, unless
`guest_person_before` ends before them; `guest_nobody_before` and `guest_nobody_after` stand beside.
"""

from __future__ import annotations

from sijill.documents.document import Document
from sijill.documents.expressions import ends_in, expression

#: So many letters before the word are looked at (code points).
_BEFORE = 32


def is_generic_guest(document: Document, start: int, end: int) -> bool:
    """Say whether the word for a guest from `start` to `end` is predicative or generic."""
    text, language = document.text, document.language
    before = text[max(0, start - _BEFORE) : start]
    if expression(language, "guest_nobody_word").fullmatch(text, start, end):
        return not ends_in(language, "guest_person_before").search(before)
    if ends_in(language, "guest_nobody_before").search(before):
        return True
    return bool(expression(language, "guest_nobody_after").match(text, end))
