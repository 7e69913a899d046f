"""A sentence goes in; the post with which it opens, and whose it is, come out.

“A former deputy speaker, she presented her credentials”, “Before he became president of the
committee, Rey ran marathons”: what stands before the comma is told of the subject behind it. Rules
of each language stand in `data/<language>/expressions.tsv`: post_opens, post_opened, of_pronoun.
"""

from __future__ import annotations

from collections.abc import Iterator

from sijill.documents.document import PERSON, Sentence
from sijill.documents.expressions import expression
from sijill.documents.lexicon import find_post_words
from sijill.documents.tokens import words_in
from sijill.people.people_by_place import PeopleByPlace
from sijill.people.told_posts import LONGEST_POST, ToldPost, are_qualities

#: What may stand between the comma and the name behind it: “Mr ”, “the poet ” (code points).
_TO_NAME = 12


def opening_posts(scene: PeopleByPlace, sentence: Sentence) -> Iterator[ToldPost]:
    """Find the post with which a sentence opens; its `holder` is the name behind the comma.

    Where a pronoun stands there, `holder` is None.
    """
    text, language = scene.document.text, scene.document.language
    for name, status in (("post_opens", "current"), ("post_opened", "former")):
        opened = expression(language, name).match(text, sentence.start, sentence.end)
        if opened is None:
            continue
        start = opened.end()
        comma = text.find(",", start, min(sentence.end, start + LONGEST_POST))
        if comma < 0 or not _is_post(text[start:comma], language):
            continue
        behind = scene.inside(comma, comma + _TO_NAME)
        person = next((m for m in behind if m.kind is PERSON), None)
        if person is not None and person.id in scene.owner:
            yield ToldPost(sentence.start, start, comma, status, person.id)
        elif expression(language, "of_pronoun").match(text, comma):
            yield ToldPost(sentence.start, start, comma, status, is_opening=True)


def _is_post(words: str, language: str) -> bool:
    """Say whether words are a post with nothing before its noun but what tells more of it."""
    tokens = [*words_in(words, language)]
    hits = find_post_words(tokens, language)
    first = min((h.first for h in hits), default=-1)
    return first >= 0 and are_qualities(tokens[:first], language)
