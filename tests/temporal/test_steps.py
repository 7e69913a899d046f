"""What was worked out when dates were found changes no value when they are asked for again."""

from pathlib import Path

import pytest

from sijill.documents.document import Document
from sijill.documents.sentences import split_sentences
from sijill.languages import LANGUAGES
from sijill.temporal.times import Steps, find_dates, with_values

OWN = Path(__file__).parents[1] / "texts" / "own"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "kept", [slice(None), slice(1, None), slice(0, None, 2), slice(1, None, 3)]
)
def test_dates_that_others_were_left_out_between_are_valued_anew(language, kept):
    for path in sorted(OWN.glob(f"*.{language}.txt")):
        text = path.read_text("utf-8")
        document = Document(path.stem, text, language, "2025-05-12")
        sentences = split_sentences(text, language)
        steps: Steps = {}
        mentions = find_dates(document, sentences, steps)[kept]
        plain = with_values(document, sentences, mentions)
        assert with_values(document, sentences, mentions, steps) == plain
