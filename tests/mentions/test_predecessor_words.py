"""Words for who went before or came after somebody are posts right before a name."""

import re

import pytest

from sijill.documents.document import Document, MentionKind
from sijill.documents.expressions import expression
from sijill.languages import LANGUAGES
from sijill.mentions.candidates import Candidate
from sijill.mentions.predecessor_words import find_relations
from sijill.tables import open_table

_INNERMOST = re.compile(r"\([^()]*\)")


def _posts(text: str, name: str, language: str) -> list[str]:
    start = text.index(name)
    person = Candidate(MentionKind.PERSON, start, start + len(name), "tagger", 0.9)
    found = find_relations(Document("s", text, language), [person])
    return [text[c.start : c.end] for c in found]


def test_a_predecessor_before_a_name_is_a_post() -> None:
    assert _posts("He thanked his predecessor, Aas, for it.", "Aas", "en") == ["his predecessor"]
    assert _posts("Он поблагодарил его преемника Ааса.", "Ааса", "ru") == ["его преемника"]
    assert _posts("His predecessor thanked Aas.", "Aas", "en") == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_rule_has_a_word_that_is_looked_for_first(language: str) -> None:
    word = expression(language, "relation_word")
    rows = open_table(f"{language}/expressions.tsv", ("name", "expression"))
    rules = [row["expression"] for row in rows if row["name"] == "post_relation"]
    assert rules
    for rule in rules:
        # Each choice of words holds one of these in all of its branches, or in none.
        rest = rule
        while (group := _INNERMOST.search(rest)) is not None:
            branches = group.group().removeprefix("(?:").removesuffix(")").split("|")
            told = [branch for branch in branches if word.search(branch)]
            assert told in ([], branches), rule
            rest = rest[: group.start()] + "".join(told[:1]) + rest[group.end() :]
        assert word.search(rest), rule
