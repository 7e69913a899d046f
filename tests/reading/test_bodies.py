"""Places and organisations of a text: which mentions are of one."""

import pytest

from sijill.reading.bodies import resolve_bodies
from sijill.reading.document import Document, Mention, MentionKind
from sijill.register.load import load_register


@pytest.mark.parametrize(
    ("text", "city", "capital", "is_one", "language"),
    [
        ("اجتمعا في صوفيا، ثم غادرا العاصمة البلغارية.", "صوفيا", "العاصمة البلغارية", True, "ar"),
        ("اجتمعا في صوفيا، ثم غادرا العاصمة الهندية.", "صوفيا", "العاصمة الهندية", False, "ar"),
        ("They met in Sofia and left the capital.", "Sofia", "capital", True, "en"),
        ("Они были в Софии и покинули болгарскую столицу.", "Софии", "болгарскую столицу", True,
         "ru"),
    ],
)  # fmt: skip
def test_a_capital_is_the_city_that_the_text_names(
    text: str, city: str, capital: str, is_one: bool, language: str
) -> None:
    mentions = [
        Mention(f"m{n}", MentionKind.PLACE, text.index(w), text.index(w) + len(w), w, value=value)
        for n, (w, value) in enumerate(((city, "sofia"), (capital, None)))
    ]
    bodies = resolve_bodies(Document("s", text, language), mentions, load_register())
    assert (bodies.index_by_mention["m0"] == bodies.index_by_mention["m1"]) is is_one
