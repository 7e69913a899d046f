"""What is told of a text is told once, and let go of when texts are forgotten."""

from __future__ import annotations

import weakref

from sijill.documents.document import Document
from sijill.documents.kept_answers import forget_texts, kept_while_read
from sijill.documents.passage import passage_of
from sijill.documents.sentences import split_sentences


def test_an_answer_is_kept_until_texts_are_forgotten() -> None:
    asked = []

    @kept_while_read
    def length_of(text: str) -> int:
        asked.append(text)
        return len(text)

    assert (length_of("Лима"), length_of("Лима")) == (4, 4)
    assert asked == ["Лима"]
    forget_texts()
    assert length_of("Лима") == 4
    assert asked == ["Лима", "Лима"]


def test_a_passage_is_let_go_of_with_its_text() -> None:
    document = Document("001", "The king met her in Lima.", "en", "2025-05-05")
    sentences = split_sentences(document.text, "en")
    passage = weakref.ref(passage_of(document, sentences, (), ()))
    assert passage() is passage_of(document, sentences, (), ())
    forget_texts()
    assert passage() is None
