"""Places told by their kind alone: «the kingdom», «the capital»."""

import pytest

from sijill.documents.document import Mention, MentionKind
from sijill.houses.capitals import is_generic_place


@pytest.mark.parametrize(
    ("words", "language", "is_generic"),
    [
        ("capital", "en", True),
        ("المملكة", "ar", True),
        ("столица", "ru", True),
        ("Capital Gate", "en", False),
        ("  ", "en", False),
        ("", "en", False),
    ],
)
def test_a_place_is_generic_if_all_its_words_tell_its_kind(
    words: str, language: str, is_generic: bool
) -> None:
    place = Mention("m1", MentionKind.PLACE, 0, len(words), words)
    assert is_generic_place(place, language) is is_generic
