"""Arabic candidates go in; the towns come out that posts name and no gazetteer knows.

«عمدة لوبيتو»: what a mayor or governor is of is a place, unless it is a common noun or a bank.
"""

from __future__ import annotations

from collections.abc import Sequence

from sijill.documents.document import PLACE, POST, Document
from sijill.documents.expressions import expression
from sijill.documents.lexicon import word_classes
from sijill.documents.qualifiers import TIMES, effects_of, is_demonym
from sijill.mentions.candidates import Candidate
from sijill.mentions.found import nearby, of_kind
from sijill.text import fold

#: How sure such a town is; below a tagger that has read the sentence.
_SURE = 0.6
#: No name of a town here has more words.
_MOST = 3


def find_towns(document: Document, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Give the towns inside posts of mayors and governors that hold no place or house yet."""
    if document.language != "ar":
        return []
    text, rule = document.text, expression("ar", "post_of_town")
    around = nearby(candidates)
    classes = word_classes("ar")
    found = []
    for post in of_kind(candidates, POST):
        head = rule.match(text, post.start, post.end)
        if head is None or any(c.kind is not POST for c in around.overlapping(post)):
            continue
        words = text[head.end() : post.end].split()
        while words and (is_demonym(words[-1], "ar") or effects_of(words[-1:], "ar") & TIMES):
            del words[-1]  # «عمدة كوينكا السابق»
        name = " ".join(words)
        is_known = any(classes.get(fold(w).removeprefix("ال")) for w in words[:1])
        if 0 < len(words) <= _MOST and not is_known and text.startswith(name, head.end()):
            end = head.end() + len(name)
            found.append(Candidate(PLACE, head.end(), end, "town", _SURE))
    return found
