"""Words go in; whether they stand for somebody instead of a name comes out: “the guest”."""

from __future__ import annotations

from sijill.documents.asked_once import asked_once
from sijill.documents.document import PERSON, Mention
from sijill.documents.qualifiers import is_demonym
from sijill.tables import open_table
from sijill.text import fold
from sijill.word_tables import WordTable


@asked_once
def stand_in_words(language: str, group: str) -> frozenset[str]:
    """Give the folded words of one class of `stand_ins.tsv`."""
    rows = open_table(f"{language}/stand_ins.tsv", ("word", "class"))
    return frozenset(fold(row["word"]) for row in rows if row["class"] == group)


def is_alias_cue(word: str, language: str) -> bool:
    """Say whether a word only tells that another name of somebody follows."""
    return fold(word) in stand_in_words(language, "alias")


def is_stand_in(mention: Mention, language: str) -> bool:
    """Say whether a person mention is a word such as «the guest», not a name."""
    return mention.kind is PERSON and is_guest(mention.text, language)


def is_guest(text: str, language: str) -> bool:
    """Say whether words are those for a guest."""
    return _guests(language)[text]


@asked_once
def _guests(language: str) -> WordTable[bool]:
    """Say of each name whether it is none but words for a guest: a text asks it many times."""
    return WordTable(lambda word: _tells_guest(word, language))


def _tells_guest(text: str, language: str) -> bool:
    folded = fold(text)
    known = stand_in_words(language, "guest")
    if folded in known:
        return True
    words = folded.split()
    if len(words) > 3 or known.isdisjoint(words):
        return False
    # «الضيف الماليزي» is one, and «ضيف الله» a name.
    return language != "ar" or all(w in known or is_demonym(w, language) for w in words)
