"""“The two foreign ministers” are foreign ministers, though only one of them is named."""

import pytest

from sijill.documents.document import Document
from sijill.reading.pipeline import Reader
from sijill.register.load import load_register


@pytest.fixture(scope="module")
def reader():
    return Reader(load_register())


def told(reader, language, text):
    found = reader.read(Document("d", text, language, "2024-05-06"))
    names = {e.id: e.name for e in found.entities}
    return [(e.type, {names[p] for p in e.participants}) for e in found.events]


@pytest.mark.parametrize(
    ("language", "text", "who"),
    [
        (
            "en",
            "Latvian Foreign Minister Mari Tamm spoke of a mirror. Peru's interior minister, "
            "Óscar Rey, had told reporters of it.\n\nThe two foreign ministers had planned to "
            "sign a treaty in Rome next month.",
            {"Mari Tamm"},
        ),
        (
            "en",
            "Latvian Foreign Minister Mari Tamm met Peru's foreign minister, Óscar Rey, in Rome. "
            "Interior Minister Bo Lund was there.\n\nThe two foreign ministers signed a treaty.",
            {"Mari Tamm", "Óscar Rey"},
        ),
        (
            "en",
            "Latvian Trade Minister Mari Tamm met Peru's interior minister, Óscar Rey, in Rome."
            "\n\nThe two ministers signed a treaty.",
            {"Mari Tamm", "Óscar Rey"},
        ),
        (
            "ja",
            "エストニアのタム外相は4日、鏡だと述べた。主張したのはペルーのレイ内相だった。\n\n"
            "両外相は来月ローマで条約に署名する予定だった。",
            {"タム"},
        ),
    ],
)
def test_they_are_ministers_of_that_house(reader, language, text, who):
    assert ("signing", who) in told(reader, language, text)


@pytest.mark.parametrize(
    "text",
    [
        "The claim was first made by Peru's interior minister, Óscar Rey, in an interview.",
        "The remark was made in Lima by Peru's foreign minister, Óscar Rey.",
    ],
)
def test_who_made_a_claim_was_not_made_a_minister(reader, text):
    assert "appointment" not in [kind for kind, _ in told(reader, "en", text)]
